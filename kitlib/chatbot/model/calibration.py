"""From the best score to a probability: of the questions the FAQ answers that score so high, how many are right?

Learnt by asking each question of the FAQ again with itself left out. It says nothing about questions the FAQ does not
answer: nothing like them was there to learn from, and near misses score as high as others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import optimize
from scipy.special import expit

USUAL = np.array([-2.0, 11.0])
"""Intercept and weight of the score where there is nothing to learn from: as measured with one wording an entry."""
USUAL_SCORE = 0.09
"""Nine in ten answerable questions scored higher there: where the threshold then stands."""
HOLD = np.array([1.0, 0.05])
"""How strongly the usual values hold, in questions."""
LEAST_WEIGHT = 1.0
"""The score counts at least so much: where many questions stand under two answers, right or wrong looks like chance."""
LEAST = 10
"""So many questions are needed for an own threshold."""


@dataclass(frozen=True, eq=False, repr=False)
class Calibration:
    """line: (2,) intercept and weight of the score in a logistic regression (Platt 1999)."""

    line: np.ndarray

    def __call__(self, score: np.ndarray) -> np.ndarray:
        """Probabilities, 0 to 1."""
        return expit(self.line[0] + self.line[1] * np.asarray(score, float))


def learn(score: np.ndarray, right: np.ndarray) -> Calibration:
    """From best scores (n,) and whether the best entry was right (n,). Always rises with the score."""
    design, sign = np.column_stack([np.ones(len(score)), score]), np.where(right, 1, -1)

    def loss(line: np.ndarray) -> tuple[float, np.ndarray]:
        margin, away = sign * (design @ line), line - USUAL
        slope = -(design.T @ (sign * expit(-margin)))
        return np.logaddexp(0, -margin).sum() + HOLD @ away**2 / 2, slope + HOLD * away

    found = optimize.minimize(loss, USUAL, jac=True, method="L-BFGS-B", bounds=[(None, None), (LEAST_WEIGHT, None)])
    return Calibration(found.x)


def threshold(made: Calibration, score: np.ndarray, hand_over: float) -> float:
    """The confidence below which about this share of answerable questions lies; score: (n,) of such questions."""
    return float(np.quantile(made(score), hand_over) if len(score) >= LEAST else made(USUAL_SCORE))
