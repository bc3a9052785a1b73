"""Step own: a FAQ of one's own. It stays in memory; measured by wording, it tells what to do first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.corpus import corpus
from ..data.faq import Faq
from ..data.intake import load_faq
from .curve import Curve, curve, places
from .estimator import Answer, train
from .judge import FEW, Result, judge
from .mask import find

MOST_QUESTIONS = 2_000
"""Time grows faster than the number: with so many a check takes ten seconds."""
TEMPLATE, WORDINGS = 3, 3
LONGEST = 2_000
_ONE_AT_A_TIME = threading.Lock()  # thirty large FAQs at once must not add up


@dataclass(frozen=True)
class Own:
    """faq: as read; origin: file, example or given. result once checked, and personal: how many of the texts measured
    may hold personal details. asked: what was typed last, and its answer.

    The FAQ lives here only: a reset lets go of it.
    """

    faq: Faq | None = None
    origin: str = "file"
    result: Result | None = None
    personal: int = 0
    asked: str = ""
    answer: Answer | None = None
    guess: int | None = None


def given(faq: Faq | None) -> Own:
    """To begin with a FAQ somebody has read already."""
    return Own(faq=faq, origin="given")


def read(state: Own, files: Sequence[tuple[str, bytes]]) -> Own:
    """Read one or several files. Raises FaqError."""
    return Own(faq=load_faq(list(files)), guess=state.guess)


def example(state: Own, lang: str) -> Own:
    """The FAQ this kit brings along."""
    return Own(faq=corpus(lang).faq, origin="example", guess=state.guess)


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
        personal = sum(bool(find(text[:LONGEST])) for text in (*used.questions, *(e.answer for e in used.entries)))
    return replace(state, result=result, personal=personal, asked="", answer=None)


def ask(state: Own, text: str) -> Own:
    """Ask the FAQ that was checked."""
    text = text[:LONGEST]
    return replace(state, asked=text, answer=state.result.bot.answer(text))
