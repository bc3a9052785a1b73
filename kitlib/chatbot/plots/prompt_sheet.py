"""The request of one's own: the sheet to read, copy and save, and the remarks on it."""

from __future__ import annotations

from html import escape

from kitlib import ui

from ..data.requests import BLOCKS
from ..model.prompt import Prompt
from ..model.prompt_builder import LONG, Remark, assembled, remarks
from .chat import readable

EXAMPLES = ("complaint", "minutes", "job")


def example(name: str, t: ui.Texts) -> tuple[str, ...]:
    """The five fields of an example."""
    return tuple(t(f"prompt.example.{name}.{block}") for block in BLOCKS)


def written(state: Prompt, t: ui.Texts) -> str:
    """The request put together, as text; "" where nothing was written."""
    return assembled(state.fields, {block: t(f"prompt.block.{block}") for block in BLOCKS})


def sheet(state: Prompt, t: ui.Texts) -> str:
    """HTML: the request on screen, and a link that saves it."""
    text = written(state, t)
    if not text:
        return f"<p>{escape(t('prompt.sheet_empty'))}</p>"
    label = f'role="region" tabindex="0" aria-label="{escape(t("prompt.sheet"))}"'
    page = f'<div class="prompt-sheet" dir="auto" {label}>{escape(readable(text))}</div>'
    link = ui.download(t("prompt.save"), t("prompt.file"), f"{text}\n")
    return f"{page}<p>{escape(t('prompt.save_note'))}</p>{link}"


def said(state: Prompt, t: ui.Texts) -> list[str]:
    """The remarks in words."""
    if not any(text.strip() for text in state.fields):
        return []
    lines = [_remark(remark, t) for remark in remarks(state.fields)] or [t("prompt.remark.none")]
    return [*lines, t("prompt.remark.limit")]


def _remark(remark: Remark, t: ui.Texts) -> str:
    table = "mask.kind" if remark.code == "private" else "prompt.block"
    items = ", ".join(t(f"{table}.{item}") for item in remark.items)
    return t(f"prompt.remark.{remark.code}", items=items, n=remark.n, limit=LONG)
