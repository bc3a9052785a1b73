"""Paid places without a screen: the rounds, the bill, and the claims on the shipped shop."""

import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.model import label, room
from kitlib.recommender.model.label import BILL, LABELLED, MOST, PLACES, ROUNDS, SOLD, Label, bill, listing, outcome
from kitlib.recommender.plots import goods
from kitlib.recommender.plots import label as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, slide, sound, told

SEARCHED = [n for n in range(ROUNDS) if n != LABELLED]


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(recommender.start("label", request.param))


def press_article(app, item):
    """Press the button of an article, whatever it says now."""
    toggles = app._rounds[app.state.part]["list"]
    toggles._buttons[item].click()
    sound(app)
    return toggles._buttons[item].description


# ---- the lists


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_list_is_the_models_best_seven_and_three_from_far_down(number):
    shown = listing(number)
    ranked = room.model().recommend_for(shown.basket, 120).tolist()
    assert len(set(shown.items)) == PLACES
    assert [i for i in shown.items if i not in shown.paid] == ranked[: PLACES - SOLD]
    assert all(ranked.index(i) >= 29 for i in shown.paid)
    assert len(shown.paid) == SOLD
    assert not set(shown.items) & set(shown.basket)


def test_sold_places_are_elsewhere_in_each_round_and_other_people_are_shown():
    places = {tuple(i in listing(n).paid for i in listing(n).items) for n in range(ROUNDS)}
    assert len(places) == len({listing(n).basket for n in range(ROUNDS)}) == ROUNDS


def test_advertising_does_not_stick_out():
    """Of a department that the list has anyway, and never the three dearest articles: else the search is no search."""
    shop = recommender.shop()
    for number in range(ROUNDS):
        shown = listing(number)
        honest = [i for i in shown.items if i not in shown.paid]
        assert {shop.category[i] for i in shown.paid} <= {
            shop.category[i] for i in room.model().recommend_for(shown.basket, PLACES)
        }
        assert max(map(goods.price, shown.paid)) <= max(60, 3 * np.median([goods.price(i) for i in honest]) * 1.5)
    dearest = [set(sorted(listing(n).items, key=goods.price)[-SOLD:]) == set(listing(n).paid) for n in SEARCHED]
    assert not all(dearest)


def test_where_nothing_fits_something_is_sold_all_the_same():
    ranked = np.arange(PLACES + 5)
    assert len(label.sellable(ranked, np.random.default_rng(0))) == 0  # a range too small to sell anything from
    assert len(label.sellable(np.arange(120), np.random.default_rng(0))) == 91


# ---- the learner's steps


def test_marks_belong_to_their_round_and_a_second_press_takes_them_back():
    item = listing(0).items[0]
    state = label.mark(Label(), item)
    assert state.marked == (frozenset({item}), frozenset(), frozenset())
    assert label.mark(state, item) == Label()


def test_after_the_answer_nothing_can_be_marked():
    state = label.solve(Label())
    assert label.mark(state, listing(0).items[0]) == state
    assert label.mark(Label(part=LABELLED), 1) == Label(part=LABELLED)
    assert label.solve(Label(part=BILL)) == Label(part=BILL)


def test_the_first_look_counts():
    state = label.look(Label(part=LABELLED), 5)
    assert state.looked == 5
    assert label.look(state, 6) == state


def test_found_missed_and_accused_are_told_apart():
    paid = sorted(listing(0).paid)
    honest = next(i for i in listing(0).items if i not in paid)
    state = Label()
    for item in (paid[0], honest):
        state = label.mark(state, item)
    found = label.found(state, 0)
    assert (found.right, found.missed, found.accused) == ({paid[0]}, set(paid[1:]), {honest})
    assert label.total(label.solve(state)) == (1, SOLD, 1)
    assert label.total(state) == (0, 0, 0)


# ---- what it costs


def test_without_sold_places_the_hit_rate_is_that_of_the_room():
    assert outcome(0).hits == pytest.approx(room.hit_rate())
    assert outcome(0).views == 0
    assert outcome(0, "bottom") == outcome(0, "top")


def test_each_sold_place_costs_hits_and_more_so_at_the_top():
    for where, seen in (("top", PLACES), ("bottom", PLACES), ("top", 5)):
        hits = [outcome(k, where, seen).hits for k in range(MOST + 1)]
        assert hits == sorted(hits, reverse=True)
    assert outcome(0).hits - outcome(MOST).hits > 0.05
    assert outcome(SOLD, "top", 5).hits < outcome(SOLD, "bottom", 5).hits - 0.05
    assert outcome(MOST, "top", 5).hits < 0.05


def test_over_all_ten_places_top_and_bottom_are_the_same():
    for k in range(MOST + 1):
        assert outcome(k, "top") == outcome(k, "bottom")


def test_what_nobody_looks_at_costs_and_brings_nothing():
    unseen = bill(Label(where="bottom", seen=5, sold=5))
    assert (unseen.income, unseen.lost, unseen.lost_hits, unseen.even) == (0, 0, 0, None)
    assert [outcome(3, "bottom", n).views for n in (7, 8, 9, 10)] == [0, 1, 2, 3]


def test_a_sold_article_can_be_a_hit(monkeypatch):
    """Two people: one whose purchase the model has on place 1, one whose purchase is the first sold article."""
    monkeypatch.setattr(label, "_measured", lambda: (np.array([0, 99]), np.array([99, 0])))
    monkeypatch.setattr(room, "hidden", lambda: (None, None, np.array([0, 1])))
    price = label._price()
    assert outcome.__wrapped__(0, "top", 5).hits == 0.5
    assert outcome.__wrapped__(1, "top", 1) == label.Outcome(0.5, pytest.approx(price[1] / 2), 1)
    assert outcome.__wrapped__(1, "top", 5).worth == pytest.approx(price[:2].sum() / 2)


def test_at_the_break_even_price_both_sides_are_equal():
    state = Label()
    even = bill(state).even
    assert 0.01 < even < 0.06  # cents, as real placements are paid for: the dial covers it
    there = bill(label.change(state, price=even))
    assert there.income == pytest.approx(there.lost)


def test_the_bill_follows_its_dials():
    half, full = bill(Label(extra=0.5)), bill(Label(extra=1.0))
    assert full.lost == pytest.approx(2 * half.lost)
    assert bill(Label(price=0.04)).income == pytest.approx(2 * bill(Label(price=0.02)).income)
    assert bill(Label(price=0.0)).income == 0
    assert bill(Label(), sold=0) == label.Bill(0, 0, 0, None)


# ---- words and pictures


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_result_repeats_the_prediction_beside_what_was_found(lang):
    t = texts(lang)
    state = label.solve(label.mark(Label(guess=2), min(listing(0).paid)))
    words = plots.describe(state, t)
    assert t("label.guessed", guess=2, right=1, sold=SOLD) in words
    assert t("label.found", right=1, sold=SOLD, accused=0) in words
    assert plots.describe(Label(guess=2), t) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    t, told_facts = texts(lang), recommender.facts("label", lang)
    for sold in (0, 1, 3, 5):
        assert t("ui.share", value=outcome(sold).hits) in told_facts
    assert len(told_facts.split("\n")) == 4


@pytest.mark.parametrize("sold", range(MOST + 1))
@pytest.mark.parametrize("price", [0.0, 0.2])
def test_the_chart_has_a_text_alternative_for_every_dial(sold, price):
    t = texts("de")
    html = plots.chart(Label(part=BILL, sold=sold, price=price, extra=1.0, margin=0.6), t)
    assert t("label.alt_place", n=0, income=0, lost=0) in html
    assert "NaN" not in html


# ---- as the learner plays it


def test_round_one_from_marking_to_the_answer(app):
    t = app.texts
    paid = min(listing(0).paid)
    assert "✓" in press_article(app, paid)
    press(app, t("ui.undo"))
    assert app.state.marked[0] == frozenset()
    press_article(app, paid)
    assert t("label.line.missed") not in told(app)
    press(app, t("label.solve"))
    assert told(app).count(t("label.line.right")) == 1
    assert told(app).count(t("label.line.missed")) == SOLD - 1
    assert t("label.guessed", guess=app.state.guess, right=1, sold=SOLD) in told(app)


def test_the_labelled_round_asks_first_and_names_a_paid_choice(app):
    t = app.texts
    press(app, f"{t('label.part.1')}")
    assert told(app).count(t("label.ad")) >= SOLD
    press(app, t("label.look_keep"))
    assert app.state.looked is None
    assert t("label.look_first") in told(app)
    pick(app, goods.name(min(listing(LABELLED).paid), t))
    press(app, t("label.look_keep"))
    assert t("label.looked_paid") in told(app)
    press(app, t("ui.undo"))
    assert app._look.value is None


def test_three_rounds_are_summed_up(app):
    t = app.texts
    for number in range(ROUNDS):
        if number == LABELLED:
            pick(app, goods.name(next(i for i in listing(1).items if i not in listing(1).paid), t))
            press(app, t("label.look_keep"))
            assert t("label.looked_honest") in told(app)
        else:
            for item in listing(number).items[:4]:
                press_article(app, item)
            press(app, t("label.solve"))
        press(app, t("label.next"))
    assert app.state.part == BILL
    press(app, t("label.part.2"))
    right, there, accused = label.total(app.state)
    assert (there, right + accused) == (6, 8)
    assert t("label.total", right=right, there=there, accused=accused, chance=2.4) in told(app)


@pytest.mark.parametrize("end", [0, -1], ids=["lowest", "highest"])
def test_the_bill_with_every_dial_at_its_end(app, end):
    press(app, app.texts("label.part.3"))
    for name, slider in app._sliders.items():
        slide(app, slider, (slider._slider.min, slider._slider.max)[end])
        assert getattr(app.state, name) == slider.value
    pick(app, app.texts("label.where.bottom"))
    assert "<img" in page(app)


def test_reset_restores_the_first_page_exactly(app):
    press_article(app, listing(0).items[3])
    press(app, app.texts("label.solve"))
    press(app, app.texts("ui.reset"))
    fresh = recommender.start("label", app.texts.lang)
    assert app.state == fresh.state == Label()
    assert page(app) == page(fresh)
