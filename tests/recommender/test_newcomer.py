"""Cold start without a screen: the protocol is honest, the claims hold, the experiment can be played."""

from dataclasses import replace

import ipywidgets as W
import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.data.shop import shop
from kitlib.recommender.model import debut, newcomer, room
from kitlib.recommender.model.evaluate import hit_rate
from kitlib.recommender.model.newcomer import GROUP, MOST, ROUNDS, Newcomer, hit_rates, walk
from kitlib.recommender.plots import debut as debut_plots
from kitlib.recommender.plots import newcomer as plots
from kitlib.ui import LANGUAGES


def begun(lang="de"):
    app = recommender.start("newcomer", lang)
    app._commit.click()
    return app


def test_steps_go_round_and_leave_the_old_state_alone():
    state = Newcomer(person=GROUP - 1, article=len(debut.articles()) - 1)
    assert newcomer.next_person(state).person == 0
    assert newcomer.next_article(state).article == 0
    assert newcomer.choose(state, known=5, asked=True) == replace(state, known=5, asked=True)
    assert state.known == 0


def test_nobody_of_the_group_is_learnt_from():
    for method in ("popular", "neighbours", "ease"):
        known = newcomer.learnt(method).known
        assert known[newcomer.people()].nnz == 0
        assert known.nnz == shop().purchases.matrix().nnz - shop().purchases.matrix()[newcomer.people()].nnz


def test_the_group_has_articles_enough_and_each_person_once():
    assert len(set(newcomer.people().tolist())) == GROUP
    assert np.diff(shop().purchases.matrix()[newcomer.people()].indptr).min() > MOST


def test_what_is_shown_was_bought_and_never_contains_what_is_hidden():
    bought = shop().purchases.matrix().toarray()[newcomer.people()]
    for r in (0, ROUNDS - 1):
        for known in (0, 1, MOST):
            shown = newcomer.baskets(known, r)
            assert (shown.sum(axis=1) == known).all()
            assert (shown <= bought).all()
            assert (np.take_along_axis(shown, newcomer.orders()[r, :, :1], axis=1) == 0).all()
        assert (np.take_along_axis(bought, newcomer.orders()[r, :, :1], axis=1) == 1).all()


def test_asked_departments_do_not_depend_on_what_is_hidden():
    s, r, p = shop(), 2, 7
    rest = np.setdiff1d(s.purchases.matrix()[[newcomer.people()[p]]].indices, newcomer.orders()[r, p, :1])
    counts = np.bincount(s.category[rest], minlength=len(s.categories))
    liked = newcomer.favourites()[r, p]
    assert liked.sum() == newcomer.ASKED
    assert counts[liked].min() >= counts[~liked].max()


def test_places_agree_with_the_hit_rate_of_the_benchmark():
    shown, wanted = newcomer.baskets(3), newcomer.orders()[0, :, 0]
    values = newcomer.scores("ease", shown)
    places = newcomer.places(values, shown, wanted)
    assert (places < 10).mean() == pytest.approx(hit_rate(values, shown, wanted))


def test_places_break_ties_by_index_and_skip_what_is_known():
    values, shown = np.array([[5.0, 1.0, 1.0, 1.0]]), np.array([[1, 0, 0, 0]])
    assert [newcomer.places(values, shown, np.array([i]))[0] for i in (1, 2, 3)] == [0, 1, 2]


def test_claim_without_purchases_the_model_is_the_bestseller_list():
    assert abs(hit_rates("ease")[0] - hit_rates("popular")[0]) <= 0.02


def test_claim_knowledge_pays_and_takes_some_purchases():
    assert hit_rates("ease")[1] < 1.25 * hit_rates("popular")[1]
    assert hit_rates("ease")[12] > 1.5 * hit_rates("popular")[12]
    assert hit_rates("ease")[MOST] > hit_rates("ease")[5] > hit_rates("ease")[0]
    assert 3 <= newcomer.enough() <= 10


def test_enough_means_from_there_on():
    ratio = hit_rates("ease") / hit_rates("popular")
    assert (ratio[newcomer.enough() :] >= 1.5).all()
    assert ratio[newcomer.enough() - 1] < 1.5


def test_claim_no_list_beats_the_best_possible_one():
    for method in ("popular", "neighbours", "ease", "asked"):
        assert (hit_rates(method) < hit_rates("oracle")).all()


def test_claim_a_question_helps_at_the_start_and_hardly_later():
    gain = hit_rates("asked") - hit_rates("ease")
    assert gain[0] > 0.01
    assert abs(gain[MOST]) < 0.02


def test_the_example_comes_to_the_list():
    assert walk(0, 0, False).hidden not in walk(0, 0, False).top
    assert walk(0, MOST, False).hidden in walk(0, MOST, False).top


def test_a_walk_recommends_ten_new_articles_in_agreement_with_the_place():
    for person in range(30):
        w = walk(person, 8, False)
        assert len(set(w.top)) == 10
        assert not set(w.top) & set(w.known)
        assert (w.hidden in w.top) == (w.place < 10)


def test_new_articles_were_not_sold_at_the_start_and_their_relatives_were():
    introduced = shop().articles["introduced"].to_numpy()
    assert (introduced[debut.articles()] > 0).all()
    for article in debut.articles().tolist():
        near = list(debut.alike(article))
        assert near
        assert article not in near
        assert (introduced[near] == 0).all()
        assert (shop().category[near] == shop().category[article]).all()


def test_who_measures_an_article_is_not_among_its_known_buyers():
    for article in debut.articles().tolist():
        kept, others = debut.split(article)
        assert not set(kept.tolist()) & set(others.tolist())
        assert len(kept) >= 15
        assert len(others) >= 50


@pytest.mark.parametrize("known", [0, 3, None])
def test_forgetting_and_remembering_is_training_anew(known):
    article = int(debut.articles()[2])
    _, others = debut.split(article)
    bought = debut._bought().copy()
    bought[:, article] = 0
    bought[others[:known], article] = 1
    without = debut.forget(debut._inverse(), article)
    again = debut.remember(without, article, bought.T @ bought[:, article])
    assert again == pytest.approx(debut.inverse(bought), abs=1e-12)


def test_scores_are_those_of_the_trained_model():
    bought = debut._bought()
    values, lent = debut.scores(debut._inverse(), bought.sum(axis=0), bought[:5], (3,))
    assert values == pytest.approx(room.model("ease").scores(bought[:5]), abs=1e-12)
    assert lent.shape == (5, 1)


def test_claim_a_new_article_is_not_recommended_for_long():
    none = debut.curves()[:, 0]
    assert none[0] == 0
    assert none[debut.KNOWN.index(20)] < 0.02
    assert none[-1] > 0.08


def test_claim_remedies_bring_new_articles_to_their_buyers():
    rates = dict(zip(debut.REMEDIES, debut.curves()[0], strict=True))
    assert rates["alike"] > rates["place"] > rates["none"]
    assert rates["place"] == pytest.approx(1 / debut.NEWEST)


def test_claim_remedies_cost_hits_elsewhere():
    cost = debut.costs()
    assert 0 < cost["none"] - cost["alike"] < 0.02
    assert 0 < cost["none"] - cost["place"] < 0.04


def test_results_cannot_be_written_to():
    for shared in (newcomer.people(), newcomer.orders(), newcomer.favourites(), hit_rates("ease"), debut.curves()):
        assert not shared.flags.writeable


STATES = [
    Newcomer(guess=4),
    Newcomer(guess=4, known=1, asked=True, person=5),
    Newcomer(guess=20, known=MOST),
    *(Newcomer(guess=0, view="article", buyers=b, remedy=r) for b in (0, 5, 7) for r in debut.REMEDIES),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_results_repeat_the_prediction_and_pictures_have_words(state, lang):
    t = texts(lang)
    told = plots.describe(state, t)
    assert t("newcomer.guess_result", guess=state.guess, enough=newcomer.enough()) in told
    drawn = (debut_plots if state.view == "article" else plots).chart(state, t)
    assert 'alt="' in drawn
    assert t("newcomer.debut.alt" if state.view == "article" else "newcomer.alt") in drawn


@pytest.mark.parametrize("method", ["popular", "ease", "oracle"])
def test_claim_the_same_people_get_more_hits_when_all_other_purchases_are_known(method):
    assert newcomer.all_known(method) > hit_rates(method)[MOST] + 0.05
    assert newcomer.held() > MOST + 10


def test_claim_the_answer_alone_gives_bestsellers_of_two_departments():
    s = shop()
    for person in range(30):
        w = walk(person, 0, True)
        assert sum(s.categories[s.category[i]] in w.departments for i in w.top) >= 6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_question_brings_is_told_as_measured(lang):
    t = texts(lang)
    first, last = (plots.describe(Newcomer(known=k, asked=True), t) for k in (0, MOST))
    assert t("newcomer.empty_asked") in first
    assert t("newcomer.empty") not in first
    assert t("newcomer.asked_same", after=float(hit_rates("asked")[MOST])) in last
    assert t("newcomer.empty") in plots.describe(Newcomer(), t)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_prediction_can_be_wrong_for_ever(lang, monkeypatch):
    monkeypatch.setattr(plots, "enough", lambda: MOST + 1)
    assert texts(lang)("newcomer.guess_never", guess=3, most=MOST) in plots.describe(Newcomer(guess=3), texts(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_told(lang):
    t = texts(lang)
    told = plots.facts(t)
    model, popular = (float(hit_rates(m)[3]) for m in ("ease", "popular"))
    assert t("newcomer.fact", n=3, model=model, popular=popular) in told
    assert t("newcomer.fact_enough", n=newcomer.enough()) in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_played_from_the_prediction_to_reset(lang):
    app = begun(lang)
    t = app.texts
    app._known._slider.value = 8
    app._asked._radio.value = True
    assert app.state == Newcomer(guess=10, known=8, asked=True)
    assert t("newcomer.asked_line") in app._chart.value
    assert t("newcomer.head_walk", n=8) in app._head.value
    app._view._radio.value = "article"
    app._buyers._slider.index = 3
    app._remedy._radio.value = "alike"
    assert (app.state.buyers, app.state.remedy, app.error) == (3, "alike", None)
    assert [half.layout.display for half in app._halves.values()] == ["none", ""]
    assert t("newcomer.debut.line.alike") in app._curve.value
    assert "kit-now" in app._table.value
    app.undo()
    assert app.state.remedy == app._remedy.value == "none"
    app.reset()
    assert app.state == Newcomer()
    assert not app._body.children


def test_a_drag_of_the_slider_is_undone_at_once():
    app = begun()
    for known in (1, 2, 3):
        app._known._slider.value = known
    app.undo()
    assert app.state.known == app._known.value == 0


def test_buttons_lead_to_another_person_and_article():
    app = begun()
    before = app._walk.value
    [other] = [w for w in app._halves["person"].children if isinstance(w, W.Button)]
    other.click()
    assert app._walk.value != before
    app._view._radio.value = "article"
    [other] = [w for w in app._halves["article"].children if isinstance(w, W.Button)]
    other.click()
    assert app.state.article == 1
