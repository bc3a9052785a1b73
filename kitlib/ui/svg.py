"""Charts as SVG text: drawn in a millisecond, so that a slider answers at once (matplotlib needs fifty)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import numpy as np

INK, MUTED, LINE = "#1b2733", "#4a5a68", "#d5dde3"
OK, DEFECT, BRAND, GOOD, ACCENT = "#0b5c8a", "#b3480a", "#083f60", "#1f6f43", "#e08a00"
LEFT, RIGHT, TOP, BOTTOM = 84, 24, 18, 58


class Chart:
    """One pair of axes. `x` and `y` are (low, high); `log` spaces x by factors; each call adds a mark; `str()` ends it.

    Marks differ by shape and dash as well as by colour, so that the chart also reads in grey.
    """

    def __init__(self, x: tuple[float, float], y: tuple[float, float], *, size=(460, 320), log: bool = False):
        self.x, self.y, self.size, self.log = x, y, size, log
        self.marks: list[str] = []

    def px(self, x):
        """Pixels from the left of values on the x axis."""
        low, high, value = (np.log10(v) if self.log else np.asarray(v, float) for v in (*self.x, x))
        return LEFT + (value - low) / (high - low) * (self.size[0] - LEFT - RIGHT)

    def py(self, y):
        """Pixels from the top of values on the y axis."""
        low, high = self.y
        return self.size[1] - BOTTOM - (np.asarray(y, float) - low) / (high - low) * (self.size[1] - TOP - BOTTOM)

    def _points(self, x, y) -> str:
        y = np.clip(y, *self.y)
        return " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(self.px(x), self.py(y), strict=True))

    def text(self, px: float, py: float, words: str, anchor="middle", colour=INK, weight=400, size=15) -> Chart:
        self.marks.append(
            f'<text x="{px:.1f}" y="{py:.1f}" text-anchor="{anchor}" fill="{colour}" font-weight="{weight}"'
            f' font-size="{size}" paint-order="stroke" stroke="#fff" stroke-width="3">{escape(words)}</text>'
        )
        return self

    def axes(
        self,
        x_label: str,
        y_label: str,
        x_ticks: Sequence[float],
        y_ticks: Sequence[float],
        x_format: Callable[[float], str] = str,
        y_format: Callable[[float], str] = str,
    ) -> Chart:
        width, height = self.size
        for tick in y_ticks:
            y = float(self.py(tick))
            self.marks.append(f'<path d="M{LEFT} {y:.1f}H{width - RIGHT}" stroke="{LINE}"/>')
            self.text(LEFT - 8, y + 5, y_format(tick), "end", MUTED)
        for tick in x_ticks:
            self.text(float(self.px(tick)), height - BOTTOM + 22, x_format(tick), colour=MUTED)
        self.marks.append(f'<path d="M{LEFT} {height - BOTTOM}H{width - RIGHT}" stroke="{MUTED}" stroke-width="1.5"/>')
        self.text((LEFT + width - RIGHT) / 2, height - 10, x_label)
        middle = (TOP + height - BOTTOM) / 2
        self.marks.append(
            f'<text transform="translate(16 {middle:.0f}) rotate(-90)" text-anchor="middle" fill="{INK}"'
            f' font-size="15">{escape(y_label)}</text>'
        )
        return self

    def line(self, x, y, colour=BRAND, dash: str = "", width: float = 3) -> Chart:
        self.marks.append(
            f'<polyline points="{self._points(x, y)}" fill="none" stroke="{colour}" stroke-width="{width}"'
            f' stroke-dasharray="{dash}" stroke-linejoin="round"/>'
        )
        return self

    def band(self, x, low, high, colour=BRAND) -> Chart:
        there, back = self._points(x, low), self._points(list(x)[::-1], list(high)[::-1])
        self.marks.append(f'<polygon points="{there} {back}" fill="{colour}" opacity="0.18"/>')
        return self

    def span(self, low: float, high: float, colour=ACCENT) -> Chart:
        a, b = float(self.px(low)), float(self.px(high))
        tall = self.size[1] - TOP - BOTTOM
        self.marks.append(
            f'<rect x="{a:.1f}" y="{TOP}" width="{max(b - a, 0):.1f}" height="{tall}" fill="{colour}" opacity="0.18"/>'
        )
        return self

    def vline(self, x: float, label: str = "", colour=INK, dash: str = "") -> Chart:
        px = float(self.px(x))
        self.marks.append(
            f'<path d="M{px:.1f} {TOP}V{self.size[1] - BOTTOM}" stroke="{colour}" stroke-width="2.5"'
            f' stroke-dasharray="{dash}"/>'
        )
        anchor, shift = ("start", 6) if px < self.size[0] * 0.6 else ("end", -6)
        return self.text(px + shift, TOP + 14, label, anchor, colour, 600) if label else self

    def dots(self, x, y, colour=BRAND, shape: str = "circle", size: float = 6) -> Chart:
        for px, py in zip(self.px(np.asarray(x)), self.py(np.clip(y, *self.y)), strict=True):
            self.marks.append(_SHAPES[shape](px, py, size, colour))
        return self

    def bars(self, x, heights, width: float, colour=BRAND, hatched: bool = False) -> Chart:
        base = float(self.py(self.y[0]))
        fill = "url(#hatch)" if hatched else colour
        for left, right, top in zip(self.px(x), self.px(np.asarray(x) + width), self.py(heights), strict=True):
            self.marks.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{base - top:.1f}" fill="{fill}"'
                f' fill-opacity="0.75" stroke="{DEFECT if hatched else colour}"/>'
            )
        return self

    def __str__(self) -> str:
        width, height = self.size
        hatch = (
            '<pattern id="hatch" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
            f'<rect width="6" height="6" fill="#f3c9ad"/><rect width="3" height="6" fill="{DEFECT}"/></pattern>'
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            f' font-family="Segoe UI,Roboto,Helvetica,Arial,sans-serif"><defs>{hatch}</defs>{"".join(self.marks)}</svg>'
        )


_SHAPES = {
    "circle": lambda x, y, s, c: f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{s}" fill="{c}" stroke="#fff"/>',
    "triangle": lambda x, y, s, c: (
        f'<path d="M{x:.1f} {y - s * 1.2:.1f}l{s * 1.2:.1f} {s * 2.1:.1f}h-{s * 2.4:.1f}z" fill="{c}" stroke="#fff"/>'
    ),
    "diamond": lambda x, y, s, c: (
        f'<path d="M{x:.1f} {y - s * 1.4:.1f}l{s * 1.4:.1f} {s * 1.4:.1f}l-{s * 1.4:.1f} {s * 1.4:.1f}'
        f'l-{s * 1.4:.1f} -{s * 1.4:.1f}z" fill="{c}" stroke="#fff"/>'
    ),
}
