"""Cards on A4: a grid with lines to cut along, and the solution on a page of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kitlib import ui

from .. import printing
from ..brand import Brand

LETTERS = "ABCDEFGHIJKLMNOPQRST"
"""Names of cards."""
TEXTS = Path(__file__).with_name("texts.toml")


def texts(lang: str) -> ui.Texts:
    return ui.Texts(TEXTS, lang=lang)


def text(words: str) -> str:
    """Plain words in typst markup."""
    return f"#{printing.quoted(words)}"


def image(name: str, alt: str, width: str = "100%") -> str:
    return f"#image({printing.quoted(name)}, alt: {printing.quoted(alt)}, width: {width})"


def cards(contents: Iterable[str], columns: int, height: str, heading: str, place: str = "center + horizon") -> str:
    """Typst: a grid of cards; contents: markup of each. The heading names them for screen readers.

    place: where on the card its content stands. Content that does not fit its card is an error (`slides/print.typ`).
    """
    cells = ", ".join(f"[{content}]" for content in contents)
    return f"= {text(heading)}\n#cards({columns}, {height}, ({cells},), place: {place})\n"


def solution(heading: str, lead: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Typst: the page with the answers, as a table."""
    heads = list(heads)
    head = ", ".join(f"[{text(one)}]" for one in heads)
    body = ", ".join(f"[{text(cell)}]" for row in rows for cell in row)
    table = f"#table(columns: {len(heads)}, table.header({head}), {body})"
    return f"#pagebreak()\n= {text(heading)}\n{text(lead)}\n{table}\n"


def write(
    markup: str, lang: str, brand: Brand, target: Path, title: str, lead: str, files: Mapping[str, bytes]
) -> Path:
    """files: pictures by the name the markup uses."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        head = {"title": title, "summary": lead, "size": "10pt", "margin": "14mm"}
        return printing.compiled(markup, lang, brand, target, head, Path(folder))
