"""Step 3 as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import threshold as model
from ..plots import threshold as plots

SLIDERS = {
    "threshold": (0.01, 0.99, 0.01),
    "band": (0.0, 0.45, 0.01),
    "miss": (0, 1000, 10),
    "alarm": (0, 200, 5),
    "check": (0, 50, 1),
    "defects": (0.01, 0.5, 0.01),
    "batch": [100, 200, 500, 1000, 2000, 5000, 10000],
}


class ThresholdApp(ui.App):
    """Sliders for the line and the prices, the cost curve, and the queue of doubtful parts that a person sorts."""

    step = "threshold"

    def __init__(self, texts: ui.Texts, **_):
        super().__init__(model.Threshold(), texts)

    def _options(self) -> dict[str, str]:
        return {key: self.texts(f"threshold.option.{key}") for key in ("lower", "middle", "higher")}

    def question(self) -> W.Widget:
        return ui.Choice(self.texts("threshold.guess"), self._options())

    def answer(self, guess) -> str:
        return self._options()[guess]

    def body(self) -> list[W.Widget]:
        t, start = self.texts, self.state
        self._sliders = {
            name: ui.Slider(
                t, f"threshold.slider.{name}", values, getattr(start, name), lambda v, n=name: self._moved(n, v)
            )
            for name, values in SLIDERS.items()
        }
        self._scores, self._costs, self._part = W.HTML(), W.HTML(), W.HTML()
        cheapest = ui.button(t("threshold.to_cheapest"), self._cheapest)
        row = ui.columns(
            [*self._sliders.values(), cheapest],
            [ui.heading(t("threshold.head_costs")), self._costs, ui.heading(t("threshold.head_scores")), self._scores],
        )
        return [row, self._queue(t)]

    def _queue(self, t) -> W.Widget:
        ok = ui.button(t("sort.ok"), lambda: self.do(lambda s: model.decide(s, False)))
        defect = ui.button(t("sort.defective"), lambda: self.do(lambda s: model.decide(s, True)), "kit-defect")
        self._decide = ui.row(ok, defect)
        card = W.VBox([ui.heading(t("threshold.head_queue")), self._part, self._decide])
        card.add_class("kit-card")
        return card

    def _moved(self, name: str, value) -> None:
        self.do(lambda s: model.change(s, **{name: value}), merge=name)

    def _cheapest(self) -> None:
        self.do(lambda s: model.change(s, threshold=model.cheapest(s)[0]))

    def show(self, state: model.Threshold) -> str:
        for name, slider in self._sliders.items():
            slider.set(getattr(state, name))
        self._costs.value = plots.costs(state, self.texts)
        self._scores.value = plots.scores(state, self.texts)
        self._part.value = plots.part(state, self.texts)
        self._decide.layout.display = "" if model.next_in_queue(state) is not None else "none"
        return plots.describe(state, self.texts)
