"""The estimator on small made-up purchases: explanations add up, structure is found, edge cases are survived."""

import numpy as np
import pytest
from scipy import sparse

from kitlib.recommender.data.purchases import Purchases
from kitlib.recommender.model import ease, tuning
from kitlib.recommender.model.estimator import METHODS, train
from kitlib.recommender.model.evaluate import hits, leave_one_out, top_n


def purchases(table) -> Purchases:
    """From a table (customers, items) 0/1."""
    table = np.asarray(table)
    customer, item = (index.astype(np.int32) for index in np.nonzero(table))
    names = (tuple(f"{letter}{i}" for i in range(size)) for letter, size in zip("ca", table.shape, strict=True))
    return Purchases(*names, customer, item)


def groups(customers=150, seed=0, faithful=0.9) -> np.ndarray:
    """(customers, 24) 0/1: three groups of eight articles, everybody buys mostly from one; early ones more often."""
    rng = np.random.default_rng(seed)
    odds = np.where(np.arange(24) // 8 == rng.integers(3, size=(customers, 1)), faithful, 1 - faithful)
    return (rng.random((customers, 24)) < 0.7 * odds * np.linspace(1, 0.5, 24)).astype(float)


@pytest.fixture(scope="module", params=METHODS)
def model(request):
    return train(purchases(groups()), method=request.param)


def test_contributions_and_prior_add_up_to_the_score(model):
    baskets = np.vstack([groups(20, seed=1), np.zeros(24), np.ones(24)])
    scores = model.scores(baskets)
    np.testing.assert_allclose(scores, model.scores(sparse.csr_array(baskets)), atol=1e-12)
    for basket, row in zip(baskets, scores, strict=True):
        sums = [model.contributions(basket, i).sum() + model.prior(i) for i in range(24)]
        np.testing.assert_allclose(sums, row, atol=1e-9)
        assert not model.contributions(basket, 3)[basket == 0].any()


def test_explanation_names_all_purchases_largest_first_and_adds_up(model):
    score = model.scores(model.known[[7]])[0]
    for item in range(24):
        explained = model.explain("c7", f"a{item}")
        assert {name for name, _ in explained} == {*(f"a{j}" for j in model.known[[7]].indices), None}
        values = [value for _, value in explained]
        assert values == sorted(values, reverse=True)
        assert sum(values) == pytest.approx(score[item], abs=1e-9)
        assert dict(explained)[None] == model.prior(item)


def test_recommended_is_the_best_that_is_not_known(model):
    best = model.recommend("c7", n=24)
    bought = {f"a{j}" for j in model.known[[7]].indices}
    assert set(best) == set(model.items) - bought
    scores = dict(zip(model.items, model.scores(model.known[[7]])[0], strict=True))
    assert [scores[name] for name in best] == sorted((scores[name] for name in best), reverse=True)
    assert model.recommend(7, n=3) == best[:3]
    assert [model.items[i] for i in model.recommend_for(model.known[[7]].indices, n=3)] == best[:3]
    assert len(model.recommend(7, n=99, exclude_known=False)) == 24


def test_same_input_same_model(model):
    again = train(purchases(groups()), method=model.method)
    np.testing.assert_array_equal(again.scores(groups(5, seed=1)), model.scores(groups(5, seed=1)))


def test_unknown_names_are_told(model):
    with pytest.raises(KeyError, match="no customer is called 'Nobody'"):
        model.recommend("Nobody")
    with pytest.raises(KeyError, match="numbered 0 to 149"):
        model.recommend(150)
    with pytest.raises(KeyError, match="no article is called 'tea'"):
        model.explain(0, "tea")
    with pytest.raises(IndexError):
        model.recommend_for([24])


def test_wrong_methods_and_settings_are_refused():
    with pytest.raises(ValueError, match="method must be one of ease"):
        train(purchases(groups()), method="magic")
    with pytest.raises(TypeError):
        train(purchases(groups()), method="neighbours", ridge=1)
    with pytest.raises(ValueError, match="neighbours"):
        train(purchases(groups())).similar(0)
    with pytest.raises(ValueError, match="factors"):
        _ = train(purchases(groups())).item_factors


@pytest.mark.parametrize("method", ["ease", "neighbours", "factors"])
def test_structure_is_found_and_popularity_is_beaten(method):
    hidden = [leave_one_out(purchases(groups(400, seed=3)), seed) for seed in range(2)]

    def rate(name, n=3):
        models = [train(rest, method=name, **({"factors": 2} if name == "factors" else {})) for rest, _, _ in hidden]
        known = [m.known[people] for m, (_, people, _) in zip(models, hidden, strict=True)]
        tops = [top_n(m.scores(k), k, n) for m, k in zip(models, known, strict=True)]
        return np.mean([hits(top, truth) for top, (_, _, truth) in zip(tops, hidden, strict=True)])

    assert rate(method) > 1.5 * rate("popular") > 1.5 * rate("random")


@pytest.mark.parametrize("method", ["ease", "neighbours", "factors", "popular"])
def test_whoever_bought_nothing_gets_what_most_buy(method):
    fitted = train(purchases(groups()), method=method)
    counts = groups().sum(0)
    assert fitted.recommend_for([], n=24).tolist() == np.argsort(-counts, kind="stable").tolist()


def test_ease_is_the_ridge_regression_of_each_article_on_the_others():
    table = groups()
    fitted = train(purchases(table), ridge=30.0, prior=0.1)
    assert fitted.settings == {"ridge": 30.0, "prior": 0.1, "largest": ease.LARGEST}
    others = np.arange(24) != 5
    left = table[:, others].T @ table[:, others] + 30 * np.eye(23)
    expected = np.linalg.solve(left, table[:, others].T @ table[:, 5])
    np.testing.assert_allclose(fitted.weights.column(5)[others], expected, atol=1e-9)
    assert fitted.weights.column(5)[5] == 0


def test_a_large_range_keeps_weights_for_what_is_bought_most():
    table = groups()
    fitted, small = train(purchases(table), ridge=30.0, prior=0.1, largest=10), table.sum(0).argsort()[-10:]
    assert set(fitted.weights.core) == set(small)
    rest = np.setdiff1d(np.arange(24), small)
    scores = fitted.scores(table)
    np.testing.assert_allclose(scores[:, rest], np.tile(fitted.popularity[rest], (len(table), 1)), atol=1e-12)
    assert scores.shape == table.shape


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 600])
def test_inverse_of_any_size(size):
    part = np.random.default_rng(size).normal(size=(size, 2 * size))
    gram = part @ part.T + np.eye(size)
    before = gram.copy()
    np.testing.assert_allclose(ease.inverted(gram) @ gram, np.eye(size), atol=1e-6)
    np.testing.assert_array_equal(gram, before)


def test_a_ridge_of_nothing_is_refused():
    with pytest.raises(ValueError, match="ridge"):
        train(purchases(np.ones((3, 3))), ridge=-1.0, prior=0.1)


def test_neighbours_by_hand():
    fitted = train(purchases([[1, 1, 0], [1, 1, 1], [1, 0, 0], [0, 0, 1]]), "neighbours", shrink=1.0)
    # a0 is bought by 3, a1 by 2, a2 by 2; a0 and a1 together by 2, the other pairs by 1.
    pairs = [("a1", 2 / (6**0.5 + 1), 2), ("a2", 1 / (6**0.5 + 1), 1)]
    found = fitted.similar("a0")
    assert [(name, count) for name, _, count in found] == [(name, count) for name, _, count in pairs]
    np.testing.assert_allclose([value for _, value, _ in found], [value for _, value, _ in pairs])
    assert len(train(purchases(groups()), "neighbours", nearest=3).similar(0, n=10)) == 3


def test_factors_have_a_fixed_sign_and_fit_the_table():
    vectors = train(purchases(groups()), "factors", factors=3).item_factors
    assert vectors.shape == (24, 3)
    np.testing.assert_allclose(vectors.T @ vectors, np.eye(3), atol=1e-9)
    for seed in range(5):
        turned = train(purchases(groups(60, seed)), "factors", factors=3).item_factors
        assert (turned[np.abs(turned).argmax(0), range(3)] > 0).all()
    exact = np.linalg.svd(groups())[2][:3]
    np.testing.assert_allclose(np.abs((exact @ vectors).diagonal()), 1, atol=1e-3)


def test_trials_without_training_are_those_of_a_model_trained_without_the_customer():
    known = purchases(groups(40)).matrix()
    customers, hidden = tuning._hide(known, np.random.default_rng(0))
    gram, bought = (known.T @ known).toarray(), known[customers].toarray()
    quick = tuning._scores(gram, 20.0, bought, hidden)
    for trial in range(0, len(customers), 37):
        rest = np.delete(known.toarray(), customers[trial], axis=0)
        basket = bought[trial].copy()
        basket[hidden[trial]] = 0
        slow = train(purchases(rest), ridge=20.0, prior=0.0).scores(basket[None])[0]
        np.testing.assert_allclose(quick[trial][basket == 0], slow[basket == 0], atol=1e-9)


def test_trials_prefer_popularity_where_there_is_nothing_else_to_find():
    rng = np.random.default_rng(0)
    same_taste = rng.random((300, 40)) < np.geomspace(0.5, 0.02, 40)
    assert tuning.choose(purchases(same_taste).matrix())[1] > tuning.PRIOR
    assert tuning.choose(purchases(groups(600, faithful=0.97)).matrix())[1] == tuning.PRIOR
    assert tuning.choose(purchases(same_taste).matrix(), priors=(0.3,))[1] == 0.3


TABLES = {
    "one customer": [[1, 1, 0]],
    "one article": [[1], [1]],
    "one of each": [[1]],
    "all bought everything": np.ones((4, 5)),
    "an article nobody bought": [[1, 1, 0], [1, 0, 0], [0, 1, 0]],
    "nobody bought anything": np.zeros((3, 4)),
    "no articles": np.zeros((3, 0)),
    "no customers": np.zeros((0, 3)),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_strange_tables(table, method):
    table = np.asarray(table, float)
    fitted = train(purchases(table), method=method)
    scores = fitted.scores(table)
    assert scores.shape == table.shape
    assert np.isfinite(scores).all()
    for customer, basket in enumerate(table):
        found = fitted.recommend(customer, n=10)
        assert sorted(found) == [f"a{i}" for i in np.flatnonzero(basket == 0)]
