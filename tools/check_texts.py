"""Checks every word people see: lessons, slides, run sheets, and each `kitlib/**/*.toml` with de, en and einfach.

    python tools/check_texts.py                     what is wrong, where, and what to do (exit code 1)
    python tools/check_texts.py --report            how easy each file is to read, German beside Einfache Sprache
    python tools/check_texts.py --accept PATTERN    record texts as reviewed: 'kitlib/quality/*', '*#threshold.*'

The rules and the reasons are in docs/language.md.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import cell_rules
import readability
import review
import text_rules
from lesson_source import LANGUAGES, ROOT, Finding, Lesson, SourceError, read_lesson, source_files
from text_rules import Text

sys.path.insert(0, str(ROOT))

from kitlib.trainer.source import FACTS, FIGURE
from kitlib.trainer.source import SourceError as SheetError
from kitlib.trainer.source import read as read_sheet

NAMED = r"![figure:\g<demo>.\g<name>](figure:\g<demo>.\g<name>)"
"""A figure's text alternative comes from its data, so that its name stands for it."""
COMMANDS = {"doctor.toml"}  # said by commands in the terminal, German and English together; no learner sees it


def lesson_texts(lesson: Lesson) -> Iterator[Text]:
    for key in ("title", "summary"):
        yield Text(f"{lesson.where}#header.{key}", lesson.header[key])
    goals = {lang: "\n".join(f"- {goal}" for goal in lesson.header["goals"][lang]) for lang in LANGUAGES}
    yield Text(f"{lesson.where}#header.goals", goals)
    for cell in lesson.cells:
        yield Text(f"{lesson.where}#{cell.id}", cell.words, lesson=True)


def sheet_texts(path: Path, root: Path = ROOT) -> Iterator[Text]:
    """Title, sections and notes of a deck or a run sheet. Raises SourceError if it cannot be read."""
    where = path.relative_to(root).as_posix()
    try:
        sheet = read_sheet(path)
    except SheetError as error:
        raise SourceError([Finding(where, "", problem) for problem in error.problems]) from error
    for key in ("title", "summary"):
        yield Text(f"{where}#header.{key}", getattr(sheet, key))
    for section in sheet.sections:
        body = {lang: FIGURE.sub(NAMED, words) for lang, words in section.body.items()}
        words = {lang: f"{section.title[lang]}.\n\n{body[lang]}" for lang in LANGUAGES}
        yield Text(f"{where}#{section.id}", words, lesson=True)
        if any(section.notes.values()):
            notes = {lang: FACTS.sub("", words) for lang, words in section.notes.items()}
            yield Text(f"{where}#{section.id}.notes", notes)


def toml_texts(path: Path, root: Path = ROOT) -> Iterator[Text]:
    """Each table of a TOML file that has a language as key. Raises SourceError if the file or a text cannot be read."""
    where = path.relative_to(root).as_posix()
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SourceError([Finding(where, "", f"cannot be read: {error}")]) from error
    yield from _tables(content, where, "")


def _tables(table: dict, where: str, key: str) -> Iterator[Text]:
    if words := {lang: table[lang] for lang in LANGUAGES if lang in table}:
        if wrong := [lang for lang, text in words.items() if not isinstance(text, str)]:
            raise SourceError([Finding(f"{where}#{key}", ", ".join(wrong), "has to be one text in quotation marks")])
        yield Text(f"{where}#{key}", words)
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _tables(value, where, f"{key}.{name}".lstrip("."))


def collect(root: Path) -> tuple[list[Lesson], list[Text], list[Finding]]:
    """All lessons, all texts, and what cannot be read."""
    lessons, texts, findings = [], [], []
    tables = [path for path in sorted((root / "kitlib").rglob("*.toml")) if path.name not in COMMANDS]
    tables += sorted((root / "trainer" / "plans").glob("*.toml"))
    slides = [*sorted((root / "slides" / "src").glob("*.md")), *sorted((root / "trainer").glob("*.md"))]
    for path in (*source_files(root), *tables, *slides):
        try:
            if path.suffix == ".md":
                texts += sheet_texts(path, root)
            elif path.suffix == ".py":
                lessons.append(read_lesson(path, root))
                texts += lesson_texts(lessons[-1])
            else:
                texts += toml_texts(path, root)
        except SourceError as error:
            findings += error.findings
    return lessons, texts, findings


def by_file(texts: list[Text]) -> Iterator[tuple[str, str, str]]:
    """(file, all German text, all text in Einfache Sprache)."""
    for where, group in groupby(texts, key=lambda text: text.where.partition("#")[0]):
        full = [text.words for text in group if all(text.words.get(lang) for lang in LANGUAGES)]
        yield where, "\n\n".join(w["de"] for w in full), "\n\n".join(w["einfach"] for w in full)


def check(root: Path = ROOT) -> list[Finding]:
    """Everything that is wrong with the words of the project at `root`."""
    lessons, texts, findings = collect(root)
    for lesson in lessons:
        findings += cell_rules.check(lesson)
    for text in texts:
        findings += text_rules.check(text, root)
    for where, german, easy in by_file(texts):
        findings += [Finding(where, "einfach", message) for message in readability.not_easier(german, easy)]
    return findings + list(review.check(texts, root))


def report(root: Path = ROOT) -> str:
    """A table of readability, one line a file and language."""
    head = f"{'file':40} {'language':8} {'sentences':>9} {'words each':>10} {'longest':>7} {'long words':>10}"
    lines = [f"{head} {'Wiener 1':>8} {'Flesch':>6}"]
    for where, *pair in by_file(collect(root)[1]):
        for lang, text in zip(("de", "einfach"), pair, strict=True):
            if f := readability.figures(text):
                lines.append(
                    f"{where:40} {lang:8} {f.sentences:9} {f.mean:10.1f} {f.longest:7} {f.long_words:10.0%} "
                    f"{f.wiener:8.1f} {f.flesch:6.0f}"
                )
    return (
        "\n".join(lines) + "\n\nWiener 1: school year that reads it with ease. Flesch (Amstad): easy is 100, hard is 0."
    )


def main(argv: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", action="store_true", help="print how easy each file is to read")
    parser.add_argument("--accept", nargs="+", metavar="PATTERN", help="record texts as reviewed (file#key)")
    args = parser.parse_args(argv)
    if args.report:
        print(report(root))
        return 0
    if args.accept:
        changed = review.accept(collect(root)[1], args.accept, root)
        print("\n".join(changed) or "nothing new matches")
        return 0 if changed else 1
    findings = check(root)
    print("\n".join(map(str, findings)) or "All texts are in order.")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
