"""Step 1 as the learner sees it: fill a basket, read the recommendations, and check the sum behind one of them."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import basket as model
from ..plots import bars, goods
from ..plots import basket as plots
from .goods import Shelf
from .toggles import Toggles


class App(ui.App):
    """A shelf and a basket beside ten recommendations; one of them is taken apart."""

    step = "basket"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Basket(), texts)

    def intro(self) -> str:
        return self.texts("basket.intro", articles=goods.names(model.START, self.texts))

    def question(self) -> W.Widget:
        return ui.Choice(self.texts("basket.guess"), plots.options(self.texts))

    def answer(self, guess) -> str:
        return plots.options(self.texts)[guess]

    def body(self) -> list[W.Widget]:
        both = ui.columns(self._shopping(), self._advice()), ui.columns(*self._reckoning())
        for part in both:
            part.add_class("shop-fit")
        return [W.HTML(bars.style()), both[0], ui.heading(self.texts("basket.head_why")), both[1]]

    def _shopping(self) -> list[W.Widget]:
        t = self.texts
        self._basket = Toggles(self._click)
        self._nothing = W.HTML(f"<p>{t('basket.nothing')}</p>")
        self._empty = ui.button(t("basket.empty"), lambda: self.do(model.empty), "kit-quiet")
        self._shelf = Shelf(t, self._click)
        self._shelf.add_class("shop-low")
        basket = [ui.heading(t("basket.head_basket")), self._basket, self._nothing, self._empty]
        return [*basket, ui.heading(t("basket.head_shelf")), self._shelf]

    def _advice(self) -> list[W.Widget]:
        t = self.texts
        methods = {name: t(f"basket.method.{name}") for name in model.METHODS}
        self._method = ui.Choice(t("basket.method_label"), methods, self.state.method, self._switch)
        self._list = W.HTML()
        return [self._method, ui.heading(t("basket.head_list")), self._list]

    def _reckoning(self) -> tuple[list[W.Widget], list[W.Widget]]:
        t = self.texts
        self._account = W.HTML()
        self._menu = W.Dropdown(description=t("basket.menu"), tooltip=t("basket.menu"))
        self._menu.observe(self._asked, "value")
        self._filling = False
        self._note_points = W.HTML(f"<p>{t('basket.note')}</p>")
        return [self._menu, self._note_points], [self._account]

    def _click(self, item: int) -> None:
        self.do(lambda s: model.toggle(s, item))

    def _switch(self, method: str) -> None:
        self.do(lambda s: model.switch(s, method))

    def _asked(self, change) -> None:
        if not self._filling and change["new"] is not None:
            self.do(lambda s: model.ask(s, change["new"]), merge="ask")

    def show(self, state: model.Basket) -> str:
        t = self.texts
        self._basket.show(state.items, state.items, lambda i, on: t("basket.take_out", name=goods.name(i, t)))
        self._nothing.layout.display = "none" if state.items else ""
        self._empty.disabled = not state.items
        self._shelf.mark(state.items)
        self._method.set(state.method)
        self._list.value = plots.listing(state, t)
        self._fill(state)
        self._account.value = plots.account(state, t)
        return plots.describe(state, t)

    def _fill(self, state: model.Basket) -> None:
        """The menu follows the list without being a choice of its own."""
        self._filling = True
        try:
            options = plots.menu(state, self.texts)
            if list(self._menu.options) != options:
                self._menu.options = options
            self._menu.value = model.opened(state)
        finally:
            self._filling = False
        for part in (self._menu, self._note_points):
            part.layout.display = "" if state.method == "ease" else "none"
