"""Step 6 in pictures and words."""

from __future__ import annotations

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT

from ..data.flange import flange
from ..model import room
from ..model.flatter import METHODS, SPLITS, Flatter, accuracy, on_new_parts


def copies(t: ui.Texts) -> str:
    """HTML: the six pictures of one part."""
    shown = flange("copies")
    part = shown.groups == shown.groups[-1]
    items = [(p, t("flatter.shot", number=i), t("flatter.shot", number=i)) for i, p in enumerate(shown.images[part], 1)]
    return ui.gallery(items)


def chart(state: Flatter, t: ui.Texts) -> str:
    """HTML: bars of the measured shares, a pair for each model: plain for the random split, hatched by part."""
    drawing = ui.Chart((0, 2), (0, 1.1), size=(460, 300))
    drawing.axes("", t("learn.y"), (), (0, 0.25, 0.5, 0.75, 1.0), y_format=lambda v: t("ui.share", value=v))
    for i, method in enumerate(METHODS):
        drawing.text(float(drawing.px(i + 0.5)), 265, t(f"flatter.method.{method}"))
        for split in state.shown:
            x = i + 0.15 + 0.37 * SPLITS.index(split)
            share = accuracy(method, split)
            drawing.bars([x], [share], 0.33, DEFECT if split == "part" else BRAND, split == "part")
            drawing.text(
                float(drawing.px(x + 0.165)), float(drawing.py(share)) - 6, t("ui.share", value=share), weight=600
            )
    legend = " · ".join(t(f"flatter.legend.{split}") for split in state.shown)
    drawing.text(240, 292, legend)
    return ui.image(str(drawing), describe(state, t) or t("flatter.empty"))


def describe(state: Flatter, t: ui.Texts) -> ui.Words:
    lines = [
        t(f"flatter.result.{split}", neighbour=accuracy("neighbour", split), template=accuracy("template", split))
        for split in SPLITS
        if split in state.shown
    ]
    if len(lines) == len(SPLITS):
        lines.append(t("flatter.proof", share=on_new_parts(), n=len(room.truth())))
        if state.guess is not None:
            lines.append(t("flatter.guess", guess=state.guess, measured=round(100 * on_new_parts())))
    return ui.Words("\n".join(lines))


def facts(t: ui.Texts) -> ui.Words:
    return describe(Flatter(SPLITS), t)
