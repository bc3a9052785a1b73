"""Which column holds questions and which answers, told by what is in them: questions ask, answers are longer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .wordings import asks

_WORDS = (
    r"(wie|was|wo|wohin|woher|wann|warum|wieso|weshalb|wer|wem|wen|welche[rsnm]?|kann|können|darf|muss|gibt|haben|habt"
    r"|ist|sind|bieten|bekomm|werden|how|what|where|when|why|who|which|can|could|do|does|is|are|may|will|should)\b"
)
_ASKING = re.compile(_WORDS, re.IGNORECASE)
_NUMBER = re.compile(r"[\W\d_]*|[A-Za-z]{0,4}[-_ ]?\d+")
ENOUGH = 0.25


@dataclass(frozen=True)
class Column:
    """number: of the column. filled, asking: shares, 0 to 1. length: mean in characters. words: mean in words.

    different: share of cells that are different from each other. numeric: share of numbers and codes. links: of links.
    """

    number: int
    filled: float
    asking: float
    length: float
    words: float
    different: float
    numeric: float
    links: float

    @property
    def label(self) -> bool:
        return self.words <= 5 and (self.different <= 0.6 or self.words <= 1.2)


def measured(rows: Sequence[Sequence[str]]) -> list[Column]:
    """Each column that is not empty."""
    made = []
    for number in range(max(map(len, rows), default=0)):
        cells = [row[number][:2000] for row in rows if number < len(row) and row[number].strip()]
        if n := len(cells):
            mean = lambda test, cells=cells, n=n: sum(map(test, cells)) / n  # noqa: E731
            made.append(
                Column(
                    number,
                    n / len(rows),
                    mean(lambda c: 1.0 if asks(c) else 0.6 * bool(_ASKING.match(c))),
                    mean(len),
                    mean(lambda c: len(c.split())),
                    len(set(cells)) / n,
                    mean(lambda c: bool(_NUMBER.fullmatch(c))),
                    mean(lambda c: c.startswith(("http://", "https://", "www."))),
                )
            )
    return made


def by_content(rows: Sequence[Sequence[str]], taken: set[int], need_question: bool, topic=None) -> dict[str, int]:
    """role -> column for question, answer, intent and topic among the columns that are not `taken`."""
    left = [c for c in measured(rows) if c.number not in taken and c.numeric < 0.5 and c.links < 0.8]
    found = {}
    if need_question:
        question = _question(left)
        if question is None:
            return {}
        found["question"] = question.number
        left = [c for c in left if c is not question]
    named = set(topic or ())
    answers = [c for c in left if not c.label and c.number not in named]
    if answers:
        found["answer"] = max(answers, key=lambda c: (c.length, -c.number)).number
    labels = [c for c in left if c.number != found.get("answer") and c.number not in named and c.filled > 0.05]
    if labels and not answers:
        found["intent"] = max(labels, key=lambda c: (c.different < 1, c.words, -c.number)).number
    return found


def _question(columns: list[Column]) -> Column | None:
    if not columns:
        return None
    best = max(columns, key=lambda c: (c.asking, -c.number))
    if best.asking >= ENOUGH:
        return best
    texts = [c for c in columns if not c.label]
    if not texts:
        return max(columns, key=lambda c: (c.different, c.length, -c.number))
    return min(sorted(texts, key=lambda c: -c.length)[:2], key=lambda c: (c.length, c.number))


def has_header(rows: Sequence[Sequence[str]], roles: dict[str, int]) -> bool:
    """Whether the first row names the columns: it asks nothing, and is short where those below are not."""
    if len(rows) < 3 or "question" not in roles:
        return False
    first, below = rows[0], measured(rows[1:])
    column = {c.number: c for c in below}
    cell = first[roles["question"]] if roles["question"] < len(first) else ""
    if asks(cell) or _ASKING.match(cell) or len(cell.split()) > 3 or not cell.strip():
        return False
    other = roles.get("answer", roles.get("intent"))
    if other is None or other >= len(first) or other not in column:
        return False
    if column[other].label:  # a label comes again, the name of its column does not
        return column[other].different < 1 and first[other] not in {row[other] for row in rows[1:] if other < len(row)}
    return column[roles["question"]].asking >= 0.5 and len(first[other]) < 0.4 * column[other].length
