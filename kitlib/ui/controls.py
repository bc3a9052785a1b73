"""Controls with a visible label that carries the value: ipywidgets' own read-outs write 0.5 where Germans write 0,5."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets as W

from .texts import Texts


def heading(words: str, level: int = 3) -> W.HTML:
    return W.HTML(f"<h{level}>{escape(words)}</h{level}>")


def button(words: str, on_click: Callable[[], object], css: str = "", hint: str = "") -> W.Button:
    """A push button; `css` is one of kit-main, kit-quiet, kit-cell or empty; `hint` names it where words do not."""
    made = W.Button(description=words, tooltip=hint or words)
    made.add_class("kit-button")
    if css:
        made.add_class(css)
    made.on_click(lambda _: on_click())
    return made


def close(*widgets: W.Widget) -> None:
    """Close widgets with all below them: ipywidgets keeps each one, and what its callbacks hold, until it is closed."""
    for widget in widgets:
        close(*getattr(widget, "children", ()))
        widget.close()


def mark(widget: W.DOMWidget, css: str, on: bool) -> None:
    """Give a widget a class, or take it away."""
    (widget.add_class if on else widget.remove_class)(css)


def row(*widgets: W.Widget) -> W.HBox:
    """Buttons side by side, wrapping on a phone."""
    made = W.HBox(list(widgets))
    made.add_class("kit-bar")
    return made


def columns(side: list[W.Widget], main: list[W.Widget]) -> W.HBox:
    """Controls beside what they change; one below the other on a phone."""
    parts = [W.VBox(side), W.VBox(main)]
    for part, css in zip(parts, ("kit-side", "kit-main-part"), strict=True):
        part.add_class(css)
    both = W.HBox(parts)
    both.add_class("kit-row")
    return both


class Question(W.VBox):
    """A control below what it asks about: HTML to look at first. Its value is that of the control."""

    def __init__(self, control: W.Widget, *html: str):
        self._control = control
        super().__init__([*map(W.HTML, html), control])

    @property
    def value(self):
        return self._control.value

    def set(self, value) -> None:
        self._control.set(value)


class Slider(W.VBox):
    """A slider under its label. The text `key` has `{value:…}`; `values` is (low, high, step) or a list of choices."""

    def __init__(self, texts: Texts, key: str, values, value, on_change: Callable[[object], object] | None = None):
        self._texts, self._key = texts, key
        self._label = W.HTML()
        self._label.add_class("kit-label")
        self._slider = self._made(values, value)
        self._slider.add_class("kit-slider")
        self._on_change = on_change
        self._slider.observe(self._changed, "value")
        super().__init__([self._label, self._slider])
        self.add_class("kit-control")
        self._describe()

    @staticmethod
    def _made(values, value):
        wide = W.Layout(width="100%")
        if isinstance(values, list):
            return W.SelectionSlider(options=values, value=value, readout=False, layout=wide)
        low, high, step = values
        kind = W.IntSlider if isinstance(step, int) else W.FloatSlider
        return kind(min=low, max=high, step=step, value=value, readout=False, layout=wide)

    def _describe(self):
        words = self._texts(self._key, value=self.value)
        self._label.value = escape(words)
        self._slider.tooltip = words

    def _changed(self, _):
        self._describe()
        if self._on_change:
            self._on_change(self.value)

    @property
    def value(self):
        value = self._slider.value
        return round(value, 6) if isinstance(value, float) else value

    def set(self, value) -> None:
        """Follow the state without reporting a change of our own (after undo and reset)."""
        if value != self.value:
            kept, self._on_change = self._on_change, None
            self._slider.value = value
            self._on_change = kept


class Choice(W.VBox):
    """Radio buttons under their question; `options` maps a value to its words; `value` None: nothing chosen yet."""

    def __init__(
        self, label: str, options: dict[str, str], value=None, on_change: Callable[[str], object] | None = None
    ):
        self._label = W.HTML(escape(label))
        self._label.add_class("kit-label")
        self._radio = W.RadioButtons(
            options=[(words, key) for key, words in options.items()],
            value=value,
            layout=W.Layout(width="auto"),
            tooltip=label,
        )
        self._on_change = on_change
        self._radio.observe(self._changed, "value")
        super().__init__([self._label, self._radio])
        self.add_class("kit-control")

    def _changed(self, change):
        if self._on_change and change["new"] is not None:
            self._on_change(change["new"])

    @property
    def value(self):
        return self._radio.value

    def set(self, value) -> None:
        if value != self.value:
            kept, self._on_change = self._on_change, None
            self._radio.value = value
            self._on_change = kept
