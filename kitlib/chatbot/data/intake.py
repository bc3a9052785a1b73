"""A company's own FAQ: from a path or from files in memory. Nothing is written to disk, nothing in it is run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from kitlib.tables.problem import IntakeError
from kitlib.tables.reading import content_of, tables
from kitlib.tables.tabular import Table, unpacked

from .columns import ROLES, Layout, known, layout
from .faq import Entry, Faq
from .listing import listed, loose
from .problems import FaqError, Problem
from .rows import Pair, pairs
from .wordings import same

MOST_QUESTIONS = 50_000
MOST_FILES = 20
SHOWN = 5

__all__ = ["FaqError", "load_faq"]

Files = Sequence[tuple[str, bytes]]


def load_faq(
    source: str | os.PathLike | bytes | Files,
    *,
    columns: Mapping[str, str] | None = None,
    filename: str | None = None,
) -> Faq:
    """Read questions and answers from CSV (also .gz, .tsv, .txt, any usual separator and encoding), Excel (.xlsx),
    lists of "Frage: … Antwort: …", Markdown headings, Rasa's nlu.md, or JSON.

    source: a path, the content of a file (`filename` is its name in messages), or (name, content) of several files.
    columns: which column is what, as {"question": "Name", "answer": "…"}, also "topic", "source". The rest is told by
        the names of columns, German or English, or else by the content. Without answers, labels (intents) stand in.

    A cell of questions may hold several wordings, one a line or between bars. An empty answer below a filled one is a
    merged cell and belongs to the answer above. Entries are different in their answer. Formulas and HTML stay text.
    What is left out or noteworthy is counted in `problems`. Questions in their order in the file.
    Raises FaqError when a file is no table, question or answer cannot be told (missing_column), or fewer than two
    answers are left. ValueError for an unknown role in `columns`. 20,000 rows as CSV (4 MB) take about a second.
    """
    if unknown := set(columns or ()) - set(ROLES):
        raise ValueError(f"columns must be named by {', '.join(ROLES)}, not {', '.join(sorted(unknown))}")
    files = source if isinstance(source, list | tuple) else [(filename, source)]
    problems, found, failed = [], [], []
    for name, content in files[:MOST_FILES]:
        try:
            found += _read(content, name, columns, problems)
        except IntakeError as error:
            failed.append(error)
    if len(files) > MOST_FILES:
        problems.append(Problem("too_many_files", str(files[0][0]), {"count": len(files), "limit": MOST_FILES}))
    if not found:
        first = failed[0] if failed else FaqError(Problem("empty_file", filename or ""))
        raise FaqError(first.problem, (*problems, *first.problems, *(e.problem for e in failed[1:]))) from None
    problems += [error.problem for error in failed]
    if len(files) > 1:  # a number would not say in which of them
        found = [pair._replace(row=0) for pair in found]
    file = ", ".join(dict.fromkeys(str(name) for name, _ in files[:SHOWN] if name)) or filename or "FAQ"
    return _faq(found, file, problems)


def _read(source, name: str | None, columns, problems: list[Problem]) -> list[Pair]:
    """The pairs in one file. Raises IntakeError when there are none."""
    content, file = content_of(source, name)
    content = unpacked(content, file)
    _refuse(content, file)
    found = _tables(content, file)
    noticed: list[Problem] = []
    rows = []
    used = _used(found, columns, file, noticed)
    for table, where in used:
        title = table.sheet if len(found) > 1 else ""
        rows += pairs(_cells(table, where, file, len(used) == 1), where, file, noticed, title)
    if not rows:
        header_only = all(len(table.head) < 2 for table in found)
        raise FaqError(Problem("only_header" if header_only else "no_rows", file), tuple(noticed))
    problems += noticed
    return rows


def _tables(content: bytes, file: str) -> list[Table]:
    if found := listed(content, file):
        return found
    try:
        return tables(content, file, known)
    except IntakeError as error:
        found = loose(content, file) if error.problem.code == "one_column" else []
        if not found:
            raise
        return found


def _refuse(content: bytes, file: str) -> None:
    """What people try first: a letter or a printed page. It has no columns, so there is advice instead."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \r\n")
    if start.startswith(b"%PDF"):
        raise FaqError(Problem("pdf", file))
    if start.startswith(b"{\\rtf") or (content.startswith(b"PK\x03\x04") and b"word/document.xml" in content):
        raise FaqError(Problem("word", file))


def _used(found: list[Table], columns, file: str, noticed: list[Problem]) -> list[tuple[Table, Layout]]:
    """The sheets that hold questions and answers: all whose columns are named so, else the first that looks like it."""
    good, errors = [], []
    for table in found:
        try:
            good.append((table, layout(table.head, columns, file)))
        except FaqError as error:
            errors.append(error)
    if not good:
        raise errors[0]
    sure = [one for one in good if not one[1].guessed]
    good = sure or good[:1]
    if len(found) > 1:
        sheets = ", ".join(table.sheet for table, _ in good)
        code = "all_sheets" if len(good) == len(found) else "sheets_left"
        noticed.append(Problem(code, file, {"count": len(found), "used": len(good), "sheets": sheets}))
    for table, where in good:
        noticed += table.problems
        if where.guessed:
            noticed.append(
                Problem("guessed_columns", file, {"question": where.questions[0] + 1, "answer": where.answer + 1})
            )
        if where.labels:
            noticed.append(Problem("labels", file, {"column": where.answer + 1}))
    return good


def _cells(table: Table, where: Layout, file: str, numbered: bool) -> Iterable[tuple[int, Sequence[str]]]:
    """(number, cells of all columns and the spare one) of the rows below the header; 0 where numbers would be of any
    of several sheets."""
    for quotes in (True, False):
        try:
            pieces = table.read(range(len(where.names)), where.header + 1, quotes)
            rows = [one for piece in pieces for one in zip(piece.index, piece.to_numpy().tolist(), strict=True)]
            return [(int(number) if numbered else 0, row) for number, row in rows]
        except IntakeError:
            raise
        except ValueError:  # of pandas: a quotation mark that is never closed. Once more, as a letter like others
            continue
    raise FaqError(Problem("damaged", file))


def _faq(found: list[Pair], file: str, problems: list[Problem]) -> Faq:
    """One entry for each answer; exact repeats once."""
    if len(found) > MOST_QUESTIONS:
        problems.append(Problem("too_many_questions", file, {"count": len(found), "limit": MOST_QUESTIONS}))
        found = found[:MOST_QUESTIONS]
    entries: dict[str, Entry] = {}
    for pair in found:
        one = entries.setdefault(pair.answer, Entry(pair.answer, pair.topic, pair.source))
        entries[pair.answer] = Entry(one.answer, one.topic or pair.topic, one.source or pair.source)
    each = [(pair.question, entries[pair.answer]) for pair in found]
    rows = list(dict.fromkeys(each))
    if count := len(found) - len(rows):
        seen = set()
        again = tuple(pair.row for pair, one in zip(found, each, strict=True) if one in seen or seen.add(one))
        problems.append(Problem("duplicates", file, {"count": count, "rows": again}))
    if len(entries) < 2:
        raise FaqError(Problem("one_entry", file, {"count": len(rows)}), tuple(problems))
    if asked := _contradictions(rows):
        shown = "; ".join(asked[:SHOWN]) + (" …" if len(asked) > SHOWN else "")
        clash = set(map(same, asked))
        numbers = tuple(pair.row for pair in found if same(pair.question) in clash)
        values = {"count": len(asked), "shown": shown, "questions": tuple(asked), "rows": numbers}
        problems.append(Problem("contradiction", file, values))
    return Faq.of(rows, problems)


def _contradictions(rows: list[tuple[str, Entry]]) -> list[str]:
    """Questions, as first written, that lead to more than one answer."""
    answers: dict[str, dict[str, str]] = {}
    for question, entry in rows:
        answers.setdefault(same(question), {}).setdefault(entry.answer, question)
    return [next(iter(found.values())) for found in answers.values() if len(found) > 1]
