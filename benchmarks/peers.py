"""Plain models to set beside ours, and pictures that are nearly the same."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy.sparse.csgraph import connected_components
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SIDE = 32
ALIKE = 0.9  # correlation of what distinguishes two pictures from the mean of all


def _thumbnails(images: np.ndarray, mode: str) -> np.ndarray:
    return np.stack([np.asarray(Image.fromarray(i).convert(mode).resize((SIDE, SIDE)), np.float32) for i in images])


def _histogram(images: np.ndarray) -> np.ndarray:
    grey = images.mean(3).astype(int) // 4
    return np.sqrt(np.stack([np.bincount(g.ravel(), minlength=64) / g.size for g in grey]))


def _thumbnail(images: np.ndarray) -> np.ndarray:
    return _thumbnails(images, "RGB").reshape(len(images), -1)


def _logistic():
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=1000))


def _nearest():
    return make_pipeline(StandardScaler(), KNeighborsClassifier(1))


PEERS: dict[str, tuple[Callable, Callable]] = {
    "grey histogram, logistic regression": (_histogram, _logistic),
    "thumbnail, logistic regression": (_thumbnail, _logistic),
    "thumbnail, nearest neighbour": (_thumbnail, _nearest),
}


def peer_probability(name: str, train, test) -> np.ndarray:
    """(n, classes) of the peer called `name` for pictures `test` after learning from `train`."""
    features, estimator = PEERS[name]
    fitted = estimator().fit(features(train.images), train.labels)
    probability = np.zeros((len(test), len(train.classes)))
    probability[:, fitted.classes_] = fitted.predict_proba(features(test.images))
    return probability


def near_copies(images: np.ndarray) -> np.ndarray:
    """(n,) str: one name for pictures that are nearly the same, also mirrored, turned by quarters or brightened.

    Compared is what is left of a thumbnail after the mean of all is taken off: pictures from a fixture are all alike
    at first sight. Chains count: if a is like b and b is like c, all three stay together.
    """
    small = _thumbnails(images, "L")
    small = (small - small.mean((1, 2), keepdims=True)) / (small.std((1, 2), keepdims=True) + 1)
    special = small - small.mean(0)
    special -= special.mean((1, 2), keepdims=True)
    plain = _unit(special)
    alike = np.zeros((len(images), len(images)), bool)
    for turned in (special, special[:, ::-1]):
        for quarters in range(4):
            alike |= plain @ _unit(np.rot90(turned, quarters, (1, 2))).T > ALIKE
    cluster = connected_components(alike | alike.T)[1]
    return np.array([f"copies {c}" for c in cluster])


def _unit(pictures: np.ndarray) -> np.ndarray:
    flat = pictures.reshape(len(pictures), -1)
    return flat / (np.linalg.norm(flat, axis=1, keepdims=True) + 1e-9)
