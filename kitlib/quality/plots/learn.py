"""Step 2 in pictures and words."""

from __future__ import annotations

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, GOOD, INK, MUTED

from ..data.flange import flange
from ..model import room
from ..model.learn import SIZES, Learn, accuracies, behind, confusion, curve

STYLES = [
    (BRAND, "", "circle"),
    (DEFECT, "8 4", "triangle"),
    (GOOD, "3 4", "diamond"),
    (MUTED, "10 3 2 3", "circle"),
    (INK, "2 2", "triangle"),
]


def chart(state: Learn, t: ui.Texts) -> str:
    """HTML: the learning curve of all runs so far, one line a share of wrong labels, with the spread over samples."""
    drawing = ui.Chart((4.5, 700), (0.4, 1.0), log=True)
    drawing.axes(
        t("learn.x"), t("learn.y"), SIZES, (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), _tick, lambda v: t("ui.share", value=v)
    )
    drawing.line((4.5, 700), (0.5, 0.5), MUTED, "2 5", 2)
    drawing.text(float(drawing.px(5)), float(drawing.py(0.5)) - 6, t("learn.chance"), "start", MUTED)
    for i, (share, points) in enumerate(curve(state).items()):
        colour, dash, shape = STYLES[i % len(STYLES)]
        size, mean, low, high = zip(*points, strict=True)
        drawing.band(size, low, high, colour).line(size, mean, colour, dash).dots(size, mean, colour, shape)
        for x, a, b in zip(size, low, high, strict=True):
            drawing.line((x, x), (a, b), colour, width=2)
        drawing.line((5, 8), (0.97 - 0.05 * i, 0.97 - 0.05 * i), colour, dash)
        drawing.text(
            float(drawing.px(8.8)),
            float(drawing.py(0.97 - 0.05 * i)) + 5,
            t("learn.line", share=share),
            "start",
            colour,
            600,
        )
    return ui.image(str(drawing), describe(state, t) or t("learn.empty"))


def _tick(size: float) -> str:
    """400 would stand in the way of 600."""
    return "" if size == 400 else str(size)


def cell_words(state: Learn, cell: tuple[bool, bool], t: ui.Texts) -> str:
    """What stands on one cell of the confusion matrix."""
    count = int(confusion(*state.last)[int(cell[0]), int(cell[1])])
    name = {(False, False): "true_ok", (False, True): "alarm", (True, False): "miss", (True, True): "true_defect"}[cell]
    return t(f"learn.cell.{name}", count=count)


def pictures(state: Learn, t: ui.Texts) -> str:
    """HTML: the pictures behind the opened cell."""
    if state.cell is None or state.last is None:
        return ""
    test, p = flange("standard", split="test"), room.scores(*state.last, 0)
    items = []
    for i in behind(*state.last, state.cell):
        caption = t("learn.caption", kind=t(f"kind.{test.info['kind'][i]}"), p=float(p[i]))
        items.append((test.images[i], caption, caption))
    return ui.gallery(items) if items else f"<p>{t('learn.cell_empty')}</p>"


def describe(state: Learn, t: ui.Texts) -> ui.Words:
    if state.last is None:
        return ui.Words("")
    size, share = state.last
    a, counts = accuracies(size, share), confusion(size, share)
    lines = [
        t(
            "learn.result",
            size=size,
            share=share,
            mean=a.mean(),
            low=a.min(),
            high=a.max(),
            runs=len(a),
            n=counts.sum(),
        ),
        t("learn.errors", missed=counts[1, 0], bad=counts[1].sum(), alarms=counts[0, 1], good=counts[0].sum()),
    ]
    if state.guess is not None and (size, share) == (200, 0.0):
        lines.append(t("learn.guess", guess=state.guess, measured=round(100 * a.mean())))
    return ui.Words("\n".join(lines))


def facts(t: ui.Texts) -> ui.Words:
    """The claims of the lesson's text, measured."""
    states = [Learn(runs=((20, 0.0),)), Learn(runs=((200, 0.0),)), Learn(runs=((200, 0.4),))]
    few, usual, wrong = (float(accuracies(*s.last).mean()) for s in states)
    return ui.Words(t("learn.facts", few=few, usual=usual, wrong=wrong))
