"""New articles in pictures and words."""

from __future__ import annotations

from html import escape

from kitlib import ui
from kitlib.ui.svg import ACCENT, BRAND, GOOD

from ..model.debut import FEWEST, KNOWN, NEWEST, REMEDIES, alike, all_known, articles, brought_in, costs, curves, split
from ..model.debut import measured as measured_one
from ..model.newcomer import Newcomer
from . import goods

STYLES = {"none": (BRAND, "", "circle"), "alike": (GOOD, "9 4", "triangle"), "place": (GOOD, "9 4", "diamond")}


def buyers(place: int, t: ui.Texts) -> str:
    """How many buyers are known at a place of KNOWN: "20", or "all"."""
    known = KNOWN[place]
    return t("newcomer.debut.all") if known is None else str(known)


def lines(state: Newcomer) -> list[str]:
    return list(dict.fromkeys(("none", state.remedy)))


def chart(state: Newcomer, t: ui.Texts) -> str:
    """HTML: share of true buyers who find the new article, against its known buyers, with and without a remedy."""
    top, last = 0.38, len(KNOWN) - 1
    drawing = ui.Chart((0, last + 0.2), (0, top), size=(460, 340))
    ticks = range(last + 1)
    drawing.axes(
        t("newcomer.debut.x"),
        t("newcomer.debut.y"),
        ticks,
        (0, 0.1, 0.2, 0.3),
        lambda i: buyers(i, t),
        lambda v: _share(v, t),
    )
    drawing.line((state.buyers, state.buyers), (0, 0.3), ACCENT, "", 6)
    for i, remedy in enumerate(lines(state)):
        colour, dash, shape = STYLES[remedy]
        rates, high = curves()[:, REMEDIES.index(remedy)], top - 0.012 - 0.034 * i
        drawing.line(ticks, rates, colour, dash).dots(ticks, rates, colour, shape)
        drawing.line((0.1, 0.9), (high, high), colour, dash).dots((0.5,), (high,), colour, shape)
        words = t(f"newcomer.debut.line.{remedy}")
        drawing.text(float(drawing.px(1.1)), float(drawing.py(high)) + 5, words, "start", colour, 600)
    return ui.image(str(drawing), alternative(state, t))


def alternative(state: Newcomer, t: ui.Texts) -> str:
    told = [t("newcomer.debut.alt")]
    for remedy in lines(state):
        rates = curves()[:, REMEDIES.index(remedy)]
        values = ", ".join(f"{buyers(i, t)}: {_share(r, t)}" for i, r in enumerate(rates))
        told.append(f"{t(f'newcomer.debut.line.{remedy}')}: {values}.")
    return " ".join(told)


def _share(value: float, t: ui.Texts) -> str:
    return t("ui.share", value=float(value))


def table(state: Newcomer, t: ui.Texts) -> str:
    """HTML: what each remedy brings to the new articles and costs everybody else."""
    heads = [t(f"newcomer.debut.head.{h}") for h in ("remedy", "new", "others")]
    rates = curves()[state.buyers]
    rows = [
        (t(f"newcomer.debut.remedy.{name}"), _share(rates[i], t), t("newcomer.debut.share1", value=costs()[name]))
        for i, name in enumerate(REMEDIES)
    ]
    return ui.table(t("newcomer.debut.head_table"), heads, rows, REMEDIES.index(state.remedy))


def article(state: Newcomer, t: ui.Texts) -> str:
    """HTML: one new article, what is measured about it alone, and the articles whose weights it would borrow."""
    one = int(articles()[state.article])
    rate = float(measured_one(one)[state.buyers, REMEDIES.index(state.remedy)])
    kept = len(split(one)[0])
    line = t("newcomer.debut.one", rate=rate, n=kept)
    near = t("newcomer.debut.near", articles=goods.names(alike(one)[:5], t), n=len(alike(one)))
    return goods.listing([one], t, {one: line}) + f"<p>{escape(near)}</p>"


def told(state: Newcomer, t: ui.Texts) -> list[str]:
    """The result in words, a list of lines."""
    known, rates = KNOWN[state.buyers], curves()[state.buyers]
    plain, now = float(rates[0]), float(rates[REMEDIES.index(state.remedy)])
    if known is None:
        said = [t("newcomer.debut.result_all", n=all_known(), rate=plain)]
    else:
        said = [t("newcomer.debut.result", n=known, rate=plain), t("newcomer.debut.why")]
    if state.remedy != "none":
        before, after = costs()["none"], costs()[state.remedy]
        said.append(t(f"newcomer.debut.result_{state.remedy}", before=plain, after=now, places=NEWEST))
        lost = 100 * (before - after)
        said.append(t("newcomer.debut.cost", before=before, after=after, lost=lost, n=len(articles())))
    return [*said, t("newcomer.debut.measured", n=len(articles()), all=brought_in(), fewest=FEWEST)]
