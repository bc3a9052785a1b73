"""The learning curve of a FAQ: how many questions find their answer with one wording an answer, with two, with more."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.faq import Faq
from .estimator import train

STEPS = (1, 2, 3, 4, 6, 8, 12, 16)
LARGE, FEW_STEPS = 1_000, (1, 2, 4, 8, 16)
"""Above so many questions, fewer points: each takes a training."""
REPEATS = (2, 5)
"""So often it is drawn anew, at least and at most: the fewer questions, the more chance there is in one draw."""
LEAST = 5
"""Answers that have enough wordings; with fewer a curve would be chance."""


@dataclass(frozen=True)
class Curve:
    """wordings: of each answer, rising. shares: of the same `asked` questions, whose best entry was the right one.

    answers: how many answers were tested.
    """

    wordings: tuple[int, ...]
    shares: tuple[float, ...]
    answers: int
    asked: int

    @property
    def most(self) -> int:
        return self.wordings[-1]

    def at(self, wordings: int) -> float:
        """The share with so many wordings; straight lines between the points, flat beyond them."""
        return float(np.interp(wordings, self.wordings, self.shares))


def curve(faq: Faq, seed: int = 0) -> Curve | None:
    """Measured on one wording held back of each answer that has enough, several times. None where fewer than five have.

    An answer with fewer wordings takes part with those it has.
    """
    counts = np.bincount(faq.owner, minlength=len(faq.entries))
    steps = [
        k
        for k in (STEPS if len(faq) <= LARGE else FEW_STEPS)
        if (counts > k).sum() >= max(LEAST, (counts > 1).sum() / 2)
    ]
    if not steps:
        return None
    rng = np.random.default_rng(seed)
    tested = counts > steps[-1]
    repeats = int(np.clip(600 // len(faq), *REPEATS))
    right = np.array([_repeat(faq, tested, steps, rng) for _ in range(repeats)])
    asked = repeats * int(tested.sum())
    return Curve(tuple(steps), tuple((right.sum(0) / asked).tolist()), int(tested.sum()), asked)


def _repeat(faq: Faq, tested: np.ndarray, steps: list[int], rng: np.random.Generator) -> list[int]:
    """How many questions held back find their answer, for each number of wordings. The same questions each time."""
    place = places(faq.owner, rng)
    held = (place == 0) & tested[faq.owner]
    place = place - tested[faq.owner]  # the wording held back is not among those counted
    asked, owner = [faq.questions[i] for i in np.flatnonzero(held)], faq.owner[held]
    return [int((train(faq.subset((place >= 0) & (place < k))).best(asked) == owner).sum()) for k in steps]


def places(owner: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(n,) the place of each question among those of its entry, in an order drawn by lot."""
    order = rng.permutation(len(owner))
    order = order[np.argsort(owner[order], kind="stable")]
    first = np.searchsorted(owner[order], owner[order])
    place = np.empty(len(owner), int)
    place[order] = np.arange(len(owner)) - first
    return place
