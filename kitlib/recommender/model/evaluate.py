"""How good are recommendations? Hide purchases, recommend, and look whether what was hidden is among the first ten.

Ranked is always the whole range without what the customer is known to have. Against a few random articles only, as is
often done, a weak model looks strong (Krichene, Rendle 2020, doi:10.1145/3394486.3403226). A pair of customer and
article counts once, however often it was bought; a rank is measured only for articles the customer did not have before.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse


def leave_one_out(purchases, seed: int = 0, least: int = 2):
    """Hide one random article of each customer who bought `least` or more: (train, customers (m,), hidden items (m,)).

    A hidden article disappears with all its repeats. `train` is a Purchases with the same names.
    """
    known = purchases.matrix()
    rng = np.random.default_rng(seed)
    customers = np.flatnonzero(np.diff(known.indptr) >= max(least, 1))
    place = known.indptr[customers] + rng.integers(np.diff(known.indptr)[customers])
    hidden = known.indices[place].astype(int)
    n_items = known.shape[1]
    pair = purchases.customer.astype(np.int64) * n_items + purchases.item
    train = purchases.subset(np.flatnonzero(~np.isin(pair, customers * n_items + hidden)))
    return train, customers, hidden


def by_time(purchases, share: float = 0.2, cut=None):
    """Learn from the past: (train, held). The newest `share` of the dated purchases, whole days, are held back.

    cut: a date instead of `share`; what was bought that day or later is held back.

    held: csr (customers, items) 0/1 of articles first bought after the cut by customers who are known before it.
    Purchases without a date are left out. Raises ValueError if nothing has a date.
    """
    dated = np.zeros(0, int) if purchases.date is None else np.flatnonzero(~np.isnat(purchases.date))
    if not len(dated):
        raise ValueError("a split by time needs dates")
    days = np.sort(purchases.date[dated])
    cut = days[min(int(len(days) * (1 - share)), len(days) - 1)] if cut is None else np.datetime64(cut, "D")
    train = purchases.subset(dated[purchases.date[dated] < cut])
    later = purchases.subset(dated[purchases.date[dated] >= cut]).matrix()
    known = train.matrix()
    held = sparse.csr_array(later - later * known)
    bought = np.diff(known.indptr) > 0
    held = sparse.csr_array(sparse.diags_array(bought.astype(float)) @ held)
    held.eliminate_zeros()
    return train, held


def top_n(scores: np.ndarray, known, n: int = 10) -> np.ndarray:
    """(rows, n) indices of the n highest scores of each row, best first, without `known`; -1 where nothing is left.

    scores: (rows, items). known: csr (rows, items). Ties are broken by index.
    """
    scores = np.array(scores, float)
    known = sparse.coo_array(known)
    scores[known.coords] = -np.inf
    top = np.full((len(scores), n), -1)
    if not scores.size or n < 1:
        return top
    kept = min(n, scores.shape[1])
    limits = np.partition(scores, -kept, axis=1)[:, -kept]
    for row, limit, best in zip(scores, limits, top, strict=True):
        able = np.flatnonzero((row >= limit) & (row > -np.inf))
        able = able[np.argsort(-row[able], kind="stable")][:n]
        best[: len(able)] = able
    return top


def hit_rate(scores: np.ndarray, known, held, n: int = 10) -> float:
    """Share of rows, 0 to 1, with at least one held article among the first n.

    scores: (rows, items). known: csr (rows, items). held: csr (rows, items) or (rows,) one index each.
    Rows with nothing held do not count; nan if that is all of them.
    """
    return hits(top_n(scores, known, n), held)


def ndcg(scores: np.ndarray, known, held, n: int = 10) -> float:
    """Mean over rows, 0 to 1: hits count 1 / log2(1 + place), divided by what the best ranking would get."""
    return gain(top_n(scores, known, n), held)


def hits(top: np.ndarray, held) -> float:
    """`hit_rate` of recommendations (rows, n) made by `top_n`."""
    found, counts = _found(top, held)
    return float(found.any(1)[counts > 0].mean()) if (counts > 0).any() else float("nan")


def gain(top: np.ndarray, held) -> float:
    """`ndcg` of recommendations (rows, n) made by `top_n`."""
    found, counts = _found(top, held)
    if not (counts > 0).any():
        return float("nan")
    worth = 1 / np.log2(np.arange(2, top.shape[1] + 2))
    best = np.concatenate([[0], np.cumsum(worth)])[np.minimum(counts, top.shape[1])]
    rows = counts > 0
    return float(((found @ worth)[rows] / best[rows]).mean())


def _found(top: np.ndarray, held) -> tuple[np.ndarray, np.ndarray]:
    """(rows, n) bool: was it held? And (rows,) how many were held."""
    if not sparse.issparse(held):
        held = np.asarray(held)
        return (top == held[:, None]) & (top >= 0), np.ones(len(held), int)
    held = sparse.csr_array(held)
    rows, n_items = held.shape
    pairs = np.repeat(np.arange(rows), np.diff(held.indptr)) * n_items + held.indices
    wanted = np.arange(rows)[:, None] * n_items + top
    return np.isin(wanted, pairs) & (top >= 0), np.diff(held.indptr)


def coverage(top: np.ndarray, n_items: int) -> float:
    """Share of the range, 0 to 1, that is recommended to anybody. top: (rows, n) indices, -1 for none."""
    return len(np.unique(top[top >= 0])) / n_items


def gini(counts) -> float:
    """Concentration of `counts` (one number an article, >= 0): 0 all equal, close to 1 one article has all."""
    counts = np.sort(np.asarray(counts, float))
    if not counts.sum():
        return 0.0
    n = len(counts)
    return float(2 * (np.arange(1, n + 1) @ counts) / (n * counts.sum()) - (n + 1) / n)
