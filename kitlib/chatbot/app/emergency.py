"""Failure, attack and error as the learner sees them: decide, measure, and a card to take home."""

from __future__ import annotations

from html import escape

import ipywidgets as W

from kitlib import ui

from ..model import emergency as model
from ..model.emergency import ATTACK_PART, INCIDENTS, INCIDENTS_PART, LINES
from ..plots import chat, emergency_card
from ..plots import emergency as plots


class App(ui.App):
    """An attack to measure, four incidents to decide, an emergency card to fill in and save."""

    step = "emergency"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Emergency(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "emergency.guess", (0, 100, 5), 50)

    def answer(self, guess) -> str:
        return self.texts("emergency.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        titles = [t(f"emergency.part.{n}") for n in range(3)]
        self._parts = ui.Parts(titles, [self._attack(), self._incidents(), self._form()], self._go)
        return [W.HTML(chat.style()), self._parts]

    def _incidents(self) -> W.Widget:
        t = self.texts
        self._cases = [
            ui.button(t(f"emergency.{i.name}.title"), lambda n=n: self._open(n)) for n, i in enumerate(INCIDENTS)
        ]
        self._story, self._outcomes = W.HTML(), W.HTML()
        self._choices = [
            ui.Choice(t("emergency.first"), plots.actions(n, t), None, self._decide) for n in range(len(INCIDENTS))
        ]
        note = W.HTML(f"<p>{escape(plots.assumed(t))}</p>")
        return W.VBox([ui.row(*self._cases), self._story, *self._choices, self._outcomes, note])

    def _attack(self) -> W.Widget:
        t = self.texts
        ways = {way: t(f"emergency.way.{way}") for way in ("add", "change")}
        checks = {check: t(f"emergency.check.{check}") for check in ("none", "source", "person")}
        sources = {"no": t("emergency.copied.no"), "yes": t("emergency.copied.yes")}
        self._way = ui.Choice(t("emergency.way_label"), ways, self.state.way, lambda v: self._turn("way", v))
        self._sizes = {way: self._size(way) for way in ways}
        self._check = ui.Choice(t("emergency.check_label"), checks, self.state.check, lambda v: self._turn("check", v))
        self._copied = ui.Choice(t("emergency.copied_label"), sources, "no", lambda v: self._turn("copied", v == "yes"))
        self._chart, self._example = W.HTML(), W.HTML()
        side = [self._way, *self._sizes.values(), self._check, self._copied]
        both = ui.columns(side, [ui.heading(t("emergency.head_chart")), self._chart])
        told = W.HTML(f"<p>{escape(t('emergency.order_note'))}</p>")
        return W.VBox([both, ui.heading(t("emergency.head_order")), told, self._example])

    def _size(self, way: str) -> ui.Slider:
        sizes = list(model.sizes(model.Emergency(way=way)))
        turn = lambda n: self._turn("size", sizes.index(n))  # noqa: E731
        return ui.Slider(self.texts, f"emergency.slider.{way}", sizes, sizes[self.state.size], turn)

    def _form(self) -> W.Widget:
        t = self.texts
        self._lines = [self._line(n, name) for n, name in enumerate(LINES)]
        self._save = W.HTML()
        rows = []
        for name, line in zip(LINES, self._lines, strict=True):
            label = W.HTML(escape(t(f"emergency.line.{name}")))
            label.add_class("kit-label")
            row = W.VBox([label, line])
            row.add_class("kit-control")
            rows.append(row)
        return W.VBox([W.HTML(f"<p>{escape(t('emergency.card_note'))}</p>"), *rows, self._save])

    def _line(self, number: int, name: str) -> W.Text:
        words = self.texts(f"emergency.line.{name}")
        example = self.texts(f"emergency.example.{name}")
        made = W.Text(placeholder=example, tooltip=words, continuous_update=False, layout=W.Layout(width="100%"))
        made.add_class("kit-field")
        made.observe(lambda change: self._write(number, change["new"]), "value")
        return made

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def _open(self, number: int) -> None:
        self.do(lambda s: model.show_incident(s, number))

    def _decide(self, value: str) -> None:
        self.do(lambda s: model.decide(s, int(value)))

    def _turn(self, name: str, value) -> None:
        self.do(lambda s: model.change(s, **{name: value}), merge=name)

    def _write(self, number: int, words: str) -> None:
        self.do(lambda s: model.write(s, number, words), merge=f"card {number}")

    def show(self, state: model.Emergency) -> str:
        self._parts.set(state.part)
        if state.part == INCIDENTS_PART:
            self._show_incident(state)
        elif state.part == ATTACK_PART:
            self._show_attack(state)
        else:
            for line, words in zip(self._lines, state.card, strict=True):
                line.value = words
            t, made = self.texts, emergency_card.page(state, self.texts)
            self._save.value = ui.download(t("emergency.save"), t("emergency.file"), made, "text/html;charset=utf-8")
        return plots.describe(state, self.texts)

    def _show_incident(self, state: model.Emergency) -> None:
        t = self.texts
        for n, (made, incident, chosen) in enumerate(zip(self._cases, INCIDENTS, state.chosen, strict=True)):
            here = "▸ " if n == state.incident else ""
            done = " ✓" if chosen is not None else ""
            made.description = made.tooltip = f"{here}{t(f'emergency.{incident.name}.title')}{done}"
        for n, choice in enumerate(self._choices):
            choice.layout.display = "" if n == state.incident else "none"
            choice.set(None if state.chosen[n] is None else str(state.chosen[n]))
        self._story.value = plots.story(state.incident, t)
        self._outcomes.value = plots.outcomes(state, t)

    def _show_attack(self, state: model.Emergency) -> None:
        self._way.set(state.way)
        self._check.set(state.check)
        self._copied.set("yes" if state.copied else "no")
        self._copied.layout.display = "" if (state.check, state.way) == ("source", "add") else "none"
        for way, slider in self._sizes.items():
            slider.layout.display = "" if way == state.way else "none"
            slider.set(model.sizes(model.change(state, way=way))[state.size])
        self._chart.value = plots.chart(state, self.texts)
        if not self._example.value:
            self._example.value = plots.example(self.texts)
