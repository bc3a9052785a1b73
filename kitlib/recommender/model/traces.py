"""Traces of a baby in purchases: how well a model estimates from them what nobody told the shop.

Each person is estimated by a model that did not learn from that person (cross-validation).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from ..data.purchases import read_only
from ..data.shop import shop

LEAST, FOLDS, MARKED, SEED = 5, 5, 100, 3
"""Customers with so many articles; parts of the cross-validation; people marked; seed of their split."""
REMOVED = ("none", "obvious", "more")
"""What the model is not given: nothing, the twelve tell-tale articles, these and the next twenty-five."""
_BELOW = {"none": 3, "obvious": 2, "more": 1}  # the catalogue's column `baby`: 2 tell-tale, 1 the next ones


@lru_cache(maxsize=1)
def table() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(customers (m,) with at least LEAST articles, purchases (m, articles) 0/1, trait (m,) bool), read-only."""
    known = shop().purchases.matrix()
    customers = np.flatnonzero(np.diff(known.indptr) >= LEAST)
    return tuple(map(read_only, (customers, known[customers].toarray(), shop().trait[customers])))


@lru_cache(maxsize=1)
def _folds() -> tuple[tuple[np.ndarray, np.ndarray], ...]:
    _, bought_by, trait = table()
    return tuple(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(bought_by, trait))


def articles(removed: str) -> np.ndarray:
    """(n,) indices of the articles the model is given."""
    return np.flatnonzero(shop().articles["baby"].to_numpy() < _BELOW[removed])


def obvious() -> np.ndarray:
    """(n,) indices of the tell-tale articles: cot mobile, stair gate and the like."""
    return np.flatnonzero(shop().articles["baby"].to_numpy() == 2)


@lru_cache(maxsize=len(REMOVED) * FOLDS)
def weights(removed: str, fold: int) -> tuple[np.ndarray, float]:
    """(articles,) what each article adds to the log odds of a baby, and where they start; without one fold's people."""
    kept, (learn, _) = articles(removed), _folds()[fold]
    # A high intercept_scaling leaves the start free: with nothing bought the estimate is about the base rate.
    model = LogisticRegression(C=0.3, solver="liblinear", intercept_scaling=10.0, random_state=0)
    model.fit(table()[1][np.ix_(learn, kept)], table()[2][learn])
    found = np.zeros(table()[1].shape[1])
    found[kept] = model.coef_[0]
    return read_only(found), float(model.intercept_[0])


def chance(log_odds):
    """Log odds as a probability 0..1."""
    return 1 / (1 + np.exp(-np.asarray(log_odds, float)))


@lru_cache(maxsize=len(REMOVED))
def estimates(removed: str = "none") -> np.ndarray:
    """(m,) estimated probability of a baby; each person by a model that did not learn from that person. Read-only."""
    found = np.zeros(len(table()[0]))
    for fold, (_, test) in enumerate(_folds()):
        added, start = weights(removed, fold)
        found[test] = chance(table()[1][test] @ added + start)
    return read_only(found)


@lru_cache(maxsize=len(REMOVED))
def marked(removed: str = "none") -> np.ndarray:
    """(MARKED,) rows with the highest estimates, highest first."""
    return read_only(np.argsort(-estimates(removed), kind="stable")[:MARKED])


@dataclass(frozen=True)
class Report:
    """Of the people marked, `right` have a baby; `all_with` have one among all `people`. base: share of these.

    pairs: AUC, share of pairs (one with, one without a baby) with the higher estimate for the right one.
    accuracy: share right when "baby" means an estimate of at least one half. always_no: when it is never said.
    """

    right: int
    all_with: int
    people: int
    base: float
    pairs: float
    accuracy: float
    always_no: float


@lru_cache(maxsize=len(REMOVED))
def report(removed: str = "none") -> Report:
    trait, found = table()[2], estimates(removed)
    return Report(
        right=int(trait[marked(removed)].sum()),
        all_with=int(trait.sum()),
        people=len(trait),
        base=float(trait.mean()),
        pairs=float(roc_auc_score(trait, found)),
        accuracy=float(((found >= 0.5) == trait).mean()),
        always_no=float(1 - trait.mean()),
    )


def items_of(row: int) -> tuple[int, ...]:
    """Articles that the person in this row of `table` bought."""
    return tuple(np.flatnonzero(table()[1][row]).tolist())


def fold_of(row: int) -> int:
    """The fold whose model did not learn from this person."""
    return next(fold for fold, (_, test) in enumerate(_folds()) if row in test)


def estimate(items, row: int) -> float:
    """Probability of a baby for whoever bought `items`, by the model that did not learn from the person in `row`."""
    added, start = weights("none", fold_of(row))
    return float(chance(added[sorted(items)].sum() + start))


def effects(items, row: int) -> dict[int, float]:
    """What each article changes: the estimate with all of `items` less the one without it; largest first."""
    items = frozenset(items)
    whole = estimate(items, row)
    found = {i: whole - estimate(items - {i}, row) for i in sorted(items)}
    return dict(sorted(found.items(), key=lambda pair: -abs(pair[1])))


@lru_cache(maxsize=1)
def falsely_marked() -> tuple[int, ...]:
    """Rows of those marked who have no baby, highest estimate first."""
    return tuple(int(i) for i in marked() if not table()[2][i])
