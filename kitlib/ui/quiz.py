"""A short check of what was learned: one question at a time in view, the reason after each answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

import ipywidgets as W

from .app import STYLE
from .controls import Choice, button, heading
from .texts import Texts


@dataclass(frozen=True)
class QuizState:
    """`right` and `answers` map a question's key to an option's key, as tuples of pairs."""

    right: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...] = ()

    def answer(self, question: str, option: str) -> QuizState:
        """The first answer counts."""
        if question in dict(self.answers):
            return self
        return replace(self, answers=(*self.answers, (question, option)))

    @property
    def score(self) -> int:
        return len(set(self.right) & set(self.answers))

    @property
    def done(self) -> bool:
        return len(self.answers) == len(self.right)


class Quiz(W.VBox):
    """Questions `quiz.<key>.question` with options a, b, c … and `why`; `right` maps each key to the right option."""

    def __init__(self, texts: Texts, right: dict[str, str]):
        self.texts = texts
        self.state = QuizState(tuple(right.items()))
        self._result = W.HTML()
        self._result.add_class("kit-said")
        self._cards = {key: self._card(i, key) for i, key in enumerate(right, 1)}
        again = button(texts("ui.reset"), self.reset, "kit-quiet")
        style = W.HTML(f"<style>{STYLE}</style>")
        super().__init__([style, *(card[0] for card in self._cards.values()), self._result, again])
        self.add_class("kit-app")

    def _card(self, number: int, key: str):
        options = {o: self.texts(f"quiz.{key}.{o}") for o in "abcd" if self.texts.has(f"quiz.{key}.{o}")}
        title = self.texts("ui.question", number=number, total=len(self.state.right))
        choice = Choice(self.texts(f"quiz.{key}.question"), options)
        check = button(self.texts("ui.check"), lambda: self._check(key, choice.value))
        reply = W.HTML()
        reply.add_class("kit-said")
        card = W.VBox([heading(title), choice, check, reply])
        card.add_class("kit-card")
        return card, choice, check, reply

    def _check(self, key: str, option: str | None) -> None:
        """Count the chosen answer. Choosing alone does not: arrow keys pass over the other answers."""
        if option:
            self.update(self.state.answer(key, option))
        else:
            self._cards[key][-1].value = f'<p class="kit-hint">{escape(self.texts("ui.choose_first"))}</p>'

    def update(self, state: QuizState) -> None:
        self.state = state
        answers, right = dict(state.answers), dict(state.right)
        for key, (_, choice, check, reply) in self._cards.items():
            given = answers.get(key)
            if given or not answers:  # an answer chosen but not yet checked stays
                choice.set(given)
            choice.children[1].disabled = check.disabled = given is not None
            reply.value = self._reply(key, given, right[key]) if given else ""
        words = self.texts("ui.score", score=state.score, total=len(state.right)) if state.done else ""
        self._result.value = f'<div class="kit-words"><p>{escape(words)}</p></div>' if words else ""

    def _reply(self, key: str, given: str, right: str) -> str:
        best = self.texts(f"quiz.{key}.{right}").removesuffix(".")  # the sentence around it ends with one
        verdict = self.texts("ui.correct") if given == right else self.texts("ui.wrong", right=best)
        css = "kit-good" if given == right else "kit-alert"
        why = escape(self.texts(f"quiz.{key}.why"))
        return f'<p class="{css}"><strong>{escape(verdict)}</strong> {why}</p>'

    def reset(self) -> None:
        self.update(QuizState(self.state.right))
