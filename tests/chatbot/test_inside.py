"""Look inside without a screen: shares that add up, one word changed, and the claims on the pairs."""

import time

import pytest

from kitlib.chatbot.app import inside as view
from kitlib.chatbot.app import texts
from kitlib.chatbot.data.pairs import KINDS, pairs
from kitlib.chatbot.model import inside as model
from kitlib.chatbot.model import room
from kitlib.chatbot.model.inside import MEASURED, SWAP, VIEWS
from kitlib.chatbot.plots import inside as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import page, pick, press, sound, told

HOSTILE = ["", "   ", "🙂🙂", "???", "<script>alert(1)</script>", "\x00\u202e", "日本語", "w" * 100_000, "ab " * 30_000]


@pytest.fixture(params=LANGUAGES)
def app(request):
    app = view.App(texts(request.param))
    pick(app, app.texts("inside.option.negation"))
    press(app, app.texts("ui.commit"))
    return app


# ---- the pairs


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pairs_differ_and_there_are_equally_many_of_each_kind(lang):
    found = pairs(lang)
    assert set(found.pairs) == set(KINDS)
    assert {len(each) for each in found.pairs.values()} == {12}
    assert all(before != after for each in found.pairs.values() for before, after in each)
    assert not any(found.other.casefold() in question.casefold() for question in room.bot(lang).faq.questions)


# ---- one word changed


def test_a_word_is_left_out_misspelt_or_swapped():
    state = model.choose(model.begin("de"), "Was kostet der Versand?")
    assert model.drop(state, 2).now == "Was kostet Versand?"
    assert model.swap(state, 1, model.misspelt).now == "Was kotset der Versand?"
    assert model.swap(state, 3, lambda _: "Regen").now == "Was kostet der Regen?"
    assert model.drop(state, 2).first == state.first
    assert model.restore(model.drop(state, 2)) == state


def test_the_last_word_stays():
    state = model.choose(model.begin("de"), "Versand?")
    assert model.drop(state, 0) == state


@pytest.mark.parametrize("word", ["Versandkosten", "ab", "a", "aaa", "Lohn", "№", "x" * 50])
def test_a_typing_error_always_changes_the_word(word):
    assert model.misspelt(word) != word
    assert abs(len(model.misspelt(word)) - len(word)) <= 1


def test_synonyms_are_known_in_small_letters_and_both_ways():
    assert model.synonym("de", "versandkosten") == "Porto"
    assert model.synonym("de", "PORTO") == "Versandkosten"
    assert model.synonym("de", "Zylinderkopf") is None


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_compared(text):
    state = model.choose(model.begin("de"), text)
    t = texts("de")
    html = plots.letters(state.first, state, t) + plots.reply(state.first, state, t) + plots.nearest(state, t)
    assert "<script" not in html
    assert "\x00" not in html
    assert len(html) < 120_000
    plots.describe(state, t)
    plots.describe(model.go(model.edit(state, "nicht " + text), SWAP), t)


def test_a_change_is_measured_against_the_question_that_was_nearest_first():
    first = model.samples("de")[0]
    same, other = (model.effect("de", first, text) for text in (first, "Regenschirm"))
    assert same.before == same.after == pytest.approx(room.bot("de").nearest(first)[0].similarity)
    assert other.after < 0.1 < other.before
    assert other.sure[1] < other.sure[0]


# ---- the picture


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_alternative_carries_every_word_with_its_share(lang):
    t, state = texts(lang), model.begin(lang)
    found = model.comparison(lang, state.first, state.first)
    html = plots.letters(state.first, state, t)
    assert 'role="img"' in html
    for word in found.words:
        assert t("inside.alt_word", word=word.text, share=word.share) in plots.alt(found, t)
    assert sum(word.share for word in found.words) == pytest.approx(found.similarity)


def test_what_adds_more_has_a_thicker_line():
    assert [plots._step(share) for share in (0, 0.01, 0.1, 0.3, 0.6, 0.9, 1)] == [0, 0, 1, 2, 3, 4, 4]


# ---- the claims


@pytest.mark.parametrize("lang", ["de", "en"])
def test_negation_and_numbers_hardly_change_the_figure_and_a_synonym_does(lang):
    alike = {kind: model.summary(lang, kind).similarity for kind in KINDS}
    assert min(alike["negation"], alike["number"]) > alike["typo"] > alike["synonym"]
    assert alike["negation"] > alike["synonym"] + 0.2
    assert model.greatest(lang) == "synonym"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_opposite_question_gets_the_same_answer(lang):
    turned, number, word = (model.summary(lang, kind) for kind in ("negation", "number", "synonym"))
    assert turned.same >= 9
    assert number.same >= 10
    assert word.same < turned.same


def test_german_compounds_need_letters():
    words, letters, both = (model.accuracy("de", name) for name in VIEWS)
    assert letters > words + 0.05
    assert both > words + 0.05
    assert both == pytest.approx(room.tested("de").right[room.tested("de").answerable].mean())


def test_einfach_is_measured_on_the_german_questions():
    assert model.summary("einfach", "typo") == model.summary("de", "typo")
    assert model.accuracy("einfach", "words") == model.accuracy("de", "words")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    t, facts = texts(lang), plots.facts(texts(lang))
    for kind in KINDS:
        assert t("ui.share", value=model.summary(lang, kind).similarity) in facts
    for name in VIEWS:
        assert t("ui.share", value=model.accuracy(lang, name)) in facts
    assert len(facts.split("\n")) == 3


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("guess", KINDS)
def test_the_result_repeats_the_prediction_beside_what_was_measured(lang, guess):
    t = texts(lang)
    told_words = plots.describe(model.Inside(lang, *[model.samples(lang)[0]] * 2, guess=guess, part=MEASURED), t)
    assert t(f"inside.kind.{guess}") in told_words
    assert t("ui.share", value=model.summary(lang, guess).similarity) in told_words
    assert t("ui.share", value=model.summary(lang, "synonym").similarity) in told_words


# ---- as the learner plays it


def test_a_word_swapped_and_swapped_back(app):
    t = app.texts
    press(app, t("inside.part.1"))
    assert t("inside.unchanged") in told(app)
    word = model.words(app.state.now)[app._word.value]
    press(app, t("inside.synonym", word=model.synonym(t.lang, word)))
    assert model.synonym(t.lang, word) in app.state.now
    found = model.effect(t.lang, app.state.first, app.state.now)
    assert t("inside.changed", before=found.before, after=found.after) in told(app)
    press(app, t("ui.undo"))
    assert app.state.now == app.state.first
    for words in (t("inside.typo"), t("inside.drop"), t("inside.unrelated", word=pairs(t.lang).other)):
        press(app, words)
    press(app, t("inside.restore"))
    assert app.state.now == app.state.first


def test_leaving_out_word_by_word_ends_with_one(app):
    press(app, app.texts("inside.part.1"))
    for _ in range(len(model.words(app.state.first)) + 1):
        press(app, app.texts("inside.drop"))
    assert len(model.words(app.state.now)) == 1


@pytest.mark.parametrize("text", HOSTILE[2:])
def test_hostile_questions_typed_in(app, text):
    app._own.set(text)
    press(app, app.texts("inside.compare"))
    press(app, app.texts("inside.part.1"))
    app._edit.set(text + "!")
    press(app, app.texts("inside.apply"))
    press(app, app.texts("inside.typo"))
    assert "<script" not in page(app)


def test_nothing_typed_is_a_hint(app):
    app._own.set("  ")
    press(app, app.texts("inside.compare"))
    assert app.texts("common.empty") in told(app)


def test_all_pairs_of_a_kind_are_listed(app):
    press(app, app.texts("inside.part.2"))
    pick(app, app.texts("inside.kind.synonym"))
    for before, after in pairs(app.texts.lang).pairs["synonym"]:
        assert before in told(app)
        assert after in told(app)


def test_a_step_is_quick_once_warm(app):
    press(app, app.texts("inside.part.1"))
    began = time.perf_counter()
    for number in range(5):
        app.do(lambda s, n=number: model.edit(s, f"{s.first} {n}"))
    assert (time.perf_counter() - began) / 5 < 0.4  # 20 ms on its own; the bound leaves room for a busy machine


def test_reset_restores_the_first_page_exactly(app):
    press(app, app.texts("inside.part.1"))
    press(app, app.texts("inside.typo"))
    press(app, app.texts("ui.reset"))
    fresh = view.App(texts(app.texts.lang))
    assert app.state == fresh.state
    assert page(app) == page(fresh)
    sound(app)
