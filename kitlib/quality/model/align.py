"""Lay each picture of a fixture view over a common reference: a few pixels of offset, a few degrees of turn.

Inverse compositional Lucas-Kanade on small blurred pictures (Baker & Matthews 2004,
doi:10.1023/B:VISI.0000011205.11775.fd).
The whole picture is moved, background included: what lies around the part stays visible to the model.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage

from .maps import resized

SIZE = 64  # long side of the pictures compared, pixels
STEPS = 6
FARTHEST = np.array([8.0, 8.0, 0.2])  # pixels at SIZE, radians: beyond, the picture is left where it lies
LIKE = 0.5  # pictures that correlate less than this with their mean show no common object


@dataclass(frozen=True, eq=False)
class Reference:
    """What pictures are laid over. size: (height, width) all pictures are brought to, pixels;
    picture: (h, w) float32 with long side SIZE, or None where no view is shared.
    """

    size: tuple[int, int]
    picture: np.ndarray | None

    def place(self, image: np.ndarray) -> np.ndarray:
        """(3,) x, y in shares of the long side and turn in radians that lay the picture on the reference."""
        if self.picture is None:
            return np.zeros(3)
        return _follow(_small(image)[None], self.picture)[0] / np.array([SIZE, SIZE, 1.0])


def find_reference(images: np.ndarray, height: int, width: int, most: int = 120) -> Reference:
    """Median of the pictures after two rounds of laying them over their mean; none if they show no common view."""
    chosen = np.unique(np.linspace(0, len(images) - 1, min(most, len(images))).astype(int))
    small = np.stack([_small(resized(images[i], height, width)) for i in chosen])
    reference = small.mean(0)
    for _ in range(2):
        moved = np.stack([_moved(s, p) for s, p in zip(small, _follow(small, reference), strict=True)])
        reference = np.median(moved, axis=0)
    alike = np.mean([np.corrcoef(m.ravel(), reference.ravel())[0, 1] for m in moved])
    return Reference((height, width), reference.astype(np.float32) if alike > LIKE else None)


def matrix(place: np.ndarray, height: int, width: int) -> tuple[float, ...]:
    """The six numbers Pillow's AFFINE takes: from a point of the aligned picture to the same point before."""
    c, s = np.cos(place[2]), np.sin(place[2])
    x, y = (width - 1) / 2, (height - 1) / 2
    dx, dy = place[:2] * max(height, width)
    # Pillow samples at pixel centres (+0.5), which a turn about the centre of the same grid leaves unchanged
    x, y = x + 0.5, y + 0.5
    return (c, -s, x - c * x + s * y + dx, s, c, y - s * x - c * y + dy)


def move(image: np.ndarray, place: np.ndarray, back: bool = False) -> np.ndarray:
    """Lay one picture on the reference; with `back`, a map (h, w) float32 from the reference onto the picture."""
    if not place.any():
        return image
    height, width = image.shape[:2]
    numbers = matrix(place, height, width)
    if back:
        turn = np.array(numbers).reshape(2, 3)
        inverse = np.linalg.inv(turn[:, :2])
        numbers = np.c_[inverse, -inverse @ turn[:, 2]].ravel()
    picture = Image.fromarray(image)
    moved = picture.transform((width, height), Image.Transform.AFFINE, tuple(numbers), Image.Resampling.BILINEAR)
    if back:
        return np.asarray(moved)
    uncovered = np.asarray(
        Image.new("L", picture.size, 1).transform(picture.size, Image.Transform.AFFINE, tuple(numbers))
    )
    return np.where(uncovered[..., None] == 0, image, np.asarray(moved))


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


def _follow(small: np.ndarray, reference: np.ndarray) -> np.ndarray:
    slope_y, slope_x = np.gradient(reference)
    y, x = np.indices(reference.shape) - (np.array(reference.shape)[:, None, None] - 1) / 2
    jacobian = np.stack([slope_x, slope_y, slope_y * x - slope_x * y]).reshape(3, -1).astype(np.float32)
    solve = np.linalg.inv(jacobian @ jacobian.T + 1e-3 * np.eye(3)) @ jacobian
    places = np.zeros((len(small), 3))
    for place, picture in zip(places, small, strict=True):
        for _ in range(STEPS):
            step = solve @ (_moved(picture, place) - reference).ravel()
            place -= step
            if np.abs(step).max() < 0.01:
                break
        if (np.abs(place) > FARTHEST).any():
            place[:] = 0
    return places
