"""The glossary: what the words of the kit mean, in three languages, and in which lessons one can try them out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .words import LANGUAGES

SOURCE = Path(__file__).with_name("glossary.toml")


@dataclass(frozen=True)
class Term:
    """id: anchor on the page. term, means: words by language. lessons: ids of lessons in which it can be tried."""

    id: str
    term: dict[str, str]
    means: dict[str, str]
    lessons: tuple[str, ...]


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """All terms in the order of the file."""
    table = tomllib.loads(SOURCE.read_text("utf-8"))
    return tuple(Term(key, one["term"], one["means"], tuple(one["where"])) for key, one in table.items())


@lru_cache(maxsize=len(LANGUAGES))
def sorted_terms(lang: str) -> tuple[Term, ...]:
    """All terms by the alphabet of the language, umlauts as their vowels (DIN 5007-1)."""
    return tuple(sorted(terms(), key=lambda one: one.term[lang].casefold().translate(_PLAIN)))


def of_lesson(lesson: str, lang: str) -> tuple[Term, ...]:
    """The terms that can be tried in one lesson."""
    return tuple(one for one in sorted_terms(lang) if lesson in one.lessons)


_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
