"""A deck as one HTML file: reveal.js, fonts and pictures inside, so that it runs without internet."""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path

from . import speaker
from .brand import Brand
from .pages import TAGS, assemble, convert
from .source import ROOT, Source

SLIDES = ROOT / "slides"


def build(deck: Source, lang: str, brand: Brand, target: Path, words: str) -> Path:
    """Write the deck to `target`. words: the label of the link to the glossary, a page beside it."""
    values = {
        "lang": TAGS[lang],
        "pagetitle": deck.title[lang],
        "title": deck.title[lang],
        "summary": deck.summary[lang],
        "company": brand.company,
        "colour": brand.colour,
        "oncolour": brand.on_colour,
        "heading": brand.heading,
        "accent": brand.accent,
        "reveal": (SLIDES / "reveal").as_posix(),
        "theme": (SLIDES / "theme.css").as_posix(),
        "glossary": "glossary.html",
        "words": words,
    }
    if brand.logo:
        values |= {"logo": brand.logo.as_posix(), "logoalt": brand.company or deck.title[lang]}
    with tempfile.TemporaryDirectory() as folder:
        markdown = assemble(deck, lang, Path(folder))
        speaker.scripts(lang, TAGS[lang], Path(folder))
        escaped = {key: escape(value) for key, value in (values | {"scripts": Path(folder).as_posix()}).items()}
        options = [f"--variable={key}={value}" for key, value in escaped.items()]
        template = f"--template={SLIDES / 'template.html'}"
        convert(
            markdown,
            "revealjs",
            "--standalone",
            "--embed-resources",
            "--slide-level=1",
            template,
            *options,
            outputfile=str(target),
        )
    return target
