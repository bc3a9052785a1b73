"""Reads the edited form of a lesson, `notebooks/src/NAME.py`, and says what is wrong with its shape.

A lesson is a percent-format file (jupytext) with a YAML header under `kit:`. Each text is three adjacent cells with one
`id` in the order de, en, einfach. Each code cell exists once; its first three lines, `# de: …`, `# en: …` and
`# einfach: …`, are the comment that a learner sees while the cell is collapsed.
"""

from __future__ import annotations

import ast
import hashlib
import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import jupytext
import yaml

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("de", "en", "einfach")
TAGS = {"nbval-check-output", "solution", "trainer", "why"}
DEMONSTRATION = 5  # minutes, free play without claims; a lesson takes 15 to 30
HEADER = ("id", "minutes", "tile", "title", "summary", "goals")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_COMMENT = re.compile(r"#\s*(\w+):\s*(\S.*)")


class Finding(NamedTuple):
    """One thing to put right: where (file#key), in which language ("" for none), and what to do."""

    where: str
    lang: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}{f' [{self.lang}]' if self.lang else ''}: {self.message}"


class SourceError(ValueError):
    """The source cannot be read as a lesson; `findings` says why."""

    def __init__(self, findings: list[Finding]):
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson in all languages: `words` is the text, or the comment line of a code cell."""

    id: str
    words: dict[str, str]
    tags: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True)
class Lesson:
    path: Path
    where: str
    header: dict
    cells: tuple[Cell, ...]
    hash: str

    @property
    def name(self) -> str:
        return self.path.stem


def source_files(root: Path = ROOT) -> list[Path]:
    return sorted((root / "notebooks" / "src").glob("*.py"))


def read_lesson(path: Path, root: Path = ROOT) -> Lesson:
    """The lesson in one source file. Raises SourceError with all findings about its shape."""
    where = path.relative_to(root).as_posix()
    text = path.read_text("utf-8")
    cells = jupytext.reads(text, fmt="py:percent").cells
    head = cells.pop(0).source if cells and cells[0].cell_type == "raw" else ""
    header, findings = _header(head, where)
    found = [_group(list(group), where, findings) for _, group in groupby(enumerate(cells), key=_neighbours)]
    ids = [cell.id for cell in found if cell.id]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        findings.append(Finding(f"{where}#{twice}", "", "two cells with this id: give each its own"))
    if findings:
        raise SourceError(findings)
    return Lesson(path, where, header, tuple(found), hashlib.sha256(text.encode()).hexdigest()[:16])


def _neighbours(numbered) -> tuple:
    """Text cells with one id that stand side by side belong together; every other cell stands alone."""
    number, cell = numbered
    together = cell.cell_type == "markdown" and "id" in cell.metadata
    return (cell.metadata["id"], "") if together else ("", number)


def _header(text: str, where: str) -> tuple[dict, list[Finding]]:
    where = f"{where}#header"
    try:
        header = (yaml.safe_load(text.strip().strip("-")) or {}).get("kit")
    except (yaml.YAMLError, AttributeError) as error:
        return {}, [Finding(where, "", f"the YAML header cannot be read: {error}")]
    if not isinstance(header, dict):
        return {}, [Finding(where, "", "begin the file with a YAML header between '# ---' lines that has a key 'kit'")]
    findings = [Finding(where, "", f"'{key}' is missing") for key in HEADER if not header.get(key)]
    for key in ("title", "summary", "goals"):
        kind = list if key == "goals" else str
        findings += [
            Finding(where, lang, f"'{key}' is missing, or is not a {'list' if kind is list else 'text'}")
            for lang in LANGUAGES
            if not (isinstance(header.get(key), dict) and isinstance(header[key].get(lang), kind) and header[key][lang])
        ]
    minutes = header.get("minutes")
    if minutes and minutes not in (DEMONSTRATION, *range(15, 31)):
        message = f"minutes: {minutes}; a lesson takes 15 to 30 minutes (split it if longer), a demonstration 5"
        findings.append(Finding(where, "", message))
    return header, findings


def _group(numbered: list, where: str, findings: list[Finding]) -> Cell:
    """One cell of the lesson from the source cells that belong together; what is wrong goes to `findings`."""
    cells = [cell for _, cell in numbered]
    first = cells[0]
    key = first.metadata.get("id")
    place = f"{where}#{key or f'cell {numbered[0][0] + 1}'}"
    tags = tuple(first.metadata.get("tags", []))

    def say(message, lang=""):
        findings.append(Finding(place, lang, message))

    if "incorrectly_encoded_metadata" in first.metadata:
        say(f'the cell line cannot be read, write id="…" lang="de": {first.metadata["incorrectly_encoded_metadata"]}')
        return Cell("", {})
    if not (isinstance(key, str) and _ID.fullmatch(key)):
        say('give the cell an id="…" of small letters, digits and hyphens')
        return Cell("", {})
    if any(tuple(cell.metadata.get("tags", [])) != tags for cell in cells):
        say("the languages of one text need the same tags")
    if unknown := set(tags) - TAGS:
        say(f"unknown tag {', '.join(sorted(unknown))}; known are {', '.join(sorted(TAGS))}")
    if first.cell_type == "code":
        return _code(key, first.source, tags, say)
    return _text(key, cells, tags, say)


def _text(key: str, cells: list, tags: tuple, say) -> Cell:
    if "nbval-check-output" in tags:
        say("a text has no output to check: remove the tag nbval-check-output")
    langs = [cell.metadata.get("lang", "none") for cell in cells]
    if langs != list(LANGUAGES):
        say(f"three cells side by side are needed, lang de, en, einfach in this order; found {', '.join(langs)}")
    words = {lang: cell.source.strip() for lang, cell in zip(langs, cells, strict=True)}
    for lang, text in words.items():
        if not text:
            say("the text is empty", lang)
    return Cell(key, words, tags)


def _code(key: str, source: str, tags: tuple, say) -> Cell:
    if set(tags) - {"nbval-check-output"}:
        say("solution, trainer and why are for texts: both editions run the same code")
    lines = source.splitlines()
    found = [match.groups() for match in map(_COMMENT.fullmatch, lines[: len(LANGUAGES)]) if match]
    if [lang for lang, _ in found] != list(LANGUAGES):
        say("begin the code with three comment lines, '# de: …', '# en: …', '# einfach: …' (seen while collapsed)")
        return Cell(key, {}, tags, source)
    code = "\n".join(lines[len(LANGUAGES) :]).strip("\n")
    if not code:
        say("the cell has no code under its comment lines")
    try:
        tree = ast.parse(code)
    except SyntaxError as error:
        say(f"is not plain Python: {error.msg} in {error.text!r}")
        return Cell(key, {}, tags, code)
    inside = [name for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for name in ast.walk(node)]
    if any(isinstance(name, ast.Name) and name.id == "LANG" for name in inside):
        say("LANG cannot stand in an f-string: the quotation marks of the language would end it")
    return Cell(key, dict(found), tags, code)
