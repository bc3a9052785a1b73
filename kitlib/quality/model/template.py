"""The golden template: what good parts look like, cell by cell, and how far a picture deviates from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from .maps import ENDS

GOOD_NAMES = frozenset(
    {"ok", "ok_front", "gut", "gutteil", "gutteile", "good", "io", "i.o.", "in ordnung", "in_ordnung", "in-ordnung"}
    | {"normal", "einwandfrei", "intakt", "fehlerfrei", "pass", "no_defect", "defect_free"}
)
FARTHEST = 20.0  # deviations beyond so many spreads count alike
PRIOR = 6.0  # the spread common to a whole map weighs like so many pictures
SHARES = (0.5, 0.9, 0.98, 0.995)
SMOOTH = (3, 6)  # cells
BATCH = 16  # pictures at a time: what fits into the processor's cache is several times faster


def named_good(name: str) -> bool:
    return name.strip().lower() in GOOD_NAMES


def golden_class(classes: tuple[str, ...], labels: np.ndarray, cells: np.ndarray) -> int:
    """The class the template is made of: the one called ok, gut, good …; else the one whose pictures differ least."""
    for i, name in enumerate(classes):
        if named_good(name) and (labels == i).any():
            return i
    return int(np.argmin([_spread(cells[labels == i]) for i in range(len(classes))]))


def _spread(cells: np.ndarray) -> float:
    """Mean standard deviation over cells and maps; infinite for fewer than three pictures."""
    return float(cells[:100].astype(np.float32).std(0, ddof=1).mean()) if len(cells) > 2 else np.inf


@dataclass(frozen=True, eq=False)
class Template:
    """mean, spread: (maps, rows, columns) float32 of the good pictures' cells."""

    mean: np.ndarray
    spread: np.ndarray

    def deviation(self, cells: np.ndarray) -> np.ndarray:
        """(n, kinds + 1, rows, columns) float32, 0 to FARTHEST spreads, of each of maps.NAMES and last of their mean.

        Of the directions of a line filter the one that deviates most counts.
        """
        off = np.minimum(np.abs(cells.astype(np.float32) - self.mean) / self.spread, FARTHEST)
        kinds = np.maximum.reduceat(off, (0, *ENDS[:-1]), axis=1)
        return np.concatenate([kinds, kinds.mean(1, keepdims=True)], axis=1)

    def features(self, cells: np.ndarray) -> np.ndarray:
        """(n, features) float32: how strong and how wide the deviations of each kind are."""
        parts = [pooled(self.deviation(cells[i : i + BATCH])) for i in range(0, len(cells), BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, pooled(self.deviation(self.mean[None])).shape[1]))


@dataclass(frozen=True, eq=False)
class _Sums:
    """What mean and spread of a set of cells follow from; the sums of a subset can be taken off again."""

    count: int
    total: np.ndarray
    squares: np.ndarray

    def template(self) -> Template:
        mean = self.total / self.count
        variance = np.maximum(self.squares / self.count - mean**2, 0)
        common = variance.mean((1, 2), keepdims=True) + 1e-3
        shrunk = (self.count * variance + PRIOR * common) / (self.count + PRIOR)
        return Template(mean, np.sqrt(shrunk * (1 + 1 / self.count)))

    def without(self, other: _Sums) -> _Sums:
        return _Sums(self.count - other.count, self.total - other.total, self.squares - other.squares)


def _sums(cells: np.ndarray) -> _Sums:
    total, squares = np.zeros((2, *cells.shape[1:]), np.float32)
    for start in range(0, len(cells), BATCH):
        values = cells[start : start + BATCH].astype(np.float32)
        total += values.sum(0)
        squares += (values**2).sum(0)
    return _Sums(len(cells), total, squares)


def learn(cells: np.ndarray, groups: np.ndarray, golden: np.ndarray) -> tuple[Template, np.ndarray]:
    """The template of the pictures marked `golden` (of all, if these are fewer than three groups), and features of all.

    A good picture is compared with the template of the *other* groups: compared with itself it would deviate too
    little, and new good parts would look defective.
    """
    if len(np.unique(groups[golden])) < 3:
        golden = np.ones(len(cells), bool)
    everything = _sums(cells[golden])
    template = everything.template()
    features = np.empty((len(cells), pooled(template.deviation(cells[:1])).shape[1]), np.float32)
    features[~golden] = template.features(cells[~golden])
    for group in np.unique(groups[golden]):
        mine = golden & (groups == group)
        others = everything.without(_sums(cells[mine]))
        features[mine] = (others.template() if others.count else template).features(cells[mine])
    return template, features


def pooled(deviation: np.ndarray) -> np.ndarray:
    """(n, kinds, rows, columns) -> (n, features): mean, quantiles, top half percent and smoothed peaks of each kind."""
    n, kinds = deviation.shape[:2]
    flat = np.sort(deviation.reshape(n, kinds, -1), axis=-1)
    last = flat.shape[-1] - 1
    values = [flat.mean(-1), flat[..., -max(1, last // 200) :].mean(-1), flat[..., last]]
    values += [flat[..., round(share * last)] for share in SHARES]
    values += [ndimage.uniform_filter(deviation, (0, 0, size, size)).max((2, 3)) for size in SMOOTH]
    return np.log1p(np.concatenate(values, axis=1))
