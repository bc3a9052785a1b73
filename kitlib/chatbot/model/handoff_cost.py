"""What a threshold costs: later questions in two halves, weighted to 1,000 questions of the mix that is assumed."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ..data.corpus import KINDS, corpus
from . import room
from .handoff import Handoff
from .whole import parts

GRID = np.linspace(0, 1, 101)
GRID.flags.writeable = False
ASKED = 1000
LAST, THIS = 0, 1
"""The halves: last month, on which a threshold is chosen, and this month, on which it is checked."""
SEED, SPLITS = 11, 200
CELLS = 5


class Counts(NamedTuple):
    """Of 1,000 questions. unneeded: handed over though the FAQ holds the answer; spared: those among them that would
    have been answered wrongly. due: handed over, and the FAQ holds no answer."""

    right: float
    wrong: float
    unneeded: float
    due: float
    spared: float

    @property
    def handed(self) -> float:
        return self.unneeded + self.due

    def shown(self) -> Counts:
        """In whole numbers as they are read: what becomes of the questions adds up to all of them."""
        right, wrong, unneeded, due = parts(self[:4], ASKED)
        return Counts(right, wrong, unneeded, due, parts((self.spared, self.unneeded - self.spared), unneeded)[0])


@lru_cache(maxsize=3)
def month(lang: str) -> np.ndarray:
    """(k,) LAST or THIS for each later question: half of each kind, drawn by lot."""
    return _fixed(_halved(corpus(lang).kind, np.random.default_rng(SEED)))


def _halved(kind: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    half = np.empty(len(kind), np.int8)
    for one in range(len(KINDS)):
        rows = rng.permutation(np.flatnonzero(kind == one))
        half[rows] = np.arange(len(rows)) % 2
    return half


@lru_cache(maxsize=3)
def _happened(lang: str) -> np.ndarray:
    """(thresholds, questions, cells) bool: what becomes of each question at each threshold of the grid."""
    return _fixed(np.stack([_cells(lang, line) for line in GRID]))


def _cells(lang: str, line: float) -> np.ndarray:
    found = room.tested(lang)
    given = (found.confidence >= line) & (found.confidence > 0)
    right, able = found.right, found.answerable
    return np.column_stack([given & right, given & ~right, ~given & able, ~given & ~able, ~given & able & ~right])


@lru_cache(maxsize=256)
def rates(lang: str, half: int | None, line: float | None = None) -> np.ndarray:
    """(kinds, cells), or (kinds, thresholds, cells) without a `line`: shares of each kind of question, 0 to 1.

    half: LAST, THIS or None for all later questions.
    """
    cells = _happened(lang) if line is None else _cells(lang, line)
    kept = np.ones(len(corpus(lang).kind), bool) if half is None else month(lang) == half
    return _fixed([cells[..., kept & (corpus(lang).kind == one), :].mean(-2) for one in range(len(KINDS))])


def mix(state: Handoff) -> np.ndarray:
    """(kinds,) of 1,000 questions: known, near, far."""
    missing = ASKED * state.missing
    return np.array([ASKED - missing, missing * state.near, missing * (1 - state.near)])


def counts(state: Handoff, half: int | None = LAST, line: float | None = None) -> Counts:
    """What becomes of 1,000 questions at the threshold in force, or at `line`."""
    line = state.line if line is None else line
    return Counts(*np.tensordot(mix(state), rates(state.lang, half, float(line)), 1).tolist())


def per_hand_over(state: Handoff) -> float:
    """Euro."""
    return state.minutes / 60 * state.hourly


def euro(state: Handoff, half: int | None = LAST, line: float | None = None) -> float:
    """Euro for 1,000 questions."""
    found = counts(state, half, line)
    return found.wrong * state.wrong + found.handed * per_hand_over(state)


def curve(state: Handoff, half: int | None = LAST) -> tuple[np.ndarray, np.ndarray]:
    """(wrong answers, hand-overs), in euro for 1,000 questions, at each threshold of the grid."""
    cells = np.tensordot(mix(state), rates(state.lang, half), 1)
    return cells[:, 1] * state.wrong, (cells[:, 2] + cells[:, 3]) * per_hand_over(state)


def cheapest(state: Handoff, half: int | None = LAST) -> tuple[float, float]:
    """(threshold, euro for 1,000 questions); of equals the lowest threshold."""
    total = sum(curve(state, half))
    best = int(total.argmin())
    return float(GRID[best]), float(total[best])


@lru_cache(maxsize=16)
def flattery(state: Handoff) -> float:
    """By what share the cheapest threshold of one half is dearer on the other, on average over 200 ways to halve."""
    kind, cells = corpus(state.lang).kind, _happened(state.lang)
    each = cells[..., 1] * state.wrong + (cells[..., 2] | cells[..., 3]) * per_hand_over(state)
    weight = (mix(state) / np.bincount(kind, minlength=len(KINDS)))[kind]
    rng = np.random.default_rng(SEED)
    half = np.column_stack([_halved(kind, rng) for _ in range(SPLITS)])
    mine, other = (each @ (weight[:, None] * (half == one)) for one in (LAST, THIS))
    chosen, ways = mine.argmin(0), np.arange(SPLITS)
    return float(other[chosen, ways].sum() / max(mine[chosen, ways].sum(), 1e-9) - 1)


@lru_cache(maxsize=3)
def slipped(lang: str) -> float:
    """Share of all near misses that get an answer anyway at the shipped threshold, 0 to 1."""
    return float(rates(lang, None, room.bot(lang).threshold)[KINDS.index("near"), 1])


def stale(lang: str, line: float, half: int | None = None) -> tuple[int, int]:
    """(wrong answers that come from an outdated or contradicting entry, wrong answers), of the known questions."""
    found, asked = room.tested(lang), corpus(lang)
    kept = (asked.kind == KINDS.index("known")) & (True if half is None else month(lang) == half)
    wrong = kept & (found.confidence >= line) & (found.confidence > 0) & ~found.right
    old = np.array([state != "valid" for state in asked.states])[found.best]
    return int((wrong & old).sum()), int(wrong.sum())


def _fixed(values) -> np.ndarray:
    made = np.array(values)
    made.flags.writeable = False
    return made
