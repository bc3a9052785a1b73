"""Compare methods by cross-validation that keeps groups together, and take one for a reason that can be told."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import StratifiedGroupKFold

from .calibration import Calibration, cautious, fit_calibration
from .discriminant import fit_discriminant

METHODS = ("template", "texture", "both")
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


def candidate(features: np.ndarray, labels: np.ndarray, groups: np.ndarray, classes: int, seed: int) -> Candidate:
    """Score pictures by discriminants trained without their groups, and calibrate on these scores."""
    counts = np.bincount(labels, minlength=classes)
    base = (counts + 0.5) / (counts + 0.5).sum()
    scores = _held_out(features, labels, groups, classes, seed)
    if scores is None:
        return Candidate(None, np.zeros(0), cautious(base))
    calibration = fit_calibration(scores, labels, base)
    probability = calibration(scores)
    losses = -np.log(probability[np.arange(len(labels)), labels] + 1e-9)
    return Candidate(float(balanced_accuracy_score(labels, probability.argmax(1))), losses, calibration)


def choose(found: dict[str, Candidate], shared_view: bool, pictures: int) -> tuple[str, Reason]:
    """The method with the least loss on held-out pictures, if it beats the usual one by more than a standard error.

    The loss counts how sure a wrong answer was and so tells methods apart by fewer pictures than the accuracy.
    """
    usual = "template" if shared_view else "both"
    values = {name: c.accuracy for name, c in found.items()} | {"pictures": pictures, "usual": usual}
    if found[usual].accuracy is None:
        return usual, Reason("too_few", {"pictures": pictures, "usual": usual})
    best = min(found, key=lambda name: found[name].losses.mean())
    gain = found[usual].losses - found[best].losses
    if best == usual or gain.mean() > gain.std() / np.sqrt(len(gain)):
        return best, Reason("better", values | {"best": best})
    return usual, Reason("equal", values | {"best": best})


def _held_out(features, labels, groups, classes: int, seed: int) -> np.ndarray | None:
    """(n, classes) log-probabilities computed without the picture's group; None if there are too few groups."""
    smallest = min(len(np.unique(groups[labels == c])) for c in np.unique(labels))
    if smallest < 2:
        return None
    folds = StratifiedGroupKFold(min(FOLDS, smallest), shuffle=True, random_state=seed)
    scores = np.zeros((len(labels), classes))
    for rest, held in folds.split(features, labels, groups):
        scores[held] = fit_discriminant(features[rest], labels[rest], classes)(features[held])
    return scores
