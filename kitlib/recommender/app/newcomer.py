"""Cold start as the learner sees it: a new person, or a new article."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import debut
from ..model import newcomer as model
from ..plots import debut as article_plots
from ..plots import goods
from ..plots import newcomer as plots


class App(ui.App):
    """Choose whether a person or an article is new, how much is known, and try remedies."""

    step = "newcomer"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Newcomer(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "newcomer.guess_label", (0, model.MOST, 1), model.MOST // 2)

    def answer(self, guess) -> str:
        return self.texts("newcomer.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        options = {name: t(f"newcomer.view.{name}") for name in model.VIEWS}
        self._view = ui.Choice(t("newcomer.view_label"), options, self.state.view, lambda v: self._set(view=v))
        self._halves = {"person": W.VBox(self._person()), "article": W.VBox(self._article())}
        return [W.HTML(goods.style()), self._view, *self._halves.values()]

    def _person(self) -> list[W.Widget]:
        t = self.texts
        known = (0, model.MOST, 1)
        self._known = ui.Slider(t, "newcomer.known", known, 0, lambda v: self._set("known", known=v))
        asked = {False: t("newcomer.asked.no"), True: t("newcomer.asked.yes")}
        self._asked = ui.Choice(t("newcomer.asked_label"), asked, False, lambda v: self._set(asked=v))
        other = ui.button(t("newcomer.next_person"), lambda: self.do(model.next_person))
        self._chart, self._walk = W.HTML(), W.HTML()
        row = ui.columns([self._known, self._asked], [ui.heading(t("newcomer.head_chart")), self._chart])
        note = W.HTML(f"<p>{t('newcomer.note_walk')}</p>")
        self._head = ui.heading(t("newcomer.head_walk", n=0))
        return [row, self._head, note, self._walk, other]

    def _article(self) -> list[W.Widget]:
        t = self.texts
        places = [(article_plots.buyers(i, t), i) for i in range(len(debut.KNOWN))]
        self._buyers = BuyersSlider(t, "newcomer.debut.known", places, 0, lambda v: self._set("buyers", buyers=v))
        remedies = {name: t(f"newcomer.debut.remedy.{name}") for name in debut.REMEDIES}
        self._remedy = ui.Choice(t("newcomer.debut.remedy_label"), remedies, "none", lambda v: self._set(remedy=v))
        other = ui.button(t("newcomer.debut.next"), lambda: self.do(model.next_article))
        self._curve, self._table, self._one = W.HTML(), W.HTML(), W.HTML()
        row = ui.columns([self._buyers, self._remedy], [ui.heading(t("newcomer.debut.head_chart")), self._curve])
        return [
            row,
            ui.heading(t("newcomer.debut.head_table")),
            self._table,
            ui.heading(t("newcomer.debut.head_one")),
            self._one,
            other,
        ]

    def _set(self, merge: str | None = None, **values) -> None:
        if values.get("view") == "article":
            self.hint(self.texts("newcomer.debut.working"))
        self.do(lambda s: model.choose(s, **values), merge=merge)

    def show(self, state: model.Newcomer) -> str:
        self._view.set(state.view)
        for name, half in self._halves.items():
            half.layout.display = "" if name == state.view else "none"
        (self._show_article if state.view == "article" else self._show_person)(state)
        return plots.describe(state, self.texts)

    def _show_person(self, state: model.Newcomer) -> None:
        self._known.set(state.known)
        self._asked.set(state.asked)
        self._chart.value = plots.chart(state, self.texts)
        # The slider may be far up on a phone.
        self._head.value = ui.heading(self.texts("newcomer.head_walk", n=state.known)).value
        self._walk.value = plots.person(state, self.texts)

    def _show_article(self, state: model.Newcomer) -> None:
        self._buyers.set(state.buyers)
        self._remedy.set(state.remedy)
        self._curve.value = article_plots.chart(state, self.texts)
        self._table.value = article_plots.table(state, self.texts)
        self._one.value = article_plots.article(state, self.texts)


class BuyersSlider(ui.Slider):
    """Its label says how many buyers are known, its value is the place in `debut.KNOWN`."""

    def _describe(self):
        words = self._texts(self._key, value=article_plots.buyers(self.value, self._texts))
        self._label.value = words
        self._slider.tooltip = words
