"""Is the best entry the right one? A small logistic regression turns a few signs into a probability.

It learns from the FAQ alone: each question is asked again with itself left out (its entry should win), and with its
whole entry left out (whatever wins is wrong: so it sounds when a FAQ lacks an answer).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

SIGNS = ("score", "margin", "cosine", "agree")
USUAL = np.array([-3.0, 4.0, 2.0, 3.0, 0.5])
"""Where a FAQ is too small to learn from: intercept, then one weight a sign."""


@dataclass(frozen=True, eq=False, repr=False)
class Rejection:
    """weights: (1 + signs,) of the logistic regression, intercept first."""

    weights: np.ndarray

    def __call__(self, signs: np.ndarray) -> np.ndarray:
        """(n,) probabilities for signs (n, k)."""
        return 1 / (1 + np.exp(-(self.weights[0] + signs @ self.weights[1:])))


def signs(scores: np.ndarray, similar: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """(n, 4): best score, its lead, highest similarity to a question of the best entry, and whether none is higher.

    scores: (n, m). similar: (n, questions). owner: (questions,).
    """
    rows = np.arange(len(scores))
    best = scores.argmax(1)
    top = scores[rows, best]
    rest = scores.copy()
    rest[rows, best] = -np.inf
    second = np.maximum(rest.max(1), 0) if scores.shape[1] > 1 else np.zeros(len(scores))
    cosine = np.where(owner == best[:, None], similar, 0).max(1, initial=0)
    agree = cosine >= similar.max(1, initial=0)
    return np.column_stack([top, top - second, cosine, agree])


def learn(signs: np.ndarray, right: np.ndarray, weight: np.ndarray) -> Rejection:
    """From signs (n, k), whether the best entry was right (n,) and how much each row counts (n,)."""
    from sklearn.linear_model import LogisticRegression

    if right.all() or not right.any():
        return Rejection(USUAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = LogisticRegression(C=1.0).fit(signs, right, sample_weight=weight)
    return Rejection(np.append(model.intercept_, model.coef_[0]))
