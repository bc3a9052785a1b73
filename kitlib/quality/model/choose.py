"""Compare methods by cross-validation that keeps groups together, and take one for a reason that can be told."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import StratifiedGroupKFold

from .calibration import Calibration, cautious, fit_calibration
from .discriminant import fit_discriminant

METHODS = {"template": ("template",), "texture": ("texture",), "both": ("template", "texture", "layout")}
"""Each method and the opinions it weighs; `layout`: where it is bright and coloured, roughly."""
FOLDS = 5


@dataclass(frozen=True)
class Reason:
    """Why a method was taken. code: `asked` (by the caller), `better` (in cross-validation), `equal` (no other was
    better beyond chance than the usual one: template where the pictures share a view, else both), `too_few` (pictures
    to compare; the usual one). values: usual, best, pictures, and the balanced accuracy of each method by its name.
    """

    code: str
    values: dict = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Candidate:
    """accuracy: balanced, of held-out pictures, None with too few groups; losses: (n,) negative log-likelihoods."""

    accuracy: float | None
    losses: np.ndarray
    calibration: Calibration


def candidates(features: dict, labels, groups, classes: int, seed: int, methods) -> dict[str, Candidate]:
    """Each of `methods` with its calibration. features: name of opinion -> (n, features)."""
    counts = np.bincount(labels, minlength=classes)
    base = (counts + 0.5) / (counts + 0.5).sum()
    smallest = min(len(np.unique(groups[labels == c])) for c in np.unique(labels))
    if smallest < 2:
        return {name: Candidate(None, np.zeros(0), cautious(base, len(METHODS[name]))) for name in methods}
    splits = StratifiedGroupKFold(min(FOLDS, smallest), shuffle=True, random_state=seed)
    folds = list(splits.split(labels, labels, groups))
    held = {name: _held_out(values, labels, classes, folds) for name, values in features.items()}
    return {name: _candidate(np.stack([held[o] for o in METHODS[name]]), labels, base) for name in methods}


def _candidate(scores: np.ndarray, labels: np.ndarray, base: np.ndarray) -> Candidate:
    calibration = fit_calibration(scores, labels, base)
    probability = calibration(scores)
    losses = -np.log(probability[np.arange(len(labels)), labels] + 1e-9)
    return Candidate(float(balanced_accuracy_score(labels, probability.argmax(1))), losses, calibration)


def _held_out(features: np.ndarray, labels: np.ndarray, classes: int, folds) -> np.ndarray:
    """(n, classes) log-probabilities by discriminants trained without the picture's group."""
    scores = np.zeros((len(labels), classes))
    for rest, held in folds:
        scores[held] = fit_discriminant(features[rest], labels[rest], classes)(features[held])
    return scores


def choose(found: dict[str, Candidate], shared_view: bool, pictures: int) -> tuple[str, Reason]:
    """The method with the least loss on held-out pictures, if it beats the usual one by more than a standard error.

    The loss counts how sure a wrong answer was and so tells methods apart by fewer pictures than the accuracy. Each
    weight fitted costs one unit of log-likelihood (Akaike 1974, doi:10.1109/TAC.1974.1100705).
    """
    usual = "template" if shared_view else "both"
    values = {name: c.accuracy for name, c in found.items()} | {"pictures": pictures, "usual": usual}
    if found[usual].accuracy is None:
        return usual, Reason("too_few", {"pictures": pictures, "usual": usual})
    losses = {name: c.losses + len(METHODS[name]) / pictures for name, c in found.items()}
    best = min(losses, key=lambda name: losses[name].mean())
    gain = losses[usual] - losses[best]
    if best == usual or gain.mean() > gain.std() / np.sqrt(len(gain)):
        return best, Reason("better", values | {"best": best})
    return usual, Reason("equal", values | {"best": best})
