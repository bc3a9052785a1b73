"""Step own: a FAQ of one's own. It stays in memory; measured by wording, it tells what to do first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ..data.corpus import corpus
from ..data.faq import Faq
from ..data.intake import load_faq
from .curve import Curve, curve, places
from .estimator import Answer, Hit, train
from .evaluate import Counts, at
from .judge import FEW, Result, judge
from .mask import find
from .room import bot, tested

MOST_QUESTIONS = 2_000
"""Time grows faster than the number: with so many a check takes ten seconds."""
TEMPLATE, WORDINGS = 3, 3
LONGEST = 2_000
_ONE_AT_A_TIME = threading.Lock()  # thirty large FAQs at once must not add up


class Before(NamedTuple):
    """A measurement in numbers, without the FAQ it was made on: what is left of the last one when a FAQ is loaded."""

    counts: Counts
    questions: int
    entries: int

    @property
    def measured(self) -> int:
        return sum(self.counts)


class Detail(NamedTuple):
    """A text that may hold something personal: kind is question or answer, number its place, found the words."""

    kind: str
    number: int
    found: tuple[str, ...]


@dataclass(frozen=True)
class Own:
    """faq: as read; origin: file, example or given. result once checked, and personal: the texts measured that may
    hold personal details. before: the measurement of the FAQ before this one. asked: what was typed last, its answer,
    and near: the question most like it among those of this answer.

    The FAQ lives here only: a reset lets go of it.
    """

    faq: Faq | None = None
    origin: str = "file"
    result: Result | None = None
    personal: tuple[Detail, ...] = ()
    before: Before | None = None
    asked: str = ""
    answer: Answer | None = None
    near: Hit | None = None
    guess: int | None = None


def given(faq: Faq | None) -> Own:
    """To begin with a FAQ somebody has read already."""
    return Own(faq=faq, origin="given")


def read(state: Own, files: Sequence[tuple[str, bytes]]) -> Own:
    """Read one or several files. Raises FaqError."""
    return Own(faq=load_faq(list(files)), guess=state.guess, before=last(state))


def example(state: Own, lang: str) -> Own:
    """The FAQ this kit brings along."""
    return Own(faq=corpus(lang).faq, origin="example", guess=state.guess, before=last(state))


def last(state: Own) -> Before | None:
    """What was measured last, on the FAQ in the state or on one before it."""
    r = state.result
    return Before(r.counts, len(r.faq), len(r.faq.entries)) if r is not None and r.measured else state.before


def lesson(lang: str) -> Counts:
    """What the first lesson measures on the shipped FAQ: later questions that it answers, all wordings known."""
    outcome = tested(lang)
    return at(outcome.part(outcome.answerable), bot(lang).threshold)


@lru_cache(maxsize=2)
def practice(asked_in: str) -> Curve:
    """The learning curve of the shipped FAQ. asked_in: de or en, the language of its questions."""
    return curve(corpus(asked_in).faq)


def template(lang: str) -> Faq:
    """A few rows that show how a FAQ file looks: entries of several topics, each with several wordings."""
    found = corpus(lang).faq
    first = {entry.topic: number for number, entry in reversed([*enumerate(found.entries)])}
    chosen = sorted(first.values())[:TEMPLATE]
    return Faq.of((question, found.entries[n]) for n in chosen for question in found.questions_of(n)[:WORDINGS])


def computed_with(faq: Faq, most: int = MOST_QUESTIONS) -> Faq:
    """What is measured. Of a large FAQ fewer wordings of each answer, and below four of them fewer answers.

    Drawn by lot, always the same ones.
    """
    if len(faq) <= most:
        return faq
    counts = np.bincount(faq.owner, minlength=len(faq.entries))
    each = next((n for n in range(int(counts.max()), FEW, -1) if np.minimum(counts, n).sum() <= most), FEW)
    place = places(faq.owner, np.random.default_rng(0))
    drawn = np.random.default_rng(1).permutation(len(counts))
    drawn = drawn[np.cumsum(np.minimum(counts, each)[drawn]) <= most]
    rows = np.flatnonzero((place < each) & np.isin(faq.owner, drawn))
    return Faq.of((faq.questions[i], faq.entries[faq.owner[i]]) for i in rows)


def able(faq: Faq | None) -> bool:
    """Whether there is anything to choose from."""
    return faq is not None and len(set(faq.owner.tolist())) > 1


def check(state: Own, told: Callable[[int], object] = lambda step: None) -> Own:
    """Measure, judge, and train on everything for the trial. `told(step)` hears of steps 1, 2 and 3."""
    with _ONE_AT_A_TIME:
        used = computed_with(state.faq)
        told(1)
        result = judge(used, train(used), told)
        personal = details(used)
    return replace(state, result=result, personal=personal, asked="", answer=None, near=None)


def details(faq: Faq) -> tuple[Detail, ...]:
    """Texts in which the masking program finds something personal: questions first, then answers."""
    texts = [("question", n, text) for n, text in enumerate(faq.questions)]
    texts += [("answer", n, entry.answer) for n, entry in enumerate(faq.entries)]
    found = ((kind, n, tuple(text[span.start : span.end] for span in find(text[:LONGEST]))) for kind, n, text in texts)
    return tuple(Detail(kind, n, words) for kind, n, words in found if words)


def ask(state: Own, text: str) -> Own:
    """Ask the FAQ that was checked."""
    text, asked = text[:LONGEST], state.result.bot
    answer = asked.answer(text)
    own = (hit for hit in asked.nearest(text, len(asked.faq)) if asked.faq.owner[hit.question] == answer.entry)
    return replace(state, asked=text, answer=answer, near=next(own, None))
