"""Similar articles: two articles are alike when the same customers buy them. The method to explain first.

Cosine similarity with shrinkage, as in Sarwar, Karypis, Konstan, Riedl (2001), doi:10.1145/371920.372071.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

NEAREST = 50
SHRINK = 20.0


@dataclass(frozen=True, eq=False, repr=False)
class Neighbours:
    """similarity: csc (items, items), column i holds what each bought article adds to the score of article i.

    together: csr (items, items), how many customers bought both; its diagonal: how many bought the article.
    """

    similarity: sparse.csc_array
    together: sparse.csr_array

    def scores(self, baskets: sparse.csr_array) -> np.ndarray:
        return (baskets @ self.similarity).toarray()

    def column(self, item: int) -> np.ndarray:
        return self.similarity[:, [item]].toarray()[:, 0]

    def nearest(self, item: int, n: int) -> np.ndarray:
        """Indices of the up to n articles most alike, most similar first; ties by index."""
        column = self.column(item)
        return np.argsort(-column, kind="stable")[: min(n, np.count_nonzero(column))]


def fit_neighbours(known: sparse.csr_array, nearest: int = NEAREST, shrink: float = SHRINK) -> Neighbours:
    """known: csr (customers, items) 0/1. nearest: how many neighbours an article keeps, >= 1. shrink: >= 0.

    The cosine of two articles is bought-together / sqrt(bought one x bought other). Two articles bought once each, by
    the same customer, would be "the same" by that rule; `shrink` added below the line demands more evidence.
    """
    together = (known.T @ known).tocsr()
    together.sort_indices()
    counts = together.diagonal()
    rows = np.repeat(np.arange(together.shape[0]), np.diff(together.indptr))
    other = together.indices
    values = together.data / (np.sqrt(counts[rows] * counts[other]) + shrink)
    values[rows == other] = 0
    keep = np.flatnonzero((values > 0) & (_rank(rows, values) < nearest))
    alike = sparse.csc_array((values[keep], (other[keep], rows[keep])), shape=together.shape)
    return Neighbours(alike, together)


def _rank(rows: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Place of each value among those of its row, 0 for the largest; ties by position. `rows` must be sorted."""
    order = np.lexsort((-values, rows))
    start = np.searchsorted(rows, rows)
    rank = np.empty(len(rows), int)
    rank[order] = np.arange(len(rows)) - start
    return rank
