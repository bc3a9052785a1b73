"""One linear score per entry: ridge regression on 0/1 targets, solved in the space of the questions.

(K + r I) A = Y, with K the similarities of the questions and Y who belongs to whom. The inverse also says, exactly and
without training again, what each question would have got had it (or its whole entry) been left out.
"""

from __future__ import annotations

import numpy as np
from scipy import linalg

RIDGE = 0.3


def solve(similar: np.ndarray, targets: np.ndarray, ridge: float = RIDGE) -> tuple[np.ndarray, np.ndarray]:
    """similar: (n, n). targets: (n, m) 0/1. Returns (weights (n, m), inverse (n, n))."""
    inverse = linalg.inv(similar + ridge * np.eye(len(similar)), check_finite=False)
    return inverse @ targets, inverse


def left_out(weights: np.ndarray, inverse: np.ndarray, targets: np.ndarray, group: np.ndarray) -> np.ndarray:
    """(n, m) scores each question gets from a model trained without the questions of its group, exactly.

    group: (n,) a number each. What is left out misses its target by the solution of inverse[B, B] e = weights[B].
    """
    found = np.empty_like(weights)
    for one in np.unique(group):
        rows = np.flatnonzero(group == one)
        found[rows] = targets[rows] - np.linalg.solve(inverse[np.ix_(rows, rows)], weights[rows])
    return found
