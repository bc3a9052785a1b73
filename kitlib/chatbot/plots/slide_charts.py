"""Bars and lines as slides need them: few, large, named in the picture. A slide has no page to scroll to a key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, GOOD, INK, MUTED

from ..model.whole import parts

WIDTH = 400
"""Units of a drawing, shown about 560 pixels wide: its letters are then a little smaller than the slide's."""
SMALL, SIZE, LARGE = 15, 17, 19
PALE = "#c3ccd3"
LOOKS = {
    "main": (BRAND, "", "circle"),
    "good": (GOOD, "", "circle"),
    "bad": (DEFECT, "9 5", "triangle"),
    "rest": (MUTED, "2 5", "diamond"),
}
"""Colour, dash and shape of a line: told apart in grey, too."""
STEP, ROW = 24, 36
"""From one line of words to the next, from one bar to the next."""


@dataclass(frozen=True)
class Line:
    """One line of a chart. look: a key of LOOKS; marked: with a shape at each point."""

    name: str
    xs: Sequence[float]
    ys: Sequence[float]
    look: str
    marked: bool = True


def board(height: int) -> ui.Chart:
    """An empty drawing, WIDTH units wide."""
    return ui.Chart((0, 1), (0, 1), size=(WIDTH, height))


def rect(drawing: ui.Chart, x: float, y: float, width: float, height: float, kind: str) -> None:
    """A rectangle in units of the drawing. kind: good, bad (hatched), rest or plain."""
    fill = {"good": GOOD, "bad": "url(#hatch)", "rest": PALE, "plain": BRAND}[kind]
    drawing.marks.append(
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height}" fill="{fill}"'
        f' fill-opacity="{0.75 if kind == "good" else 1}" stroke="#fff"/>'
    )


def stacked(rows: Sequence[tuple[str, Sequence[float]]], kinds: Sequence[tuple[str, str]], t: ui.Texts) -> ui.Chart:
    """A bar a row, split into shares that add up to 1.

    rows: (name, shares); kinds: (what a share is, kind of `rect`).
    """
    top = STEP * len(kinds) + 10
    drawing = board(top + 76 * len(rows))
    for n, (name, kind) in enumerate(kinds):
        rect(drawing, 0, 4 + STEP * n, 26, 17, kind)
        drawing.text(36, 18 + STEP * n, name, "start", size=SIZE)
    for n, (name, shares) in enumerate(rows):
        y, x = top + 76 * n, 0.0
        drawing.text(0, y + 20, name, "start", weight=600, size=SIZE)
        for share, (_, kind) in zip(shares, kinds, strict=True):
            rect(drawing, x, y + 28, share * WIDTH, 36, kind)
            if share >= 0.08:
                words, size = t("ui.share", value=float(share)), LARGE if share > 0.12 else SMALL
                drawing.text(x + share * WIDTH / 2, y + 53, words, weight=600, size=size)
            x += share * WIDTH
    return drawing


def outcomes(name: str, rows: Sequence[tuple[str, float, float]], t: ui.Texts, **values) -> str:
    """HTML: bars of (name, share right, share wrong); the rest was handed over, or not answered in `look_up`."""
    found = [
        (row, tuple(n / 100 for n in parts((right, wrong, max(1 - right - wrong, 0)), 100)))
        for row, right, wrong in rows
    ]
    wrong, rest = ("unsourced", "refused") if name == "look_up" else ("wrong", "handed")
    kinds = [(t("slides.right"), "good"), (t(f"slides.{wrong}"), "bad"), (t(f"slides.{rest}"), "rest")]
    names = dict(zip(("right_name", "wrong_name", "rest_name"), (name for name, _ in kinds), strict=True))
    told = [t("slides.row", name=row, right=r, wrong=w, rest=x, **names) for row, (r, w, x) in found]
    return ui.image(str(stacked(found, kinds, t)), t(f"slides.{name}.alt", points=" ".join(told), **values))


def bars(rows: Sequence[tuple[str, float, str, str]], names: int, top: int = 0, behind: int = 92) -> ui.Chart:
    """A bar a row beside its name. rows: (name, share of the longest possible bar, words behind it, kind of `rect`).

    names, behind: units kept for the names and for the words behind the bars; top: units left free above.
    """
    drawing, most = board(top + ROW * len(rows) + 4), WIDTH - names - behind
    for n, (name, share, words, kind) in enumerate(rows):
        y = top + ROW * n
        drawing.text(names - 10, y + 24, name, "end", size=SIZE)
        rect(drawing, names, y + 5, max(share * most, 2), ROW - 10, kind)
        drawing.text(names + share * most + 8, y + 24, words, "start", weight=600, size=SIZE)
    return drawing


def lines(found: Sequence[Line], names: tuple[str, str], ticks: Sequence[float], t: ui.Texts, **more) -> ui.Chart:
    """Lines of shares with their names above. names: of the axes; more: `x`, `top` (highest share), `x_format`, `unit`.

    unit: what turns a value of the y axis into words.
    """
    x, top, unit = more["x"], more.get("top", 1.0), more.get("unit", lambda v: t("ui.share", value=float(v)))
    above = top * 0.115
    drawing = ui.Chart(x, (0, top + above * len(found)), size=(WIDTH, 350))
    drawing.axes(*names, ticks, [top * i / 4 for i in range(5)], more.get("x_format", str), unit)
    drawing.marks[-1] = drawing.marks[-1].replace("translate(16 ", "translate(12 ")  # large amounts come near its name
    for n, line in enumerate(found):
        colour, dash, shape = LOOKS[line.look]
        drawing.line(line.xs, line.ys, colour, dash)
        if line.marked:
            drawing.dots(line.xs, line.ys, colour, shape)
        y = float(drawing.py(top + above * (len(found) - n - 0.4)))
        left = float(drawing.px(x[0])) + 6
        drawing.marks.append(
            f'<path d="M{left} {y:.1f}h34" stroke="{colour}" stroke-width="3" stroke-dasharray="{dash}"/>'
        )
        drawing.text(left + 42, y + 6, line.name, "start", colour, 600, 16)
    return drawing


def spelt(drawing: ui.Chart, x: float, y: float, word: str, marked: Sequence[bool]) -> None:
    """A word that ends at x, its marked letters bold and underlined."""
    letters = "".join(
        f'<tspan font-weight="700" text-decoration="underline">{escape(one)}</tspan>' if on else escape(one)
        for one, on in zip(word, marked, strict=True)
    )
    drawing.marks.append(
        f'<text x="{x}" y="{y:.1f}" text-anchor="end" fill="{INK}" font-size="{LARGE}">{letters}</text>'
    )
