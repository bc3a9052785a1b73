"""Paid places as the learner sees them."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import label as model
from ..model.label import BILL, LABELLED, ROUNDS
from ..plots import goods
from ..plots import label as plots
from .toggles import Toggles

SLIDERS = {
    "sold": (0, model.MOST, 1),
    "seen": (3, model.PLACES, 1),
    "price": (0.0, 0.2, 0.01),
    "margin": (0.05, 0.6, 0.05),
    "extra": (0.05, 1.0, 0.05),
}


class App(ui.App):
    """Three rounds with sold places, the second of them labelled; then what selling places brings and costs."""

    step = "label"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Label(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "label.guess", (0, model.SOLD, 1), 1)

    def answer(self, guess) -> str:
        return self.texts("label.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._rounds = [self._search(n) if n != LABELLED else self._labelled() for n in range(ROUNDS)]
        titles = [t(f"label.part.{n}") for n in range(ROUNDS + 1)]
        self._parts = ui.Parts(titles, [*(r["box"] for r in self._rounds), self._dial()], self._go)
        return [W.HTML(goods.style()), self._parts]

    def _search(self, number: int) -> dict:
        """A round without a label: articles to press, then what was right."""
        t = self.texts
        parts = {"basket": W.HTML(), "list": Toggles(self._mark), "review": W.HTML()}
        parts["solve"] = ui.button(t("label.solve"), lambda: self.do(model.solve), "kit-main")
        parts["next"] = ui.button(t("label.next"), lambda: self._go(number + 1), "kit-main")
        task = W.HTML(f"<p>{t('label.task')}</p>")
        parts["open"] = W.VBox([task, parts["list"]])
        listed = [ui.heading(t("label.head_list")), parts["open"], parts["review"]]
        parts["box"] = W.VBox(self._basket(parts) + listed + [parts["solve"], parts["next"]])
        return parts

    def _labelled(self) -> dict:
        t = self.texts
        parts = {"basket": W.HTML(), "review": W.HTML()}
        self._look = ui.Choice(t("label.look"), self._names())
        parts["solve"] = ui.button(t("label.look_keep"), self._looked, "kit-main")
        parts["next"] = ui.button(t("label.next"), lambda: self._go(LABELLED + 1), "kit-main")
        law = W.HTML(f"<p>{t('label.law')}</p>")
        listed = [ui.heading(t("label.head_labelled")), parts["review"], self._look]
        parts["box"] = W.VBox(self._basket(parts) + listed + [parts["solve"], parts["next"], law])
        return parts

    def _basket(self, parts: dict) -> list[W.Widget]:
        return [ui.heading(self.texts("label.head_basket")), parts["basket"]]

    def _names(self) -> dict[str, str]:
        return {str(i): goods.name(i, self.texts) for i in model.listing(LABELLED).items}

    def _dial(self) -> W.Widget:
        t, start = self.texts, self.state
        self._sliders = {
            name: ui.Slider(t, f"label.slider.{name}", values, getattr(start, name), lambda v, n=name: self._turn(n, v))
            for name, values in SLIDERS.items()
        }
        options = {where: t(f"label.where.{where}") for where in ("top", "bottom")}
        self._where = ui.Choice(t("label.where_label"), options, start.where, lambda v: self._turn("where", v))
        self._chart = W.HTML()
        controls = [self._sliders["sold"], self._where, *(self._sliders[n] for n in SLIDERS if n != "sold")]
        note = W.HTML(f"<p>{t('label.note')}</p>")
        return W.VBox([ui.columns(controls, [ui.heading(t("label.head_chart")), self._chart]), note])

    def _turn(self, name: str, value) -> None:
        self.do(lambda s: model.change(s, **{name: value}), merge=name)

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def _mark(self, item: int) -> None:
        self.do(lambda s: model.mark(s, item))

    def _looked(self) -> None:
        if self._look.value is None:
            self.hint(self.texts("label.look_first"))
            return
        self.do(lambda s: model.look(s, int(self._look.value)))

    def show(self, state: model.Label) -> str:
        self._parts.set(state.part)
        if state.part == BILL:
            self._show_dial(state)
        else:
            self._show_round(state, self._rounds[state.part])
        return plots.describe(state, self.texts)

    def _show_round(self, state: model.Label, parts: dict) -> None:
        solved = state.part in state.solved
        parts["basket"].value = plots.person(state, self.texts)
        parts["review"].value = plots.places(state, self.texts)
        parts["solve"].layout.display = "none" if solved else ""
        parts["next"].layout.display = "" if solved else "none"
        if state.part == LABELLED:
            self._look.set(None if state.looked is None else str(state.looked))
            self._look.layout.display = "none" if solved else ""
        else:
            parts["open"].layout.display = "none" if solved else ""
            self._show_places(state, parts["list"])

    def _show_places(self, state: model.Label, toggles: Toggles) -> None:
        items, t = model.listing(state.part).items, self.texts

        def words(item: int, on: bool) -> str:
            place = items.index(item) + 1
            plain = t("label.place", place=place, name=goods.name(item, t), price=goods.price(item))
            return t("label.suspect", words=plain) if on else plain

        toggles.show(items, state.marked[state.part], words)

    def _show_dial(self, state: model.Label) -> None:
        for name, slider in self._sliders.items():
            slider.set(getattr(state, name))
        self._where.set(state.where)
        self._chart.value = plots.chart(state, self.texts)
