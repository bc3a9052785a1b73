"""Asking well, as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..data.requests import BLOCKS, matters
from ..model import prompt as model
from ..plots import chat, prompt_rules, prompt_sheet
from ..plots import prompt as plots
from .prompt_builder import Builder

PARTS = 4
LIMIT = 1_000_000


class App(ui.App):
    """Three versions of a matter; building blocks on and off; a request of one's own; what must never be typed in."""

    step = "prompt"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Prompt(lang=texts.lang), texts)

    def question(self) -> W.Widget:
        t, most = self.texts, len(matters(self.texts.lang))
        return ui.Question(ui.Slider(t, "prompt.guess", (0, most, 1), most // 2), plots.question(t))

    def answer(self, guess) -> str:
        return self.texts("prompt.answer", value=guess, n=len(matters(self.texts.lang)))

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._menus: list[W.Dropdown] = []
        self._builder = Builder(t, self._write, self._load)
        bodies = [self._three(), self._switching(), self._builder, self._never()]
        titles = [t(f"prompt.part.{n}") for n in range(PARTS)]
        self._parts = ui.Parts(titles, bodies, lambda n: self.do(lambda s: model.go(s, n)))
        return [W.HTML(chat.style() + plots.style()), self._parts]

    def _menu(self) -> W.Widget:
        """The matters; used in two parts."""
        label, words = W.HTML(self.texts("prompt.menu")), self.texts("prompt.menu")
        label.add_class("kit-label")
        wide = W.Layout(width="100%", max_width="30rem", margin="0 0 .8rem")
        made = W.Dropdown(options=plots.options(self.texts.lang), tooltip=words, layout=wide)
        made.observe(lambda change: self._choose(change["new"]), "value")
        self._menus.append(made)
        return W.VBox([label, made])

    def _three(self) -> W.Widget:
        t = self.texts
        self._cards, self._totals = W.HTML(), W.HTML()
        self._field = ui.Field(t("prompt.field"), t("prompt.send"), self._sent, lines=3, limit=LIMIT)
        puts = [ui.button(t(f"prompt.put.{name}"), lambda n=name: self._put(n), "kit-quiet") for name in model.VERSIONS]
        every = ui.heading(t("prompt.head_all"))
        own = ui.heading(t("prompt.head_own"))
        return W.VBox([self._menu(), self._cards, own, ui.row(*puts), self._field, every, self._totals])

    def _switching(self) -> W.Widget:
        t = self.texts
        self._blocks = {b: ui.button("", lambda b=b: self.do(lambda s: model.switch(s, b))) for b in BLOCKS}
        self._composed, self._effects = W.HTML(), W.HTML()
        head, row = W.HTML(f"<p>{t('prompt.switch')}</p>"), ui.row(*self._blocks.values())
        row.layout.margin = "0 0 .8rem"
        how = W.HTML(f"<p>{t('prompt.how_effects')}</p>")
        return W.VBox([self._menu(), head, row, self._composed, ui.heading(t("prompt.effects")), how, self._effects])

    def _never(self) -> W.Widget:
        t = self.texts
        self._task, self._done = W.HTML(), W.HTML()
        places = [ui.button(t(f"prompt.place.{p}"), lambda p=p: self.do(lambda s: model.sort(s, p)))
                  for p in model.PLACES]  # fmt: skip
        self._places = ui.row(*places)
        self._places.layout.margin = "0 0 .8rem"
        head, sorting = ui.heading(t("prompt.head_never")), ui.heading(t("prompt.head_sort"))
        rules = W.HTML(prompt_rules.rules(t))
        return W.VBox([sorting, self._task, self._places, self._done, head, rules])

    def _choose(self, matter: int) -> None:
        if matter != self.state.matter:
            self.do(lambda s: model.choose(s, matter))

    def _put(self, name: str) -> None:
        self._field.set(model.version(matters(self.texts.lang)[self.state.matter], name))

    def _sent(self, text: str) -> None:
        if not text.strip():
            self.hint(self.texts("common.empty"))
            return
        self.do(lambda s: model.send(s, text))

    def _write(self, fields: tuple[str, ...], number: int) -> None:
        self.do(lambda s: model.write(s, fields), merge=f"field {number}")

    def _load(self, name: str) -> None:
        self.do(lambda s: model.write(s, prompt_sheet.example(name, self.texts)))

    def show(self, state: model.Prompt) -> str:
        t = self.texts
        self._parts.set(state.part)
        for menu in self._menus:
            menu.value = state.matter
        show = (self._show_three, self._show_blocks, self._show_builder, self._show_never)
        show[state.part](state)
        return plots.describe(state, t)

    def _show_three(self, state: model.Prompt) -> None:
        self._cards.value = plots.cards(state, self.texts)
        self._totals.value = self._totals.value or plots.totals(self.texts)
        self._field.set(state.own.text if state.own else model.version(matters(state.lang)[state.matter], "vague"))

    def _show_blocks(self, state: model.Prompt) -> None:
        t = self.texts
        for block, button in self._blocks.items():
            key = "prompt.switch_on" if block in state.blocks else "prompt.switch_off"
            button.description = button.tooltip = t(key, block=t(f"prompt.block.{block}"))
        self._composed.value = plots.composed(state, t)
        self._effects.value = self._effects.value or plots.effects(t)

    def _show_builder(self, state: model.Prompt) -> None:
        self._builder.set(state.fields, prompt_sheet.sheet(state, self.texts))

    def _show_never(self, state: model.Prompt) -> None:
        self._task.value = prompt_rules.task(state, self.texts)
        self._done.value = prompt_rules.done(state, self.texts)
        self._places.layout.display = "" if self._task.value else "none"
