"""Which column of a FAQ is what: recognised by its name, in German and English, else by what is in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kitlib.tables.names import HEADER_WITHIN, named, nearest, plain
from kitlib.tables.tabular import MOST_COLUMNS

from .column_names import LOOSE, NAMES, OTHER, WEAK
from .contents import by_content, has_header
from .problems import FaqError, Problem

ROLES = ("question", "answer", "topic", "source")


@dataclass(frozen=True)
class Layout:
    """header: row of the header, counted from 0, or -1. names: of all columns. questions: columns of questions.

    answer, topic, source: columns or None. labels: the answer is a mere label. guessed: told by content, not by names.
    """

    header: int
    names: tuple[str, ...]
    questions: tuple[int, ...]
    answer: int
    topic: int | None = None
    source: int | None = None
    labels: bool = False
    guessed: bool = field(default=False)


def key(name: str) -> str:
    """A name without brackets, numbers at its end and the language behind it."""
    name = re.sub(r"[ _-](de|en|deu|eng|ger)$", "", name[:200].strip().casefold())
    made = plain(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", name)) or plain(name)
    return re.sub(r"(?<=[a-z])\d+$", "", made)


def recognised(row: Sequence[str]) -> dict[str, list[int]]:
    """role (also intent) -> columns, best first, for what the names in `row` tell."""
    keys, found = [key(name) for name in row], {}
    if not {"q", "a"} <= set(keys):  # one letter alone tells nothing
        keys = ["" if one in ("q", "a") else one for one in keys]
    for role, names in NAMES.items():
        rank = {name: i for i, name in enumerate(names)}
        places = sorted((rank[one], column) for column, one in enumerate(keys) if one in rank)
        if not places and role in LOOSE:
            places = [(0, column) for column, one in enumerate(keys) if _loosely(one, role)]
        if places:
            found[role] = [column for _, column in places]
    return found


def _loosely(one: str, role: str) -> bool:
    other = LOOSE["answer" if role == "question" else "question"]
    if len(one) > 40 or any(part in one for part in (*other, *OTHER)) or one.endswith(("id", "nr", "no")):
        return False
    return any(part in one for part in LOOSE[role])


def known(row: Sequence[str]) -> int:
    """How much the names in a row tell."""
    row = row[:MOST_COLUMNS]
    found = recognised(row)
    _weak(found, row)
    return len(found)


def layout(rows: Sequence[Sequence[str]], told: Mapping[str, str] | None, file: str) -> Layout:
    """Find the header among the first `rows` and say what the columns are. told: role -> name, as the user says.

    Raises FaqError (missing_column, one_column).
    """
    header = _header(rows, told)
    names = tuple(" ".join(name.split()) for name in rows[header]) if header >= 0 else ()
    found = recognised(names) if not told else _told(told, names, file)
    _weak(found, names)
    below = rows[header + 1 :]
    guessed = {}
    if "question" not in found or not ({"answer", "intent"} & set(found)):
        taken = {column for role, columns in found.items() if role in ("question", "answer") for column in columns}
        guessed = by_content(below or rows, taken, need_question="question" not in found, topic=found.get("topic"))
        if header < 0 and guessed and has_header(rows, guessed):
            header, names = 0, tuple(" ".join(name.split()) for name in rows[0])
        found |= {role: [column] for role, column in guessed.items() if role not in found}
    named_so = names or _first(rows)
    return _made(header, names or _numbers(rows), found, bool({"question", "answer"} & set(guessed)), file, named_so)


def _numbers(rows) -> tuple[str, ...]:
    return tuple(str(i + 1) for i in range(max(map(len, rows), default=0)))


def _first(rows) -> tuple[str, ...]:
    """Columns by the words on top of them where these look like names: what somebody calls them, unknown here."""
    top = [" ".join(cell.split()) for cell in rows[0]] if rows else []
    like_names = top and all(cell and len(cell) <= 40 and not any(map(str.isdigit, cell)) for cell in top)
    return tuple(top) if like_names else _numbers(rows)


def _header(rows, told) -> int:
    """The row whose names tell most. A name that comes again below it is none."""
    wanted = {plain(name) for name in (told or {}).values()}
    best, most = -1, (0, 0)
    for i, row in enumerate(rows[:HEADER_WITHIN]):
        found = recognised(row)
        columns = [c for role in ("question", "answer") for c in found.get(role, ())]
        enough = known(row) > 1 or (columns and sum(row[c] in other[c : c + 1] for c in columns for other in rows) == 1)
        score = (len(wanted & set(map(plain, row))), known(row) if enough and _short(row) else 0)
        if score > most:
            best, most = i, score
    return best


def _short(row: Sequence[str]) -> bool:
    return max(map(len, row)) <= 80 and sum(bool(cell.strip()) for cell in row) > 1


def _told(told, names, file) -> dict[str, list[int]]:
    found = recognised(names)
    for role, name in told.items():
        column = named(name, names)
        if column is None:
            raise FaqError(_missing(role, names, file))
        found = {r: [c for c in columns if c != column] for r, columns in found.items()} | {role: [column]}
    return {role: columns for role, columns in found.items() if columns}


def _weak(found: dict[str, list[int]], names: Sequence[str]) -> None:
    """Title and Text: names that may be one or the other."""
    for role in ("question", "answer"):
        if role in found or (role == "answer" and "intent" in found):
            continue
        taken = {column for columns in found.values() for column in columns}
        place = {key(name): column for column, name in reversed([*enumerate(names)]) if column not in taken}
        if columns := [place[name] for name in WEAK[role] if name in place]:
            found[role] = columns[:1]


def _made(header: int, names: tuple[str, ...], found: dict[str, list[int]], guessed: bool, file: str, said) -> Layout:
    """said: the columns as a message names them."""
    if len(names) < 2:
        raise FaqError(Problem("one_column", file, {"found": names[0][:60] if names else ""}))
    label = next((found[role][0] for role in ("intent", "topic") if role in found), None)
    if "question" not in found or ("answer" not in found and label is None):
        raise FaqError(_missing("answer" if "question" in found else "question", said, file))
    labels = "answer" not in found
    answer = label if labels else found["answer"][0]
    questions = tuple(column for column in found["question"] if column != answer)
    if not questions:
        raise FaqError(Problem("same_column", names[answer]))
    topic = next((found[role][0] for role in ("topic", "intent") if role in found), None)
    source = found.get("source", [None])[0]
    return Layout(header, names, questions, answer, topic, source if source != answer else None, labels, guessed)


def _missing(role: str, names: Sequence[str], file: str) -> Problem:
    near = nearest([name for name in names if name] or list(names), NAMES.get(role, NAMES["question"]))
    shown = tuple(names[:12]) + (("…",) if len(names) > 12 else ())
    values = {"role": role, "columns": tuple(names), "nearest": near, "question": role == "question"}
    return Problem("missing_column", file, values | {"found": ", ".join(shown), "guess": ", ".join(near)})
