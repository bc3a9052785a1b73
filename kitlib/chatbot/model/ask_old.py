"""Four answers, one of them out of date; and how often what is out of date comes out on the later questions."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..data.corpus import corpus
from . import room
from .ask import SEED, Turn


@lru_cache(maxsize=3)
def pile(lang: str) -> tuple[Turn, ...]:
    """Four questions of the FAQ with their answers: one outdated, one contradicted by another entry, two valid."""
    found, rng = corpus(lang), np.random.default_rng(SEED)
    free = {"valid": [i for i in range(len(found.ids)) if found.states[i] == "valid" and i not in set(found.twin)]}
    for name in ("outdated", "contradicts"):
        free[name] = [i for i, each in enumerate(found.states) if each == name]
    chosen = [*_four(lang, free["outdated"], rng, 1), *_four(lang, free["contradicts"], rng, 1)]
    chosen += _four(lang, free["valid"], rng, 2)
    return tuple(chosen[i] for i in rng.permutation(len(chosen)))


def _four(lang: str, entries: list[int], rng: np.random.Generator, n: int) -> list[Turn]:
    """n turns whose answer is one of these entries: a short wording of it that the bot does answer with it."""
    made: list[Turn] = []
    for entry in rng.permutation(entries):
        wordings = sorted((q for q in corpus(lang).faq.questions_of(int(entry)) if len(q) >= 25), key=len)
        turns = (Turn(q, 0, room.bot(lang).answer(q)) for q in wordings)
        fitting = next((t for t in turns if t.answer.entry == entry and not t.answer.hand_off), None)
        made += [fitting] if fitting and len(made) < n else []
    return made


def outdated(lang: str) -> int:
    """Which of the four (0 to 3) is outdated."""
    return next(i for i, turn in enumerate(pile(lang)) if corpus(lang).states[turn.answer.entry] == "outdated")


def contradicting(lang: str) -> int:
    return next(i for i, turn in enumerate(pile(lang)) if corpus(lang).states[turn.answer.entry] == "contradicts")


def valid(lang: str, entry: int) -> int:
    """The valid entry beside an outdated or contradicting one."""
    return int(corpus(lang).twin[entry])


@lru_cache(maxsize=3)
def doubled(lang: str) -> tuple[int, int]:
    """(answered questions about which an outdated or contradicting entry says something else, how many got that)."""
    found, tested = corpus(lang), room.tested(lang)
    other = {int(t) for t in found.twin if t >= 0}
    given = (tested.confidence >= room.bot(lang).threshold) & (tested.confidence > 0)
    rows = [i for i in np.flatnonzero(given) if int(found.entry[i]) in other]
    return len(rows), sum(int(found.twin[tested.best[i]]) == int(found.entry[i]) for i in rows)
