"""The popular get more popular, in pictures and words."""

from __future__ import annotations

from kitlib import ui
from kitlib.ui.svg import ACCENT, BRAND, DEFECT, GOOD, INK, MUTED

from ..model.popular import (
    HEAD,
    LISTS,
    POSITIONS,
    STEPS,
    Popular,
    bought,
    cheap,
    known_articles,
    milder,
    niches,
    people,
    rank,
    report,
    shown,
    sold,
    tenths,
    top,
)
from . import goods

GROUPS = ("unusual", "ordinary", "rare", "common")


def chart(state: Popular, t: ui.Texts) -> str:
    """HTML: hit rate against the number of articles shown at all, one dot a position of the dial."""
    reports = [report(p) for p in POSITIONS]
    x, y = [r.coverage for r in reports], [r.hit_rate for r in reports]
    drawing = ui.Chart((0, 410), (0, 0.56), size=(460, 350))
    shares = (0, 0.1, 0.2, 0.3, 0.4, 0.5)
    drawing.axes(t("popular.x"), t("popular.y"), range(0, 401, 100), shares, str, lambda v: _share(v, t))
    drawing.line(x, y, BRAND, "", 2).dots(x, y, BRAND, "circle", 5)
    for name, shape, colour in (("oracle", "diamond", GOOD), ("random", "triangle", MUTED)):
        r = report(name)
        drawing.dots((r.coverage,), (r.hit_rate,), colour, shape, 7)
        _label(drawing, r, t(f"method.{name}"), "end", -12, colour)
    _label(drawing, report(STEPS), t("method.popular"), "start", 22, INK)
    now = report(state.dial)
    drawing.dots((now.coverage,), (now.hit_rate,), INK, "circle", 11).dots((now.coverage,), (now.hit_rate,), ACCENT)
    _label(drawing, now, t("popular.here"), "middle", -18, INK)
    return ui.image(str(drawing), alternative(state, t))


def _label(drawing: ui.Chart, r, words: str, anchor: str, shift: float, colour: str) -> None:
    drawing.text(float(drawing.px(r.coverage)), float(drawing.py(r.hit_rate)) + shift, words, anchor, colour, 600)


def alternative(state: Popular, t: ui.Texts) -> str:
    r = report(state.dial)
    told = [t("popular.alt"), t("popular.alt_now", dial=dial_words(state.dial, t), n=r.coverage, rate=r.hit_rate)]
    told += [
        t("popular.alt_point", dial=dial_words(p, t), n=report(p).coverage, rate=report(p).hit_rate) for p in POSITIONS
    ]
    return " ".join(told)


def dial_words(dial: int, t: ui.Texts) -> str:
    """ "two steps towards the niche"."""
    side = "model" if dial == 0 else "list" if dial == STEPS else "popular" if dial > 0 else "niche"
    return t(f"popular.dial.{side}", n=abs(dial))


def bars(state: Popular, t: ui.Texts, size=(460, 330), legend=3.4) -> str:
    """HTML: what each tenth of the range sells beside how many places it gets. legend: where it begins, in tenths."""
    sales, places = tenths(bought()), tenths(shown(state.dial))
    drawing = ui.Chart((0.4, 10.6), (0, 1.1), size=size)
    drawing.axes(t("popular.bars_x"), t("popular.bars_y"), range(1, 11), (0, 0.2, 0.4, 0.6, 0.8, 1), str, _share_of(t))
    spots = [i + 0.6 for i in range(10)]
    drawing.bars(spots, sales, 0.38, BRAND).bars([s + 0.42 for s in spots], places, 0.38, DEFECT, hatched=True)
    for i, (words, hatched) in enumerate((("popular.bars_sold", False), ("popular.bars_shown", True))):
        high = 1.03 - 0.09 * i
        px, py = float(drawing.px(legend + 0.8)), float(drawing.py(high))
        drawing.line((legend, legend + 0.6), (high, high), DEFECT if hatched else BRAND, "4 3" if hatched else "", 10)
        drawing.text(px, py + 5, t(words), "start", INK, 600)
    pairs = enumerate(zip(sales, places, strict=True), 1)
    rows = (t("popular.bars_row", place=i, sold=float(a), shown=float(b)) for i, (a, b) in pairs)
    return ui.image(str(drawing), " ".join([t("popular.bars_alt"), *rows]))


def _share_of(t: ui.Texts):
    return lambda value: _share(value, t)


def _share(value: float, t: ui.Texts) -> str:
    return t("ui.share", value=float(value))


def table(state: Popular, t: ui.Texts) -> str:
    """HTML: all figures of the dial's position beside the model, the bestseller list and lists by lot."""
    heads = [t(f"popular.head.{h}") for h in ("list", "hits", "coverage", "gini", "head", "euro")]
    settings = list(dict.fromkeys((state.dial, 0, STEPS, "random", "oracle")))
    rows = [_row(setting, t) for setting in settings]
    return ui.table(t("popular.head_table"), heads, rows, 0)


def _row(setting: int | str, t: ui.Texts) -> tuple[str, ...]:
    r = report(setting)
    name = t(f"method.{setting}") if isinstance(setting, str) else dial_words(setting, t)
    cells = (t("ui.number2", value=r.gini), _share(r.head, t), t("ui.euro", value=r.euro))
    return name, _share(r.hit_rate, t), t("popular.count", n=r.coverage), *cells


def groups(state: Popular, t: ui.Texts) -> str:
    """HTML: who gains and who loses: hit rates of groups now, with the model as it is, and with the bestseller list."""
    settings = list(dict.fromkeys((state.dial, 0, STEPS)))
    heads = [t("popular.head.group"), *(dial_words(s, t) for s in settings)]
    rows = [(t(f"popular.group.{name}"), *(_share(getattr(report(s), name), t) for s in settings)) for name in GROUPS]
    return ui.table(t("popular.head_groups"), heads, rows)


def example(state: Popular, t: ui.Texts) -> str:
    """HTML: one person's list at this position, bestsellers and niche articles marked."""
    listed = top(state.dial)[people()[state.person]].tolist()
    best, niche = t("popular.mark_best", n=HEAD), t("popular.mark_niche")
    marks = {i: best for i in listed if rank()[i] < HEAD} | {i: niche for i in listed if niches()[i]}
    lines = {i: t("popular.buyers", n=int(bought()[i])) for i in listed}
    return goods.listing(listed, t, lines, marks)


def describe(state: Popular, t: ui.Texts) -> ui.Words:
    r, model, total = report(state.dial), report(0), len(bought())
    told = []
    if state.guess is not None:
        told.append(t("popular.guess_result", guess=state.guess, model=model.coverage, best=report(STEPS).coverage))
    if state.guess is not None or state.dial == STEPS:
        told.append(t("popular.moves"))
    told.append(t("popular.result", dial=dial_words(state.dial, t), rate=r.hit_rate, n=r.coverage, all=total))
    if state.dial:
        before = dict(rate=model.hit_rate, n=model.coverage, euro=model.euro)
        now = dict(rate_now=r.hit_rate, n_now=r.coverage, euro_now=r.euro)
        told.append(t("popular.compared", lists=LISTS, **before, **now))
    else:
        told.append(t("popular.euro", euro=r.euro, lists=LISTS))
    told += [
        t("popular.unequal", gini=r.gini, head=HEAD, share=r.head),
        t("popular.suppliers", niche=r.niche, sold=sold()),
        t("popular.seekers", rare=r.rare, common=r.common),
        *_too_far(state.dial, t),
        t("popular.tastes", unusual=r.unusual, ordinary=r.ordinary),
        t("popular.tastes_note", unusual=known_articles("unusual"), ordinary=known_articles("ordinary")),
    ]
    return ui.Words("\n".join(told))


def _too_far(dial: int, t: ui.Texts) -> list[str]:
    """That a milder position is better in all respects, where it is."""
    if (better := milder(dial)) is None:
        return []
    r, now = report(better), report(dial)
    there = dict(dial=dial_words(better, t), rate=r.hit_rate, n=r.coverage, rare=r.rare)
    return [t("popular.nobody", **there, rate_now=now.hit_rate, n_now=now.coverage, rare_now=now.rare)]


def facts(t: ui.Texts) -> ui.Words:
    """The claims of the lesson's text, measured."""
    told = []
    for setting in ("popular", 0, "random"):
        r = report(setting)
        name = t("method.ease") if setting == 0 else t(f"method.{setting}")
        told.append(t("popular.fact", name=name, rate=r.hit_rate, n=r.coverage, gini=r.gini, head=HEAD, share=r.head))
    r, model = report(cheap()), report(0)
    told += [
        t("popular.fact_cheap", dial=dial_words(cheap(), t), n=r.coverage, rate=r.hit_rate, model=model.hit_rate),
        t("popular.fact_euro", before=model.euro, after=r.euro, lists=LISTS),
        t("popular.fact_tastes", unusual=model.unusual, ordinary=model.ordinary),
        t("popular.fact_seekers", rare=model.rare, common=model.common, after=r.rare, niche=model.niche, sold=sold()),
    ]
    return ui.Words("\n".join(told))
