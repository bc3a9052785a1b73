"""Step 7: your own pictures. They stay in memory; the model says how far so few of them carry."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image
from scipy.stats import binomtest
from sklearn.model_selection import StratifiedGroupKFold

from ..data.flange import flange
from ..data.intake import combine, load_files, load_zip
from ..data.pictures import Pictures, Problem
from .estimator import Model, train

MOST, MOST_CLASSES = 500, 6
FOLDS, REPEATS = 3, 3


@dataclass(frozen=True)
class Result:
    """Cross-validated shares of pictures sorted correctly, one for each repetition, and pairs (true, said) of indices;
    `chance` is what always naming the commonest class would reach; `low` to `high` is where the true share may lie
    (95 %, Wilson's interval for so many pictures)."""

    accuracies: tuple[float, ...]
    pairs: tuple[tuple[int, int], ...]
    chance: float
    low: float
    high: float


@dataclass(frozen=True)
class Own:
    """`pictures`: what could be used so far, of one class or more; `problems`: what could not; `model` and `result`
    once trained; `tried`: a picture to sort that was not learned from. It lives here only: a reset lets go of it."""

    pictures: Pictures | None = None
    problems: tuple[Problem, ...] = ()
    model: Model | None = None
    result: Result | None = None
    tried: Pictures | None = None
    guess: int | None = None


Files = list[tuple[str, bytes]]


def add_files(state: Own, class_name: str, files: Files) -> Own:
    """Take (name, content) pairs of one class in. Raises PicturesError when none of them is a usable picture."""
    return _with(state, load_files(files, class_name, max_pictures=MOST))


def add_zip(state: Own, name: str, content: bytes) -> Own:
    """Take a ZIP in whose folders are the classes. Raises PicturesError when it holds no two usable classes."""
    return _with(state, load_zip(content, name, max_pictures=MOST))


def practice(state: Own, names: dict[str, str]) -> Own:
    """Thirty pictures of three products from the shipped set; `names` gives flange, gear and washer their words."""
    ok = flange("standard", split="test", kinds=("ok",)).subset(np.arange(10))
    other = flange("wrong_part")
    kinds = other.info["kind"].to_numpy()
    pieces = [_named(names["flange"], ok)]
    pieces += [_named(names[kind], other.subset(np.flatnonzero(kinds == kind)[:10])) for kind in ("gear", "washer")]
    return replace(_empty(state), pictures=combine(pieces))


def _named(name: str, pictures: Pictures) -> Pictures:
    return Pictures(pictures.images, np.zeros(len(pictures), int), (name,), pictures.names, pictures.groups)


def _empty(state: Own) -> Own:
    return Own(guess=state.guess)


def _with(state: Own, more: Pictures) -> Own:
    """With `more` beside what is there: classes of one name become one."""
    if state.pictures is None:
        return replace(_empty(state), pictures=more, problems=more.problems)
    both = combine([state.pictures, more], max_pictures=MOST)
    return replace(_empty(state), pictures=both, problems=both.problems)


def ready(state: Own) -> bool:
    """Two to six classes, each with two different pictures: less cannot be split into learning and testing."""
    if state.pictures is None or not 2 <= len(state.pictures.classes) <= MOST_CLASSES:
        return False
    return _smallest(state.pictures) >= 2


def _smallest(pictures: Pictures) -> int:
    """How many pictures the smallest class has, those that belong together counted once."""
    return min(len(np.unique(pictures.groups[pictures.labels == k])) for k in range(len(pictures.classes)))


def evaluate(state: Own) -> Own:
    """Learn from all pictures, and tell by cross-validation how well that goes."""
    model = train(state.pictures, seed=0)
    return replace(state, model=model, result=_result(state.pictures, model.method))


def _result(pictures: Pictures, method: str) -> Result:
    """Hide a third of the pictures, learn from the others, sort the hidden ones; three times over for the spread."""
    accuracies, pairs = [], []
    for seed in range(REPEATS):
        said = np.empty(len(pictures), int)
        folds = StratifiedGroupKFold(min(FOLDS, _smallest(pictures)), shuffle=True, random_state=seed)
        for learn, test in folds.split(pictures.labels, pictures.labels, pictures.groups):
            model = train(pictures.subset(learn), seed=seed, method=method)
            said[test] = model.predict_proba(pictures.subset(test)).argmax(axis=1)
        accuracies.append(float(np.mean(said == pictures.labels)))
        pairs = list(zip(pictures.labels.tolist(), said.tolist(), strict=True))
    counts = np.bincount(pictures.labels, minlength=len(pictures.classes))
    hits = round(float(np.mean(accuracies)) * len(pictures))
    interval = binomtest(hits, len(pictures)).proportion_ci(method="wilson")
    chance = float(counts.max() / counts.sum())
    return Result(tuple(accuracies), tuple(pairs), chance, float(interval.low), float(interval.high))


def sort_one(state: Own, files: Files) -> Own:
    """Sort one new picture. Raises PicturesError when it is none."""
    return replace(state, tried=load_files(files[:1], "?"))


def sorted_as(state: Own) -> tuple[np.ndarray, float]:
    """Probabilities of the classes (classes,) and novelty of the picture tried, 0..1."""
    return state.model.predict_proba(state.tried)[0], float(state.model.novelty(state.tried)[0])


def as_zip(state: Own) -> bytes:
    """The pictures as PNG files, one folder a class: for saving on the learner's own device."""
    buffer, pictures = io.BytesIO(), state.pictures
    safe = [re.sub(r"[^\w -]", "_", name).strip() or "_" for name in pictures.classes]
    folders = [name if safe.count(name) == 1 else f"{name} {i}" for i, name in enumerate(safe, 1)]
    with zipfile.ZipFile(buffer, "w") as archive:
        for i, (picture, label) in enumerate(zip(pictures.images, pictures.labels, strict=True)):
            content = io.BytesIO()
            Image.fromarray(np.asarray(picture)).save(content, "PNG")
            archive.writestr(f"{folders[label]}/{i:04d}.png", content.getvalue())
    return buffer.getvalue()
