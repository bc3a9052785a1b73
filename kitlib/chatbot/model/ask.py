"""Ask it: six questions that people asked later, then any others; and one answer among four that is out of date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.corpus import KINDS, corpus
from . import room
from .estimator import Answer
from .evaluate import Counts, at
from .vectors import READ

TURNS = 20
"""So many turns of the conversation are kept."""
VOTES = 500
SHORT = 110
"""Characters: the six questions have to fit on a phone."""
SIX = 6
SURE = 0.85
"""Stated confidence that anybody would call high."""
SEED = 19


@dataclass(frozen=True)
class Turn:
    """One question and what came back. cut: characters dropped. asked: its number in the corpus, -1 if typed freely.

    said: what the learner says of the answer: "", "right" or "wrong".
    """

    text: str
    cut: int
    answer: Answer
    asked: int = -1
    said: str = ""


@dataclass(frozen=True)
class Ask:
    """part: 0 the conversation, 1 the outdated answer. done: how many of the six were asked.

    votes: what the learner said of each answer, beside the truth ("" where none is known). picked: the answer (0 to 3)
    taken for outdated; the first choice counts.
    """

    lang: str = "de"
    guess: int | None = None
    part: int = 0
    turns: tuple[Turn, ...] = ()
    done: int = 0
    votes: tuple[tuple[str, str], ...] = ()
    picked: int | None = None


def go(state: Ask, part: int) -> Ask:
    return replace(state, part=part)


def ask(state: Ask, text: str) -> Ask:
    """Ask what was typed. Nothing but space changes nothing; a question of the corpus is recognised."""
    if not text.strip():
        return state
    kept = text.strip()[:READ]
    return _asked(state, kept, len(text.strip()) - len(kept), _numbers(state.lang).get(_plain(kept), -1))


def ask_next(state: Ask) -> Ask:
    """Ask the next of the six questions."""
    if state.done == SIX:
        return state
    number = six(state.lang)[state.done]
    return replace(_asked(state, corpus(state.lang).asked[number], 0, number), done=state.done + 1)


def _asked(state: Ask, text: str, cut: int, number: int) -> Ask:
    turn = Turn(text, cut, room.bot(state.lang).answer(text), number)
    return replace(state, turns=(*state.turns, turn)[-TURNS:])


def say(state: Ask, verdict: str) -> Ask:
    """Tell whether the newest answer was "right" or "wrong". Once for each answer; a hand-off is no answer."""
    if not may_say(state):
        return state
    last = state.turns[-1]
    votes = (*state.votes, (verdict, truth(state.lang, last)))[-VOTES:]
    return replace(state, turns=(*state.turns[:-1], replace(last, said=verdict)), votes=votes)


def may_say(state: Ask) -> bool:
    return bool(state.turns) and not state.turns[-1].answer.hand_off and not state.turns[-1].said


def shown(state: Ask, place: int) -> bool:
    """Whether the truth about turn `place` is on show: the learner said what it is worth, or asked on."""
    turn = state.turns[place]
    return turn.asked >= 0 and (bool(turn.said) or turn.answer.hand_off or place < len(state.turns) - 1)


def truth(lang: str, turn: Turn) -> str:
    """What became of a question of the corpus; "" for others.

    right, wrong; outdated, contradicts: the entry beside the valid one; near, far: answered, but the FAQ has no answer;
    unneeded: handed over, but the FAQ has one; caught: handed over for good reason.
    """
    if turn.asked < 0:
        return ""
    found = corpus(lang)
    right, given = int(found.entry[turn.asked]), turn.answer
    if given.hand_off:
        return "caught" if right < 0 else "unneeded"
    if right < 0:
        return KINDS[found.kind[turn.asked]]
    if given.entry == right:
        return "right"
    return found.states[given.entry] if found.twin[given.entry] == right else "wrong"


def pick(state: Ask, number: int) -> Ask:
    """Take one of the four for outdated; the first choice counts."""
    return replace(state, picked=number) if state.picked is None else state


# ---- the six questions


@lru_cache(maxsize=3)
def six(lang: str, seed: int = SEED) -> tuple[int, ...]:
    """Six of the questions asked later, three of which the FAQ answers; each by lot from those that fit."""
    rng = np.random.default_rng(seed)
    drawn: list[int] = []
    for fits in _sorts(lang):
        drawn.append(int(rng.choice(np.setdiff1d(np.flatnonzero(fits), drawn))))
    return tuple(int(i) for i in rng.permutation(drawn))


def _sorts(lang: str) -> list[np.ndarray]:
    """Which later questions may be each of the six, (k,) bool.

    A right and a wrong answer of high stated confidence have to come side by side, or the figure would pass for a
    proof. What becomes of the careless question and of the second near miss is left to the lot.
    """
    found, tested, line = corpus(lang), room.tested(lang), room.bot(lang).threshold
    short, lower, asking = np.transpose([(len(q) <= SHORT, q[0].islower(), q[-1] == "?") for q in found.asked])
    known, near, far = (found.kind == kind for kind in range(len(KINDS)))
    proper, sure = short & asking & ~lower, tested.confidence >= max(SURE, line)
    outdated = (np.array(found.states) == "outdated")[tested.best] & (found.twin[tested.best] == found.entry)
    return [
        known & proper & sure & tested.right,
        known & short & lower,
        known & short & outdated & (tested.confidence >= line),
        near & proper & sure,
        near & proper,
        far & proper & (tested.confidence < line),
    ]


@lru_cache(maxsize=3)
def results(lang: str) -> tuple[tuple[str, float], ...]:
    """What becomes of each of the six, and the stated confidence."""
    state = Ask(lang=lang)
    for _ in range(SIX):
        state = ask_next(state)
    return tuple((truth(lang, turn), turn.answer.confidence) for turn in state.turns)


def gaps(lang: str) -> int:
    """To how many of the six the FAQ holds no answer."""
    return int((corpus(lang).entry[list(six(lang))] < 0).sum())


@lru_cache(maxsize=3)
def _numbers(lang: str) -> dict[str, int]:
    return {_plain(text): i for i, text in enumerate(corpus(lang).asked)}


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


# ---- measured on all later questions


def counts(lang: str, kind: str) -> Counts:
    """What becomes of the later questions of one kind at the shipped threshold."""
    rows = corpus(lang).kind == KINDS.index(kind)
    return at(room.tested(lang).part(rows), room.bot(lang).threshold)
