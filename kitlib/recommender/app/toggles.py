"""Articles as buttons that are on or off, in a given order: each says in words which of both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import ipywidgets as W

from kitlib import ui

from ..plots import goods


class Toggles(W.Box):
    """`on_click(item)` gets the index of an article; `show` writes the articles and which of them are on."""

    def __init__(self, on_click: Callable[[int], object]):
        self._on_click = on_click
        self._buttons: dict[int, W.Button] = {}
        super().__init__()
        self.add_class("shop-shelf")

    def show(self, items: Sequence[int], on: Collection[int], words: Callable[[int, bool], str]) -> None:
        """`words(item, on)` is what a button says. Only the buttons of articles that come or go are made or closed."""
        if list(self._buttons) != list(items):
            before = self._buttons
            self._buttons = {i: before.get(i) or self._button(i) for i in items}
            self.children = tuple(self._buttons.values())
            ui.close(*(made for i, made in before.items() if i not in self._buttons))
        for item, made in self._buttons.items():
            chosen = item in on
            ui.mark(made, "shop-chosen", chosen)
            made.description = made.tooltip = words(item, chosen)

    def _button(self, item: int) -> W.Button:
        made = ui.button("", lambda: self._on_click(item), f"shop-{goods.icon_id(item)}")
        made.add_class("shop-icon")
        return made
