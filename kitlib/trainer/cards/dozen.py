"""Twelve customers of the shipped shop who can be compared by hand, and what three ways to recommend guess for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kitlib import recommender

SEED = 15
"""A draw whose counts are about the means of many draws (`tests/trainer/test_cards.py` holds them against others)."""
PEOPLE, SHOWN, FIRST = 12, 5, 3
"""Cards; articles on each; places of a list of recommendations."""
THEMES, EACH, KNOWN = ("garden", "painting", "car", "family"), 5, 12
"""So many articles of each theme are drawn from the KNOWN bought most. Each has another icon, so cards can be compared
at a glance."""
TWICE, ALIKE, EXCHANGES = 2, 3, 4000
"""Each article is on two cards at least; two cards have at most three articles in common. Steps of the search."""


@dataclass(frozen=True, eq=False)
class Dozen:
    """articles: (20,) indices into the shop's articles, in the order of the table. customers: (12,) indices.

    bought: (12, 20) 0/1, what the cards show. hidden: (12,) places 0..19, what each bought next among these articles.
    """

    articles: np.ndarray
    customers: np.ndarray
    bought: np.ndarray
    hidden: np.ndarray

    @property
    def together(self) -> np.ndarray:
        """(20, 20): on how many cards both articles are; on the diagonal how many cards have the article."""
        return self.bought.T @ self.bought


@lru_cache(maxsize=32)
def drawn(seed: int = SEED) -> Dozen:
    """The articles and twelve people who bought exactly six of them, the last of the six on a day of its own.

    People are exchanged by chance as long as fewer pairs of them then have an article in common, so that neighbours
    stand out and counting takes minutes; but each article stays on TWICE cards at least, so that there is something to
    count for whatever is hidden, and no two cards become nearly the same. What is hidden plays no part in this choice.
    """
    rng = np.random.default_rng(seed)
    articles = _articles(rng)
    bought, last, customers = _able(articles)
    rows = rng.choice(len(customers), PEOPLE, replace=False)
    for _ in range(EXCHANGES):
        new = rows.copy()
        new[rng.integers(PEOPLE)] = rng.integers(len(customers))
        if len(set(new.tolist())) == PEOPLE and _cost(bought[new]) <= _cost(bought[rows]):
            rows = new
    return Dozen(articles, customers[rows], bought[rows], last[rows])


def _cost(bought: np.ndarray) -> int:
    """Pairs of cards with an article in common; a rare article or a pair too equal weighs more than all of them."""
    common = bought @ bought.T - np.diag(bought.sum(1))
    wrong = np.maximum(TWICE - bought.sum(0), 0).sum() + (common > ALIKE).sum()
    return int((common > 0).sum() + PEOPLE**2 * wrong)


def _articles(rng: np.random.Generator) -> np.ndarray:
    """(20,) articles, theme by theme, no icon twice."""
    table, known = recommender.shop().articles, recommender.shop().purchases.matrix()
    order, found, icons = np.argsort(-known.sum(0), kind="stable"), [], set()
    for theme in THEMES:
        able = [i for i in order if theme in str(table["themes"][i]).split() and i not in found][:KNOWN]
        chosen = []
        for i in rng.permutation(able):
            if len(chosen) < EACH and table["icon"][i] not in icons:
                chosen.append(int(i))
                icons.add(table["icon"][i])
        found += chosen
    return np.array(found)


def _able(articles: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """People to choose from: (n, 20) what their card would show, (n,) place of what they bought next, (n,) who."""
    purchases = recommender.shop().purchases
    place = np.full(len(purchases.items), -1)
    place[articles] = np.arange(len(articles))
    rows = np.flatnonzero(place[purchases.item] >= 0)
    never = np.datetime64("9999-01-01")
    first = np.full((len(purchases.customers), len(articles)), never)
    np.minimum.at(first, (purchases.customer[rows], place[purchases.item[rows]]), purchases.date[rows])
    bought = first < never
    days = np.sort(np.where(bought, first, np.datetime64("1000-01-01")), axis=1)
    able = np.flatnonzero((bought.sum(1) == SHOWN + 1) & (days[:, -1] > days[:, -2]))
    last = np.where(bought, first, np.datetime64("1000-01-01")).argmax(1)
    shown = bought.astype(int)
    shown[np.arange(len(shown)), last] = 0
    return shown[able], last[able], able


def by_hand(dozen: Dozen) -> np.ndarray:
    """(12, 3) places of articles: counted from the cards as the counting table says.

    For each article of the person, all other articles on the cards with it get a point each. The person's own card
    adds points only to what the person has, and that is left out.
    """
    return _best(dozen.bought @ dozen.together, dozen.bought)


def bestsellers(dozen: Dozen) -> np.ndarray:
    """(12, 3): the articles on most cards, without what the person has."""
    return _best(np.tile(dozen.bought.sum(0), (PEOPLE, 1)), dozen.bought)


def model(dozen: Dozen) -> np.ndarray:
    """(12, 3): the shop's model, which learnt from all purchases but those kept back, for what is on the card.

    It ranks these twenty articles only, as people with the cards do.
    """
    purchases = recommender.shop().purchases
    width = len(purchases.items)
    kept_back = dozen.customers * width + dozen.articles[dozen.hidden]
    pairs = purchases.customer.astype(np.int64) * width + purchases.item
    trained = recommender.train(purchases.subset(~np.isin(pairs, kept_back)))
    baskets = np.zeros((PEOPLE, width))
    baskets[:, dozen.articles] = dozen.bought
    return _best(trained.scores(baskets)[:, dozen.articles], dozen.bought)


def right(lists: np.ndarray, dozen: Dozen) -> np.ndarray:
    """(12,) bool: is what was bought next on the list?"""
    return (lists == dozen.hidden[:, None]).any(1)


def _best(points: np.ndarray, bought: np.ndarray) -> np.ndarray:
    """(12, 3) the most points, best first; at a tie what stands further up in the table."""
    return np.argsort(-np.where(bought > 0, -np.inf, points), axis=1, kind="stable")[:, :FIRST]
