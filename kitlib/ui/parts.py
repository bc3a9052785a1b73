"""The parts of a longer experiment behind one row of buttons: one part at a time keeps the page short."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as W

from .controls import button, mark, row


class Parts(W.VBox):
    """`titles` and `bodies`, one each a part; `on_click(number)` asks for a part, `set(number)` shows it."""

    def __init__(self, titles: list[str], bodies: list[W.Widget], on_click: Callable[[int], object]):
        self._titles, self._bodies = titles, bodies
        self._buttons = [button(words, lambda n=n: on_click(n)) for n, words in enumerate(titles)]
        bar = row(*self._buttons)
        bar.layout.margin = "0 0 .8rem"
        super().__init__([bar, *bodies])

    def set(self, number: int) -> None:
        for n, (made, words, body) in enumerate(zip(self._buttons, self._titles, self._bodies, strict=True)):
            here = n == number
            mark(made, "kit-main", here)
            made.description = f"▸ {words}" if here else words  # never by colour alone
            body.layout.display = "" if here else "none"
