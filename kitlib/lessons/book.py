"""The built notebooks as lessons: immutable, read again when a file has changed."""

from __future__ import annotations

import ast
import json
import logging
import os
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .markdown import Heading, render

log = logging.getLogger(__name__)
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


@dataclass(frozen=True)
class Cell:
    """A text cell has `html`; a code cell has `source`, and `shows` says whether it ends in something to look at."""

    id: str
    html: str = ""
    source: str = ""
    shows: bool = False
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Lesson:
    id: str
    lang: str
    title: str
    summary: str
    minutes: int
    goals: tuple[str, ...]
    tile: str
    cells: tuple[Cell, ...]

    @property
    def steps(self) -> tuple[Heading, ...]:
        """The headings of the second level, in order: the steps of the lesson."""
        return tuple(heading for cell in self.cells for heading in cell.headings if heading.level == 2)


class Book:
    """All lessons below `root` (`root/de/*.ipynb` …; default: KIT_NOTEBOOKS, else the notebooks of this kit).

    `loaded`: whether the cells may run, because nobody is still importing the demos they use.
    """

    def __init__(self, root: Path | str | None = None):
        self.root = Path(root or os.environ.get("KIT_NOTEBOOKS") or NOTEBOOKS)
        self.loaded = threading.Event()
        self.loaded.set()

    def lessons(self, lang: str) -> list[Lesson]:
        """The lessons in one language, by id. A notebook without `metadata.kit` is no lesson."""
        files = sorted((self.root / lang).glob("*.ipynb"))
        found = [_read(file, file.stat().st_mtime_ns, lang) for file in files]
        return sorted((lesson for lesson in found if lesson), key=lambda lesson: lesson.id)

    def find(self, lang: str, name: str) -> Lesson | None:
        return next((lesson for lesson in self.lessons(lang) if lesson.id == name), None)


@lru_cache(maxsize=64)
def _read(file: Path, _changed: int, lang: str) -> Lesson | None:
    try:
        notebook = json.loads(file.read_text("utf-8"))
        kit = notebook["metadata"].get("kit")
        return _lesson(notebook, kit, lang) if kit else None
    except (KeyError, ValueError, SyntaxError):
        log.exception("%s is damaged and left out", file)
        return None


def _lesson(notebook: dict, kit: dict, lang: str) -> Lesson:
    cells = tuple(_cell(cell, place, kit["title"]) for place, cell in enumerate(notebook["cells"]))
    return Lesson(
        id=kit["id"],
        lang=lang,
        title=kit["title"],
        summary=kit["summary"],
        minutes=int(kit["minutes"]),
        goals=tuple(kit["goals"]),
        tile=kit.get("tile", ""),
        cells=tuple(cell for cell in cells if cell.html or cell.source),
    )


def _cell(cell: dict, place: int, title: str) -> Cell:
    name, text = cell.get("id", f"cell-{place}"), "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        html, headings = render(text, name, title)
        return Cell(name, html=html, headings=headings)
    if cell["cell_type"] == "code":
        body = ast.parse(text).body
        return Cell(name, source=text, shows=bool(body) and isinstance(body[-1], ast.Expr))
    return Cell(name)
