"""Step own as the learner sees it."""

from __future__ import annotations

from types import SimpleNamespace

import ipywidgets as W

from kitlib import ui

from ..data.problems import FaqError
from ..data.template import as_csv
from ..model import own as model
from ..plots import chat
from ..plots import own as plots

ACCEPT = ".csv,.tsv,.txt,.gz,.xlsx,.xlsm,.json,.jsonl,.md,.yml,.yaml"
MEGABYTES = 40  # what a lesson page sends at once


class App(ui.App):
    """Upload a FAQ, have it measured, see what to do first, ask it, wipe everything."""

    step = "own"
    kept = 5  # each state may hold a large FAQ and its model

    def __init__(self, texts: ui.Texts, data=None):
        self._parts, self._files = None, 0
        super().__init__(model.given(data), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "own.guess_label", (0, 100, 1), 50)

    def answer(self, guess) -> str:
        return self.texts("own.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        p = self._parts = SimpleNamespace(
            **{name: W.HTML() for name in ("problems", "preview", "sample", "result", "answered")}
        )
        p.check = ui.button(t("own.check"), self._check, "kit-main")
        p.field = ui.Field(t("own.ask_field"), t("own.ask_send"), self._ask, limit=model.LONGEST, css="")
        p.asking = W.VBox([ui.heading(t("own.ask")), p.field, p.answered])
        file = ui.upload(t("own.file"), ACCEPT, lambda files: self._load(lambda s: model.read(s, files)), several=True)
        example = ui.button(t("own.example"), lambda: self._load(lambda s: model.example(s, t.lang)))
        ways = ui.row(file, example, W.HTML(self._template()))
        limits = W.HTML(plots.limits(t, MEGABYTES))
        read = [p.problems, p.preview, p.sample]  # below the buttons, as wide as the page: tables of words need it
        return [W.HTML(chat.style()), ways, limits, *read, p.check, p.result, p.asking]

    def _template(self) -> str:
        t = self.texts
        content = as_csv(model.template(t.lang), t.lang)
        return ui.download(t("own.template"), t("own.template_name"), content, "text/csv;charset=utf-8")

    def _load(self, transition) -> None:
        """Run a transition that reads a FAQ; what is wrong with it is said in plain words, the rest is kept."""
        self._files += 1
        self.hint(self.texts("own.reading"))
        error = self.do(transition, f"file {self._files}", FaqError)
        if error:
            self._parts.problems.value = plots.problems((error.problem, *error.problems), self.texts)

    def _check(self) -> None:
        t = self.texts
        self.do(lambda s: model.check(s, lambda step: self.hint(t("own.working", step=step))))

    def _ask(self, text: str) -> None:
        if not text.strip():
            self.hint(self.texts("own.ask_empty"))
            return
        self.do(lambda s: model.ask(s, text))

    def show(self, state: model.Own) -> str:
        t, p, faq = self.texts, self._parts, state.faq
        p.problems.value = plots.problems(faq.problems if faq else (), t)
        p.preview.value, p.result.value = plots.preview(state, t), plots.result(state, t)
        p.sample.value = plots.sample(state, t)
        p.check.layout.display = "" if model.able(faq) and state.result is None else "none"
        p.asking.layout.display = "none" if state.result is None else ""
        p.answered.value = plots.answered(state, t)
        p.field.set(state.asked)
        return plots.describe(state, t)

    def reset(self) -> None:
        """Also the closed widgets of before are let go of: the preview is in them."""
        super().reset()
        self._parts = None
