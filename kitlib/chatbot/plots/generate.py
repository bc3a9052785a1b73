"""Fluent and wrong, in curves and words."""

from __future__ import annotations

from collections import Counter
from html import escape

from kitlib import ui
from kitlib.ui.svg import DEFECT, GOOD, MUTED

from ..data.firm import join
from ..model import generate as model
from ..model import lookup
from ..model.generate import CONTEXT, CONTEXTS, CURVES, LOOK_UP, MANY, SAMPLE, TEMPERATURES, TEN, Generate, Shares
from ..model.lookup import DRAWS, WAYS
from . import generate_cards as cards

LINES = (("wrong", DEFECT, "", "triangle"), ("copied", GOOD, "8 5", "circle"), ("odd", MUTED, "2 4", "diamond"))
OUTDATED = 0.2


def curves(state: Generate, t: ui.Texts) -> str:
    """HTML: shares of all sentences against context length and against temperature, with the learner's settings."""
    contexts = [model.shares(t.lang, c, state.temperature) for c in CONTEXTS]
    temperatures = [model.shares(t.lang, state.context, v) for v in TEMPERATURES]
    charts = [
        _chart("context", CONTEXTS, contexts, state.context, CONTEXTS, t),
        _chart("temperature", TEMPERATURES, temperatures, state.temperature, (0.2, 0.6, 1.0, 1.5, 2.0), t),
    ]
    return f'<p class="kit-key">{t("generate.key")}</p><div class="gen-charts">{"".join(charts)}</div>'


def _chart(name: str, xs, measured: list[Shares], now: float, ticks, t: ui.Texts) -> str:
    room = (xs[-1] - xs[0]) / 25
    picture = ui.Chart((xs[0] - room, xs[-1] + room), (0, 1)).axes(
        t(f"generate.axis.{name}"), t("generate.axis.share"), ticks, (0, 0.25, 0.5, 0.75, 1),
        lambda v: t("generate.tick", value=v) if isinstance(v, float) else str(v), lambda v: t("ui.share", value=v),
    )  # fmt: skip
    picture.vline(now, colour=MUTED, dash="3 4")
    for key, colour, dash, shape in LINES:
        ys = [_line(one, key) for one in measured]
        picture.line(xs, ys, colour, dash).dots(xs, ys, colour, shape)
    each = [_point(name, x, one, t) for x, one in zip(xs, measured, strict=True)]
    alt = t(f"generate.alt.{name}", points=" ".join(each))
    return f"<div><h3>{t(f'generate.head.{name}')}</h3>{ui.image(str(picture), alt)}</div>"


def _line(one: Shares, key: str) -> float:
    return one.false + one.open if key == "wrong" else getattr(one, key)


def _point(name: str, x: float, one: Shares, t: ui.Texts) -> str:
    return t(f"generate.point.{name}", x=x, wrong=_line(one, "wrong"), copied=one.copied, odd=one.odd)


def ways(state: Generate, t: ui.Texts) -> str:
    """HTML: what the three ways of answering bring and cost, over all questions."""
    rows = [
        (
            t(f"generate.short.{way}"),
            *(t("ui.share", value=v) for v in lookup.outcome(t.lang, way, state.stale).shown()),
        )
        for way in WAYS
    ]
    heads = ["", *(t(f"generate.column.{key}") for key in ("true", "wrong", "refused"))]
    head = t("generate.head.ways", n=len(lookup.questions(t.lang)), draws=DRAWS)
    return f"<h3>{escape(head)}</h3>" + ui.table(head, heads, rows)


def describe(state: Generate, t: ui.Texts) -> ui.Words:
    return ui.Words("\n".join({MANY: _many, CURVES: _curves, LOOK_UP: _look_up}.get(state.part, _sentence)(state, t)))


def _sentence(state: Generate, t: ui.Texts) -> list[str]:
    one = model.written(state, t.lang)
    lines = [t("generate.wrote", sentence=join(one.words)), " ".join(cards.finding(one.verdict, t))]
    found = model.following(state, t.lang)
    if found is None:
        return lines
    n = len(found.words)
    lines.append(t("generate.could", n=n, words=cards.used(found.used, t)))
    value_next = one.verdict.value in one.words[state.word + 1 : state.word + 2]
    if value_next and one.verdict.product not in found.used:
        lines.append(t("generate.name_out", name=one.verdict.product))
    return lines


def _many(state: Generate, t: ui.Texts) -> list[str]:
    if not state.batch:
        return []
    kinds = Counter(one.verdict.kind for one in model.batch(state, t.lang))
    true = kinds["true"] + kinds["copied"]
    counts = {"true": true, "copied": kinds["copied"], "wrong": kinds["false"] + kinds["open"], "odd": kinds["odd"]}
    return [t("generate.of_ten", n=TEN, **counts), *_measured(state, t)]


def _measured(state: Generate, t: ui.Texts) -> list[str]:
    """What the prediction was about, at the learner's settings."""
    one = model.shares(t.lang, state.context, state.temperature)
    settings = {"context": state.context, "temperature": state.temperature}
    lines = [t("generate.at", n=SAMPLE, fluent=one.fluent, wrong=one.wrong, **settings)]
    if one.new_true is None:
        return [*lines, t("generate.no_new")]
    if state.guess is not None:
        lines.append(t("generate.guessed", guess=state.guess, true=100 * one.new_true))
    return lines


def _curves(state: Generate, t: ui.Texts) -> list[str]:
    short, long = (model.shares(t.lang, c, state.temperature) for c in (CONTEXTS[0], CONTEXTS[-1]))
    cold, hot = (model.shares(t.lang, state.context, v) for v in (TEMPERATURES[0], TEMPERATURES[-1]))
    ends = {"cold": TEMPERATURES[0], "hot": TEMPERATURES[-1], "cold_wrong": cold.wrong, "hot_wrong": hot.wrong}
    variety = {"few": cold.different, "many": hot.different, "n": SAMPLE}
    return [
        *_measured(state, t),
        t("generate.long", odd=short.odd, copied=long.copied, longest=CONTEXTS[-1]),
        t("generate.temperature", context=state.context, **ends, **variety),
    ]


def _look_up(state: Generate, t: ui.Texts) -> list[str]:
    free, checked, source = (lookup.outcome(t.lang, way, state.stale).shown() for way in WAYS)
    lines = [t("generate.free", wrong=free.wrong), t("generate.checked", wrong=checked.wrong, refused=checked.refused)]
    lines.append(t("generate.sourced", wrong=source.wrong, refused=source.refused))
    return [*lines, t("generate.stale", stale=state.stale) if state.stale else t("generate.fresh")]


def facts(t: ui.Texts) -> ui.Words:
    usual, long = model.shares(t.lang), model.shares(t.lang, CONTEXTS[-1])
    spread = [model.shares(t.lang, CONTEXT, v) for v in TEMPERATURES]
    wrong = [one.wrong for one in spread]
    free, checked, source = (lookup.outcome(t.lang, way) for way in WAYS)
    old = lookup.outcome(t.lang, "source", OUTDATED)
    return ui.Words(
        "\n".join(
            [
                t("generate.fact_wrong", n=SAMPLE, context=CONTEXT, fluent=usual.fluent, wrong=usual.wrong,
                  true=100 * usual.new_true),
                t("generate.fact_context", longest=CONTEXTS[-1], copied=long.copied, wrong=long.wrong),
                t("generate.fact_temperature", cold=TEMPERATURES[0], hot=TEMPERATURES[-1], low=min(wrong),
                  high=max(wrong), few=spread[0].different, many=spread[-1].different, n=SAMPLE),
                t("generate.fact_look_up", free=free.wrong, checked=checked.wrong, source=source.wrong,
                  refused_checked=checked.refused, refused_source=source.refused),
                t("generate.fact_stale", stale=OUTDATED, wrong=old.wrong),
            ]
        )
    )  # fmt: skip
