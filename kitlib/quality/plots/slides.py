"""Pictures of this demo for slides and print: each a state that shows one thing, drawn as in the lesson."""

from __future__ import annotations

import numpy as np

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, GOOD, INK, LINE, MUTED

from ..model.flatter import METHODS, SPLITS, Flatter, accuracy
from ..model.learn import accuracies
from ..model.shift import CONDITIONS, report
from ..model.threshold import GRID, Threshold, bill, cheapest, curve
from . import flatter, photos, threshold

BESIDE, WHOLE = (400, 350), (700, 320)
"""Units of a drawing beside text, and of one that fills the slide: so large that 15 units can be read at the back."""
LEARNED = {0.0: (5, 20, 50, 200, 600), 0.4: (20, 50, 200)}
"""Share of wrong labels -> numbers of examples on the learning curve."""
QUARTERS = (0, 0.25, 0.5, 0.75, 1)


def examples(t: ui.Texts) -> str:
    """The learning curve with right labels, and with many wrong ones."""
    drawing = ui.Chart((4.5, 700), (0.4, 1.0), size=BESIDE, log=True)
    heights = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    drawing.axes(t("learn.x"), t("learn.y"), LEARNED[0.0], heights, str, _share(t))
    drawing.line((4.5, 700), (0.5, 0.5), MUTED, "2 5", 2)
    drawing.text(float(drawing.px(4.8)), float(drawing.py(0.5)) + 18, t("learn.chance"), "start", MUTED)
    told = [t("slides.examples_alt")]
    for (wrong, sizes), (colour, dash, shape) in zip(LEARNED.items(), STYLES, strict=True):
        means = [float(accuracies(size, wrong).mean()) for size in sizes]
        drawing.line(sizes, means, colour, dash).dots(sizes, means, colour, shape)
        name = t("learn.line", share=wrong)
        low = float(drawing.py(0.5)) + 18 if wrong else float(drawing.py(means[-1])) + 46
        drawing.text(float(drawing.px(680)), low, name, "end", colour, 600)
        values = ", ".join(f"{size}: {t('ui.share', value=mean)}" for size, mean in zip(sizes, means, strict=True))
        told.append(f"{name}: {values}.")
    return ui.image(str(drawing), " ".join(told))


STYLES = [(BRAND, "", "circle"), (DEFECT, "8 4", "triangle")]


def _share(t: ui.Texts):
    return lambda value: t("ui.share", value=value)


def test(t: ui.Texts) -> str:
    """Hit rates of both models when copies of one part lie on both sides of the test, and when not."""
    drawing = ui.Chart((0, 2), (0, 1.3), size=BESIDE)
    drawing.axes("", t("learn.y"), (), QUARTERS, y_format=_share(t))
    for i, method in enumerate(METHODS):
        drawing.text(float(drawing.px(i + 0.5)), BESIDE[1] - 34, t(f"flatter.method.{method}"))
        for k, split in enumerate(SPLITS):
            share, x, hatched = accuracy(method, split), i + 0.12 + 0.39 * k, split == "part"
            drawing.bars([x], [share], 0.36, DEFECT if hatched else BRAND, hatched)
            px, py = float(drawing.px(x + 0.18)), float(drawing.py(share)) - 6
            drawing.text(px, py, t("ui.share", value=share), weight=600)
    for k, split in enumerate(SPLITS):
        drawing.text(92, 30 + 20 * k, t(f"flatter.legend.{split}"), "start")
    return ui.image(str(drawing), flatter.describe(Flatter(SPLITS), t))


def scores(t: ui.Texts) -> str:
    """How the model sorts the test parts: good ones plain, defective ones hatched, the threshold at one half."""
    return threshold.scores(Threshold(), t, BESIDE)


def costs(t: ui.Texts) -> str:
    """What a batch costs at each threshold: the cheapest one, and one half."""
    state, share = Threshold(), _share(t)
    euro, (best, least), now = curve(state), cheapest(state), bill(state)
    high = threshold.round_up(4 * least)
    drawing = ui.Chart((0, 1), (0, high), size=BESIDE)
    heights = np.linspace(0, high, 5)
    drawing.axes(t("threshold.x"), t("threshold.y"), QUARTERS, heights, share, lambda v: t("ui.euro", value=v))
    inside = euro <= high
    drawing.line(GRID[inside], euro[inside], BRAND)
    here = f"{share(state.threshold)}: {t('ui.euro', value=now.euro)}"
    drawing.dots([best], [least], GOOD, "diamond", 9).dots([state.threshold], [now.euro], INK, "circle", 8)
    x, y = drawing.px([best, state.threshold]), drawing.py([least, now.euro])
    drawing.text(x[0] - 20, y[0] + 34, t("threshold.cheapest", value=best), "start", GOOD, 600)
    drawing.text(x[1], y[1] - 36, here, "middle", INK, 600)
    alt = t("threshold.alt_costs", best=best, least=least, now=state.threshold, euro=now.euro)
    return ui.image(str(drawing), alt)


def shift(t: ui.Texts) -> str:
    """What is right, and what the model states about itself, under each condition."""
    rows = len(CONDITIONS)
    drawing = ui.Chart((-1.05, 1), (-0.7, rows + 1), size=WHOLE)
    for tick in QUARTERS:
        drawing.text(float(drawing.px(tick)), WHOLE[1] - 36, t("ui.share", value=tick), colour=MUTED)
        drawing.line((tick, tick), (-0.6, rows - 0.4), LINE, width=1)
    told = [t("slides.shift_alt"), *(_condition(drawing, c, rows - 1 - i, t) for i, c in enumerate(CONDITIONS))]
    for x, shape, colour, head in ((-0.95, "circle", BRAND, "accuracy"), (0, "diamond", DEFECT, "confidence")):
        drawing.dots([x], [rows + 0.4], colour, shape, 7)
        px, py = float(drawing.px(x)) + 14, float(drawing.py(rows + 0.4)) + 5
        drawing.text(px, py, t(f"shift.head.{head}"), "start", weight=600)
    return ui.image(str(drawing), " ".join(told))


def _condition(drawing: ui.Chart, condition: str, row: int, t: ui.Texts) -> str:
    """Draw one row and say it in words."""
    r, name = report(condition), t(f"condition.{condition}")
    drawing.text(float(drawing.px(0)) - 12, float(drawing.py(row)) + 5, name, "end")
    drawing.line((r.accuracy, r.confidence), (row, row), LINE, width=4)
    drawing.dots([r.accuracy], [row], BRAND, "circle", 8).dots([r.confidence], [row], DEFECT, "diamond", 5)
    return t("slides.shift_row", name=name, accuracy=r.accuracy, sure=r.confidence)


FIGURES = {
    "sort": photos.sort,
    "solved": photos.solved,
    "numbers": photos.numbers,
    "examples": examples,
    "test": test,
    "scores": scores,
    "costs": costs,
    "doubtful": photos.doubtful,
    "shift": shift,
    "heat": photos.heat,
}
