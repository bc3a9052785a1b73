"""The popular get more popular, without a screen: what the dial does, and the claims on the shop."""

from dataclasses import replace

import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.model import popular, room
from kitlib.recommender.model.popular import HEAD, POSITIONS, STEPS, Popular, report
from kitlib.recommender.plots import popular as plots
from kitlib.ui import LANGUAGES


def begun(lang="de"):
    app = recommender.start("popular", lang)
    app._commit.click()
    return app


def test_steps_leave_the_old_state_alone_and_people_go_round():
    state = Popular()
    assert popular.turn(state, -3) == replace(state, dial=-3)
    assert state.dial == 0
    assert popular.next_person(Popular(person=len(popular.people()) - 1)).person == 0


def test_in_the_middle_is_the_model_and_at_the_right_the_bestseller_list():
    assert (popular.top(0) == room.top("ease")).all()
    assert (popular.top(STEPS) == room.top("popular")).all()


def test_the_dial_moves_places_from_the_popular_to_the_rare():
    values, popularity = np.array([[3.0, 2.0, 1.0]]), np.array([5, 50, 500])
    order = {d: np.argsort(-popular.blend(values, popularity, d)[0]).tolist() for d in (-STEPS, 0, STEPS)}
    assert order == {-STEPS: [0, 1, 2], 0: [0, 1, 2], STEPS: [2, 1, 0]}


def test_no_list_shows_what_is_known_already():
    learning, customers, _ = room.hidden()
    known = learning.matrix()[customers].toarray()
    for setting in (*POSITIONS, "random"):
        best = popular.top(setting)
        assert best.shape == (len(customers), room.SHOWN)
        assert not np.take_along_axis(known, best, axis=1).any()


def test_popularity_is_counted_without_the_hidden_purchases():
    learning, _, hidden = room.hidden()
    everything = recommender.shop().purchases.matrix().sum(0)
    assert (popular.bought() == everything - np.bincount(hidden, minlength=len(learning.items))).all()


@pytest.mark.parametrize("setting", [*POSITIONS, *popular.BASES])
def test_figures_are_in_range_and_agree_with_each_other(setting):
    r = report(setting)
    shares = (r.hit_rate, r.gini, r.head, r.niche, r.unusual, r.ordinary, r.rare, r.common)
    assert all(0 <= v <= 1 for v in shares)
    assert room.SHOWN <= r.coverage <= len(popular.bought())
    assert min(r.rare, r.common) <= r.hit_rate <= max(r.rare, r.common)
    assert popular.tenths(popular.shown(setting)).sum() == pytest.approx(1)


def test_tenths_begin_with_the_best_sellers():
    sales = popular.tenths(popular.bought())
    assert (np.diff(sales) < 0).all()
    assert sales[5:].sum() == pytest.approx(popular.sold())


def test_the_fifths_have_nobody_in_common_and_differ_in_taste():
    unusual, ordinary = popular.fifth("unusual"), popular.fifth("ordinary")
    assert not set(unusual.tolist()) & set(ordinary.tolist())
    assert popular.ordinariness()[unusual].max() < popular.ordinariness()[ordinary].min()


def test_claim_the_bestseller_list_shows_few_articles_and_the_model_far_from_all():
    assert report("popular").coverage < 60
    assert 3 * report("popular").coverage < report(0).coverage < 0.8 * len(popular.bought())
    assert report("random").coverage == len(popular.bought())


def test_claim_lists_are_more_unequal_than_purchases():
    assert report("random").gini < 0.15
    assert report(0).gini > popular.gini(popular.bought()) + 0.1
    assert report("popular").gini > 0.9
    assert popular.tenths(popular.shown(0))[0] > popular.tenths(popular.bought())[0] + 0.1


def test_claim_some_variety_is_cheap_and_the_ends_are_dear():
    best, model = report(popular.cheap()), report(0)
    assert popular.cheap() < 0
    assert best.coverage >= model.coverage + 30
    assert model.hit_rate - best.hit_rate <= 0.02
    assert min(model.hit_rate - report(end).hit_rate for end in (-STEPS, STEPS)) > 0.08


def test_cheap_is_the_widest_of_all_that_keep_the_limit():
    limit = report(0).hit_rate - popular.CHEAP
    assert report(popular.cheap()).coverage == max(report(p).coverage for p in POSITIONS if report(p).hit_rate >= limit)


def test_claim_niche_articles_get_fewer_places_than_they_sell_and_are_rarely_found():
    assert report(0).niche < popular.sold() / 4
    assert report(0).rare < report(0).common / 5
    assert report(popular.cheap()).rare > report(0).rare


def test_claim_unusual_tastes_are_not_served_worse_here():
    assert report(0).unusual > report(0).ordinary - 0.02


def test_euro_is_the_price_of_what_was_found():
    _, _, hidden = room.hidden()
    price = recommender.shop().articles["price"].to_numpy()
    found = sum(price[h] for h, best in zip(hidden, popular.top(2), strict=True) if h in best)
    assert report(2).euro == pytest.approx(found / len(hidden) * popular.LISTS)


def test_results_cannot_be_written_to():
    for shared in (popular.bought(), popular.top(-2), popular.rank(), popular.fifth("unusual")):
        assert not shared.flags.writeable


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dial", [-STEPS, 0, 1, STEPS])
def test_results_repeat_the_prediction_and_pictures_have_words(dial, lang):
    t, state = texts(lang), Popular(guess=0, dial=dial)
    told = plots.describe(state, t)
    best = report("popular").coverage
    assert t("popular.guess_result", guess=0, model=report(0).coverage, best=best) in told
    assert plots.dial_words(dial, t) in told
    assert t("popular.alt") in plots.chart(state, t)
    assert t("popular.bars_alt") in plots.bars(state, t)
    assert plots.table(state, t).count("kit-now") == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_end_of_the_dial_is_said_to_help_nobody(lang):
    t = texts(lang)
    assert [popular.milder(p) for p in POSITIONS if popular.milder(p) is not None] == [1 - STEPS]
    numbers = dict(rate_now=report(-STEPS).hit_rate, n_now=report(-STEPS).coverage, rare_now=report(-STEPS).rare)
    there = report(1 - STEPS)
    said = t(
        "popular.nobody",
        dial=plots.dial_words(1 - STEPS, t),
        rate=there.hit_rate,
        n=there.coverage,
        rare=there.rare,
        **numbers,
    )
    assert said in plots.describe(Popular(dial=-STEPS), t)
    assert t("popular.moves") in plots.describe(Popular(dial=STEPS), t)
    assert t("popular.moves") not in plots.describe(Popular(), t)


def test_marks_of_the_example_fit_the_articles():
    t = texts("de")
    state = Popular(dial=STEPS)
    assert plots.example(state, t).count(t("popular.mark_best", n=HEAD)) == room.SHOWN
    assert t("popular.mark_niche") in plots.example(Popular(dial=-STEPS), t)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_told(lang):
    t, r = texts(lang), report(0)
    assert t("popular.fact_tastes", unusual=r.unusual, ordinary=r.ordinary) in plots.facts(t)
    assert plots.dial_words(popular.cheap(), t) in plots.facts(t)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_played_from_the_prediction_to_reset(lang):
    app = begun(lang)
    shown = app._list.value
    for dial in (-1, -2, -3):
        app._dial._slider.value = dial
    assert (app.state, app.error) == (Popular(guess=200, dial=-3), None)
    assert plots.dial_words(-3, app.texts) in app._dial._label.value
    app.undo()
    assert app.state.dial == app._dial.value == 0
    assert app._list.value == shown
    app._body.children[-1].click()
    assert app._list.value != shown
    app.reset()
    assert app.state == Popular()
    assert not app._body.children
