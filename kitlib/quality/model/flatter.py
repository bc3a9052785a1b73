"""Step 6: the flattering test. Pictures of one part in training and test at once give a figure that does not hold."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ..data.flange import flange
from . import room
from .cache import once
from .estimator import train
from .prepared import Prepared, prepare

SPLITS = ("random", "part")
METHODS = ("neighbour", "template")
FOLDS = 5


@dataclass(frozen=True)
class Flatter:
    """`shown`: the splits measured so far; `guess`: predicted hits of 100 on new parts."""

    shown: tuple[str, ...] = ()
    guess: int | None = None


def show(state: Flatter, split: str) -> Flatter:
    return replace(state, shown=(*(s for s in state.shown if s != split), split))


def _places(prepared: Prepared) -> np.ndarray:
    """The maps of each picture, every third place, (n, values): all that the nearest-neighbour model compares.

    Each part has turning marks of its own, as a fingerprint: the model finds the same part again, not the defect.
    """
    return prepared.cells[:, :, ::3, ::3].reshape(len(prepared), -1).astype(np.float32)


def _neighbour():
    return make_pipeline(StandardScaler(), KNeighborsClassifier(1))


def _folds(pictures: Prepared, split: str):
    if split == "random":
        return StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(pictures.labels, pictures.labels)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    return folds.split(pictures.labels, pictures.labels, pictures.groups)


def _predict(method: str, known: Prepared, new: Prepared) -> np.ndarray:
    if method == "template":
        return train(known, seed=0, method="template").predict_proba(new).argmax(axis=1)
    return _neighbour().fit(_places(known), known.labels).predict(_places(new))


@once(1)
def _measured() -> dict[tuple[str, str], float]:
    """All shares at once: what was prepared of the copies is large and not needed afterwards."""
    copies = prepare(flange("copies"), like=room.learning(), method="template")
    shares = {}
    for method, split in itertools.product(METHODS, SPLITS):
        hits = [
            _predict(method, copies.subset(learn), copies.subset(test)) == copies.labels[test]
            for learn, test in _folds(copies, split)
        ]
        shares[method, split] = float(np.concatenate(hits).mean())
    shares["neighbour", "new parts"] = float(np.mean(_predict("neighbour", copies, room.testing()) == room.truth()))
    return shares


def accuracy(method: str, split: str) -> float:
    """Cross-validated share of pictures sorted correctly; every part was photographed six times."""
    return _measured()[method, split]


def on_new_parts() -> float:
    """The nearest-neighbour model, taught with all copies, on test parts it has never met: the proof."""
    return _measured()["neighbour", "new parts"]
