"""Turn scores into probabilities that hold, by scores of pictures the scoring model had not seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, softmax

DOUBT = 1.0  # pictures
STIFF = 1.0  # how strongly slope and offsets are held at 1 and 0


@dataclass(frozen=True, eq=False)
class Calibration:
    """Platt's method for several classes: scores times `slope` plus `offset` (classes,), mixed with `share` of `base`.

    base: (classes,) how frequent the classes are in training. Its share covers wrong labels.
    """

    slope: float
    offset: np.ndarray
    share: float
    base: np.ndarray

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        """(n, classes) log-probabilities -> (n, classes) probabilities."""
        return (1 - self.share) * softmax(scores * self.slope + self.offset, axis=1) + self.share * self.base


def cautious(base: np.ndarray) -> Calibration:
    """For sets too small to hold pictures out: half of each probability is the base rate."""
    return Calibration(0.5, np.zeros(len(base)), 0.5, base)


def fit_calibration(scores: np.ndarray, labels: np.ndarray, base: np.ndarray) -> Calibration:
    """Make the held-out labels most likely; `scores` (n, classes) were computed without them.

    A small share of every label is spread over the classes by base rate, as if DOUBT more pictures had been sorted
    blindly: ten right answers in a row do not make a model certain.
    """
    doubt = DOUBT / (len(labels) + DOUBT)
    target = (1 - doubt) * np.eye(len(base))[labels] + doubt * base

    def loss(values):
        slope, share, offset = np.exp(values[0]), expit(values[1]), values[2:]
        likelihood = np.log((1 - share) * softmax(scores * slope + offset, axis=1) + share * base + 1e-12)
        return -(target * likelihood).sum() + STIFF * (values[0] ** 2 + (offset**2).sum()) / 2

    start = np.r_[0.0, -4.0, np.zeros(len(base))]
    limits = [(-4, 2), (-7, 4)] + [(-6, 6)] * len(base)
    found = minimize(loss, start, method="L-BFGS-B", bounds=limits).x
    return Calibration(float(np.exp(found[0])), found[2:], float(expit(found[1])), base)


def calibration_error(probability: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: |stated - true share of right answers|, weighed over bins of equal width."""
    stated, right = probability.max(1), probability.argmax(1) == labels
    slot = np.minimum((stated * bins).astype(int), bins - 1)
    gaps = [(slot == b).mean() * abs(stated[slot == b].mean() - right[slot == b].mean()) for b in np.unique(slot)]
    return float(np.sum(gaps))
