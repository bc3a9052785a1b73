"""A cell of a FAQ -> clean text, and a cell of questions -> its wordings."""

from __future__ import annotations

import re
import unicodedata

from kitlib.tables.cells import MISSING

LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_LABEL = 1_000, 10_000, 200
MOST_WORDINGS = 200
"""In one cell."""
_NOTHING = MISSING | {"–", "—", "??", "???", "...", "…", "tbd", "tba", "todo", "offen", "folgt", "k.a.", "k. a."}
_KEPT = "\n\u200c\u200d\u00ad"  # line breaks; what holds emoji and some scripts together; the soft hyphen
_BULLET = re.compile(r"^(?:[-–—•·*●▪◦‣]|\d{1,3}[.)])\s+")
_BETWEEN = re.compile(r"\s*\|+\s*|(?<=[?？])\s+/+\s+|(?<=[?？])\s*;\s*")
_ASKS = re.compile(r"[?？؟][\"“”»«')\]\s]*$")


def clean(text: str) -> str:
    """One spelling of umlauts, no signs that cannot be printed or that turn the line round, one blank at a time.

    Line breaks stay, HTML and formulas stay as they are typed.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", ""))
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c in _KEPT else _instead(c) for c in text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return _unquoted(text)


def _instead(character: str) -> str:
    return "" if unicodedata.category(character) in ("Cf", "Cs") else " "


def _unquoted(text: str) -> str:
    """Without quotation marks around the whole, which a program left there."""
    if len(text) > 2 and text[0] == text[-1] == '"' and '"' not in text[1:-1].replace('""', ""):
        return text[1:-1].replace('""', '"').strip()
    return text


def nothing(text: str) -> bool:
    """Whether a person or program wrote that nothing is there."""
    return text.casefold() in _NOTHING


def asks(text: str) -> bool:
    return bool(_ASKS.search(text))


def wordings(cell: str) -> list[str]:
    """The questions in a cell: one, or several between bars, or one a line. Bullets and numbers go.

    Lines are one text, such as an e-mail, where one ends with a comma or begins small after another without an end.
    """
    parts = [cell.replace("\n", " ")] if _letter(cell) else cell.split("\n")
    parts = [_BULLET.sub("", part.strip()).strip() for line in parts for part in _BETWEEN.split(line)]
    return [part for part in parts if part and not nothing(part) and any(map(str.isalnum, part))][:MOST_WORDINGS]


def _letter(cell: str) -> bool:
    """Whether the lines belong together: a text of several lines, not a list of wordings."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    if len(lines) < 2 or all(_BULLET.match(line) for line in lines):
        return False
    if any(line.endswith((",", ":", "!")) for line in lines[:-1]):
        return True
    return asks(lines[-1]) and not any(map(asks, lines[:-1])) and any(line.endswith(".") for line in lines[:-1])


def same(question: str) -> str:
    """What two spellings of one question have in common: letters and digits."""
    return " ".join(re.findall(r"\w+", question.casefold()))


def like_formula(text: str) -> bool:
    """Whether a spreadsheet would compute it."""
    return bool(re.match(r"[=@]\s*[\w'\"({+-]", text) or re.match(r"[+-]\s*[\w.]+[(|!]", text))


def like_html(text: str) -> bool:
    return bool(re.search(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(\s[^<>]{0,300})?/?>", text))
