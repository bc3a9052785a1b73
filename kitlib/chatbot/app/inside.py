"""Look inside, as the learner sees it."""

from __future__ import annotations

import ipywidgets as W

from kitlib import ui

from ..data.pairs import KINDS, pairs
from ..model import inside as model
from ..model.inside import LETTERS, MEASURED, SWAP
from ..plots import chat
from ..plots import inside as plots

LIMIT = 1_000_000
WORDS = 40
"""So many words of a question are offered for a change."""


class App(ui.App):
    """What was compared; one word changed; what such changes do on average."""

    step = "inside"

    def __init__(self, texts: ui.Texts, data=None):
        super().__init__(model.begin(texts.lang), texts)

    def question(self) -> W.Widget:
        return ui.Choice(self.texts("inside.guess"), {k: self.texts(f"inside.option.{k}") for k in KINDS})

    def answer(self, guess) -> str:
        return self.texts(f"inside.kind.{guess}")

    def body(self) -> list[W.Widget]:
        t = self.texts
        titles = [t(f"inside.part.{n}") for n in range(3)]
        self._parts = ui.Parts(titles, [self._letters(), self._swap(), self._measured()], self._go)
        return [W.HTML(plots.style()), self._parts]

    def _letters(self) -> W.Widget:
        t = self.texts
        self._sample = W.VBox([ui.button(text, lambda x=text: self._choose(x)) for text in model.samples(t.lang)])
        self._sample.add_class("kit-bar")
        self._own = ui.Field(t("inside.own"), t("inside.compare"), self._choose, limit=LIMIT, css="")
        self._reply, self._marked, self._near, self._pieces = (W.HTML() for _ in range(4))
        key = W.HTML(f"<p>{t('inside.key')}</p>")
        return W.VBox(
            [
                W.HTML(f"<p>{t('inside.choose')}</p>"), self._sample, self._own, self._reply,
                ui.heading(t("inside.head_near")), self._near,
                ui.heading(t("inside.head_letters")), self._marked, key,
                ui.heading(t("inside.pieces")), self._pieces,
            ]
        )  # fmt: skip

    def _swap(self) -> W.Widget:
        t = self.texts
        self._word = W.Dropdown(description=t("inside.word"), tooltip=t("inside.word"))
        self._word.layout, self._word.style = W.Layout(width="auto", max_width="100%"), {"description_width": "auto"}
        self._word.observe(lambda _: self._offer(), "value")
        other = pairs(t.lang).other
        self._synonym = ui.button("", lambda: self._change(self._other_word), "")
        buttons = [
            ui.button(t("inside.drop"), lambda: self._at(model.drop)),
            ui.button(t("inside.typo"), lambda: self._change(model.misspelt)),
            ui.button(t("inside.unrelated", word=other), lambda: self._change(lambda _: other)),
            self._synonym,
        ]
        self._edit = ui.Field(t("inside.edit"), t("inside.apply"), self._edited, limit=LIMIT, css="")
        restore = ui.button(t("inside.restore"), lambda: self.do(model.restore), "kit-quiet")
        self._table, self._after, self._marked_now = (W.HTML() for _ in range(3))
        task = W.HTML(f"<p>{t('inside.task')}</p>")
        side = [task, self._word, ui.row(*buttons), self._edit, restore]
        return ui.columns(side, [self._marked_now, self._table, self._after])

    def _measured(self) -> W.Widget:
        t = self.texts
        self._kinds, self._pairs, self._views = (W.HTML() for _ in range(3))
        self._kind = ui.Choice(t("inside.which_pairs"), {k: t(f"inside.kind.{k}") for k in KINDS}, KINDS[0], self._list)
        note = W.HTML(f"<p>{t('inside.note')}</p>")
        views = [ui.heading(t("inside.views")), W.HTML(f"<p>{t('inside.views_why')}</p>"), self._views]
        return W.VBox([self._kinds, note, self._kind, self._pairs, *views])

    def _go(self, part: int) -> None:
        self.do(lambda s: model.go(s, part))

    def _choose(self, text: str) -> None:
        self._typed(text, lambda s: model.choose(s, text))

    def _edited(self, text: str) -> None:
        self._typed(text, lambda s: model.edit(s, text))

    def _typed(self, text: str, transition) -> None:
        if not text.strip():
            self.hint(self.texts("common.empty"))
            return
        self.do(transition)

    def _list(self, name: str) -> None:
        self.do(lambda s: model.kind(s, name))

    def _at(self, transition) -> None:
        """Apply a transition to the chosen word."""
        if self._word.value is None:
            self.hint(self.texts("inside.no_word"))
            return
        place = self._word.value
        self.do(lambda s: transition(s, place))

    def _change(self, change) -> None:
        self._at(lambda s, place: model.swap(s, place, change))

    def _other_word(self, word: str) -> str:
        return model.synonym(self.state.lang, word) or word

    def _offer(self) -> None:
        """Offer another word for the same where one is known."""
        words = model.words(self.state.now)
        place = self._word.value
        known = model.synonym(self.state.lang, words[place]) if place is not None and place < len(words) else None
        self._synonym.disabled = known is None
        text = self.texts("inside.synonym", word=known) if known else self.texts("inside.no_synonym")
        self._synonym.description = self._synonym.tooltip = text

    def show(self, state: model.Inside) -> str:
        t = self.texts
        self._parts.set(state.part)
        if state.part == LETTERS:
            self._own.set("" if state.first in model.samples(state.lang) else state.first)
            self._reply.value = plots.reply(state.first, state, t)
            self._marked.value = plots.letters(state.first, state, t)
            self._near.value, self._pieces.value = plots.nearest(state, t), plots.pieces(state, t)
        elif state.part == SWAP:
            self._show_swap(state)
        elif state.part == MEASURED:
            self._kind.set(state.kind)
            self._kinds.value, self._pairs.value = plots.measured(state, t), plots.listed(state, t)
            self._views.value = plots.views(state, t)
        return plots.describe(state, t)

    def _show_swap(self, state: model.Inside) -> None:
        t, words = self.texts, model.words(state.now)[:WORDS]
        place = self._word.value
        self._word.options = [(chat.shown(word, t, 40), i) for i, word in enumerate(words)]
        if words:
            self._word.value = min(place if place is not None else self._longest(words), len(words) - 1)
        self._offer()
        self._edit.set(state.now)
        self._marked_now.value = plots.letters(state.now, state, t)
        self._table.value, self._after.value = plots.change(state, t), plots.reply(state.now, state, t)

    @staticmethod
    def _longest(words: list[str]) -> int:
        return max(range(len(words)), key=lambda i: len(words[i]))
