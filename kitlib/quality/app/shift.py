"""Step 5 as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import shift as model
from ..plots import shift as plots


class ShiftApp(ui.App):
    """Change something on the shop floor, measure, and try two repairs; everything measured stays in the table."""

    step = "shift"

    def __init__(self, texts: ui.Texts, **_):
        super().__init__(model.Shift(), texts)

    def _options(self) -> dict[str, str]:
        return {key: self.texts(f"shift.option.{key}") for key in ("same", "bit", "lot")}

    def question(self) -> W.Widget:
        return ui.Choice(self.texts("shift.guess"), self._options())

    def answer(self, guess) -> str:
        return self._options()[guess]

    def body(self) -> list[W.Widget]:
        t = self.texts
        changes = {name: t(f"condition.{name}") for name in model.CONDITIONS if name != "standard"}
        self._condition = ui.Choice(t("shift.condition"), changes, self.state.condition, self._chosen)
        self._examples, self._table = W.HTML(), W.HTML()
        measure = ui.button(t("shift.measure"), lambda: self._try("none"), "kit-main")
        self._repairs = ui.row(
            *[ui.button(t(f"repair.{name}"), lambda n=name: self._try(n)) for name in ("threshold", "pictures")]
        )
        row = ui.columns(
            [self._condition, measure, ui.heading(t("shift.repair")), self._repairs],
            [ui.heading(t("shift.head_pictures")), self._examples],
        )
        note = W.HTML(f"<p>{t('shift.note')}</p>")
        return [row, ui.heading(t("shift.head_table")), self._table, note]

    def _chosen(self, condition: str) -> None:
        self.do(lambda s: model.choose(s, condition), merge="condition")

    def _try(self, repair: str) -> None:
        self.hint(self.texts("shift.working"))
        self.do(lambda s: model.tried(s, repair))

    def show(self, state: model.Shift) -> str:
        self._condition.set(state.condition)
        measured = (state.condition, "none") in state.tried
        for repair in self._repairs.children:
            repair.disabled = not measured
        self._examples.value = plots.examples(state, self.texts)
        self._table.value = plots.table(state, self.texts)
        return plots.describe(state, self.texts)
