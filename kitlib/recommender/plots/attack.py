"""Fake accounts in pictures; the words are in attack_words."""

from __future__ import annotations

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, INK, MUTED

from ..data.shop import shop
from ..model import attack as model
from ..model.attack import FAKES, THIRD, Attack, catch, cleaned, effect
from ..model.fraud import MOST, TARGETS, index
from . import goods
from .attack_words import describe, facts, pushed
from .legend import lines_legend

__all__ = ["accused", "article_name", "chart", "describe", "effects", "facts", "kinds", "trade"]

STYLES = {
    "clumsy": (MUTED, "8 5", "circle"),
    "aimed": (BRAND, "", "diamond"),
    "caught": (BRAND, "", "diamond"),
    "accused": (DEFECT, "8 5", "triangle"),
}
THRESHOLDS = range(5, 101, 5)
SHOWN = 3


def article_name(article: str, t: ui.Texts) -> str:
    """The pushed article with its price and with whom it is meant for."""
    i, segment = index(article), t(f"attack.segment.{TARGETS[article][0]}")
    return t("attack.article_name", name=goods.name(i, t), price=goods.price(i), segment=segment)


def kinds(state: Attack) -> tuple[str, ...]:
    """Whose curve is on show: the aimed attack comes to light when it is chosen."""
    return ("clumsy",) if state.kind == "clumsy" else ("clumsy", "aimed")


def chart(state: Attack, t: ui.Texts) -> str:
    """HTML: share of the segment that gets the article, by number of fakes."""
    drawing = ui.Chart((0, MOST), (0, 0.5), size=(460, 300))
    ticks = (0, 54, 108, 162, 216, MOST)
    drawing.axes(t("attack.axis.fakes"), t("attack.axis.share"), ticks, (0, 0.1, 0.2, 0.3, 0.4, 0.5), str, _share(t))
    drawing.vline(state.fakes, colour=INK, dash="3 4").line([0, MOST], [THIRD] * 2, MUTED, "2 4", 2)
    drawing.text(float(drawing.px(MOST)) - 4, float(drawing.py(THIRD)) + 17, t("attack.third"), "end", MUTED)
    parts = []
    for kind in kinds(state):
        values, (colour, dash, shape) = _curve(state.article, kind), STYLES[kind]
        drawing.line(FAKES, values, colour, dash).dots(FAKES, values, colour, shape, 5)
        parts.append(t("attack.alt_kind", kind=t(f"attack.short.{kind}"), n=MOST, share=values[-1]))
    alt = t("attack.alt", article=pushed(state, t), curves=" ".join(parts))
    lines = [(t(f"attack.short.{kind}"), t(f"attack.line.{kind}"), STYLES[kind]) for kind in kinds(state)]
    return lines_legend(lines) + ui.image(str(drawing), alt)


def _curve(article: str, kind: str) -> list[float]:
    return [effect(article, kind, n).segment for n in FAKES]


def _share(t: ui.Texts):
    return lambda v: t("ui.share", value=v)


def effects(state: Attack, t: ui.Texts) -> str:
    """HTML: what customers get before, with the attack and, in the second part, after the clearing up."""
    heads = ["", *(t(f"attack.head.{h}") for h in ("segment", "everybody", "place", "hits"))]
    found = {"before": effect(state.article, state.kind, 0)}
    if state.fakes:
        found["attacked"] = effect(state.article, state.kind, state.fakes)
    if state.part:
        found["cleaned"] = cleaned(state)
    rows = [
        (
            t(f"attack.row.{name}"),
            t("ui.share", value=e.segment),
            t("attack.percent1", value=e.everybody),
            t("attack.number", value=e.place),
            t("attack.percent1", value=e.hits),
        )
        for name, e in found.items()
    ]
    return ui.table(t("attack.head_effect"), heads, rows, len(rows) - 1)


def trade(state: Attack, t: ui.Texts) -> str:
    """HTML: fakes caught and honest customers accused, by threshold."""
    found = [catch(state, v) for v in THRESHOLDS]
    series = {"caught": [c.caught for c in found], "accused": [len(c.accused) for c in found]}
    high = next(h for h in (40, 80, 120, 160, 200, 320) if h >= state.fakes)
    drawing = ui.Chart((0, 100), (0, high), size=(460, 300))
    heights = [high * i // 4 for i in range(5)]
    drawing.axes(t("attack.axis.points"), t("attack.axis.accounts"), range(0, 101, 20), heights)
    drawing.vline(state.threshold, t("attack.line_here"), INK, "3 4")
    for name, values in series.items():
        colour, dash, shape = STYLES[name]
        seen = [(x, y) for x, y in zip(THRESHOLDS, values, strict=True) if y <= high]  # not squeezed along the edge
        drawing.line(*zip(*seen, strict=True), colour, dash).dots(*zip(*seen, strict=True), colour, shape, 5)
    now = catch(state)
    numbers = {"points": state.threshold, "caught": now.caught, "fakes": state.fakes, "accused": len(now.accused)}
    lines = [(t(f"attack.legend.{name}"), t(f"attack.line.{name}"), STYLES[name]) for name in series]
    picture = ui.image(str(drawing), t("attack.alt_trade", **numbers))
    return f"{lines_legend(lines)}{picture}{_cut_off(series['accused'], high, t)}"


def _cut_off(counts: list[int], high: int, t: ui.Texts) -> str:
    """HTML: the drawing has room for the fakes; a line that leaves it must not pass for one that ends."""
    most = max(counts)
    if most <= high:
        return ""
    return f"<p>{t('attack.cut_off', high=high, most=most, points=THRESHOLDS[counts.index(most)])}</p>"


def accused(state: Attack, t: ui.Texts) -> str:
    """HTML: the most suspicious honest customers, and why."""
    found, who = model.points(state), catch(state).accused[:SHOWN]
    if not who:
        return f"<p>{t('attack.nobody')}</p>"
    rows = [
        (
            shop().purchases.customers[i],
            t("attack.number", value=found.points[i]),
            goods.name(int(found.article[i]), t),
            t("attack.times", value=found.times[i]),
            t("ui.share", value=found.haste[i]),
            t("ui.share", value=found.likeness[i]),
        )
        for i in who
    ]
    heads = [t(f"attack.head.{h}") for h in ("customer", "points", "article", "times", "haste", "likeness")]
    return ui.table(t("attack.head_accused"), heads, rows)
