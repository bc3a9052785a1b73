"""Five fields that make a request, and the sheet they make."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as W

from kitlib import ui

from ..data.requests import BLOCKS
from ..plots.prompt_sheet import EXAMPLES


class Builder(W.VBox):
    """on_write(five texts, number of the field typed in) with each change; on_load(name) for an example.

    With each change, not when a field is left: else who types and at once presses the link saves what was there before.
    """

    def __init__(
        self, t: ui.Texts, on_write: Callable[[tuple[str, ...], int], object], on_load: Callable[[str], object]
    ):
        self._on_write, self._quiet, self._sheet = on_write, False, W.HTML()
        self._fields = [self._field(t, n) for n in range(len(BLOCKS))]
        loads = [ui.button(t(f"prompt.load.{name}"), lambda n=name: on_load(n), "kit-quiet") for name in EXAMPLES]
        parts = [W.HTML(f"<p>{t('prompt.build')}</p>"), ui.row(*loads)]
        for block, field in zip(BLOCKS, self._fields, strict=True):
            parts.append(self._labelled(t, block, field))
        super().__init__([*parts, ui.heading(t("prompt.sheet")), self._sheet])

    def _field(self, t: ui.Texts, number: int) -> W.Textarea:
        block = BLOCKS[number]
        words = f"{t(f'prompt.block.{block}')}: {t(f'prompt.hint.{block}')}"
        made = W.Textarea(rows=3, layout=W.Layout(width="100%"), tooltip=words)
        made.add_class("kit-field")
        made.observe(lambda _: self._changed(number), "value")
        return made

    @staticmethod
    def _labelled(t: ui.Texts, block: str, field: W.Textarea) -> W.Widget:
        label, hint = W.HTML(t(f"prompt.block.{block}")), W.HTML()
        label.add_class("kit-label")
        hint.value = f'<p class="prompt-hint">{t(f"prompt.hint.{block}")}</p>'
        made = W.VBox([label, hint, field])
        made.add_class("kit-control")
        return made

    def _changed(self, number: int) -> None:
        if not self._quiet:
            self._on_write(tuple(field.value for field in self._fields), number)

    def set(self, fields: tuple[str, ...], sheet: str) -> None:
        """Follow the state without reporting a change of our own."""
        self._quiet = True
        for field, text in zip(self._fields, fields, strict=True):
            field.value = text
        self._quiet = False
        self._sheet.value = sheet
