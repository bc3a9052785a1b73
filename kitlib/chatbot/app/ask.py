"""Ask it, as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import ask as model
from ..plots import ask as plots
from ..plots import chat

LIMIT = 1_000_000
PILE = 4


class App(ui.App):
    """A conversation with the answer search; then four answers, one of them outdated."""

    step = "ask"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Ask(lang=texts.lang), texts)

    def question(self) -> W.Widget:
        t = self.texts
        slider = ui.Slider(t, "ask.guess", (0, model.SIX, 1), 3)
        return ui.Question(slider, plots.questions(t.lang), f"<p>{t('ask.rule')}</p>")

    def answer(self, guess) -> str:
        return self.texts("ask.answer", value=guess, total=model.SIX)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._parts = ui.Parts([t("ask.part.0"), t("ask.part.1")], [self._talk(), self._search()], self._go)
        return [W.HTML(chat.style()), self._parts]

    def _talk(self) -> W.Widget:
        t = self.texts
        self._chat = W.HTML()
        self._vote = W.VBox([W.HTML(f"<p>{t('ask.vote')}</p>"), ui.row(*map(self._verdict, ("right", "wrong")))])
        self._next = ui.button("", self._ask_next, "kit-main")
        self._field = ui.Field(t("ask.field"), t("ask.send"), self._ask, limit=LIMIT, css="")
        self._further = ui.button(t("ask.further"), lambda: self._go(1), "kit-main")
        return W.VBox([self._chat, self._vote, self._next, self._field, self._further])

    def _verdict(self, verdict: str) -> W.Button:
        return ui.button(self.texts(f"ask.vote_{verdict}"), lambda: self.do(lambda s: model.say(s, verdict)))

    def _search(self) -> W.Widget:
        t = self.texts
        self._pile, self._beside = W.HTML(), W.HTML()
        options = {str(n): t("ask.numbered", n=n + 1) for n in range(PILE)}
        self._choice = ui.Choice(t("ask.which"), options)
        self._keep = ui.button(t("ask.keep"), self._pick, "kit-main")
        task = W.HTML(f"<p>{t('ask.task')}</p>")
        return W.VBox([task, self._pile, self._choice, self._keep, self._beside])

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def _ask_next(self) -> None:
        self.do(model.ask_next)

    def _ask(self, text: str) -> None:
        if not text.strip():
            self.hint(self.texts("common.empty"))
            return
        self.do(lambda s: model.ask(s, text))
        if self.error is None:
            self._field.set("")

    def _pick(self) -> None:
        if self._choice.value is None:
            self.hint(self.texts("ask.which_first"))
            return
        self.do(lambda s: model.pick(s, int(self._choice.value)))

    def show(self, state: model.Ask) -> str:
        self._parts.set(state.part)
        if state.part:
            self._show_search(state)
        else:
            self._show_talk(state)
        return plots.describe(state, self.texts)

    def _show_talk(self, state: model.Ask) -> None:
        t, left = self.texts, state.done < model.SIX
        self._chat.value = plots.conversation(state, t)
        if left:
            self._next.description = t("ask.next", n=state.done + 1, total=model.SIX)
            self._next.tooltip = self._next.description
        judging = model.may_say(state)  # first judge, then go on: whoever goes on sees the solution
        ui.mark(self._next, "kit-main", not judging)
        _shown(self._vote, judging)
        _shown(self._next, left)
        _shown(self._further, not left)

    def _show_search(self, state: model.Ask) -> None:
        self._pile.value = plots.pile(state, self.texts)
        self._beside.value = plots.beside(state, self.texts)
        self._choice.set(None if state.picked is None else str(state.picked))
        for widget in (self._choice, self._keep):
            _shown(widget, state.picked is None)


def _shown(widget: W.Widget, on: bool) -> None:
    widget.layout.display = "" if on else "none"
