"""Pre-sorted mails, as the learner sees them."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import presort as model
from ..model.presort import COST, FIVE, INBOX, URGENT
from ..plots import presort as plots
from ..plots import presort_lists as lists

LIMIT = 100_000
BAND = (0.0, 1.0, 0.01)
ASSUMED = {"look": (1, 10, 1), "back": (1, 30, 1), "harm": [0, 1, 2, 3, 5, 10, 20, 50, 100], "hourly": (20, 90, 5)}
SAMPLES = (0, 20, 10, 5, 2)
LISTS = ("none", "short", "long")


class App(ui.App):
    """Sort five mails by hand; set the check band; work out what it saves; protect what must not be left lying."""

    step = "presort"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Presort(lang=texts.lang), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "presort.guess", (0, 100, 5), 50)

    def answer(self, guess) -> str:
        return self.texts("presort.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._bands: dict[int, ui.Slider] = {}
        bodies = [self._hand(), self._inbox(), self._cost(), self._special()]
        self._parts = ui.Parts([t(f"presort.part.{n}") for n in range(len(bodies))], bodies, self._go)
        return [W.HTML(lists.style()), self._parts]

    def _hand(self) -> W.Widget:
        t = self.texts
        self._mail = W.HTML()
        self._choices = ui.row(*map(self._department, model.choices()))
        self._on = ui.button(t("presort.to_inbox"), lambda: self._go(INBOX), "kit-main")
        task = W.HTML(f"<p>{t('presort.hand_task')}</p>")
        return W.VBox([task, self._mail, self._choices, self._on])

    def _department(self, key: str) -> W.Button:
        return ui.button(lists.department(key, self.texts), lambda: self.do(lambda s: model.put(s, key)))

    def _inbox(self) -> W.Widget:
        t = self.texts
        self._mails = W.HTML()
        self._tell = ui.button(t("presort.tell"), lambda: self.do(model.tell), "kit-main")
        more = ui.button(t("presort.more"), lambda: self.do(model.turn))
        on = ui.button(t("presort.to_cost"), lambda: self._go(COST))
        task = W.HTML(f"<p>{t('presort.inbox_task')}</p>")
        return W.VBox([task, self._band(INBOX), self._mails, ui.row(self._tell, more, on)])

    def _cost(self) -> W.Widget:
        t, start = self.texts, self.state
        self._dials = {
            name: ui.Slider(t, f"presort.dial.{name}", values, getattr(start, name), self._turner(name))
            for name, values in ASSUMED.items()
        }
        options = {str(n): t("presort.sample_one", n=n) if n else t("presort.sample_none") for n in SAMPLES}
        self._sample = ui.Choice(t("presort.sample"), options, str(start.sample), self._sampled)
        self._charts = W.HTML()
        assumed = [ui.heading(t("presort.head.assumed")), *self._dials.values()]
        main = [ui.heading(t("presort.head.chart")), self._charts]
        task = W.HTML(f"<p>{t('presort.cost_task')}</p>")
        on = ui.button(t("presort.to_special"), lambda: self._go(URGENT), "kit-main")
        return W.VBox([task, ui.columns([self._band(COST), self._sample, *assumed], main), on])

    def _special(self) -> W.Widget:
        t = self.texts
        self._field = ui.Field(t("presort.field"), t("presort.keep_list"), self._listed, limit=LIMIT)
        self._lists = {name: self._list(name) for name in LISTS}
        ready = ui.row(*self._lists.values())
        task = W.HTML(f"<p>{t('presort.special_task')}</p>")
        self._fates = W.HTML()
        return W.VBox([task, self._band(URGENT), ready, self._field, self._fates])

    def _list(self, name: str) -> W.Button:
        typed = self._typed(name)
        return ui.button(self.texts(f"presort.take.{name}"), lambda: self.do(lambda s: model.rule(s, typed)))

    def _typed(self, name: str) -> str:
        return "" if name == "none" else self.texts(f"presort.list.{name}")

    def _band(self, part: int) -> ui.Slider:
        """The same dial in three parts."""
        self._bands[part] = ui.Slider(self.texts, "presort.dial.band", BAND, self.state.band, self._turner("band"))
        return self._bands[part]

    def _turner(self, name: str):
        return lambda value: self.do(lambda s: model.change(s, **{name: value}), merge=name)

    def _sampled(self, value: str) -> None:
        self.do(lambda s: model.change(s, sample=int(value)))

    def _listed(self, typed: str) -> None:
        if not model.listed(typed):
            self.hint(self.texts("presort.no_words"))
            return
        self.do(lambda s: model.rule(s, typed))

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def show(self, state: model.Presort) -> str:
        self._parts.set(state.part)
        for slider in self._bands.values():
            slider.set(state.band)
        (self._show_hand, self._show_inbox, self._show_cost, self._show_special)[state.part](state)
        return plots.describe(state, self.texts)

    def _show_hand(self, state: model.Presort) -> None:
        done = len(state.hand) == FIVE
        self._mail.value = lists.by_hand(state, self.texts)
        self._choices.layout.display = "none" if done else ""
        self._on.layout.display = "" if done else "none"

    def _show_inbox(self, state: model.Presort) -> None:
        self._mails.value = lists.inbox(state, self.texts)
        self._tell.disabled = state.told

    def _show_cost(self, state: model.Presort) -> None:
        for name, slider in self._dials.items():
            slider.set(getattr(state, name))
        self._sample.set(str(state.sample))
        self._charts.value = plots.charts(state, self.texts)

    def _show_special(self, state: model.Presort) -> None:
        self._field.set(", ".join(state.words))
        for name, made in self._lists.items():
            here = state.words == model.listed(self._typed(name))
            words = self.texts(f"presort.take.{name}")
            made.description = made.tooltip = f"▸ {words}" if here else words  # which one is in use
        self._fates.value = lists.urgent(state, self.texts)
