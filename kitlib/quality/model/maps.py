"""Maps of one picture in which something may stand out: brightness, spots, lines in several directions, colour.

Each cell of CELL x CELL pixels keeps the mean (brightness, colour) or the largest value (spots, lines) of a map,
so that a pixel of offset does not count as a deviation.
"""

from __future__ import annotations

from functools import lru_cache, reduce

import numpy as np
from PIL import Image
from scipy import fft

LONG = 192  # long side of the pictures the model works on, pixels
SHORT, STEP = 64, 16
CELL = 4
GRID = 12
SPOT = (1.0, 4.0)  # spots: difference of two Gaussians with these standard deviations, pixels
LINES = ((8, 6.0, 1.0), (6, 5.0, 2.0))  # lines: number of directions, standard deviation along and across, pixels
_COUNTS = (1, 1, 1, *(count for count, _, _ in LINES for _sign in "+-"), 1, 1)
NAMES = ("brightness", "bright spots", "dark spots", "bright fine lines", "dark fine lines")
NAMES += ("bright broad lines", "dark broad lines", "red-green", "yellow-blue")
ENDS = tuple(np.cumsum(_COUNTS).tolist())
"""Where the maps of each name end in the result of `cell_maps`: a name has one map, or one for each direction."""


def working_size(height: int, width: int) -> tuple[int, int]:
    """(height, width) with long side LONG, both multiples of STEP; very narrow pictures are widened to SHORT."""
    scale = LONG / max(height, width)
    return tuple(max(SHORT, STEP * round(side * scale / STEP)) for side in (height, width))


def resized(image: np.ndarray, height: int, width: int) -> np.ndarray:
    """(height, width, 3) uint8."""
    if image.shape[:2] == (height, width):
        return image
    return np.asarray(Image.fromarray(image).resize((width, height), Image.Resampling.BILINEAR))


def cell_maps(image: np.ndarray) -> np.ndarray:
    """(ENDS[-1], height / CELL, width / CELL) float16 from one picture (height, width, 3) uint8 of working size."""
    red, green, blue = np.moveaxis(image.astype(np.float32), 2, 0)
    grey = 0.299 * red + 0.587 * green + 0.114 * blue
    grey = (grey - np.median(grey)) * (40 / (grey.std() + 2))
    spectrum = fft.rfft2(grey)
    found = [_mean(grey)]
    for filters in _banks(*grey.shape):
        responses = [fft.irfft2(spectrum * one, s=grey.shape) for one in filters]
        found += [_pooled(np.maximum, r) for r in responses] + [-_pooled(np.minimum, r) for r in responses]
    found += [_mean(red - green), _mean((red + green) / 2 - blue)]
    return np.array(found, np.float16)


def layout(cells: np.ndarray) -> np.ndarray:
    """(n, maps, rows, columns) -> (n, features) float32: brightness and colour on a grid of GRID x GRID."""
    means = cells[:, [0, -2, -1]].astype(np.float32)
    for axis in (2, 3):
        cuts = np.linspace(0, means.shape[axis], GRID, endpoint=False).astype(int)
        means = np.add.reduceat(means, cuts, axis) / np.diff([*cuts, means.shape[axis]]).reshape(-1, *[1] * (3 - axis))
    return means.reshape(len(cells), -1)


@lru_cache(maxsize=4)
def _banks(height: int, width: int) -> list[np.ndarray]:
    """Filters for spots and for lines, (directions, height, width // 2 + 1) float32 each, in the frequency plane."""
    y, x = 2 * np.pi * fft.fftfreq(height)[:, None], 2 * np.pi * fft.rfftfreq(width)[None]
    square = x**2 + y**2
    banks = [np.exp(-(SPOT[0] ** 2) * square / 2)[None] - np.exp(-(SPOT[1] ** 2) * square / 2)[None]]
    for count, along, across in LINES:
        turns = np.pi * np.arange(count)[:, None, None] / count
        u, v = x * np.cos(turns) + y * np.sin(turns), y * np.cos(turns) - x * np.sin(turns)
        banks.append(2 * (across * v) ** 2 * np.exp(-((along * u) ** 2 + (across * v) ** 2) / 2))
    return [bank.astype(np.float32) for bank in banks]


def _pooled(extreme: np.ufunc, values: np.ndarray) -> np.ndarray:
    """Largest or smallest value of each cell; slices are several times faster than a reduction over short axes."""
    rows = reduce(extreme, [values[i::CELL] for i in range(CELL)])
    return reduce(extreme, [rows[:, i::CELL] for i in range(CELL)])


def _mean(values: np.ndarray) -> np.ndarray:
    height, width = values.shape
    return values.reshape(height // CELL, CELL, width // CELL, CELL).mean((1, 3))
