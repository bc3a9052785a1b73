"""The bubble, simulated: recommend, buy, learn again, round after round, under one policy.

Whoever buys follows the generator's own taste model; a list only limits what is in view. Season and newcomers are left
out, so that nothing but the list can change what people buy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse

from ..data.purchases import Purchases, read_only
from ..data.shop import shop
from ..data.taste import ENOUGH, REPEAT, choice
from .estimator import train
from .evaluate import top_n
from .oracle import base
from .room import SHOWN
from .tuning import PRIOR, RIDGE

ROUNDS, PEOPLE, VISITS, SAMPLE = 20, 500, 2, 3
"""Everybody comes twice a round, so that two purchases of one person can be compared. SAMPLE: the seed of who comes."""
ALONE = 0.1
"""Share of visits in which somebody ignores the list and looks through the whole shop."""
NOTHING = 0.1
"""How much "I buy nothing" draws beside a list, as a share of what the whole shop draws this person."""
TOP = 40
"""Concentration: what share of all sales goes to so many articles (a tenth of the range)."""


@dataclass(frozen=True, eq=False, repr=False)
class Run:
    """One figure a round; place 0 is before the first list, when all choose from the whole shop. All read-only.

    variety: (21,) number of departments, as if bought from equally often. top: (21,) share of sales that go to the 40
    best-selling articles. hits: (21,) probability that a list holds what the person would take from all it may show.
    euro: (21,) turnover a person and round. hits and euro are nan where there is no list. lists: (21, 3, 10) article
    indices, a row for each of `examples()`; -1 where there is no list. shown: (21,) articles on anybody's list at all.
    """

    variety: np.ndarray
    top: np.ndarray
    hits: np.ndarray
    euro: np.ndarray
    lists: np.ndarray
    shown: np.ndarray


@lru_cache(maxsize=1)
def people() -> np.ndarray:
    """(PEOPLE,) customers who take part, the same for every policy."""
    return read_only(np.sort(np.random.default_rng(SAMPLE).choice(len(shop().customers), PEOPLE, replace=False)))


@lru_cache(maxsize=1)
def examples() -> tuple[int, ...]:
    """Three places in `people()`: customers of different trades with a usual number of purchases, for a closer look."""
    bought = np.diff(shop().purchases.matrix().indptr)[people()]
    trade = shop().customers["segment"].to_numpy()[people()]
    return tuple(
        int(np.flatnonzero((trade == name) & (bought >= 15) & (bought <= 30))[0])
        for name in ("gardening", "metalwork", "household")
    )


def _drawn() -> tuple[np.ndarray, np.ndarray]:
    """What draws each person without history, (PEOPLE, articles), and what owning an article adds, (articles,)."""
    s = shop()
    owned = np.where(s.articles["consumable"].to_numpy() == 1, REPEAT, ENOUGH)
    return (base() + s.trait_effect * s.trait[:, None])[people()], owned


def _table(known: np.ndarray) -> Purchases:
    customer, item = (index.astype(np.int32) for index in np.nonzero(known))
    names = shop().purchases.customers
    return Purchases(tuple(names[i] for i in people()), shop().purchases.items, customer, item)


def _scores(policy: str, known: np.ndarray) -> np.ndarray:
    """(PEOPLE, articles) from a model that learns anew from everything bought so far, always with the same settings."""
    settings = {"ridge": RIDGE, "prior": PRIOR} if policy == "ease" else {}
    model = train(_table(known), method=policy, **settings)
    return model.scores(model.known)


def _lists(policy: str, share: float, scores: np.ndarray | None, barred: np.ndarray, rng) -> np.ndarray:
    """(PEOPLE, 10) articles on show; the last places are thrown by dice where the policy says so."""
    dice = rng.random(barred.shape)
    blocked = sparse.csr_array(barred)
    if policy == "random":
        return top_n(dice, blocked, SHOWN)
    fixed = SHOWN - round(SHOWN * share)
    best = top_n(scores, blocked, SHOWN)[:, :fixed]
    if fixed == SHOWN:
        return best
    np.put_along_axis(barred := barred.copy(), best, True, axis=1)
    return np.hstack([best, top_n(dice, sparse.csr_array(barred), SHOWN - fixed)])


def _through_list(wish: np.ndarray, shown: np.ndarray) -> np.ndarray:
    """(PEOPLE, articles) probability of each purchase at one visit; a row adds up to less than 1: some buy nothing."""
    view = np.zeros_like(wish)
    np.put_along_axis(view, shown, np.take_along_axis(wish, shown, axis=1), axis=1)
    return ALONE * wish + (1 - ALONE) * view / (view.sum(axis=1, keepdims=True) + NOTHING)


def _buy(known: np.ndarray, chances: np.ndarray, rng) -> None:
    bought = (chances.cumsum(axis=1) < rng.random((len(chances), 1))).sum(axis=1)
    some = np.flatnonzero(bought < chances.shape[1])
    known[some, bought[some]] = True


@lru_cache(maxsize=32)
def run(policy: str, share: float = 0.0, repeats: bool = False) -> Run:
    """Twenty rounds under one policy, about a second. The same people, the same start, the same seed for each."""
    rng = np.random.default_rng(0)
    known = shop().purchases.matrix()[people()].toarray() > 0
    drawn, owned = _drawn()
    rounds = []
    for number in range(ROUNDS + 1):
        wish = choice(drawn + owned * known)
        if number == 0 or policy == "none":
            visits, shown, hits = [wish] * VISITS, np.full((PEOPLE, SHOWN), -1), np.nan
        else:
            barred = np.zeros_like(known) if repeats else known
            scores = None if policy == "random" else _scores(policy, known)
            lists = [_lists(policy, share, scores, barred, rng) for _ in range(VISITS)]
            visits, shown = [_through_list(wish, one) for one in lists], lists[0]
            able = np.where(barred, 0, wish)
            hits = np.mean([np.take_along_axis(able, one, axis=1).sum(1) / able.sum(1) for one in lists])
        rounds.append(
            (*_figures(visits), hits, _euro(visits, hits), shown[list(examples())], np.sum(np.unique(shown) >= 0))
        )
        for chances in visits:
            _buy(known, chances, rng)
    return Run(*(read_only(np.array(column)) for column in zip(*rounds, strict=True)))


def _figures(visits: list[np.ndarray]) -> tuple[float, float]:
    """Variety and concentration, from the exact probabilities of a round: chance adds no noise to them.

    Variety: how often do two purchases of one person come from the same department? One in four is what four
    departments give that are bought from equally often (inverse Simpson index).
    """
    department = np.eye(len(shop().categories))[shop().category]  # (articles, departments) 0/1
    one, two = (chances @ department / chances.sum(axis=1, keepdims=True) for chances in visits)
    sales = np.sort(sum(visits).sum(axis=0))
    return float(1 / (one * two).sum(axis=1).mean()), float(sales[-TOP:].sum() / sales.sum())


def _euro(visits: list[np.ndarray], hits: float) -> float:
    """Without a list nobody leaves empty-handed here, so there is no turnover to compare with."""
    return float((sum(visits) @ shop().articles["price"].to_numpy()).mean()) if hits == hits else np.nan
