"""Two chatbots as the learner tries them out: ask both, rate both, then see what is behind."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..model import persona as model
from ..plots import persona as plots

PARTS = 4
FIVE = 5


class App(ui.App):
    """The same five questions to both; ratings; the costume taken off piece by piece; an echo; words of products."""

    step = "persona"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.Persona(lang=texts.lang), texts)

    def question(self) -> W.Widget:
        t = self.texts
        options = {key: t(f"persona.guess.{key}") for key in model.GUESSES}
        return ui.Question(ui.Choice(t("persona.guess_label"), options), plots.cards(t))

    def answer(self, guess) -> str:
        return self.texts(f"persona.guess.{guess}")

    def body(self) -> list[W.Widget]:
        t = self.texts
        bodies = [self._try(), self._costume(), self._echo(), self._wording()]
        titles = [t(f"persona.part.{n}") for n in range(PARTS)]
        self._parts = ui.Parts(titles, bodies, lambda n: self._go(n))
        return [W.HTML(plots.style()), self._parts]

    def _try(self) -> W.Widget:
        t = self.texts
        self._asks = [ui.button(plots.asked(t.lang, n), lambda n=n: self.do(lambda s: model.ask(s, n)), "kit-quiet")
                      for n in range(FIVE)]  # fmt: skip
        self._pair = W.HTML()
        values = {str(n): str(n) for n in range(model.TRUST + 1)}  # none chosen: a slider would stand at one of them
        self._rates = [ui.Choice(t(f"persona.trust_{key}"), values) for key in ("face", "plain")]
        for choice in self._rates:
            choice.add_class("persona-rate")
        self._hand_in = ui.button(t("persona.rate"), self._rated, "kit-main")
        self._rating = W.VBox([W.HTML(f"<p>{t('persona.rate_first')}</p>"), *self._rates, self._hand_in])
        self._outcomes = W.HTML()
        task = W.HTML(f"<p>{t('persona.ask_both')}</p>")
        return W.VBox([task, ui.row(*self._asks), self._pair, self._rating, self._outcomes])

    def _costume(self) -> W.Widget:
        t = self.texts
        self._pieces = {
            piece: ui.button("", lambda p=piece: self.do(lambda s: model.wear(s, p))) for piece in model.COSTUME
        }
        self._worn = W.HTML()
        return W.VBox([W.HTML(f"<p>{t('persona.costume')}</p>"), ui.row(*self._pieces.values()), self._worn])

    def _echo(self) -> W.Widget:
        t = self.texts
        self._field = ui.Field(t("persona.echo_field"), t("persona.echo_send"), self._say, t("persona.echo_start"))
        self._said = W.HTML()
        return W.VBox([W.HTML(f"<p>{t('persona.echo')}</p>"), self._field, self._said])

    def _wording(self) -> W.Widget:
        t = self.texts
        self._phrases, self._choices, rows = {}, {}, []
        for key in model.PHRASES:
            self._phrases[key] = W.HTML()
            self._choices[key] = ui.row(*(self._mark(key, kind) for kind in ("human", "tool")))
            rows.append(W.VBox([self._phrases[key], self._choices[key]]))
            rows[-1].add_class("persona-phrase")
        return W.VBox([W.HTML(f"<p>{t('persona.wording')}</p>"), *rows])

    def _mark(self, key: str, kind: str) -> W.Button:
        words = self.texts(f"persona.kind.{kind}")
        hint = f"{words}: {self.texts(f'persona.phrase.{key}.said')}"
        return ui.button(words, lambda: self.do(lambda s: model.mark(s, key, kind)), hint=hint)

    def _go(self, part: int) -> None:
        if part and not self.state.rated:
            self.hint(self.texts("persona.rate_before"))
            return
        self.do(lambda s: model.turn(s, part), merge="part")

    def _rated(self) -> None:
        if not self.state.asked:
            self.hint(self.texts("persona.ask_before"))
            return
        ratings = [choice.value for choice in self._rates]
        if None in ratings:
            self.hint(self.texts("persona.rate_both"))
            return
        self.do(lambda s: model.rate(s, *map(int, ratings)))

    def _say(self, words: str) -> None:
        if not words.strip():
            self.hint(self.texts("common.empty"))
            return
        self.do(lambda s: model.say(s, words))

    def show(self, state: model.Persona) -> str:
        t = self.texts
        self._parts.set(state.part)
        for n, button in enumerate(self._asks):
            words = plots.asked(t.lang, n)
            button.description = t("persona.done", question=words) if n in state.asked else words
        self._pair.value = plots.pair(state, t)
        self._rating.layout.display = "none" if state.rated else ""
        self._outcomes.value = plots.outcomes(state, t)
        if state.part == 1:
            self._worn.value = plots.costume(state, t)
            for piece, button in self._pieces.items():
                sign = "on" if piece in state.worn else "off"
                button.description = button.tooltip = t(f"persona.{sign}", piece=t(f"persona.piece.{piece}"))
        self._said.value = plots.echoed(state, t)
        for key, html in self._phrases.items():
            html.value = plots.phrase(key, state, t)
            self._choices[key].layout.display = "none" if key in dict(state.marked) else ""
        return plots.describe(state, t)
