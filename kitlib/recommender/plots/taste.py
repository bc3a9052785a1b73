"""Step 2, the whole shop as two pictures: the table of all purchases, and the map of tastes."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import numpy as np

from kitlib import ui
from kitlib.ui.svg import DEFECT, INK

from ..data.shop import shop
from ..model.similar import DRAWN, Similar, filled, near, places, sorted_table, typical
from . import goods

NAMED = 5
"""So many neighbours have a number on the map: more would lie on top of each other."""
WIDE, HIGH, EDGE, GAP = 460, 400, 22, 32
_GREY = "#8494a1"


def purchases(t: ui.Texts) -> str:
    """HTML: the table of all purchases, a dot each, with what its edges mean."""
    people, (share, some, every) = len(shop().customers), filled()
    alt = t("similar.matrix_alt", rows=DRAWN, people=people, articles=len(shop().articles), share=share)
    words = t("similar.matrix_words", share=share, some=some, every=every, typical=typical(), people=people)
    edges = f'<p class="shop-edges"><span>{t("similar.left")}</span><span>{t("similar.right")}</span></p>'
    return f"<p>{words}</p><p>{t('similar.top')}</p>{edges}{ui.image(_dots(), alt)}"


@lru_cache(maxsize=1)
def _dots() -> np.ndarray:
    """(2 * rows, 2 * articles, 3) uint8: ink where something was bought. Twice the size, to stay crisp on the page."""
    paper, ink = (243, 246, 248), (8, 63, 96)
    large = sorted_table().repeat(2, 0).repeat(2, 1)
    return np.where(large[..., None], np.uint8(ink), np.uint8(paper))


def map_of(state: Similar, t: ui.Texts) -> str:
    """HTML: every article as a mark: its department as triangles, the chosen one and its neighbours named."""
    named = [p.other for p in near(state.item)[:NAMED]]
    same = shop().category == shop().category[state.item]
    marks = [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.2" fill="{_GREY}"/>' for a, b in _points(~same)]
    marks += [_triangle(a, b) for a, b in _points(same)]
    marks += _numbered(_points(named))
    marks.append(_diamond(*_points([state.item])[0]))
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}"'
        f' font-family="Segoe UI,Roboto,Helvetica,Arial,sans-serif"><rect width="{WIDE}" height="{HIGH}" fill="#f3f6f8"'
        f' rx="8"/>{"".join(marks)}</svg>'
    )
    return f"{_legend(state, t)}{ui.image(drawing, alternative(state, t))}{_numbers(named, t)}"


def _points(items) -> list[tuple[float, float]]:
    """Pixels of some articles."""
    x, y = places()[items].T
    return list(zip(EDGE + x * (WIDE - 2 * EDGE), EDGE + (1 - y) * (HIGH - 2 * EDGE), strict=True))


def _triangle(x: float, y: float) -> str:
    return f'<path d="M{x:.1f} {y - 6.5:.1f}l6 11h-12z" fill="{DEFECT}" stroke="#fff"/>'


def _diamond(x: float, y: float) -> str:
    shape = f"M{x:.1f} {y - 13:.1f}l13 13l-13 13l-13 -13z"
    return f'<path d="{shape}" fill="{INK}" stroke="#fff" stroke-width="2"/>'


def _numbered(points: list[tuple[float, float]]) -> list[str]:
    """A ring round each mark, its number at the end of a line: neighbours lie close, numbers must not."""
    if not points:
        return []
    xs = [x for x, _ in points]
    left = sum(xs) / len(xs) > WIDE / 2
    column = max(min(xs) - 70, EDGE) if left else min(max(xs) + 70, WIDE - EDGE)
    order = sorted(range(len(points)), key=lambda i: points[i][1])
    middle = sum(y for _, y in points) / len(points)
    first = min(max(middle - GAP * (len(points) - 1) / 2, EDGE), HIGH - EDGE - GAP * (len(points) - 1))
    return [_number(*points[i], i + 1, column, first + GAP * place) for place, i in enumerate(order)]


def _number(x: float, y: float, number: int, column: float, row: float) -> str:
    return (
        f'<path d="M{x:.1f} {y:.1f}L{column:.1f} {row:.1f}" stroke="{INK}" stroke-width="1.2"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="none" stroke="{INK}" stroke-width="2"/>'
        f'<circle cx="{column:.1f}" cy="{row:.1f}" r="14" fill="#fff" stroke="{INK}" stroke-width="1.5"/>'
        f'<text x="{column:.1f}" y="{row + 7:.1f}" text-anchor="middle" font-size="20" font-weight="700"'
        f' fill="{INK}">{number}</text>'
    )


def _legend(state: Similar, t: ui.Texts) -> str:
    """What the marks mean, as text: it grows with the page, words in a picture do not."""
    entries = [
        ("◆", INK, t("similar.key_item", name=goods.name(state.item, t))),
        ("▲", DEFECT, t("similar.key_same", department=department(state.item, t))),
        ("●", _GREY, t("similar.key_rest")),
        ("○", INK, t("similar.key_near", n=NAMED)),
    ]
    return "".join(
        f'<p class="shop-mark-key"><span aria-hidden="true" style="color:{colour}">{mark}</span>{escape(words)}</p>'
        for mark, colour, words in entries
    )


def _numbers(items: list[int], t: ui.Texts) -> str:
    return f'<ol class="shop-numbers">{"".join(f"<li>{escape(goods.name(i, t))}</li>" for i in items)}</ol>'


def department(item: int, t: ui.Texts) -> str:
    return t(f"category.{shop().categories[shop().category[item]]}")


def alternative(state: Similar, t: ui.Texts) -> str:
    """How close the department lies together, in numbers: what the eye takes from the map."""
    p, same = places(), shop().category == shop().category[state.item]
    own, every = (float(np.linalg.norm(q - q.mean(0), axis=1).mean()) for q in (p[same], p))
    return t(
        "similar.map_alt",
        articles=len(p),
        name=goods.name(state.item, t),
        department=department(state.item, t),
        near=goods.names([q.other for q in near(state.item)[:NAMED]], t),
        own=own,
        every=every,
    )
