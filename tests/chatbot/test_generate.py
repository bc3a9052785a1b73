"""Fluent and wrong: the experiment without a screen, and what the lesson claims about it."""

import csv
import importlib.util
import sys
from pathlib import Path

import pytest

from kitlib.chatbot.app import generate as app_module
from kitlib.chatbot.app import texts
from kitlib.chatbot.data.corpus import CorpusError, folder, rows
from kitlib.chatbot.data.firm import firm, join
from kitlib.chatbot.model import generate as model
from kitlib.chatbot.model import lookup
from kitlib.chatbot.model.generate import CONTEXTS, CURVES, LOOK_UP, MANY, TEMPERATURES, TEN, Generate, shares
from kitlib.chatbot.plots import generate as plots
from kitlib.chatbot.plots import generate_cards as cards
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, press, slide, sound, told

DATA = Path(__file__).parents[2] / "datasets" / "faq"
PARTS = range(4)


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(app_module.App(texts(request.param)))


def part(app, number):
    press(app, app.texts(f"generate.part.{number}"))
    return app


# ---- what the lesson claims


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_true_sentences_come_fluent_and_mostly_false_ones(lang):
    usual = shares(lang)
    assert usual.fluent > 0.85
    assert (usual.false / usual.fluent) > 0.6
    assert 0.05 < usual.new_true < 0.3
    assert sum((usual.copied, usual.true, usual.false, usual.open, usual.odd)) == pytest.approx(1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cold_does_not_mean_true(lang):
    wrong = [shares(lang, 3, value).wrong for value in TEMPERATURES]
    assert min(wrong) > 0.6
    assert max(wrong) - min(wrong) < 0.15
    assert shares(lang, 3, TEMPERATURES[0]).different < 0.6 * shares(lang, 3, TEMPERATURES[-1]).different
    assert all(shares(lang, 3, value).new_true < 0.3 for value in TEMPERATURES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_context_copies_and_a_short_one_stammers(lang):
    odd = [shares(lang, context).odd for context in CONTEXTS]
    assert odd[0] > 0.9
    assert odd == sorted(odd, reverse=True)
    assert shares(lang, CONTEXTS[-1]).copied > 0.8
    assert shares(lang, CONTEXTS[-1]).wrong < 0.02
    assert shares(lang, 4).wrong > 0.6  # the name is out of reach up to four words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_looking_up_avoids_false_answers_and_costs_answers(lang):
    free, checked, source = (lookup.outcome(lang, way) for way in lookup.WAYS)
    assert free.wrong > 0.6
    assert checked.wrong == source.wrong == 0
    assert checked.refused > 0.4
    assert 0.05 < source.refused < 0.2
    for one in (free, checked, source):
        assert one.true + one.wrong + one.refused == pytest.approx(1)


@pytest.mark.parametrize("stale", [0.1, 0.2, 0.3])
def test_outdated_sources_make_outdated_answers(stale):
    source = lookup.outcome("de", "source", stale)
    assert source.wrong == pytest.approx(stale * (1 - source.refused), abs=0.02)
    assert lookup.outcome("de", "free", stale) == lookup.outcome("de", "free")
    assert lookup.outcome("de", "checked", stale).wrong > 0


def test_the_firm_itself_stays_true_when_its_sources_are_outdated():
    before = firm("de").statements
    said, _ = lookup.library("de", 0.3)
    changed = [(now, then) for now, then in zip(said, before, strict=True) if now != then]
    assert changed
    for now, then in changed:
        assert (now.product, now.attribute) == (then.product, then.attribute)
        assert now.value != then.value
        assert join(now.words) == now.sentence != then.sentence
    assert lookup.library("de", 0.0)[0] == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    t, said = texts(lang), plots.facts(texts(lang))
    assert len(said.split("\n")) == 5
    for value in (shares(lang).wrong, shares(lang, 6).copied, lookup.outcome(lang, "free").wrong):
        assert t("ui.share", value=value) in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_of_sentences_is_the_one_named(lang):
    assert str(len(firm(lang).statements)) in texts(lang)("generate.intro")


# ---- the learner's steps


def test_each_sentence_is_written_from_its_number():
    assert model.written(Generate(), "de") == model.written(model.turn(Generate(), "stale", 0.3), "de")
    assert model.written(model.again(Generate()), "de") != model.written(Generate(), "de")
    assert model.choose(Generate(), 2, "de").word == 2
    assert model.again(model.choose(Generate(), 2, "de")).word is None
    assert model.turn(model.choose(Generate(), 2, "de"), "context", 2).word is None


@pytest.mark.parametrize("number", [-1, 40, 10**9])
def test_no_word_of_the_sentence_is_no_choice(number):
    assert model.choose(Generate(), number, "de").word is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("context", [1, 3, 6])
def test_the_word_drawn_is_always_among_those_that_could_follow(lang, context):
    for number in range(8):
        state = Generate(sentence=number, context=context)
        words = model.written(state, lang).words
        for place in range(len(words) - 1):
            found = model.following(model.choose(state, place, lang), lang)
            assert words[place + 1] in found.words
            assert found.used == (model.engine(lang)[1].next(words[: place + 1], context)).used


def test_ten_sentences_differ_from_the_next_ten():
    assert model.batch(Generate(), "de") == ()
    first = model.batch(model.ten(Generate()), "de")
    assert len(first) == TEN
    assert first != model.batch(model.ten(model.ten(Generate())), "de")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_has_its_words_and_a_beginning_without_a_value(lang):
    t = texts(lang)
    values = {one.value for one in firm(lang).statements}
    for number, (product, attribute) in enumerate(lookup.questions(lang)):
        assert product in t(f"generate.ask.{attribute}", name=product)
        assert product in lookup.begin(lang, number)
        assert not values & set(lookup.begin(lang, number))


# ---- words and pictures


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_result_repeats_the_prediction_beside_what_was_measured(lang):
    t = texts(lang)
    said = plots.describe(Generate(guess=35, part=MANY, batch=1), t)
    assert t("generate.guessed", guess=35, true=100 * shares(lang).new_true) in said
    assert plots.describe(Generate(guess=35, part=MANY), t) == ""
    copied = Generate(guess=35, part=CURVES, context=6)
    assert (t("generate.no_new") in plots.describe(copied, t)) == (shares(lang, 6).new_true is None)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", PARTS)
def test_every_part_has_words_without_gaps(lang, number):
    said = plots.describe(Generate(guess=10, part=number, batch=1, word=5, stale=0.1), texts(lang))
    assert said
    assert "{" not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_before_the_value_no_longer_hold_the_name(lang):
    t, state = texts(lang), Generate(guess=1)
    one = model.written(state, lang)
    before = model.choose(state, one.words.index(one.verdict.value) - 1, lang)
    assert t("generate.name_out", name=one.verdict.product) in plots.describe(before, t)
    html = cards.options(before, t)
    assert t("generate.drawn") in html
    assert html.count("<details") >= 3


def test_the_first_sentence_on_show_is_fluent_and_false():
    assert {model.written(Generate(), lang).verdict.kind for lang in LANGUAGES} == {"false"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_curves_have_all_their_points_in_words(lang):
    t, html = texts(lang), plots.curves(Generate(part=CURVES), texts(lang))
    one = shares(lang, 4)
    point = t("generate.point.context", x=4, wrong=one.false + one.open, copied=one.copied, odd=one.odd)
    assert point in html
    assert html.count("<img") == 2


def test_words_are_shown_as_text(monkeypatch):
    evil = model.Written(("<script>", "&", "."), model.written(Generate(), "de").verdict)
    monkeypatch.setattr(model, "batch", lambda *_: (evil,))
    assert "<script>" not in cards.ten(Generate(batch=1), texts("de"))
    assert "&lt;script&gt;" in cards.ten(Generate(batch=1), texts("de"))


# ---- the files


def test_a_changed_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_DATASETS", str(tmp_path))
    (tmp_path / "faq").mkdir()
    with pytest.raises(CorpusError, match="missing"):
        rows("firm.csv")
    for name in ("firm.csv", "SHA256SUMS"):
        (tmp_path / "faq" / name).write_bytes((DATA / name).read_bytes())
    assert len(rows("firm.csv")) > 500
    (tmp_path / "faq" / "firm.csv").write_bytes((DATA / "firm.csv").read_bytes().replace(b"\n", b"\r\n"))
    assert len(rows("firm.csv")) > 500
    (tmp_path / "faq" / "firm.csv").write_bytes((DATA / "firm.csv").read_bytes().replace(b"P250GH", b"P999GH", 1))
    with pytest.raises(CorpusError, match="changed"):
        rows("firm.csv")


@pytest.fixture
def sentences():
    spec = importlib.util.spec_from_file_location("faq_sentences", DATA / "sentences.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.modules.pop("faq_sentences", None)


def test_the_shipped_sentences_are_those_of_the_source(sentences):
    made = sentences.rows(sentences.load())
    assert sentences.mistakes(made) == []
    with (folder() / "firm.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == made


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sentence": "Der Blindflansch wiegt 4 Kilogramm."}, "too near"),
        ({"sentence": "Der Blindflansch wiegt ganz ohne alles 4 Kilogramm oder 5."}, "not one name and one value"),
        ({"attribute": "age"}, "two attributes share"),
        ({"value": "5", "sentence": "Der Blindflansch wiegt ohne Schrauben und Dichtung 5 Kilogramm."}, "['4', '5']"),
    ],
)
def test_sentences_that_cannot_be_read_back_are_found(sentences, change, said):
    made = sentences.rows(sentences.load())
    weight = next(row for row in made if row["attribute"] == "weight" and row["value"] == "4" and row["lang"] == "de")
    other = dict(weight) | change
    assert any(said in one for one in sentences.mistakes([*made, other]))


# ---- as the learner plays it


def test_word_by_word(app):
    t, sentence = app.texts, app._sentence
    assert t("generate.choose_word") in told(app)
    words = model.written(app.state, t.lang).words
    sentence.children[3].click()
    sound(app)
    assert app.state.word == 3
    assert sentence.children[3].description == f"▸ {words[3]}"
    assert t("generate.drawn") in told(app)
    press(app, t("generate.again"))
    assert app.state.word is None
    press(app, t("ui.undo"))
    assert app.state.word == 3


def test_ten_sentences_and_settings(app):
    t = part(app, MANY).texts
    press(app, t("generate.ten"))
    assert page(app).count('gen-said">') == TEN
    for name, slider in app._dials[MANY].items():
        slide(app, slider, {"context": 6, "temperature": 0.2}[name])
    assert (app.state.context, app.state.temperature) == (6, 0.2)
    part(app, CURVES)
    assert [dial.value for dial in app._dials[CURVES].values()] == [6, 0.2]


@pytest.mark.parametrize("end", [0, -1], ids=["lowest", "highest"])
def test_the_curves_with_every_dial_at_its_end(app, end):
    part(app, CURVES)
    slide(app, app._dials[CURVES]["context"], CONTEXTS[end])
    slide(app, app._dials[CURVES]["temperature"], TEMPERATURES[end])
    assert page(app).count("<img") == 2


def test_questions_in_three_ways(app):
    t = part(app, LOOK_UP).texts
    before = cards.question(app.state, t)
    assert before in told(app)
    press(app, t("generate.next_question"))
    assert cards.question(app.state, t) != before
    slide(app, app._dials[LOOK_UP]["stale"], 0.3)
    assert t("generate.stale", stale=0.3) in told(app)
    press(app, t("ui.undo"))
    assert app._dials[LOOK_UP]["stale"].value == 0


def test_reset_restores_the_first_page_exactly(app):
    app._sentence.children[1].click()
    part(app, LOOK_UP)
    press(app, app.texts("ui.reset"))
    fresh = app_module.App(texts(app.texts.lang))
    assert app.state == fresh.state == Generate()
    assert page(app) == page(fresh)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_before_the_value_is_the_missing_name_the_reason(lang):
    t, state = texts(lang), Generate(guess=1)
    one = model.written(state, lang)
    after = model.choose(state, one.words.index(one.verdict.value), lang)
    assert t("generate.name_out", name=one.verdict.product) not in plots.describe(after, t)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_says_whether_a_source_is_missing_or_no_draft_fits(lang):
    t = texts(lang)
    for number in range(40):
        html = cards.replies(Generate(question=number), t)
        refused = lookup.reply(lang, "checked", number)
        if not refused.words:
            assert t("generate.refused_drafts" if refused.source else "generate.refused") in html
