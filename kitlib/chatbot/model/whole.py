"""Whole numbers for the eye: parts that are shown beside their sum have to add up to it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def parts(values: Sequence[float], whole: int) -> tuple[int, ...]:
    """Parts in proportion to `values` (none below 0), in whole numbers that add up to `whole`.

    By the largest remainder (Hamilton's method): each is rounded down, and what is missing goes to those that lost
    most, of equals to the first. Rounded each on its own, 33.3 three times would read 99. No values above 0, or a
    whole of 0: all are 0.
    """
    total = float(sum(values))
    if not total or not whole:
        return (0,) * len(values)
    exact = np.asarray(values, float) * (whole / total)
    made = np.floor(exact + 1e-9).astype(int)  # 29.000000 may have come out as 28.999999
    made[np.argsort(made - exact, kind="stable")[: whole - made.sum()]] += 1
    return tuple(made.tolist())
