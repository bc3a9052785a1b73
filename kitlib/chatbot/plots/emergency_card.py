"""The emergency card as a page to print: what is empty stays an empty line to write on."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from kitlib import ui

from ..model.emergency import LINES, Emergency
from .chat import readable

STYLE = (
    "body{font:16px/1.5 system-ui,Segoe UI,Roboto,Arial,sans-serif;color:#1b2733;max-width:44rem;margin:2rem auto;"
    "padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #4a5a68;padding:.6rem .8rem;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}th{width:45%;font-weight:600}td{height:2.6rem}"
)


@dataclass(frozen=True)
class Card:
    """The words that are printed on every card. steps: what comes first, in this order; lines: what is filled in."""

    title: str
    steps: tuple[str, ...]
    lines: tuple[str, ...]
    checked: str
    foot: str


def blank(t: ui.Texts) -> Card:
    steps = tuple(t(f"emergency.step.{n}") for n in range(4))
    lines = tuple(t(f"emergency.line.{name}") for name in LINES)
    return Card(t("emergency.card_title"), steps, lines, t("emergency.card_checked"), t("emergency.card_foot"))


def page(state: Emergency, t: ui.Texts) -> str:
    """The whole HTML file."""
    card = blank(t)
    rows = "".join(
        f'<tr><th scope="row">{escape(line)}</th><td>{escape(readable(words))}</td></tr>'
        for line, words in zip(card.lines, state.card, strict=True)
    )
    steps = "".join(f"<li>{escape(step)}</li>" for step in card.steps)
    title = escape(card.title)
    foot = "".join(f"<p>{escape(words)}</p>" for words in (card.checked, card.foot))
    code = "en" if t.lang == "en" else "de"
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}</h1><ol>{steps}</ol><table>{rows}</table>{foot}"
        "</body></html>"
    )
