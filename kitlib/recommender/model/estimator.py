"""Train on a purchase table and recommend: `train(purchases) -> Model`.

Whatever the method, a score is a sum: what each bought article adds, and how much the article is bought at all.
"""

from __future__ import annotations

import operator
import time
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from .ease import LARGEST, Dense, fit_ease, most_bought
from .evaluate import top_n
from .factors import FACTORS, Factors, fit_factors
from .neighbours import NEAREST, SHRINK, Neighbours, fit_neighbours
from .tuning import PRIOR, PRIORS, RIDGES, choose

METHODS = ("ease", "neighbours", "factors", "popular", "random")


@dataclass(frozen=True, eq=False, repr=False)
class Model:
    """A trained recommender; immutable, compared and hashed by identity.

    items, customers: names. known: csr (customers, items) 0/1 the model learnt from. popularity: (items,) what each
    article gets whatever is in the basket. weights: what bought articles add. fit_seconds: time training took.
    settings: those of the method, as given or as chosen while training.
    """

    method: str
    items: tuple[str, ...]
    customers: tuple[str, ...]
    known: sparse.csr_array
    popularity: np.ndarray
    weights: Dense | Neighbours | Factors
    settings: dict[str, float]
    fit_seconds: float

    def scores(self, baskets) -> np.ndarray:
        """(n, items) float64 for baskets (n, items) 0/1, sparse or dense."""
        return self.weights.scores(sparse.csr_array(baskets, dtype=float)) + self.popularity

    def contributions(self, basket_row: np.ndarray, item: int) -> np.ndarray:
        """(items,) what each article of the basket adds to the score of `item`; with `prior(item)` they are the score.

        basket_row: (items,) 0/1.
        """
        return np.asarray(basket_row, float) * self.weights.column(item)

    def prior(self, item: int) -> float:
        """What `item` gets for being bought by many, whatever is in the basket."""
        return float(self.popularity[item])

    def recommend(self, customer: str | int, n: int = 10, exclude_known: bool = True) -> list[str]:
        """Names of up to n articles, best first. Raises KeyError for a customer nobody knows."""
        row = self.known[[self.customer_index(customer)]]
        return [self.items[i] for i in self._best(row, n, exclude_known)]

    def recommend_for(self, basket, n: int = 10) -> np.ndarray:
        """Up to n indices of articles, best first, for a basket given as indices of articles; may be empty."""
        return self._best(self.row(basket), n, True)

    def row(self, basket) -> sparse.csr_array:
        """(1, items) 0/1 from indices of articles."""
        found = np.unique(np.asarray(list(basket), int))
        if len(found) and not 0 <= found[0] <= found[-1] < len(self.items):
            raise IndexError(f"articles are numbered 0 to {len(self.items) - 1}")
        return sparse.csr_array((np.ones(len(found)), (np.zeros_like(found), found)), shape=(1, len(self.items)))

    def explain(self, customer: str | int, item: str | int) -> list[tuple[str | None, float]]:
        """What each purchase of the customer adds to the score of `item`, largest first; the sum is the score.

        The name None stands for `prior`. The article itself adds nothing to its own score, except with "factors".
        """
        row = self.known[[self.customer_index(customer)]]
        i = self.item_index(item)
        parts = self.contributions(row.toarray()[0], i)
        named = [(self.items[j], float(parts[j])) for j in row.indices] + [(None, self.prior(i))]
        return sorted(named, key=lambda pair: -pair[1])

    def similar(self, item: str | int, n: int = 10) -> list[tuple[str, float, int]]:
        """Up to n articles most alike: name, similarity 0 to 1, bought together by how many. Only "neighbours"."""
        if not isinstance(self.weights, Neighbours) or self.method != "neighbours":
            raise ValueError('similar articles are a matter of train(…, method="neighbours")')
        i = self.item_index(item)
        column = self.weights.column(i)
        near = self.weights.nearest(i, n)
        return [(self.items[j], float(column[j]), int(self.weights.together[i, j])) for j in near]

    @property
    def item_factors(self) -> np.ndarray:
        """(items, k) place of each article on the map of tastes. Only "factors"."""
        if not isinstance(self.weights, Factors):
            raise ValueError('a map of tastes is a matter of train(…, method="factors")')
        return self.weights.vectors

    def customer_index(self, customer: str | int) -> int:
        return _index(customer, self.customers, "customer")

    def item_index(self, item: str | int) -> int:
        return _index(item, self.items, "article")

    def _best(self, row: sparse.csr_array, n: int, exclude_known: bool) -> np.ndarray:
        known = row if exclude_known else sparse.csr_array(row.shape)
        best = top_n(self.scores(row), known, n)[0]
        return best[best >= 0]


def train(purchases, method: str = "ease", seed: int = 0, **settings) -> Model:
    """Train on `purchases` (Purchases).

    method: ease (`ridge`, `prior`, `largest`), neighbours (`nearest`, `shrink`, `prior`), factors (`factors`, `prior`),
    popular or random; in brackets its settings, see the modules beside this one. `prior` >= 0 is what an article that
    everybody buys gets for that alone; it decides when the basket is empty and hardly counts beside a full one. Ridge
    and prior of "ease" are chosen by trials if not given (`tuning.choose`). The same purchases, seed and settings give
    the same model. Raises ValueError for an unknown method, TypeError for an unknown setting.
    """
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, not {method!r}")
    began = time.perf_counter()
    known = purchases.matrix()
    popularity, weights, used = _FITS[method](known, seed, **settings)
    popularity.flags.writeable = False
    spent = time.perf_counter() - began
    return Model(method, purchases.items, purchases.customers, known, popularity, weights, used, spent)


def _share(known: sparse.csr_array) -> np.ndarray:
    """(items,) share of customers who bought each article."""
    return np.asarray(known.sum(0), float) / max(known.shape[0], 1)


def _ease(known, seed, ridge=None, prior=None, largest=LARGEST):
    if ridge is None or prior is None:
        ridges = RIDGES if ridge is None else (ridge,)
        ridge, prior = choose(known, seed, ridges, PRIORS if prior is None else (prior,))
    used = {"ridge": ridge, "prior": prior, "largest": largest}
    return prior * _share(known), fit_ease(known, ridge, largest), used


def _neighbours(known, seed, nearest=NEAREST, shrink=SHRINK, prior=PRIOR):
    used = {"nearest": nearest, "shrink": shrink, "prior": prior}
    return prior * _share(known), fit_neighbours(known, nearest, shrink), used


def _factors(known, seed, factors=FACTORS, prior=PRIOR):
    return prior * _share(known), fit_factors(known, factors, seed), {"factors": factors, "prior": prior}


def _popular(known, seed):
    return _share(known), Dense(np.zeros(0, int), np.zeros((0, 0)), known.shape[1]), {}


def _random(known, seed):
    """Weights thrown by dice: another basket, another ranking, and no reason for any of them."""
    rng = np.random.default_rng(seed)
    core = most_bought(known)
    return rng.random(known.shape[1]), Dense(core, rng.standard_normal((len(core), len(core))), known.shape[1]), {}


_FITS = {"ease": _ease, "neighbours": _neighbours, "factors": _factors, "popular": _popular, "random": _random}


def _index(wanted: str | int, names: tuple[str, ...], kind: str) -> int:
    if isinstance(wanted, str):
        if wanted in names:
            return names.index(wanted)
        raise KeyError(f"no {kind} is called {wanted!r}")
    index = operator.index(wanted)
    if not 0 <= index < len(names):
        raise KeyError(f"no {kind} {index}: they are numbered 0 to {len(names) - 1}")
    return index
