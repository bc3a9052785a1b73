"""How unusual a picture is: its distance to the nearest training pictures, in whitened features."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

NEAREST = 3


@dataclass(frozen=True, eq=False)
class Novelty:
    scaler: StandardScaler
    pca: PCA
    points: np.ndarray
    usual: np.ndarray

    def __call__(self, features: np.ndarray) -> np.ndarray:
        """(n,) share of training pictures that were less unusual among the others, 0 to 1."""
        far = _far(self._whiten(features), self.points)
        return np.searchsorted(self.usual, far) / len(self.usual)

    def _whiten(self, features: np.ndarray) -> np.ndarray:
        return _whiten(self.scaler, self.pca, features)


def fit_novelty(features: np.ndarray, groups: np.ndarray) -> Novelty:
    """Each training picture is measured against the other groups only, as a new picture is."""
    scaler = StandardScaler().fit(features)
    size = max(1, min(30, len(features) // 3, features.shape[1]))
    pca = PCA(size, svd_solver="full").fit(scaler.transform(features))
    points = _whiten(scaler, pca, features)
    usual = [_far(points[groups == g], points[groups != g]) for g in np.unique(groups)]
    return Novelty(scaler, pca, points, np.sort(np.concatenate(usual)))


def _whiten(scaler, pca, features) -> np.ndarray:
    return (pca.transform(scaler.transform(features)) / np.sqrt(pca.explained_variance_ + 0.1)).astype(np.float32)


def _far(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Mean distance of each point to the nearest of the others."""
    if not len(others):
        return np.zeros(len(points))
    square = (points**2).sum(1)[:, None] + (others**2).sum(1)[None] - 2 * points @ others.T
    nearest = np.sort(np.maximum(square, 0), axis=1)[:, :NEAREST]
    return np.sqrt(nearest).mean(1)
