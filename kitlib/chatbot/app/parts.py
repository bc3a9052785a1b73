"""The parts of a longer experiment behind one row of buttons: one part at a time keeps the page short."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as W

from kitlib import ui


class Parts(W.VBox):
    """`titles` and `bodies`, one each a part; `on_click(number)` asks for a part, `set(number)` shows it."""

    def __init__(self, titles: list[str], bodies: list[W.Widget], on_click: Callable[[int], object]):
        self._titles, self._bodies = titles, bodies
        self._buttons = [ui.button(words, lambda n=n: on_click(n)) for n, words in enumerate(titles)]
        row = ui.row(*self._buttons)
        row.layout.margin = "0 0 .8rem"
        super().__init__([row, *bodies])

    def set(self, number: int) -> None:
        for n, (button, words, body) in enumerate(zip(self._buttons, self._titles, self._bodies, strict=True)):
            here = n == number
            (button.add_class if here else button.remove_class)("kit-main")
            button.description = f"▸ {words}" if here else words  # never by colour alone
            body.layout.display = "" if here else "none"
