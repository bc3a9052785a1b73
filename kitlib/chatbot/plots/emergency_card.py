"""The emergency card as a page to print: what is empty stays an empty line to write on."""

from __future__ import annotations

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


def page(state: Emergency, t: ui.Texts) -> str:
    """The whole HTML file."""
    rows = "".join(
        f'<tr><th scope="row">{escape(t(f"emergency.line.{name}"))}</th><td>{escape(readable(words))}</td></tr>'
        for name, words in zip(LINES, state.card, strict=True)
    )
    steps = "".join(f"<li>{escape(t(f'emergency.step.{n}'))}</li>" for n in range(4))
    title = escape(t("emergency.card_title"))
    foot = "".join(f"<p>{escape(t(f'emergency.{key}'))}</p>" for key in ("card_checked", "card_foot"))
    code = "en" if t.lang == "en" else "de"
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}</h1><ol>{steps}</ol><table>{rows}</table>{foot}"
        "</body></html>"
    )
