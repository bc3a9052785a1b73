"""Threshold and hand-off, as the learner sees them."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import handoff as model
from ..model.handoff import AFTER, MATTERS, QUEUE
from ..plots import chat
from ..plots import handoff as plots
from ..plots import handoff_train as after
from .handoff_queue import Desk

SLIDERS = {
    "threshold": (0.0, 1.0, 0.01),
    "wrong": [1, 2, 3, 5, 10, 20, 30, 50, 100, 200],
    "minutes": (1, 20, 1),
    "hourly": (20, 90, 5),
    "missing": (0.0, 0.6, 0.05),
    "near": (0.0, 1.0, 0.1),
}


class App(ui.App):
    """Set the threshold; answer what was handed over; train again and measure."""

    step = "handoff"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Handoff(lang=texts.lang), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "handoff.guess", (0, 100, 5), 20)

    def answer(self, guess) -> str:
        return self.texts("handoff.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._desk = Desk(t, self.do, self.hint, self._go)
        titles = [t(f"handoff.part.{n}") for n in range(AFTER + 1)]
        self._parts = ui.Parts(titles, [self._dial(), self._desk, self._after()], self._go)
        return [W.HTML(chat.style()), self._parts]

    def _dial(self) -> W.Widget:
        t, start = self.texts, self.state
        self._sliders = {
            name: ui.Slider(t, f"handoff.slider.{name}", values, self._value(start, name), self._turner(name))
            for name, values in SLIDERS.items()
        }
        self._chart, self._table, self._months = W.HTML(), W.HTML(), W.HTML()
        self._check = ui.button(t("handoff.check"), lambda: self.do(model.check), "kit-main")
        matters = [self._matter(name) for name in MATTERS]
        threshold, wrong, *others = self._sliders.values()
        side = [ui.heading(t("handoff.head.assumed")), wrong, ui.row(*matters), *others]
        pictures = [self._chart, self._table, self._check, self._months]
        main = [
            ui.heading(t("handoff.head.chart")),
            threshold,
            *pictures,
        ]  # on a phone the slider moves what is in view
        task = W.HTML(f"<p>{t('handoff.task')}</p>")
        go_on = ui.button(t("handoff.to_queue"), lambda: self._go(QUEUE), "kit-main")
        return W.VBox([task, ui.columns(side, main), go_on])

    @staticmethod
    def _value(state: model.Handoff, name: str):
        return state.line if name == "threshold" else getattr(state, name)

    def _turner(self, name: str):
        return lambda value: self.do(lambda s: model.change(s, **{name: value}), merge=name)

    def _matter(self, name: str) -> W.Button:
        euro = MATTERS[name]
        return ui.button(
            self.texts(f"handoff.matter.{name}", value=euro), lambda: self.do(lambda s: model.change(s, wrong=euro))
        )

    def _after(self) -> W.Widget:
        t = self.texts
        self._train = ui.button(t("handoff.train"), self._learn, "kit-main")
        self._clean = ui.button("", lambda: self.do(model.clean))
        self._crowd = ui.button(t("handoff.crowd", n=plots.STEPS[-1]), lambda: self.do(model.crowd))
        self._result, self._curve = W.HTML(), W.HTML()
        line = after.line(self.state.lang)
        task = W.HTML(f"<p>{t('handoff.after_task', line=line)}</p>")
        people = [ui.heading(t("handoff.head.crowd")), W.HTML(f"<p>{t('handoff.crowd_task')}</p>")]
        return W.VBox([task, ui.row(self._train, self._clean), self._result, *people, self._crowd, self._curve])

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def _learn(self) -> None:
        if not self.state.done:
            self.hint(self.texts("handoff.first"))
            return
        self.do(model.train)

    def show(self, state: model.Handoff) -> str:
        self._parts.set(state.part)
        if state.part == QUEUE:
            self._desk.show(state)
        elif state.part == AFTER:
            self._show_after(state)
        else:
            self._show_dial(state)
        return plots.describe(state, self.texts)

    def _show_dial(self, state: model.Handoff) -> None:
        for name, slider in self._sliders.items():
            slider.set(self._value(state, name))
        self._check.layout.display = "none" if state.checked else ""
        self._chart.value = plots.chart(state, self.texts)
        self._table.value = plots.table(state, self.texts)
        self._months.value = plots.months(state, self.texts)

    def _show_after(self, state: model.Handoff) -> None:
        t = self.texts
        self._train.disabled = state.trained is not None and state.trained == state.done
        self._clean.description = t("handoff.unclean" if state.clean else "handoff.clean")
        self._clean.tooltip = self._clean.description
        self._crowd.layout.display = "none" if state.crowd else ""
        self._result.value = after.table(state, t)
        self._curve.value = after.chart(state, t)
