"""Step 6: somebody cheats. What fake accounts bring, and what searching for them costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.shop import shop
from . import room
from .estimator import train
from .fraud import ARTICLES, KINDS, MOST, TARGETS, Suspicion, index, joined, suspicion
from .tuning import PRIOR, RIDGE

FAKES = (0, 9, 27, 54, 81, 108, 135, 189, MOST)
ACTS = ("check", "block")
THIRD = 1 / 3
"""The share of the customers aimed at that counts as success."""
CHECK = 2.0
"""Euro for a person who looks at one account."""
YEARS = 2
"""So long do the purchases of the shop last."""
PARTS = 2


@dataclass(frozen=True)
class Attack:
    """article: one of ARTICLES. kind: one of KINDS. fakes: one of FAKES. part: 0 attack, 1 defence.

    threshold: points, 1 to 100, from which an account counts as suspicious. act: what follows; "check" (a person looks
    first) or "block" (at once).
    """

    article: str = ARTICLES[0]
    kind: str = "clumsy"
    fakes: int = 27
    threshold: int = 30
    act: str = "check"
    part: int = 0
    guess: int | None = None


def choose(state: Attack, **changed) -> Attack:
    """Raises ValueError for what does not exist."""
    new = replace(state, **changed)
    known = new.article in ARTICLES and new.kind in KINDS and new.act in ACTS and new.part in range(PARTS)
    if not known or new.fakes not in FAKES or new.threshold not in range(1, 101):
        raise ValueError(f"no such experiment: {changed}")
    return new


@dataclass(frozen=True)
class Effect:
    """Measured on honest customers who do not have the article.

    segment, everybody: share, 0 to 1, that gets it among the ten, in the segment aimed at and of all. place: its median
    place in the segment. hits: HR@10 of all honest customers.
    """

    segment: float
    everybody: float
    place: float
    hits: float


@lru_cache(maxsize=256)
def effect(article: str, kind: str, fakes: int) -> Effect:
    return _effect(article, kind, fakes, ())


def _effect(article: str, kind: str, fakes: int, removed: tuple[int, ...]) -> Effect:
    """Train without the `removed` accounts, with the shop's settings. Fakes count while learning, and nowhere else."""
    sold = joined(article, kind, fakes, measured=True)
    if removed:
        sold = sold.subset(~np.isin(sold.customer, removed))
    _, customers, hidden = room.hidden()
    known = room.hidden()[0].matrix()[customers]
    scores = train(sold, ridge=RIDGE, prior=PRIOR).scores(known)
    scores[known.nonzero()] = -np.inf
    target = index(article)
    able = ~np.isneginf(scores[:, target])
    aimed = able & (shop().customers["segment"].to_numpy()[customers] == TARGETS[article][0])
    place = _places(scores, np.full(len(scores), target))
    hits = float((_places(scores, hidden) <= room.SHOWN).mean())
    seen = place <= room.SHOWN
    return Effect(float(seen[aimed].mean()), float(seen[able].mean()), float(np.median(place[aimed])), hits)


def _places(scores: np.ndarray, item: np.ndarray) -> np.ndarray:
    """(rows,) place of one article in each row, 1 for the first."""
    return 1 + (scores > np.take_along_axis(scores, item[:, None], axis=1)).sum(axis=1)


@lru_cache(maxsize=8)
def needed(article: str, kind: str) -> int | None:
    """Fewest fakes with which a third of the segment gets the article, found by halving; None: more than MOST."""
    if effect(article, kind, MOST).segment < THIRD:
        return None
    low, high = 0, MOST
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if effect(article, kind, middle).segment >= THIRD else (middle, high)
    return high


@dataclass(frozen=True)
class Catch:
    """Accounts at a threshold; accused: (customers,) indices of honest ones, most suspicious first."""

    caught: int
    missed: int
    accused: tuple[int, ...]


def points(state: Attack) -> Suspicion:
    return suspicion(state.article, state.kind, state.fakes)


def honest() -> int:
    return len(shop().customers)


def catch(state: Attack, threshold: int | None = None) -> Catch:
    found = points(state).points
    over = found >= (state.threshold if threshold is None else threshold)
    accused = np.flatnonzero(over[: honest()])
    order = np.argsort(-found[accused], kind="stable")
    caught = int(over[honest() :].sum())
    return Catch(caught, state.fakes - caught, tuple(accused[order].tolist()))


def cleaned(state: Attack) -> Effect:
    """After what follows from the threshold: checking removes the fakes among the suspicious, blocking all of them."""
    return _cleaned(state.article, state.kind, state.fakes, state.threshold, state.act)


@lru_cache(maxsize=256)
def _cleaned(article: str, kind: str, fakes: int, threshold: int, act: str) -> Effect:
    over = np.flatnonzero(suspicion(article, kind, fakes).points >= threshold)
    removed = over if act == "block" else over[over >= honest()]
    return _effect(article, kind, fakes, tuple(removed.tolist()))


def spent(customers: tuple[int, ...]) -> float:
    """Euro that these customers spend a year, going by the last two."""
    s = shop()
    rows = np.isin(s.purchases.customer, customers)
    return float(s.articles["price"].to_numpy()[s.purchases.item[rows]].sum() / YEARS)


def cost(state: Attack, act: str) -> float:
    """Euro: for checking each suspicious account, or the year's sales to honest customers who were blocked."""
    found = catch(state)
    return CHECK * (found.caught + len(found.accused)) if act == "check" else spent(found.accused)


def clean_cut(state: Attack) -> tuple[int, int] | None:
    """The lowest and highest whole number of points that catch all fakes and accuse nobody; None: there is none."""
    found = points(state).points
    low = int(np.floor(found[: honest()].max())) + 1
    high = int(np.floor(found[honest() :].min(initial=100)))
    return (low, high) if state.fakes and low <= high else None


def price_of_all(state: Attack) -> int:
    """Honest customers accused by the highest threshold that misses no fake."""
    found = points(state).points
    return int((found[: honest()] >= found[honest() :].min(initial=100)).sum())
