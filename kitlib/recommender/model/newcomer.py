"""Cold start: how much has to be known about a new person before recommendations are worth it? (New articles: debut.)

Some customers are left out of training altogether and play new people: one of their articles is hidden, a few of the
others are shown to the model one after the other. What the shop would really have is a short history; that these people
went on to buy at least 21 articles is what makes all numbers of known purchases comparable.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.shop import shop
from . import debut, room
from .estimator import Model, train
from .evaluate import hits
from .oracle import chances
from .room import SHOWN

MOST = 20
MARKED = (0, 1, 2, 3, 5, 8, 12, 20)
GROUP, ROUNDS = 300, 10
METHODS = ("popular", "neighbours", "ease", "asked", "oracle")
VIEWS = ("person", "article")
CLEARLY = 1.5
"""The model finds clearly more when it finds this many times as much as the bestseller list."""
ASKED, BONUS = 2, 0.4
"""So many favourite departments are asked for; what an article there gains, times the share of people who buy it.
The bonus was set on other customers than those of the group."""


@dataclass(frozen=True)
class Newcomer:
    """person: 0 to GROUP - 1, 0 is the `example`. known: purchases known of them, 0 to MOST. asked: for departments?
    article: place in `debut.articles()`. buyers: place in `debut.KNOWN`. remedy: one of `debut.REMEDIES`."""

    guess: int | None = None
    view: str = "person"
    person: int = 0
    known: int = 0
    asked: bool = False
    article: int = 0
    buyers: int = 0
    remedy: str = "none"


def choose(state: Newcomer, **values) -> Newcomer:
    """Set view, known, asked, buyers or remedy."""
    return replace(state, **values)


def next_person(state: Newcomer) -> Newcomer:
    return replace(state, person=(state.person + 1) % GROUP)


def next_article(state: Newcomer) -> Newcomer:
    return replace(state, article=(state.article + 1) % len(debut.articles()))


@lru_cache(maxsize=1)
def people() -> np.ndarray:
    """(GROUP,) customers with more than MOST different articles, in random order; none of them is learnt from."""
    able = np.flatnonzero(np.diff(shop().purchases.matrix().indptr) > MOST)
    return _fixed(np.random.default_rng(0).permutation(able)[:GROUP])


@lru_cache(maxsize=1)
def orders() -> np.ndarray:
    """(ROUNDS, GROUP, MOST + 1) articles: the hidden one, then the others in the order in which they become known."""
    known, rng = shop().purchases.matrix(), np.random.default_rng(1)
    drawn = [[rng.permutation(known[[c]].indices)[: MOST + 1] for c in people()] for _ in range(ROUNDS)]
    return _fixed(np.array(drawn))


@lru_cache(maxsize=1)
def favourites() -> np.ndarray:
    """(ROUNDS, GROUP, departments) bool: where each person buys most, without the hidden article. What they would say
    when asked, so it does not depend on what is known yet."""
    s = shop()
    counts = np.array([np.bincount(s.category[row.indices], minlength=len(s.categories)) for row in _rows()])
    counts = np.repeat(counts[None], ROUNDS, axis=0)
    np.subtract.at(counts, (*np.indices((ROUNDS, GROUP)), s.category[orders()[..., 0]]), 1)
    best = np.argsort(-counts, axis=2, kind="stable")[..., :ASKED]
    found = np.zeros(counts.shape, bool)
    np.put_along_axis(found, best, True, axis=2)
    return _fixed(found)


def _rows():
    return (shop().purchases.matrix()[[c]] for c in people())


@lru_cache(maxsize=4)
def learnt(method: str) -> Model:
    """Trained without anybody of the group."""
    purchases = shop().purchases
    return train(purchases.subset(~np.isin(purchases.customer, people())), method=method, seed=0)


def baskets(known: int, round_: int = 0) -> np.ndarray:
    """(GROUP, articles) 0/1: the first `known` purchases of each person."""
    shown = np.zeros((GROUP, len(shop().purchases.items)))
    np.put_along_axis(shown, orders()[round_, :, 1 : known + 1], 1, axis=1)
    return shown


def scores(method: str, shown: np.ndarray, round_: int = 0, rows=slice(None)) -> np.ndarray:
    """(n, articles) for baskets `shown` (n, articles) of the people at `rows`; method: one of METHODS."""
    if method == "oracle":
        return chances()[people()[rows]]
    if method == "asked":
        bonus = BONUS * learnt("popular").popularity * favourites()[round_, rows][:, shop().category]
        return learnt("ease").scores(shown) + bonus
    return learnt(method).scores(shown)


def places(values: np.ndarray, shown: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """(n,) place of the article `wanted` (n,) among all that are not in the basket, 0 is the first; ties by index."""
    values = np.where(shown > 0, -np.inf, values)
    own = np.take_along_axis(values, wanted[:, None], axis=1)
    before = np.arange(values.shape[1]) < wanted[:, None]
    return ((values > own) | ((values == own) & before)).sum(axis=1)


@lru_cache(maxsize=8)
def hit_rates(method: str) -> np.ndarray:
    """(MOST + 1,) share of hidden purchases among the first ten, by the number of known purchases."""
    found = np.zeros(MOST + 1)
    for known in range(MOST + 1):
        for r in range(ROUNDS):
            shown = baskets(known, r)
            found[known] += (places(scores(method, shown, r), shown, orders()[r, :, 0]) < SHOWN).mean()
    return _fixed(found / ROUNDS)


@lru_cache(maxsize=4)
def all_known(method: str) -> float:
    """Share of hidden purchases of the same people found when all their others are known, as in "basket"."""
    _, customers, hidden = room.hidden()
    rows = np.isin(customers, people())
    return hits(room.top(method)[rows], hidden[rows])


def held() -> float:
    """How many different articles are known of them there, on average."""
    return float(np.diff(room.hidden()[0].matrix().indptr)[people()].mean())


@lru_cache(maxsize=1)
def enough() -> int:
    """From so many known purchases on the model finds clearly more than the bestseller list; MOST + 1: never."""
    clearly = hit_rates("ease") >= CLEARLY * hit_rates("popular")
    return int(MOST + 1 - np.argmin(clearly[::-1])) if not clearly.all() else 0


@dataclass(frozen=True)
class Walk:
    """One person: known articles, list of ten, the hidden article and its place (0 is the first)."""

    known: tuple[int, ...]
    top: tuple[int, ...]
    hidden: int
    place: int
    departments: tuple[str, ...]


@lru_cache(maxsize=1)
def example() -> int:
    """The first of `people` whose hidden article comes to the list by what is known of them, and stays there."""
    for person in range(GROUP):
        before, *later = (_walk(person, known, False).place for known in (0, 5, 10, 15, MOST))
        if before >= SHOWN > max(later):
            return person
    return 0


@lru_cache(maxsize=256)
def walk(person: int, known: int, asked: bool) -> Walk:
    """What the shop holds of a person and what it recommends now; the `example` is person 0."""
    return _walk((example() + person) % GROUP, known, asked)


def _walk(person: int, known: int, asked: bool) -> Walk:
    hidden, *others = orders()[0, person].tolist()
    shown = baskets(known)[[person]]
    values = scores("asked" if asked else "ease", shown, rows=[person])
    order = np.argsort(-np.where(shown > 0, -np.inf, values)[0], kind="stable")
    place = int(places(values, shown, np.array([hidden]))[0])
    liked = np.flatnonzero(favourites()[0, person])
    names = tuple(shop().categories[i] for i in liked)
    return Walk(tuple(others[:known]), tuple(order[:SHOWN].tolist()), hidden, place, names)


def _fixed(values: np.ndarray) -> np.ndarray:
    values.setflags(write=False)
    return values
