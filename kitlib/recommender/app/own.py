"""Step 9 as the learner sees it."""

from __future__ import annotations

from types import SimpleNamespace

import ipywidgets as W
import numpy as np

from kitlib import ui

from ..data.purchases import PurchasesError
from ..model import own as model
from ..plots import enough
from ..plots import own as plots

ACCEPT = ".csv,.tsv,.txt,.gz,.xlsx,.xlsm"
NOTHING = -1  # a choice of None would stand there as an empty box
MEGABYTES = 40  # what a lesson page sends at once


class App(ui.App):
    """Upload a table, say which columns are which if need be, check it, try a person, wipe everything."""

    step = "own"
    kept = 5  # each state may hold a large table

    def __init__(self, texts: ui.Texts, data=None):
        self._parts, self._files, self._following = None, 0, False
        super().__init__(model.given(data), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "own.guess_label", (0, 10, 1), 5)

    def answer(self, guess) -> str:
        return self.texts("own.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        names = ("problems", "preview", "result", "tried", "asked")
        p = self._parts = SimpleNamespace(**{name: W.HTML() for name in names})
        p.customer, p.item = self._choice("own.customer_column"), self._choice("own.item_column")
        p.person = self._choice("own.choose", lambda value: self.do(lambda s: model.choose(s, value), "person"))
        p.out = self._choice("own.take_out", self._without)
        p.check = ui.button(t("own.check"), self._check, "kit-main")
        read_as = ui.button(t("own.read_as"), self._read_as, "kit-main")
        p.asking = W.VBox([ui.heading(t("own.ask")), p.asked, p.customer, p.item, read_as])
        p.asking.add_class("kit-card")
        p.trying = W.VBox([ui.heading(t("own.try")), p.person, p.out, p.tried])
        file = ui.upload(t("own.file"), ACCEPT, lambda files: self._load(lambda s: model.read(s, *files[0])))
        side = [file, ui.button(t("own.practice"), self._practice), W.HTML(plots.limits(t, MEGABYTES))]
        return [ui.columns(side, [p.problems, p.asking, p.preview]), p.check, p.result, p.trying]

    def _without(self, item: int) -> None:
        self.do(lambda s: model.without(s, None if item == NOTHING else item), "out")

    def _choice(self, key: str, on_change=None) -> W.Dropdown:
        words = self.texts(key)
        layout = W.Layout(width="100%", max_width="44rem", height="auto", flex_flow="row wrap")
        made = W.Dropdown(description=words, tooltip=words, layout=layout, style={"description_width": "auto"})
        made.add_class("kit-control")
        made.observe(lambda change: on_change and not self._following and on_change(change["new"]), "value")
        return made

    def _practice(self) -> None:
        self._load(lambda s: model.practice(s, self.texts.lang))

    def _read_as(self) -> None:
        p = self._parts
        self._load(lambda s: model.read_as(s, p.customer.value, p.item.value))

    def _load(self, transition) -> None:
        """Run a transition that reads a table; what is wrong with it is said in plain words, the rest is kept.

        A file that waits for its columns still has the names in it. What is read next takes its place in the history.
        """
        self._files += self.state.waiting is None
        self.hint(self.texts("own.reading"))
        error = self.do(transition, f"file {self._files}", PurchasesError)
        if error:
            self._parts.problems.value = plots.problems((error.problem, *error.problems), self.texts)

    def _check(self) -> None:
        t = self.texts
        self.do(lambda s: model.check(s, lambda step: self.hint(t("own.working", step=step))))

    def show(self, state: model.Own) -> str:
        t, p, table = self.texts, self._parts, state.purchases
        p.problems.value = plots.problems(table.problems if table else (), t)
        p.preview.value = plots.preview(state, t)
        p.check.layout.display = "" if table and len(table) else "none"
        p.result.value, p.tried.value = enough.checked(state, t), plots.tried(state, t)
        p.asking.layout.display = "" if state.waiting else "none"
        p.trying.layout.display = "none" if state.person is None else ""
        self._following = True
        try:
            self._show_columns(state)
            self._show_people(state)
        finally:
            self._following = False
        return plots.describe(state, t)

    def _show_columns(self, state: model.Own) -> None:
        p, names, chosen = self._parts, (), (None, None)
        if state.waiting:
            names, chosen = model.columns(state), model.nearest(state)
        options = [(plots.short(name), name) for name in names]
        for choice, value in zip((p.customer, p.item), chosen, strict=True):
            _fill(choice, options, value)
        p.asked.value = plots.asked(state.waiting, self.texts)

    def _show_people(self, state: model.Own) -> None:
        t, p = self.texts, self._parts
        if state.person is None:
            _fill(p.person, [], None)
            _fill(p.out, [], None)
            return
        counts, names = np.diff(state.model.known.indptr), state.model.customers
        options = [(t("own.person_option", name=names[i], n=int(counts[i])), i) for i in model.people(state)]
        shown, of = len(options), int((counts > 0).sum())
        p.person.description = t("own.choose") if shown == of else t("own.choose_of", shown=shown, of=of)
        p.person.tooltip = p.person.description
        _fill(p.person, options, state.person)
        items = [(plots.short(state.model.items[i]), i) for i in model.bought(state)]
        _fill(p.out, [(t("own.nothing_out"), NOTHING), *items], NOTHING if state.out is None else state.out)

    def reset(self) -> None:
        """Also the closed widgets of before are let go of: the preview is in them."""
        super().reset()
        self._parts = None


def _fill(choice: W.Dropdown, options: list, value) -> None:
    if list(choice.options) != options:
        choice.options = options
    choice.value = value
