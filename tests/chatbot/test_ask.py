"""The conversation without a screen: asking, judging, the outdated answer, and the claims on the later questions."""

import re
from pathlib import Path

import numpy as np
import pytest

from kitlib.chatbot.app import ask as view
from kitlib.chatbot.app import texts
from kitlib.chatbot.data.corpus import KINDS, corpus
from kitlib.chatbot.model import ask as model
from kitlib.chatbot.model import ask_old, room
from kitlib.chatbot.model.ask import SIX, TURNS, Ask
from kitlib.chatbot.plots import ask as plots
from kitlib.chatbot.plots import chat
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, sound, told


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(view.App(texts(request.param)))


def send(app, text):
    """Type a question and press the button."""
    app._field.set(text)
    press(app, app.texts("ask.send"))


def asked(lang, kind, fits):
    """The first turn about a question of this kind that fits."""
    found = corpus(lang)
    for i in np.flatnonzero(found.kind == KINDS.index(kind)):
        turn = model.ask(Ask(lang=lang), found.asked[i]).turns[-1]
        if fits(turn):
            return turn
    raise AssertionError(f"no {kind} question fits")


# ---- the learner's steps


def test_asking_adds_a_turn_and_space_alone_does_not():
    state = model.ask(Ask(), "  Was kostet der Versand? ")
    assert [turn.text for turn in state.turns] == ["Was kostet der Versand?"]
    assert state.turns[0].answer == room.bot("de").answer("Was kostet der Versand?")
    assert model.ask(state, " \n\t ") == state


def test_only_the_last_twenty_turns_are_kept():
    state = Ask()
    for number in range(TURNS + 5):
        state = model.ask(state, f"Frage {number}")
    assert [turn.text for turn in state.turns] == [f"Frage {n}" for n in range(5, TURNS + 5)]


def test_a_long_text_is_cut_and_the_rest_counted():
    turn = model.ask(Ask(), "x" * 100_000).turns[0]
    assert len(turn.text) + turn.cut == 100_000
    assert len(turn.text) <= 2_000


def test_the_six_are_of_every_kind_and_can_be_asked_once():
    for lang in LANGUAGES:
        kinds = [KINDS[corpus(lang).kind[i]] for i in model.six(lang)]
        assert sorted(kinds) == ["far", "known", "known", "known", "near", "near"]
        assert len(set(model.six(lang))) == SIX
    state = Ask()
    for _ in range(SIX + 2):
        state = model.ask_next(state)
    assert state.done == len(state.turns) == SIX


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("seed", [*range(8), model.SEED])
def test_the_six_show_a_right_and_a_wrong_answer_of_high_confidence_whatever_the_lot(lang, seed):
    """Conditions, not luck: any seed draws such six."""
    drawn, found = model.six(lang, seed), corpus(lang)
    turns = [model.ask(Ask(lang=lang), found.asked[i]).turns[-1] for i in drawn]
    results = [(model.truth(lang, turn), turn.answer.confidence) for turn in turns]
    assert max(sure for kind, sure in results if kind == "right") >= 0.85
    assert max(sure for kind, sure in results if kind == "near") >= 0.85
    assert {"caught", "outdated"} <= {kind for kind, _ in results}
    assert all(len(found.asked[i]) <= model.SHORT for i in drawn) and len(set(drawn)) == SIX
    assert sum(found.entry[i] < 0 for i in drawn) == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_outdated_answer_among_the_six_is_of_the_year_that_the_run_sheet_names(lang):
    entries = [room.bot(lang).answer(corpus(lang).asked[i]).entry for i in model.six(lang)]
    years = {corpus(lang).dates[n][:4] for n in entries if corpus(lang).states[n] == "outdated"}
    sheet = (Path(__file__).parents[2] / "trainer" / "03e_chatbot_free.md").read_text("utf-8")
    assert years == set(re.findall(r"\b20\d\d\b", sheet)) != set()


def test_the_lot_decides_which_six():
    assert len({model.six("de", seed) for seed in range(6)}) == 6
    assert model.six("de") == model.six("einfach")  # asked the same


@pytest.mark.parametrize("lang", ["de", "en"])
def test_wrong_answers_of_high_confidence_are_above_all_near_misses(lang):
    found, tested = corpus(lang), room.tested(lang)
    kinds = found.kind[~tested.right & (tested.confidence >= model.SURE)]
    assert len(kinds) > 40
    assert (kinds == KINDS.index("near")).mean() > 0.8


def test_a_question_of_the_corpus_typed_by_hand_is_recognised():
    text = corpus("de").asked[5]
    assert model.ask(Ask(), text.upper() + "!!").turns[0].asked == 5
    assert model.ask(Ask(), "Völlig andere Worte").turns[0].asked == -1


def test_an_answer_is_judged_once_and_a_hand_off_never():
    given = Ask(turns=(asked("de", "known", lambda turn: not turn.answer.hand_off),))
    state = model.say(given, "wrong")
    assert (state.turns[0].said, len(state.votes)) == ("wrong", 1)
    assert model.say(state, "right") == state
    handed = Ask(turns=(asked("de", "far", lambda turn: turn.answer.hand_off),))
    assert model.say(handed, "right") == handed
    assert model.say(Ask(), "right") == Ask()


def test_the_truth_is_told_after_judging_or_asking_on():
    state = Ask(turns=(asked("de", "known", lambda turn: not turn.answer.hand_off),))
    assert not model.shown(state, 0)
    assert model.shown(model.say(state, "right"), 0)
    assert model.shown(model.ask(state, "Und sonst?"), 0)
    own = model.ask(Ask(), "Und sonst?")
    assert not model.shown(own, 0)


def test_each_truth_is_found_on_the_later_questions():
    """The truth from the corpus, with the bot replaced by answers whose entry is known."""
    found = corpus("de")
    old = found.states.index("outdated")
    question = int(np.flatnonzero(found.entry == found.twin[old])[0])
    right = int(found.entry[question])
    turn = asked("de", "known", lambda turn: not turn.answer.hand_off)

    def truth(entry, number, hand_off=False):
        answer = model.replace(turn.answer, entry=entry, hand_off=hand_off)
        return model.truth("de", model.replace(turn, answer=answer, asked=number))

    near, far = (int(np.flatnonzero(found.kind == KINDS.index(kind))[0]) for kind in ("near", "far"))
    other = next(i for i in range(len(found.ids)) if i != right and found.twin[i] != right)
    assert [truth(right, question), truth(old, question), truth(other, question)] == ["right", "outdated", "wrong"]
    assert [truth(right, near), truth(right, far), truth(right, -1)] == ["near", "far", ""]
    assert [truth(right, question, True), truth(right, near, True)] == ["unneeded", "caught"]


# ---- hostile and foreign input


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["🙂🙂🙂", "???", "\x00\x01\u202e", "日本語の質問です", "שאלה"])
def test_what_has_no_known_letter_goes_to_a_person(lang, text):
    turn = model.ask(Ask(lang=lang), text).turns[0]
    assert turn.answer.hand_off
    assert t_page(model.ask(Ask(lang=lang), text)).count(texts(lang)("common.hand_off")) == 1


@pytest.mark.parametrize("text", ["Где находится ближайшая аптека?", "Fiyat nedir acaba, söyler misiniz lütfen?"])
def test_a_question_in_a_third_language_goes_to_a_person(text):
    assert all(model.ask(Ask(lang=lang), text).turns[0].answer.hand_off for lang in ("de", "en"))


def t_page(state):
    return plots.conversation(state, texts(state.lang))


def test_hostile_text_is_shown_and_never_run(app):
    send(app, "<script>alert(1)</script> \x00 \u202e <b>fett</b>")
    assert "&lt;script&gt;" in page(app)
    assert "<script" not in page(app)
    assert "\x00" not in page(app)
    send(app, "w" * 100_000)
    assert app.texts("common.shortened", n=100_000 - chat.LONGEST) in told(app)


def test_braces_are_no_instruction():
    assert "{value:percent} {n}" in t_page(model.ask(Ask(), "{value:percent} {n}"))


# ---- the outdated answer


@pytest.mark.parametrize("lang", LANGUAGES)
def test_four_answers_with_one_outdated_and_one_contradicted(lang):
    states = [corpus(lang).states[turn.answer.entry] for turn in ask_old.pile(lang)]
    assert sorted(states) == ["contradicts", "outdated", "valid", "valid"]
    assert states[ask_old.outdated(lang)] == "outdated"
    assert states[ask_old.contradicting(lang)] == "contradicts"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_date_in_the_source_gives_the_outdated_one_away(lang):
    entries = [turn.answer.entry for turn in ask_old.pile(lang)]
    dates = [corpus(lang).dates[entry] for entry in entries]
    assert min(dates) == dates[ask_old.outdated(lang)]
    assert dates.count(min(dates)) == 1
    year = min(dates)[:4]
    assert year in ask_old.pile(lang)[ask_old.outdated(lang)].answer.source


def test_the_first_pick_counts():
    assert model.pick(model.pick(Ask(), 2), 1).picked == 2


# ---- the claims


@pytest.mark.parametrize("lang", ["de", "en"])
def test_near_misses_are_the_danger(lang):
    """Most later questions are answered correctly, most far ones caught; near misses get an answer all the same."""
    known, near, far = (model.counts(lang, kind) for kind in KINDS)
    assert known.answered_right / sum(known) > 0.7
    assert far.handed_over_rightly / sum(far) > 0.7
    assert near.answered_wrong / sum(near) > 0.5
    assert near.answered_wrong / sum(near) > far.answered_wrong / sum(far) + 0.3


@pytest.mark.parametrize("lang", ["de", "en"])
def test_outdated_answers_do_come_out(lang):
    given, outdated = ask_old.doubled(lang)
    assert given >= 30
    assert 1 <= outdated <= 0.4 * given


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    facts = plots.facts(texts(lang)).split("\n")
    assert len(facts) == 3
    for kind, line in zip(("known", "far"), facts, strict=False):
        counts = model.counts(lang, kind)
        assert str(sum(counts)) in line
        said = [int(n) for n in re.findall(r"\d+", line)]
        assert all(n in said for n in counts.shown(100)[kind == "far" :])
        assert abs(100 * counts.answered_wrong / sum(counts) - counts.shown(100)[1]) < 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_result_repeats_the_prediction_beside_what_was_measured(lang):
    t, state = texts(lang), Ask(lang=lang, guess=5)
    for _ in range(SIX):
        state = model.ask_next(state)
    found = [kind for kind, _ in model.results(lang)]
    said = plots.describe(state, t)
    if model.may_say(state):  # nothing is given away before the learner has judged the last one
        assert said == t("ask.judge", value=state.turns[-1].answer.confidence)
        state = model.say(state, "right")
    wrong = sum(one in plots.WRONG for one in found)
    handed = SIX - found.count("right") - wrong
    told = plots.describe(state, t)
    assert t("ask.result", guess=5, total=SIX, right=found.count("right"), wrong=wrong, handed=handed) in told
    assert t("ask.gap", n=3, total=SIX, caught=found.count("caught")) in told
    assert t("ask.surest", value=max(sure for kind, sure in model.results(lang) if kind == "near")) in told
    assert plots.describe(Ask(lang=lang, guess=5), t) == ""


# ---- as the learner plays it


def test_the_six_from_the_first_to_the_outdated_answer(app):
    t = app.texts
    for number in range(SIX):
        press(app, t("ask.next", n=number + 1, total=SIX))
        if model.may_say(app.state):
            source = app.state.turns[-1].answer.source
            assert t("common.source", source=source) in told(app)
            press(app, t("ask.vote_right"))
    assert len(app.state.votes) == sum(one not in plots.HANDED for one, _ in model.results(t.lang))
    right = sum((said == "right") == (truth == "right") for said, truth in app.state.votes)
    assert t("ask.votes_checked", n=len(app.state.votes), right=right) in told(app)
    press(app, t("ask.further"))
    press(app, t("ask.keep"))
    assert app.state.picked is None
    pick(app, t("ask.numbered", n=ask_old.outdated(t.lang) + 1))
    press(app, t("ask.keep"))
    assert app.state.picked == ask_old.outdated(t.lang)
    assert corpus(t.lang).faq.entries[
        ask_old.valid(t.lang, ask_old.pile(t.lang)[app.state.picked].answer.entry)
    ].answer in told(app)


def test_an_own_question_is_answered_and_judged(app):
    send(app, app.texts("common.tool"))
    send(app, corpus(app.texts.lang).faq.questions[0])
    assert app._field.value == ""
    assert model.may_say(app.state)
    press(app, app.texts("ask.vote_wrong"))
    assert app.texts("ask.votes", right=0, wrong=1) in told(app)
    press(app, app.texts("ui.undo"))
    assert app.state.votes == ()


def test_nothing_typed_is_a_hint(app):
    send(app, "   ")
    assert app.texts("common.empty") in told(app)
    assert app.state.turns == ()


def test_reset_restores_the_first_page_exactly(app):
    press(app, app.texts("ask.next", n=1, total=SIX))
    press(app, app.texts("ui.reset"))
    fresh = view.App(texts(app.texts.lang))
    assert app.state == fresh.state == Ask(lang=app.texts.lang)
    assert page(app) == page(fresh)
    sound(app)
