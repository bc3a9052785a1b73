"""Whether a table is enough, in pictures and words."""

from __future__ import annotations

from html import escape

import numpy as np

from kitlib import ui
from kitlib.ui.svg import DEFECT

from ..model.enough import Measured, Result
from ..model.own import Own
from ..model.signs import RULES, Sign

_SHARES = frozenset({"five", "items_five", "top_tenth"})
STYLE = """<style>
.own-rows th:nth-child(2), .own-rows td:nth-child(2) { text-align: left; overflow-wrap: anywhere; hyphens: auto }
.own-rows td:nth-child(3) { white-space: nowrap }
@media (max-width: 480px) {
  .own-table .kit-table { font-size: .85rem }
  .own-table .kit-table td, .own-table .kit-table th { padding-right: .3rem }
}
</style>"""
"""Tables of this step: names are read from the left, and nothing leaves the page of a phone."""
_BOX = {"yes": "kit-good", "barely": "kit-hint", "no": "kit-alert"}
NEXT = {
    "yes": ("trial", "privacy"),
    "barely": ("both", "longer", "groups"),
    "no.gain": ("bestseller", "longer", "groups"),
    "no.people": ("plain", "longer"),
    "no.items": ("all", "range"),
}
"""Advice for a verdict, or for a verdict and its reason: groups of articles help only where there are many articles."""


def checked(state: Own, t: ui.Texts) -> str:
    """HTML: what was counted, what was measured, and what follows."""
    if state.result is None:
        return ""
    result = state.result
    rows = [(_rule(sign, t), value(sign.code, sign.value, t), t(f"own.light.{sign.light}")) for sign in result.signs]
    heads = [t("own.what"), t("own.counted"), t("own.judged")]
    parts = [f"<h3>{escape(t('own.signs'))}</h3>", _table(t("own.signs"), heads, rows)]
    if any(sign.light == "unknown" for sign in result.signs):
        limits = {code: RULES[code][1] for code in ("people", "items")}
        parts.append(f"<p>{escape(t('own.too_few', **limits))}</p>")
    if result.now:
        parts += [f"<h3>{escape(t('own.measured'))}</h3>", chart(state, t), _rates(state, t)]
    return "".join(parts) + _verdict(state, t)


def _table(*parts, **options) -> str:
    return f'<div class="own-table">{ui.table(*parts, **options)}</div>'


def _rule(sign: Sign, t: ui.Texts) -> str:
    good = RULES[sign.code][0]
    key = "own.good_upto" if good < 0 else "own.good_from"
    return t(key, name=t(f"own.sign.{sign.code}"), limit=value(sign.code, abs(good), t))


def value(code: str, number: float, t: ui.Texts) -> str:
    """A counted value as it is read."""
    if code == "days":
        return t("own.days" if number else "own.no_days", value=number)
    return t("ui.share" if code in _SHARES else "own.percent1" if code == "filled" else "own.count", value=number)


def chart(state: Own, t: ui.Texts) -> str:
    """HTML image: for each list the share of people with a hit, and how far it is uncertain."""
    now, later = state.result.now, state.result.later
    top = max(rate.high for one in (now, later) if one for rate in one.rates)
    top = min(np.ceil(top * 10 + 0.5) / 10, 1.0)
    drawn = ui.Chart((0, top), (0, 3), size=(390, 300))
    step = 0.1 if top <= 0.6 else 0.2
    ticks = np.arange(0, top + 0.01, step)
    drawn.axes(t("own.axis"), "", ticks, [], lambda v: t("ui.share", value=float(v)))
    for place, rate in zip((2.35, 1.35, 0.35), now.rates, strict=True):
        drawn.line([rate.low, rate.high], [place + 0.12] * 2, width=4).dots([rate.share], [place + 0.12])
        if later:
            other = later.rate(rate.method)
            drawn.line([other.low, other.high], [place - 0.12] * 2, DEFECT, "6 4", 4)
            drawn.dots([other.share], [place - 0.12], DEFECT, "triangle")
        drawn.text(drawn.px(0) + 6, drawn.py(place + 0.34), t(f"method.{rate.method}"), "start", weight=600)
    legend = t("own.legend_both" if later else "own.legend")
    return ui.image(str(drawn), _measured_words(now, "now", t)) + f"<p>{escape(legend)}</p>"


def _rates(state: Own, t: ui.Texts) -> str:
    both = [one for one in (state.result.now, state.result.later) if one]
    rows = []
    for rate in state.result.now.rates:
        found = [one.rate(rate.method) for one in both]
        cells = [t("own.rate", value=r.share, low=100 * r.low, high=100 * r.high) for r in found]
        rows.append((t(f"method.{rate.method}"), *cells))
    heads = [t("own.list"), t("own.hidden"), t("own.later_head")][: 1 + len(both)]
    return _table(t("own.measured"), heads, rows, marked=len(rows) - 1)


def _verdict(state: Own, t: ui.Texts) -> str:
    verdict = state.result.verdict
    steps = "".join(f"<li>{escape(t(f'own.next.{step}'))}</li>" for step in advice(state.result))
    head, why = escape(t(f"own.verdict.{verdict}")), escape(reason(state, t))
    box = f'<p class="{_BOX[verdict]}"><strong>{head}</strong> {why}</p>'
    return f"<h3>{escape(t('own.verdict_head'))}</h3>{box}<h3>{escape(t('own.next_head'))}</h3><ul>{steps}</ul>"


def advice(result: Result) -> tuple[str, ...]:
    """What to do next; with few articles no coarser groups of them."""
    found = NEXT.get(result.verdict) or NEXT[f"{result.verdict}.{result.reason}"]
    few = any(sign.code == "items" and sign.light == "poor" for sign in result.signs)
    return tuple(step for step in found if not (few and step == "groups"))


def reason(state: Own, t: ui.Texts) -> str:
    """Why the verdict is as it is, in one or two sentences."""
    result = state.result
    n = result.now.rates[0].n if result.now else 0
    return t(f"own.reason.{result.verdict}.{result.reason}", n=n)


def words(state: Own, t: ui.Texts) -> list[str]:
    """The figures of `checked` as sentences."""
    result, lines = state.result, []
    if len(state.model.items) < len(state.purchases.items):
        lines.append(t("own.part", items=len(state.model.items), of=len(state.purchases.items)))
    if result.now:
        lines += [_measured_words(result.now, "now", t), _pair_words(result.now, t)]
    if result.later:
        lines.append(_measured_words(result.later, "later", t))
    elif result.now:
        lines.append(t("own.no_later"))
    lines.append(f"{t(f'own.verdict.{result.verdict}')} {reason(state, t)}")
    if state.guess is not None and result.now:
        measured = round(10 * result.now.rate("ease").share)
        lines.append(t("own.guess", guess=state.guess, measured=measured))
    return lines


def _measured_words(measured: Measured, which: str, t: ui.Texts) -> str:
    rates = {rate.method: rate.share for rate in measured.rates}
    model = measured.rate("ease")
    values = {"n": model.n, "low": model.low, "high": model.high, "chance": measured.chance}
    return t(f"own.result.{which}", **rates, **values)


def _pair_words(measured: Measured, t: ui.Texts) -> str:
    sure = "sure" if measured.p < 0.01 else "likely" if measured.p < 0.05 else "chance"
    return f"{t('own.pair', better=measured.better, worse=measured.worse)} {t(f'own.lead.{sure}')}"
