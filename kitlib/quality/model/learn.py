"""Step 2: learn from examples. How many are needed, and what do wrong labels do?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from . import room

SIZES = (5, 10, 20, 50, 100, 200, 400, 600)
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)
SEEDS = 5


@dataclass(frozen=True)
class Learn:
    """`runs`: the settings (size, share of wrong labels) trained so far, newest last; `cell`: the opened cell of the
    confusion matrix as (truly defective, sorted as defective); `guess`: predicted hits of 100."""

    size: int = 200
    mislabelled: float = 0.0
    runs: tuple[tuple[int, float], ...] = ()
    cell: tuple[bool, bool] | None = None
    guess: int | None = None

    @property
    def last(self) -> tuple[int, float] | None:
        return self.runs[-1] if self.runs else None


def choose(state: Learn, size: int | None = None, mislabelled: float | None = None) -> Learn:
    size = state.size if size is None else size
    mislabelled = state.mislabelled if mislabelled is None else mislabelled
    return replace(state, size=size, mislabelled=mislabelled)


def trained(state: Learn) -> Learn:
    """The chosen setting has been trained: it becomes the newest run."""
    setting = (state.size, state.mislabelled)
    return replace(state, runs=(*(r for r in state.runs if r != setting), setting), cell=None)


def trained_all(state: Learn) -> Learn:
    """Every size has been trained with the chosen share of wrong labels."""
    wanted = [(size, state.mislabelled) for size in SIZES]
    kept = tuple(r for r in state.runs if r not in wanted)
    last = (state.size, state.mislabelled)
    return replace(state, runs=(*kept, *(r for r in wanted if r != last), last), cell=None)


def open_cell(state: Learn, cell: tuple[bool, bool] | None) -> Learn:
    return replace(state, cell=None if cell == state.cell else cell)


def one(size: int, mislabelled: float, seed: int) -> float:
    """Share of test parts sorted correctly after training on one random sample."""
    return room.accuracy(room.scores(size, mislabelled, seed), room.truth())


def accuracies(size: int, mislabelled: float) -> np.ndarray:
    """The same for each of SEEDS random samples, (SEEDS,)."""
    return np.array([one(size, mislabelled, seed) for seed in range(SEEDS)])


def curve(state: Learn) -> dict[float, list[tuple[int, float, float, float]]]:
    """For each share of wrong labels trained so far: (size, mean, lowest, highest) in order of size."""
    found: dict[float, list] = {}
    for size, share in sorted(state.runs):
        a = accuracies(size, share)
        found.setdefault(share, []).append((size, a.mean(), a.min(), a.max()))
    return found


def confusion(size: int, mislabelled: float) -> np.ndarray:
    """Counts over the test parts, (2, 2): rows truly ok / defective, columns sorted as ok / defective (seed 0)."""
    said = room.scores(size, mislabelled, 0) >= 0.5
    return np.array([[np.sum((room.truth() == t) & (said == s)) for s in (False, True)] for t in (False, True)])


def behind(size: int, mislabelled: float, cell: tuple[bool, bool], most: int = 12) -> np.ndarray:
    """Indices of the test parts in one cell, the surest of the model first."""
    p = room.scores(size, mislabelled, 0)
    inside = np.flatnonzero((room.truth() == cell[0]) & ((p >= 0.5) == cell[1]))
    return inside[np.argsort(-np.abs(p[inside] - 0.5), kind="stable")][:most]
