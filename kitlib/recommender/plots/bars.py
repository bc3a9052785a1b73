"""Bars that lie one below the other with their words, as HTML: they wrap on a phone and are read out in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

CSS = Path(__file__).with_name("bars.css")


@dataclass(frozen=True)
class Bar:
    """`size`: -1 to 1, the length; negative ones are hatched. `value`: the number in words. `note`: lines below."""

    name: str
    value: str
    size: float
    note: str = ""


@lru_cache(maxsize=1)
def style() -> str:
    """HTML: the look of the bars. Once in the body of an experiment."""
    return f"<style>{CSS.read_text('utf-8')}</style>"


def bars(rows: Iterable[Bar], total: tuple[str, str] | None = None) -> str:
    """HTML. `total`: name and value of a last line below a rule. The bars are for the eye; the words say all of it."""
    cells = "".join(_cell(row) for row in rows)
    end = f'<li class="shop-sum">{_words(*total)}</li>' if total else ""
    return f'<ul class="shop-bars">{cells}{end}</ul>'


def _cell(row: Bar) -> str:
    kind = "shop-against" if row.size < 0 else "shop-for"
    width = f"{100 * min(abs(row.size), 1):.1f}%"
    note = "".join(f'<span class="shop-line">{escape(line)}</span>' for line in row.note.split("\n") if line)
    return f'<li>{_words(row.name, row.value)}<i class="{kind}" style="width:{width}"></i>{note}</li>'


def _words(name: str, value: str) -> str:
    return f"<span>{escape(name)}</span> <strong>{escape(value)}</strong>"
