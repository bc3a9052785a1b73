from dataclasses import dataclass, replace

import pytest

from kitlib import ui

TABLE = """
[demo.title]
de = "Probe"
[demo.intro]
de = "Worum es geht"
[demo.guess]
de = "Vermutung {value:int}"
"""


@dataclass(frozen=True)
class Count:
    n: int = 0
    guess: int | None = None


class Demo(ui.App):
    step = "demo"

    def question(self):
        return ui.Slider(self.texts, "demo.guess", (0, 10, 1), 3)

    def body(self):
        self.slider = ui.Slider(
            self.texts, "demo.guess", (0, 10, 1), 0, lambda v: self.do(lambda s: replace(s, n=v), "n")
        )
        return [self.slider]

    def show(self, state):
        self.slider.set(state.n)
        return f"n ist {state.n}"


@pytest.fixture
def app(tmp_path):
    path = tmp_path / "texts.toml"
    path.write_text(TABLE, "utf-8")
    return Demo(Count(), ui.Texts(path))


def begin(app):
    app._commit.click()
    return app


def test_nothing_is_revealed_before_the_prediction(app):
    assert app._body.layout.display == "none" and not app._body.children
    begin(app)
    assert app._body.layout.display == "" and app.state.guess == 3
    assert "3" in app._kept.value and "n ist 0" in app._words.value


def test_each_change_goes_through_the_state_and_can_be_undone(app):
    begin(app)
    app.slider._slider.value = 7
    assert app.state.n == 7 and "n ist 7" in app._words.value
    app.undo()
    assert app.state.n == 0 and app.slider.value == 0 and "n ist 0" in app._words.value


def test_a_drag_of_the_slider_is_one_step_back(app):
    begin(app)
    for value in (1, 2, 3, 4):
        app.slider._slider.value = value
    app.undo()
    assert app.state.n == 0


def test_reset_forgets_prediction_and_history(app):
    begin(app)
    app.slider._slider.value = 5
    app.reset()
    assert app.state == Count() and app._undo.disabled and app._card.layout.display == ""


def test_a_failing_step_is_said_and_loses_nothing(app, caplog):
    begin(app)
    app.slider._slider.value = 5
    app.do(lambda s: 1 / 0)
    assert app.state.n == 5 and isinstance(app.error, ZeroDivisionError)
    assert 'role="alert"' in app._note.value and "Traceback" not in app._note.value
    assert "demo failed" in caplog.text


def test_what_is_wrong_with_the_learners_data_is_handed_back_and_not_a_fault(app, caplog):
    begin(app)
    app.do(lambda s: replace(s, n=5))

    def read(state):
        raise KeyError("column")

    assert isinstance(app.do(read, refused=KeyError), KeyError)
    assert app.state.n == 5 and app.error is None and not app._note.value and not caplog.text
    assert app.do(read) is None and isinstance(app.error, KeyError)


def test_history_is_bounded(app):
    begin(app)
    for n in range(500):
        app.update(replace(app.state, n=n % 10))
    assert len(app._states) <= 102


def test_choice_without_answer_asks_for_one(tmp_path):
    choice = ui.Choice("Was?", {"a": "Erstens", "b": "Zweitens"})
    assert choice.value is None
    seen = []
    choice._on_change = seen.append
    choice._radio.value = "b"
    choice.set("a")
    assert seen == ["b"] and choice.value == "a"
