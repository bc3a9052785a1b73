"""FAQ files as companies keep them, made on the spot."""

import csv
import io
from pathlib import Path

from kitlib.chatbot.data import intake
from kitlib.chatbot.data.faq import Faq
from kitlib.ui.texts import LANGUAGES, Texts

PROBLEMS = Path(intake.__file__).parents[1] / "texts" / "problems.toml"
SMALL = "Frage;Antwort;Thema\nWas kostet der Versand?;4,90 Euro;Preise\nWann kommt die Ware?;Morgen;Lieferung\n"


def said(problem) -> None:
    """There is a sentence for it in each language, and all its placeholders can be filled."""
    for lang in LANGUAGES:
        sentence = Texts(PROBLEMS, lang=lang)(f"problem.{problem.code}", file=problem.file, **problem.values)
        assert sentence.rstrip("“”").endswith((".", "?", ")"))
        assert problem.file in sentence


def load(text, encoding="utf-8", filename="faq.csv", **options) -> Faq:
    content = text.encode(encoding) if isinstance(text, str) else text
    faq = intake.load_faq(content, filename=filename, **options)
    for problem in faq.problems:
        said(problem)
    return faq


def codes(faq: Faq) -> dict[str, int]:
    """What was noticed, and how often."""
    return {p.code: p.values.get("count", 1) for p in faq.problems}


def answered(faq: Faq) -> dict[str, str]:
    """question -> answer"""
    return {question: faq.entries[owner].answer for question, owner in zip(faq.questions, faq.owner, strict=True)}


def topics(faq: Faq) -> dict[str, str]:
    """answer -> topic"""
    return {entry.answer: entry.topic for entry in faq.entries}


def table(rows, separator=";") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()
