"""Paid places: three lists with sold places to look through, and what selling places brings and costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.shop import shop
from . import room
from .evaluate import top_n

PLACES, SOLD, MOST = room.SHOWN, 3, 5
RANKS = (30, 120)
"""Sold is what the model ranks this far down: nobody's best recommendation, and nothing silly either."""
POSITIONS = ((1, 4, 8), (0, 3, 7), (2, 5, 6))
"""Sold places of the three rounds, counted from 0."""
ROUNDS, LABELLED, BILL = len(POSITIONS), 1, len(POSITIONS)
"""Round 1 (counted from 0) is the one with a label. After the rounds comes the bill."""
LISTS = 1000
SEED = 7


@dataclass(frozen=True)
class Label:
    """`part`: 0 to 2 the rounds, 3 the bill. `marked`: what the learner takes for advertising, one set a round.

    `looked`: the article of round 1 the learner would look at first. `solved`: rounds whose answer is on show.
    sold: 0..5 places. where: top or bottom. seen: places people look at. price: euro a seen sold place and list.
    margin: share of the price. extra: share of hits that are purchases the shop would not have had otherwise.
    """

    guess: int | None = None
    part: int = 0
    marked: tuple[frozenset[int], ...] = (frozenset(),) * ROUNDS
    looked: int | None = None
    solved: frozenset[int] = frozenset()
    sold: int = SOLD
    where: str = "top"
    seen: int = 5
    price: float = 0.02
    margin: float = 0.3
    extra: float = 0.2


def go(state: Label, part: int) -> Label:
    return replace(state, part=part)


def mark(state: Label, item: int) -> Label:
    """Take an article of the round on show for advertising, or no longer. A solved round stays as it was."""
    if state.part in (LABELLED, BILL, *state.solved):
        return state
    marked = list(state.marked)
    marked[state.part] = marked[state.part] ^ {item}
    return replace(state, marked=tuple(marked))


def look(state: Label, item: int) -> Label:
    """Look at an article of the labelled list first; the first choice counts."""
    return replace(state, looked=item, solved=state.solved | {LABELLED}) if state.looked is None else state


def solve(state: Label) -> Label:
    """Show what was paid for in the round on show."""
    if state.part in (LABELLED, BILL):
        return state
    return replace(state, solved=state.solved | {state.part})


def change(state: Label, **dials) -> Label:
    return replace(state, **dials)


@dataclass(frozen=True)
class Listing:
    """What one person bought, the ten places of the list, and which of these articles are paid for."""

    basket: tuple[int, ...]
    items: tuple[int, ...]
    paid: frozenset[int]


@lru_cache(maxsize=ROUNDS)
def listing(number: int) -> Listing:
    """The list of round 0, 1 or 2: the model's best seven for a person, and three sold articles among them."""
    known = room.model().known
    size = np.diff(known.indptr)
    people = np.random.default_rng(SEED).choice(np.flatnonzero((size >= 8) & (size <= 12)), ROUNDS, replace=False)
    customer = people[number]
    ranked = room.model().recommend_for(known[[customer]].indices, RANKS[1])
    paid = sellable(ranked, np.random.default_rng([SEED, number]))[:SOLD]
    items = list(ranked[: PLACES - SOLD])
    for place, item in zip(POSITIONS[number], paid, strict=True):
        items.insert(place, item)
    return Listing(tuple(known[[customer]].indices.tolist()), tuple(int(i) for i in items), frozenset(paid.tolist()))


def sellable(ranked: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(n,) articles a supplier would pay for, in random order, the fitting ones first.

    ranked: articles for one person, best first. Fitting: of a department of the list, dearer than its middle and no
    more than three times as dear (or 60 euro), for an advertisement that sticks out would be found at once.
    """
    best, far = ranked[:PLACES], rng.permutation(ranked[RANKS[0] - 1 : RANKS[1]])
    price, middle = _price()[far], np.median(_price()[best])
    fits = (price >= middle) & (price <= max(60, 3 * middle)) & np.isin(shop().category[far], shop().category[best])
    return far[np.argsort(~fits, kind="stable")]


def _price() -> np.ndarray:
    return shop().articles["price"].to_numpy()


@dataclass(frozen=True)
class Found:
    """Articles by what the learner made of them: paid and found, paid and missed, honest and accused."""

    right: frozenset[int]
    missed: frozenset[int]
    accused: frozenset[int]


def found(state: Label, number: int) -> Found:
    paid, marked = listing(number).paid, state.marked[number]
    return Found(paid & marked, paid - marked, marked - paid)


def total(state: Label) -> tuple[int, int, int]:
    """Over the solved rounds without a label: (paid articles found, paid articles there were, wrongly accused)."""
    rounds = [found(state, n) for n in sorted(state.solved) if n != LABELLED]
    return sum(len(f.right) for f in rounds), SOLD * len(rounds), sum(len(f.accused) for f in rounds)


@lru_cache(maxsize=1)
def _measured() -> tuple[np.ndarray, np.ndarray]:
    """For each customer with a hidden purchase: its place (m,) in the honest list and (m,) among the sold; else 99."""
    _, customers, truth = room.hidden()
    ranked = top_n(room.scores(), room.hidden()[0].matrix()[customers], RANKS[1])
    rng = np.random.default_rng(SEED)
    sold = np.array([sellable(row[row >= 0], rng)[:MOST] for row in ranked])
    return _place(ranked[:, :PLACES], truth), _place(sold, truth)


def _place(items: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    there = items == wanted[:, None]
    return np.where(there.any(axis=1), there.argmax(axis=1), 99)


@dataclass(frozen=True)
class Outcome:
    """hits: share of lists with the hidden purchase among the places looked at. worth: its mean price, euro a list.

    views: sold places among those looked at.
    """

    hits: float
    worth: float
    views: int


@lru_cache(maxsize=256)
def outcome(sold: int, where: str = "top", seen: int = PLACES) -> Outcome:
    """Sell `sold` places (0..5) at the top or the bottom: honest recommendations move back, the last fall off.

    A sold article may be just what the customer buys, too; that counts.
    """
    honest, paid = _measured()
    first = 0 if where == "top" else PLACES - sold
    spot = np.where(honest < PLACES - sold, honest + (sold if where == "top" else 0), 99)
    spot = np.where(paid < sold, first + paid, spot)
    hit = spot < seen
    worth = _price()[room.hidden()[2]][hit].sum() / len(hit)
    return Outcome(float(hit.mean()), float(worth), int(np.clip(seen - first, 0, sold)))


@dataclass(frozen=True)
class Bill:
    """Euro for 1,000 lists: paid by the supplier, margin lost. lost_hits: for 1,000 lists. even: price of a seen place
    at which both are equal; None if no sold place is looked at."""

    income: float
    lost: float
    lost_hits: float
    even: float | None


def bill(state: Label, sold: int | None = None) -> Bill:
    """What selling places brings and costs with the prices of `state`; `sold` instead of its number of places."""
    sold = state.sold if sold is None else sold
    before, after = outcome(0, state.where, state.seen), outcome(sold, state.where, state.seen)
    lost = LISTS * state.margin * state.extra * (before.worth - after.worth)
    views = LISTS * after.views
    return Bill(views * state.price, lost, LISTS * (before.hits - after.hits), lost / views if views else None)
