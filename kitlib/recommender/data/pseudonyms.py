"""Neutral codes instead of names. A pseudonym is not anonymity: who knows what somebody bought may find the person."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from .purchases import Problem

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NAME = re.compile(r"[^\W\d_]{2,}[^\d@]*")
_MANY = 0.3


def pseudonyms(names: Sequence[str]) -> tuple[tuple[str, ...], np.ndarray]:
    """The codes K0001, K0002, … and (n,) int32: the place of each of `names`, different from each other, among them.

    Neither alphabetical order nor order in the table tells who is who. The order is drawn by chance from a seed that
    comes from all names together: the same table gives the same codes, but who knows only some names cannot compute
    them. Somebody who has the whole table could; that is why these are pseudonyms and not anonymous data.
    """
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(name.encode("utf-8", "replace") + b"\0")
    place = np.random.default_rng(int.from_bytes(digest.digest())).permutation(len(names)).astype(np.int32)
    width = max(4, len(str(len(names))))
    return tuple(f"K{i + 1:0{width}}" for i in range(len(names))), place


def noticed(customers: Sequence[str], items: Sequence[str], columns: dict[str, str]) -> list[Problem]:
    """Notes on personal data: how many customers got a code, whether they were names, and persons among the articles.

    columns: role -> name of the column. No name of a customer is in the notes.
    """
    notes = [Problem("pseudonymised", columns["customer"], {"count": len(customers)})]
    clear = sum(bool(_EMAIL.search(name) or _NAME.fullmatch(name)) for name in customers)
    if clear > _MANY * len(customers):
        notes.append(Problem("clear_names", columns["customer"], {"count": clear}))
    if persons := sum(bool(_EMAIL.search(item)) for item in items):
        notes.append(Problem("personal_items", columns["item"], {"count": persons}))
    return notes
