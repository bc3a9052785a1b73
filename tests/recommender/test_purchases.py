import pickle

import numpy as np
import pytest

from kitlib.recommender.data.purchases import Problem, Purchases, PurchasesError


def purchases(**changed) -> Purchases:
    """Anna buys tea twice and a cup, Ben nothing, Cem a cup."""
    columns = {
        "customers": ("Anna", "Ben", "Cem"),
        "items": ("tea", "cup", "pot"),
        "customer": np.array([2, 0, 0, 0], np.int32),
        "item": np.array([1, 0, 1, 0], np.int32),
        "date": np.array(["2024-01-03", "2024-01-01", "NaT", "2024-01-02"], "datetime64[D]"),
    }
    return Purchases(**columns | changed)


def test_repeats_count_once_in_the_matrix():
    assert purchases().matrix().toarray().tolist() == [[1, 1, 0], [0, 0, 0], [0, 1, 0]]
    assert purchases().matrix().dtype == np.float64


def test_matrix_is_made_once_and_cannot_be_written_to():
    bought = purchases()
    assert bought.matrix() is bought.matrix()
    with pytest.raises(ValueError, match="read-only"):
        bought.matrix().data[0] = 2


@pytest.mark.parametrize("name", ["customer", "item", "date"])
def test_columns_cannot_be_written_to(name):
    with pytest.raises(ValueError, match="read-only"):
        getattr(purchases(), name)[0] = 0


def test_rows_of_a_customer_in_the_order_of_the_table():
    assert [purchases().rows_of(i).tolist() for i in range(3)] == [[1, 2, 3], [], [0]]


@pytest.mark.parametrize("rows", [[0, 3], np.array([True, False, False, True]), slice(0, 4, 3)])
def test_subset_keeps_all_names(rows):
    part = purchases().subset(rows)
    assert part.customers == ("Anna", "Ben", "Cem")
    assert part.matrix().toarray().tolist() == [[1, 0, 0], [0, 0, 0], [0, 1, 0]]
    assert part.date.tolist() == purchases().date[[0, 3]].tolist()
    assert part.rating is None


WRONG = {
    "customer": np.array([3, 0, 0, 0], np.int32),
    "item": np.array([-1, 0, 0, 0], np.int32),
    "date": np.array(["2024-01-03"], "datetime64[D]"),
    "rating": np.zeros(4),
    "quantity": np.zeros(3, np.float32),
    "items": ("tea", "tea", "pot"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_together_is_refused(name):
    with pytest.raises(ValueError, match=name):
        purchases(**{name: WRONG[name]})
    with pytest.raises(ValueError, match="same length"):
        purchases(item=np.zeros(3, np.int32))


def test_nothing_is_possible_and_copies_are_as_good():
    empty = purchases().subset([])
    assert len(empty) == 0
    assert empty.matrix().nnz == 0
    assert (pickle.loads(pickle.dumps(purchases())).matrix() != purchases().matrix()).nnz == 0


def test_problem_and_error():
    assert Problem("no_customer").left_out
    assert not Problem("pseudonymised").left_out
    error = PurchasesError(Problem("empty_file", "a.csv"), [Problem("pseudonymised")])
    assert isinstance(error, ValueError)
    assert error.problems == (Problem("pseudonymised"),)
