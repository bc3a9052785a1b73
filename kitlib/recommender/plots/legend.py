"""What the lines of a chart mean: a piece of each line beside its name."""

from __future__ import annotations

from html import escape

import numpy as np

from kitlib import ui

Style = tuple[str, str, str]
"""Colour, dash and shape of a line."""


class _Sample(ui.Chart):
    """A piece of a line without margins, 0 to 1 across."""

    def px(self, x):
        return np.asarray(x, float) * self.size[0]

    def py(self, y):
        return np.full(np.shape(y), self.size[1] / 2)


def lines_legend(lines: list[tuple[str, str, Style]]) -> str:
    """HTML. lines: name, what the line looks like in words, style."""
    items = []
    for name, looks, (colour, dash, shape) in lines:
        sample = _Sample((0, 1), (0, 1), size=(56, 18))
        sample.line([0, 1], [0, 0], colour, dash).dots([0.5], [0], colour, shape, 5)
        items.append(f"<li>{ui.image(str(sample), looks, 'shop-key')} {escape(name)}</li>")
    return f'<ul class="shop-legend">{"".join(items)}</ul>'
