"""Step 1 as the learner sees it."""

from __future__ import annotations

import time

import ipywidgets as W

from kitlib import ui

from ..model import sort as model
from ..plots import sort as plots


class SortApp(ui.App):
    """Twelve parts, two buttons, a clock. The state is kept for the comparison in the next step."""

    step = "sort"

    def __init__(self, texts: ui.Texts, **_):
        super().__init__(model.Sort(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "sort.guess", (0, model.PARTS, 1), 6)

    def answer(self, guess) -> str:
        return self.texts("sort.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._photo, self._progress, self._review = W.HTML(), W.HTML(), W.HTML()
        self._start = ui.button(
            t("sort.start"), lambda: self.do(lambda s: model.begin(s, time.monotonic())), "kit-main"
        )
        ok = ui.button(t("sort.ok"), lambda: self._sorted(False))
        defect = ui.button(t("sort.defective"), lambda: self._sorted(True), "kit-defect")
        self._buttons = ui.row(ok, defect)
        return [self._start, self._progress, self._photo, self._buttons, self._review]

    def _sorted(self, defective: bool) -> None:
        self.do(lambda s: model.answer(s, defective, time.monotonic()))

    def show(self, state: model.Sort) -> str:
        t = self.texts
        running = state.shown_at is not None and not state.done
        self._start.layout.display = "" if state.shown_at is None else "none"
        self._buttons.layout.display = self._photo.layout.display = "" if running else "none"
        number = t("sort.progress", number=len(state.answers) + 1, total=model.PARTS)
        # Two names of one animation: only a change of name starts the bar anew with each part.
        name = f"kit-run-{len(state.answers) % 2}"
        clock = f'<div class="kit-clock" aria-hidden="true"><i style="animation-name:{name}"></i></div>'
        self._progress.value = f"<p>{number}</p>{clock}" if running else ""
        self._photo.value = plots.picture(state, t) if running else ""
        self._review.value = plots.table(state, t) if state.done else ""
        return plots.describe(state, t)
