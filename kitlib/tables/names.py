"""Names of columns: the same name however it is spelt, and the row they stand in."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence

HEADER_WITHIN = 20  # lines: titles, empty lines and merged cells may stand above the header


def plain(name: str) -> str:
    """ "Kunden-Nr. " and "KUNDENNR" are one name, and so are "Käufer" and "kaeufer"."""
    name = name.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"})
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", name))


def named(name: str, names: Sequence[str]) -> int | None:
    """The column that somebody calls `name`: letter by letter, else in another spelling; None where there is none."""
    for same in (str.strip, plain):
        for column, other in enumerate(names):
            if same(other) == same(name) and name.strip():
                return column
    return None


def nearest(names: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    """The up to three of `names` that come nearest to `known` (plain), so that a person only has to choose."""
    known = list(known)
    near = {name: max(difflib.SequenceMatcher(None, plain(name), one).ratio() for one in known) for name in names[:200]}
    return tuple(sorted(near, key=near.get, reverse=True)[:3])


def first_full(rows: Sequence[Sequence[str]]) -> int:
    """The first row with as many filled cells as most rows have: a header with names nobody foresaw."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:HEADER_WITHIN]]
    return next((i for i, n in enumerate(filled) if n >= max(filled)), 0)
