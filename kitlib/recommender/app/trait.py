"""A hidden trait as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import trait as model
from ..model.traces import MARKED, REMOVED
from ..model.trait import DELETE, GUESS, MARK, PEOPLE
from ..plots import goods
from ..plots import trait as plots
from .goods import Shelf
from .toggles import Toggles


class App(ui.App):
    """Guess it oneself, look at what the shop computes, delete purchases of one person, look at wrong marks."""

    step = "trait"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Trait(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "trait.guess", (0, MARKED, 1), 50)

    def answer(self, guess) -> str:
        return self.texts("trait.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        bodies = [self._guessing(), self._marking(), self._deleting(), self._wrong()]
        self._parts = ui.Parts([t(f"trait.part.{n}") for n in range(len(bodies))], bodies, self._go)
        return [W.HTML(goods.style()), self._parts]

    def _guessing(self) -> W.Widget:
        t = self.texts
        self._person = W.HTML()
        yes = ui.button(t("trait.baby"), lambda: self.do(lambda s: model.answer(s, True)), "kit-main")
        no = ui.button(t("trait.no_baby"), lambda: self.do(lambda s: model.answer(s, False)), "kit-main")
        self._task, self._open = W.HTML(f"<p>{t('trait.task')}</p>"), ui.row(yes, no)
        self._next = ui.button(t("trait.next"), lambda: self._go(MARK), "kit-main")
        return W.VBox([ui.heading(t("trait.head_guess")), self._task, self._person, self._open, self._next])

    def _marking(self) -> W.Widget:
        t = self.texts
        options = {removed: t(f"trait.removed.{removed}") for removed in REMOVED}
        self._removed = ui.Choice(t("trait.remove"), options, self.state.removed, self._remove)
        self._dots, self._table = W.HTML(), W.HTML()
        which = W.HTML(f"<details><summary>{t('trait.which')}</summary><p>{plots.tell_tale(t)}</p></details>")
        row = ui.columns([self._removed, which], [ui.heading(t("trait.head_marked")), self._dots])
        return W.VBox([row, self._table, W.HTML(f"<p>{t('trait.note')}</p>")])

    def _deleting(self) -> W.Widget:
        t = self.texts
        self._bar, self._effects, self._purchases = W.HTML(), W.HTML(), Toggles(self._toggle)
        self._bar.add_class("shop-sticky")
        press = W.HTML(f"<p>{t('trait.record')}</p>")
        buttons = ui.row(
            ui.button(t("trait.delete_obvious"), lambda: self.do(model.delete_obvious)),
            ui.button(t("trait.opt_out"), lambda: self.do(model.opt_out)),
        )
        self._record = W.VBox([ui.heading(t("trait.head_record")), press, self._purchases, buttons])
        self._shelf = Shelf(t, self._toggle)
        back = ui.button(t("trait.restore"), lambda: self.do(model.restore))
        self._buy = W.VBox([ui.heading(t("trait.head_buy")), W.HTML(f"<p>{t('trait.buy')}</p>"), back, self._shelf])
        effects = [ui.heading(t("trait.head_effects")), self._effects]
        return W.VBox([ui.heading(t("trait.head_bar")), self._bar, self._record, *effects, self._buy])

    def _wrong(self) -> W.Widget:
        t = self.texts
        self._examples = W.HTML()
        return W.VBox([ui.heading(t("trait.head_wrong")), self._examples, W.HTML(plots.notes(t))])

    def _go(self, part: int) -> None:
        self.hint(self.texts("trait.working"))
        self.do(lambda s: model.go(s, part))

    def _remove(self, removed: str) -> None:
        self.do(lambda s: model.remove(s, removed))

    def _toggle(self, item: int) -> None:
        self.do(lambda s: model.toggle(s, item))

    def show(self, state: model.Trait) -> str:
        self._parts.set(state.part)
        shows = {GUESS: self._show_guessing, MARK: self._show_marking, DELETE: self._show_deleting}
        shows.get(state.part, self._show_wrong)(state)
        return plots.describe(state, self.texts)

    def _show_guessing(self, state: model.Trait) -> None:
        done = len(state.answers) == PEOPLE
        self._person.value = plots.person(state, self.texts)
        self._task.layout.display = self._open.layout.display = "none" if done else ""
        self._next.layout.display = "" if done else "none"

    def _show_marking(self, state: model.Trait) -> None:
        self._removed.set(state.removed)
        self._dots.value = plots.dots(state, self.texts)
        self._table.value = plots.table(state, self.texts)

    def _show_deleting(self, state: model.Trait) -> None:
        t = self.texts
        self._bar.value = plots.bar(state, t)
        self._effects.value = plots.effects(state, t)

        def words(item: int, kept: bool) -> str:
            return t("trait.kept" if kept else "trait.gone", name=goods.name(item, t))

        self._purchases.show(model.bought(), model.basket(state), words)
        self._shelf.mark(model.basket(state))
        gone = model.opted_out(state)
        self._record.layout.display = "none" if gone else ""
        self._buy.layout.display = "" if gone else "none"

    def _show_wrong(self, state: model.Trait) -> None:
        self._examples.value = plots.wrong(self.texts)
