"""Masking of personal details as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import masking as model
from ..model.masking import KINDS, MAIL, MEASURED, NEVER, TYPED
from ..plots import mask as plots


class App(ui.App):
    """A mail, an own text, what was measured, and what must never be typed in."""

    step = "mask"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Masking(), texts)

    def question(self) -> W.Widget:
        t, most = self.texts, plots.details(self.texts)
        return ui.Question(ui.Slider(t, "mask.guess", (0, most, 1), most // 2), plots.style() + plots.question(t))

    def answer(self, guess) -> str:
        return self.texts("mask.answer", value=guess, there=plots.details(self.texts))

    def body(self) -> list[W.Widget]:
        t = self.texts
        titles = [t(f"mask.part.{n}") for n in range(4)]
        self._table, self._rules, self._view = W.HTML(), W.HTML(plots.rules(t)), W.HTML()
        table = W.VBox([ui.heading(t("mask.head_measured")), W.HTML(f"<p>{t('mask.how_measured')}</p>"), self._table])
        never = W.VBox([ui.heading(t("mask.head_never")), self._rules])
        self._parts = ui.Parts(titles, [self._mail(), self._own(), table, never], self._go)
        return [W.HTML(plots.style()), self._parts, self._tools()]

    def _mail(self) -> W.Widget:
        t = self.texts
        options = {name: t(f"mask.mail.{name}") for name in model.MAILS}
        choose = lambda name: self.do(lambda s: model.choose(s, name))  # noqa: E731
        self._choice = ui.Choice(t("mask.mail_label"), options, self.state.mail, choose)
        return self._choice

    def _own(self) -> W.Widget:
        t = self.texts
        self._field = ui.Field(t("mask.field"), t("mask.search"), self._typed, lines=4, limit=model.LIMIT)
        secrets = [ui.button(t(f"mask.secret.{name}"), lambda n=name: self._secret(n)) for name in model.SECRETS]
        note = W.HTML(f"<p>{t('mask.field_note')}</p>")
        tries = W.HTML(f"<p>{t('mask.try_secrets')}</p>")
        return W.VBox([note, self._field, tries, ui.row(*secrets)])

    def _tools(self) -> W.Widget:
        """The text on show with its switches, below the mail and below the own text."""
        t = self.texts
        options = {"": t("mask.view.marked"), "stored": t("mask.view.stored")}
        self._stored = ui.Choice(t("mask.view_label"), options, "", self._show_stored)
        self._kinds = {kind: ui.button("", lambda k=kind: self._switch(k)) for kind in KINDS}
        switches = ui.row(*self._kinds.values())
        head = ui.heading(t("mask.head_kinds"))
        self._tooling = W.VBox([self._stored, self._view, head, switches])
        return self._tooling

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def _typed(self, text: str) -> None:
        if not text.strip():
            self.hint(self.texts("common.empty"))
            return
        self.do(lambda s: model.type_in(s, text))

    def _secret(self, name: str) -> None:
        self.do(lambda s: model.try_secret(s, self.texts.lang, name))

    def _switch(self, kind: str) -> None:
        self.do(lambda s: model.switch(s, kind))

    def _show_stored(self, value: str) -> None:
        self.do(lambda s: model.show_stored(s, value == "stored"))

    def show(self, state: model.Masking) -> str:
        t = self.texts
        self._parts.set(state.part)
        self._choice.set(state.mail)
        self._field.set(state.typed)
        self._stored.set("stored" if state.stored else "")
        if state.part == MEASURED and not self._table.value:
            self._table.value = plots.table(t)
        text = state.part == MAIL or (state.part == TYPED and bool(state.typed.strip()))
        self._tooling.layout.display = "" if text else "none"
        if text:
            self._view.value = plots.view(state, t)
        for kind, made in self._kinds.items():
            key = "mask.kind_off" if kind in state.off else "mask.kind_on"
            made.description = made.tooltip = t(key, kind=t(f"mask.kind.{kind}"))
        return plots.describe(state, t) if state.part != NEVER else ""
