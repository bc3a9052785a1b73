"""Labelled pictures in memory, and what went wrong while they were read."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from kitlib.tables import problem

from .photos import Photos

NOTES = frozenset({"first_frame", "duplicate", "few_pictures", "mixed_shapes", "contradiction"})


class Problem(problem.Problem):
    """Something a person should know about one file, a class or the whole; its sentence is in problems.toml."""

    notes = NOTES


class PicturesError(problem.IntakeError):
    """Nothing usable at all. `problem` says why in general, `problems` lists what is wrong with single files."""


@dataclass(frozen=True, eq=False, repr=False)
class Pictures:
    """Pictures of one size with their classes; immutable, compared and hashed by identity.

    images: (n, h, w, 3) uint8, sRGB, read-only; the flange set's are decoded when they are looked at.
    labels: (n,) int, index into `classes`, read-only.
    classes: at least one name.
    names: n file names as the learner knows them.
    groups: (n,) str; pictures of one part or position share a group and must not be torn apart by a split.
    info: None or one row a picture, in the same order (not to be written to).
    problems: what was left out and why, and notes.
    Raises ValueError when the lengths or types do not fit together.
    """

    images: np.ndarray | Photos
    labels: np.ndarray
    classes: tuple[str, ...]
    names: tuple[str, ...]
    groups: np.ndarray
    info: pd.DataFrame | None = None
    problems: tuple[Problem, ...] = ()

    def __post_init__(self):
        if self.images.dtype != np.uint8 or self.images.ndim != 4 or self.images.shape[3] != 3:
            raise ValueError(f"images must be (n, h, w, 3) uint8, not {self.images.shape} {self.images.dtype}")
        rest = (self.labels, self.names, self.groups) + (() if self.info is None else (self.info,))
        if any(len(part) != len(self.images) for part in rest):
            raise ValueError("images, labels, names, groups and info must have the same length")
        if len(self.labels) and not 0 <= np.min(self.labels) <= np.max(self.labels) < len(self.classes):
            raise ValueError("labels must be indices into classes")
        for name in ("images", "labels", "groups"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def __len__(self) -> int:
        return len(self.images)

    def __repr__(self) -> str:
        counts = np.bincount(self.labels, minlength=len(self.classes))
        height, width = self.images.shape[1:3]
        classes = ", ".join(f"{c}: {n}" for c, n in zip(self.classes, counts, strict=True))
        return f"Pictures({classes}; {width} x {height} px)"

    def subset(self, index) -> Pictures:
        """The pictures at `index` (integers, booleans or a slice) in that order; all classes stay, memory is shared."""
        rows = np.arange(len(self))[index]
        consecutive = len(rows) > 0 and bool((np.diff(rows) == 1).all())
        pick = slice(rows[0], rows[-1] + 1) if consecutive else rows
        return replace(
            self,
            images=self.images[pick],
            labels=self.labels[pick],
            names=tuple(self.names[i] for i in rows),
            groups=self.groups[pick],
            info=None if self.info is None else self.info.iloc[rows].reset_index(drop=True),
        )


def read_only(array: np.ndarray | Photos) -> np.ndarray | Photos:
    """A view of `array` that cannot be written to; nobody can write to Photos."""
    if isinstance(array, Photos):
        return array
    view = array.view()
    view.flags.writeable = False
    return view
