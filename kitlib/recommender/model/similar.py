"""Step 2, what the computer compares: six customers by hand, then the same computation for the whole shop."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from ..data.shop import shop
from . import room
from .neighbours import SHRINK

PEOPLE = ARTICLES = 6
TABLE = (
    (1, 1, 1, 0, 0, 0),
    (1, 1, 1, 0, 0, 0),
    (1, 0, 1, 0, 0, 1),
    (0, 0, 1, 1, 1, 0),
    (0, 0, 1, 1, 1, 0),
    (0, 0, 1, 0, 1, 1),
)
"""Rows: people; columns: hammer, nails, screws, paint, brush, watering can. Everybody buys screws, so counting alone
calls screws closest to the hammer; divided by how many buy them, nails are."""
PARTS = 3
NEAR = 10
DRAWN = 450
"""Rows of the picture of all purchases: one customer in six, since a screen has no 2,700 lines."""


@dataclass(frozen=True)
class Similar:
    """`table`: who bought what, PEOPLE x ARTICLES of 0 or 1. `article`: compared in it. `item`: chosen in the shop.

    `part`: 0 by hand, 1 in the shop, 2 all purchases as pictures. `guess`: the article predicted to be most similar to
    the first one.
    """

    table: tuple[tuple[int, ...], ...] = TABLE
    article: int = 0
    item: int = 256
    part: int = 0
    guess: int | None = None


@dataclass(frozen=True)
class Pair:
    """Two articles: bought `together` by so many, the chosen one by `own`, the `other` by `others`; 0 to 1."""

    other: int
    together: int
    own: int
    others: int
    similarity: float


def flip(state: Similar, person: int, article: int) -> Similar:
    """Somebody bought it after all, or did not."""
    if not (0 <= person < PEOPLE and 0 <= article < ARTICLES):
        raise IndexError(f"no cell {person}, {article}")
    table = np.array(state.table)
    table[person, article] ^= 1
    return replace(state, table=tuple(tuple(int(v) for v in row) for row in table))


def compare(state: Similar, article: int) -> Similar:
    return replace(state, article=article)


def choose(state: Similar, item: int) -> Similar:
    return replace(state, item=item)


def turn(state: Similar, part: int) -> Similar:
    """Go to one of the PARTS of the experiment."""
    if part not in range(PARTS):
        raise IndexError(f"no part {part}")
    return replace(state, part=part)


def pairs(state: Similar) -> tuple[Pair, ...]:
    """The chosen article of the small table with each other one, most similar first; ties in the order of the table."""
    bought = np.array(state.table)
    counts, together = bought.sum(0), bought.T @ bought[:, state.article]
    found = []
    for other in range(ARTICLES):
        own, others, both = (int(v) for v in (counts[state.article], counts[other], together[other]))
        if other != state.article:
            found.append(Pair(other, both, own, others, cosine(both, own, others)))
    return tuple(sorted(found, key=lambda p: -p.similarity))


def cosine(together: int, own: int, others: int, shrink: float = 0.0) -> float:
    """Bought together, divided by the geometric mean of how many bought either; 0 where nobody did. `shrink`: >= 0."""
    return together / (math.sqrt(own * others) + shrink) if together else 0.0


@lru_cache(maxsize=512)
def near(item: int) -> tuple[Pair, ...]:
    """The ten articles of the shop most similar to `item`, most similar first: what the model "neighbours" holds."""
    weights = room.model("neighbours").weights
    counts, column = weights.together.diagonal(), weights.column(item)
    return tuple(
        Pair(int(j), int(weights.together[item, j]), int(counts[item]), int(counts[j]), float(column[j]))
        for j in weights.nearest(item, NEAR)
    )


@dataclass(frozen=True)
class Chance:
    """An article whose closest one is a coincidence as long as nothing is added below the line.

    plain: that coincidence without SHRINK; shrunk: its similarity with it, and its `place` then (1 is the first);
    instead: what comes first with SHRINK.
    """

    item: int
    plain: Pair
    shrunk: float
    place: int
    instead: Pair


@lru_cache(maxsize=1)
def chance() -> Chance:
    """The real pair of the shop that falls furthest: first by plain similarity, far behind once SHRINK is added."""
    weights = room.model("neighbours").weights
    together = weights.together.toarray()
    counts = together.diagonal().copy()
    np.fill_diagonal(together, 0)
    mean = np.sqrt(np.outer(counts, counts))
    plain, careful = together / np.maximum(mean, 1e-9), together / (mean + SHRINK)
    first = plain.argmax(1)
    fallen = (careful > careful[np.arange(len(first)), first][:, None]).sum(1) + 1
    item = int(fallen.argmax())
    rare, best = int(first[item]), int(careful[item].argmax())
    made = [
        Pair(j, int(together[item, j]), int(counts[item]), int(counts[j]), float(values[item, j]))
        for j, values in ((rare, plain), (best, careful))
    ]
    return Chance(item, made[0], float(careful[item, rare]), int(fallen[item]), made[1])


@lru_cache(maxsize=1)
def same_department() -> tuple[float, float]:
    """Share of the ten most similar articles that are of the same department; what it would be by chance."""
    category = shop().category
    found = [category[p.other] == category[i] for i in range(len(category)) for p in near(i)]
    counts = np.bincount(category)
    return float(np.mean(found)), float((counts * (counts - 1)).sum() / (len(category) * (len(category) - 1)))


@lru_cache(maxsize=1)
def filled() -> tuple[float, int, int]:
    """(share of cells of the purchase table that are filled, filled cells, all cells)."""
    known = shop().purchases.matrix()
    return known.nnz / (known.shape[0] * known.shape[1]), int(known.nnz), known.shape[0] * known.shape[1]


@lru_cache(maxsize=1)
def typical() -> int:
    """How many different articles the median customer has bought."""
    return int(np.median(np.diff(shop().purchases.matrix().indptr)))


@lru_cache(maxsize=1)
def sorted_table() -> np.ndarray:
    """(DRAWN, articles) bool, read-only: who bought what; articles by popularity from the left, busy customers on top.

    One customer in so many is drawn, whole, so that a dot is a purchase and not a mean.
    """
    known = shop().purchases.matrix()
    people = np.argsort(-np.diff(known.indptr), kind="stable")
    people = people[np.linspace(0, len(people) - 1, DRAWN).round().astype(int)]
    table = known[people].toarray()[:, np.argsort(-known.sum(0), kind="stable")] > 0
    table.setflags(write=False)
    return table


@lru_cache(maxsize=1)
def places() -> np.ndarray:
    """(articles, 2) place of each article on the map of tastes, each axis 0 to 1, read-only.

    The factors come from purchases alone. They are many; the two directions shown are those in which the departments
    lie furthest apart (linear discriminant analysis), lengths left out, so that bestsellers do not lie far outside.
    """
    factors = room.model("factors").item_factors
    units = factors / np.maximum(np.linalg.norm(factors, axis=1, keepdims=True), 1e-12)
    turned = LinearDiscriminantAnalysis(n_components=2, solver="eigen", shrinkage="auto")
    flat = turned.fit_transform(units, shop().category)
    flat = flat * np.where(flat[0] < 0, -1, 1)  # a direction is as good turned round: the same one everywhere
    low, high = flat.min(0), flat.max(0)
    found = (flat - low) / np.maximum(high - low, 1e-12)
    found.setflags(write=False)
    return found
