"""EASE: each article's purchases foretold from all other articles by one ridge regression, in closed form.

Steck (2019), "Embarrassingly Shallow Autoencoders for Sparse Data", arXiv:1905.03375.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.linalg import lapack

LARGEST = 6000  # articles: 8 * LARGEST ** 2 bytes (290 MB) stay in memory, three times as much while training
BLOCK = 256  # copied in squares that fit into the processor's cache


@dataclass(frozen=True, eq=False, repr=False)
class Dense:
    """core: (c,) articles with weights. weights: (c, c) float64; [j, i] is what bought j adds to the score of i."""

    core: np.ndarray
    weights: np.ndarray
    items: int

    def scores(self, baskets: sparse.csr_array) -> np.ndarray:
        if len(self.core) == self.items:
            return baskets @ self.weights
        every = np.zeros((baskets.shape[0], self.items))
        every[:, self.core] = baskets[:, self.core] @ self.weights
        return every

    def column(self, item: int) -> np.ndarray:
        column = np.zeros(self.items)
        place = np.flatnonzero(self.core == item)
        if len(place):
            column[self.core] = self.weights[:, place[0]]
        return column


def most_bought(known: sparse.csr_array, largest: int = LARGEST) -> np.ndarray:
    """(c,) sorted indices of the `largest` articles bought by most customers; ties by index."""
    return np.sort(np.argsort(-known.sum(0), kind="stable")[:largest])


def fit_ease(known: sparse.csr_array, ridge: float, largest: int = LARGEST) -> Dense:
    """known: csr (customers, items) 0/1. ridge: > 0, the larger the less a chance coincidence counts.

    Articles beyond the `largest` most bought get no weights: nothing speaks for them but their popularity.
    """
    core = most_bought(known, largest)
    chosen = known[:, core]
    gram = (chosen.T @ chosen).toarray()
    gram[np.diag_indices_from(gram)] += ridge
    weights = inverted(gram, overwrite=True)
    weights /= -weights.diagonal()
    np.fill_diagonal(weights, 0)  # an article must not foretell itself
    weights.flags.writeable = False
    return Dense(core, weights, known.shape[1])


def inverted(gram: np.ndarray, overwrite: bool = False) -> np.ndarray:
    """Inverse of a symmetric positive definite matrix by Cholesky, in a third of the time of `numpy.linalg.inv`.

    overwrite: `gram` may be destroyed to save memory. Raises ValueError if the matrix is not positive definite.
    """
    if not gram.size:
        return gram
    factor, wrong = lapack.dpotrf(gram.T, overwrite_a=overwrite)
    if wrong:
        raise ValueError("the ridge weight must be larger than 0")
    inverse, _ = lapack.dpotri(factor, overwrite_c=True)  # only the part above the diagonal, so far
    for first in range(0, len(inverse), BLOCK):
        rows = slice(first, first + BLOCK)
        inverse[rows, :first] = inverse[:first, rows].T
        corner = np.triu(inverse[rows, rows])
        inverse[rows, rows] = corner + np.triu(corner, 1).T
    return inverse.T
