"""The bubble as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import bubble as model
from ..model.rounds import PEOPLE, VISITS, examples
from ..plots import bubble as plots
from ..plots import goods

OPTIONS = ("shrink", "once", "back", "same", "grow")


class App(ui.App):
    """Choose a list for everybody, simulate twenty rounds, and compare with the groups that got another one."""

    step = "bubble"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Bubble(), texts)

    def _options(self) -> dict[str, str]:
        return {key: self.texts(f"bubble.option.{key}") for key in OPTIONS}

    def question(self) -> W.Widget:
        return ui.Choice(self.texts("bubble.guess"), self._options())

    def answer(self, guess) -> str:
        return self._options()[guess]

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._legend, self._variety, self._top, self._table = (W.HTML() for _ in range(4))
        go = ui.button(t("bubble.go"), self._go, "kit-main")
        charts = [self._legend, ui.heading(t("bubble.head_variety")), self._variety]
        row = ui.columns([*self._settings(), go], [*charts, ui.heading(t("bubble.head_top")), self._top])
        note = W.HTML(f"<p>{t('bubble.note', n=PEOPLE, visits=VISITS)}</p>")
        measured = [ui.heading(t("bubble.head_table")), self._table]
        return [W.HTML(goods.style()), row, note, *measured, *self._closer_look()]

    def _settings(self) -> list[W.Widget]:
        t, start = self.texts, self.state
        policies = {name: t(f"bubble.policy.{name}") for name in model.POLICIES}
        self._policy = ui.Choice(t("bubble.choose"), policies, start.policy, lambda v: self._set("policy", v))
        shares = [(t("ui.share", value=v), v) for v in model.SHARES]
        self._share = ui.Slider(t, "bubble.share", shares, start.share, lambda v: self._set("share", v))
        rules = {"new": t("bubble.rule.new"), "known": t("bubble.rule.known")}
        self._rule = ui.Choice(t("bubble.rule_label"), rules, "new", lambda v: self._set("repeats", v == "known"))
        return [self._policy, self._share, self._rule]

    def _closer_look(self) -> list[W.Widget]:
        t = self.texts
        people = {str(i): plots.person_name(i, t) for i in range(len(examples()))}
        self._who = ui.Choice(t("bubble.who"), people, "0", lambda v: self._set("person", int(v)))
        self._person = W.HTML()
        return [ui.heading(t("bubble.head_person")), self._who, self._person]

    def _set(self, name: str, value) -> None:
        self.do(lambda s: model.choose(s, **{name: value}), merge=name)

    def _go(self) -> None:
        self.hint(self.texts("bubble.working"))
        self.do(model.ran)

    def show(self, state: model.Bubble) -> str:
        self._policy.set(state.policy)
        self._share.set(state.share)
        self._share.layout.display = "" if state.policy == "ease" else "none"
        self._rule.set("known" if state.repeats else "new")
        self._rule.layout.display = "none" if state.policy == "none" else ""
        self._who.set(str(state.person))
        t = self.texts
        self._legend.value = plots.legend(state, t)
        self._variety.value = plots.chart(state, "variety", t)
        self._top.value = plots.chart(state, "top", t)
        self._table.value = plots.table(state, t)
        self._person.value = plots.person(state, t)
        return plots.describe(state, t)
