"""Maps of one picture that show what may deviate: brightness, edges, dark and bright spots, colour; pooled into cells.

Each cell of CELL x CELL pixels keeps the mean (brightness, colour) or the largest value (edges, spots) of a map,
so that a pixel of offset does not count as a deviation.
"""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy import ndimage

LONG = 192  # long side of the pictures the model works on, pixels
CELL = 4
MAPS = (
    "brightness", "fine edges", "coarse edges", "fine bright", "fine dark", "bright", "dark",
    "broad bright", "broad dark", "red-green", "yellow-blue",
)  # fmt: skip


def working_size(height: int, width: int) -> tuple[int, int]:
    """(height, width) with long side LONG, both multiples of CELL."""
    scale = LONG / max(height, width)
    return tuple(max(2 * CELL, CELL * round(side * scale / CELL)) for side in (height, width))


def resized(image: np.ndarray, height: int, width: int) -> np.ndarray:
    """(height, width, 3) uint8."""
    if image.shape[:2] == (height, width):
        return image
    return np.asarray(Image.fromarray(image).resize((width, height), Image.Resampling.BILINEAR))


def cell_maps(image: np.ndarray) -> np.ndarray:
    """(len(MAPS), height / CELL, width / CELL) float16 from one picture of working size."""
    pixels = image.astype(np.float32)
    grey = pixels @ np.float32([0.299, 0.587, 0.114])
    grey = (grey - np.median(grey)) * (40 / (grey.std() + 2))
    s1, s2, s4, s8 = (ndimage.gaussian_filter(grey, s, truncate=3) for s in (1, 2, 4, 8))
    red, green, blue = np.moveaxis(pixels, 2, 0)
    tops = [_edges(s1), _edges(s2)]
    for spot in (grey - s2, s1 - s4, s2 - s8):
        tops += [spot, -spot]
    means = [s1, red - green, (red + green) / 2 - blue]
    largest, mean = _cells(np.stack(tops)).max((2, 4)), _cells(np.stack(means)).mean((2, 4))
    return np.concatenate([mean[:1], largest, mean[1:]]).astype(np.float16)


def _edges(smooth: np.ndarray) -> np.ndarray:
    return np.hypot(ndimage.sobel(smooth, 0), ndimage.sobel(smooth, 1)) / 8


def _cells(maps: np.ndarray) -> np.ndarray:
    count, height, width = maps.shape
    return maps.reshape(count, height // CELL, CELL, width // CELL, CELL)
