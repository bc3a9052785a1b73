"""Rows of a table -> questions with their answers: merged cells, headings, gaps and repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from .columns import Layout
from .problems import Problem
from .wordings import (
    LONGEST_ANSWER,
    LONGEST_LABEL,
    LONGEST_QUESTION,
    asks,
    clean,
    like_formula,
    like_html,
    nothing,
    wordings,
)


class Pair(NamedTuple):
    """A question and its answer, with the topic and source of the answer ("" where unknown), and the row's number."""

    question: str
    answer: str
    topic: str
    source: str
    row: int = 0


Places = dict[str, list[int]]
"""What was noticed -> the number of the row, as Excel shows it, for each time; 0 where it is unknown."""


@dataclass(frozen=True)
class Row:
    """One row as it came: wordings, answer, topic, source, its number, and whether it had more cells than columns."""

    questions: tuple[str, ...]
    answer: str
    topic: str
    source: str
    number: int
    broken: bool = False

    @property
    def empty(self) -> bool:
        return not (self.questions or self.answer or self.topic or self.source)

    @property
    def heading(self) -> bool:
        """Whether it may be a heading between the questions."""
        return len(self.questions) == 1 and not self.answer and not asks(self.questions[0]) and not self.source


def pairs(
    cells: Iterable[tuple[int, Sequence[str]]], where: Layout, file: str, problems: list[Problem], title: str = ""
) -> list[Pair]:
    """The questions with their answers. cells: (number, row of all columns and a spare one). title: topic where there
    is none. What is left out or noteworthy is added to `problems`, each reason counted, with the rows.
    """
    places: Places = defaultdict(list)
    rows = [_row(number, row, where, places) for number, row in cells if not _header(number, row, where, places)]
    rows = [row for row in rows if not row.empty]
    rows = _topics(rows, places)
    found = [pair for pair in _filled(rows, places) if pair]
    found = [pair if pair.topic else pair._replace(topic=title) for pair in found]
    for code in ("broken_rows", "repeated_header", "no_answer", "no_question", "long_cells", "headings", "filled_down"):
        if found_in := places[code]:
            problems.append(Problem(code, file, {"count": len(found_in), "rows": tuple(found_in)}))
    first = {text: pair.row for pair in reversed(found) for text in pair[:2]}
    for code, test in (("formula", like_formula), ("html", like_html)):
        if numbers := sorted(first[text] for text in filter(test, first)):
            problems.append(Problem(code, file, {"count": len(numbers), "rows": tuple(numbers)}))
    return found


def _header(number: int, row: Sequence[str], where: Layout, places: Places) -> bool:
    """Each page of a printed list has its header again."""
    if where.header < 0 or any(row[c].strip() != where.names[c] for c in (*where.questions, where.answer)):
        return False
    places["repeated_header"].append(number)
    return True


def _row(number: int, cells: Sequence[str], where: Layout, places: Places) -> Row:
    def cut(text: str, longest: int, length: int) -> str:
        if max(len(text), length if length > 4 * longest else 0) > longest:
            places["long_cells"].append(number)
        return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"

    def text(column: int | None, longest: int) -> str:
        if column is None:
            return ""
        return cut(clean(cells[column][: 4 * longest]), longest, len(cells[column]))

    asked = [part for c in where.questions for part in wordings(clean(cells[c][:100_000]))]
    asked = [cut(part, LONGEST_QUESTION, len(part)) for part in asked]
    answer, topic = text(where.answer, LONGEST_ANSWER), _known(text(where.topic, LONGEST_LABEL))
    source, broken = _known(text(where.source, 2 * LONGEST_LABEL)), bool(cells[-1].strip())
    return Row(tuple(dict.fromkeys(asked)), answer, topic, source, number, broken)


def _known(text: str) -> str:
    return "" if nothing(text) else " ".join(text.split())


def _topics(rows: list[Row], places: Places) -> list[Row]:
    """Topics of merged cells, or headings between the questions, given to each row below them."""
    told = [row.topic for row in rows]
    if any(told):
        filled = [topic for topic in told if topic]
        merged = told[0] and len(filled) < len(told) and len(set(filled)) == len(filled)
        return [replace(row, topic=topic) for row, topic in zip(rows, _down(told), strict=True)] if merged else rows
    bare = [row for row in rows if not row.answer]
    whole = [row for row in rows if row.answer and row.questions]
    asking = sum(asks(row.questions[0]) for row in whole)
    if not bare or not all(row.heading for row in bare) or asking < 0.7 * len(whole) or rows[-1] is bare[-1]:
        return rows
    places["headings"] = [row.number for row in bare]
    topics = _down([row.questions[0] if row.heading else "" for row in rows])
    return [replace(row, topic=topic) for row, topic in zip(rows, topics, strict=True) if row.answer]


def _down(cells: list[str]) -> list[str]:
    made = []
    for cell in cells:
        made.append(cell or (made[-1] if made else ""))
    return made


def _filled(rows: list[Row], places: Places) -> Iterable[Pair]:
    """An empty answer below a filled one is a merged cell: the answer above, unless the topic is another one."""
    above = None
    for row in rows:
        if row.broken:
            places["broken_rows"].append(row.number)
            above = None
        elif not row.questions:
            places["no_question"] += [row.number] if row.answer and not nothing(row.answer) else []
        elif nothing(row.answer) and (row.answer or above is None or row.topic not in ("", above.topic)):
            places["no_answer"] += [row.number] * len(row.questions)
            above = None
        elif nothing(row.answer):
            places["filled_down"] += [row.number] * len(row.questions)
            yield from (Pair(question, *above[1:4], row.number) for question in row.questions)
        else:
            above = Pair("", row.answer, row.topic, row.source)
            yield from (Pair(question, *above[1:4], row.number) for question in row.questions)
