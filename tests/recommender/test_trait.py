"""A hidden trait without a screen: the measuring is honest, the claims hold, the experiment can be played."""

import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.model import traces, trait
from kitlib.recommender.model.traces import MARKED, REMOVED, report
from kitlib.recommender.model.trait import DELETE, PEOPLE, WITH, WRONG, Trait
from kitlib.recommender.plots import goods
from kitlib.recommender.plots import trait as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, slide, sound, told


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(recommender.start("trait", request.param))


# ---- the measuring


def test_nobody_is_estimated_by_a_model_that_learned_from_them():
    rows = np.concatenate([test for _, test in traces._folds()])
    assert sorted(rows) == list(range(len(traces.table()[0])))
    for learn, test in traces._folds():
        assert not set(learn) & set(test)


def test_what_is_left_out_counts_for_nothing():
    for removed, left in (("none", 400), ("obvious", 388), ("more", 363)):
        assert len(traces.articles(removed)) == left
        added, _ = traces.weights(removed, 0)
        gone = np.setdiff1d(np.arange(400), traces.articles(removed))
        assert not added[gone].any()
        assert added.any()


def test_estimates_are_about_as_often_right_as_they_say():
    found, there = traces.estimates(), traces.table()[2]
    assert found.mean() == pytest.approx(there.mean(), abs=0.02)
    high = found >= 0.6
    assert there[high].mean() == pytest.approx(found[high].mean(), abs=0.12)


def test_with_nothing_bought_the_base_rate_is_left():
    for row in (trait.one(), *trait.people()):
        assert traces.estimate((), row) == pytest.approx(report().base, abs=0.03)


def test_a_trait_dealt_out_by_lot_leaves_no_trace(monkeypatch):
    """The same sums on a trait that has nothing to do with the purchases: else the measuring itself would find it."""
    customers, bought_by, there = traces.table()
    lot = np.random.default_rng(0).permutation(there)
    monkeypatch.setattr(traces, "table", lambda: (customers, bought_by, lot))
    for name in ("_folds", "weights", "estimates", "marked", "report"):
        monkeypatch.setattr(traces, name, getattr(traces, name).__wrapped__)
    found = traces.report("none")
    assert abs(found.pairs - 0.5) < 0.06
    assert found.right < 30


# ---- the claims


def test_claim_most_of_those_marked_have_a_baby():
    r = report()
    assert r.right >= 80
    assert r.pairs >= 0.8
    assert r.right > 4 * MARKED * r.base


def test_claim_without_the_tell_tale_articles_the_trace_is_still_there():
    assert report("obvious").right >= 50
    assert 0.72 < report("obvious").pairs < report().pairs


def test_claim_without_37_articles_little_is_left():
    assert 0.5 < report("more").pairs < 0.68
    assert report("more").right < 30


def test_claim_always_no_comes_close_and_finds_nobody():
    r = report()
    assert r.always_no == pytest.approx(1 - r.base)
    assert 0 < r.accuracy - r.always_no < 0.1
    assert report("more").accuracy < r.always_no + 0.01


def test_claim_some_are_marked_wrongly_and_many_are_missed():
    wrong = traces.falsely_marked()
    assert len(wrong) == MARKED - report().right >= 2
    assert not traces.table()[2][list(wrong)].any()
    assert report().all_with - report().right > report().right


def test_claim_two_harmless_articles_move_the_estimate_again():
    start = trait.opt_out(Trait())
    harmless = np.setdiff1d(traces.articles("obvious"), trait.bought())
    alone = {int(i): trait.estimated(trait.toggle(start, int(i))) for i in harmless}
    best = sorted(alone, key=alone.get)
    for pair, moved in ((best[-2:], 2.0), (best[:2], 1 / 2.0)):
        state = trait.toggle(trait.toggle(start, pair[0]), pair[1])
        ratio = trait.estimated(state) / report().base
        assert ratio > moved if moved > 1 else ratio < moved


def test_claim_deleting_the_obvious_is_not_enough_for_the_person_on_show():
    full, less = trait.estimated(Trait()), trait.estimated(trait.delete_obvious(Trait()))
    assert 0.75 < full < 0.95
    assert 1.5 * report().base < less < full


# ---- people and steps


def test_the_eight_are_half_and_half_and_show_enough():
    assert len(set(trait.people())) == PEOPLE
    assert sum(trait.truth()) == sum(trait.computed()) == WITH
    assert all(12 <= len(traces.items_of(row)) <= 20 for row in trait.people())
    assert trait.one() not in trait.people()


def test_the_eight_are_no_lucky_draw_for_the_model():
    assert 5.5 < trait.usually_right() < 7.5
    assert abs(trait.right(trait.computed()) - trait.usually_right()) <= 1


def test_answers_stop_at_eight_and_are_counted():
    state = Trait()
    for truth in trait.truth():
        state = trait.answer(state, truth)
    assert trait.answer(state, True) == state
    assert trait.right(state.answers) == PEOPLE
    assert trait.right(()) == 0


def test_what_was_tried_stands_once_and_the_newest_is_last():
    state = trait.remove(trait.remove(trait.remove(Trait(), "more"), "obvious"), "more")
    assert state.tried == ("none", "obvious", "more")


def test_deleting_and_buying_again():
    item, new = trait.bought()[0], next(i for i in range(400) if i not in trait.bought())
    state = trait.toggle(Trait(), item)
    assert trait.basket(state) == set(trait.bought()) - {item}
    assert trait.toggle(state, item) == Trait()
    empty = trait.opt_out(trait.toggle(state, new))
    assert trait.basket(empty) == set()
    again = trait.toggle(trait.toggle(empty, new), item)
    assert trait.basket(again) == {new, item}
    assert trait.opted_out(again)
    assert trait.restore(again) == Trait()


def test_effects_are_the_difference_each_purchase_makes():
    state = trait.toggle(Trait(), trait.bought()[2])
    found = trait.effects(state)
    assert set(found) == trait.basket(state)
    for item, effect in found.items():
        without = trait.estimated(trait.toggle(state, item))
        assert effect == pytest.approx(trait.estimated(state) - without)
    assert trait.effects(trait.opt_out(Trait())) == {}


# ---- words and pictures


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_result_repeats_the_prediction_beside_what_was_measured(lang):
    t = texts(lang)
    words = plots.describe(Trait(guess=33, part=1), t)
    assert t("trait.guessed", guess=33, right=report().right) in words
    r = report()
    missed = {"missed": r.all_with - r.right, "all": r.all_with, "least": r.all_with - MARKED}
    assert t("trait.missed", total=MARKED, **missed) in words
    assert plots.describe(Trait(guess=33), t) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    t, words = texts(lang), recommender.facts("trait", lang)
    for r in map(report, REMOVED):
        assert str(r.right) in words
        assert str(round(100 * r.pairs)) in words
    assert t("ui.share", value=report().base) in words


@pytest.mark.parametrize("removed", REMOVED)
def test_the_people_marked_have_a_text_alternative(removed):
    t, right = texts("de"), report(removed).right
    html = plots.dots(Trait(tried=(removed,)), t)
    assert t("trait.alt_dots", total=MARKED, right=right, wrong=MARKED - right) in html


def test_the_bar_says_its_share_whatever_it_is():
    t = texts("de")
    for state in (Trait(), trait.delete_obvious(Trait()), trait.opt_out(Trait())):
        assert t("ui.share", value=trait.estimated(state)) in plots.bar(state, t)


# ---- as the learner plays it


def test_eight_guesses_and_the_comparison(app):
    t = app.texts
    for truth in trait.truth():
        assert t("trait.head.truth") not in told(app)  # nothing is given away before the last answer
        press(app, t("trait.baby" if truth else "trait.no_baby"))
    words = t("trait.eight", you=8, total=8, model=trait.right(trait.computed()), usual=trait.usually_right())
    assert words in told(app)
    assert t("trait.rule", half=WITH, total=PEOPLE, share=0.5) in told(app)
    press(app, t("ui.undo"))
    assert len(app.state.answers) == 7
    press(app, t("trait.part.1"))
    assert t("trait.guessed", guess=app.state.guess, right=report().right) in told(app)


def test_all_ways_of_removing_articles(app):
    t = app.texts
    press(app, t("trait.part.1"))
    for removed in REMOVED[1:]:
        pick(app, t(f"trait.removed.{removed}"))
        assert f"<td>{report(removed).right}</td>" in page(app)
    press(app, t("ui.undo"))
    assert app.state.removed == app._removed.value == "obvious"


def test_deleting_everything_and_buying_two_articles(app):
    t = app.texts
    press(app, t("trait.part.2"))
    press(app, t("trait.kept", name=goods.name(trait.bought()[0], t)))
    assert app.state.deleted == {trait.bought()[0]}
    press(app, t("trait.delete_obvious"))
    assert t("trait.still", times=trait.estimated(app.state) / report().base) in told(app)
    press(app, t("trait.opt_out"))
    assert t("trait.nothing") in told(app)
    for item in (0, 1):
        press(app, goods.name(item, t))
    assert trait.basket(app.state) == {0, 1}
    assert t("trait.others") in told(app)
    press(app, t("trait.restore"))
    assert trait.estimated(app.state) == trait.estimated(Trait())


def test_wrong_marks_are_shown_with_their_reasons(app):
    t = app.texts
    press(app, t("trait.part.3"))
    assert app.state.part == WRONG != DELETE
    for number, row in enumerate(traces.falsely_marked()[:2], 1):
        n = len(traces.items_of(row))
        assert t("trait.example", number=number, share=traces.estimates()[row], n=n) in told(app)
    assert plots.SOURCE in told(app)


def test_reset_restores_the_first_page_exactly(app):
    press(app, app.texts("trait.baby"))
    press(app, app.texts("trait.part.2"))
    press(app, app.texts("trait.opt_out"))
    press(app, app.texts("ui.reset"))
    fresh = recommender.start("trait", app.texts.lang)
    assert app.state == fresh.state == Trait()
    assert page(app) == page(fresh)
    slide(app, app._question, 100)
    commit(app)
    assert app.state.guess == 100
    sound(app)
