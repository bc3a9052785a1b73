"""Step 4 as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import look as model
from ..plots import look as plots


class LookApp(ui.App):
    """Leaf through test pictures with their heat maps; then the same with the shortcut set, and with swapped mats."""

    step = "look"

    def __init__(self, texts: ui.Texts, **_):
        super().__init__(model.Look(), texts)

    def _options(self) -> dict[str, str]:
        return {key: self.texts(f"look.option.{key}") for key in ("same", "worse", "collapse")}

    def question(self) -> W.Widget:
        return ui.Choice(self.texts("look.guess"), self._options())

    def answer(self, guess) -> str:
        return self._options()[guess]

    def body(self) -> list[W.Widget]:
        t = self.texts
        sets = {name: t(f"look.where.{name}") for name in model.SETS}
        kinds = {kind: t(f"kind.{kind}") for kind in model.KINDS}
        self._where = ui.Choice(t("look.set"), sets, "line", lambda v: self._chosen(where=v))
        self._kind = ui.Choice(t("look.kind"), kinds, self.state.kind, lambda v: self._chosen(kind=v))
        back = ui.button(t("look.back"), lambda: self._leaf(-1))
        onward = ui.button(t("look.next"), lambda: self._leaf(1))
        self._heat = ui.button("", lambda: self.do(lambda s: model.choose(s, heat=not s.heat)))
        self._picture = W.HTML()
        leaf = ui.row(back, onward, self._heat)
        row = ui.columns([self._where, self._kind], [self._picture, leaf])
        return [row]

    def _chosen(self, **values) -> None:
        self.do(lambda s: model.choose(s, **values))

    def _leaf(self, by: int) -> None:
        self.do(lambda s: model.choose(s, number=s.number + by), merge="leaf")

    def show(self, state: model.Look) -> str:
        self._where.set(state.where)
        self._kind.set(state.kind)
        self._kind.layout.display = "" if state.where == "line" else "none"
        self._heat.description = self.texts("look.heat_off" if state.heat else "look.heat_on")
        self._picture.value = plots.picture(state, self.texts)
        return plots.describe(state, self.texts)
