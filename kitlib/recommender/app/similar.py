"""Step 2 as the learner sees it: a table to click, an article to choose, two pictures of all purchases."""

from __future__ import annotations

from html import escape

import ipywidgets as W

from kitlib import ui

from ..data.shop import shop
from ..model import similar as model
from ..plots import bars, goods, taste
from ..plots import similar as plots
from .cells import Cells


class App(ui.App):
    """By hand with six people, then the same for any article of the shop."""

    step = "similar"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Similar(), texts)

    def question(self) -> W.Widget:
        t = self.texts
        return ui.Question(ui.Choice(t("similar.guess"), plots.options(t)), bars.style() + plots.still(t))

    def answer(self, guess) -> str:
        return plots.options(self.texts)[guess]

    def body(self) -> list[W.Widget]:
        self._following = False
        style = W.HTML(bars.style() + goods.style())
        bodies = [W.VBox(part) for part in (self._by_hand(), self._in_the_shop(), self._pictures())]
        titles = [self.texts(f"similar.part.{n}") for n in range(model.PARTS)]
        self._parts = ui.Parts(titles, bodies, lambda n: self.do(lambda s: model.turn(s, n), merge="part"))
        whole = W.VBox([style, self._parts])
        whole.add_class("shop-fit")
        return [whole]

    def _by_hand(self) -> list[W.Widget]:
        t = self.texts
        rows = [plots.person(n, t) for n in range(model.PEOPLE)]
        heads = [plots.article(n, t) for n in range(model.ARTICLES)]
        self._cells = Cells(rows, heads, lambda r, c: self.do(lambda s: model.flip(s, r, c)))
        choices = [(words, n) for n, words in enumerate(heads)]
        self._article = self._menu("similar.article_label", choices, lambda v: self._do(model.compare, v))
        self._sums, self._verdict = W.HTML(), W.HTML()
        table = [self._text("similar.click"), self._cells, self._verdict]
        sums = [self._article, self._sums]
        return [ui.heading(t("similar.head_hand")), self._text("similar.how"), ui.columns(table, sums)]

    def _in_the_shop(self) -> list[W.Widget]:
        t = self.texts
        departments = [(t(f"category.{name}"), n) for n, name in enumerate(shop().categories)]
        self._department = self._menu("common.category", departments, self._moved)
        self._item = self._menu("similar.item_label", self._of(0), lambda v: self._do(model.choose, v))
        self._near, self._divisor = W.HTML(), W.HTML()
        return [
            ui.heading(t("similar.head_shop", people=len(shop().customers))),
            self._department,
            self._item,
            self._divisor,
            self._near,
            ui.heading(t("similar.head_shrink")),
            W.HTML(plots.shrink(t)),
        ]

    def _pictures(self) -> list[W.Widget]:
        t = self.texts
        self._map = W.HTML()
        matrix = [ui.heading(t("similar.head_matrix")), W.HTML(taste.purchases(t))]
        return [*matrix, ui.heading(t("similar.head_map")), self._text("similar.map_words"), self._map]

    def _text(self, key: str) -> W.HTML:
        return W.HTML(f"<p>{self.texts(key)}</p>")

    def _menu(self, key: str, options, on_change) -> W.Dropdown:
        made = W.Dropdown(options=options, description=self.texts(key), tooltip=self.texts(key))
        made.observe(lambda change: self._following or on_change(change["new"]), "value")
        return made

    def _of(self, department: int) -> list[tuple[str, int]]:
        """The articles of a department by name, as a person looks for them."""
        items = [i for i, c in enumerate(shop().category) if c == department]
        return sorted((goods.name(i, self.texts), i) for i in items)

    def _do(self, transition, value) -> None:
        if value is not None:
            self.do(lambda s: transition(s, value))

    def _moved(self, department: int) -> None:
        """Another department: its first article is shown."""
        self._do(model.choose, self._of(department)[0][1])

    def show(self, state: model.Similar) -> str:
        t = self.texts
        self._follow(state)
        self._parts.set(state.part)
        self._cells.show(state.table, lambda r, c, on: plots.cell(r, c, on, t))
        self._sums.value = plots.sums(state, t)
        self._verdict.value = "".join(f"<p>{escape(line)}</p>" for line in plots.verdict(state, t))
        self._divisor.value = f"<p>{escape(plots.divisor(state, t))}</p>"
        self._near.value = plots.nearest(state, t)
        self._map.value = taste.map_of(state, t)
        return plots.describe(state, t)

    def _follow(self, state: model.Similar) -> None:
        """The menus follow the state (after undo, too) without being choices of their own."""
        self._following = True
        try:
            self._article.value = state.article
            self._department.value = int(shop().category[state.item])
            options = self._of(self._department.value)
            if list(self._item.options) != options:
                self._item.options = options
            self._item.value = state.item
        finally:
            self._following = False
