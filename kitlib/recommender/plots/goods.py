"""Articles as the learner sees them: drawn icon, name, price."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from pathlib import Path

from kitlib import ui

from ..data.shop import icon, shop

CSS = Path(__file__).with_name("goods.css")


def name(item: int, t: ui.Texts) -> str:
    return shop().names(t.lang)[item]


def price(item: int) -> float:
    """Euro."""
    return float(shop().articles["price"].iloc[item])


def icon_id(item: int) -> str:
    return shop().articles["icon"].iloc[item]


@lru_cache(maxsize=1)
def style() -> str:
    """HTML: the look of lists and buttons of articles, with every icon once. First in the body of an experiment."""
    rules = [CSS.read_text("utf-8")]
    for one in sorted(set(shop().articles["icon"])):
        code = base64.b64encode(icon(one).encode()).decode()
        rules.append(f".shop-{one}::before {{ background-image: url(data:image/svg+xml;base64,{code}); }}")
    return f"<style>{' '.join(rules)}</style>"


def listing(
    items: Iterable[int], t: ui.Texts, lines: Mapping[int, str] | None = None, marks: Mapping[int, str] | None = None
) -> str:
    """HTML: an ordered list of articles. `lines`: article -> plain words below it; `marks`: article -> a short label.

    Icons are for the eye only; name, price, mark and line carry all there is to know.
    """
    lines, marks = lines or {}, marks or {}
    cells = []
    for i in items:
        mark = f'<em class="shop-mark">{escape(marks[i])}</em> ' if i in marks else ""
        line = f'<span class="shop-line">{escape(lines[i])}</span>' if i in lines else ""
        words = f'{mark}<strong>{escape(name(i, t))}</strong> <span class="shop-price">{t("ui.euro2", value=price(i))}'
        cells.append(f'<li class="shop-icon shop-{icon_id(i)}"><span>{words}</span>{line}</span></li>')
    return f'<ol class="shop-list">{"".join(cells)}</ol>'


def chips(items: Iterable[int], t: ui.Texts) -> str:
    """HTML: what somebody has bought, as small as can be: icon and name, side by side."""
    cells = [f'<li class="shop-icon shop-{icon_id(i)}">{escape(name(i, t))}</li>' for i in items]
    return f'<ul class="shop-chips">{"".join(cells)}</ul>'


def names(items: Iterable[int], t: ui.Texts) -> str:
    """Names for a sentence: "Hammer, saw, glove"."""
    return ", ".join(name(i, t) for i in items)
