"""One engine, two faces: a friendly helper and a plain search tool. The learner rates before the truth is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.corpus import KINDS, corpus
from . import room
from .echo import READ, Echo, echo
from .estimator import Answer

GUESSES = ("face", "plain", "same")
SEED, SHORT = 5, 90
TRUST = 5
"""Trust is rated from 0 to this."""
COSTUME = ("face", "name", "chat", "echo")
PHRASES = {
    "colleague": "human",
    "compares": "tool",
    "understands": "human",
    "source": "tool",
    "decides": "human",
    "measured": "tool",
}
"""Sentences about a product: does it describe a tool, or make it a human being?"""


@dataclass(frozen=True)
class Persona:
    """part: 0 trying out, 1 the costume, 2 the echo, 3 the wording. asked: questions asked so far, newest last.

    trust: the ratings of the one with a face and of the plain one, once both were handed in. worn: what the costume
    consists of. said: a sentence for the echo. marked: pairs of phrase and "human" or "tool"; the first counts.
    """

    lang: str = "de"
    guess: str | None = None
    part: int = 0
    asked: tuple[int, ...] = ()
    trust: tuple[int, int] | None = None
    worn: frozenset = frozenset(COSTUME)
    said: str = ""
    marked: tuple[tuple[str, str], ...] = ()

    @property
    def rated(self) -> bool:
        return self.trust is not None


def turn(state: Persona, part: int) -> Persona:
    """Show a part; what is behind the two is told only after the rating."""
    return replace(state, part=part if state.rated else 0)


def ask(state: Persona, question: int) -> Persona:
    """Ask both the question number 0 to 4 of `questions`; asked again, it is the newest again."""
    return replace(state, asked=(*(n for n in state.asked if n != question), question))


def rate(state: Persona, face: int | None, plain: int | None) -> Persona:
    """Hand the ratings in, 0 to TRUST each; both have to be given (None: not yet), and the first ones count."""
    if state.rated or not state.asked or None in (face, plain):
        return state
    return replace(state, trust=(face, plain))


def wear(state: Persona, piece: str) -> Persona:
    """Put a piece of the costume on or take it off."""
    return replace(state, worn=state.worn ^ {piece})


def say(state: Persona, words: str) -> Persona:
    return replace(state, said=words[:READ]) if words.strip() else state


def mark(state: Persona, phrase: str, kind: str) -> Persona:
    return state if phrase in dict(state.marked) else replace(state, marked=(*state.marked, (phrase, kind)))


def answered(state: Persona) -> Echo:
    return echo(state.said, state.lang)


@lru_cache(maxsize=3)
def questions(lang: str) -> tuple[int, ...]:
    """Five of the questions asked later: three answered rightly, one wrongly, one handed over."""
    found, tested, bot = corpus(lang), room.tested(lang), room.bot(lang)
    short = np.array([len(text) <= SHORT for text in found.asked])
    given, known = tested.confidence >= bot.threshold, found.kind == KINDS.index("known")
    rng = np.random.default_rng(SEED)
    pools = ((given & known & tested.right, 3), (given & ~tested.right, 1), (~given & (found.kind == 2), 1))
    drawn = [i for pool, n in pools for i in rng.choice(np.flatnonzero(pool & short), n, replace=False)]
    return tuple(int(i) for i in rng.permutation(drawn))


@lru_cache(maxsize=64)
def answer(lang: str, question: int) -> Answer:
    """What the engine puts out for the question number 0 to 4; both faces show this and nothing else."""
    return room.bot(lang).answer(corpus(lang).asked[questions(lang)[question]])


def outcome(lang: str, question: int) -> str:
    """What became of the question number 0 to 4: right; caught: handed over for good reason; wrong."""
    number = questions(lang)[question]
    if answer(lang, question).hand_off:
        return "caught" if corpus(lang).entry[number] < 0 else "wrong"
    return "right" if room.tested(lang).right[number] else "wrong"


def hits(lang: str) -> float:
    """Share of the answers given that are right, 0 to 1, where the FAQ has the answer: the same for both."""
    tested = room.tested(lang)
    given = (tested.confidence >= room.bot(lang).threshold) & tested.answerable
    return float(tested.right[given].mean())


def tally(state: Persona) -> tuple[int, int]:
    """(phrases marked as planned, phrases marked)."""
    return sum(PHRASES[phrase] == kind for phrase, kind in state.marked), len(state.marked)
