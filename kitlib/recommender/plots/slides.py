"""Pictures of this demo for slides and print: each a state that shows one thing, drawn as in the lesson."""

from __future__ import annotations

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, MUTED

from ..model import room
from ..model.attack import FAKES, THIRD, Attack, effect
from ..model.basket import START, Basket, opened, points, reasons, score
from ..model.bubble import Key
from ..model.fraud import MOST
from ..model.newcomer import MARKED, hit_rates
from ..model.newcomer import MOST as LONGEST
from ..model.popular import Popular
from ..model.rounds import ROUNDS, run
from . import attack, bubble, goods, newcomer, popular
from .sheets import bars, table, traces

BESIDE = (400, 350)
"""Units of a drawing beside text: so large that letters of 15 units can be read from the last row."""
LISTS: tuple[Key, ...] = (("none", 0.0, False), ("random", 0.0, False), ("ease", 0.0, False), ("ease", 0.0, True))
"""What the picture of variety compares: life without lists, lists by lot, the model, and the model with known goods."""


def hits(t: ui.Texts) -> str:
    """Of 100 people: how many hidden purchases each way to make a list finds."""
    methods = (*room.METHODS, "oracle")
    counts = [round(100 * room.hit_rate(method)) for method in methods]
    rows = [(t(f"method.{m}"), str(n), n / 50, m == "popular") for m, n in zip(methods, counts, strict=True)]
    told = [t("slides.hits_row", name=name, n=n) for (name, *_), n in zip(rows, counts, strict=True)]
    return ui.image(bars(rows), " ".join([t("slides.hits_alt"), *told]))


def account(t: ui.Texts) -> str:
    """The sum behind one recommendation: what each purchase in the basket adds to its points."""
    item = opened(Basket())
    found, total = reasons(START, item), score(START, item)
    values = points(tuple(r.value for r in found), total)
    most = max(abs(v) for v in values)
    names = [t("basket.prior") if r.item is None else goods.name(r.item, t) for r in found]
    signed = [t("basket.plus", n=v) if v >= 0 else t("basket.minus", n=-v) for v in values]
    rows = [(n, s, v / most, v < 0) for n, s, v in zip(names, signed, values, strict=True)]
    rows.append((f"{t('basket.sum')}: {goods.name(item, t)}", t("basket.points", n=sum(values)), None, False))
    told = ", ".join(f"{n}: {s}" for n, s in zip(names, signed, strict=True))
    return ui.image(bars(rows), t("slides.account_alt", name=goods.name(item, t), rows=told, n=sum(values)))


def start(t: ui.Texts) -> str:
    """A new person: hit rate of the model and of the bestseller list against known purchases."""
    drawing = ui.Chart((0, LONGEST), (0, 0.4), size=BESIDE)
    ticks = [k for k in MARKED if k not in (1, 3)]
    drawing.axes(t("newcomer.x"), t("newcomer.y"), ticks, (0, 0.1, 0.2, 0.3, 0.4), str, _share(t))
    told = [t("newcomer.alt")]
    for method, shift in (("ease", -26), ("popular", 30)):
        rates, (colour, dash, shape) = hit_rates(method), newcomer.STYLES[method]
        drawing.line(range(LONGEST + 1), rates, colour, dash).dots(MARKED, rates[list(MARKED)], colour, shape)
        name, y = t(f"method.{method}"), float(drawing.py(rates[-1])) + shift
        drawing.text(float(drawing.px(LONGEST)), y, name, "end", colour, 600)
        told.append(f"{name}: {', '.join(f'{k}: {_share(t)(rates[k])}' for k in MARKED)}.")
    return ui.image(str(drawing), " ".join(told))


def _share(t: ui.Texts):
    return lambda value: t("ui.share", value=float(value))


def niche(t: ui.Texts) -> str:
    """What each tenth of the range sells beside how many places it gets on the lists of the model."""
    return popular.bars(Popular(), t, BESIDE, legend=1)


def variety(t: ui.Texts) -> str:
    """Variety of a person's purchases over twenty rounds, with and without lists."""
    drawing = ui.Chart((0, 44), (0, 5), size=(700, 310))
    drawing.axes(t("bubble.round"), t("bubble.axis.variety"), range(0, ROUNDS + 1, 5), range(6))
    told = [t("bubble.alt.variety")]
    for key, (colour, dash, shape) in zip(LISTS, STYLES, strict=True):
        values, name = run(*key).variety, bubble.name(key, t)
        drawing.line(range(ROUNDS + 1), values, colour, dash).dots(range(0, ROUNDS + 1, 5), values[::5], colour, shape)
        drawing.text(float(drawing.px(ROUNDS)) + 14, float(drawing.py(values[-1])) + 5, name, "start", colour, 600)
        told.append(t("bubble.alt_variety", name=name, before=values[0], first=values[1], last=values[-1]))
    return ui.image(str(drawing), " ".join(told))


STYLES = [
    (MUTED, "2 5", "triangle"),
    ("#1f6f43", "9 5", "circle"),
    (BRAND, "", "diamond"),
    (DEFECT, "14 4", "triangle"),
]


def fakes(t: ui.Texts) -> str:
    """Share of the target group that gets the pushed article, by number of fake accounts."""
    state, drawing = Attack(kind="aimed"), ui.Chart((0, MOST), (0, 0.6), size=BESIDE)
    drawing.axes(
        t("attack.axis.fakes"), t("attack.axis.share"), (0, 54, 108, 162, 216, MOST), (0, 0.2, 0.4, 0.6), str, _share(t)
    )
    drawing.line([0, MOST], [THIRD] * 2, MUTED, "2 4", 2)
    drawing.text(float(drawing.px(0)) + 6, float(drawing.py(THIRD)) - 8, t("attack.third"), "start", MUTED)
    told = []
    for kind, shift in (("clumsy", -16), ("aimed", -26)):
        values, (colour, dash, shape) = [effect(state.article, kind, n).segment for n in FAKES], attack.STYLES[kind]
        drawing.line(FAKES, values, colour, dash).dots(FAKES, values, colour, shape, 5)
        name, y = t(f"attack.short.{kind}"), float(drawing.py(values[-1])) + shift
        drawing.text(float(drawing.px(MOST)), y, name, "end", colour, 600)
        told.append(t("attack.alt_kind", kind=name, n=MOST, share=values[-1]))
    alt = t("attack.alt", article=attack.pushed(state, t), curves=" ".join(told))
    return ui.image(str(drawing), alt)


FIGURES = {
    "table": table,
    "hits": hits,
    "account": account,
    "start": start,
    "niche": niche,
    "variety": variety,
    "fakes": fakes,
    "traces": traces,
}
