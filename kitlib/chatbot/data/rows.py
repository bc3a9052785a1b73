"""Rows of a table -> questions with their answers: merged cells, headings, gaps and repeats."""

from __future__ import annotations

from collections import Counter
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
    """A question and its answer, with the topic and source of the answer ("" where unknown)."""

    question: str
    answer: str
    topic: str
    source: str


@dataclass(frozen=True)
class Row:
    """One row as it came: wordings, answer, topic, source, and whether it had more cells than columns."""

    questions: tuple[str, ...]
    answer: str
    topic: str
    source: str
    broken: bool = False

    @property
    def empty(self) -> bool:
        return not (self.questions or self.answer or self.topic or self.source)

    @property
    def heading(self) -> bool:
        """Whether it may be a heading between the questions."""
        return len(self.questions) == 1 and not self.answer and not asks(self.questions[0]) and not self.source


def pairs(
    cells: Iterable[Sequence[str]], where: Layout, file: str, problems: list[Problem], title: str = ""
) -> list[Pair]:
    """The questions with their answers. cells: rows of all columns and a spare one. title: topic where there is none.

    What is left out or noteworthy is added to `problems`, each reason counted.
    """
    counts: Counter = Counter()
    rows = [_row(row, where, counts) for row in cells if not _header(row, where, counts)]
    rows = [row for row in rows if not row.empty]
    rows = _topics(rows, counts)
    found = [pair for pair in _filled(rows, counts) if pair]
    found = [pair if pair.topic else pair._replace(topic=title) for pair in found]
    for code in ("broken_rows", "repeated_header", "no_answer", "no_question", "long_cells", "headings", "filled_down"):
        if counts[code]:
            problems.append(Problem(code, file, {"count": counts[code]}))
    texts = {text for pair in found for text in pair[:2]}
    for code, test in (("formula", like_formula), ("html", like_html)):
        if count := sum(map(test, texts)):
            problems.append(Problem(code, file, {"count": count}))
    return found


def _header(row: Sequence[str], where: Layout, counts: Counter) -> bool:
    """Each page of a printed list has its header again."""
    if where.header < 0 or any(row[c].strip() != where.names[c] for c in (*where.questions, where.answer)):
        return False
    counts["repeated_header"] += 1
    return True


def _row(cells: Sequence[str], where: Layout, counts: Counter) -> Row:
    def text(column: int | None, longest: int) -> str:
        if column is None:
            return ""
        return _cut(clean(cells[column][: 4 * longest]), longest, len(cells[column]), counts)

    asked = [part for c in where.questions for part in wordings(clean(cells[c][:100_000]))]
    asked = [_cut(part, LONGEST_QUESTION, len(part), counts) for part in asked]
    answer, topic = text(where.answer, LONGEST_ANSWER), _known(text(where.topic, LONGEST_LABEL))
    source, broken = _known(text(where.source, 2 * LONGEST_LABEL)), bool(cells[-1].strip())
    return Row(tuple(dict.fromkeys(asked)), answer, topic, source, broken)


def _cut(text: str, longest: int, length: int, counts: Counter) -> str:
    counts["long_cells"] += max(len(text), length if length > 4 * longest else 0) > longest
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _known(text: str) -> str:
    return "" if nothing(text) else " ".join(text.split())


def _topics(rows: list[Row], counts: Counter) -> list[Row]:
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
    counts["headings"] = len(bare)
    topics = _down([row.questions[0] if row.heading else "" for row in rows])
    return [replace(row, topic=topic) for row, topic in zip(rows, topics, strict=True) if row.answer]


def _down(cells: list[str]) -> list[str]:
    made = []
    for cell in cells:
        made.append(cell or (made[-1] if made else ""))
    return made


def _filled(rows: list[Row], counts: Counter) -> Iterable[Pair]:
    """An empty answer below a filled one is a merged cell: the answer above, unless the topic is another one."""
    above = None
    for row in rows:
        if row.broken:
            counts["broken_rows"] += 1
            above = None
        elif not row.questions:
            counts["no_question"] += bool(row.answer) and not nothing(row.answer)
        elif nothing(row.answer) and (row.answer or above is None or row.topic not in ("", above.topic)):
            counts["no_answer"] += len(row.questions)
            above = None
        elif nothing(row.answer):
            counts["filled_down"] += len(row.questions)
            yield from (Pair(question, *above[1:]) for question in row.questions)
        else:
            above = Pair("", row.answer, row.topic, row.source)
            yield from (Pair(question, *above[1:]) for question in row.questions)
