"""What a surface looks like, wherever things lie on it: tones, local binary patterns, scattering.

Scattering (Bruna & Mallat 2013, doi:10.1109/TPAMI.2012.230): how strongly each scale and direction is present, and at
which scales and relative directions that strength varies. No value changes when a picture is mirrored.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import fft

from .maps import ENDS

SCALES, TURNS = 5, 6  # octaves, directions
FINEST = 0.32  # centre frequency of the finest scale, cycles per pixel
MIRRORED = np.array([[k, -k % TURNS] for k in range(TURNS // 2 + 1)])
QUANTILES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0)


def describe(image: np.ndarray, cells: np.ndarray) -> np.ndarray:
    """(features,) float32 of one picture (h, w, 3) uint8 and its cell maps."""
    red, green, blue = np.moveaxis(image.astype(np.float32), 2, 0)
    grey = 0.299 * red + 0.587 * green + 0.114 * blue
    parts = [_quantiles(place_maps(cells)), _tones(grey, red - green, (red + green) / 2 - blue)]
    parts += [_patterns(grey, step) for step in (1, 2, 4)]
    parts += [_scattering((grey - grey.mean()) * (30 / (grey.std() + 2))), _directions(cells)]
    return np.concatenate(parts).astype(np.float32)


def _tones(grey: np.ndarray, *colours: np.ndarray) -> np.ndarray:
    quantiles = np.quantile(grey, (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98)) / 64
    colour = [value for c in colours for value in (c.mean() / 16, c.std() / 16)]
    return np.array([*quantiles, grey.mean() / 64, np.log(grey.std() + 2), *colour])


def _patterns(grey: np.ndarray, step: int) -> np.ndarray:
    """Histogram of rotation-invariant uniform local binary patterns (Ojala et al. 2002), eight neighbours."""
    height, width = grey.shape
    middle = grey[step:-step, step:-step] + 1
    ring = [(0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1)]
    bits = np.empty((len(ring), *middle.shape), np.uint8)
    for bit, (y, x) in zip(bits, np.multiply(ring, step), strict=True):
        bit[:] = grey[step + y : height - step + y, step + x : width - step + x] > middle
    changes = (bits != np.roll(bits, 1, axis=0)).sum(0, dtype=np.uint8)
    codes = np.where(changes <= 2, bits.sum(0, dtype=np.uint8), 9)
    return np.sqrt(np.bincount(codes.ravel(), minlength=10) / codes.size)


def _scattering(grey: np.ndarray) -> np.ndarray:
    spectrum = fft.fft2(grey)
    first, second = [], []
    for scale in range(SCALES):
        strength = np.abs(fft.ifft2(_cropped(spectrum, scale) * _wavelets(*grey.shape, scale)))
        first.append(_summary(strength.reshape(TURNS, -1)))
        if scale == SCALES - 1:
            break
        halved = strength.reshape(TURNS, strength.shape[1] // 2, 2, -1).mean(2)
        halved = (halved[..., ::2] + halved[..., 1::2]) / 2
        spectra = fft.rfft2(halved)
        for coarser in range(scale + 1, SCALES):
            narrowed = _cropped(spectra, coarser - scale - 1, half=True)[:, None]
            varying = np.abs(fft.irfft2(narrowed * _wavelets(*grey.shape, coarser, half=True))).mean((2, 3))
            second.append(_relative(varying / (strength.mean((1, 2)) + 1e-3)[:, None]))
    first = np.array(first)
    mirrored = first[:, MIRRORED].mean(2)
    logs = [np.log(v + 0.05).ravel() for v in (mirrored, first.mean(1))]
    return np.concatenate([*logs, np.log(np.array(second) + 1e-3).ravel()])


def _summary(strength: np.ndarray) -> np.ndarray:
    """(directions, 4): mean, standard deviation, 95 % quantile, maximum."""
    rank = int(0.95 * strength.shape[1])
    high = np.partition(strength, rank, axis=1)[:, rank]
    return np.stack([strength.mean(1), strength.std(1), high, strength.max(1)], axis=1)


def _relative(values: np.ndarray) -> np.ndarray:
    """(directions, directions) -> (TURNS // 2 + 1,): mean over pairs of directions with the same angle between them."""
    turn = np.arange(TURNS)
    by_angle = np.array([values[turn, (turn + angle) % TURNS].mean() for angle in range(TURNS)])
    return by_angle[MIRRORED].mean(1)


def _cropped(spectra: np.ndarray, octaves: int, half: bool = False) -> np.ndarray:
    """The low frequencies of spectra: those of the pictures reduced by so many octaves; `half`: spectra of rfft2."""
    height, width = spectra.shape[-2:]
    rows, columns = height >> octaves, (width - 1 >> octaves) + 1 if half else width >> octaves
    spectra = np.take(spectra, np.r_[0 : rows // 2, height - (rows - rows // 2) : height], axis=-2)
    kept = slice(columns) if half else np.r_[0 : columns // 2, width - (columns - columns // 2) : width]
    return spectra[..., kept] * 0.25**octaves


@lru_cache(maxsize=64)
def _wavelets(height: int, width: int, scale: int, half: bool = False) -> np.ndarray:
    """(TURNS, h, w) float32 in the frequency plane of the picture reduced to `scale`.

    Complex waves, whose modulus is smooth; with `half` real ones for irfft2, twice as fast.
    """
    h, w = height >> scale, width >> scale
    columns = fft.rfftfreq(w) if half else fft.fftfreq(w)
    y, x = fft.fftfreq(h)[:, None] * h / height, columns[None] * w / width
    radius, angle = np.hypot(x, y) + 1e-9, np.arctan2(y, x)
    ring = np.exp(-0.5 * (np.log2(radius / (FINEST / 2**scale)) / 0.55) ** 2)
    turns = np.pi * np.arange(TURNS)[:, None, None] / TURNS
    away = np.angle(np.exp(2j * (angle - turns))) / 2 if half else np.angle(np.exp(1j * (angle - turns)))
    return (ring * np.exp(-0.5 * (away / (np.pi / TURNS / 1.3)) ** 2)).astype(np.float32)


def place_maps(cells: np.ndarray) -> np.ndarray:
    """(maps, rows, columns) float32: each kind of map; of lines the strongest direction, then mean and spread."""
    kinds = np.split(cells.astype(np.float32), ENDS[:-1])
    lines = [kind for kind in kinds if len(kind) > 1]
    return np.array([k.max(0) for k in kinds] + [k.mean(0) for k in lines] + [k.std(0) for k in lines])


def _quantiles(maps: np.ndarray) -> np.ndarray:
    flat = np.sort(maps.reshape(len(maps), -1), axis=1)
    values = flat[:, [round(q * (flat.shape[1] - 1)) for q in QUANTILES]].ravel()
    return np.sign(values) * np.log1p(np.abs(values))


def _directions(cells: np.ndarray) -> np.ndarray:
    """Mean and upper end of the line maps by direction, mirror images taken together."""
    values = []
    for kind in np.split(cells.astype(np.float32), ENDS[:-1]):
        count, flat = len(kind), kind.reshape(len(kind), -1)
        if count > 1:
            pairs = np.array([[k, -k % count] for k in range(count // 2 + 1)])
            rank = int(0.98 * flat.shape[1])
            both = np.stack([flat.mean(1), np.partition(flat, rank, axis=1)[:, rank]])
            values.append(np.log1p(np.abs(both[:, pairs].mean(2))).ravel())
    return np.concatenate(values)
