"""Failure, attack and error: what comes first, what false entries change on the shipped FAQ, and the card."""

import base64
import re

import numpy as np
import pytest

from kitlib import chatbot
from kitlib.chatbot.app import texts
from kitlib.chatbot.model import attack
from kitlib.chatbot.model import emergency as model
from kitlib.chatbot.model.attack import ADDED, CHANGED, added, changed, ground, passing
from kitlib.chatbot.model.emergency import INCIDENTS, LINES, Action, Emergency, Incident, bill
from kitlib.chatbot.plots import emergency as plots
from kitlib.chatbot.plots import emergency_card
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, slide, sound, told

ASKED_IN = ("de", "en")


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(chatbot.start("emergency", request.param))


# ---- the attack, measured


@pytest.mark.parametrize("lang", ASKED_IN)
def test_the_ground_is_the_later_questions_about_the_target(lang):
    found = ground(lang)
    assert len(found.asked) == len(found.entry) >= 40
    assert np.isin(found.entry, found.target).all()
    assert set(attack.target_questions(lang)) <= set(found.faq.questions)
    assert not set(attack.target_questions(lang)) & set(found.asked)
    assert len(attack.target_questions(lang)) > 200  # as the question says


@pytest.mark.parametrize("lang", ASKED_IN)
def test_few_false_entries_do_little_and_a_majority_takes_over(lang):
    shares = [added(lang, n).planted for n in ADDED]
    assert shares[0] == 0
    assert shares[1] < 0.2
    assert shares[-1] > 0.75
    assert shares == sorted(shares)
    assert added(lang, 0).right > 0.65
    assert added(lang, ADDED[-1]).right < 0.25


@pytest.mark.parametrize("lang", ASKED_IN)
def test_changing_answers_needs_far_fewer(lang):
    shares = [changed(lang, n).planted for n in CHANGED]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[2] > added(lang, ADDED[1]).planted  # three changed answers do more than sixty added ones
    assert shares[-1] > 0.7


@pytest.mark.parametrize("lang", ASKED_IN)
def test_hits_are_shares_of_the_same_questions(lang):
    for hits in [added(lang, n) for n in ADDED] + [changed(lang, n) for n in CHANGED]:
        assert 0 <= hits.planted + hits.right + hits.handed <= 1 + 1e-9


def test_what_a_check_lets_pass():
    assert [passing(240, check, "add", False) for check in ("none", "source", "person")] == [240, 0, 60]
    assert passing(240, "source", "add", True) == 240
    assert passing(11, "source", "change", False) == 11
    assert passing(11, "person", "change", False) == 2
    assert added("de", 60).planted < added("de", 240).planted / 3


@pytest.mark.parametrize("lang", ASKED_IN)
def test_an_instruction_in_a_question_is_not_carried_out_but_disturbs(lang):
    told_so = attack.instructed(lang, texts(lang)("emergency.order"))
    assert told_so.foreign == 0
    assert told_so.after.right <= told_so.before.right
    assert told_so.same > 0.6
    other = attack.instructed.__wrapped__(lang, "")
    assert other.same == 1
    assert other.before == other.after


# ---- decisions and the card


def test_the_bill_is_what_it_says():
    thing = Incident("x", 0.5, (), 0)
    assert bill(thing, Action("a", 60, 0)) == model.Bill(20, 0, 0, 500)
    assert bill(thing, Action("a", 0, 60)) == model.Bill(0, 40, 40, 240)
    assert bill(thing, Action("a", 0, 60, True)).hourly == 10


@pytest.mark.parametrize("incident", INCIDENTS, ids=lambda i: i.name)
def test_the_step_called_cheapest_is_the_cheapest(incident):
    euro = [bill(incident, action).euro for action in incident.actions]
    assert euro[incident.best] == min(euro)
    assert sorted(euro)[1] > 2 * min(euro)  # other assumptions of this order would not turn it round


def test_switching_off_is_right_in_some_incidents_only():
    off = [incident.actions[incident.best].closed > 0 for incident in INCIDENTS]
    assert True in off
    assert False in off


def test_deciding_again_replaces_the_decision():
    state = model.decide(model.decide(model.show_incident(Emergency(), 2), 1), 0)
    assert state.chosen == (None, None, 0, None)


def test_a_line_of_the_card_is_one_short_line():
    state = model.write(Emergency(), 1, " IT\n Bereitschaft\t" + "x" * 1000)
    assert state.card[1].startswith("IT Bereitschaft x")
    assert len(state.card[1]) == model.LONGEST
    assert Emergency().card == ("",) * len(LINES)


# ---- words and pictures


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_prediction_stands_beside_what_was_measured(lang):
    t = texts(lang)
    words = plots.describe(Emergency(guess=45, part=model.ATTACK_PART, way="change", check="person", size=4), t)
    share = added(attack.asked_in(lang), ADDED[1]).planted
    assert t("emergency.guessed", n=60, guess=45, planted=100 * share) in words
    assert t("emergency.checked", passed=2, n=11, planted=changed(attack.asked_in(lang), 2).planted) in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    lines = chatbot.facts("emergency", lang).split("\n")
    assert len(lines) == 4
    shares = [int(n) / 100 for n in re.findall(r"(\d+)\s?%", lines[0])]
    asked_in = attack.asked_in(lang)
    assert shares == pytest.approx([added(asked_in, n).planted for n in (ADDED[1], ADDED[-1])], abs=0.006)
    assert int(re.findall(r"\d+", lines[0])[-1]) == next(n for n in ADDED if added(asked_in, n).planted > 0.5)
    assert re.findall(r"\d+", lines[3]) == ["0"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("way", ["add", "change"])
@pytest.mark.parametrize("check", ["none", "source", "person"])
def test_every_setting_has_a_chart_with_a_text_alternative(lang, way, check):
    html = plots.chart(Emergency(part=model.ATTACK_PART, way=way, check=check, size=4), texts(lang))
    assert 'alt="' in html
    assert "NaN" not in html


def card_of(html: str) -> str:
    return base64.b64decode(re.search(r"base64,([^\"]+)", html)[1]).decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_card_is_a_page_with_every_line_and_what_was_typed_as_text(lang):
    t, state = texts(lang), Emergency()
    empty = emergency_card.page(state, t)
    assert empty.count("<td></td>") == len(LINES)
    assert "21" in empty
    assert "2026" in empty
    full = emergency_card.page(model.write(state, 0, '<script>alert("x")</script>'), t)
    assert "<script" not in full
    assert "&lt;script&gt;" in full
    assert "http" not in full


# ---- as the learner plays it


def test_the_attack_that_was_predicted_comes_first(app):
    t, first = app.texts, added(attack.asked_in(app.texts.lang), ADDED[1])
    assert app.state.part == model.ATTACK_PART
    guess = t("emergency.guessed", n=ADDED[1], guess=50, planted=100 * first.planted)
    assert guess in told(app)
    assert t("emergency.hits.add", n=ADDED[1], asked=plots._asked_later(t), **plots._adding_up(first)) in told(app)


@pytest.mark.parametrize("lang", ASKED_IN)
def test_what_becomes_of_the_later_questions_adds_up(lang):
    for hits in [added(lang, n) for n in ADDED] + [changed(lang, n) for n in CHANGED]:
        shares = plots._adding_up(hits)
        assert round(100 * sum(shares.values())) == 100
        assert shares["wrong"] == pytest.approx(1 - hits.planted - hits.right - hits.handed, abs=0.016)


def test_fractions_of_wrong_answers_are_shown():
    """No wrong answer and ten euro cannot both be true."""
    t = texts("de")
    state = Emergency(part=model.INCIDENTS_PART, incident=2, chosen=(None, None, 0, None))
    assert bill(INCIDENTS[2], INCIDENTS[2].actions[0]).false == pytest.approx(0.4)
    assert t("emergency.follows", false="0,4", open="0", euro=10) in plots.describe(state, t)
    assert ">0,4</td>" in plots.outcomes(state, t)
    assert t("emergency.hidden.beyond") in plots.describe(state, t)


def test_each_incident_is_decided_and_the_consequence_shown(app):
    t = app.texts
    press(app, t("emergency.part.1"))
    for number, incident in enumerate(INCIDENTS):
        app._open(number)
        assert t(f"emergency.{incident.name}.story") in told(app)
        assert "<table" not in app._outcomes.value
        worst = next(n for n in range(3) if n != incident.best)
        for action in (worst, incident.best):
            pick(app, t(f"emergency.{incident.name}.{incident.actions[action].name}.do"))
            assert t(f"emergency.{incident.name}.{incident.actions[action].name}.why") in told(app)
        assert t("emergency.cheapest") in told(app)
        assert app._outcomes.value.count("<tr") == 4
        assert app._outcomes.value.count("kit-now") == 1
    assert t("emergency.minutes", wrong=20, closed=0) in told(app)
    assert t("emergency.all_decided") in told(app)
    press(app, t("ui.undo"))
    assert t("emergency.cheapest") not in told(app)


def test_the_attack_with_each_dial(app):
    t = app.texts
    assert "<img" in page(app)
    slide(app, app._sizes["add"], 240)
    assert app.state.size == 4
    pick(app, t("emergency.check.source"))
    assert app._copied.layout.display == ""
    assert t("emergency.checked", passed=0, n=240, planted=0.0) in told(app)
    pick(app, t("emergency.copied.yes"))
    assert t("emergency.source_way") in told(app)
    pick(app, t("emergency.way.change"))
    assert app._copied.layout.display == "none"
    assert app._sizes["change"].value == 11
    press(app, t("ui.undo"))
    assert app._sizes["add"].layout.display == ""


def test_the_card_is_filled_in_kept_and_checked_for_names(app):
    t = app.texts
    press(app, t("emergency.part.2"))
    assert t("emergency.filled", n=0, of=len(LINES)) in told(app)
    app._lines[0].value = "<b>IT</b>"
    sound(app)
    assert t("emergency.filled", n=1, of=len(LINES)) in told(app)
    assert "&lt;b&gt;IT" in card_of(app._save.value)
    app._lines[1].value = "Petra Vogelsang, 0171 3920045"
    assert t("emergency.personal", lines=t("emergency.line.told")) in told(app)
    press(app, t("ui.undo"))
    assert app._lines[1].value == ""


@pytest.mark.parametrize("words", ["", "🙂", "x" * 100_000, "\x00\x1b", "مرحبا", "{a}"])
def test_any_words_on_the_card(app, words):
    press(app, app.texts("emergency.part.2"))
    app._lines[3].value = words
    assert app.error is None
    assert "\x00" not in card_of(app._save.value)


def test_reset_restores_the_first_page_exactly(app):
    press(app, app.texts("emergency.part.1"))
    app._decide("1")
    press(app, app.texts("emergency.part.2"))
    app._lines[0].value = "geheim"
    press(app, app.texts("ui.reset"))
    fresh = chatbot.start("emergency", app.texts.lang)
    assert app.state == fresh.state == Emergency()
    assert page(app) == page(fresh)
