"""A text file such as CSV -> a table of text: which letters, which separator, and where the rows are."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pandas as pd

from .names import HEADER_WITHIN
from .problem import IntakeError, Problem
from .tabular import HEAD_LINES, MOST_COLUMNS, Table

_HEAD_BYTES = 2**20
_SEPARATORS = (";", "\t", ",", "|", "::")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_UMLAUT_850 = re.compile(rb"[A-Za-z][\x81\x84\x94\xe1][a-z]")  # ü ä ö ß of an old till or merchandise program
_UMLAUT_1252 = re.compile(rb"[A-Za-z][\xfc\xe4\xf6\xdf][a-z]")
_CHUNK = 2**22
_ROWS = 100_000  # at a time
MOST_LINES = 3_000_000  # short lines: what is small as a file may be large as a table


def text_table(content: bytes, file: str, known: Callable[[Sequence[str]], int]) -> Table:
    """The table in a text file. known: how many names of columns a row holds. Raises IntakeError when there is none."""
    content, encoding, problems = letters(content, file)
    if max(content.count(b"\n"), content.count(b"\r")) > MOST_LINES:
        raise IntakeError(Problem("too_many_rows", file, {"limit": MOST_LINES}))
    lines = content[:_HEAD_BYTES].splitlines(keepends=True)
    if len(content) > _HEAD_BYTES and len(lines) > 1:
        del lines[-1]  # cut off in the middle
    start = 0
    if lines and (told := re.fullmatch(r"sep=(\t|[^\w\s\"])\s*", lines[0].decode(encoding, "replace"), re.IGNORECASE)):
        start = len(lines.pop(0))  # Excel writes its separator into the first line
        separators = (told[1],)
    else:
        separators = _SEPARATORS
    lines = lines[:HEAD_LINES]
    text = [line.decode(encoding, "replace") for line in lines]
    separator, quoting, rows, ends = _split(text, separators, file, known)
    if separator == "::":  # two letters, for which pandas has a slow way only
        content, separator = content.replace(b"::", b"\t"), "\t"
        lines = [line.replace(b"::", b"\t") for line in lines]
    begins = [(start + sum(map(len, lines[:end])), number) for end, number in ((0, 0), *ends)]
    options = {"sep": separator, "quoting": quoting, "encoding": encoding}
    return Table(rows, partial(_read, content, file, rows, begins, options), problems=problems)


def letters(content: bytes, file: str) -> tuple[bytes, str, tuple[Problem, ...]]:
    """The content in an encoding that keeps ASCII as it is, without byte order mark; its name; notes."""
    head = content[:4096]
    if wide := _utf16(head):
        content = content[: len(content) // 2 * 2].decode(wide, "replace").lstrip("\ufeff").encode("utf-8", "replace")
    content = content.removeprefix(codecs.BOM_UTF8)
    odd = sum(len(_NO_TEXT.findall(content[i : i + _CHUNK])) for i in range(0, len(content), _CHUNK))
    if odd > 10 + len(content) / 100:
        raise IntakeError(Problem("not_table", file))
    if odd:
        content = content.translate(None, bytes([*range(9), *range(14, 32), 127]))
    broken, whole = _utf8(content)
    if not broken:
        return content, "utf-8", ()
    if whole > 4 * broken:  # a few damaged letters in a file that is UTF-8 otherwise
        return content, "utf-8", (Problem("odd_letters", file, {"count": broken}),)
    old = len(_UMLAUT_850.findall(content[:_CHUNK])) > len(_UMLAUT_1252.findall(content[:_CHUNK]))
    return content, "cp850" if old else "cp1252", ()


def _utf16(head: bytes) -> str:
    """By the mark at the beginning, else by each second byte of plain letters being zero."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return name
    enough = len(head) * 0.4
    if head[1::2].count(0) > enough and not head[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > enough and not head[1::2].count(0) else ""


def _utf8(content: bytes) -> tuple[int, int]:
    """How many bytes are no UTF-8, and how many letters beyond ASCII are. (0, 0) for the usual case, found fast."""
    decoder = codecs.getincrementaldecoder("utf-8")
    strict = decoder()
    try:
        for i in range(0, len(content), _CHUNK):
            strict.decode(content[i : i + _CHUNK])
        strict.decode(b"", final=True)
        return 0, 0
    except UnicodeDecodeError:
        text = content[:_CHUNK].decode("utf-8", "replace")
        broken = text.count("\ufffd")
        return max(broken, 1), sum(1 for c in re.findall(r"[^\x00-\x7f]", text) if c != "\ufffd")


def _split(lines: list[str], separators: Sequence[str], file: str, known: Callable) -> tuple[str, int, list, list]:
    """The separator that makes the most sense of the lines, how quotation marks are meant, the rows, where they end.

    A separator is good when names of columns appear and most lines give equally many cells. Decimal commas do not do
    that: they are not in the header. Quotation marks that hold nothing together are letters like others (12" pipe).
    """
    best, most = None, (0, 0.0, 0)
    for separator in separators:
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            rows, ends = _rows(lines, separator, quoting)
            if not rows:
                continue
            names = max(map(known, rows[:HEADER_WITHIN]))
            width, count = Counter(map(len, rows)).most_common(1)[0]
            score = (names, count / len(lines), width) if width > 1 else (0, 0.0, 0)
            if score > most:
                best, most = (separator, quoting, rows, ends), score
    if best is None:
        raise IntakeError(_no_columns(lines, file))
    if max(map(len, best[2])) > MOST_COLUMNS:
        values = {"count": max(map(len, best[2])), "limit": MOST_COLUMNS}
        raise IntakeError(Problem("too_many_columns", file, values))
    return best


def _rows(lines: list[str], separator: str, quoting: int) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """The rows that are not empty; with how many lines each ends, and its number, for which empty ones count, too."""
    if separator == "::":
        lines, separator = [line.replace("::", "\t") for line in lines], "\t"
    reader, rows, ends = csv.reader(lines, delimiter=separator, quoting=quoting), [], []
    try:
        for number, row in enumerate(reader, 1):
            if any(cell.strip() for cell in row):
                rows.append([cell.strip() for cell in row])
                ends.append((reader.line_num, number))
    except csv.Error:  # a cell of more than 128 KB
        pass
    return rows, ends


def _no_columns(lines: list[str], file: str) -> Problem:
    filled = [" ".join(line.split()) for line in lines if line.strip("".join(_SEPARATORS) + '" \r\n')]
    if not filled:
        return Problem("empty_file", file)
    shown = filled[0][:60] + ("…" if len(filled[0]) > 60 else "")
    return Problem("one_column", file, {"found": shown})


def _read(content, file, rows, begins, options, columns: Sequence[int], start: int, quotes: bool) -> Iterator:
    """See `Table.read`. Rows with too few cells end in empty ones."""
    width, (begin, before) = len(rows[max(start - 1, 0)]), begins[start]
    # pandas takes the width from the first row: this one has the spare cell, and is dropped again
    text = b"".join([options["sep"].encode() * width, b"\n", memoryview(content)[begin:]])
    pieces = pd.read_csv(
        io.BytesIO(text),
        **options if quotes else options | {"quoting": csv.QUOTE_NONE},
        header=None,
        names=range(width + 1),
        usecols=[*columns, width],
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,  # or the rows below could not be numbered
        index_col=False,
        encoding_errors="replace",
        chunksize=_ROWS,
    )
    with pieces:
        for i, piece in enumerate(pieces):
            piece = piece.iloc[0 if i else 1 :].rename(columns={width: "spare"})
            yield piece.set_axis(piece.index + before)
