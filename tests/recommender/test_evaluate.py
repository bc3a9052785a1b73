"""Splits that hide what they promise, and figures that agree with a calculation by hand."""

import numpy as np
import pytest
from scipy import sparse
from sklearn.metrics import ndcg_score

from kitlib.recommender.data.purchases import Purchases
from kitlib.recommender.model.evaluate import by_time, coverage, gini, hit_rate, leave_one_out, ndcg, top_n

SCORES = np.array(
    [
        [0.9, 0.8, 0.1, 0.3, 0.2],
        [0.1, 0.2, 0.3, 0.4, 0.5],
        [0.5, 0.5, 0.5, 0.5, 0.5],
        [0.3, 0.9, 0.7, 0.8, 0.1],
    ]
)
KNOWN = sparse.csr_array(np.array([[1, 0, 0, 0, 0], [0, 0, 0, 0, 1], [1, 1, 0, 0, 0], [0, 1, 1, 1, 0]], float))
TOP_2 = [[1, 3], [3, 2], [2, 3], [0, 4]]  # ties by index


def shop(days=True) -> Purchases:
    """300 purchases of 40 customers and 15 articles over 100 days, with repeats; two have no date."""
    rng = np.random.default_rng(0)
    customer, item = rng.integers(40, size=300, dtype=np.int32), rng.integers(15, size=300, dtype=np.int32)
    date = np.datetime64("2025-01-01") + rng.integers(100, size=300).astype("timedelta64[D]")
    date[:2] = np.datetime64("NaT")
    return Purchases(
        tuple(f"c{i}" for i in range(40)), tuple(f"a{i}" for i in range(15)), customer, item, date if days else None
    )


def test_top_n_by_hand():
    assert top_n(SCORES, KNOWN, 2).tolist() == TOP_2
    assert top_n(SCORES, KNOWN, 5)[3].tolist() == [0, 4, -1, -1, -1]
    assert top_n(SCORES, KNOWN, 9).shape == (4, 9)
    assert top_n(SCORES, KNOWN, 0).shape == (4, 0)
    assert top_n(SCORES[:0], KNOWN[:0], 3).shape == (0, 3)


def test_top_n_leaves_its_input_alone():
    before = SCORES.copy()
    top_n(SCORES, KNOWN, 2)
    np.testing.assert_array_equal(SCORES, before)


def test_hit_rate_by_hand():
    assert hit_rate(SCORES, KNOWN, np.array([3, 0, 2, 4]), n=2) == 3 / 4
    assert hit_rate(SCORES, KNOWN, np.array([3, 0, 2, 4]), n=1) == 1 / 4
    held = sparse.csr_array(np.array([[0, 0, 1, 1, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [1, 0, 0, 0, 1]]))
    assert hit_rate(SCORES, KNOWN, held, n=2) == pytest.approx(2 / 3)  # the third row asks nothing
    assert np.isnan(hit_rate(SCORES, KNOWN, sparse.csr_array((4, 5)), n=2))


def test_ndcg_by_hand():
    second = 1 / np.log2(3)
    assert ndcg(SCORES, KNOWN, np.array([3, 0, 2, 4]), n=2) == pytest.approx((second + 0 + 1 + second) / 4)
    assert np.isnan(ndcg(SCORES, KNOWN, sparse.csr_array((4, 5)), n=2))


def test_ndcg_is_that_of_scikit_learn():
    rng = np.random.default_rng(0)
    scores, held = rng.random((50, 30)), (rng.random((50, 30)) < 0.2).astype(float)
    held[:, 0] = 1
    nothing = sparse.csr_array((50, 30))
    for n in (1, 5, 10, 30):
        assert ndcg(scores, nothing, sparse.csr_array(held), n) == pytest.approx(ndcg_score(held, scores, k=n))


def test_coverage_and_gini():
    assert coverage(np.array(TOP_2), 5) == 1
    assert coverage(np.array([[1, -1], [1, 3]]), 5) == 2 / 5
    assert gini([7, 7, 7, 7]) == pytest.approx(0)
    assert gini([0, 0, 0, 8]) == pytest.approx(3 / 4)
    assert gini([1, 3]) == pytest.approx(1 / 4)
    assert gini([3, 1]) == gini([1, 3])
    assert gini([0, 0]) == 0


def test_leave_one_out_hides_one_article_of_each_with_all_its_repeats():
    whole = shop()
    train, customers, hidden = leave_one_out(whole, seed=1)
    before, after = whole.matrix(), train.matrix()
    assert customers.tolist() == np.flatnonzero(np.diff(before.indptr) >= 2).tolist()
    difference = (before - after).toarray()
    assert (difference[customers, hidden] == 1).all()
    assert difference.sum() == len(customers)
    assert train.items == whole.items and train.customers == whole.customers
    assert len(whole) - len(train) > len(customers)  # repeats went too
    few = leave_one_out(whole, seed=1, least=6)[1]
    assert few.tolist() == np.flatnonzero(np.diff(before.indptr) >= 6).tolist()


def test_leave_one_out_is_seeded_and_draws_evenly():
    first, again, other = (leave_one_out(shop(), seed=s)[2] for s in (1, 1, 2))
    assert first.tolist() == again.tolist() != other.tolist()
    articles = shop().matrix()[[0]].indices
    drawn = [leave_one_out(shop(), seed=s)[2][0] for s in range(40)]
    assert set(drawn) == set(articles)


def test_by_time_learns_from_the_past_and_asks_what_is_new():
    whole = shop()
    train, held = by_time(whole, share=0.2)
    cut = train.date.max()
    dated = ~np.isnat(whole.date)
    assert not np.isnat(train.date).any()
    assert abs(len(train) / dated.sum() - 0.8) < 0.02
    later = whole.subset(dated & (whole.date > cut)).matrix().toarray() > 0
    known = train.matrix().toarray() > 0
    expected = later & ~known & known.any(1)[:, None]
    np.testing.assert_array_equal(held.toarray() > 0, expected)
    assert held.sum() == expected.sum() > 0
    assert (held.data == 1).all()


def test_by_time_at_a_date():
    train, _ = by_time(shop(), cut="2025-02-01")
    assert train.date.max() == np.datetime64("2025-01-31")


def test_by_time_needs_dates():
    with pytest.raises(ValueError, match="dates"):
        by_time(shop(days=False))
