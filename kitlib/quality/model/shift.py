"""Step 5: when the shop floor changes. What breaks, what the model states about itself, and what repairs it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score

from ..data import changes
from ..data.flange import flange
from ..data.photos import joined
from ..data.pictures import Pictures
from . import room
from .cache import once
from .estimator import Model, train
from .prepared import Prepared, prepare

CONDITIONS = (
    "standard", "dim", "other_side", "tilted", "turned", "blur", "noise", "unknown_defect", "wrong_part",
)  # fmt: skip
REPAIRS = ("none", "threshold", "pictures")
WARNED = 0.95
"""Novelty from which the "I have not seen such a thing" warning appears: 1 in 20 training pictures is as unusual."""


@dataclass(frozen=True)
class Shift:
    """`tried`: pairs (condition, repair) measured so far, in order; the last one is on show."""

    condition: str = "dim"
    tried: tuple[tuple[str, str], ...] = ()
    guess: str | None = None

    @property
    def last(self) -> tuple[str, str] | None:
        return self.tried[-1] if self.tried else None


def choose(state: Shift, condition: str) -> Shift:
    return replace(state, condition=condition)


def tried(state: Shift, repair: str = "none") -> Shift:
    now = (state.condition, repair)
    return replace(state, tried=(*(t for t in state.tried if t != now), now))


@dataclass(frozen=True)
class Report:
    """Figures on pictures that no repair has used: shares 0..1; auroc nan if there is only one class."""

    accuracy: float
    auroc: float
    confidence: float
    warned: float
    threshold: float
    pictures: int


def join(a: Pictures, b: Pictures) -> Pictures:
    """Two sets of flange pictures one after the other."""
    return Pictures(
        images=joined(a.images, b.images),
        labels=np.concatenate([a.labels, b.labels]),
        classes=a.classes,
        names=a.names + b.names,
        groups=np.concatenate([a.groups, b.groups]),
        info=pd.concat([a.info, b.info], ignore_index=True),
    )


def _same_parts() -> Pictures:
    """The standard pictures of just those parts that were also taken under changed conditions."""
    test = flange("standard", split="test")
    return test.subset(np.flatnonzero(test.info["part"].isin(flange("dim").info["part"])))


@once(3)
def pictures(condition: str) -> Pictures:
    """Pictures under one condition; good parts from the line are added where the condition has none."""
    if condition == "standard":
        return _same_parts()
    if condition in ("blur", "noise"):
        return changes.apply(_same_parts(), condition, 0.5, seed=0)
    shown = flange(condition)
    if condition in ("unknown_defect", "wrong_part"):
        return join(flange("standard", split="test", kinds=("ok",)).subset(np.arange(len(shown))), shown)
    return shown


def halves(condition: str) -> tuple[np.ndarray, np.ndarray]:
    """Indices of the half a repair may use and of the half that measures, every kind in both."""
    order = pd.Series(pictures(condition).info["kind"].to_numpy()).sort_values(kind="stable").index.to_numpy()
    return np.sort(order[::2]), np.sort(order[1::2])


@once(2)
def prepared(condition: str) -> Prepared:
    return prepare(pictures(condition), like=room.learning(), method="template")


def _retrained(condition: str) -> Model:
    """Trained on the usual examples and half of the new pictures."""
    use, _ = halves(condition)
    usual, new = room.learning().subset(room.sample(room.USUAL, 0)), prepared(condition).subset(use)
    arrays = {n: np.concatenate([getattr(usual, n), getattr(new, n)]) for n in ("places", "cells")}
    both = replace(usual, pictures=join(usual.pictures, new.pictures), **arrays)
    return train(both, seed=0, method="template")


@once(32)
def _computed(condition: str, retrained: bool) -> tuple[np.ndarray, np.ndarray]:
    model = _retrained(condition) if retrained else room.model()
    shown = prepared(condition)
    return model.predict_proba(shown)[:, room.DEFECTIVE], model.novelty(shown)


def _best_threshold(p: np.ndarray, defective: np.ndarray) -> float:
    """The cut between sorted scores with the best balanced accuracy."""
    cuts = np.unique(p)
    cuts = np.r_[0.0, (cuts[1:] + cuts[:-1]) / 2, 1.0]
    balanced = [((p[defective] >= c).mean() + (p[~defective] < c).mean()) / 2 for c in cuts]
    return float(cuts[int(np.argmax(balanced))])


@once(64)
def report(condition: str, repair: str = "none") -> Report:
    """Measure one condition after one repair, always on the same half of the pictures."""
    use, measure = halves(condition)
    p, novelty = _computed(condition, repair == "pictures")
    defective = pictures(condition).labels == room.DEFECTIVE
    threshold = _best_threshold(p[use], defective[use]) if repair == "threshold" else 0.5
    p, novelty, defective = p[measure], novelty[measure], defective[measure]
    return Report(
        accuracy=room.accuracy(p, defective, threshold),
        auroc=float(roc_auc_score(defective, p)) if 0 < defective.mean() < 1 else float("nan"),
        confidence=float(np.maximum(p, 1 - p).mean()),
        warned=float((novelty >= WARNED).mean()),
        threshold=threshold,
        pictures=len(measure),
    )


def warned_by_kind(condition: str) -> dict[str, float]:
    """Share of pictures with a warning, by kind: new things should warn, good parts should not."""
    _, novelty = _computed(condition, False)
    return pd.Series(novelty >= WARNED).groupby(pictures(condition).info["kind"].to_numpy()).mean().to_dict()
