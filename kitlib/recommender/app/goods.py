"""A shelf of article buttons: one category at a time, each button with icon, name and price."""

from __future__ import annotations

from collections.abc import Callable, Collection

import ipywidgets as W

from kitlib import ui

from ..data.shop import shop
from ..plots import goods


class Shelf(W.VBox):
    """Choose a category, then click articles. `on_click(item)` gets the index of an article.

    items: show just these, without categories. `mark(chosen)` shows which articles are chosen (also in words).
    """

    def __init__(self, texts: ui.Texts, on_click: Callable[[int], object], items: Collection[int] | None = None):
        self._texts, self._on_click, self._chosen = texts, on_click, frozenset()
        self._buttons: dict[int, W.Button] = {}
        self._place = W.Box()
        self._place.add_class("shop-shelf")
        parts = [self._place]
        if items is None:
            options = [(texts(f"category.{name}"), name) for name in shop().categories]
            words = texts("common.category")
            self._category = W.Dropdown(options=options, description=words, tooltip=words)
            self._category.observe(lambda change: self._show(self._of(change["new"])), "value")
            parts = [self._category, self._place]
        super().__init__([W.HTML(goods.style()), *parts])
        self.add_class("kit-control")
        self._show(self._of(shop().categories[0]) if items is None else list(items))

    @staticmethod
    def _of(category: str) -> list[int]:
        return [i for i, c in enumerate(shop().articles["category"]) if c == category]

    def _show(self, items: list[int]) -> None:
        ui.close(*self._buttons.values())
        self._buttons = {i: self._button(i) for i in items}
        self._place.children = tuple(self._buttons.values())
        self.mark(self._chosen)

    def _button(self, item: int) -> W.Button:
        made = ui.button(goods.name(item, self._texts), lambda: self._on_click(item), f"shop-{goods.icon_id(item)}")
        made.add_class("shop-icon")
        return made

    def mark(self, chosen: Collection[int]) -> None:
        self._chosen = frozenset(chosen)
        for item, made in self._buttons.items():
            there = item in self._chosen
            ui.mark(made, "shop-chosen", there)
            name = goods.name(item, self._texts)
            made.description = f"✓ {name}" if there else name
            made.tooltip = self._texts("common.take_out" if there else "common.put_in", name=name)
