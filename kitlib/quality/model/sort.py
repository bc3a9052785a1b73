"""Step 1: sort twelve parts yourself. Hit rate and time are kept for the comparison with the model."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.flange import flange
from . import room

PARTS = 12


@lru_cache(maxsize=32)
def parts(seed: int = 0) -> tuple[int, ...]:
    """Indices of twelve test parts: half ok, half defective with at least one of each kind of defect."""
    pictures = flange("standard", split="test")
    rng = np.random.default_rng([seed, 12])
    kinds = pictures.info["kind"].to_numpy()
    chosen = list(rng.permutation(np.flatnonzero(kinds == "ok"))[: PARTS // 2])
    for kind in ("scratch", "dent", "stain", "missing_hole", "chip"):
        chosen.append(rng.choice(np.flatnonzero(kinds == kind)))
    rest = np.setdiff1d(np.flatnonzero(kinds == "scratch"), chosen)
    chosen.append(rng.choice(rest))
    return tuple(int(i) for i in rng.permutation(chosen))


@dataclass(frozen=True)
class Sort:
    """`answers[i]`: the i-th part was called defective; `seconds[i]`: how long that took; `shown_at`: clock time."""

    seed: int = 0
    answers: tuple[bool, ...] = ()
    seconds: tuple[float, ...] = ()
    shown_at: float | None = None
    guess: int | None = None

    @property
    def part(self) -> int | None:
        """Index of the test part on the table, None when all are sorted."""
        return parts(self.seed)[len(self.answers)] if not self.done else None

    @property
    def done(self) -> bool:
        return len(self.answers) == PARTS


def begin(state: Sort, now: float) -> Sort:
    """Start the clock (seconds of any steady clock)."""
    return replace(state, shown_at=now)


def answer(state: Sort, defective: bool, now: float) -> Sort:
    if state.done or state.shown_at is None:
        return state
    took = (*state.seconds, now - state.shown_at)
    return replace(state, answers=(*state.answers, defective), seconds=took, shown_at=now)


@dataclass(frozen=True)
class Hits:
    """How a series of sorted parts turned out."""

    right: int
    missed: int
    alarms: int
    seconds: float


def hits(state: Sort) -> Hits:
    chosen = np.array(parts(state.seed))[: len(state.answers)]
    return _count(np.array(state.answers, bool), room.truth()[chosen], sum(state.seconds))


def model_hits(state: Sort) -> Hits:
    """The same twelve parts sorted by the model that everybody shares; `seconds` is measured for these twelve."""
    chosen = np.array(parts(state.seed))
    return _count(room.scores()[chosen] >= 0.5, room.truth()[chosen], _seconds(state.seed))


@lru_cache(maxsize=32)
def _seconds(seed: int) -> float:
    """Time to sort the twelve pictures, preparation included."""
    twelve = flange("standard", split="test").subset(np.array(parts(seed)))
    model, began = room.model(), time.perf_counter()
    model.predict_proba(twelve)
    return time.perf_counter() - began


def _count(said: np.ndarray, defective: np.ndarray, seconds: float) -> Hits:
    return Hits(
        int((said == defective).sum()), int((defective & ~said).sum()), int((said & ~defective).sum()), float(seconds)
    )
