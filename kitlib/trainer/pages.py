"""A deck or run sheet in one language as pandoc markdown, with its pictures drawn into a folder."""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from pathlib import Path

import pypandoc

from kitlib import ui

from . import raster
from .source import Section, Source

TAGS = {"de": "de-DE", "en": "en-GB", "einfach": "de-DE"}
"""Language of the words, for screen readers and spell checkers."""
_FIGURE = re.compile(r"!\[\]\(figure:(?P<demo>\w+)\.(?P<name>\w+)\)")
_FACTS = re.compile(r"^\{facts:(?P<demo>\w+)\.(?P<step>\w+)\}$", re.MULTILINE)


@lru_cache(maxsize=256)
def figure(demo: str, name: str, lang: str) -> ui.Picture:
    """The picture that `figure:demo.name` stands for. Raises ValueError if there is none."""
    return importlib.import_module(f"kitlib.{demo}").figure(name, lang)


def assemble(source: Source, lang: str, folder: Path) -> str:
    """The markdown of all sections, pictures written to `folder`."""
    parts = [_section(section, lang, folder) for section in source.sections]
    return "\n\n".join(parts) + "\n"


def _section(section: Section, lang: str, folder: Path) -> str:
    css = " .check" if section.check else ""
    body = section.body[lang]
    drawn = _FIGURE.sub(lambda found: _drawn(found, lang, folder), body)
    if len(_FIGURE.findall(body)) == 1 and _FIGURE.sub("", body).strip():
        drawn = _beside(body, drawn)
    notes = _FACTS.sub(lambda found: _facts(found, lang), section.notes[lang])
    head = f"# {section.title[lang]} {{#{section.id}{css}}}"
    return "\n\n".join([head, drawn, *([f"::: notes\n{notes}\n:::"] if notes else [])])


def _beside(body: str, drawn: str) -> str:
    """Text left, picture right: how a slide with one picture looks."""
    picture = re.search(r"!\[[^\n]*\]\([^)\n]*\)\{[^}\n]*\}", drawn)[0]
    text = _FIGURE.sub("", body).strip()
    return f":::: columns\n::: column\n{text}\n:::\n\n::: column\n{picture}\n:::\n::::"


def _drawn(found: re.Match, lang: str, folder: Path) -> str:
    picture = figure(found["demo"], found["name"], lang)
    path = folder / f"{found['demo']}-{found['name']}.png"
    path.write_bytes(raster.png(picture))
    alt = re.sub(r"([\\\[\]*_`<>$])", r"\\\1", " ".join(picture.alt.split()))
    return f"![{alt}]({path.as_posix()}){{.figure}}"


def _facts(found: re.Match, lang: str) -> str:
    """What the demo measures about a step, as a list: the trainer reads out nothing that was not measured."""
    words = importlib.import_module(f"kitlib.{found['demo']}").facts(found["step"], lang)
    return "\n".join(f"- {line}" for line in str(words).splitlines())


def convert(markdown: str, to: str, *options: str, **more) -> str:
    """pandoc, in its own words: see its manual for `to` and `options`."""
    reader = "markdown-implicit_figures+fancy_lists"
    return pypandoc.convert_text(markdown, to, reader, extra_args=list(options), **more)
