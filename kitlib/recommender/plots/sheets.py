"""Drawings of slides that have no axes: bars with their words, the table of purchases, dots for people."""

from __future__ import annotations

from html import escape

from kitlib import ui
from kitlib.ui.svg import DEFECT, INK, LINE, MUTED, OK

from ..model import traces as model
from ..model.similar import ARTICLES, PEOPLE, TABLE
from . import similar, trait

FONT = "Segoe UI,Roboto,Helvetica,Arial,sans-serif"
WIDE = 400
"""Units of a drawing beside text: so large that letters of 16 units can be read from the last row."""
ROW, CELL = 64, 40


def drawn(marks: list[str], width: float, height: float) -> str:
    """SVG text."""
    hatch = (
        '<defs><pattern id="hatch" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="#f3c9ad"/><rect width="3" height="6" fill="{DEFECT}"/></pattern></defs>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' height="{height:.0f}" font-family="{FONT}">{hatch}{"".join(marks)}</svg>'
    )


def text(x: float, y: float, words: str, anchor="start", weight=400, size=16, colour=INK, turn=0) -> str:
    """SVG mark: words at a place; `turn`: degrees."""
    turned = f' transform="rotate({turn} {x:.1f} {y:.1f})"' if turn else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" font-size="{size}"'
        f' fill="{colour}"{turned}>{escape(words)}</text>'
    )


def bars(rows: list[tuple[str, str, float | None, bool]]) -> str:
    """SVG text: name, value in words, length 0 to 1 (or none: a sum below a rule), and whether the bar is hatched."""
    marks = []
    for i, (name, value, size, hatched) in enumerate(rows):
        y, weight = ROW * i, 600 if size is None else 400
        marks += [text(0, y + 20, name, weight=weight), text(WIDE, y + 20, value, "end", 700)]
        if size is None:
            marks.append(f'<path d="M0 {y - 3}H{WIDE}" stroke="{INK}" stroke-width="2"/>')
            continue
        fill, edge = ("url(#hatch)", DEFECT) if hatched else (OK, OK)
        wide = max(WIDE * abs(size), 2)
        marks.append(f'<rect x="0" y="{y + 29}" width="{wide:.1f}" height="22" rx="3" fill="{fill}" stroke="{edge}"/>')
    return drawn(marks, WIDE, ROW * len(rows) - (ROW - 30 if rows[-1][2] is None else 8))


def table(t: ui.Texts) -> str:
    """HTML: the small table of the lesson: who bought what."""
    left, top = 102, 96
    marks = [text(left + CELL * (i + 0.62), top - 8, similar.article(i, t), turn=-45) for i in range(ARTICLES)]
    for row in range(PEOPLE):
        y = top + CELL * row
        marks.append(text(left - 12, y + 29, similar.person(row, t), "end"))
        for column in range(ARTICLES):
            marks.append(_cell(left + CELL * column, y, bool(TABLE[row][column])))
    told = [_bought(row, t) for row in range(PEOPLE)]
    return ui.image(drawn(marks, WIDE, top + CELL * PEOPLE + 4), f"{t('similar.head_table')} {' '.join(told)}")


def _cell(x: float, y: float, bought: bool) -> str:
    box = f'<rect x="{x}" y="{y}" width="{CELL - 4}" height="{CELL - 4}" rx="5" fill="{{}}" stroke="{LINE}"/>'
    if not bought:
        return box.format("#fff")
    tick = f"M{x + 11} {y + 22}l8 8l13 -16"
    return box.format(OK) + f'<path d="{tick}" fill="none" stroke="#fff" stroke-width="4"/>'


def _bought(row: int, t: ui.Texts) -> str:
    names = ", ".join(similar.article(i, t) for i in range(ARTICLES) if TABLE[row][i])
    return f"{similar.person(row, t)}: {names}."


def traces(t: ui.Texts) -> str:
    """HTML: the 100 people with the highest estimate, three times: with all purchases, and after leaving some out."""
    side, gap, told, marks = 196, 52, [], []
    for i, removed in enumerate(model.REMOVED):
        x, right = i * (side + gap), model.report(removed).right
        marks += [text(x, 18, t(f"slides.traces.{removed}"), weight=600), *_people(x, 32, side, removed)]
        marks.append(text(x, 32 + side + 26, t("slides.traces_count", n=right, total=model.MARKED)))
        told.append(f"{t(f'slides.traces.{removed}')}: {trait.alternative(removed, t)}")
    height = 32 + side + 64
    for x, baby in ((10, True), (260, False)):
        words = t("slides.traces_baby" if baby else "slides.traces_none")
        marks += [trait.mark(x, height - 6, baby, 7), text(x + 16, height, words, colour=MUTED)]
    alt = f"{t('slides.traces_alt')} {' '.join(told)}"
    return ui.image(drawn(marks, 3 * side + 2 * gap, height + 8), alt)


def _people(x: float, y: float, side: float, removed: str) -> list[str]:
    step, there = side / 10, model.table()[2]
    return [
        trait.mark(x + step * (place % 10 + 0.5), y + step * (place // 10 + 0.5), bool(there[row]), step * 0.34)
        for place, row in enumerate(model.marked(removed))
    ]
