"""Are these purchases enough? Counted, then measured: what a bestseller list reaches and what a model reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.stats import binomtest

from ..data.purchases import Purchases
from .estimator import train
from .evaluate import by_time, leave_one_out, top_n
from .signs import Sign, days, signs

METHODS = ("popular", "neighbours", "ease")
SHOWN = 10
MEASURED = 2_000  # people; more would hardly narrow the interval
_BLOCK = 256  # people ranked at once: 3 MB instead of all at once

FEW_PEOPLE, MANY_PEOPLE = 30, 200
FEW_ITEMS = 2 * SHOWN
WORTH = 1.25  # a model is worth its trouble when it finds a quarter more than the bestseller list


@dataclass(frozen=True)
class Rate:
    """`hits` of `n` people had a hidden purchase among the ten; low to high: where the true share may lie (95 %)."""

    method: str
    hits: int
    n: int
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.hits / self.n


@dataclass(frozen=True)
class Measured:
    """The same people under all methods. better, worse: people for whom only the model or only the bestseller list hit;
    p: how often chance alone would give such a lead, were both equally good (one-sided sign test, McNemar's exact)."""

    rates: tuple[Rate, ...]
    better: int
    worse: int
    p: float
    chance: float

    def rate(self, method: str) -> Rate:
        return next(rate for rate in self.rates if rate.method == method)

    @property
    def gain(self) -> float:
        """How many times as many hits as the bestseller list; inf when that has none."""
        popular, model = self.rate("popular").hits, self.rate("ease").hits
        return model / popular if popular else (float("inf") if model else 1.0)


@dataclass(frozen=True)
class Result:
    """signs: counted on the whole table. now: one purchase of each person hidden; later: the newest fifth hidden; both
    None where nobody could be measured. verdict: yes, barely or no, and the reason for it."""

    signs: tuple[Sign, ...]
    now: Measured | None
    later: Measured | None
    verdict: str
    reason: str


def judge(purchases: Purchases, whole: Purchases, told: Callable[[int], object] = lambda step: None) -> Result:
    """Count on `whole`, measure on `purchases`, its part that can be computed with. `told(step)` hears of 1 and 2."""
    told(1)
    now = by_hiding(purchases)
    told(2)
    later = by_days(purchases)
    counted = signs(whole)
    items = next(sign.value for sign in counted if sign.code == "items")
    return Result(counted, now, later, *verdict(now, later, items))


def by_hiding(purchases: Purchases) -> Measured | None:
    """Hide one article of each person and see whose is among the ten. None if nobody bought two different articles."""
    rest, people, hidden = leave_one_out(purchases, seed=0)
    chosen = _drawn(len(people))
    people, hidden = people[chosen], hidden[chosen]
    place = np.arange(len(people)), hidden
    return _measured(rest, people, sparse.csr_array((np.ones(len(people)), place), (len(people), len(purchases.items))))


def by_days(purchases: Purchases) -> Measured | None:
    """Learn from the older purchases, look for the newer. None without dates, or people before and after."""
    if not days(purchases):
        return None
    rest, held = by_time(purchases)
    people = np.flatnonzero(np.diff(held.indptr))
    people = people[_drawn(len(people))]
    return _measured(rest, people, held[people])


def _drawn(n: int) -> np.ndarray:
    """Which of n people are measured, the same ones each time."""
    return np.sort(np.random.default_rng(0).permutation(n)[:MEASURED])


def _measured(rest: Purchases, people: np.ndarray, held: sparse.csr_array) -> Measured | None:
    if not len(people):
        return None
    hit = {method: _found(train(rest, method), people, held) for method in METHODS}
    better, worse = (int((hit[a] & ~hit[b]).sum()) for a, b in (("ease", "popular"), ("popular", "ease")))
    p = binomtest(better, better + worse, alternative="greater").pvalue if better + worse else 1.0
    left = np.maximum(held.shape[1] - np.diff(rest.matrix()[people].indptr), 1)
    wanted = np.minimum(np.diff(held.indptr), left)
    chance = float(np.mean(1 - np.maximum(1 - SHOWN / left, 0) ** wanted))  # ten articles drawn by lot
    return Measured(tuple(_rate(method, found) for method, found in hit.items()), better, worse, float(p), chance)


def _found(model, people: np.ndarray, held: sparse.csr_array) -> np.ndarray:
    """(people,) bool: is one of the held articles among the ten?"""
    found = np.zeros(len(people), bool)
    for start in range(0, len(people), _BLOCK):
        rows = slice(start, start + _BLOCK)
        known = model.known[people[rows]]
        top = top_n(model.scores(known), known, SHOWN)
        wanted = np.take_along_axis(held[rows].toarray() > 0, np.maximum(top, 0), axis=1)
        found[rows] = (wanted & (top >= 0)).any(1)
    return found


def _rate(method: str, found: np.ndarray) -> Rate:
    hits, n = int(found.sum()), len(found)
    interval = binomtest(hits, n).proportion_ci(method="wilson")
    return Rate(method, hits, n, float(interval.low), float(interval.high))


def verdict(now: Measured | None, later: Measured | None, items: float) -> tuple[str, str]:
    """(yes, barely or no; the reason). The rule was fixed before any table was measured; else it would flatter."""
    if items <= FEW_ITEMS:
        return "no", "items"  # ten of twenty articles always look right
    n = now.rates[0].n if now else 0
    if n < FEW_PEOPLE:
        return "no", "people"
    if now.p >= 0.05 or now.gain <= 1:
        return "no", "gain"
    if later and later.rates[0].n >= FEW_PEOPLE and later.rate("ease").hits < later.rate("popular").hits:
        return "barely", "later"
    if n < MANY_PEOPLE:
        return "barely", "people"
    if now.p >= 0.01 or now.gain < WORTH:
        return "barely", "gain"
    return "yes", "gain"
