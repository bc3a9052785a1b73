"""Made-up texts with their personal details marked, to measure a recogniser on, and first names it may look up.

Nobody in them exists. Half of the texts was looked at while the recogniser was made ("build"), half was not ("held").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .corpus import rows

KINDS = ("name", "email", "phone", "iban", "customer", "staff", "birth", "address", "plate")
NAMES = Path(__file__).with_name("first_names.txt")


@dataclass(frozen=True, order=True)
class Span:
    """Characters start to end (exclusive) of a text, and which of KINDS they are."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Case:
    """A text and every personal detail in it, in order. id: number or name of the text."""

    id: str
    text: str
    spans: tuple[Span, ...]


@lru_cache(maxsize=8)
def cases(lang: str, use: str) -> tuple[Case, ...]:
    """lang: de, en or einfach (whose texts are the German ones). use: build, held, or shown (on the screen)."""
    asked_in = "en" if lang == "en" else "de"
    found = [row for row in rows("private.csv") if (row["lang"], row["use"]) == (asked_in, use)]
    return tuple(Case(row["id"], row["text"], _spans(row["spans"])) for row in found)


def _spans(written: str) -> tuple[Span, ...]:
    parts = [one.split(":") for one in written.split()]
    return tuple(Span(int(start), int(end), kind) for kind, start, end in parts)


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names in lower case."""
    lines = NAMES.read_text("utf-8").splitlines()
    return frozenset(name.casefold() for line in lines if not line.startswith("#") for name in line.split())
