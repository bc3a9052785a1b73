"""Each experiment as the learner plays it, in each language: pressed in Python, without a browser."""

from dataclasses import replace

import pytest

from kitlib import quality
from kitlib.quality.model import flatter, learn, look, room, shift, sort, threshold
from kitlib.ui import LANGUAGES

from .playing import commit, page, pick, press, slide, sound, tags, told

STEPS = ("sort", "learn", "threshold", "look", "shift", "flatter", "own")
CHOICES = {"threshold": "threshold.option.lower", "look": "look.option.worse", "shift": "shift.option.lot"}


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def begun(lang):
    """Opens a step and commits a prediction."""

    def begin(step, **options):
        app = quality.start(step, lang, **options)
        if step in CHOICES:
            pick(app, app.texts(CHOICES[step]))
        else:
            slide(app, app._question, app._question.value + 1)
        return commit(app)

    return begin


@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_shown_before_the_prediction(step, lang):
    app = quality.start(step, lang)
    sound(app)
    assert "<img" not in page(app)
    assert app.texts("ui.in_words") not in told(app)
    assert app.state.guess is None


@pytest.mark.parametrize("step", CHOICES)
def test_a_prediction_without_a_choice_is_asked_for(step, lang):
    app = commit(quality.start(step, lang))
    assert app.state.guess is None
    assert app.texts("ui.choose_first") in told(app)


@pytest.mark.parametrize("step", STEPS)
def test_the_prediction_is_kept_and_repeated(step, begun):
    app = begun(step)
    assert app.state.guess is not None
    assert app.answer(app.state.guess) in told(app)
    assert app.texts("ui.predict") not in told(app)


@pytest.mark.parametrize("step", STEPS)
def test_reset_restores_the_first_page_exactly(step, begun, lang):
    app = begun(step)
    press(app, app.texts("ui.reset"))
    fresh = quality.start(step, lang)
    assert app.state == fresh.state
    assert page(app) == page(fresh)
    assert app._question.value == fresh._question.value


@pytest.mark.parametrize("step", STEPS)
def test_undo_takes_the_prediction_back(step, begun):
    app = begun(step)
    press(app, app.texts("ui.undo"))
    assert app.state.guess is None
    assert "<img" not in page(app)


def test_sort_from_start_to_comparison(begun):
    app = begun("sort")
    t = app.texts
    press(app, t("sort.start"))
    assert page(app).count("<img") == 1
    press(app, t("sort.ok"))
    press(app, t("ui.undo"))
    assert app.state.answers == ()
    for i in range(sort.PARTS):
        press(app, t("sort.defective" if i % 2 else "sort.ok"))
    assert page(app).count("<img") == sort.PARTS
    assert t("ui.in_words") in told(app)
    later = begun("learn", earlier=app)
    press(later, later.texts("learn.train"))
    assert str(sort.hits(app.state).right) in later._compare.value


def test_learn_end_to_end(begun, monkeypatch):
    monkeypatch.setattr(learn, "SIZES", (20, 200))
    app = begun("learn", earlier=None)
    t = app.texts
    press(app, t("learn.train"))
    assert t("learn.guess", guess=app.state.guess, measured=round(100 * learn.accuracies(200, 0.0).mean())) in told(app)
    for button in app._cells.values():
        press(app, button.description)
        assert app.state.cell is not None
    press(app, t("ui.undo"))
    slide(app, app._size, 20)
    press(app, t("learn.train_all"))
    assert {size for size, _ in app.state.runs} == {20, 200}
    assert app.state.last == (20, 0.0)


def test_learn_with_wrong_labels_after_sorting_was_left_out(begun):
    app = begun("learn", earlier=quality.start("sort"))
    slide(app, app._share, 0.4)
    press(app, app.texts("learn.train"))
    assert app.state.last == (200, 0.4)
    assert app.texts("sort.not_yet") in told(app)


@pytest.mark.parametrize("end", [0, -1], ids=["lowest", "highest"])
def test_threshold_with_every_slider_at_its_end(begun, end):
    app = begun("threshold")
    for name, slider in app._sliders.items():
        inner = slider._slider
        ends = list(inner.options) if hasattr(inner, "options") else [inner.min, inner.max]
        slide(app, slider, ends[end])
        assert getattr(app.state, name) == ends[end]
    press(app, app.texts("threshold.to_cheapest"))
    assert threshold.bill(app.state).euro == pytest.approx(threshold.cheapest(app.state)[1])


def test_threshold_queue_is_worked_through(begun):
    app = begun("threshold")
    t = app.texts
    assert t("threshold.queue_empty") in told(app)
    slide(app, app._sliders["band"], 0.3)
    waiting = len(threshold.queue(app.state))
    for i in range(waiting):
        press(app, t("sort.defective" if i % 2 else "sort.ok"))
    assert t("threshold.queue_done") in told(app)
    answered, own, alone = threshold.queue_hits(app.state)
    assert t("threshold.queue_result", answered=answered, own=own, alone=alone) in told(app)
    press(app, t("ui.undo"))
    assert len(app.state.answers) == waiting - 1


def test_look_through_all_sets_and_kinds(begun):
    app = begun("look")
    t = app.texts
    for kind in look.KINDS:
        pick(app, t(f"kind.{kind}"))
        press(app, t("look.back"))
        press(app, t("look.next"))
        assert page(app).count("<img") == 2
    press(app, t("look.heat_off"))
    assert page(app).count("<img") == 1
    press(app, t("look.heat_on"))
    for where in ("mats", "mats_swapped"):
        pick(app, t(f"look.where.{where}"))
        press(app, t("look.next"))
    assert t("look.guess_wrong") in told(app)
    pick(app, t("look.where.line"))


def test_shift_all_conditions_and_repairs(begun):
    app = begun("shift")
    t = app.texts
    for condition in shift.CONDITIONS[1:]:
        if app.state.condition != condition:
            pick(app, t(f"condition.{condition}"))
        press(app, t("shift.measure"))
        press(app, t("repair.threshold"))
        press(app, t("repair.pictures"))
    assert tags(app).count("tr") == 2 + 3 * (len(shift.CONDITIONS) - 1)
    assert len(app.state.tried) == 3 * (len(shift.CONDITIONS) - 1)


def test_shift_offers_no_repair_before_the_damage_is_measured(begun):
    app = begun("shift")
    assert all(button.disabled for button in app._repairs.children)
    press(app, app.texts("shift.measure"))
    assert app.texts("shift.guess_right") in told(app)
    assert not any(button.disabled for button in app._repairs.children)


def test_flatter_both_splits(begun):
    app = begun("flatter")
    t = app.texts
    press(app, t("flatter.try.random"))
    assert t("flatter.proof", share=flatter.on_new_parts(), n=len(room.truth())) not in told(app)
    press(app, t("flatter.try.part"))
    assert t("flatter.proof", share=flatter.on_new_parts(), n=len(room.truth())) in told(app)


def test_prices_decide_whether_the_prediction_holds(begun):
    app = begun("threshold")
    app.do(lambda s: replace(s, miss=0))
    assert app.texts("threshold.guess_wrong") in told(app)
