"""Requests for the chatbot, written by hand: one matter asked vaguely and precisely, and words to put around it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("requests.csv")
BLOCKS = ("role", "context", "task", "form", "check")
"""The building blocks of a request, in the order in which they are written."""


@dataclass(frozen=True)
class Matter:
    """One thing somebody would like to have answered. entry: id of the entry that answers it.

    vague: only names what it is about. context: the circumstances; task: what is asked. role, form, check: the other
    building blocks. before, after: what an overloaded request says around it.
    """

    entry: str
    vague: str
    context: str
    task: str
    role: str
    form: str
    check: str
    before: str
    after: str


@lru_cache(maxsize=3)
def matters(lang: str = "de") -> tuple[Matter, ...]:
    """In de, en or einfach (simple German, asked of the same FAQ). The words around are dealt out in turn."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    own: dict[str, dict[str, str]] = {}
    around: dict[str, list[str]] = {}
    for row in rows:
        if row["matter"]:
            own.setdefault(row["matter"], {})[row["part"]] = row[lang]
        else:
            around.setdefault(row["part"], []).append(row[lang])
    dealt = [{part: texts[n % len(texts)] for part, texts in around.items()} for n in range(len(own))]
    return tuple(Matter(entry, **parts, **words) for (entry, parts), words in zip(own.items(), dealt, strict=True))
