"""The popular get more popular, as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..data.shop import shop
from ..model import popular as model
from ..plots import bars, goods
from ..plots import popular as plots


class App(ui.App):
    """One dial between niche and bestseller, and what it does to customers, suppliers and the till."""

    step = "popular"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Popular(), texts)

    def question(self) -> W.Widget:
        total = len(shop().purchases.items)
        return ui.Slider(self.texts, "popular.guess_label", (0, total, 1), total // 2)

    def answer(self, guess) -> str:
        return self.texts("popular.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        ends = (-model.STEPS, model.STEPS, 1)
        self._dial = DialSlider(t, "popular.dial_label", ends, 0, self._turned)
        self._chart, self._bars, self._table, self._groups, self._list = (W.HTML() for _ in range(5))
        hint = W.HTML(f"<p>{t('popular.dial_hint')}</p>")
        edges = W.HTML(f'<p class="shop-edges"><span>{t("popular.left")}</span><span>{t("popular.right")}</span></p>')
        other = ui.button(t("popular.next"), lambda: self.do(model.next_person))
        return [
            W.HTML(goods.style()),
            W.HTML(bars.style()),
            ui.columns([self._dial, edges, hint], [ui.heading(t("popular.head_chart")), self._chart]),
            *(ui.heading(t("popular.head_table")), self._table, W.HTML(f"<p>{t('popular.note')}</p>")),
            *(ui.heading(t("popular.head_bars")), self._bars),
            *(ui.heading(t("popular.head_groups")), self._groups, W.HTML(f"<p>{t('popular.note_groups')}</p>")),
            *(ui.heading(t("popular.head_list")), self._list, other),
        ]

    def _turned(self, dial: int) -> None:
        self.do(lambda s: model.turn(s, dial), merge="dial")

    def show(self, state: model.Popular) -> str:
        t = self.texts
        self._dial.set(state.dial)
        self._chart.value = plots.chart(state, t)
        self._bars.value = plots.bars(state, t)
        self._table.value = plots.table(state, t)
        self._groups.value = plots.groups(state, t)
        self._list.value = plots.example(state, t)
        return plots.describe(state, t)


class DialSlider(ui.Slider):
    """Its label says in words where the dial stands."""

    def _describe(self):
        words = self._texts(self._key, value=plots.dial_words(self.value, self._texts))
        self._label.value = words
        self._slider.tooltip = words
