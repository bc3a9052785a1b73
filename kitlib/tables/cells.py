"""A cell of text in one spelling."""

from __future__ import annotations

import unicodedata

MISSING = frozenset({"", "-", "--", "?", "nan", "null", "none", "nil", "n/a", "na", "#n/a", "#nv", "#ref!", "#bezug!"})
MISSING |= {"#value!", "#wert!", "#name?", "#div/0!", "(leer)", "(blank)", "<na>", "\\n"}


def printable(text: str) -> str:
    """One spelling of umlauts; a blank for what cannot be printed, such as signs that turn the line round."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", text))


def tidy(text: str) -> str:
    """On one line, without blanks or quotation marks around it; "" where a program wrote that nothing is there."""
    text = printable(text.strip().strip('"'))
    text = " ".join(text.replace('""', '"').split())
    if text.endswith(".0") and text[:-2].isdigit():  # numbers that some program took for decimals
        text = text[:-2]
    return "" if text.casefold() in MISSING else text
