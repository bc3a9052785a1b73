"""The base of each experiment: first a prediction, then controls, a picture and the result in words; undo and reset."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

import ipywidgets as W

from .controls import button, close, heading
from .texts import Texts

STYLE = Path(__file__).with_name("style.css").read_text("utf-8")

log = logging.getLogger(__name__)


class App(W.VBox):
    """View of a frozen state with a field `guess`. All changes go through `do`, which calls `update`.

    A subclass names its texts with `step`, gives `question()` (a control with `.value`), `body()` (the widgets below
    it, built after the prediction) and `show(state)`, which writes a state into these widgets and returns the result
    in words. `answer(state)` names the value predicted, for the card. Nothing is computed in the constructor.
    """

    step = ""
    kept = 100

    def __init__(self, state, texts: Texts):
        self.texts, self.error = texts, None
        self._states, self._merge, self._built = [state], None, False
        self._question = self.question()
        self._first = self._question.value
        self._commit = button(texts("ui.commit"), self._predicted, "kit-main")
        self._card = W.VBox([heading(texts("ui.predict")), self._question, self._commit])
        self._kept, self._note, self._words, self._body = W.HTML(), W.HTML(), W.HTML(), W.VBox()
        self._undo = button(texts("ui.undo"), self.undo, "kit-quiet")
        self._bar = W.HBox([self._undo, button(texts("ui.reset"), self.reset, "kit-quiet")])
        parts = [W.HTML(f"<style>{STYLE}</style>"), W.HTML(f"<p>{escape(self.intro())}</p>")]
        super().__init__([*parts, self._card, self._kept, self._body, self._words, self._note, self._bar])
        for part, css in [
            (self, "kit-app"),
            (self._card, "kit-card"),
            (self._kept, "kit-kept"),
            (self._bar, "kit-bar"),
            (self._words, "kit-said"),
            (self._note, "kit-said"),
        ]:
            part.add_class(css)
        self._render()

    def question(self) -> W.Widget:
        raise NotImplementedError

    def body(self) -> list[W.Widget]:
        raise NotImplementedError

    def show(self, state) -> str:
        raise NotImplementedError

    def answer(self, guess) -> str:
        """The prediction as the card repeats it."""
        return str(guess)

    @property
    def state(self):
        return self._states[-1]

    def do(self, transition: Callable, merge: str | None = None, refused: type[Exception] | tuple = ()) -> object:
        """Apply `transition(state)`. What fails is logged and said in plain words, and the state stays as it was.

        An exception of the kind `refused` speaks of the learner's own data: it is returned, for its words to be shown.
        """
        self.error = None
        try:
            self.update(transition(self.state), merge)
        except refused as problem:
            self.hint("")
            return problem
        except Exception as problem:
            log.exception("%s failed", self.step)
            self.error = problem
            self._note.value = f'<p role="alert" class="kit-alert">{escape(self.texts("ui.failed"))}</p>'
        return None

    def update(self, state, merge: str | None = None) -> None:
        """Make `state` the current one. Changes with the same `merge` name in a row (a slider's drag) undo as one."""
        if state == self.state:
            self.hint("")
            return
        before = self._states, self._merge
        first, *later = self._states
        if merge and merge == self._merge:
            later.pop()
        self._states, self._merge = [first, *later[-self.kept :], state], merge
        try:
            self._render()
        except Exception:
            self._states, self._merge = before
            raise

    def undo(self) -> None:
        if len(self._states) > 1:
            self._states.pop()
        self._merge = None
        self._render()

    def reset(self) -> None:
        """Back to the beginning, prediction included, as if nobody had been here."""
        self._states, self._merge, self.error = self._states[:1], None, None
        self._question.set(self._first)
        close(*self._body.children)
        self._body.children, self._built = (), False
        self._words.value = self._kept.value = ""
        self._render()

    def hint(self, words: str) -> None:
        self._note.value = f'<p class="kit-hint">{escape(words)}</p>' if words else ""

    def intro(self) -> str:
        return self.texts(f"{self.step}.intro")

    def _predicted(self) -> None:
        if self._question.value is None:
            self.hint(self.texts("ui.choose_first"))
            return
        self.do(lambda state: replace(state, guess=self._question.value))

    def _render(self) -> None:
        guessed = self.state.guess is not None
        self._note.value = ""
        self._undo.disabled = len(self._states) < 2
        self._card.layout.display = "none" if guessed else ""
        self._body.layout.display = self._words.layout.display = self._kept.layout.display = "" if guessed else "none"
        if not guessed:
            return
        if not self._built:
            self._body.children, self._built = self.body(), True
        kept = self.texts.html("ui.kept", guess=self.answer(self.state.guess))
        self._kept.value = f"<p>{kept}</p>"
        self.say(self.show(self.state))

    def say(self, words: str) -> None:
        """Write the result in words; a lesson page makes `kit-said` a live region, so that screen readers read it."""
        head = escape(self.texts("ui.in_words"))
        body = "".join(f"<p>{escape(line)}</p>" for line in words.split("\n") if line)
        self._words.value = f'<div class="kit-words"><strong>{head}</strong>{body}</div>' if body else ""


class FreePlay(W.VBox):
    """All steps behind one row of choices; a step is built when it is first opened. `steps` maps a title to a maker."""

    def __init__(self, texts: Texts, steps: dict[str, Callable[[], W.Widget]]):
        self._steps, self._open = steps, {}
        self._choice = W.Dropdown(options=list(steps), description=texts("ui.step"), tooltip=texts("ui.step"))
        self._choice.observe(lambda _: self._show(), "value")
        self._place = W.VBox()
        again = button(texts("ui.reset_all"), self.reset, "kit-quiet")
        style = W.HTML(f"<style>{STYLE}</style>")
        super().__init__([style, W.HBox([self._choice, again]), self._place])
        self.children[1].add_class("kit-bar")
        self.add_class("kit-free")
        self._show()

    def _show(self) -> None:
        name = self._choice.value
        if name not in self._open:
            self._open[name] = self._steps[name]()
        self._place.children = [heading(name, 3), self._open[name]]

    def reset(self) -> None:
        """Forget every step: for the next group."""
        close(*self._open.values())
        self._open = {}
        self._show()
