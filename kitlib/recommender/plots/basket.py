"""Step 1 in pictures and words: recommendations with their reasons, and the sum behind one of them."""

from __future__ import annotations

from kitlib import ui

from ..data.shop import shop
from ..model import room
from ..model.basket import (
    OPTIONS,
    START,
    Basket,
    buyers,
    checked,
    fresh,
    opened,
    place,
    points,
    reasons,
    recommended,
    score,
    shown,
    strongest,
)
from . import goods
from .bars import Bar, bars


def options(t: ui.Texts) -> dict[int, str]:
    """The three articles to predict from."""
    return {item: goods.name(item, t) for item in OPTIONS}


def listing(state: Basket, t: ui.Texts) -> str:
    """HTML: the ten recommendations, each with its reason; what the last click brought in is marked."""
    items = shown(state)
    marks = {i: t("basket.new") for i in fresh(state)}
    return f'<div class="shop-ranked">{goods.listing(items, t, {i: reason(state, i, t) for i in items}, marks)}</div>'


def reason(state: Basket, item: int, t: ui.Texts) -> str:
    """Why an article is in the list, in one line; only the model has a reason in the basket."""
    if state.method == "random":
        return t("basket.diced")
    if state.method == "popular" or not state.items:
        return t("basket.bought_by", n=buyers(item))
    named = strongest(state.items, item)
    if not named:
        return t("basket.no_purchase")
    values = {f"{k}{n}": v for n, (i, share) in enumerate(named, 1) for k, v in (("a", goods.name(i, t)), ("x", share))}
    return t(f"basket.because{len(named)}", **values)


def menu(state: Basket, t: ui.Texts) -> list[tuple[str, int]]:
    """The ten recommendations to choose from, with their places."""
    return [(f"{n}. {goods.name(i, t)}", i) for n, i in enumerate(shown(state), 1)]


def account(state: Basket, t: ui.Texts) -> str:
    """HTML: everything that adds to the score of the opened recommendation, or why there is nothing to add up."""
    if state.method != "ease":
        return f"<p>{t(f'basket.no_reason.{state.method}')}</p>"
    item = opened(state)
    found, total = reasons(state.items, item), score(state.items, item)
    values = points(tuple(r.value for r in found), total)
    longest = max(abs(r.value) for r in found) or 1.0
    rows = [_bar(r.item, r.value / longest, p, t) for r, p in zip(found, values, strict=True)]
    name, end = goods.name(item, t), t("basket.points", n=sum(values))
    return f"<p>{t.html('basket.account', name=name)}</p>{bars(rows, (t('basket.sum'), end))}"


def _bar(item: int | None, size: float, value: int, t: ui.Texts) -> Bar:
    name = t("basket.prior") if item is None else goods.name(item, t)
    if value < 0:
        return Bar(name, t("basket.minus", n=-value), size, t("basket.against"))
    return Bar(name, t("basket.plus", n=value), size)


def describe(state: Basket, t: ui.Texts) -> ui.Words:
    told = [_guessed(state, t)] if state.guess is not None else []
    told.append(_first(state, t))
    if state.items != state.before:
        told.append(t("basket.changed", n=len(fresh(state)), total=room.SHOWN))
    if state.items or state.method != "ease":  # an empty basket is not what was measured
        told.append(t("basket.hits", method=t(f"method.{state.method}"), n=_of_100(state.method)))
    return ui.Words("\n".join(told))


def _guessed(state: Basket, t: ui.Texts) -> str:
    said = goods.name(state.guess, t)
    first = goods.name(recommended(START, "ease")[0], t)
    key = "basket.guess_right" if said == first else "basket.guess_wrong"
    numbers = {"place": place(state.guess), "n": buyers(state.guess), "all": len(shop().customers)}
    return t(key, guess=said, first=first, **numbers)


def _first(state: Basket, t: ui.Texts) -> str:
    first = shown(state)[0]
    name = goods.name(first, t)
    if state.method != "ease":
        return t(f"basket.first.{state.method}", name=name)
    if not state.items:
        return t("basket.first.empty", name=name, n=buyers(first))
    total = points((score(state.items, first),), score(state.items, first))[0]
    return t("basket.first.ease", name=name, points=total, n=len(state.items))


def _of_100(method: str) -> int:
    return round(100 * room.hit_rate(method))


def facts(t: ui.Texts) -> ui.Words:
    """The claims of the lesson's text, measured."""
    right, looked = checked()
    rates = {method: _of_100(method) for method in (*room.METHODS, "oracle")}
    people = len(room.hidden()[1])
    return ui.Words(
        "\n".join(
            [
                t("basket.fact_how", people=people),
                t("basket.fact_hits", **rates),
                t("basket.fact_best", **rates),
                t("basket.fact_sums", right=right, looked=looked),
            ]
        )
    )
