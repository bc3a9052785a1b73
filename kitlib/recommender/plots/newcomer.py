"""A new person in pictures and words; new articles are in `debut`."""

from __future__ import annotations

from html import escape

from kitlib import ui
from kitlib.ui.svg import ACCENT, BRAND, DEFECT, GOOD, INK, MUTED

from ..model import debut as articles
from ..model.newcomer import GROUP, MARKED, MOST, ROUNDS, Newcomer, all_known, enough, held, hit_rates, walk
from . import debut, goods

STYLES = {
    "oracle": (MUTED, "2 5", "diamond"),
    "ease": (BRAND, "", "circle"),
    "neighbours": (GOOD, "9 4", "triangle"),
    "popular": (DEFECT, "3 4", "diamond"),
    "asked": (INK, "12 3 2 3", "triangle"),
}


def lines(state: Newcomer) -> list[str]:
    return [m for m in STYLES if m != "asked" or state.asked]


def chart(state: Newcomer, t: ui.Texts) -> str:
    """HTML: hit rate against known purchases, one line a method, the number chosen marked."""
    top, step = 0.62, 0.045
    drawing = ui.Chart((0, MOST), (0, top), size=(460, 400))
    drawing.axes(t("newcomer.x"), t("newcomer.y"), MARKED, (0, 0.1, 0.2, 0.3, 0.4), _tick, lambda v: _share(v, t))
    drawing.line((state.known, state.known), (0, 0.4), ACCENT, "", 6)
    for i, method in enumerate(lines(state)):
        colour, dash, shape = STYLES[method]
        rates, high = hit_rates(method), top - 0.01 - step * i
        drawing.line(range(MOST + 1), rates, colour, dash).dots(MARKED, rates[list(MARKED)], colour, shape)
        drawing.line((0.3, 2.7), (high, high), colour, dash).dots((1.5,), (high,), colour, shape)
        drawing.text(float(drawing.px(3.2)), float(drawing.py(high)) + 5, method_name(method, t), "start", colour, 600)
    return ui.image(str(drawing), alternative(state, t))


def alternative(state: Newcomer, t: ui.Texts) -> str:
    """The curves for those who do not look at them: each method at few places."""
    told = [t("newcomer.alt")]
    for method in lines(state):
        values = ", ".join(f"{k}: {_share(hit_rates(method)[k], t)}" for k in MARKED)
        told.append(f"{method_name(method, t)}: {values}.")
    return " ".join(told)


def method_name(method: str, t: ui.Texts) -> str:
    return t("newcomer.asked_line") if method == "asked" else t(f"method.{method}")


def _share(value: float, t: ui.Texts) -> str:
    return t("ui.share", value=float(value))


def _tick(known: float) -> str:
    """1 and 3 would stand in the way of their neighbours."""
    return "" if known in (1, 3) else str(known)


def person(state: Newcomer, t: ui.Texts) -> str:
    """HTML: what the shop holds of one person, and what it recommends now."""
    w = walk(state.person, state.known, state.asked)
    bought = goods.names(w.known, t) if w.known else t("newcomer.nothing")
    told = [t("newcomer.holds", n=state.known, articles=bought)]
    if state.asked:
        told.append(t("newcomer.likes", departments=", ".join(t(f"category.{d}") for d in w.departments)))
    told.append(place_words(state, t))
    marks = {w.hidden: t("newcomer.mark")}
    body = "".join(f"<p>{escape(line)}</p>" for line in told)
    return body + goods.listing(w.top, t, marks=marks)


def place_words(state: Newcomer, t: ui.Texts) -> str:
    w = walk(state.person, state.known, state.asked)
    key = "newcomer.found" if w.hidden in w.top else "newcomer.not_found"
    return t(key, article=goods.name(w.hidden, t), place=w.place + 1)


def describe(state: Newcomer, t: ui.Texts) -> ui.Words:
    told = [_guessed(state, t)] if state.guess is not None else []
    told += debut.told(state, t) if state.view == "article" else _told(state, t)
    return ui.Words("\n".join(told))


def _guessed(state: Newcomer, t: ui.Texts) -> str:
    if enough() > MOST:
        return t("newcomer.guess_never", guess=state.guess, most=MOST)
    return t("newcomer.guess_result", guess=state.guess, enough=enough())


def _told(state: Newcomer, t: ui.Texts) -> list[str]:
    rate = {method: float(hit_rates(method)[state.known]) for method in STYLES}
    told = [
        t("newcomer.result", n=state.known, model=rate["ease"], popular=rate["popular"]),
        t("newcomer.best", oracle=rate["oracle"], near=rate["neighbours"]),
    ]
    if state.known == 0:
        told.append(t("newcomer.empty_asked" if state.asked else "newcomer.empty"))
    elif rate["ease"] < rate["popular"]:
        told.append(t("newcomer.worse"))
    if state.asked:
        same = _share(rate["ease"], t) == _share(rate["asked"], t)
        key = "newcomer.asked_same" if same else "newcomer.asked_result"
        told.append(t(key, before=rate["ease"], after=rate["asked"]))
    told.append(t("newcomer.measured", people=GROUP, rounds=ROUNDS))
    numbers = {k: all_known(m) for k, m in (("model", "ease"), ("popular", "popular"), ("oracle", "oracle"))}
    return [*told, t("newcomer.elsewhere", people=GROUP, most=MOST, held=held(), **numbers)]


def facts(t: ui.Texts) -> ui.Words:
    """The claims of the lesson's text, measured."""
    told = [
        t("newcomer.fact", n=k, model=float(hit_rates("ease")[k]), popular=float(hit_rates("popular")[k]))
        for k in (0, 1, 3, 12, 20)
    ]
    asked = [float(hit_rates(m)[0]) for m in ("ease", "asked")]
    rate, cost = articles.curves(), articles.costs()
    new = {f"n{k}": float(rate[articles.KNOWN.index(k), 0]) for k in (0, 20, None)}
    alike, place = (float(rate[0, articles.REMEDIES.index(r)]) for r in ("alike", "place"))
    told += [
        t("newcomer.fact_enough", n=enough()),
        t("newcomer.fact_asked", before=asked[0], after=asked[1]),
        t("newcomer.fact_article", none=new["n0"], some=new["n20"], every=new["nNone"], n=articles.all_known()),
        t("newcomer.fact_alike", rate=alike, before=cost["none"], after=cost["alike"]),
        t("newcomer.fact_place", rate=place, before=cost["none"], after=cost["place"]),
    ]
    return ui.Words("\n".join(told))
