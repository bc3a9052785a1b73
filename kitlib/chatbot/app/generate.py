"""Fluent and wrong, as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import generate as model
from ..model.generate import CURVES, LOOK_UP, MANY, SENTENCE
from ..model.ngrams import START
from ..plots import generate as plots
from ..plots import generate_cards as cards
from .sentence import Sentence

STALE = (0.0, 0.3, 0.05)


class App(ui.App):
    """One sentence word by word, ten sentences checked, curves, and answers with looking up."""

    step = "generate"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Generate(), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "generate.guess", (0, 100, 5), 50)

    def answer(self, guess) -> str:
        return self.texts("generate.guess_kept", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._dials: dict[int, dict[str, ui.Slider]] = {}
        bodies = [self._sentence_part(), self._many_part(), self._curves_part(), self._look_up_part()]
        self._parts = ui.Parts([t(f"generate.part.{n}") for n in range(len(bodies))], bodies, self._go)
        return [W.HTML(cards.style()), self._parts]

    def _sentence_part(self) -> W.Widget:
        t = self.texts
        self._sentence, self._verdict, self._options = Sentence(self._choose), W.HTML(), W.HTML()
        again = ui.button(t("generate.again"), lambda: self.do(model.again), "kit-main")
        side = [*self._made_dials(SENTENCE, "context", "temperature"), again]
        main = [ui.heading(t("generate.head.sentence")), self._sentence, self._verdict]
        return W.VBox([self._prose("generate.task"), ui.columns(side, main), self._options])

    def _many_part(self) -> W.Widget:
        t = self.texts
        self._ten = W.HTML()
        more = ui.button(t("generate.ten"), lambda: self.do(model.ten), "kit-main")
        side = [*self._made_dials(MANY, "context", "temperature"), more]
        return W.VBox([self._prose("generate.many"), ui.columns(side, [self._ten])])

    def _curves_part(self) -> W.Widget:
        self._chart = W.HTML()
        dials = ui.columns(*([dial] for dial in self._made_dials(CURVES, "context", "temperature")))
        return W.VBox([dials, self._chart, self._prose("generate.large")])

    def _look_up_part(self) -> W.Widget:
        t = self.texts
        self._replies, self._ways = W.HTML(), W.HTML()
        more = ui.button(t("generate.next_question"), lambda: self.do(model.ask), "kit-main")
        dials = self._made_dials(LOOK_UP, "stale")
        notes = [self._prose("generate.limit")]
        return W.VBox([self._prose("generate.look_up"), self._replies, more, ui.columns(dials, [self._ways]), *notes])

    def _prose(self, key: str) -> W.HTML:
        return W.HTML(f"<p>{self.texts(key)}</p>")

    def _made_dials(self, part: int, *names: str) -> list[ui.Slider]:
        values = {"context": (1, model.CONTEXTS[-1], 1), "temperature": list(model.TEMPERATURES), "stale": STALE}
        self._dials[part] = {
            name: ui.Slider(
                self.texts,
                f"generate.slider.{name}",
                values[name],
                getattr(self.state, name),
                lambda v, n=name: self._turn(n, v),
            )
            for name in names
        }
        return list(self._dials[part].values())

    def _turn(self, name: str, value) -> None:
        self.do(lambda s: model.turn(s, name, value), merge=name)

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def _choose(self, number: int) -> None:
        self.do(lambda s: model.choose(s, number, self.texts.lang))

    def show(self, state: model.Generate) -> str:
        self._parts.set(state.part)
        for name, dial in self._dials[state.part].items():
            dial.set(getattr(state, name))
        show = {SENTENCE: self._show_sentence, MANY: self._show_many, CURVES: self._show_curves}
        show.get(state.part, self._show_look_up)(state)
        return plots.describe(state, self.texts)

    def _show_sentence(self, state: model.Generate) -> None:
        one, found = model.written(state, self.texts.lang), model.following(state, self.texts.lang)
        looked_at = sum(word != START for word in found.used) if found else 0
        self._sentence.show(one.words, state.word, looked_at)
        self._verdict.value = cards.card(one, self.texts)
        self._options.value = cards.options(state, self.texts)

    def _show_many(self, state: model.Generate) -> None:
        self._ten.value = cards.ten(state, self.texts)

    def _show_curves(self, state: model.Generate) -> None:
        self._chart.value = plots.curves(state, self.texts)

    def _show_look_up(self, state: model.Generate) -> None:
        self._replies.value = cards.replies(state, self.texts)
        self._ways.value = plots.ways(state, self.texts)
