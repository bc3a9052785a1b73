"""Fake accounts in pictures and words."""

from __future__ import annotations

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, INK, MUTED

from ..data.shop import shop
from ..model import attack as model
from ..model.attack import ACTS, CHECK, FAKES, THIRD, Attack, catch, cleaned, effect, needed
from ..model.fraud import ARTICLES, EXTRA, MOST, TARGETS, index
from . import goods
from .legend import lines_legend

STYLES = {
    "clumsy": (MUTED, "8 5", "circle"),
    "aimed": (BRAND, "", "diamond"),
    "caught": (BRAND, "", "diamond"),
    "accused": (DEFECT, "8 5", "triangle"),
}
THRESHOLDS = range(5, 101, 5)
NOISE = 0.01
"""A smaller change of the hit rate is called unnoticed: about the standard error with 2,700 people."""
SHOWN = 3
FEW, MANY = 27, 135
"""Fakes that `facts` measures: 1 and 5 % of the customers."""


def target(state: Attack, t: ui.Texts) -> str:
    return t(f"attack.segment.{TARGETS[state.article][0]}")


def pushed(state: Attack, t: ui.Texts) -> str:
    return goods.name(index(state.article), t)


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
        found["attacked"] = _now(state)
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


def _now(state: Attack) -> model.Effect:
    return effect(state.article, state.kind, state.fakes)


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


def describe(state: Attack, t: ui.Texts) -> ui.Words:
    return ui.Words("\n".join(_defence(state, t) if state.part else _attack(state, t)))


def _attack(state: Attack, t: ui.Texts) -> list[str]:
    now, before = _now(state), effect(state.article, state.kind, 0)
    names = {"article": pushed(state, t), "segment": target(state, t)}
    share, all_ = t("ui.share", value=now.segment), t("attack.percent1", value=now.everybody)
    place, hits = t("attack.number", value=now.place), t("attack.percent1", value=now.hits)
    if not state.fakes:
        return [t("attack.result_none", now=share, all=all_, place=place, hits=hits, **names), *_prediction(state, t)]
    names["kind"] = t(f"attack.short.{state.kind}")
    was = {
        "before": _was(share, t("ui.share", value=before.segment), t),
        "all0": _was(all_, t("attack.percent1", value=before.everybody), t),
    }
    part, quiet = state.fakes / model.honest(), abs(now.hits - before.hits) < NOISE
    said = t("attack.hits", now=hits, before=_was(hits, t("attack.percent1", value=before.hits), t))
    return [
        t("attack.result", n=state.fakes, share=part, now=share, all=all_, **names, **was),
        t("attack.place", now=place, before=_was(place, t("attack.number", value=before.place), t)),
        f"{said} {t('attack.unnoticed' if quiet else 'attack.noticed')}",
        *_prediction(state, t),
    ]


def _was(now: str, before: str, t: ui.Texts) -> str:
    """What a figure was before, as it is shown: "38.6% (before: 38.6%)" would say nothing."""
    return t("attack.unchanged") if now == before else t("attack.before", value=before)


def _prediction(state: Attack, t: ui.Texts) -> list[str]:
    """How many fakes it takes, once "aimed" is chosen, and the prediction with what it was about."""
    lines = [_needed(state.article, t)] if state.kind == "aimed" else []
    if state.guess is None:
        return lines
    if state.article != ARTICLES[0]:
        return [*lines, t("attack.guess_other", guess=state.guess, article=goods.name(index(ARTICLES[0]), t))]
    return [*lines, t("attack.guessed" if state.kind == "aimed" else "attack.guess_later", guess=state.guess)]


def _needed(article: str, t: ui.Texts) -> str:
    found, names = needed(article, "aimed"), goods.name(index(article), t)
    if found is None:
        return t("attack.not_reached", article=names, n=MOST, share=effect(article, "aimed", MOST).segment)
    return t("attack.needed", article=names, n=found)


def _defence(state: Attack, t: ui.Texts) -> list[str]:
    found = catch(state)
    lines = _found(state, found, t)
    if not found.caught and not found.accused:
        return [*lines, _cut(state, t), t("attack.human")]
    checked, lost = (model.cost(state, act) for act in ACTS)
    bill = t("attack.cost_check", euro=checked, n=found.caught + len(found.accused), each=CHECK)
    lines.append(f"{bill} {t('attack.cost_block', euro=lost, n=len(found.accused))}")
    return [*lines, _cut(state, t), t("attack.human")]


def _found(state: Attack, found: model.Catch, t: ui.Texts) -> list[str]:
    """Who is suspected, and what becomes of the attack; without fakes there is none to undo."""
    numbers = {"points": state.threshold, "accused": len(found.accused)}
    if not state.fakes:
        return [t("attack.caught_none", **numbers)]
    before, now, after = effect(state.article, state.kind, 0), _now(state), cleaned(state)
    shares = {"before": before.segment, "now": now.segment, "after": after.segment}
    return [
        t("attack.caught", caught=found.caught, fakes=state.fakes, missed=found.missed, **numbers),
        t(f"attack.after.{state.act}", article=pushed(state, t), **shares),
    ]


def _cut(state: Attack, t: ui.Texts) -> str:
    """Is there a threshold without a price? Said honestly, either way."""
    if not state.fakes:
        return t("attack.no_fakes")
    if (cut := model.clean_cut(state)) is not None:
        return t("attack.cut", low=cut[0], high=cut[1])
    return t("attack.no_cut", n=model.price_of_all(state))


def facts(t: ui.Texts) -> ui.Words:
    start, lines = Attack(), []
    names = {"article": pushed(start, t), "segment": target(start, t), "extra": EXTRA}
    for kind in model.KINDS:
        few, many = (effect(start.article, kind, n).segment for n in (FEW, MANY))
        lines.append(t("attack.fact", kind=t(f"attack.short.{kind}"), few=few, n=FEW, many=many, m=MANY, **names))
    lines += [_needed(article, t) for article in ARTICLES]
    for kind in model.KINDS:
        for n in (FEW, MANY):
            found = catch(state := Attack(kind=kind, fakes=n))
            numbers = {"caught": found.caught, "missed": found.missed, "accused": len(found.accused), "n": n}
            lines.append(t("attack.fact_search", kind=t(f"attack.short.{kind}"), points=state.threshold, **numbers))
            lines[-1] += f" {_cut(state, t)}"
    return ui.Words("\n".join(lines))
