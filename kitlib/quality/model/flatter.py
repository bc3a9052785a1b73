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


def _tones(pictures: Pictures) -> np.ndarray:
    """How often each of 64 grey tones occurs, (n, 64): all that the nearest-neighbour model compares.

    Too little to find a defect, but each part's turning marks give it a mix of tones of its own, as a fingerprint.
    """
    grey = pictures.images.mean(axis=3)
    return np.stack([np.histogram(picture, 64, (0, 255))[0] for picture in grey])


def _neighbour():
    return make_pipeline(StandardScaler(), KNeighborsClassifier(1))


def _folds(pictures: Pictures, split: str):
    if split == "random":
        return StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(pictures.labels, pictures.labels)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    return folds.split(pictures.labels, pictures.labels, pictures.groups)


@once(1)
def _prepared() -> Prepared:
    return prepare(flange("copies"))


def _predict(method: str, pictures: Pictures, learn: np.ndarray, test: np.ndarray) -> np.ndarray:
    if method == "template":
        model = train(_prepared().subset(learn), seed=0, method="template")
        return model.predict_proba(_prepared().subset(test)).argmax(axis=1)
    tones = _tones(pictures)
    return _neighbour().fit(tones[learn], pictures.labels[learn]).predict(tones[test])


@once(4)
def accuracy(method: str, split: str) -> float:
    """Cross-validated share of pictures sorted correctly; every part was photographed six times."""
    pictures = flange("copies")
    hits = [_predict(method, pictures, learn, test) == pictures.labels[test] for learn, test in _folds(pictures, split)]
    return float(np.concatenate(hits).mean())


@once(1)
def on_new_parts() -> float:
    """The nearest-neighbour model, taught with all copies, on test parts it has never met: the proof."""
    copies, new = flange("copies"), flange("standard", split="test")
    model = _neighbour().fit(_tones(copies), copies.labels)
    return room.accuracy(model.predict(_tones(new)), new.labels == room.DEFECTIVE)
