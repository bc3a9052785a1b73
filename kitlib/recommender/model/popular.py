"""The popular get more popular: what lists show, how unequally, and what a dial from niche to bestseller costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.shop import shop
from . import room
from .evaluate import gini, hits, top_n

STEPS = 6
POSITIONS = tuple(range(-STEPS, STEPS + 1))
"""Of the dial: 0 is the model as it is, STEPS the bestseller list, -STEPS as far to the niche as it goes."""
NICHE = 0.5
"""At most so much weight of the mixture goes against popularity: more would recommend what hardly anybody wants."""
BASES = ("random", "popular", "oracle")
HEAD = 40
"""So many articles, a tenth of the range, count as the head of what is shown."""
CHEAP = 0.02
"""A dial position is cheap when it costs at most so much hit rate."""
LISTS = 1000


@dataclass(frozen=True)
class Popular:
    """dial: one of POSITIONS. person: place among the customers with a hidden purchase."""

    guess: int | None = None
    dial: int = 0
    person: int = 0


def turn(state: Popular, dial: int) -> Popular:
    return replace(state, dial=dial)


def next_person(state: Popular) -> Popular:
    return replace(state, person=(state.person + 1) % len(people()))


@lru_cache(maxsize=1)
def bought() -> np.ndarray:
    """(articles,) how many customers bought each article, without the hidden purchases."""
    return _fixed(np.asarray(room.hidden()[0].matrix().sum(0)))


def blend(values: np.ndarray, popularity: np.ndarray, dial: int) -> np.ndarray:
    """Scores (n, articles) mixed with popularity (articles,): the model as it is at 0, the bestseller list at STEPS.

    Both are brought to one scale first; popularity by its logarithm, since from 10 to 20 buyers is as far as from 100
    to 200.
    """
    level = np.log1p(popularity)
    level = (level - level.mean()) / level.std()
    own = (values - values.mean(axis=1, keepdims=True)) / values.std(axis=1, keepdims=True)
    share = dial / STEPS * (1 if dial > 0 else NICHE)
    return (1 - abs(share)) * own + share * level


@lru_cache(maxsize=32)
def top(setting: int | str) -> np.ndarray:
    """(customers, 10) lists at a position of the dial, or of one of BASES; read-only. "random": every list by lot."""
    learning, customers, _ = room.hidden()
    if setting == "random":
        values = np.random.default_rng(0).random((len(customers), len(learning.items)))
    elif isinstance(setting, str):
        return room.top(setting)
    else:
        values = blend(room.scores("ease"), bought(), setting)
    return _fixed(top_n(values, learning.matrix()[customers], room.SHOWN))


def shown(setting: int | str) -> np.ndarray:
    """(articles,) on how many lists each article is."""
    return np.bincount(top(setting).ravel(), minlength=len(bought()))


@dataclass(frozen=True)
class Report:
    """What one setting does; shares are 0 to 1.

    hit_rate; coverage: number of articles on any list; gini: 0 all are shown equally often, 1 one article gets all.
    head: share of the places that the HEAD most shown articles get; niche: share that the less bought half gets.
    euro: price of what was found on LISTS lists. unusual, ordinary: hit rates for the fifths of the customers.
    rare, common: hit rates for hidden purchases from the less and from the more bought half of the range.
    """

    hit_rate: float
    coverage: int
    gini: float
    head: float
    niche: float
    euro: float
    unusual: float
    ordinary: float
    rare: float
    common: float


@lru_cache(maxsize=32)
def report(setting: int | str) -> Report:
    """All figures for one position of the dial, or one of BASES, on purchases the model has not learnt from."""
    _, _, hidden = room.hidden()
    counts, best = shown(setting), top(setting)
    found = (best == hidden[:, None]).any(axis=1)
    price = shop().articles["price"].to_numpy()[hidden]
    rare = niches()[hidden]
    return Report(
        hit_rate=hits(best, hidden),
        coverage=int((counts > 0).sum()),
        gini=gini(counts),
        head=float(np.sort(counts)[-HEAD:].sum() / counts.sum()),
        niche=float(counts[niches()].sum() / counts.sum()),
        euro=float((price * found).mean() * LISTS),
        unusual=float(found[fifth("unusual")].mean()),
        ordinary=float(found[fifth("ordinary")].mean()),
        rare=float(found[rare].mean()),
        common=float(found[~rare].mean()),
    )


@lru_cache(maxsize=1)
def rank() -> np.ndarray:
    """(articles,) place by how many people buy an article, 0 for the best seller; ties by index."""
    return _fixed(np.argsort(np.argsort(-bought(), kind="stable")))


def niches() -> np.ndarray:
    """(articles,) bool: the half of the range that is bought less."""
    return rank() >= len(rank()) // 2


def sold() -> float:
    """Share of all purchases that falls to the less bought half of the range."""
    return float(bought()[niches()].sum() / bought().sum())


def tenths(counts: np.ndarray) -> np.ndarray:
    """(10,) share of `counts` (articles,) that each tenth of the range gets, best sellers first."""
    found = np.bincount(rank() * 10 // len(rank()), weights=counts, minlength=10)
    return found / counts.sum()


@lru_cache(maxsize=1)
def ordinariness() -> np.ndarray:
    """For each customer with a hidden purchase: how many people buy the articles they buy, on average."""
    learning, customers, _ = room.hidden()
    known = learning.matrix()[customers]
    return _fixed(known @ bought() / np.diff(known.indptr))


@lru_cache(maxsize=2)
def fifth(kind: str) -> np.ndarray:
    """Places of the fifth of the customers with the most "unusual" or the most "ordinary" taste."""
    order = np.argsort(ordinariness(), kind="stable")
    size = len(order) // 5
    return _fixed(order[:size] if kind == "unusual" else order[-size:])


def known_articles(kind: str) -> float:
    """How many articles are known of each customer in a fifth, on average."""
    learning, customers, _ = room.hidden()
    return float(np.diff(learning.matrix()[customers].indptr)[fifth(kind)].mean())


@lru_cache(maxsize=1)
def cheap() -> int:
    """The position with the largest coverage that costs at most CHEAP of the hit rate of the model as it is."""
    limit = report(0).hit_rate - CHEAP
    able = [p for p in POSITIONS if report(p).hit_rate >= limit]
    return max(able, key=lambda p: report(p).coverage)


def milder(dial: int) -> int | None:
    """The next position towards the model, where `dial` on the side of the niche is worse than it in all respects:
    fewer hits, and neither more articles shown nor more hits for any group. None if it gains anywhere."""
    if dial >= 0:
        return None
    far, near = report(dial), report(dial + 1)
    kinds = ("coverage", "unusual", "ordinary", "rare", "common")
    gains = any(getattr(far, k) > getattr(near, k) for k in kinds)
    return dial + 1 if far.hit_rate < near.hit_rate and not gains else None


@lru_cache(maxsize=1)
def people() -> tuple[int, ...]:
    """Customers to look at, by lot, with at least eight known articles: places among those with a hidden purchase."""
    learning, customers, _ = room.hidden()
    able = np.flatnonzero(np.diff(learning.matrix()[customers].indptr) >= 8)
    return tuple(np.random.default_rng(2).permutation(able)[:50].tolist())


def _fixed(values: np.ndarray) -> np.ndarray:
    values.setflags(write=False)
    return values
