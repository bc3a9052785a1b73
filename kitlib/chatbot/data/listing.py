"""A FAQ that is no table: JSON, Rasa's examples, headings with paragraphs, "Frage: … Antwort: …" -> rows of text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

import pandas as pd

from kitlib.tables.problem import IntakeError
from kitlib.tables.tabular import HEAD_LINES, Table
from kitlib.tables.textfile import letters

from .columns import recognised
from .wordings import asks

MOST_BYTES = 20 * 2**20
QUESTION_ANSWER, QUESTION_LABEL = ["question", "answer", "topic"], ["question", "intent"]
_MARK = r"^[\s>*_#-]*(?:{})(?:[ ._-]?\d+)?[*_]*\s*[:：.)][*_]*\s*"
_Q = re.compile(_MARK.format("frage|fragen|question|q|f|kunde|kundin|user|customer"), re.IGNORECASE)
_A = re.compile(_MARK.format("antwort|answer|a|bot|agent|support|wir"), re.IGNORECASE)
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_INTENT = re.compile(r"^(?:##\s*intent:\s*|\s*-\s*intent:\s*)(\S.*?)\s*$")
_EXAMPLE = re.compile(r"^\s*[-*]\s+(.*)$")
_ENTITY = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\{[^{}]*\})")
_STEPS = ("train", "training", "data", "examples")


def listed(content: bytes, file: str) -> list[Table]:
    """The FAQ in a text that is marked up as one; none where it is not, or cannot be read."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or len(content) > MOST_BYTES:
        return []
    try:
        content, encoding, problems = letters(content, file)
    except IntakeError:
        return []
    text = content.decode(encoding, "replace").lstrip("\ufeff")
    start = text.lstrip()[:1]
    rows = _json(text) if start in ("{", "[") else _text(text.splitlines())
    return [_table(rows, problems)] if len(rows) > 1 else []


def loose(content: bytes, file: str) -> list[Table]:
    """A text copied from a page: each line that asks is a question, what follows is its answer."""
    content, encoding, problems = letters(content[:MOST_BYTES], file)
    lines = [line.strip() for line in content.decode(encoding, "replace").splitlines() if line.strip()]
    rows = _grouped((asks(line) and len(line) <= 300, line) for line in lines)
    return [_table(rows, problems)] if len(rows) > 2 else []


def _table(rows: list[list[str]], problems: tuple) -> Table:
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]

    def read(columns: Sequence[int], start: int, _quotes: bool) -> Iterator[pd.DataFrame]:
        chosen = [[*(row[c] for c in columns), ""] for row in rows[start:]]
        yield pd.DataFrame(chosen, [0] * len(chosen), [*columns, "spare"], dtype=object)

    return Table(rows[:HEAD_LINES], read, problems=problems)


def _text(lines: list[str]) -> list[list[str]]:
    if sum(bool(_INTENT.match(line)) for line in lines) > 1:
        return _rasa(lines)
    if min(sum(bool(mark.match(line)) for line in lines) for mark in (_Q, _A)) > 1:
        return _marked(lines)
    if sum(bool(found := _HEADING.match(line)) and asks(found[2]) for line in lines) > 1:
        return _headings(lines)
    return []


def _rasa(lines: list[str]) -> list[list[str]]:
    """nlu.md and nlu.yml: an intent and its examples, in which names are marked as [Berlin](city)."""
    rows, intent = [QUESTION_LABEL], ""
    for line in lines:
        if found := _INTENT.match(line):
            intent = found[1]
        elif re.match(r"##|\s*-\s*(lookup|synonym|regex|rule|story)\s*:", line):
            intent = ""
        elif intent and (found := _EXAMPLE.match(line)):
            rows.append([_ENTITY.sub(r"\1", found[1]), intent])
    return rows


def _marked(lines: list[str]) -> list[list[str]]:
    """Frage: … Antwort: … Several questions may come before one answer."""
    rows, part = [QUESTION_ANSWER], ""
    for line in lines:
        if found := _Q.match(line):
            if part != "q":
                rows.append(["", ""])
            rows[-1][0] += ("\n" if rows[-1][0] else "") + line[found.end() :].strip(" *_")
            part = "q"
        elif len(rows) > 1 and (found := _A.match(line)) and part == "q":
            rows[-1][1], part = line[found.end() :], "a"
        elif part and line.strip():
            place = "qa".index(part)
            rows[-1][place] += (" " if part == "q" else "\n") + line
    return rows


def _headings(lines: list[str]) -> list[list[str]]:
    """Markdown: a heading that asks is a question, another one a topic, the rest answers."""
    rows, topic = [QUESTION_ANSWER], ""
    for line in lines:
        if not (found := _HEADING.match(line)):
            if len(rows) > 1:
                rows[-1][1] += line + "\n"
        elif asks(found[2]):
            rows.append([found[2].strip("*_ "), "", topic])
        else:
            topic = found[2].strip("*_ ")
    return rows


def _grouped(lines: Iterator[tuple[bool, str]]) -> list[list[str]]:
    rows, before = [QUESTION_ANSWER], False
    for asking, line in lines:
        if asking and before:
            rows[-1][0] += "\n" + line
        elif asking:
            rows.append([line, ""])
        elif len(rows) > 1:
            rows[-1][1] += line + "\n"
        before = asking
    return [row for i, row in enumerate(rows) if not i or row[1].strip()]


def _json(text: str) -> list[list[str]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        try:
            data = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            return []
    if isinstance(data, dict) and len(data) > 1:
        if all(isinstance(value, str) for value in data.values()):
            return [QUESTION_ANSWER, *([name, value] for name, value in data.items())]
        if all(isinstance(v, list) and v and all(isinstance(one, str) for one in v) for v in data.values()):
            return [QUESTION_LABEL, *([one, name] for name, values in data.items() for one in values)]
    lists = sorted(_lists(data, 0), key=len)
    return _records(lists[-1]) if lists else []


def _lists(data, depth: int) -> Iterator[list]:
    """Lists of records or of pairs; what is meant for training first, where it is named so."""
    if isinstance(data, list):
        if len(data) > 1 and all(isinstance(one, dict) for one in data):
            yield data
        elif len(data) > 1 and all(isinstance(one, list) and len(one) == 2 and _words(one) for one in data):
            yield [{"text": one[0], "intent": one[1]} for one in data]
    elif isinstance(data, dict) and depth < 4:
        chosen = [data[name] for name in _STEPS if isinstance(data.get(name), list)]
        for value in chosen or data.values():
            yield from _lists(value, depth + 1)


def _words(values: list) -> bool:
    return all(isinstance(value, str) for value in values)


def _records(records: list[dict]) -> list[list[str]]:
    names = list(dict.fromkeys(str(name) for record in records for name in record))[:200]
    found = recognised(names)
    answers = {names[column] for column in found.get("answer", ())}
    return [names, *([_cell(record.get(name), name in answers) for name in names] for record in records)]


def _cell(value, answer: bool) -> str:
    """A list of wordings: one a line; of several answers the first."""
    if value is None or isinstance(value, dict):
        return next((one for one in (value or {}).values() if isinstance(one, str)), "")
    if isinstance(value, list):
        texts = [one if isinstance(one, str) else _cell(one, answer) for one in value if one is not None][:500]
        return (texts or [""])[0] if answer else "\n".join(texts)
    return str(value)
