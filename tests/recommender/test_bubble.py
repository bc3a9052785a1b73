"""The bubble without a screen: twenty rounds, their verdict, and the claims on the shipped shop."""

import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.app.bubble import OPTIONS
from kitlib.recommender.model import bubble, rounds
from kitlib.recommender.model.bubble import Bubble, at_once, choose, later, ran, verdict
from kitlib.recommender.model.rounds import PEOPLE, ROUNDS, SHOWN, examples, people, run
from kitlib.recommender.plots import bubble as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, slide, sound, told

EASE, MIXED, KNOWN, NONE = ("ease", 0.0, False), ("ease", 0.2, False), ("ease", 0.0, True), ("none", 0.0, False)


@pytest.fixture(params=LANGUAGES)
def app(request):
    app = recommender.start("bubble", request.param)
    pick(app, app.texts("bubble.option.back"))
    return commit(app)


# ---- states


def test_a_run_stands_once_and_the_newest_is_last():
    state = ran(choose(ran(Bubble()), policy="popular"))
    assert state.tried == (EASE, ("popular", 0.0, False))
    assert ran(choose(state, policy="ease")).last == EASE
    assert len(ran(choose(state, policy="ease")).tried) == 2


def test_surprise_and_rule_count_only_where_there_is_something_to_mix():
    state = choose(Bubble(), share=0.3, repeats=True)
    assert state.key == ("ease", 0.3, True)
    assert choose(state, policy="popular").key == ("popular", 0.0, True)
    assert choose(state, policy="none").key == NONE


@pytest.mark.parametrize("wrong", [{"policy": "best"}, {"share": 0.15}, {"person": 3}, {"person": -1}])
def test_what_does_not_exist_is_refused(wrong):
    with pytest.raises(ValueError, match="no such experiment"):
        choose(Bubble(), **wrong)


# ---- the verdict is read off the curve


def curve(first, last, before=4.0):
    return np.concatenate([[before], np.linspace(first, last, ROUNDS)])


@pytest.mark.parametrize(
    ("first", "last", "option", "now", "then"),
    [
        (2.0, 2.0, "once", "drops", "stays"),
        (2.0, 3.5, "back", "drops", "rises"),
        (3.0, 1.5, "shrink", "drops", "drops"),
        (4.0, 2.0, "shrink", "stays", "drops"),
        (4.0, 4.0, "same", "stays", "stays"),
        (4.0, 5.5, "grow", "stays", "rises"),
        (5.0, 5.0, "grow", "rises", "stays"),
    ],
)
def test_verdict_follows_the_curve(first, last, option, now, then):
    measured = curve(first, last)
    assert (verdict(measured), at_once(measured), later(measured)) == (option, now, then)


# ---- the simulation


def test_all_groups_have_the_same_people_and_the_same_beginning():
    assert len(np.unique(people())) == PEOPLE
    for key in (EASE, MIXED, KNOWN, ("random", 0.0, False)):
        assert run(*key).variety[0] == run(*NONE).variety[0]
        assert run(*key).top[0] == run(*NONE).top[0]


def test_a_run_is_the_same_again_and_cannot_be_changed():
    again = rounds.run.__wrapped__("popular")
    for name in ("variety", "top", "hits", "euro", "lists", "shown"):
        np.testing.assert_array_equal(getattr(again, name), getattr(run("popular"), name))
        with pytest.raises(ValueError, match="read-only"):
            getattr(again, name)[0] = 0


def test_lists_hold_ten_different_articles_and_by_the_rule_nothing_known():
    known = recommender.shop().purchases.matrix()[people()[list(examples())]].toarray() > 0
    for key in (EASE, MIXED, ("random", 0.0, False)):
        lists = run(*key).lists
        assert (lists[0] == -1).all()
        assert all(len(set(row)) == SHOWN for one in lists[1:] for row in one)
        assert not np.take_along_axis(known, lists[1], axis=1).any()
    assert np.take_along_axis(known, run(*KNOWN).lists[1], axis=1).any()


def test_two_in_ten_places_are_surprises():
    plain, mixed = run(*EASE).lists[1], run(*MIXED).lists[1]
    np.testing.assert_array_equal(plain[:, :8], mixed[:, :8])
    assert (plain[:, 8:] != mixed[:, 8:]).any()


def test_variety_is_the_number_of_departments_bought_from_equally():
    s = recommender.shop()
    for number in (1, 4, 10):
        chances = np.isin(s.category, np.arange(number)).astype(float)[None]
        assert rounds._figures([chances, chances])[0] == pytest.approx(number)


def test_nobody_buys_with_more_than_certainty_and_only_what_is_in_view():
    wish = np.full((2, 400), 1 / 400)
    chances = rounds._through_list(wish, np.array([[0, 1], [2, 3]]))
    assert (chances.sum(axis=1) < 1).all()
    assert chances[0, 0] > 50 * chances[0, 5] > 0


# ---- what the lesson claims


def test_narrowing_comes_at_once_and_is_no_spiral():
    """Measured against folklore: a list narrows in round 1; afterwards it does not get tighter and tighter."""
    for key, option in ((EASE, "back"), (KNOWN, "once")):
        measured = run(*key).variety
        assert verdict(measured) == option
        assert measured[1] < 0.9 * measured[0]
    fresh, known = run(*EASE).variety, run(*KNOWN).variety
    assert later(fresh) == "rises"
    assert later(known) == "stays"
    assert known[-1] < 0.7 * known[0]  # narrowing is real, it only does not spiral
    assert abs(known[-1] - known[1]) < 0.25 * (known[0] - known[1])


def test_without_lists_hardly_anything_changes():
    assert verdict(run(*NONE).variety) == "same"
    assert np.ptp(run(*NONE).variety) < 0.2


def test_sales_concentrate_on_bestsellers_most_with_the_bestseller_list():
    top = {policy: run(policy).top for policy in bubble.POLICIES}
    for number in (1, ROUNDS):
        assert top["random"][number] < top["none"][number] < top["popular"][number] - 0.15
    assert top["none"][1] + 0.1 < top["ease"][1] < top["popular"][1] - 0.1
    assert run(*KNOWN).top[-1] > 0.8


def test_the_model_hits_more_than_other_lists_and_surprise_costs_hits():
    hits = {key: run(*key).hits[1] for key in (EASE, MIXED, ("popular", 0.0, False), ("random", 0.0, False))}
    plain, mixed, popular, random = hits.values()
    assert plain > 1.5 * popular > 3 * random
    assert 0.01 < plain - mixed < 0.06
    assert run(*MIXED).euro[1] < run(*EASE).euro[1]


def test_surprise_shows_more_articles_but_purchases_hardly_become_more_varied():
    plain, mixed = run(*EASE), run(*MIXED)
    assert mixed.shown[1] > 1.8 * plain.shown[1]
    assert mixed.variety[1:].mean() < 1.02 * plain.variety[1:].mean()


# ---- words and pages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_repeat_the_prediction_beside_what_was_measured(lang):
    t = texts(lang)
    for option in OPTIONS:
        said = plots.describe(ran(Bubble(guess=option)), t)
        words, measured = t(f"bubble.option.{option}"), t("bubble.option.back")
        right = t("bubble.guess_right", guess=words) in said
        wrong = t("bubble.guess_wrong", guess=words, measured=measured) in said
        assert (right, wrong) == (option == "back", option != "back")
        assert measured in said
        assert t("bubble.number", value=run(*EASE).variety[1]) in said
        assert t("bubble.no_spiral") in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_name_each_policy(lang):
    t = texts(lang)
    facts = recommender.facts("bubble", lang)
    for key in (*((policy, 0.0, False) for policy in bubble.POLICIES), MIXED, KNOWN):
        assert plots.name(key, t) in facts
    cost = run(*EASE).euro[1] - run(*MIXED).euro[1]
    figures = {"plain": run(*EASE).hits[1], "mixed": run(*MIXED).hits[1], "euro": cost}
    assert t("bubble.cost", share=0.2, **figures) in facts


def test_a_spiral_would_be_said(monkeypatch):
    """The sentence is chosen by the numbers: with a shrinking curve the words turn round."""
    t = texts("de")
    shrinking = rounds.Run(
        curve(3.0, 1.5), *(getattr(run(*EASE), n) for n in ("top", "hits", "euro", "lists", "shown"))
    )
    monkeypatch.setattr(plots, "run", lambda *key: shrinking)
    said = plots.describe(ran(Bubble(guess="shrink")), t)
    assert t("bubble.spiral") in said
    assert t("bubble.no_spiral") not in said
    assert t("bubble.guess_right", guess=t("bubble.option.shrink")) in said


def test_played_from_prediction_to_reset(app):
    t = app.texts
    assert t("bubble.not_yet") in told(app)
    press(app, t("bubble.go"))
    assert t("bubble.guess_right", guess=t("bubble.option.back")) in told(app)
    assert app._note.value == ""
    slide(app, app._share, 0.2)
    press(app, t("bubble.go"))
    assert plots.name(MIXED, t) in told(app)
    pick(app, t("bubble.rule.known"))
    slide(app, app._share, 0.0)
    press(app, t("bubble.go"))
    assert plots.name(KNOWN, t) in told(app)
    pick(app, plots.person_name(2, t))
    assert app.state.person == 2
    pick(app, t("bubble.policy.none"))
    press(app, t("bubble.go"))
    assert t("bubble.no_list") in told(app)
    assert app._share.layout.display == app._rule.layout.display == "none"
    press(app, t("ui.undo"))
    press(app, t("ui.undo"))
    assert app.state.policy == "ease"
    press(app, t("ui.reset"))
    assert app.state == Bubble()
    assert "<img" not in page(app)


def test_pictures_say_in_words_what_they_show(app):
    press(app, app.texts("bubble.go"))
    said = told(app)
    for what in ("variety", "top"):
        assert app.texts(f"bubble.alt.{what}") in said
        values = getattr(run(*EASE), what)
        name = plots.name(EASE, app.texts)
        assert app.texts(f"bubble.alt_{what}", name=name, before=values[0], first=values[1], last=values[-1]) in said
    assert app._table.value.count("<tr") == 1 + 2
    sound(app)
