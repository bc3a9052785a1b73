"""Turn scores into probabilities that hold, by scores of pictures the scoring model had not seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, softmax

DOUBT = 1.0  # pictures
STIFF = 1.0  # how strongly weights and offsets are held at equal shares of 1 and at 0


@dataclass(frozen=True, eq=False)
class Calibration:
    """Platt's method for several classes and several opinions: scores of each times its weight (opinions,), summed,
    plus `offset` (classes,); of the result a `share` is `base`.

    base: (classes,) how frequent the classes are in training. Its share covers wrong labels.
    """

    weights: np.ndarray
    offset: np.ndarray
    share: float
    base: np.ndarray

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        """(opinions, n, classes) log-probabilities -> (n, classes) probabilities."""
        summed = np.tensordot(self.weights, scores, 1) + self.offset
        return (1 - self.share) * softmax(summed, axis=1) + self.share * self.base


def cautious(base: np.ndarray, opinions: int) -> Calibration:
    """For sets too small to hold pictures out: half of each probability is the base rate."""
    return Calibration(np.full(opinions, 0.5 / opinions), np.zeros(len(base)), 0.5, base)


def fit_calibration(scores: np.ndarray, labels: np.ndarray, base: np.ndarray) -> Calibration:
    """Make the held-out labels most likely; `scores` (opinions, n, classes) were computed without them.

    A small share of every label is spread over the classes by base rate, as if DOUBT more pictures had been sorted
    blindly: ten right answers in a row do not make a model certain.
    """
    doubt = DOUBT / (len(labels) + DOUBT)
    target = (1 - doubt) * np.eye(len(base))[labels] + doubt * base

    opinions = len(scores)

    def unpacked(values):
        weights, share = np.exp(values[:opinions]), expit(values[opinions])
        return Calibration(weights, values[opinions + 1 :], float(share), base)

    def loss(values):
        fit = unpacked(values)
        held = ((fit.weights - 1 / opinions) ** 2).sum() + (fit.offset**2).sum()
        return STIFF * held / 2 - (target * np.log(fit(scores) + 1e-12)).sum()

    start = np.r_[np.full(opinions, -np.log(opinions)), -4.0, np.zeros(len(base))]
    limits = [(-7, 2)] * opinions + [(-7, 4)] + [(-6, 6)] * len(base)
    return unpacked(minimize(loss, start, method="L-BFGS-B", bounds=limits).x)


def calibration_error(probability: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: |stated - true share of right answers|, weighed over bins of equal width."""
    stated, right = probability.max(1), probability.argmax(1) == labels
    slot = np.minimum((stated * bins).astype(int), bins - 1)
    gaps = [(slot == b).mean() * abs(stated[slot == b].mean() - right[slot == b].mean()) for b in np.unique(slot)]
    return float(np.sum(gaps))
