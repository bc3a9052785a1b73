"""Step 2 as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import learn as model
from ..model import room
from ..model.sort import Sort
from ..plots import learn as plots
from ..plots import sort as sort_plots

CELLS = ((False, False), (False, True), (True, False), (True, True))


class LearnApp(ui.App):
    """Choose how many pictures and how many wrong labels, train, and open the cells of the confusion matrix."""

    step = "learn"

    def __init__(self, texts: ui.Texts, earlier=None, **_):
        self._earlier = earlier
        super().__init__(model.Learn(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "learn.guess_label", (50, 100, 1), 75)

    def intro(self) -> str:
        return self.texts("learn.intro", tests=len(room.truth()))

    def answer(self, guess) -> str:
        return self.texts("learn.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._size = ui.Slider(t, "learn.size", list(model.SIZES), 200, lambda v: self._chosen(size=v))
        self._share = ui.Slider(t, "learn.mislabelled", list(model.SHARES), 0.0, lambda v: self._chosen(mislabelled=v))
        train = ui.button(t("learn.train"), self.train, "kit-main")
        every = ui.button(t("learn.train_all"), self.train_all)
        self._chart, self._pictures, self._compare = W.HTML(), W.HTML(), W.HTML()
        self._cells = {
            c: ui.button("", lambda c=c: self.do(lambda s: model.open_cell(s, c)), "kit-cell") for c in CELLS
        }
        for cell, made in self._cells.items():
            if cell[0] != cell[1]:
                made.add_class("kit-miss")
        self._matrix = W.VBox([ui.heading(t("learn.matrix")), self._grid(t), self._pictures])
        row = ui.columns([self._size, self._share, train, every], [self._chart])
        return [row, self._matrix, self._compare]

    def _grid(self, t) -> W.Widget:
        """The confusion matrix: truth in rows, what the model sorted in columns."""
        heads = [W.HTML(), *(W.HTML(f"<strong>{t(f'learn.column.{s}')}</strong>") for s in (0, 1))]
        rows = [
            [
                W.HTML(f"<strong>{t(f'learn.row.{int(true)}')}</strong>"),
                self._cells[true, False],
                self._cells[true, True],
            ]
            for true in (False, True)
        ]
        grid = W.Box([*heads, *rows[0], *rows[1]])
        grid.add_class("kit-matrix")
        return grid

    def _chosen(self, **values) -> None:
        self.do(lambda s: model.choose(s, **values), merge="settings")

    def train(self) -> None:
        """Train on each random sample in turn; what is found so far is written as it comes."""
        size, share = self.state.size, self.state.mislabelled
        for seed in range(model.SEEDS):
            a = model.one(size, share, seed)
            self.hint(self.texts("learn.progress", done=seed + 1, total=model.SEEDS, size=size, accuracy=a))
        self.do(model.trained)

    def train_all(self) -> None:
        for i, size in enumerate(model.SIZES, 1):
            self.hint(self.texts("learn.progress_all", done=i, total=len(model.SIZES), size=size))
            model.accuracies(size, self.state.mislabelled)
        self.do(model.trained_all)

    def show(self, state: model.Learn) -> str:
        t = self.texts
        self._size.set(state.size)
        self._share.set(state.mislabelled)
        self._chart.value = plots.chart(state, t)
        self._matrix.layout.display = "" if state.last else "none"
        if state.last:
            for cell, made in self._cells.items():
                made.description = plots.cell_words(state, cell, t)
                made.tooltip = t("learn.open", cell=made.description.replace("\n", " "))
        self._pictures.value = plots.pictures(state, t)
        self._compare.value = self._against(state)
        return plots.describe(state, t)

    def _against(self, state: model.Learn) -> str:
        """The learner's own twelve parts from step 1, when that step was played."""
        sorted_by_hand = getattr(self._earlier, "state", None)
        if not state.last or not isinstance(sorted_by_hand, Sort):
            return ""
        return f'<div class="kit-card"><p>{sort_plots.compare(sorted_by_hand, self.texts)}</p></div>'
