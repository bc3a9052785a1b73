"""A sentence as buttons, one a word: press a word to learn what could have followed it."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as W

from kitlib import ui


class Sentence(W.Box):
    """`on_click(number)` gets the number of a word; `show` writes the words and which of them were looked at."""

    def __init__(self, on_click: Callable[[int], object]):
        self._on_click, self._buttons = on_click, []
        super().__init__()
        self.add_class("gen-words")

    def show(self, words: tuple[str, ...], chosen: int | None, looked_at: int) -> None:
        """chosen: the word that was pressed; looked_at: how many words up to it the next one was drawn from."""
        while len(self._buttons) < len(words):
            number = len(self._buttons)
            self._buttons.append(ui.button("", lambda n=number: self._on_click(n), "gen-word"))
        if len(self.children) != len(words):
            self.children = tuple(self._buttons[: len(words)])
        for number, (word, made) in enumerate(zip(words, self._buttons, strict=False)):
            here = number == chosen
            near = chosen is not None and chosen - looked_at < number <= chosen
            ui.mark(made, "gen-here", here)
            ui.mark(made, "gen-used", near)
            made.description = made.tooltip = f"▸ {word}" if here else word  # never by colour alone
