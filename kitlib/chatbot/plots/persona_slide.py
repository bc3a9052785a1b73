"""The two faces on one slide: what the costume adds, and what it does not change."""

from __future__ import annotations

from kitlib import ui

from ..model import persona as model
from . import persona
from .slide_charts import LARGE, SIZE, WIDTH, board, rect

ROW, FACE = 130, 64
"""Units of a drawing: height of one of the two, side of the face."""


def faces(t: ui.Texts) -> str:
    """Both faces with the share of their given answers that are right, and how many words they use for it."""
    _, *words = persona.measured(t)
    share = model.hits(t.lang)
    drawing = board(40 + 2 * ROW)
    drawing.text(0, 18, t("persona.slide_head"), "start", weight=600, size=SIZE)
    for n, (name, length) in enumerate(zip(("common.tool", "persona.name"), words, strict=True)):
        y, left = 40 + n * ROW, 0
        if n:
            drawing.marks.append(persona.FACE.replace("<svg", f'<svg x="0" y="{y}" width="{FACE}" height="{FACE}"', 1))
            left = FACE + 12
        drawing.text(left, y + 24, t(name), "start", weight=600, size=LARGE)
        drawing.text(left, y + 50, t("persona.slide_words", n=length), "start", size=SIZE)
        rect(drawing, 0, y + 70, WIDTH, 36, "rest")
        rect(drawing, 0, y + 70, share * WIDTH, 36, "good")
        drawing.text(share * WIDTH / 2, y + 95, t("ui.share", value=share), weight=600, size=LARGE)
    told = [t("persona.slide_alt", share=share), t("persona.fact_words", plain=words[0], full=words[1])]
    return ui.image(str(drawing), " ".join(told))
