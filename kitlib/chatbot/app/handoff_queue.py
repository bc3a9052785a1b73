"""The desk of the person who takes over: one question at a time."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as W

from kitlib import ui

from ..model import handoff as model
from ..model import handoff_queue as queue
from ..model.handoff import AFTER, Decision
from ..plots import handoff_queue as plots

LIMIT = 100_000


class Desk(W.VBox):
    """The question on show, what may be done with it, and the page for a new entry."""

    def __init__(self, t: ui.Texts, do: Callable, hint: Callable[[str], None], go: Callable[[int], None]):
        self._texts, self._do, self._hint = t, do, hint
        self._case, self._suggested, self._draft = W.HTML(), W.HTML(), W.HTML()
        self._choose, self._write = self._choices(), self._writing()
        self._on = ui.button(t("handoff.to_after"), lambda: go(AFTER), "kit-main")
        task = W.HTML(f"<p>{t('handoff.queue_task')}</p>")
        super().__init__([task, self._case, self._suggested, self._choose, self._write, self._on])

    def _choices(self) -> W.Widget:
        t = self._texts
        self._fits = [
            ui.button(t("handoff.fits", letter=letter), lambda n=n: self._assign(n), "kit-main")
            for n, letter in enumerate(plots.LETTERS)
        ]
        missing = ui.button(t("handoff.missing"), lambda: self._do(model.write))
        away = ui.button(t("handoff.away"), lambda: self._decide(Decision("away")))
        skip = ui.button(t("handoff.skip"), lambda: self._decide(Decision("skip")), "kit-quiet")
        return W.VBox([ui.row(*self._fits), ui.row(missing, away, skip)])

    def _writing(self) -> W.Widget:
        t = self._texts
        self._adopt = ui.button(t("handoff.adopt"), lambda: self._decide(Decision("draft")), "kit-main")
        self._field = ui.Field(t("handoff.field"), t("handoff.keep_own"), self._own, limit=LIMIT, css="")
        noted = ui.button(t("handoff.note"), lambda: self._decide(Decision("noted")))
        back = ui.button(t("handoff.back"), lambda: self._do(lambda s: model.write(s, False)), "kit-quiet")
        return W.VBox([self._draft, self._adopt, self._field, ui.row(noted, back)])

    def _assign(self, place: int) -> None:
        waiting = queue.waiting(self._state)
        if waiting is not None:  # a second click may arrive after the last question is gone
            self._decide(Decision("entry", waiting.suggested[place]))

    def _own(self, text: str) -> None:
        if not text.strip():
            self._hint(self._texts("common.empty"))
            return
        self._decide(Decision("own", text=text))

    def _decide(self, decision: Decision) -> None:
        self._do(lambda s: model.decide(s, decision) if queue.waiting(s) else s)

    def show(self, state: model.Handoff) -> None:
        self._state, t, waiting = state, self._texts, queue.waiting(state)
        self._case.value = plots.case(state, t)
        self._suggested.value = plots.suggestions(state, t)
        self._draft.value = plots.draft(state, t)
        open_ = waiting is not None
        self._choose.layout.display = "" if open_ and not state.writing else "none"
        self._write.layout.display = "" if open_ and state.writing else "none"
        self._adopt.layout.display = "" if open_ and waiting.kind == "gap" else "none"
        for place, button in enumerate(self._fits):
            button.layout.display = "" if open_ and place < len(waiting.suggested) else "none"
        self._field.set("")
        self._on.layout.display = "none" if open_ else ""
