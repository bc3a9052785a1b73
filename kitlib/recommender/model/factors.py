"""A map of tastes: few numbers for each article, so that articles bought by the same customers lie close together.

Truncated singular value decomposition, "PureSVD" in Cremonesi, Koren, Turrin (2010), doi:10.1145/1864708.1864721.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

FACTORS = 16


@dataclass(frozen=True, eq=False, repr=False)
class Factors:
    """vectors: (items, k) float64; bought j adds vectors[j] . vectors[i] to the score of i."""

    vectors: np.ndarray

    def scores(self, baskets: sparse.csr_array) -> np.ndarray:
        return (baskets @ self.vectors) @ self.vectors.T

    def column(self, item: int) -> np.ndarray:
        return self.vectors @ self.vectors[item]


def fit_factors(known: sparse.csr_array, factors: int = FACTORS, seed: int = 0) -> Factors:
    """known: csr (customers, items) 0/1. factors: numbers an article, fewer where the table is smaller."""
    k = min(factors, *known.shape)
    if not known.nnz:
        return Factors(np.zeros((known.shape[1], k)))
    _, _, vectors = randomized_svd(sparse.csr_matrix(known), k, n_iter=5, random_state=seed)
    # A singular vector is as good with all signs turned: the largest entry is made positive, to be the same everywhere.
    largest = np.abs(vectors).argmax(1)
    vectors = vectors * np.where(vectors[np.arange(k), largest] < 0, -1, 1)[:, None]
    return Factors(np.ascontiguousarray(vectors.T))
