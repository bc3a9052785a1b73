"""Which ridge weight and how much popularity? Asked of the purchases themselves, since no fixed choice fits all shops.

Many chance coincidences (few customers, wide range) call for a large ridge weight, customers who all buy the same for
much popularity. Each trial hides one article of a customer and asks a model that never met this customer. Such a model
need not be trained: taking one customer out changes the inverse by a known formula (Sherman, Morrison 1950,
doi:10.1214/aoms/1177729893), so that a thousand trials cost as much as one training.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from .ease import inverted, most_bought

RIDGE, PRIOR = 200.0, 0.1  # good nearly everywhere; kept unless others are better by more than chance
RIDGES = (50.0, 100.0, 200.0, 500.0)
PRIORS = (0.1, 0.3, 1.0, 3.0)
TRIALS = 1000
RANGE = 1000  # articles: trials look at those bought most


def choose(known: sparse.csr_array, seed: int = 0, ridges=RIDGES, priors=PRIORS) -> tuple[float, float]:
    """(ridge, prior) out of `ridges` and `priors` for known (customers, items) 0/1.

    RIDGE and PRIOR, or else the first of each, are kept unless the best is better by more than one standard error.
    """
    usual = (RIDGE if RIDGE in ridges else ridges[0], PRIOR if PRIOR in priors else priors[0])
    found = trials(known, seed, ridges, priors)
    best = max(found, key=lambda pair: found[pair].sum())
    gain = found[best] - found[usual]
    chance = gain.std() * np.sqrt(len(gain)) if len(gain) else 0
    return best if gain.sum() > chance else usual


def trials(known: sparse.csr_array, seed: int, ridges, priors) -> dict[tuple[float, float], np.ndarray]:
    """For each pair (ridge, prior): how well each trial went, (m,) 1 if the hidden article came first, less below."""
    known = sparse.csr_array(known[:, most_bought(known, RANGE)])
    customers, hidden = _hide(known, np.random.default_rng(seed))
    bought, rows = known[customers].toarray(), np.arange(len(customers))
    gram = (known.T @ known).toarray()
    share = (gram.diagonal() - bought) / max(known.shape[0] - 1, 1)
    rivals = bought == 0
    found = {}
    for ridge in ridges:
        scores = _scores(gram, ridge, bought, hidden)
        for prior in priors:
            total = scores + prior * share
            place = ((total > total[rows, hidden][:, None]) & rivals).sum(1)
            found[ridge, prior] = 1 / np.log2(2 + place)
    return found


def _hide(known: sparse.csr_array, rng) -> tuple[np.ndarray, np.ndarray]:
    """(m,) customers who have something else left, each equally often, and (m,) one random article of each."""
    sizes = np.diff(known.indptr)
    able = np.flatnonzero(sizes >= 2)
    customers = np.resize(rng.permutation(able), min(TRIALS, sizes[able].sum()))
    return customers, known.indices[known.indptr[customers] + rng.integers(sizes[customers])]


def _scores(gram: np.ndarray, ridge: float, bought: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """(m, items): what EASE trained without this customer says to the customer's basket without the hidden article."""
    inverse = inverted(gram + ridge * np.eye(len(gram)))
    spread = bought @ inverse
    own = (spread * bought).sum(1)
    # The inverse without the customer is inverse + spread' spread / (1 - own).
    rest = (own - spread[np.arange(len(hidden)), hidden]) / (1 - own)
    above = spread - inverse[hidden] + rest[:, None] * spread
    return -above / (inverse.diagonal() + spread**2 / (1 - own)[:, None])
