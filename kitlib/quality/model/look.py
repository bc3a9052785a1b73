"""Step 4: where does it look? Heat maps beside the true defect, and the shortcut: mats instead of parts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from ..data.flange import flange, mask
from ..data.pictures import Pictures
from . import room
from .cache import once
from .estimator import Model, train
from .prepared import Prepared, prepare

KINDS = ("scratch", "dent", "stain", "missing_hole", "chip")
SETS = ("line", "mats", "mats_swapped")
MARGIN = 4
"""Pixels around the true defect that still count as found."""


@dataclass(frozen=True)
class Look:
    """`where`: pictures of the line, or of the shortcut set with the mats as learned or swapped."""

    where: str = "line"
    kind: str = "dent"
    number: int = 0
    heat: bool = True
    guess: str | None = None


def choose(state: Look, **values) -> Look:
    number = values.pop("number", 0 if values.keys() - {"heat"} else state.number)
    return replace(state, **values, number=number)


def pictures(state: Look) -> Pictures:
    """The test pictures to leaf through."""
    if state.where == "line":
        return flange("standard", split="test", kinds=(state.kind,))
    return flange(state.where, split="test")


def index(state: Look) -> int:
    return state.number % len(pictures(state))


@once(1)
def mats_model() -> Model:
    """Trained where all defective parts lie on blue and all good ones on grey: skewed on purpose."""
    return train(flange("mats", split="train"), seed=0, method="template")


@once(2)
def on_mats(where: str) -> Prepared:
    """The test pictures of one of the sets with mats, ready for the model that belongs to them."""
    return prepare(flange(where, split="test"), like=mats_model(), method="template")


def of_kind(kind: str) -> np.ndarray:
    """Which test parts of the line are of one kind, (n,) indices."""
    return np.flatnonzero(room.testing().pictures.info["kind"] == kind)


def model(state: Look) -> Model:
    return room.model() if state.where == "line" else mats_model()


@once(64)
def heat(where: str, kind: str, number: int) -> np.ndarray:
    """Heat map of one picture, (h, w), read-only."""
    state = Look(where, kind, number)
    computed = model(state).heatmap(_one(state))[0]
    computed.setflags(write=False)
    return computed


def probability(state: Look) -> float:
    return float(model(state).predict_proba(_one(state))[0, room.DEFECTIVE])


def _one(state: Look) -> Prepared:
    if state.where == "line":
        return room.testing().subset(of_kind(state.kind)[[index(state)]])
    return on_mats(state.where).subset([index(state)])


@once(1)
def top() -> float:
    """The heat that counts as full: the same for all pictures, so that colours can be compared."""
    strong = room.model().heatmap(room.testing().subset(of_kind("dent")))
    return float(np.quantile(strong.max(axis=(1, 2)), 0.3))


def _hit(heat_map: np.ndarray, true: np.ndarray) -> bool:
    near = ndimage.binary_dilation(true, iterations=MARGIN)
    return bool(near[np.unravel_index(heat_map.argmax(), heat_map.shape)])


@once(8)
def found(kind: str) -> float:
    """Share of the test pictures of one kind whose strongest heat lies inside the true defect."""
    shown = flange("standard", split="test", kinds=(kind,))
    maps = room.model().heatmap(room.testing().subset(of_kind(kind)))
    return float(np.mean([_hit(m, mask(shown, i)) for i, m in enumerate(maps)]))


def inside(state: Look) -> bool:
    """The strongest heat of the picture shown lies inside the true defect."""
    shown = pictures(state)
    return _hit(heat(state.where, state.kind, state.number), mask(shown, index(state)))


@once(4)
def mats_accuracy(where: str) -> float:
    shown = on_mats(where)
    return room.accuracy(mats_model().predict_proba(shown)[:, room.DEFECTIVE], shown.labels == room.DEFECTIVE)


@once(4)
def heat_on_mat(where: str) -> float:
    """Share of the heat that lies on the mat, outside the part's round outline, over all test pictures."""
    maps = mats_model().heatmap(on_mats(where))
    return float((maps * outside(maps.shape[1:])).sum() / maps.sum())


def outside(shape: tuple[int, int]) -> np.ndarray:
    """(h, w) bool: pixels well outside a part in the fixture (radius 0.44 of the picture's side)."""
    y, x = np.indices(shape)
    return np.hypot(x - shape[1] / 2, y - shape[0] / 2) > 0.46 * shape[0]
