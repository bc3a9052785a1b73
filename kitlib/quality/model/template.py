"""The golden template: what good parts look like, cell by cell, and how far a picture deviates from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

GOOD_NAMES = frozenset(
    {"ok", "ok_front", "gut", "gutteil", "gutteile", "good", "io", "i.o.", "in ordnung", "in_ordnung", "in-ordnung"}
    | {"normal", "einwandfrei", "intakt", "fehlerfrei", "pass", "no_defect", "defect_free"}
)
FARTHEST = 20.0  # deviations beyond so many spreads count alike
PRIOR = 6.0  # the spread common to a whole map weighs like so many pictures
SHARES = (0.5, 0.9, 0.97, 0.99, 0.995, 0.998)
SMOOTH = (2, 3, 5)
BATCH = 64


def golden_class(classes: tuple[str, ...], labels: np.ndarray, cells: np.ndarray) -> int:
    """The class the template is made of: the one called ok, gut, good …; else the one whose pictures differ least."""
    for i, name in enumerate(classes):
        if name.strip().lower() in GOOD_NAMES and (labels == i).sum():
            return i
    spread = [_spread(cells[labels == i]) for i in range(len(classes))]
    return int(np.argmin(spread))


def _spread(cells: np.ndarray) -> float:
    """Mean standard deviation over cells, maps weighed alike; infinite for fewer than three pictures."""
    if len(cells) < 3:
        return np.inf
    values = cells[:100].astype(np.float32)
    return float(np.mean(values.std(0).mean((1, 2)) * np.sqrt(len(values) / (len(values) - 1))))


@dataclass(frozen=True, eq=False)
class Template:
    """mean, variance: (maps, rows, columns) over `count` good pictures; floor: (maps, 1, 1), common to a map."""

    mean: np.ndarray
    variance: np.ndarray
    floor: np.ndarray
    count: int

    def deviation(self, cells: np.ndarray) -> np.ndarray:
        """(n, maps, rows, columns) float32, in spreads of the good pictures, 0 to FARTHEST."""
        return _deviation(cells.astype(np.float32), self.mean, self.variance, self.floor, self.count)

    def features(self, cells: np.ndarray) -> np.ndarray:
        """(n, features) float32: how strong and how wide the deviations are, map by map."""
        parts = [pooled(self.deviation(cells[i : i + BATCH])) for i in range(0, len(cells), BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, 0), np.float32)


def learn(cells: np.ndarray, groups: np.ndarray, golden: np.ndarray) -> tuple[Template, np.ndarray]:
    """The template of the pictures marked `golden`, and the features of all pictures.

    A good picture is compared with the template of the *other* groups: compared with itself it would deviate too
    little, and new good parts would look defective.
    """
    if len(np.unique(groups[golden])) < 3:
        golden = np.ones(len(cells), bool)
    good = cells[golden]
    total = good.sum(0, dtype=np.float32)
    squares = sum((good[i : i + BATCH].astype(np.float32) ** 2).sum(0) for i in range(0, len(good), BATCH))
    count = len(good)
    mean = total / count
    variance = np.maximum(squares / count - mean**2, 0)
    floor = variance.mean((1, 2), keepdims=True) + 1e-3
    template = Template(mean, variance, floor, count)
    features = np.empty((len(cells), 0), np.float32)
    rows = [template.features(cells[~golden])] if (~golden).any() else []
    features = np.empty((len(cells), pooled(np.zeros((1, *cells.shape[1:]), np.float32)).shape[1]), np.float32)
    if rows:
        features[~golden] = rows[0]
    for group in np.unique(groups[golden]):
        mine = golden & (groups == group)
        own = cells[mine].astype(np.float32)
        rest = count - len(own)
        left_mean = (total - own.sum(0)) / rest
        left_variance = np.maximum((squares - (own**2).sum(0)) / rest - left_mean**2, 0)
        features[mine] = pooled(_deviation(own, left_mean, left_variance, floor, rest))
    return template, features


def _deviation(cells, mean, variance, floor, count) -> np.ndarray:
    spread = np.sqrt((variance * count + floor * PRIOR) / (count + PRIOR) * (1 + 1 / count))
    return np.minimum(np.abs(cells - mean) / spread, FARTHEST)


def pooled(deviation: np.ndarray) -> np.ndarray:
    """(n, maps, rows, columns) -> (n, features): mean, quantiles and largest value of each map, also smoothed."""
    n, maps = deviation.shape[:2]
    flat = np.sort(deviation.reshape(n, maps, -1), axis=-1)
    last = flat.shape[-1] - 1
    values = [flat.mean(-1), flat[..., -max(1, last // 200) :].mean(-1), flat[..., last]]
    values += [flat[..., round(share * last)] for share in SHARES]
    values += [ndimage.uniform_filter(deviation, (0, 0, s, s)).max((2, 3)) for s in SMOOTH]
    return np.log1p(np.maximum(np.concatenate(values, axis=1), 0))
