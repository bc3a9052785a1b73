"""A deck or run sheet in one language as pandoc markdown, with its pictures drawn into a folder."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pypandoc

from kitlib import ui

from . import raster
from .source import FACTS, FIGURE, Section, Source

TAGS = {"de": "de-DE", "en": "en-GB", "einfach": "de-DE"}
"""Language of the words, for screen readers and spell checkers."""


@lru_cache(maxsize=256)
def figure(demo: str, name: str, lang: str) -> ui.Picture:
    """The picture that `figure:demo.name` stands for. Raises ValueError if there is none."""
    return importlib.import_module(f"kitlib.{demo}").figure(name, lang)


def shown(path: Path, alt: str) -> str:
    """A picture in markdown."""
    plain = re.sub(r"([\\\[\]*_`<>$])", r"\\\1", " ".join(alt.split()))
    return f"![{plain}]({path.as_posix()}){{.figure}}"


def columns(text: str, picture: str) -> str:
    """Words on the left, a picture on the right."""
    return f":::: columns\n::: column\n{text}\n:::\n\n::: column\n{picture}\n:::\n::::"


@dataclass(frozen=True)
class Look:
    """How a kind of output writes a picture (path, text alternative), and words beside a picture (both written)."""

    show: Callable[[Path, str], str] = shown
    beside: Callable[[str, str], str] = columns


def assemble(source: Source, lang: str, folder: Path, look: Look = Look()) -> str:
    """The markdown of all sections, pictures written to `folder`."""
    return "\n\n".join(parts(source, lang, folder, look)) + "\n"


def parts(source: Source, lang: str, folder: Path, look: Look = Look(), notes: bool = True) -> list[str]:
    """The markdown of each section. notes: with what the trainer says."""
    return [_section(section, lang, folder, look, notes) for section in source.sections]


def _section(section: Section, lang: str, folder: Path, look: Look, with_notes: bool) -> str:
    css = " .check" if section.check else ""
    body, images = section.body[lang], FIGURE.findall(section.body[lang])
    text = FIGURE.sub("", body).strip()
    if len(images) == 1 and text:
        shaped = look.beside(text, _drawn(*images[0], lang, folder, look))
    else:
        shaped = FIGURE.sub(lambda found: _drawn(*found.groups(), lang, folder, look), body)
    head = f"# {section.title[lang]} {{#{section.id}{css}}}"
    if not (with_notes and section.notes[lang]):
        return f"{head}\n\n{shaped}"
    return f"{head}\n\n{shaped}\n\n::: notes\n{spoken(section, lang)}\n:::"


def spoken(section: Section, lang: str) -> str:
    """What the trainer says and reads out, measured now. Raises ValueError if a step has not as many facts as said."""
    return FACTS.sub(lambda found: _facts(found, lang), section.notes[lang])


def _drawn(demo: str, name: str, lang: str, folder: Path, look: Look) -> str:
    picture = figure(demo, name, lang)
    path = folder / f"{demo}-{name}.png"
    path.write_bytes(raster.png(picture))
    return look.show(path, picture.alt)


def _facts(found: re.Match, lang: str) -> str:
    """What the demo measures about a step, as a list: the trainer reads out nothing that was not measured."""
    lines = str(importlib.import_module(f"kitlib.{found['demo']}").facts(found["step"], lang)).splitlines()
    chosen = [int(number) for number in found["lines"].split(",")] if found["lines"] else range(1, len(lines) + 1)
    if (found["all"] and int(found["all"]) != len(lines)) or not set(chosen) <= set(range(1, len(lines) + 1)):
        raise ValueError(f"{found[0]}: there are {len(lines)} facts by now; see which of them the slide needs")
    return "\n".join(f"- {lines[number - 1]}" for number in chosen)


def convert(markdown: str, to: str, *options: str, **more) -> str:
    """pandoc, in its own words: see its manual for `to` and `options`."""
    reader = "markdown-implicit_figures+fancy_lists"
    return pypandoc.convert_text(markdown, to, reader, extra_args=list(options), **more)
