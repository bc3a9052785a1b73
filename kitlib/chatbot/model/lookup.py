"""Answers with and without looking up: what the sources back, what they cannot answer, and what outdated ones do."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from ..data.firm import Firm, Statement
from .checker import Checker, Verdict
from .generate import CONTEXT, SEED, TEMPERATURE, Generate, engine, write
from .whole import parts

WAYS = ("free", "checked", "source")
"""Answer without looking up; write drafts and say one that a source backs; take the sentence from the source."""
DRAFTS, DRAWS = 3, 5


@lru_cache(maxsize=3)
def questions(lang: str) -> tuple[tuple[str, str], ...]:
    """(product, attribute): every pair, also those about which the documents are silent, in a fixed mixed order."""
    known = engine(lang)[0]
    pairs = [(product, attribute) for product in known.products for attribute in known.attributes]
    random.Random(SEED).shuffle(pairs)
    return tuple(pairs)


def asked(state: Generate, lang: str) -> tuple[str, str]:
    return questions(lang)[state.question % len(questions(lang))]


@lru_cache(maxsize=32)
def library(lang: str, stale: float = 0.0) -> tuple[tuple[Statement, ...], Checker]:
    """The sources that are looked up: a share of the facts, 0..1, is out of date and states an earlier, other value."""
    known = engine(lang)[0]
    facts = sorted({(one.product, one.attribute) for one in known.statements})
    rng = random.Random(SEED)
    rng.shuffle(facts)
    old = {fact: _earlier(known, fact, rng) for fact in facts}
    outdated = set(facts[: round(stale * len(facts))])
    kept = [(one, old[one.product, one.attribute]) for one in known.statements]
    said = tuple(_with(one, value) if (one.product, one.attribute) in outdated else one for one, value in kept)
    return said, Checker(replace(known, statements=said))


def _earlier(known: Firm, fact: tuple[str, str], rng: random.Random) -> str:
    now = {one.value for one in known.statements if (one.product, one.attribute) == fact}
    return rng.choice(sorted({one.value for one in known.statements if one.attribute == fact[1]} - now))


def _with(one: Statement, value: str) -> Statement:
    words = tuple(value if word == one.value else word for word in one.words)
    sentence = one.sentence.replace(f" {one.value}", f" {value}")
    return replace(one, value=value, words=words, sentence=sentence)


def begin(lang: str, number: int) -> tuple[str, ...]:
    """The words an answer begins with: up to the value, so that what is left to write is the value."""
    product, attribute = questions(lang)[number % len(questions(lang))]
    shapes = [one for one in engine(lang)[0].statements if one.attribute == attribute]
    shape = shapes[number % len(shapes)]
    words = tuple(product if word == shape.product else word for word in shape.words)
    return words[: shape.words.index(shape.value)]


@dataclass(frozen=True)
class Reply:
    """words: what was said, () where the answer was refused. verdict: checked against what is really so.

    source: the sentence that was looked up, "" where there is none.
    """

    words: tuple[str, ...]
    verdict: Verdict | None
    source: str = ""


@lru_cache(maxsize=4096)
def reply(lang: str, way: str, number: int, stale: float = 0.0, draw: int = 0) -> Reply:
    """The answer to question `number` by one of WAYS. `draw`: another try with other dice."""
    product, attribute = questions(lang)[number % len(questions(lang))]
    said, checker = library(lang, stale)
    sources = [said[i] for i in checker.sources(product, attribute)]
    source = sources[0].sentence if sources else ""
    if way == "source":
        words = sources[0].words if sources else ()
    elif way == "free":
        words, source = _draft(lang, number, draw, 0), ""
    else:
        drafts = [_draft(lang, number, draw, n) for n in range(DRAFTS)]
        words = next((one for one in drafts if checker.check(one).kind in ("copied", "true")), ())
    return Reply(words, engine(lang)[2].check(words) if words else None, source)


def _draft(lang: str, number: int, draw: int, n: int) -> tuple[str, ...]:
    return write(lang, 50_000 + (number * DRAWS + draw) * DRAFTS + n, CONTEXT, TEMPERATURE, begin(lang, number)).words


class Outcome(NamedTuple):
    """Shares of all questions: answered and true; answered and false, or said without a source; not answered."""

    true: float
    wrong: float
    refused: float

    def shown(self) -> Outcome:
        """In whole percent as they are read: they add up to 1."""
        return Outcome(*(one / 100 for one in parts(self, 100)))


@lru_cache(maxsize=128)
def outcome(lang: str, way: str, stale: float = 0.0) -> Outcome:
    """Measured on every question, DRAWS times."""
    every = [(n, draw) for n in range(len(questions(lang))) for draw in range(DRAWS)]
    kinds = Counter(_kind(reply.__wrapped__(lang, way, n, stale, draw).verdict) for n, draw in every)
    return Outcome(*(kinds[kind] / len(every) for kind in ("true", "wrong", "refused")))


def _kind(verdict: Verdict | None) -> str:
    if verdict is None or verdict.kind == "odd":
        return "refused"
    return "true" if verdict.kind in ("copied", "true") else "wrong"
