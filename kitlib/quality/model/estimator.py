"""Train on labelled pictures and state how probable each class is: `train(pictures) -> Model`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from .align import Reference, move
from .calibration import Calibration
from .choose import METHODS, Reason, candidates, choose
from .discriminant import Discriminant, fit_discriminant
from .evidence import contributions
from .maps import layout
from .novelty import Novelty, fit_novelty
from .prepared import Prepared, prepare
from .template import Template, golden_class, learn, named_good

SOFT = 0.7  # cells: smoothing of the deviation map


@dataclass(frozen=True, eq=False, repr=False)
class Model:
    """A trained model; immutable, compared and hashed by identity.

    classes: their names. method: "template", "texture" or "both". reason: why this method (`Reason`).
    scores: cross-validated balanced accuracy of each method tried, 0 to 1 (empty if there were too few pictures).
    golden: index of the class the template was made of.
    """

    classes: tuple[str, ...]
    method: str
    reason: Reason
    scores: dict[str, float]
    golden: int
    reference: Reference
    template: Template
    opinions: tuple[Discriminant, ...]
    calibration: Calibration
    unusual: Novelty

    def predict_proba(self, pictures) -> np.ndarray:
        """(n, classes) probabilities, calibrated on training pictures that were held out."""
        features = self._features(pictures)
        scores = [weigh(features[name]) for weigh, name in zip(self.opinions, METHODS[self.method], strict=True)]
        return self.calibration(np.stack(scores))

    def novelty(self, pictures) -> np.ndarray:
        """(n,) 0 to 1: the share of training pictures that were less unusual than this one."""
        return self.unusual(_unusual_by(self._features(pictures)))

    def heatmap(self, pictures) -> np.ndarray:
        """(n, h, w) float32 >= 0 at the size of `pictures`.

        Of "template", and of "both" where pictures share a view: how far each place deviates from good parts, in
        spreads, mean of all kinds of maps. Else: what each place adds to the log-odds, by its texture, against the good
        class or, if none is good by name, for the class stated (`contributions`).
        """
        prepared = prepare(pictures, self, self.method)
        if self.method == "template" or (self.method == "both" and self.reference.picture is not None):
            maps = self.template.deviation(prepared.cells)[:, -1]
        else:
            maps = self._contributions(prepared)
        return np.stack([_enlarged(m, place, prepared) for m, place in zip(maps, prepared.places, strict=True)])

    def _contributions(self, prepared: Prepared) -> list[np.ndarray]:
        prepared = prepare(prepared, self)
        weigh = self.opinions[METHODS[self.method].index("texture")]
        good = named_good(self.classes[self.golden])
        stated = np.full(len(prepared), self.golden) if good else self.predict_proba(prepared).argmax(1)
        rows = zip(prepared.texture, prepared.cells, stated, strict=True)
        return [np.maximum(contributions(weigh, *row) * (-1 if good else 1), 0) for row in rows]

    def _features(self, pictures) -> dict[str, np.ndarray]:
        prepared = prepare(pictures, self, self.method)
        return _features(prepared, self.template.features(prepared.cells), METHODS[self.method])


def _features(prepared: Prepared, deviations: np.ndarray, opinions) -> dict[str, np.ndarray]:
    """Name of opinion -> (n, features)."""
    made = {"template": deviations, "texture": prepared.texture}
    return {name: layout(prepared.cells) if name == "layout" else made[name] for name in opinions}


def _unusual_by(features: dict[str, np.ndarray]) -> np.ndarray:
    return np.concatenate([values for name, values in features.items() if name != "layout"], axis=1)


def train(pictures, seed: int = 0, method: str = "auto") -> Model:
    """Train on `pictures` (Pictures or Prepared).

    method: "template" for views from a fixture or parts lying at any angle (deviation from what good parts look like,
    place by place), "texture" for surfaces (tones, patterns, scattering, wherever they are), "both" weighs these two
    and the layout of light and colour, "auto" tries all three by cross-validation that keeps groups together and takes
    the best (`choose`). The same pictures and seed give the same model.
    Raises ValueError for an unknown method or pictures of one class only.
    """
    if method not in ("auto", *METHODS):
        raise ValueError(f"method must be auto, {', '.join(METHODS)}, not {method!r}")
    prepared = prepare(pictures, method=method)
    labels, classes = prepared.labels, prepared.classes
    if len(np.unique(labels)) < 2:
        raise ValueError("training needs pictures of at least two classes")
    golden = golden_class(classes, labels, prepared.cells)
    template, deviations = learn(prepared.cells, prepared.groups, labels == golden)
    tried = tuple(METHODS) if method == "auto" else (method,)
    opinions = {opinion for name in tried for opinion in METHODS[name]}
    features = _features(prepared, deviations, sorted(opinions))
    found = candidates(features, labels, prepared.groups, len(classes), seed, tried)
    chosen, reason = method, Reason("asked")
    if method == "auto":
        chosen, reason = choose(found, prepared.reference.picture is not None, len(labels))
    features = {name: features[name] for name in METHODS[chosen]}
    return Model(
        classes=classes,
        method=chosen,
        reason=reason,
        scores={name: c.accuracy for name, c in found.items() if c.accuracy is not None},
        golden=golden,
        reference=prepared.reference,
        template=template,
        opinions=tuple(fit_discriminant(values, labels, len(classes)) for values in features.values()),
        calibration=found[chosen].calibration,
        unusual=fit_novelty(_unusual_by(features), prepared.groups),
    )


def _enlarged(heat: np.ndarray, place: np.ndarray, prepared: Prepared) -> np.ndarray:
    """(h, w) at the size of the pictures, moved back to where the part lay."""
    smooth = gaussian_filter(heat.astype(np.float32), SOFT)
    large = move(_scaled(smooth, *prepared.reference.size), place, back=True)
    return np.maximum(_scaled(large, *prepared.images.shape[1:3]), 0)


def _scaled(heat: np.ndarray, height: int, width: int) -> np.ndarray:
    if heat.shape == (height, width):
        return heat
    return np.asarray(Image.fromarray(heat).resize((width, height), Image.Resampling.BICUBIC))
