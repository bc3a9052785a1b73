"""Step 1, you and the shop: a basket, ten recommendations, and the sum behind each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.shop import shop
from . import room

START = (240, 256, 272)
"""Wall paint, roller, masking tape: a basket that a person recognises at once."""
OPTIONS = (207, 264, 245)
"""To predict from: the bestseller of another department, the model's first place, and a primer that any painter would
name and few have bought: the model places it low, for it computes with purchases and not with what belongs together."""
METHODS = ("ease", "popular", "random")
NAMED = 0.1
"""A second reason is named when it brings at least this share of the points in favour."""
CHECKED = 100


@dataclass(frozen=True)
class Basket:
    """`items`: articles in the basket, as they were put in; `before`: the basket before the last click.

    `opened`: the recommendation whose sum is asked for; None: the first. `guess`: one of OPTIONS.
    """

    items: tuple[int, ...] = START
    before: tuple[int, ...] = START
    method: str = METHODS[0]
    opened: int | None = None
    guess: int | None = None


@dataclass(frozen=True)
class Reason:
    """What one purchase adds to a score; `item` None stands for being bought by many."""

    item: int | None
    value: float


def toggle(state: Basket, item: int) -> Basket:
    """Put an article in, or take it out if it is there. Raises IndexError for an article that does not exist."""
    if not 0 <= item < len(shop().purchases.items):
        raise IndexError(f"no article {item}")
    left = tuple(i for i in state.items if i != item)
    items = (*state.items, item) if item not in state.items else left
    return replace(state, items=items, before=state.items)


def empty(state: Basket) -> Basket:
    return replace(state, items=(), before=state.items)


def switch(state: Basket, method: str) -> Basket:
    """Another method for the same basket: nothing in the list counts as new."""
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, not {method!r}")
    return replace(state, method=method, before=state.items)


def ask(state: Basket, item: int) -> Basket:
    """Open the sum of one recommendation."""
    return replace(state, opened=item)


@lru_cache(maxsize=1024)
def recommended(items: tuple[int, ...], method: str) -> tuple[int, ...]:
    """Ten articles, best first."""
    return tuple(int(i) for i in room.model(method).recommend_for(items, room.SHOWN))


def shown(state: Basket) -> tuple[int, ...]:
    return recommended(state.items, state.method)


def fresh(state: Basket) -> tuple[int, ...]:
    """What the last click brought into the list."""
    was = recommended(state.before, state.method)
    return tuple(i for i in shown(state) if i not in was)


def opened(state: Basket) -> int:
    """The recommendation whose sum is shown: the one asked for, as long as it is in the list."""
    return state.opened if state.opened in shown(state) else shown(state)[0]


@lru_cache(maxsize=1024)
def reasons(items: tuple[int, ...], item: int) -> tuple[Reason, ...]:
    """What makes the score of `item` for this basket: every purchase, largest first, then being bought by many."""
    model = room.model("ease")
    parts = model.contributions(model.row(items).toarray()[0], item)
    bought = sorted((Reason(i, float(parts[i])) for i in items), key=lambda r: -r.value)
    return (*bought, Reason(None, model.prior(item)))


@lru_cache(maxsize=1024)
def score(items: tuple[int, ...], item: int) -> float:
    """What the model itself computes, not the sum of the reasons."""
    model = room.model("ease")
    return float(model.scores(model.row(items))[0, item])


def strongest(items: tuple[int, ...], item: int) -> tuple[tuple[int, float], ...]:
    """The one or two purchases that speak most for `item`, each with its share (0 to 1) of all points in favour."""
    found = reasons(items, item)
    favour = sum(r.value for r in found if r.value > 0)
    first = [(r.item, r.value / favour) for r in found[:2] if r.item is not None and r.value > 0]
    return tuple((bought, share) for place, (bought, share) in enumerate(first) if place == 0 or share >= NAMED)


def points(values: tuple[float, ...], total: float) -> tuple[int, ...]:
    """Thousandths as whole points, rounded so that the points shown add up to the total shown.

    The largest remainders are rounded up, the others down; no value is off by more than a point.
    """
    exact = np.array(values) * 1000
    down = np.floor(exact).astype(int)
    missing = round(total * 1000) - int(down.sum())
    down[np.argsort(down - exact, kind="stable")[: max(missing, 0)]] += 1
    return tuple(int(v) for v in down)


def place(item: int, items: tuple[int, ...] = START) -> int:
    """Place of an article among all that are not in the basket, 1 for the first."""
    return recommended_all(items).index(item) + 1


@lru_cache(maxsize=8)
def recommended_all(items: tuple[int, ...]) -> tuple[int, ...]:
    model = room.model("ease")
    return tuple(int(i) for i in model.recommend_for(items, len(model.items)))


def buyers(item: int) -> int:
    """How many persons have bought the article."""
    return round(float(room.model("popular").popularity[item]) * len(shop().customers))


@lru_cache(maxsize=1)
def checked() -> tuple[int, int]:
    """(recommendations whose reasons add up to the model's score within 1e-9, recommendations looked at)."""
    known = shop().purchases.matrix()
    baskets = [tuple(int(i) for i in known[[c]].indices) for c in range(CHECKED)]
    pairs = [(basket, item) for basket in baskets for item in recommended(basket, "ease")]
    right = sum(abs(sum(r.value for r in reasons(b, i)) - score(b, i)) < 1e-9 for b, i in pairs)
    return right, len(pairs)
