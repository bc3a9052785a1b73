"""A conversation as the learner sees it: who wrote what, plain as a form. The tool gets no face and no typing dots."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from kitlib import ui

CSS = Path(__file__).with_name("chat.css")
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
"""Unicode categories: control, format, surrogate, private, unassigned."""
LONGEST = 500
"""Characters of a typed text that are shown; a learner may paste a whole book."""


@dataclass(frozen=True)
class Line:
    """One turn. who: "person" or "tool". name: the speaker, as read. badge: a short label. small: plain lines below."""

    who: str
    text: str
    small: tuple[str, ...] = ()
    badge: str = ""
    name: str = ""


@lru_cache(maxsize=1)
def style() -> str:
    """HTML: the look of conversations. Once, first in the body of an experiment."""
    return f"<style>{CSS.read_text('utf-8')}</style>"


def readable(text: str) -> str:
    """The text with characters that show nothing, or turn the writing around, made visible as �; breaks are kept."""
    return "".join("�" if unicodedata.category(c) in UNSEEN and not _kept(c) else c for c in text)


def _kept(character: str) -> bool:
    """Line breaks and tabs; the joiners that emoji and some scripts are made with; the soft hyphen."""
    return character in "\n\t\u200c\u200d\u00ad" or "\U000e0020" <= character <= "\U000e007f"


def shown(text: str, t: ui.Texts, limit: int = LONGEST, cut: int = 0) -> str:
    """A typed text for the page, unescaped: readable, and visibly shortened after `limit` characters.

    cut: characters that were dropped before; they are counted too.
    """
    rest = max(len(text) - limit, 0) + cut
    return readable(text[:limit]) + " " + t("common.shortened", n=rest) if rest else readable(text)


def dialogue(lines: Sequence[Line], label: str, whole: bool = False) -> str:
    """HTML of a conversation, newest at the bottom and in view; everything in `lines` is shown as text, never run.

    whole: as tall as it needs to be, without scrolling.

    The result in words below an experiment is what screen readers announce; the conversation itself stays quiet,
    for it is written anew with each turn.
    """
    turns = "".join(_turn(line) for line in lines)
    css = "chat chat-whole" if whole else "chat"
    region = f'class="{css}" role="log" aria-live="off" tabindex="0" aria-label="{escape(label)}"'
    return f"<div {region}><ol>{turns}</ol></div>" if turns else ""


def _turn(line: Line) -> str:
    name = f'<span class="chat-name">{escape(line.name)}</span>' if line.name else ""
    badge = f'<em class="chat-badge">{escape(line.badge)}</em>' if line.badge else ""
    small = "".join(f'<span class="chat-small">{escape(readable(words))}</span>' for words in line.small)
    text = f'<p class="chat-text" dir="auto">{escape(readable(line.text))}</p>'
    side = "person" if line.who == "person" else "tool"
    return f'<li class="chat-{side}">{name}{text}{badge}{small}</li>'
