"""A FAQ -> a CSV file that opens in a German or English Excel, and that `load_faq` reads again."""

from __future__ import annotations

import csv
import io

from .faq import Faq
from .wordings import like_formula

HEADER = {"de": ("Frage", "Antwort", "Thema", "Quelle"), "en": ("Question", "Answer", "Topic", "Source")}
HEADER["einfach"] = HEADER["de"]


def as_csv(faq: Faq, lang: str = "de") -> bytes:
    """One row for each question. UTF-8 with a mark, so that Excel shows umlauts; semicolons, as a German Excel expects.

    No line "sep=;" before it: Excel would then overlook the mark. What a spreadsheet would compute gets an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER[lang])
    for question, owner in zip(faq.questions, faq.owner, strict=True):
        entry = faq.entries[owner]
        writer.writerow(map(_harmless, (question, entry.answer, entry.topic, entry.source)))
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if like_formula(text) else text
