"""Step 6 as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import flatter as model
from ..plots import flatter as plots


class FlatterApp(ui.App):
    """Two ways to split the same pictures, two figures, one of which does not hold."""

    step = "flatter"

    def __init__(self, texts: ui.Texts, **_):
        super().__init__(model.Flatter(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "flatter.guess_label", (0, 100, 1), 80)

    def answer(self, guess) -> str:
        return self.texts("learn.answer", value=guess)

    def body(self) -> list[W.Widget]:
        self._chart = W.HTML()
        buttons = ui.row(*[ui.button(self.texts(f"flatter.try.{s}"), lambda s=s: self._try(s)) for s in model.SPLITS])
        copies = W.HTML(plots.copies(self.texts))
        return [ui.heading(self.texts("flatter.head")), copies, buttons, self._chart]

    def _try(self, split: str) -> None:
        self.hint(self.texts("flatter.working"))
        self.do(lambda s: model.show(s, split))

    def show(self, state: model.Flatter) -> str:
        self._chart.value = plots.chart(state, self.texts) if state.shown else ""
        return plots.describe(state, self.texts)
