"""Cells of a table, piece by piece -> small whole numbers and the different texts they stand for."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kitlib.tables.cells import tidy

from .values import LONGEST

LONGEST_NAME = 120
_NOBODY = frozenset({"gast", "gäste", "guest", "laufkunde", "laufkundschaft", "barverkauf", "barverkäufe", "anonym"})
_NOBODY |= {"anonymous", "unbekannt", "unknown", "diverse", "walk-in"}
_FORMULA = re.compile(r"[=+@-].*\D", re.DOTALL)  # and not a number such as -5
_TIME = re.compile(r"[ T]+\d{1,2}:\d\d.*", re.DOTALL)


@dataclass(frozen=True)
class Column:
    """codes: (n,) int32, index into `names`, -1 where the cell is empty. names: different from each other.

    exact: (n,) uint64, the same for cells that were letter by letter the same.
    """

    codes: np.ndarray
    names: list[str]
    exact: np.ndarray | None = None

    def where(self, test: Callable[[str], bool]) -> np.ndarray:
        """(n,) bool; False where the cell is empty."""
        return np.array([*map(test, self.names), False], bool)[self.codes]

    def renamed(self, change: Callable[[str], str]) -> Column:
        """With other names; those that have become equal are one."""
        place: dict[str, int] = {}
        codes = [place.setdefault(change(name), len(place)) for name in self.names]
        return Column(np.array([*codes, -1], np.int32)[self.codes], list(place))


class Encoder:
    """Collects one column, piece by piece. Each different text is tidied up once; what is equal gets one number.

    tidy: -> a text, "" for an empty cell. cut: done before, to each text of each piece. exact: see `Column`.
    """

    def __init__(self, tidy: Callable[[str], str], cut: Callable[[str], str] = str, exact: bool = False):
        self._tidy, self._cut, self._wanted = tidy, cut, exact
        self._place, self._seen = {"": -1}, {}
        self._codes, self._exact = [np.zeros(0, np.int32)], [np.zeros(0, np.uint64)]

    def add(self, cells: np.ndarray) -> None:
        """cells: (n,) of str."""
        codes, texts = pd.factorize(np.asarray(cells, object))
        self._codes.append(np.array([*map(self._number, texts), -1], np.int32)[codes])
        if self._wanted:
            self._exact.append(np.append(pd.util.hash_array(texts, categorize=False), np.uint64(0))[codes])

    def _number(self, text: str) -> int:
        text = self._cut(text)
        if text not in self._seen:
            self._seen[text] = self._place.setdefault(self._tidy(text), len(self._place) - 1)
        return self._seen[text]

    def column(self) -> Column:
        exact = np.concatenate(self._exact) if self._wanted else None
        return Column(np.concatenate(self._codes), list(self._place)[1:], exact)


def encoded(pieces: Iterable[pd.DataFrame], roles: Mapping[str, int]) -> dict[str, Column]:
    """role -> column, and "spare", of all pieces together; their columns are numbered as in the file."""
    encoders = {
        "customer": Encoder(person),
        "date": Encoder(tidy, without_time, exact=True),
        **{role: Encoder(tidy) for role in ("item", "item_name", "spare")},
        **{role: Encoder(tidy, exact=True) for role in ("rating", "quantity", "order")},
    }
    encoders = {role: encoder for role, encoder in encoders.items() if role in roles or role == "spare"}
    for piece in pieces:
        for role, encoder in encoders.items():
            encoder.add(piece[roles.get(role, role)].to_numpy())
    return {role: encoder.column() for role, encoder in encoders.items()}


def without_time(text: str) -> str:
    """Dates are counted in days, and so there are few different ones."""
    return _TIME.sub("", text[:LONGEST])


def person(text: str) -> str:
    """A customer: nobody where the table says guest; capitals do not matter in an e-mail address."""
    text = tidy(text)
    if text.casefold() in _NOBODY:
        return ""
    return harmless(text.casefold() if "@" in text else text)


def like_formula(text: str) -> bool:
    return bool(_FORMULA.match(text))


def harmless(text: str) -> str:
    """A text that begins like a formula gets an apostrophe, so that no spreadsheet ever computes it; none too long."""
    if len(text) > LONGEST_NAME:
        text = text[:LONGEST_NAME] + "… " + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
    return f"'{text}" if like_formula(text) else text


def in_order(names: Sequence[str]) -> list[int]:
    """Places of the names: numbers by size, before words by alphabet, Ä beside A."""

    def key(place: int):
        name = names[place]
        number = name.isascii() and name.isdigit()
        size = len(name.lstrip("0")) if number else 0
        return not number, size, unicodedata.normalize("NFKD", name).casefold(), name

    return sorted(range(len(names)), key=key)
