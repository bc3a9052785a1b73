"""What a surface looks like, wherever things lie on it: filter responses and local binary patterns, pooled."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import fft

SCALES, TURNS = 4, 6


def describe(image: np.ndarray) -> np.ndarray:
    """(features,) float32 of one picture (h, w, 3) uint8."""
    pixels = image.astype(np.float32)
    grey = pixels @ np.float32([0.299, 0.587, 0.114])
    colour = [pixels[..., 0] - pixels[..., 1], (pixels[..., 0] + pixels[..., 1]) / 2 - pixels[..., 2]]
    tone = [np.quantile(grey, (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98)) / 64, [grey.mean() / 64, grey.std() / 32]]
    tone += [[c.mean() / 16, c.std() / 16] for c in colour]
    return np.concatenate([*tone, _responses(grey), *(_patterns(grey, step) for step in (1, 2, 4))]).astype(np.float32)


@lru_cache(maxsize=8)
def _bank(height: int, width: int) -> np.ndarray:
    """(SCALES * TURNS, height, width // 2 + 1) float32 in the frequency plane: Gabor-like, one octave a scale."""
    y, x = fft.fftfreq(height)[:, None], fft.rfftfreq(width)[None]
    radius, angle = np.hypot(x, y) + 1e-9, np.arctan2(y, x)
    filters = []
    for scale in range(SCALES):
        ring = np.exp(-0.5 * (np.log2(radius / (0.3 / 2**scale)) / 0.5) ** 2)
        for turn in range(TURNS):
            away = np.angle(np.exp(2j * (angle - np.pi * turn / TURNS))) / 2
            filters.append(ring * np.exp(-0.5 * (away / (np.pi / TURNS / 1.5)) ** 2))
    return np.array(filters, np.float32)


def _responses(grey: np.ndarray) -> np.ndarray:
    spectrum = fft.rfft2(grey - grey.mean())
    values = []
    for kernel in _bank(*grey.shape):
        response = np.abs(fft.irfft2(spectrum * kernel, s=grey.shape)).ravel()
        top = np.partition(response, [int(0.9 * response.size), int(0.99 * response.size)])
        values.append(
            [
                response.mean(),
                response.std(),
                top[int(0.9 * response.size)],
                top[int(0.99 * response.size)],
                response.max(),
            ]
        )
    table = np.log(np.array(values) + 0.1).reshape(SCALES, TURNS, -1)
    return np.concatenate([table.ravel(), table.mean(1).ravel(), np.ptp(table, axis=1).ravel()])


def _patterns(grey: np.ndarray, step: int) -> np.ndarray:
    """Histogram of rotation-invariant uniform local binary patterns (Ojala et al. 2002), eight neighbours."""
    middle = grey[step:-step, step:-step]
    height, width = grey.shape
    ring = [(0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1)]
    bits = np.stack(
        [
            grey[step + step * y : height - step + step * y, step + step * x : width - step + step * x] > middle + 1
            for y, x in ring
        ]
    )
    changes = (bits != np.roll(bits, 1, axis=0)).sum(0)
    code = np.where(changes <= 2, bits.sum(0), 9)
    return np.sqrt(np.bincount(code.ravel(), minlength=10) / code.size)
