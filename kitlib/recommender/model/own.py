"""Step 9: your own purchase table. It stays in memory; counted and measured, it tells whether a model is worth it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..data.columns import layout, recognised
from ..data.intake import load_purchases
from ..data.pseudonyms import pseudonyms
from ..data.purchases import Problem, Purchases, PurchasesError
from ..data.shop import shop
from .ease import most_bought
from .enough import SHOWN, Result, judge
from .estimator import Model, train

MOST_ROWS, MOST_ITEMS = 200_000, 1_500
PEOPLE = 30  # to choose from; a list of thousands helps nobody
PRACTICE = 400
REASONS = 2
_ONE_AT_A_TIME = threading.Lock()  # thirty large tables at once must not add up


@dataclass(frozen=True, eq=False, repr=False)
class Waiting:
    """A file whose columns were not recognised, as it came; it waits until somebody has told what they are."""

    name: str
    content: bytes
    problem: Problem


@dataclass(frozen=True)
class Own:
    """purchases: read and pseudonymised; origin: file, practice or given; waiting: a file in their stead.
    model and result once checked; person: whose recommendations are shown, out: article they are to be without.

    Purchases and files live here only: a reset lets go of them.
    """

    purchases: Purchases | None = None
    origin: str = "file"
    waiting: Waiting | None = None
    result: Result | None = None
    model: Model | None = None
    person: int | None = None
    out: int | None = None
    guess: int | None = None


@dataclass(frozen=True)
class Place:
    """A recommended article: its index, the purchases that raised it most, and whether taking one out brought it."""

    item: int
    reasons: tuple[int, ...]
    new: bool


def given(purchases: Purchases | None) -> Own:
    """To begin with a table somebody has read already. Names that are no codes yet become codes here."""
    if purchases is None or all(re.fullmatch(r"K\d+", name) for name in purchases.customers):
        return Own(purchases=purchases, origin="given")
    codes, place = pseudonyms(purchases.customers)
    return Own(purchases=replace(purchases, customers=codes, customer=place[purchases.customer]), origin="given")


def read(state: Own, name: str, content: bytes) -> Own:
    """Read a table. Where columns are not recognised the file waits. Raises PurchasesError for all other troubles."""
    try:
        found = load_purchases(content, filename=name, max_rows=MOST_ROWS)
    except PurchasesError as error:
        if error.problem.code != "missing_column":
            raise
        return Own(waiting=Waiting(name, content, error.problem), guess=state.guess)
    return Own(purchases=found, guess=state.guess)


def read_as(state: Own, customer: str, item: str) -> Own:
    """Read the waiting file with these names of columns; then nothing is left of it but the purchases."""
    told, file = {"customer": customer, "item": item}, state.waiting
    return Own(
        purchases=load_purchases(file.content, columns=told, filename=file.name, max_rows=MOST_ROWS), guess=state.guess
    )


def columns(state: Own) -> tuple[str, ...]:
    """The different names of columns of the waiting file."""
    return tuple(dict.fromkeys(name for name in state.waiting.problem.values["columns"] if name.strip()))


def nearest(state: Own) -> tuple[str, str]:
    """Which columns are most likely those of customers and of articles."""
    names, problem = columns(state), state.waiting.problem
    found = {role: names[place] for role, place in recognised(names).items() if role in ("customer", "item")}
    found[problem.values["role"]] = problem.values["nearest"][0]
    try:
        layout([names], found, "")
    except PurchasesError as error:  # the second one is missing too
        near = error.problem.values.get("nearest") or names
        role = "item" if "item" not in found or len(found) > 1 else "customer"
        found[role] = next((name for name in near if name not in found.values()), names[0])
    return found.get("customer", names[0]), found.get("item", names[-1])


def practice(state: Own, lang: str) -> Own:
    """The table of 400 people of the shipped shop, with the names of the articles."""
    sold = shop().purchases
    people = np.sort(np.random.default_rng(0).permutation(len(sold.customers))[:PRACTICE])
    table = _part(sold, people, np.arange(len(sold.items)))
    return Own(purchases=replace(table, items=shop().names(lang)), origin="practice", guess=state.guess)


def _part(purchases: Purchases, people: np.ndarray, items: np.ndarray) -> Purchases:
    """Only these people and articles (sorted indices), numbered anew."""
    keep = np.isin(purchases.customer, people) & np.isin(purchases.item, items)
    some = purchases.subset(keep)
    return replace(
        some,
        customers=tuple(purchases.customers[i] for i in people),
        items=tuple(purchases.items[i] for i in items),
        customer=np.searchsorted(people, some.customer).astype(np.int32),
        item=np.searchsorted(items, some.item).astype(np.int32),
    )


def computed_with(purchases: Purchases) -> Purchases:
    """What the model is trained on: of very large tables people drawn by chance, and the most bought articles."""
    people, items = np.arange(len(purchases.customers)), np.arange(len(purchases.items))
    if len(purchases) > MOST_ROWS:
        order = np.random.default_rng(0).permutation(len(people))
        counts = np.bincount(purchases.customer, minlength=len(people))
        people = np.sort(order[np.cumsum(counts[order]) <= MOST_ROWS])
    if len(items) > MOST_ITEMS:
        items = most_bought(purchases.matrix(), MOST_ITEMS)
    whole = (len(people), len(items)) == (len(purchases.customers), len(purchases.items))
    return purchases if whole else _part(purchases, people, items)


def check(state: Own, told: Callable[[int], object] = lambda step: None) -> Own:
    """Count, measure, judge, and train on everything for the trial. `told(step)` hears of steps 1, 2 and 3."""
    with _ONE_AT_A_TIME:
        used = computed_with(state.purchases)
        result = judge(used, state.purchases, told)
        told(3)
        model = train(used, "ease")
    checked = replace(state, result=result, model=model, person=None, out=None)
    return choose(checked, next(iter(people(checked)), None))


def people(state: Own) -> tuple[int, ...]:
    """Indices of people to try out, drawn by chance among those with at least three articles, else with any."""
    counts = np.diff(state.model.known.indptr)
    for least in (3, 1):
        able = np.flatnonzero(counts >= least)
        if len(able):
            return tuple(np.sort(np.random.default_rng(1).permutation(able)[:PEOPLE]).tolist())
    return ()


def choose(state: Own, person: int | None) -> Own:
    return replace(state, person=person, out=None)


def without(state: Own, item: int | None) -> Own:
    """As if the person had never bought `item`; None: all purchases count again."""
    return replace(state, out=item)


def bought(state: Own) -> tuple[int, ...]:
    """The articles of the person chosen, also the one taken out."""
    return tuple(state.model.known[[state.person]].indices.tolist())


def recommended(state: Own) -> tuple[Place, ...]:
    """Up to ten places for the person chosen, best first. The article taken out may come back among them."""
    every = bought(state)
    before = set(state.model.recommend_for(every, SHOWN).tolist())
    row = state.model.row(item for item in every if item != state.out)
    found = state.model.recommend_for(row.indices, SHOWN).tolist()
    basket = row.toarray()[0]
    return tuple(Place(item, _reasons(state.model, basket, item), item not in before) for item in found)


def _reasons(model: Model, row: np.ndarray, item: int) -> tuple[int, ...]:
    parts = model.contributions(row, item)
    order = np.argsort(-parts, kind="stable")[:REASONS]
    return tuple(int(i) for i in order if parts[i] > 0)
