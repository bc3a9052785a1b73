"""A small deck with every kind of slide, written for tests."""

from pathlib import Path

from kitlib.trainer import source
from kitlib.ui import LANGUAGES

HEAD = """---
title: {de: Probe & „Co“, en: Sample, einfach: Die Probe}
summary: {de: Nur zum Testen, en: For tests only, einfach: Das ist ein Test}
material: [pens]
---
"""
SECTION = """
# {title} {{#{id} lang={lang}{more}}}

{body}
"""


def deck(folder: Path, *sections: tuple[str, str], name: str = "1_sample") -> source.Source:
    """A deck of (id, body) with one body for all languages; the first section asks everybody, so does each with A)."""
    text = HEAD
    for number, (key, body) in enumerate(sections):
        for lang in LANGUAGES:
            more = f" minutes=3{' .check' if number == 0 or 'A) ' in body else ''}" if lang == "de" else ""
            text += SECTION.format(title=f"{key} {lang}", id=key, lang=lang, more=more, body=body)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.md"
    path.write_text(text, "utf-8")
    return source.read(path)
