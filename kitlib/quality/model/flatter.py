"""Step 6: the flattering test. Pictures of one part in training and test at once give a figure that does not hold."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ..data.flange import flange
from ..data.pictures import Pictures
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
    """The maps of each picture, place by place, (n, values): all that the nearest-neighbour model compares.

    Each part has turning marks of its own, as a fingerprint: the model finds the same part again, not the defect.
    """
    return prepared.cells.reshape(len(prepared), -1).astype(np.float32)


def _neighbour():
    return make_pipeline(StandardScaler(), KNeighborsClassifier(1))


def _folds(pictures: Pictures, split: str):
    if split == "random":
        return StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(pictures.labels, pictures.labels)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    return folds.split(pictures.labels, pictures.labels, pictures.groups)


@once(1)
def _prepared() -> Prepared:
    return prepare(flange("copies"), like=room.learning())


def _predict(method: str, learn: np.ndarray, test: np.ndarray) -> np.ndarray:
    known, new = _prepared().subset(learn), _prepared().subset(test)
    if method == "template":
        return train(known, seed=0, method="template").predict_proba(new).argmax(axis=1)
    return _neighbour().fit(_places(known), known.labels).predict(_places(new))


@once(4)
def accuracy(method: str, split: str) -> float:
    """Cross-validated share of pictures sorted correctly; every part was photographed six times."""
    pictures = flange("copies")
    hits = [_predict(method, learn, test) == pictures.labels[test] for learn, test in _folds(pictures, split)]
    return float(np.concatenate(hits).mean())


@once(1)
def on_new_parts() -> float:
    """The nearest-neighbour model, taught with all copies, on test parts it has never met: the proof."""
    model = _neighbour().fit(_places(_prepared()), _prepared().labels)
    return room.accuracy(model.predict(_places(room.testing())), room.truth())
