"""What the generator of the shop knows: the ceiling for every recommendation, and customers who choose as it says."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..data.shop import shop
from ..data.taste import MONTHS, appeal, choice, on_sale


@lru_cache(maxsize=1)
def base() -> np.ndarray:
    """How much each article draws each customer in general, (customers, articles), log scale, read-only."""
    s = shop()
    return _fixed(appeal(s.tastes, s.vectors, s.pull))


@lru_cache(maxsize=4)
def chances(first: int = 0, last: int = MONTHS) -> np.ndarray:
    """True mean probability of buying each article next in the months `first` to `last` (exclusive) in which a customer
    was there, before any history: (customers, articles), read-only. Nobody in the trade can have this table."""
    s = shop()
    found = np.zeros_like(base())
    joined, baby = (s.customers[name].to_numpy()[:, None] for name in ("joined", "baby"))
    for month in range(first, last):
        shelf = on_sale(s.articles["introduced"].to_numpy(), month) + s.seasons[month]
        there = (joined <= month).ravel()
        found[there] += choice((base() + shelf + s.trait_effect * (baby <= month))[there])
    return _fixed(found / np.maximum(found.sum(axis=1, keepdims=True), 1e-300))


def _fixed(values: np.ndarray) -> np.ndarray:
    values.setflags(write=False)
    return values
