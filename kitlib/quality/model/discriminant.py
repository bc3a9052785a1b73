"""Linear discriminant analysis that also works from very few pictures: one covariance, shrunk (Ledoit & Wolf 2004)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import log_softmax
from sklearn.covariance import ledoit_wolf

PRIOR = 2.0  # pictures: weight of independent features with the spread of all pictures
LEAST = 0.05  # and at least this share: pictures of a series are less different than they seem


@dataclass(frozen=True, eq=False)
class Discriminant:
    """centre, scale: (features,) to standardise; weights: (features, classes), offset: (classes,)."""

    centre: np.ndarray
    scale: np.ndarray
    weights: np.ndarray
    offset: np.ndarray

    def __call__(self, features: np.ndarray) -> np.ndarray:
        """(n, features) -> (n, classes) log-probabilities, not calibrated; very small for classes without pictures."""
        standard = (features - self.centre) / self.scale
        return np.maximum(log_softmax(standard @ self.weights + self.offset, axis=1), -30.0)


def fit_discriminant(features: np.ndarray, labels: np.ndarray, classes: int) -> Discriminant:
    """features (n, features), labels (n,) in 0..classes - 1; a class without pictures is never named."""
    features = features.astype(float)
    centre, scale = features.mean(0), features.std(0)
    scale[scale < 1e-6] = 1.0
    standard = (features - centre) / scale
    counts = np.bincount(labels, minlength=classes)
    member = np.eye(classes)[labels]
    means = member.T @ standard / np.maximum(counts, 1)[:, None]
    within = standard - means[labels]
    covariance = ledoit_wolf(within, assume_centered=True)[0] if within.any() else np.zeros((len(centre),) * 2)
    n = len(labels)
    share = max(LEAST, PRIOR / (n + PRIOR))
    covariance = (1 - share) * covariance + share * np.eye(len(centre))
    weights = cho_solve(cho_factor(covariance), means.T)
    prior = np.log(np.maximum(counts, 1e-12) / n)
    return Discriminant(centre, scale, weights, prior - (means.T * weights).sum(0) / 2)
