"""Step 2 in pictures and words: the small table and its sums, the nearest articles of the shop."""

from __future__ import annotations

import math
from html import escape

from kitlib import ui

from ..model import room
from ..model.neighbours import SHRINK
from ..model.similar import (
    ARTICLES,
    PEOPLE,
    TABLE,
    Pair,
    Similar,
    chance,
    cosine,
    filled,
    near,
    pairs,
    same_department,
    typical,
)
from . import goods
from .bars import Bar, bars


def article(number: int, t: ui.Texts) -> str:
    """Name of an article of the small table."""
    return t(f"similar.article.{number}")


def person(number: int, t: ui.Texts) -> str:
    return t("similar.person", n=number + 1)


def options(t: ui.Texts) -> dict[int, str]:
    """The articles to predict from: all but the first, which they are compared with."""
    return {n: article(n, t) for n in range(1, ARTICLES)}


def cell(row: int, column: int, bought: bool, t: ui.Texts) -> str:
    """What a cell of the table says when it is read out."""
    key = "similar.cell_bought" if bought else "similar.cell_not"
    return t(key, person=person(row, t), article=article(column, t))


def still(t: ui.Texts) -> str:
    """HTML: the small table to look at, before the prediction."""
    heads = [t("similar.who"), *(article(n, t) for n in range(ARTICLES))]
    rows = [(person(r, t), *(t("similar.yes" if v else "similar.no") for v in row)) for r, row in enumerate(TABLE)]
    return f'<div class="shop-still">{ui.table(t("similar.head_table"), heads, rows)}</div>'


def sums(state: Similar, t: ui.Texts) -> str:
    """HTML: the computation for each other article, written out, most similar first."""
    rows = [
        Bar(article(p.other, t), t("ui.number2", value=p.similarity), p.similarity, _written(state, p, t))
        for p in pairs(state)
    ]
    return bars(rows)


def _written(state: Similar, pair: Pair, t: ui.Texts) -> str:
    values = {"a": article(state.article, t), "b": article(pair.other, t)}
    numbers = {"n": pair.together, "x": pair.own, "y": pair.others}
    if not pair.own or not pair.others:
        return t("similar.nobody", name=values["a"] if not pair.own else values["b"])
    mean = math.sqrt(pair.own * pair.others)
    told = t("similar.counted", **values, **numbers), t("similar.computed", **numbers, mean=mean, value=pair.similarity)
    return "\n".join(told)


def nearest(state: Similar, t: ui.Texts) -> str:
    """HTML: the ten nearest articles of the shop."""
    found = near(state.item)
    if not found:
        return f"<p>{t('similar.no_near')}</p>"
    lines = {p.other: t("similar.near", n=p.together, value=p.similarity) for p in found}
    return f'<div class="shop-ranked">{goods.listing(lines, t, lines)}</div>'


def divisor(state: Similar, t: ui.Texts) -> str:
    """The computation of the first neighbour, written out."""
    found = near(state.item)
    if not found:
        return ""
    first, plain = found[0], math.sqrt(found[0].own * found[0].others)
    names = {"a": goods.name(state.item, t), "b": goods.name(first.other, t)}
    numbers = {"n": first.together, "x": first.own, "y": first.others, "mean": plain, "shrink": SHRINK}
    return t("similar.divisor", **names, **numbers, value=first.similarity)


def shrink(t: ui.Texts) -> str:
    """HTML: the real pair that only looks like a match, without and with the addition below the line."""
    c = chance()
    names = {"a": goods.name(c.item, t), "rare": goods.name(c.plain.other, t), "best": goods.name(c.instead.other, t)}
    plain_best = cosine(c.instead.together, c.instead.own, c.instead.others)
    words = t("similar.shrink_words", **names, n=c.plain.together, buyers=c.plain.others, shrink=SHRINK)
    after = t("similar.shrink_after", **names, place=c.place, together=c.instead.together)
    parts = [words]
    for key, rare, best in (("without", c.plain.similarity, plain_best), ("with", c.shrunk, c.instead.similarity)):
        both = sorted(
            ((rare, names["rare"], c.plain.together), (best, names["best"], c.instead.together)), reverse=True
        )
        parts.append(t(f"similar.{key}", name=names["a"]))
        rows = [
            Bar(name, t("ui.number2", value=v), v / c.plain.similarity, t("similar.both", n=n)) for v, name, n in both
        ]
        parts.append(bars(rows))
    return "".join(p if p.startswith("<") else f"<p>{escape(p)}</p>" for p in (*parts, after))


def verdict(state: Similar, t: ui.Texts) -> list[str]:
    """The prediction beside what the small table gives."""
    return [*([_guessed(state, t)] if state.guess is not None else []), *_small(state, t)]


def describe(state: Similar, t: ui.Texts) -> ui.Words:
    told = verdict(state, t)
    found = near(state.item)
    if found:
        names = {"item": goods.name(state.item, t), "other": goods.name(found[0].other, t)}
        told.append(t("similar.result_shop", **names, n=found[0].together, value=found[0].similarity))
    return ui.Words("\n".join(told))


def _guessed(state: Similar, t: ui.Texts) -> str:
    start = pairs(Similar())
    said = next(p for p in start if p.other == state.guess)
    key = "similar.guess_right" if said == start[0] else "similar.guess_wrong"
    names = {"item": article(0, t), "guess": article(said.other, t), "best": article(start[0].other, t)}
    return t(key, **names, n=said.together, value=said.similarity, top=start[0].similarity)


def _small(state: Similar, t: ui.Texts) -> list[str]:
    """What is most similar in the small table now, and whether counting alone would have said something else."""
    found = pairs(state)
    first, most = found[0], max(found, key=lambda p: p.together)
    name = article(state.article, t)
    if not first.together:
        return [t("similar.result_none", item=name)]
    told = [t("similar.result", item=name, best=article(first.other, t), value=first.similarity, n=first.together)]
    if most.together > first.together:
        other = {"most": article(most.other, t), "best": article(first.other, t)}
        told.append(t("similar.result_most", item=name, **other, n=most.together, buyers=most.others, people=PEOPLE))
    return told


def facts(t: ui.Texts) -> ui.Words:
    """The claims of the lesson's text, measured."""
    first, second = pairs(Similar())[:2]
    names = {"item": article(0, t), "best": article(first.other, t), "second": article(second.other, t)}
    (share, some, every), (same, by_chance), c = filled(), same_department(), chance()
    rare = {"a": goods.name(c.item, t), "rare": goods.name(c.plain.other, t)}
    rates = {method: round(100 * room.hit_rate(method)) for method in ("neighbours", "popular")}
    told = [
        t("similar.fact_small", **names, x=first.similarity, y=second.similarity, n=first.together, m=second.together),
        t("similar.fact_filled", share=share, some=some, every=every, typical=typical()),
        t("similar.fact_hits", **rates),
        t("similar.fact_shrink", **rare, n=c.plain.together, place=c.place),
        t("similar.fact_same", same=10 * same, chance=10 * by_chance),
    ]
    return ui.Words("\n".join(told))
