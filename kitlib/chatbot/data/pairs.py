"""Pairs of questions that differ in one thing, and words that mean the same: `pairs.csv`, written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .corpus import rows

KINDS = ("negation", "number", "typo", "synonym")
"""What differs: the meaning is turned; another number; two letters; other words, same meaning."""


@dataclass(frozen=True)
class Pairs:
    """pairs: (before, after) for each kind, equally many. synonyms: word -> another one. other: a word of elsewhere."""

    pairs: dict[str, tuple[tuple[str, str], ...]]
    synonyms: dict[str, str]
    other: str


@lru_cache(maxsize=3)
def pairs(lang: str = "de") -> Pairs:
    """In one language; Einfache Sprache asks in German. Synonyms lead both ways, in small letters as well."""
    mine = [row for row in rows("pairs.csv") if row["lang"] == ("en" if lang == "en" else "de")]
    words = [(row["before"], row["after"]) for row in mine if row["kind"] == "word"]
    both = {**{b: a for a, b in words}, **dict(words)}
    return Pairs(
        {kind: tuple((r["before"], r["after"]) for r in mine if r["kind"] == kind) for kind in KINDS},
        {a.casefold(): b for a, b in both.items()},
        next(row["after"] for row in mine if row["kind"] == "other"),
    )
