"""Which places of a picture speak for a class by its texture: the score taken apart, place by place."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy.ndimage import gaussian_filter

from .discriminant import Discriminant
from .texture import QUANTILES, place_maps

TOP = 200  # the largest value stands for the top 1 / TOP of the places


def contributions(weigh: Discriminant, texture: np.ndarray, cells: np.ndarray, chosen: int) -> np.ndarray:
    """(rows, columns): what each place adds to the log-odds of class `chosen` against the mean of the others.

    texture (features,) and cells (maps, rows, columns) of one picture. Texture is described by quantiles of maps: what
    a quantile adds to the score is shared out among the places whose values lie around it, then smoothed a little.
    The sum is exact for these quantiles; tones, patterns and scattering, which belong to no place, are left out.
    """
    others = np.delete(weigh.weights, chosen, axis=1).mean(1)
    added = (texture - weigh.centre) / weigh.scale * (weigh.weights[:, chosen] - others)
    maps = place_maps(cells)
    added = added[: len(maps) * len(QUANTILES)].reshape(len(maps), len(QUANTILES))
    area = maps[0].size
    middles = [round((a + b) / 2 * area) for a, b in pairwise(QUANTILES[:-1])]
    cuts = np.array([0, *middles, area - max(1, area // TOP), area])
    heat = np.zeros(area)
    for one, shares in zip(maps, added / np.diff(cuts), strict=True):
        heat[np.argsort(one.ravel(), kind="stable")] += np.repeat(shares, np.diff(cuts))
    return gaussian_filter(heat.reshape(maps.shape[1:]), 1.0)
