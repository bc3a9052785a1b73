"""Train on labelled pictures and state how probable each class is: `train(pictures) -> Model`."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import StratifiedGroupKFold

from . import template as templates
from .align import Reference, move
from .calibration import Calibration, cautious, fit_calibration
from .discriminant import Discriminant, fit_discriminant
from .novelty import Novelty, fit_novelty
from .prepared import Prepared, prepare

METHODS = ("template", "texture")
FOLDS = 5


@dataclass(frozen=True)
class Reason:
    """Why a method was taken. code: `asked` (by the caller), `better` (in cross-validation), `equal` (none better
    beyond chance: the template is taken, its map is easier to read), `too_few` (pictures to compare).
    values: the figures behind it.
    """

    code: str
    values: dict = field(default_factory=dict)


@dataclass(frozen=True, eq=False, repr=False)
class Model:
    """A trained model; immutable, compared and hashed by identity.

    classes: their names. method: "template" or "texture". reason: why this method.
    scores: cross-validated balanced accuracy of each method tried (empty if there were too few pictures).
    """

    classes: tuple[str, ...]
    method: str
    reason: Reason
    scores: dict[str, float]
    reference: Reference
    template: templates.Template | None
    classifier: Discriminant
    calibration: Calibration
    unusual: Novelty

    def predict_proba(self, pictures) -> np.ndarray:
        """(n, classes), calibrated on held-out training pictures."""
        return self.calibration(self.classifier(self._features(pictures)))

    def novelty(self, pictures) -> np.ndarray:
        """(n,) 0 to 1: the share of training pictures that were less unusual than this one."""
        return self.unusual(self._features(pictures))

    def heatmap(self, pictures) -> np.ndarray:
        """(n, h, w) float32 >= 0 at the size of `pictures`: where each picture deviates from the template."""
        prepared = prepare(pictures, self.reference)
        template = self.template
        maps = np.stack([gaussian_filter(m, 0.7) for m in template.deviation(prepared.cells)[:, -1]])
        return np.stack([_enlarged(m, p, prepared) for m, p in zip(maps, prepared.places, strict=True)])

    def _features(self, pictures) -> np.ndarray:
        return _features(prepare(pictures, self.reference), self.method, self.template)


def _features(prepared: Prepared, method: str, template) -> np.ndarray:
    return template.features(prepared.cells) if method == "template" else prepared.texture


def _enlarged(heat: np.ndarray, place: np.ndarray, prepared: Prepared) -> np.ndarray:
    height, width = prepared.reference.size
    large = np.asarray(Image.fromarray(heat.astype(np.float32)).resize((width, height), Image.Resampling.BICUBIC))
    large = move(large, place, back=True)
    height, width = prepared.images.shape[1:3]
    if large.shape != (height, width):
        large = np.asarray(Image.fromarray(large).resize((width, height), Image.Resampling.BICUBIC))
    return np.maximum(large, 0).astype(np.float32)


def train(pictures, seed: int = 0, method: str = "auto") -> Model:
    """Train on `pictures` (Pictures or Prepared).

    method: "template" for views from a fixture (deviation from what good parts look like, cell by cell), "texture" for
    surfaces and loose parts (filter responses and patterns), "auto" tries both by cross-validation that keeps groups
    together and takes the better. The same pictures and seed give the same model.
    Raises ValueError for an unknown method or pictures of one class only.
    """
    if method not in ("auto", *METHODS):
        raise ValueError(f"method must be auto, {' or '.join(METHODS)}, not {method!r}")
    prepared = prepare(pictures)
    labels, groups = np.asarray(prepared.labels), np.asarray(prepared.groups)
    if len(np.unique(labels)) < 2:
        raise ValueError("training needs pictures of at least two classes")
    golden = labels == templates.golden_class(prepared.classes, labels, prepared.cells)
    found = {}
    for name in METHODS if method == "auto" else (method,):
        template, features = templates.learn(prepared.cells, groups, golden)
        if name == "texture":
            features = prepared.texture
        found[name] = template, features, _held_out(features, labels, groups, len(prepared.classes), seed)
    scores = {
        name: float(balanced_accuracy_score(labels, held.argmax(1)))
        for name, (*_, held) in found.items()
        if held is not None
    }
    name, reason = (method, Reason("asked")) if method != "auto" else _choose(scores, len(labels))
    template, features, held = found[name]
    counts = np.bincount(labels, minlength=len(prepared.classes))
    base = (counts + 0.5) / (counts + 0.5).sum()
    calibration = cautious(base) if held is None else fit_calibration(held, labels, base)
    classifier = fit_discriminant(features, labels, len(prepared.classes))
    unusual = fit_novelty(features, groups)
    return Model(
        tuple(prepared.classes), name, reason, scores, prepared.reference, template, classifier, calibration, unusual
    )


def _choose(scores: dict[str, float], count: int) -> tuple[str, Reason]:
    if len(scores) < 2:
        return "template", Reason("too_few", {"pictures": count})
    best = max(scores, key=scores.get)
    margin = scores[best] - min(scores.values())
    chance = np.sqrt(2 * max(0.25 / count, scores[best] * (1 - scores[best]) / count))
    values = {**scores, "pictures": count, "margin": margin}
    if margin <= chance:
        return "template", Reason("equal", values)
    return best, Reason("better", values)


def _held_out(features, labels, groups, classes: int, seed: int) -> np.ndarray | None:
    """(n, classes) log-probabilities computed without the picture's group; None if there are too few groups."""
    smallest = min(len(np.unique(groups[labels == c])) for c in np.unique(labels))
    if smallest < 2:
        return None
    folds = StratifiedGroupKFold(min(FOLDS, smallest), shuffle=True, random_state=seed)
    scores = np.empty((len(labels), classes))
    for rest, held in folds.split(features, labels, groups):
        scores[held] = fit_discriminant(features[rest], labels[rest], classes)(features[held])
    return scores
