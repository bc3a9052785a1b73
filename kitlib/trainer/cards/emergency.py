"""The emergency card, empty: the words are those of the experiment, two cards on a page."""

from __future__ import annotations

from pathlib import Path

from kitlib import chatbot

from ..brand import Brand
from . import paper

COPIES = 2
LINE = "21mm"
"""Height of a question with room for two lines by hand."""


def build(lang: str, brand: Brand, target: Path) -> Path:
    t, card = paper.texts(lang), chatbot.emergency_card(lang)
    steps = "".join(f"[{paper.text(step)}], " for step in card.steps)
    ruled = f'height: {LINE}, width: 100%, spacing: 0pt, inset: (top: 1.5mm), stroke: (bottom: 0.5pt + rgb("#9fb0bd"))'
    lines = "".join(f"#block({ruled})[*{paper.text(line)}*]" for line in card.lines)
    words = (
        f"#text(size: 14pt)[*{paper.text(card.title)}*]#v(0mm)#enum({steps})#v(3mm){lines}"
        f'#v(3mm){paper.text(card.checked)}#v(0mm)#text(size: 8.5pt, fill: rgb("#4a5a68"))[{paper.text(card.foot)}]'
    )
    body = paper.cards([words] * COPIES, COPIES, "228mm", t("emergency.cards"), "left + top")
    return paper.write(body, lang, brand, target, t("emergency.title"), t("emergency.lead"), {})
