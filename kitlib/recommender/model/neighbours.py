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
    """similarity: csr (items, items), column i holds what each bought article adds to the score of article i.

    together: csr (items, items), how many customers bought both; its diagonal: how many bought the article.
    """

    similarity: sparse.csr_array
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
    counts = together.diagonal()
    found = [_most_alike(together, counts, item, nearest, shrink) for item in range(together.shape[0])]
    others = np.concatenate([[], *(other for other, _ in found)]).astype(int)
    values = np.concatenate([[], *(value for _, value in found)])
    ends = np.cumsum([0, *(len(other) for other, _ in found)])
    alike = sparse.csc_array((values, others, ends), shape=together.shape)
    return Neighbours(alike.tocsr(), together)


def _most_alike(together, counts, item: int, nearest: int, shrink: float) -> tuple[np.ndarray, np.ndarray]:
    """Up to `nearest` articles most alike, sorted by index, and how alike they are, > 0."""
    row = slice(together.indptr[item], together.indptr[item + 1])
    other, both = together.indices[row], together.data[row]
    alike = both / (np.sqrt(counts[item] * counts[other]) + shrink)
    alike[other == item] = 0
    best = np.lexsort((other, -alike))[:nearest]
    best = best[np.argsort(other[best])]
    best = best[alike[best] > 0]
    return other[best], alike[best]
