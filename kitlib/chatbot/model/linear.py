"""One score per entry where there are many questions: a linear support vector machine against all other entries.

Each piece of a text has a weight for each entry, learnt from all questions at once. Marks (?, !, …) count a little.
"""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.svm import LinearSVC

from .ridge import ALL
from .vectors import READ

COST, TOLERANCE = 2.0, 0.1
"""Weight of errors; how exactly to solve: more exact than that changed no figure by more than .003."""
WORK = 3e8
"""Entries times filled cells (ten for each piece): about 10 s for one fit. Beyond that each text asks its nearest."""
MARK = 0.15
"""Length a mark adds (a text has 1). More helps where marks are typed with care and harms where they are left out."""
LOWEST = -0.9
"""Any entry with questions scores at least this, so that one without never wins."""
REHEARSED = 10
"""One in so many questions is asked again with itself left out."""


@dataclass(frozen=True, eq=False, repr=False)
class Linear:
    """weights: (pieces + marks, entries). bias: (entries,), -inf for an entry without questions."""

    weights: np.ndarray
    bias: np.ndarray

    def scores(self, rows: sparse.csr_array, texts: Sequence[str]) -> np.ndarray:
        """(b, entries) of texts and their vectors (b, pieces): 1 well inside an entry, 0 well outside."""
        return self._scores(_marked(rows, texts))

    def _scores(self, marked: sparse.csr_array) -> np.ndarray:
        return np.maximum((1 + marked @ self.weights + self.bias) / 2, LOWEST)


def suits(known: sparse.csr_array, owner: np.ndarray, entries: int) -> bool:
    """Whether there are enough questions (n, pieces) and time for them; owner: (n,) the entry of each."""
    affordable = entries * max(known.nnz, 10 * known.shape[1]) <= WORK
    return len(owner) > ALL and affordable and owner.min() < owner.max()


def solve(
    known: sparse.csr_array, texts: Sequence[str], owner: np.ndarray, entries: int, group: np.ndarray, seed: int = 0
) -> tuple[Linear, np.ndarray, np.ndarray]:
    """(Linear, rows (r,), scores (r, entries)): what these questions get with all questions of their group left out.

    group: (n,) a number each. The first group of each entry is never left out, so no entry is lost.
    """
    marked = _marked(known, texts)
    _, first = np.unique(owner, return_index=True)
    free = np.flatnonzero(~np.isin(group, group[first]))
    rows = np.sort(np.random.default_rng(seed).choice(free, min(len(free), len(owner) // REHEARSED), replace=False))
    kept = np.flatnonzero(~np.isin(group, group[rows]))
    scores = _fit(marked[kept], owner[kept], entries, seed)._scores(marked[rows])
    return _fit(marked, owner, entries, seed), rows, scores


def _fit(marked: sparse.csr_array, owner: np.ndarray, entries: int, seed: int) -> Linear:
    # liblinear counts in 32 bits.
    marked.indices, marked.indptr = marked.indices.astype(np.int32), marked.indptr.astype(np.int32)
    found = LinearSVC(C=COST, tol=TOLERANCE, random_state=seed).fit(marked, owner)
    side = np.array([[-1], [1]]) if len(found.classes_) == 2 else np.ones((len(found.classes_), 1))
    weights, bias = np.zeros((marked.shape[1], entries)), np.full(entries, -np.inf)
    weights[:, found.classes_], bias[found.classes_] = (side * found.coef_).T, (side[:, 0] * found.intercept_)
    return Linear(weights, bias)


def _marked(rows: sparse.csr_array, texts: Sequence[str]) -> sparse.csr_array:
    """The vectors with a column for each mark."""
    held = np.array([[mark in text[:READ] for mark in string.punctuation] for text in texts], float)
    return sparse.csr_array(sparse.hstack([rows, MARK * held.reshape(-1, len(string.punctuation))]))
