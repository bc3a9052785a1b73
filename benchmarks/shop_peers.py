"""Recommenders of the library `implicit` (Ben Frederickson, MIT licence) to set beside ours, each with a fair setting.

Not part of the kit: `uv sync --group bench`, or `pip install implicit`.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from threadpoolctl import threadpool_limits

from kitlib.recommender.model.evaluate import hits, leave_one_out, top_n

HOW = "implicit is missing and left out: uv sync --group bench"
ITERATIONS = 15
TRIED = [
    {"factors": factors, "regularization": regularization, "alpha": alpha}
    for factors in (8, 16, 64, 128)
    for regularization, alpha in ((0.05, 2.0), (5.0, 5.0))
]


def installed() -> bool:
    return importlib.util.find_spec("implicit") is not None


@dataclass
class Peer:
    """model: of implicit. known: csr (customers, items) it learnt from. settings: what it was given."""

    model: object
    known: sparse.csr_matrix
    settings: dict

    def scores(self, rows: np.ndarray) -> np.ndarray:
        """(m, items) for customers `rows`."""
        if hasattr(self.model, "similarity"):
            return (self.known[rows] @ self.model.similarity).toarray()
        return self.model.user_factors[rows] @ self.model.item_factors.T

    def click(self) -> None:
        """Recommend to one customer whose basket has just changed."""
        anew = {} if hasattr(self.model, "similarity") else {"recalculate_user": True}
        self.model.recommend(0, self.known[[0]], N=10, **anew)


def als(purchases, seed: int, **settings) -> Peer:
    """Alternating least squares, Hu, Koren, Volinsky (2008), doi:10.1109/ICDM.2008.22."""
    from implicit.als import AlternatingLeastSquares

    return _fit(AlternatingLeastSquares(iterations=ITERATIONS, random_state=seed, **settings), purchases, settings)


def neighbours(purchases, seed: int, kind: str) -> Peer:
    """kind: CosineRecommender or BM25Recommender, 50 neighbours as ours."""
    from implicit import nearest_neighbours

    return _fit(getattr(nearest_neighbours, kind)(K=50), purchases, {"K": 50})


def tuned(purchases, seed: int) -> dict:
    """The setting of `TRIED` that finds most of what is hidden from the training purchases themselves."""
    train, customers, hidden = leave_one_out(purchases, seed + 1)
    known = train.matrix()[customers]
    rates = [hits(top_n(als(train, seed, **setting).scores(customers), known), hidden) for setting in TRIED]
    return TRIED[int(np.argmax(rates))]


def _fit(model, purchases, settings: dict) -> Peer:
    known = sparse.csr_matrix(purchases.matrix())
    with threadpool_limits(1, "blas"):  # implicit has threads of its own
        model.fit(known, show_progress=False)
    return Peer(model, known, settings)
