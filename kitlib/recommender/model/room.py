"""What everybody in the room shares: models trained once on the shop, and one set of purchases hidden for measuring."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..data.purchases import Purchases
from ..data.shop import shop
from .estimator import Model, train
from .evaluate import by_time, hits, leave_one_out, top_n
from .oracle import chances

SHOWN = 10
"""So many places a list of recommendations has."""
METHODS = ("random", "popular", "neighbours", "ease")


@lru_cache(maxsize=8)
def model(method: str = "ease") -> Model:
    """Trained on all purchases: what the shop would use today."""
    return train(shop().purchases, method=method, seed=0)


@lru_cache(maxsize=1)
def hidden() -> tuple[Purchases, np.ndarray, np.ndarray]:
    """One bought article of each customer hidden: (what is left, customers (m,), hidden articles (m,))."""
    return leave_one_out(shop().purchases, seed=0)


@lru_cache(maxsize=1)
def future() -> tuple[Purchases, object]:
    """The newest fifth of the purchases held back: (what was before, csr of articles bought for the first time)."""
    return by_time(shop().purchases)


@lru_cache(maxsize=8)
def tested(method: str = "ease") -> Model:
    """Trained without the hidden purchases: for measuring."""
    return train(hidden()[0], method=method, seed=0)


@lru_cache(maxsize=2)
def scores(method: str = "ease") -> np.ndarray:
    """Score of each article for each customer with a hidden purchase, (m, articles), read-only; "oracle" is the truth.

    Scores belong to models of `tested`: none of them has met the hidden purchases.
    """
    customers = hidden()[1]
    found = chances()[customers] if method == "oracle" else tested(method).scores(tested(method).known[customers])
    found.setflags(write=False)
    return found


@lru_cache(maxsize=8)
def top(method: str = "ease", n: int = SHOWN) -> np.ndarray:
    """The first n recommendations for each customer with a hidden purchase, (m, n) indices, read-only."""
    best = top_n(scores(method), hidden()[0].matrix()[hidden()[1]], n)
    best.setflags(write=False)
    return best


@lru_cache(maxsize=8)
def hit_rate(method: str = "ease") -> float:
    """Share of customers whose hidden purchase is among the ten recommended (HR@10)."""
    return hits(top(method), hidden()[2])
