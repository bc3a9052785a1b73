"""Which places of a picture speak for a class, wherever they lie: for surfaces, which have no template."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import uniform_filter
from scipy.special import logsumexp

from .discriminant import Discriminant, fit_discriminant
from .maps import ENDS

AROUND = 5  # cells: side of the neighbourhood a place is judged by
PLACES = 20_000  # places learned from, all pictures together


@dataclass(frozen=True, eq=False)
class Evidence:
    """The same maps the model uses, weighed place by place instead of pooled over the picture."""

    weigh: Discriminant

    def __call__(self, cells: np.ndarray, classes: np.ndarray, against: bool = False) -> np.ndarray:
        """(n, rows, columns) log-odds of classes[i] in picture i (`against`: of all classes but that one).

        Counted from the picture's median place, below 0: what most places show speaks for no place in particular.
        """
        return np.stack([self._one(c, k, against) for c, k in zip(cells, classes, strict=True)])

    def _one(self, cells: np.ndarray, chosen: int, against: bool) -> np.ndarray:
        values = _values(cells)
        scores = self.weigh(values.reshape(len(values), -1).T)
        others = logsumexp(np.delete(scores, chosen, axis=1), axis=1)
        odds = others - scores[:, chosen] if against else scores[:, chosen] - others
        return np.maximum(odds - np.median(odds), 0).reshape(values.shape[1:]).astype(np.float32)


def fit_evidence(cells: np.ndarray, labels: np.ndarray, classes: int, seed: int) -> Evidence:
    """cells (n, maps, rows, columns); each place bears the label of its picture, classes weigh alike."""
    rng = np.random.default_rng(seed)
    counts = np.bincount(labels, minlength=classes)
    area = cells.shape[2] * cells.shape[3]
    values, owners = [], []
    for picture, label in zip(cells, labels, strict=True):
        share = max(1, min(area, PLACES // (len(np.unique(labels)) * counts[label])))
        flat = _values(picture).reshape(-1, area)
        values.append(flat[:, rng.choice(area, share, replace=False)].T)
        owners.append(np.full(share, label))
    return Evidence(fit_discriminant(np.concatenate(values), np.concatenate(owners), classes))


def _values(cells: np.ndarray) -> np.ndarray:
    """(features, rows, columns): each kind of map, smoothed; of lines the strongest direction and the mean."""
    cells = cells.astype(np.float32)
    kinds = np.split(cells, ENDS[:-1])
    values = [kind.max(0) for kind in kinds] + [kind.mean(0) for kind in kinds if len(kind) > 1]
    values = np.sign(values) * np.log1p(np.abs(values))
    return uniform_filter(values, (0, AROUND, AROUND)).astype(np.float32)
