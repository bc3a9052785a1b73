"""What an experiment keeps and lets go of: history, hints, failures, free play; and the quiz."""

import gc
import weakref

import ipywidgets as W
import pytest

from kitlib import quality
from kitlib.quality.app import STEPS
from kitlib.quality.model import look
from kitlib.quality.plots import look as look_plots
from kitlib.ui import LANGUAGES

from .playing import commit, pick, press, sound, told, walk


@pytest.fixture
def looking():
    app = quality.start("look")
    pick(app, app.texts("look.option.worse"))
    return commit(app)


@pytest.mark.parametrize(
    ("step", "button", "hint"),
    [("shift", "shift.measure", "shift.working"), ("flatter", "flatter.try.random", "flatter.working")],
)
def test_pressed_twice_the_page_does_not_go_on_saying_that_it_computes(step, button, hint):
    app = quality.start(step)
    if step == "shift":
        pick(app, app.texts("shift.option.lot"))
    commit(app)
    for _ in range(2):
        press(app, app.texts(button))
        assert app.texts(hint) not in told(app)


def test_trained_twice_the_page_does_not_go_on_saying_that_it_trains():
    app = commit(quality.start("learn"))
    for _ in range(2):
        press(app, app.texts("learn.train"))
        assert app._note.value == ""


def test_reset_after_a_long_time_still_leads_to_the_beginning(looking):
    for i in range(150):
        looking.do(lambda s, i=i: look.choose(s, number=i + 1))
    looking.reset()
    assert looking.state == look.Look()


def test_a_picture_that_cannot_be_drawn_loses_nothing(looking, monkeypatch, caplog):
    before = looking.state
    monkeypatch.setattr(look_plots, "describe", lambda *_: 1 / 0)
    looking.do(lambda s: look.choose(s, number=3))
    assert isinstance(looking.error, ZeroDivisionError)
    assert looking.texts("ui.failed") in told(looking)
    assert looking.state == before


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["quiz", "quiz_limits"])
@pytest.mark.parametrize("right", [True, False])
def test_quiz_answered(lang, name, right):
    app = quality.start(name, lang)
    truth = dict(app.state.right)
    checks = [w for w in walk(app) if isinstance(w, W.Button) and w.description == app.texts("ui.check")]
    for key, check in zip(truth, checks, strict=True):
        check.click()
        assert app.texts("ui.choose_first") in told(app)
        wrong = next(o for o in "abc" if o != truth[key])
        pick(app, app.texts(f"quiz.{key}.{truth[key] if right else wrong}"))
        assert app.texts(f"quiz.{key}.why") not in told(app)
        check.click()
        assert app.texts(f"quiz.{key}.why") in told(app)
    assert app.state.done
    assert app.state.score == (len(truth) if right else 0)
    assert app.texts("ui.score", score=app.state.score, total=len(truth)) in told(app)
    press(app, app.texts("ui.reset"))
    assert app.state.answers == ()
    assert all(w.value is None and not w.disabled for w in walk(app) if isinstance(w, W.RadioButtons))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["quiz", "quiz_limits"])
def test_every_question_has_a_right_option_and_others(lang, name):
    app = quality.start(name, lang)
    t = app.texts
    for key, right in app.state.right:
        options = [o for o in "abcd" if t.has(f"quiz.{key}.{o}")]
        assert right in options
        assert len({t(f"quiz.{key}.{o}") for o in options}) == len(options) >= 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_free_play_opens_each_step_and_keeps_it(lang):
    app = quality.start(lang=lang)
    names = app._choice.options
    assert len(set(names)) == len([s for s in STEPS if "quiz" not in s])
    for name in names:
        app._choice.value = name
        sound(app)
    app._choice.value = names[0]
    first = app._place.children[1]
    commit(first)
    app._choice.value = names[1]
    app._choice.value = names[0]
    assert app._place.children[1] is first
    press(app, first.texts("ui.reset_all"))
    assert app._place.children[1].state.guess is None


def test_free_play_lets_go_of_everything():
    app = quality.start()
    first = commit(app._place.children[1])
    kept, words = weakref.ref(first), first.texts("ui.reset_all")
    del first
    press(app, words)
    gc.collect()
    assert kept() is None
