"""Cold start of articles: with how many known buyers does the model recommend a new article to those who bought it?

Articles brought in during the 24 months have had their debut: we know who bought them. For each a quarter of the buyers
is kept for measuring; of the others all purchases of the article but a few are hidden, and the model is trained anew.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..data.shop import shop
from . import room
from .ease import inverted
from .evaluate import hits, top_n
from .tuning import PRIOR, RIDGE

KNOWN = (0, 1, 2, 5, 10, 20, 50, None)
"""So many buyers are known; None: all who are not kept for measuring."""
FEWEST = 70
"""Articles with fewer buyers are left out: 50 known ones and some to measure with are needed."""
REMEDIES = ("none", "alike", "place")
NEWEST = 10
"""So many new articles take turns in the place "new in the shop"."""


@lru_cache(maxsize=1)
def articles() -> np.ndarray:
    """Articles brought in later that found at least FEWEST buyers."""
    s = shop()
    bought = np.asarray(s.purchases.matrix().sum(0))
    return np.flatnonzero((s.articles["introduced"].to_numpy() > 0) & (bought >= FEWEST))


def brought_in() -> int:
    """How many articles came into the shop during the 24 months."""
    return int((shop().articles["introduced"] > 0).sum())


@lru_cache(maxsize=64)
def alike(article: int) -> tuple[int, ...]:
    """Articles sold from the start in the same department that share a theme, or the whole department if none does."""
    s = shop()
    themes = [set(str(t).split()) for t in s.articles["themes"].fillna("")]
    old = (s.articles["introduced"].to_numpy() == 0) & (s.category == s.category[article])
    near = [i for i in np.flatnonzero(old) if themes[i] & themes[article]]
    return tuple(int(i) for i in (near or np.flatnonzero(old)))


@lru_cache(maxsize=1)
def _bought() -> np.ndarray:
    """(customers, articles) 0/1 of all purchases, read-only."""
    return _fixed(shop().purchases.matrix().toarray())


def inverse(bought: np.ndarray) -> np.ndarray:
    """What EASE computes its weights from: the inverse of (bought together + ridge), see `ease.fit_ease`."""
    return inverted(bought.T @ bought + RIDGE * np.eye(bought.shape[1]))


def forget(inv: np.ndarray, article: int) -> np.ndarray:
    """The inverse as if the article had never been in the shop: zeros in its row and column."""
    row = inv[article]
    return inv - np.outer(row, row) / row[article]


def remember(inv: np.ndarray, article: int, together: np.ndarray) -> np.ndarray:
    """The inverse with the article again; together: (articles,) how often it was bought along with each, and at all.

    Exactly what training anew would give ("bordering" of an inverse), in a hundredth of the time.
    """
    change = inv @ together
    rest = together[article] + RIDGE - together @ change
    change[article] = -1
    return inv + np.outer(change, change) / rest


def scores(inv, counts, baskets, borrow: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Scores (n, articles) as of the model, and (n, len(borrow)) those that each article of `borrow` would get from the
    mean weights of the articles like it. counts: (articles,) known buyers. baskets: (n, articles) 0/1."""
    weights = inv / -np.diag(inv)
    np.fill_diagonal(weights, 0)
    prior = PRIOR * counts / len(_bought())
    near = [[i for i in alike(a) if i not in borrow] for a in borrow]
    lent = [baskets @ weights[:, n].mean(axis=1) + prior[n].mean() for n in near]
    return baskets @ weights + prior, np.array(lent).T


@lru_cache(maxsize=64)
def split(article: int) -> tuple[np.ndarray, np.ndarray]:
    """The quarter of the buyers that is kept for measuring, and the others in the order in which they become known."""
    buyers = np.random.default_rng(article).permutation(np.flatnonzero(_bought()[:, article]))
    return buyers[: len(buyers) // 4], buyers[len(buyers) // 4 :]


@lru_cache(maxsize=64)
def measured(article: int) -> np.ndarray:
    """(len(KNOWN), len(REMEDIES)) share of the kept buyers who find the article in their list of ten; read-only."""
    kept, others = split(article)
    baskets = _bought()[kept]
    baskets[:, article] = 0
    without = forget(_inverse(), article)
    return _fixed(np.array([_found(article, others[:known], baskets, without) for known in KNOWN]))


@lru_cache(maxsize=1)
def _inverse() -> np.ndarray:
    return _fixed(inverse(_bought()))


def _found(article: int, buyers: np.ndarray, baskets: np.ndarray, without: np.ndarray) -> tuple[float, float, float]:
    """Hit rates for the three remedies when just these `buyers` of the article are known."""
    counts, together = _bought().sum(axis=0), _bought()[buyers].sum(axis=0)
    counts[article] = len(buyers)
    values, lent = scores(remember(without, article, together), counts, baskets, (article,))
    own = (np.where(baskets > 0, -np.inf, values) > values[:, [article]]).sum(axis=1)
    higher = np.maximum(values[:, [article]], lent)
    raised = (np.where(baskets > 0, -np.inf, values) > higher).sum(axis=1)
    nine = float((own < room.SHOWN - 1).mean())
    return float((own < room.SHOWN).mean()), float((raised < room.SHOWN).mean()), nine + (1 - nine) / NEWEST


@lru_cache(maxsize=1)
def curves() -> np.ndarray:
    """(len(KNOWN), len(REMEDIES)) mean of `measured` over all `articles`, read-only. Takes a second once."""
    return _fixed(np.mean([measured(int(a)) for a in articles()], axis=0))


@lru_cache(maxsize=1)
def all_known() -> int:
    """How many buyers an article has on average when all are known who are not kept for measuring."""
    return round(float(np.mean([len(split(int(a))[1]) for a in articles()])))


@lru_cache(maxsize=1)
def costs() -> dict[str, float]:
    """Hit rate for hidden purchases of other articles, by remedy, while all `articles` are new and have no buyers."""
    learning, customers, hidden = room.hidden()
    new = articles()
    known = learning.matrix()[customers]
    bought = learning.matrix().toarray()
    bought[:, new] = 0
    values, lent = scores(inverse(bought), bought.sum(axis=0), bought[customers], tuple(int(a) for a in new))
    other = ~np.isin(hidden, new)
    raised = values.copy()
    raised[:, new] = np.maximum(values[:, new], lent)
    plain, with_new = (top_n(v, known, room.SHOWN)[other] for v in (values, raised))
    rates = {"none": plain, "alike": with_new, "place": plain[:, : room.SHOWN - 1]}
    return {name: hits(top, hidden[other]) for name, top in rates.items()}


def _fixed(values: np.ndarray) -> np.ndarray:
    values.setflags(write=False)
    return values
