"""A small table of buttons: each cell is on or off and says so in words, its sign is for the eye."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as W

from kitlib import ui


class Cells(W.Box):
    """`rows`, `heads`: words of the edges. `on_click(row, column)`; `show` writes which cells are on."""

    def __init__(self, rows: Sequence[str], heads: Sequence[str], on_click: Callable[[int, int], object]):
        self._cells = [[self._cell(r, c, on_click) for c in range(len(heads))] for r in range(len(rows))]
        top = [W.HTML(), *(self._edge(words, "shop-head") for words in heads)]
        lines = [[self._edge(words, "shop-side"), *cells] for words, cells in zip(rows, self._cells, strict=True)]
        super().__init__([*top, *(widget for line in lines for widget in line)])
        self.add_class("shop-cells")

    @staticmethod
    def _edge(words: str, css: str) -> W.HTML:
        made = W.HTML(f"<span>{words}</span>")
        made.add_class(css)
        return made

    @staticmethod
    def _cell(row: int, column: int, on_click) -> W.Button:
        made = ui.button("", lambda: on_click(row, column))
        made.add_class("shop-cell")
        return made

    def show(self, table: Sequence[Sequence[int]], words: Callable[[int, int, bool], str]) -> None:
        for r, line in enumerate(table):
            for c, value in enumerate(line):
                made, on = self._cells[r][c], bool(value)
                ui.mark(made, "shop-on", on)
                made.description = made.tooltip = words(r, c, on)
