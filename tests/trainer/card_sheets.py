"""Printed cards for tests: the file, and what stands in its solution."""

import re
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from kitlib.trainer.brand import Brand
from kitlib.trainer.cards import CARDS, paper

BRAND = Brand("Hölzle & Söhne")


class Sheet(NamedTuple):
    """pdf: the file. markup: what it was made from. rows: of the solution table, below its head."""

    pdf: bytes
    markup: str
    rows: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=12)
def printed(name: str, lang: str) -> Sheet:
    """One sheet, made once a run."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(paper, "write", wraps=paper.write) as write:
        pdf = CARDS[name](lang, BRAND, Path(folder) / "cards.pdf").read_bytes()
    markup = write.call_args.args[0]
    return Sheet(pdf, markup, _solved(markup))


def pages(pdf: bytes) -> int:
    """Typst writes the tree of pages uncompressed, the whole number at its root."""
    (number,) = re.findall(rb"/Type/Pages/Count (\d+)", pdf)
    return int(number)


def _solved(markup: str) -> tuple[tuple[str, ...], ...]:
    if "#pagebreak()" not in markup:  # a card to fill in has no solution
        return ()
    page = markup[markup.rindex("#pagebreak()") :]
    found = re.search(r"#table\(columns: (\d+), table.header\(.*?\), (\[#\".*)\)$", page, re.MULTILINE)
    columns, words = int(found[1]), re.findall(r'\[#"((?:[^"\\]|\\.)*)"\]', found[2])
    return tuple(tuple(words[i : i + columns]) for i in range(0, len(words), columns))
