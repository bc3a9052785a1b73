"""Step 1: what goes into the basket, what is recommended and why; the claims on the shipped shop."""

import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.data.shop import shop
from kitlib.recommender.model import basket, room
from kitlib.recommender.model.basket import OPTIONS, START, Basket, Reason
from kitlib.recommender.plots import basket as plots
from kitlib.recommender.plots import goods
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, sound, told

FALLEN = (322, 324, 263)
"""A model ship, balsa wood, primer: a basket with something that speaks against."""


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def begun(lang):
    app = recommender.start("basket", lang)
    pick(app, goods.name(OPTIONS[2], app.texts))
    return commit(app)


def test_an_article_goes_in_and_comes_out_again():
    full = basket.toggle(Basket(), 5)
    assert (full.items, full.before) == ((*START, 5), START)
    assert basket.toggle(full, 5).items == START
    assert basket.empty(full).items == ()
    with pytest.raises(IndexError):
        basket.toggle(Basket(), 400)
    with pytest.raises(ValueError, match="method must be one of"):
        basket.switch(Basket(), "magic")


def test_the_three_to_predict_from_are_what_they_are_said_to_be():
    s, bought = shop(), shop().purchases.matrix().sum(0)
    other, first, low = OPTIONS
    assert first == basket.recommended(START, "ease")[0]
    assert other == bought.argmax()
    field = s.category[list(START)]
    assert len(set(field)) == 1
    assert s.category[low] == s.category[first] == field[0] != s.category[other]
    assert basket.place(low) > 50
    assert basket.place(first) == 1
    assert basket.buyers(low) == bought[low] < 0.02 * len(s.customers)


def test_recommendations_leave_out_the_basket_and_follow_it():
    for method in basket.METHODS:
        found = basket.recommended(START, method)
        assert len(set(found)) == room.SHOWN
        assert not set(found) & set(START)
    assert set(basket.recommended(START, "ease")) != set(basket.recommended(FALLEN, "ease"))
    assert basket.recommended(START, "popular")[0] == basket.recommended(FALLEN, "popular")[0]


def test_an_empty_basket_gives_the_bestseller_list():
    assert basket.recommended((), "ease") == basket.recommended((), "popular")


@pytest.mark.parametrize("items", [(), START, FALLEN, tuple(range(60))], ids=["none", "three", "against", "sixty"])
def test_reasons_add_up_to_the_score_of_the_model(items):
    for item in basket.recommended(items, "ease"):
        found = basket.reasons(items, item)
        assert sum(r.value for r in found) == pytest.approx(basket.score(items, item), abs=1e-9)
        assert [r.item for r in found[:-1]] == sorted(items, key=lambda i: -dict(_pairs(found))[i])
        assert found[-1].item is None


def _pairs(found):
    return [(r.item, r.value) for r in found]


def test_the_check_of_sums_notices_a_missing_reason(monkeypatch):
    whole, looked = basket.checked.__wrapped__()
    assert whole == looked == basket.CHECKED * room.SHOWN
    reasons = basket.reasons
    monkeypatch.setattr(basket, "reasons", lambda b, i: reasons(b, i)[:-1])
    assert basket.checked.__wrapped__()[0] == 0


def test_points_shown_add_up_to_the_total_shown():
    rng = np.random.default_rng(0)
    for size in (1, 2, 5, 40):
        values = tuple(rng.normal(0, 0.05, size))
        found = basket.points(values, sum(values))
        assert sum(found) == round(sum(values) * 1000)
        assert np.abs(np.array(found) - np.array(values) * 1000).max() < 1
    assert basket.points((0.0014, 0.0014, 0.0014), 0.0042) == (2, 1, 1)


def test_strongest_names_what_speaks_for_and_its_share(monkeypatch):
    told = (Reason(7, 0.06), Reason(8, 0.03), Reason(9, -0.05), Reason(None, 0.01))
    monkeypatch.setattr(basket, "reasons", lambda *_: told)
    assert basket.strongest((7, 8, 9), 1) == ((7, pytest.approx(0.6)), (8, pytest.approx(0.3)))
    monkeypatch.setattr(basket, "reasons", lambda *_: (Reason(7, 0.06), Reason(8, 0.002), Reason(None, 0.001)))
    assert [bought for bought, _ in basket.strongest((7, 8), 1)] == [7]
    monkeypatch.setattr(basket, "reasons", lambda *_: (Reason(7, -0.06), Reason(None, 0.001)))
    assert basket.strongest((7,), 1) == ()


def test_what_the_last_click_brought_in_is_new():
    state = basket.toggle(Basket(), FALLEN[0])
    was, now = (set(basket.recommended(b, "ease")) for b in (state.before, state.items))
    assert set(basket.fresh(state)) == now - was
    assert basket.fresh(basket.switch(state, "random")) == ()


def test_the_sum_opened_stays_while_its_article_is_in_the_list():
    third = basket.shown(Basket())[2]
    state = basket.ask(Basket(), third)
    assert basket.opened(state) == third
    assert basket.opened(basket.toggle(state, third)) == basket.shown(basket.toggle(state, third))[0]


def test_claim_the_model_hits_more_than_the_bestsellers_and_less_than_the_best_list():
    rate = {method: room.hit_rate(method) for method in (*room.METHODS, "oracle")}
    assert rate["random"] < 0.05 < rate["popular"] < rate["neighbours"] <= rate["ease"] < rate["oracle"]
    assert rate["ease"] > 1.25 * rate["popular"]
    assert rate["oracle"] < 0.6


def test_facts_carry_the_measured_numbers(lang):
    words = recommender.facts("basket", lang)
    for method in (*room.METHODS, "oracle"):
        assert f"{round(100 * room.hit_rate(method))}" in words
    assert len(words.split("\n")) == 4


def test_describe_repeats_the_prediction_beside_what_came_out(lang):
    t = texts(lang)
    wrong, right = (plots.describe(Basket(guess=g), t) for g in (OPTIONS[2], OPTIONS[1]))
    for words in (wrong, right):
        assert goods.name(OPTIONS[1], t) in words
    assert goods.name(OPTIONS[2], t) in wrong
    assert f"{basket.place(OPTIONS[2])}" in wrong
    assert wrong != right


def test_what_speaks_against_is_said_in_words(lang):
    t, state = texts(lang), Basket(items=FALLEN, before=FALLEN)
    against = [i for i in basket.shown(state) if any(r.value < -0.001 for r in basket.reasons(FALLEN, i))]
    html = plots.account(basket.ask(state, against[0]), t)
    assert t("basket.against") in html
    assert "−" in html
    assert t("basket.prior") in html


def test_nothing_is_recommended_before_the_prediction(lang):
    app = recommender.start("basket", lang)
    sound(app)
    assert "shop-list" not in page(app)
    commit(app)
    assert app.state.guess is None
    assert app.texts("ui.choose_first") in told(app)


def test_shopping_from_the_shelf_and_back(begun):
    app, t = begun, begun.texts
    name = goods.name(0, t)
    press(app, name)
    assert app.state.items == (*START, 0)
    press(app, t("basket.take_out", name=name))
    press(app, t("basket.empty"))
    assert t("basket.nothing") in told(app)
    assert t("basket.first.empty", name=goods.name(207, t), n=basket.buyers(207)) in told(app)
    for _ in range(3):
        press(app, t("ui.undo"))
    assert app.state.items == START
    press(app, t("ui.reset"))
    assert page(app) == page(recommender.start("basket", t.lang))


def test_every_method_and_what_it_says_about_reasons(begun):
    app, t = begun, begun.texts
    for method in ("popular", "random"):
        pick(app, t(f"basket.method.{method}"))
        assert t(f"basket.no_reason.{method}") in told(app)
        assert app._menu.layout.display == "none"
        assert t("basket.sum") not in page(app)
    pick(app, t("basket.method.ease"))
    assert t("basket.sum") in page(app)


def test_each_of_the_ten_can_be_checked(begun):
    app, t = begun, begun.texts
    for item in basket.shown(app.state):
        app._menu.value = item
        sound(app)
        assert basket.opened(app.state) == item
        assert t("basket.points", n=round(1000 * basket.score(START, item))) in told(app)


def test_the_whole_shop_in_the_basket_leaves_nothing_to_recommend():
    """Far beyond what anybody clicks: fewer than ten are left, then none."""
    everything = tuple(range(len(shop().purchases.items)))
    assert len(basket.recommended(everything[:-3], "ease")) == 3
    assert basket.recommended(everything, "ease") == ()
