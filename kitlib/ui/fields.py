"""What learners bring along: words typed into a field that sends on Enter, and files of their own."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets as W

from .controls import button, row


class Field(W.VBox):
    """A text field under its label, with a button that sends; Enter sends too where there is one line.

    on_send(text) gets what was typed, cut after `limit` characters. `lines` above 1 makes a larger field. `send` names
    the button.
    """

    def __init__(
        self,
        label: str,
        send: str,
        on_send: Callable[[str], object],
        value: str = "",
        lines: int = 1,
        limit: int = 20_000,
        css: str = "kit-main",
    ):
        self._limit, self._on_send = limit, on_send
        self._label = W.HTML(escape(label))
        self._label.add_class("kit-label")
        wide = W.Layout(width="100%")
        kind = {"layout": wide, "tooltip": label, "value": value, "continuous_update": False}
        self._text = W.Textarea(rows=lines, **kind) if lines > 1 else W.Text(**kind)
        self._text.add_class("kit-field")
        self._last, self._entered = value, False
        if lines == 1:
            self._text.on_msg(lambda _, message, __: message.get("event") == "submit" and self._enter())
            self._text.observe(lambda _: self._entered and self._sent(), "value")
        self._button = button(send, self._sent, css)
        super().__init__([self._label, self._text, row(self._button)])
        self.add_class("kit-control")

    def _enter(self):
        """Enter is reported before the words that were typed: they are sent when they arrive, or now if they are."""
        if self.value != self._last:
            self._sent()
        else:
            self._entered = True

    def _sent(self):
        self._last, self._entered = self.value, False
        self._on_send(self.value)

    @property
    def value(self) -> str:
        return self._text.value[: self._limit]

    def set(self, value: str) -> None:
        """Follow the state (after undo and reset)."""
        self._last, self._entered = value, False
        if value != self._text.value:
            self._text.value = value


def upload(
    words: str, accept: str, on_files: Callable[[list[tuple[str, bytes]]], object], several=False
) -> W.FileUpload:
    """A button that takes files; accept: endings like ".csv,.xlsx". on_files gets a list of (name, content).

    The widget's own copy is let go of: nobody else should find what was uploaded.
    """
    layout = W.Layout(width="auto")
    made = W.FileUpload(accept=accept, multiple=several, description=words, tooltip=words, layout=layout)
    made.add_class("kit-button")

    def taken(_):
        files = [(file["name"], bytes(file["content"])) for file in made.value]
        if files:
            made.value = ()
            on_files(files)

    made.observe(taken, "value")
    return made
