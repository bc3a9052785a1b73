"""What everybody in the room shares: models trained once on the flange pictures, and their scores of the test parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..data.flange import flange
from .cache import once
from .estimator import Model, train
from .prepared import Prepared, prepare

OK, DEFECTIVE = 0, 1
USUAL = 400
"""So many training pictures the steps use that do not ask for a number."""


@once(1)
def learning() -> Prepared:
    """The training parts of the line with what can be computed of a picture before any training."""
    return prepare(flange("standard", split="train"), method="template")


@once(1)
def testing() -> Prepared:
    """The test parts of the line, laid over the same reference."""
    return prepare(flange("standard", split="test"), like=learning(), method="template")


def sample(size: int, seed: int) -> np.ndarray:
    """Indices of `size` training pictures, half of them ok (one more if odd): small samples must show both classes."""
    labels = flange("standard", split="train").labels
    rng = np.random.default_rng(seed)
    chosen = [rng.permutation(np.flatnonzero(labels == k)) for k in (OK, DEFECTIVE)]
    return np.concatenate([chosen[OK][: (size + 1) // 2], chosen[DEFECTIVE][: size // 2]])


def mislabel(examples: Prepared, share: float, seed: int) -> Prepared:
    """The same pictures with `share` of the labels turned round, as happens when people label in a hurry."""
    wrong = np.random.default_rng([seed, 77]).permutation(len(examples))[: round(share * len(examples))]
    labels = examples.labels.copy()
    labels[wrong] = 1 - labels[wrong]
    return replace(examples, pictures=replace(examples.pictures, labels=labels))


@once(8)
def model(size: int = USUAL, mislabelled: float = 0.0, seed: int = 0) -> Model:
    examples = learning().subset(sample(size, seed))
    return train(mislabel(examples, mislabelled, seed), seed=seed, method="template")


@once(256)
def scores(size: int = USUAL, mislabelled: float = 0.0, seed: int = 0) -> np.ndarray:
    """Probability of "defective" for each test part, (n,) in 0..1, read-only."""
    computed = model(size, mislabelled, seed).predict_proba(testing())[:, DEFECTIVE]
    computed.setflags(write=False)
    return computed


@once(1)
def truth() -> np.ndarray:
    """Which test parts are truly defective, (n,) bool, read-only."""
    defective = flange("standard", split="test").labels == DEFECTIVE
    defective.setflags(write=False)
    return defective


def accuracy(probability: np.ndarray, defective: np.ndarray, threshold: float = 0.5) -> float:
    return float(np.mean((probability >= threshold) == defective))
