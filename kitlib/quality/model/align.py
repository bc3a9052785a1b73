"""Lay each picture over a common reference: the few pixels and degrees a fixture leaves, or parts lying at any angle.

Inverse compositional Lucas-Kanade on small blurred pictures (Baker & Matthews 2004,
doi:10.1023/B:VISI.0000011205.11775.fd); the angle of loose parts is first found by correlation in polar coordinates.
The whole picture is moved, background included: what lies around the part stays visible to the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image
from scipy import fft, ndimage

from .maps import resized

SIZE = 64  # long side of the pictures compared, pixels
STEPS = 8
FARTHEST, STEEPEST = 8.0, 0.2  # pixels at SIZE, radians: beyond, the picture is left as it lies
LIKE, LIKE_TURNED = 0.5, 0.85  # pictures that correlate less with their common picture show no common object
BETTER = 0.7  # parts lie at any angle if turning them leaves less than this share of the difference
LOOKED_AT = 48  # pictures the reference is made from
RINGS, RAYS = 28, 128


@dataclass(frozen=True, eq=False)
class Reference:
    """What pictures are laid over. size: (height, width) all pictures are brought to, pixels;
    picture: (h, w) float32 with long side SIZE, or None where no view is shared; loose: parts lie at any angle.
    """

    size: tuple[int, int]
    picture: np.ndarray | None
    loose: bool = False

    def place(self, image: np.ndarray) -> np.ndarray:
        """(3,) x, y in shares of the long side and turn in radians that lay the picture on the reference."""
        if self.picture is None:
            return np.zeros(3)
        return _follow(_small(image)[None], self.picture, self.loose)[0] / np.array([SIZE, SIZE, 1.0])


def find_reference(images: np.ndarray, height: int, width: int) -> Reference:
    """Median of the pictures laid over each other, turned to any angle only if this makes them much more alike."""
    chosen = np.unique(np.linspace(0, len(images) - 1, min(LOOKED_AT, len(images))).astype(int))
    small = np.stack([_small(resized(images[i], height, width)) for i in chosen])
    mean = small.mean(0)
    fixed, alike = _settle(small, mean, loose=False)
    typical = small[np.argmin(((small - mean) ** 2).sum((1, 2)))]
    turned, turned_alike = _settle(small, typical, loose=True)
    if turned_alike > LIKE_TURNED and 1 - turned_alike < BETTER * (1 - alike):
        return Reference((height, width), turned, loose=True)
    return Reference((height, width), fixed if alike > LIKE else None)


def _settle(small: np.ndarray, reference: np.ndarray, loose: bool) -> tuple[np.ndarray, float]:
    """The median after two rounds, and how well the pictures correlate with it on average."""
    for _ in range(2):
        places = _follow(small, reference, loose)
        moved = np.stack([_moved(s, p) for s, p in zip(small, places, strict=True)])
        reference = np.median(moved, axis=0).astype(np.float32)
    norms = np.sqrt((moved**2).sum((1, 2)) * (reference**2).sum()) + 1e-9
    return reference, float(((moved * reference).sum((1, 2)) / norms).mean())


def move(image: np.ndarray, place: np.ndarray, back: bool = False) -> np.ndarray:
    """Lay one picture on the reference; with `back`, a map (h, w) float32 from the reference onto the picture."""
    if not place.any():
        return image
    height, width = image.shape[:2]
    numbers = _matrix(place, height, width)
    if back:
        turn = np.array(numbers).reshape(2, 3)
        inverse = np.linalg.inv(turn[:, :2])
        numbers = tuple(np.c_[inverse, -inverse @ turn[:, 2]].ravel())
    picture = Image.fromarray(image)
    size, affine = picture.size, Image.Transform.AFFINE
    moved = np.asarray(picture.transform(size, affine, numbers, Image.Resampling.BILINEAR))
    covered = np.asarray(Image.new("L", size, 1).transform(size, affine, numbers)) > 0
    return np.where(covered if back else covered[..., None], moved, image)


def _matrix(place: np.ndarray, height: int, width: int) -> tuple[float, ...]:
    """The six numbers Pillow's AFFINE takes: from a point of the aligned picture to the same point before."""
    c, s = np.cos(place[2]), np.sin(place[2])
    x, y = width / 2, height / 2
    dx, dy = place[:2] * max(height, width)
    return (c, -s, x - c * x + s * y + dx, s, c, y - s * x - c * y + dy)


def _small(image: np.ndarray) -> np.ndarray:
    height, width = image.shape[:2]
    shape = tuple(max(8, round(side * SIZE / max(height, width))) for side in (width, height))
    grey = np.asarray(Image.fromarray(image).convert("L").resize(shape, Image.Resampling.BOX), np.float32)
    grey = ndimage.gaussian_filter(grey, 1.0)
    return (grey - grey.mean()) / (grey.std() + 1e-3)


def _moved(small: np.ndarray, place: np.ndarray) -> np.ndarray:
    c, s = np.cos(place[2]), np.sin(place[2])
    y, x = (np.array(small.shape) - 1) / 2
    offset = (y - s * x - c * y + place[1], x - c * x + s * y + place[0])
    return ndimage.affine_transform(small, [[c, s], [-s, c]], offset, order=1, mode="nearest")


def _follow(small: np.ndarray, reference: np.ndarray, loose: bool) -> np.ndarray:
    """(n, 3) places in pixels of the small pictures and radians."""
    slope_y, slope_x = np.gradient(reference)
    y, x = np.indices(reference.shape) - (np.array(reference.shape)[:, None, None] - 1) / 2
    jacobian = np.stack([slope_x, slope_y, slope_y * x - slope_x * y]).reshape(3, -1).astype(np.float32)
    solve = np.linalg.inv(jacobian @ jacobian.T + 1e-3 * np.eye(3)) @ jacobian
    rays = np.conj(_rays(reference)) if loose else None
    places = []
    for picture in small:
        start = np.array([0.0, 0.0, _angle(picture, rays) if loose else 0.0])
        place = _refined(picture, reference, solve, start)
        off = np.abs(place - start)
        places.append(start if max(off[:2]) > FARTHEST or off[2] > STEEPEST else place)
    return np.array(places)


def _refined(picture: np.ndarray, reference: np.ndarray, solve: np.ndarray, start: np.ndarray) -> np.ndarray:
    place = start.copy()
    for _ in range(STEPS):
        step = solve @ (_moved(picture, place) - reference).ravel()
        c, s = np.cos(place[2]), np.sin(place[2])
        place -= (c * step[0] - s * step[1], s * step[0] + c * step[1], step[2])
        if np.abs(step).max() < 0.01:
            break
    return place


@lru_cache(maxsize=4)
def _polar_grid(height: int, width: int) -> np.ndarray:
    radius = np.linspace(0.12, 0.97, RINGS)[:, None] * (min(height, width) - 1) / 2
    angle = 2 * np.pi * np.arange(RAYS) / RAYS
    return np.array([(height - 1) / 2 + radius * np.sin(angle), (width - 1) / 2 + radius * np.cos(angle)])


def _rays(small: np.ndarray) -> np.ndarray:
    """(RINGS, RAYS // 2 + 1) spectra of the grey values around the middle, outer rings weighed by their length."""
    grid = _polar_grid(*small.shape)
    ring = ndimage.map_coordinates(small, grid, order=1)
    weight = np.sqrt(np.linspace(0.12, 0.97, RINGS))[:, None]
    return fft.rfft((ring - ring.mean(1, keepdims=True)) * weight, axis=1)


def _angle(small: np.ndarray, rays: np.ndarray) -> float:
    likeness = fft.irfft((_rays(small) * rays).sum(0), RAYS)
    return float(np.argmax(likeness) * 2 * np.pi / RAYS)
