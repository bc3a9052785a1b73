"""Fake accounts as the learner sees them."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import attack as model
from ..model.fraud import ARTICLES, BOX, EXTRA, KINDS
from ..plots import attack as plots
from ..plots import goods


class App(ui.App):
    """Attack with fake accounts, then change sides and look for them."""

    step = "attack"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Attack(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "attack.guess", (0, 200, 5), 0)

    def answer(self, guess) -> str:
        return self.texts("attack.answer", value=guess)

    def body(self) -> list[W.Widget]:
        titles = [self.texts(f"attack.part.{n}") for n in range(model.PARTS)]
        self._parts = ui.Parts(titles, [self._attack(), self._defence()], lambda n: self._set("part", n))
        return [W.HTML(goods.style()), self._parts]

    def _attack(self) -> W.Widget:
        t, start = self.texts, self.state
        articles = {name: plots.article_name(name, t) for name in ARTICLES}
        kinds = {name: t(f"attack.kind.{name}") for name in KINDS}
        self._article = ui.Choice(t("attack.article"), articles, start.article, lambda v: self._set("article", v))
        self._kind = ui.Choice(t("attack.kind_label"), kinds, start.kind, lambda v: self._set("kind", v))
        fakes = [(t("attack.number", value=n), n) for n in model.FAKES]
        self._fakes = ui.Slider(t, "attack.fakes", fakes, start.fakes, lambda v: self._set("fakes", v))
        self._chart, self._effects = W.HTML(), W.HTML()
        side = [self._article, self._kind, self._fakes]
        note = W.HTML(f"<p>{t('attack.attacker', extra=EXTRA, box=BOX)}</p>")
        main = [ui.heading(t("attack.head_chart")), self._chart]
        table = [ui.heading(t("attack.head_effect")), self._effects]
        return W.VBox([ui.columns(side, main), *table, note])

    def _defence(self) -> W.Widget:
        t, start = self.texts, self.state
        points = (plots.THRESHOLDS[0], plots.THRESHOLDS[-1], plots.THRESHOLDS.step)
        self._threshold = ui.Slider(t, "attack.threshold", points, start.threshold, lambda v: self._set("threshold", v))
        acts = {name: t(f"attack.act.{name}") for name in model.ACTS}
        self._act = ui.Choice(t("attack.act_label"), acts, start.act, lambda v: self._set("act", v))
        self._trade, self._cleaned, self._accused = W.HTML(), W.HTML(), W.HTML()
        note = W.HTML(f"<p>{t('attack.detector')}</p>")
        main = [ui.heading(t("attack.head_trade")), self._trade]
        parts = [
            ui.heading(t("attack.head_accused")),
            self._accused,
            ui.heading(t("attack.head_effect")),
            self._cleaned,
        ]
        return W.VBox([note, ui.columns([self._threshold, self._act], main), *parts])

    def _set(self, name: str, value) -> None:
        if name in ("article", "kind"):
            self.hint(self.texts("attack.working"))
        self.do(lambda s: model.choose(s, **{name: value}), merge=name)

    def show(self, state: model.Attack) -> str:
        t = self.texts
        self._parts.set(state.part)
        for name in ("article", "kind", "fakes", "threshold", "act"):
            getattr(self, f"_{name}").set(getattr(state, name))
        if state.part:
            self._trade.value = plots.trade(state, t)
            self._accused.value = plots.accused(state, t)
            self._cleaned.value = plots.effects(state, t)
        else:
            self._chart.value = plots.chart(state, t)
            self._effects.value = plots.effects(state, t)
        return plots.describe(state, t)
