"""Fake accounts and the search for them: made purchases, and points of suspicion from the purchase table alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..data.purchases import Purchases, read_only
from ..data.shop import shop
from . import room

ARTICLES = ("A168", "A281", "A328")
"""What is pushed: tool trolley, spade, sewing machine. Few buy them."""
TARGETS = {"A168": ("cars", "workshop"), "A281": ("gardening", "garden"), "A328": ("crafts", "hobby")}
"""Article: the customers aimed at (known to us, not to the attacker), and the department whose bestseller is public."""
KINDS = ("clumsy", "aimed")
MOST, EXTRA, BOX = 270, 5, 10
"""Most fakes (a tenth of the customers); what each buys beside the article; size of the public box it picks from."""
NIGHT, SPREAD, ORDERS = 21, (4, 60), 3
"""Days before the end of the data: the night of the clumsy attack; the weeks over which aimed accounts order."""
WINDOW, CALM, HIGH, ALIKE = 14, 3, 5.0, 3
"""Detection: days on either side of a purchase; sales added to the expected, since three instead of one is no wave;
times the usual sales that give full points; so many other accounts have to be alike."""


def index(article: str) -> int:
    return shop().purchases.items.index(article)


@lru_cache(maxsize=8)
def public_box(article: str) -> np.ndarray:
    """(BOX,) what anybody can read in the shop: the department's bestseller and "bought together with it"."""
    counts = np.bincount(shop().purchases.item, minlength=len(shop().purchases.items))
    there = np.flatnonzero(shop().articles["category"] == TARGETS[article][1])
    leader = int(there[np.argmax(counts[there])])
    near = [i for i in room.model("neighbours").weights.nearest(leader, BOX + 1) if i != index(article)]
    return read_only(np.array([leader, *near][:BOX]))


@lru_cache(maxsize=8)
def _all_fakes(article: str, kind: str) -> tuple[np.ndarray, np.ndarray]:
    """(MOST, 1 + EXTRA) articles and days before the end for each fake account; the first n are the attack with n."""
    rng, target = np.random.default_rng(0), index(article)
    everything = np.delete(np.arange(len(shop().purchases.items)), target)
    pool = public_box(article) if kind == "aimed" else everything
    items = np.array([[target, *rng.choice(pool, EXTRA, replace=False)] for _ in range(MOST)])
    if kind == "clumsy":
        return items, np.full(items.shape, NIGHT)
    orders = rng.integers(*SPREAD, (MOST, ORDERS))
    return items, rng.permuted(np.repeat(orders, (1 + EXTRA) // ORDERS, axis=1), axis=1)


@lru_cache(maxsize=16)
def joined(article: str, kind: str, fakes: int, measured: bool = False) -> Purchases:
    """The shop's purchases with those of fake accounts behind them; the last `fakes` customers are the fakes.

    measured: leave out the purchases hidden for measuring.
    """
    honest = room.hidden()[0] if measured else shop().purchases
    items, before = (part[:fakes] for part in _all_fakes(article, kind))
    first = len(honest.customers)
    made = np.repeat(np.arange(first, first + fakes), items.shape[1])
    return Purchases(
        customers=honest.customers + tuple(f"F{i:04d}" for i in range(1, fakes + 1)),
        items=honest.items,
        customer=np.concatenate([honest.customer, made]).astype(np.int32),
        item=np.concatenate([honest.item, items.ravel()]).astype(np.int32),
        date=np.concatenate([honest.date, shop().purchases.date.max() - before.ravel()]),
    )


@dataclass(frozen=True, eq=False, repr=False)
class Suspicion:
    """One figure an account, all read-only. points: 100 x jump x the larger of haste and likeness, 0 to 100.

    jump: 0 to 1, how far the sales of the account's most conspicuous article rose in the four weeks around its purchase
    (0: as usual, 1: five times the usual). times: the same as a factor. haste: share of the account's purchases on its
    busiest day. likeness: Jaccard overlap of the basket with the third most similar buyer of that article in these
    weeks. article: index of that article.
    """

    points: np.ndarray
    jump: np.ndarray
    times: np.ndarray
    haste: np.ndarray
    likeness: np.ndarray
    article: np.ndarray


@lru_cache(maxsize=32)
def suspicion(article: str, kind: str, fakes: int) -> Suspicion:
    """For every account. The detector has the purchase table; it knows neither the pushed article nor who is fake."""
    return suspect(joined(article, kind, fakes))


def suspect(sold: Purchases) -> Suspicion:
    """Score the accounts of a dated table. An account without purchases gets no points."""
    day = (sold.date - sold.date.min()).astype(int)
    times = _times(sold.item, day)
    chosen = _first_by(sold.customer, -times, len(sold.customers))
    worst = np.where(chosen >= 0, times[chosen], 0)
    jump = np.clip((worst - 1) / (HIGH - 1), 0, 1)
    haste, likeness = _haste(sold, day), _likeness(sold, day, np.where(jump > 0, chosen, -1))
    points = 100 * jump * np.maximum(haste, likeness)
    return Suspicion(*map(read_only, (points, jump, worst, haste, likeness, sold.item[chosen])))


def _times(item: np.ndarray, day: np.ndarray) -> np.ndarray:
    """(purchases,) sales of the article in the window around each purchase, as a multiple of its usual sales."""
    found = np.zeros(len(item))
    for rows in _groups(item):
        days, end = np.sort(day[rows]), day.max()
        low, high = np.maximum(day[rows] - WINDOW, days[0]), np.minimum(day[rows] + WINDOW, end)
        inside = np.searchsorted(days, high, "right") - np.searchsorted(days, low, "left")
        outside = np.maximum(end - days[0] - (high - low), 1)
        usual = (len(rows) - inside) / outside * (high - low + 1)
        found[rows] = inside / (usual + CALM)
    return found


def _groups(index: np.ndarray) -> list[np.ndarray]:
    order = np.argsort(index, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(index[order])) + 1) if len(order) else []


def _first_by(group: np.ndarray, key: np.ndarray, size: int) -> np.ndarray:
    """(size,) row with the smallest key of each group, -1 where a group has none."""
    order = np.lexsort((key, group))
    start = np.flatnonzero(np.r_[True, np.diff(group[order]) > 0])
    rows = np.full(size, -1)
    rows[group[order][start]] = order[start]
    return rows


def _haste(sold: Purchases, day: np.ndarray) -> np.ndarray:
    pairs, counts = np.unique(sold.customer.astype(np.int64) * (day.max() + 1) + day, return_counts=True)
    busiest = np.zeros(len(sold.customers))
    np.maximum.at(busiest, pairs // (day.max() + 1), counts)
    return busiest / np.maximum(np.bincount(sold.customer, minlength=len(busiest)), 1)


def _likeness(sold: Purchases, day: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """chosen: the purchase to compare at, one an account, -1 for none."""
    baskets = sold.matrix().toarray()
    size, found = baskets.sum(axis=1), np.zeros(len(baskets))
    rows_of = {sold.item[rows[0]]: rows for rows in _groups(sold.item)}
    for account in np.flatnonzero(chosen >= 0):
        rows = rows_of[sold.item[chosen[account]]]
        others = np.unique(sold.customer[rows[np.abs(day[rows] - day[chosen[account]]) <= WINDOW]])
        others = others[others != account]
        if len(others) >= ALIKE:
            common = baskets[others] @ baskets[account]
            overlap = common / (size[others] + size[account] - common)
            found[account] = np.partition(overlap, -ALIKE)[-ALIKE]
    return found
