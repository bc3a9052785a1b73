"""Turn scores into probabilities that hold: temperature and a share of the base rate, fitted on held-out scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp

TEMPERATURES = np.geomspace(0.2, 20, 41)
SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
DOUBT = 1.0  # pictures


@dataclass(frozen=True, eq=False)
class Calibration:
    """temperature divides the log-odds; `share` of the probability is the base rate (classes,)."""

    temperature: float
    share: float
    base: np.ndarray

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        """(n, classes) log-probabilities -> (n, classes) probabilities."""
        return _mixed(scores, self.temperature, self.share, self.base)


def _mixed(scores, temperature, share, base) -> np.ndarray:
    scaled = scores / temperature
    return (1 - share) * np.exp(scaled - logsumexp(scaled, axis=1, keepdims=True)) + share * base


def fit_calibration(scores: np.ndarray, labels: np.ndarray, base: np.ndarray) -> Calibration:
    """The pair that makes the held-out labels most likely; `scores` (n, classes) were computed without them.

    A small share of every label is spread over the classes by base rate, as if DOUBT more pictures had been sorted
    blindly: ten right answers in a row do not make a model certain.
    """
    doubt = DOUBT / (len(labels) + DOUBT)
    target = (1 - doubt) * np.eye(len(base))[labels] + doubt * base
    found = []
    for temperature in TEMPERATURES:
        plain = _mixed(scores, temperature, 0.0, base)
        for share in SHARES:
            likelihood = (target * np.log((1 - share) * plain + share * base + 1e-12)).sum()
            found.append((likelihood, temperature, share))
    _, temperature, share = max(found)
    return Calibration(float(temperature), float(share), base)


def calibration_error(probability: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error of the stated class: |stated - true share|, averaged over bins of equal width."""
    stated, right = probability.max(1), probability.argmax(1) == labels
    slot = np.minimum((stated * bins).astype(int), bins - 1)
    gaps = [(slot == b).mean() * abs(stated[slot == b].mean() - right[slot == b].mean()) for b in np.unique(slot)]
    return float(np.sum(gaps))
