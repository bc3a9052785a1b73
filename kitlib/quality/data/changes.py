"""What changes on a shop floor, applied to pictures: less light, sensor noise, lost focus, a turned camera."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PIL import Image, ImageFilter

from .pictures import Pictures

DARKEST = 0.12  # of the light is left
LOUDEST = 36.0  # standard deviation in grey levels at white
WIDEST = 0.02  # standard deviation of the blur in picture heights or widths, whichever is longer
FARTHEST = 30.0  # degrees
_AT_ONCE = 64


def apply(pictures: Pictures, change: str, strength: float, seed: int = 0) -> Pictures:
    """The same pictures under a change.

    change: brightness (darker), noise, blur or rotation (about the centre; borders are continued).
    strength: 0 (unchanged) to 1 (strong: an eighth of the light; noise of 36 grey levels; blur of 2 % of the long side;
        30 degrees).
    seed: for the noise; a picture of one name gets the same noise whichever others are with it.
    Masks of flange pictures are not turned along. Raises ValueError for another change or strength.
    """
    if change not in CHANGES:
        raise ValueError(f"unknown change {change!r}; there are {', '.join(CHANGES)}")
    if not 0 <= strength <= 1:
        raise ValueError("strength must lie in 0..1")
    if strength == 0 or not len(pictures):
        return pictures
    out = np.empty(pictures.images.shape, np.uint8)
    for start in range(0, len(pictures), _AT_ONCE):  # floats of all pictures at once would need four times their memory
        part = slice(start, start + _AT_ONCE)
        out[part] = CHANGES[change](np.asarray(pictures.images[part]), strength, pictures.names[part], seed)
    return replace(pictures, images=out)


def _darker(images: np.ndarray, strength: float, _names, _seed) -> np.ndarray:
    """Light falls by a factor; a picture's values follow it by the power 1/2.2 (sRGB, simplified)."""
    left = 1 - strength * (1 - DARKEST)
    return np.round(np.arange(256) * left ** (1 / 2.2)).astype(np.uint8)[images]


def _noisy(images: np.ndarray, strength: float, names: tuple[str, ...], seed: int) -> np.ndarray:
    """Read noise and shot noise: the variance grows with the light, from a quarter of it at black."""
    out = np.empty_like(images)
    spread = strength * LOUDEST * np.sqrt(0.25 + 0.75 * np.arange(256, dtype=np.float32) / 255)
    for i, name in enumerate(names):
        rng = np.random.default_rng([seed, zlib.crc32(name.encode("utf-8", "replace"))])
        noise = rng.standard_normal(images[i].shape, np.float32) * spread[images[i]]
        out[i] = np.clip(np.round(images[i] + noise), 0, 255)
    return out


def _blurred(images: np.ndarray, strength: float, _names, _seed) -> np.ndarray:
    blur = ImageFilter.GaussianBlur(strength * WIDEST * max(images.shape[1:3]))
    return np.stack([np.asarray(Image.fromarray(image).filter(blur)) for image in images])


def _turned(images: np.ndarray, strength: float, _names, _seed) -> np.ndarray:
    """Bilinear; the source of each pixel is computed once for all pictures and clipped to the border."""
    height, width = images.shape[1:3]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    y, x = y - (height - 1) / 2, x - (width - 1) / 2
    c, s = math.cos(math.radians(strength * FARTHEST)), math.sin(math.radians(strength * FARTHEST))
    source_y = np.clip(s * x + c * y + (height - 1) / 2, 0, height - 1)
    source_x = np.clip(c * x - s * y + (width - 1) / 2, 0, width - 1)
    top, left = source_y.astype(int), source_x.astype(int)
    below, right = np.minimum(top + 1, height - 1), np.minimum(left + 1, width - 1)
    down, along = (source_y - top)[..., None], (source_x - left)[..., None]
    upper = images[:, top, left] * (1 - along) + images[:, top, right] * along
    lower = images[:, below, left] * (1 - along) + images[:, below, right] * along
    return np.round(upper * (1 - down) + lower * down).astype(np.uint8)


CHANGES: dict[str, Callable] = {"brightness": _darker, "noise": _noisy, "blur": _blurred, "rotation": _turned}
