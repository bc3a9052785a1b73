"""The taste model of the generator: what draws a customer of the shipped shop. Oracle and simulation use it, too."""

from __future__ import annotations

import numpy as np

MONTHS = 24
REPEAT, ENOUGH = 0.8, -2.5
"""Added to the appeal of what one has already bought: of a consumable, and of anything else."""
BABY = {-1: -2.0, 0: 0.0, 1: 1.8, 2: 2.6}
"""Added to the appeal of an article once a baby has arrived, by the catalogue's column `baby`."""
NOVELTY, NOVEL_MONTHS = 0.7, 2
_PEAKS = {"garden": 4, "paint": 3, "workwear": 10, "hobby": 11, "home": 0, "workshop": 1}
"""Month (0 is January) in which a category sells best; the others sell evenly."""
_SWING = 0.7


def appeal(tastes: np.ndarray, vectors: np.ndarray, pull: np.ndarray) -> np.ndarray:
    """How much each article draws each customer, without season and history: (customers, articles), log scale.

    tastes: (customers, k); vectors: (articles, k); pull: (articles,), how much an article draws everybody.
    """
    return tastes @ vectors.T + pull


def season(categories: np.ndarray, month: int) -> np.ndarray:
    """What the month of the year (0 to 11) adds, (articles,): gardening sells in spring, gifts before Christmas."""
    turn = np.array([np.cos(2 * np.pi * (month - _PEAKS[c]) / 12) if c in _PEAKS else 0.0 for c in categories])
    return _SWING * turn


def on_sale(introduced: np.ndarray, month: int) -> np.ndarray:
    """What the shelf adds, (articles,): nothing, a little while an article is new, -inf before it is sold."""
    age = month - introduced
    return np.where(age < 0, -np.inf, np.where((age <= NOVEL_MONTHS) & (introduced > 0), NOVELTY, 0.0))


def arrival(baby: np.ndarray) -> np.ndarray:
    """What a baby in the household adds, (articles,)."""
    return np.array([BABY[int(kind)] for kind in baby])


def choice(utility: np.ndarray) -> np.ndarray:
    """Probabilities of buying next, along the last axis (multinomial logit)."""
    raised = np.exp(utility - utility.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)
