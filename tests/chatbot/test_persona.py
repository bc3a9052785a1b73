"""Two faces, one engine: the same information, whatever it wears; an echo that looks nothing up."""

from html import escape

import pytest

from kitlib.chatbot.app import texts
from kitlib.chatbot.app.persona import App
from kitlib.chatbot.data.corpus import corpus
from kitlib.chatbot.model import persona as model
from kitlib.chatbot.model import room
from kitlib.chatbot.model.echo import READ, echo
from kitlib.chatbot.plots import persona as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, press, told

HOSTILE = [
    "<script>alert(1)</script>",
    "x" * 100_000,
    "ich bin \x00\x07\u202e weg",
    "🙂" * 50,
    "Почему?",
    "ich bin ",
    ".",
]


def _rated(lang="de", face=4, plain=2):
    state = model.ask(model.Persona(lang=lang, guess="face"), 0)
    return model.rate(state, face, plain)


def test_nothing_is_told_before_the_rating_and_the_first_rating_counts():
    state = model.Persona(guess="same")
    assert not model.rate(state, 5, 5).rated  # nothing asked yet
    assert model.turn(model.ask(state, 1), 2).part == 0
    for face, plain in ((None, 3), (3, None), (None, None)):
        assert not model.rate(model.ask(state, 1), face, plain).rated  # nobody has rated both
    rated = model.rate(model.ask(state, 1), 5, 1)
    assert (rated.rated, rated.trust) == (True, (5, 1))
    assert model.rate(model.ask(state, 1), 0, 0).rated  # none at all is a rating, too
    assert model.rate(rated, 0, 0) == rated
    assert model.turn(rated, 2).part == 2


def test_a_question_asked_again_is_the_newest_again():
    state = model.Persona()
    for n in (0, 1, 2, 0):
        state = model.ask(state, n)
    assert state.asked == (1, 2, 0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_five_questions_are_a_mix(lang):
    assert sorted(model.outcome(lang, n) for n in range(5)) == ["caught", "right", "right", "right", "wrong"]
    assert len(set(model.questions(lang))) == 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_information_word_for_word_in_all_later_answers(lang):
    same, plain, full = plots.measured(texts(lang))
    assert same == len(corpus(lang).asked)
    assert full > plain + 5


def test_information_stays_whatever_is_worn():
    t = texts("de")
    answer = room.bot("de").answer(plots.asked("de", 0))
    for worn in (frozenset(), frozenset({"chat"}), frozenset(model.COSTUME)):
        assert plots.words(answer, t) in plots.dressed(answer, "?", 0, worn, t)
    assert plots.dressed(answer, "?", 0, frozenset(), t) == [plots.words(answer, t)]


@pytest.mark.parametrize(
    ("said", "lang", "rule", "rest"),
    [
        ("Ich brauche meine Pause.", "de", "want", "Ihre Pause"),
        ("Heute bin ich da, und ich bin müde", "de", "am", "müde"),
        ("weil mir das reicht", "einfach", "because", "Ihnen das reicht"),
        ("I'm tired of my desk. Really", "en", "am", "tired of your desk"),
        ("Nothing fits", "en", "other", "Nothing fits"),
        ("Das geht immer so", "de", "always", "immer"),
    ],
)
def test_the_echo_gives_words_back(said, lang, rule, rest):
    found = echo(said, lang)
    assert (found.rule, found.rest) == (rule, rest)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("said", HOSTILE)
def test_the_echo_takes_anything_and_shows_it_as_text(said, lang):
    t, state = texts(lang), model.say(_rated(lang), said)
    assert len(state.said) <= READ
    page = plots.echoed(state, t)
    assert "<script" not in page and "\x00" not in page
    assert plots.describe(model.turn(state, 2), t)


def test_phrases_are_marked_once_and_counted():
    state = _rated()
    for key, kind in model.PHRASES.items():
        state = model.mark(state, key, kind)
    assert model.tally(state) == (6, 6)
    assert model.mark(state, "source", "human") == state
    assert model.tally(model.mark(_rated(), "source", "human")) == (0, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("face", "plain"), [(4, 2), (1, 3), (2, 2)])
def test_describe_repeats_prediction_and_ratings(lang, face, plain):
    said = plots.describe(_rated(lang, face, plain), texts(lang))
    assert f"{face} " in said and f"{plain} " in said
    assert "{" not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_question_asked_is_listed_with_what_became_of_it(lang):
    t, state = texts(lang), model.Persona(lang=lang, guess="same")
    for n in (3, 1, 0, 4):
        state = model.ask(state, n)
    assert plots.outcomes(state, t) == ""  # not before the rating
    state = model.rate(state, 3, 3)
    shown, found = plots.outcomes(state, t), [model.outcome(lang, n) for n in state.asked]
    places = [shown.index(escape(plots.asked(lang, n))) for n in state.asked]
    assert places == sorted(places)
    for kind in ("right", "caught", "wrong"):
        assert shown.count(escape(t(f"persona.outcome.{kind}"))) == found.count(kind)
    right = shown.count("✓")  # the number in the sentence can be followed
    assert right == len(found) - found.count("wrong")
    assert t("persona.line.guess_same", n=4, right=right) in plots.describe(state, t)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rating_nobody_gave_does_not_count(lang):
    app = App(texts(lang))
    app._question.set("same")
    commit(app)
    press(app, plots.asked(lang, 0))
    press(app, app.texts("persona.rate"))
    assert app.state.trust is None and app.texts("persona.rate_both") in told(app)
    app._rates[1]._radio.index = 0
    press(app, app.texts("persona.rate"))
    assert app.state.trust is None  # one of the two is missing still
    app._rates[0]._radio.index = 4
    press(app, app.texts("persona.rate"))
    assert app.state.trust == (4, 0)
    assert escape(app.texts(f"persona.outcome.{model.outcome(lang, 0)}")) in page(app)
    press(app, app.texts("ui.reset"))
    app._question.set("same")
    commit(app)
    assert [choice.value for choice in app._rates] == [None, None]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_app_from_prediction_to_reset(lang):
    app = App(texts(lang))
    app._question.set("same")
    app._commit.click()
    app._rated()
    assert not app.state.rated  # first a question
    app._asks[0].click()
    assert app._asks[0].description.startswith("✓")
    for choice in app._rates:
        choice.set("3")
    app._hand_in.click()
    assert app.state.rated and app._rating.layout.display == "none"
    app._go(1)
    for piece in app._pieces.values():
        piece.click()
    assert app.state.worn == frozenset() and "<img" not in app._worn.value
    app._go(2)
    app._field._button.click()
    assert app.state.said
    app._go(3)
    app._choices["colleague"].children[0].click()
    assert app.state.marked == (("colleague", "human"),)
    app.undo()
    assert app.state.marked == ()
    app.reset()
    assert app.state == model.Persona(lang=lang)


def test_the_drawn_face_has_a_text_alternative():
    assert f'alt="{texts("de")("persona.face_alt")}"' in plots.cards(texts("de"))
