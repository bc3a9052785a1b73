"""An Excel workbook nobody has looked at -> tables of text. Formulas are not computed: what Excel stored is taken."""

from __future__ import annotations

import io
import threading
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from itertools import islice

import pandas as pd

from .problem import IntakeError, Problem
from .tabular import FILE_BYTES, HEAD_LINES, MOST_COLUMNS, Table

MOST_CELLS = 3_000_000  # openpyxl reads about 100,000 a second
MOST_SHEETS = 20
_TAGS = 200_000  # in parts that hold no cells, such as formats: Excel allows 65,490 of them
_PART_BYTES = 8 * 2**20
_MOST_PARTS = 10_000
_ONE_AT_A_TIME = threading.Lock()  # thirty workbooks at once must not add up; and warnings are switched off for all


def sheets(content: bytes, file: str) -> list[Table]:
    """Each sheet with something in it. Raises IntakeError and nothing else."""
    _judge(content, file)
    with _workbook(content, file) as book:
        names = book.sheetnames[:MOST_SHEETS]
        heads = {name: _head(book, name) for name in names}
    found = [Table(rows, partial(_read, content, file, name), name) for name, rows in heads.items() if rows]
    if not found:
        raise IntakeError(Problem("empty_file", file))
    if (wide := max(len(row) for table in found for row in table.head)) > MOST_COLUMNS:
        raise IntakeError(Problem("too_many_columns", file, {"count": wide, "limit": MOST_COLUMNS}))
    return found


def _judge(content: bytes, file: str) -> None:
    """Unpack everything once, bit by bit: an archive may lie about its sizes, and openpyxl would believe it."""
    if content.count(zipfile.stringCentralDir) > _MOST_PARTS:
        raise IntakeError(Problem("zip_bomb", file))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "xl/workbook.bin" in names or "content.xml" in names:
                raise IntakeError(Problem("old_excel", file))
            if not any(name.casefold().endswith("workbook.xml") for name in names):
                raise IntakeError(Problem("archive", file))
            left = FILE_BYTES
            for member in archive.infolist():
                if member.filename.casefold().endswith((".xml", ".rels")):
                    left -= _judge_part(archive, member, left, file)
    except IntakeError:
        raise
    except Exception:  # anything may be wrong with arbitrary bytes
        raise IntakeError(Problem("damaged", file)) from None


def _judge_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, file: str) -> int:
    """Bytes it unpacks to. Raises IntakeError when they are more than allowed, or too many cells."""
    cells = "worksheets/" in member.filename or "sharedStrings" in member.filename
    size, tags, most = 0, 0, min(left, FILE_BYTES if cells else _PART_BYTES)
    with archive.open(member) as part:
        while chunk := part.read(2**16):
            size, tags = size + len(chunk), tags + chunk.count(b"<")
            if size > most or (tags > _TAGS and not cells) or b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
                raise IntakeError(Problem("zip_bomb", file))
            if tags > 4 * MOST_CELLS:  # <c><v></v></c>
                raise IntakeError(Problem("too_many_cells", file, {"limit": MOST_CELLS}))
    return size


@contextmanager
def _workbook(content: bytes, file: str) -> Iterator:
    import openpyxl  # takes a quarter of a second, which only those wait for who bring a workbook

    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of openpyxl, on parts it leaves out
        try:
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
        except IntakeError:
            raise
        except Exception:  # a reader fed with arbitrary bytes may raise anything
            raise IntakeError(Problem("damaged", file)) from None


def _filled(book, name: str, columns: Sequence[int] | None = None) -> Iterator[tuple[int, list[str]]]:
    """(number, cells) of the rows that are not empty, all cells or those of `columns`. Its claimed size is ignored."""
    sheet = book[name]
    if not hasattr(sheet, "reset_dimensions"):  # nothing but a chart
        return
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=2**20), 1):
        if any(value is not None for value in row):
            chosen = row if columns is None else [row[c] if c < len(row) else None for c in columns]
            yield number, [_text(value) for value in chosen]


def _head(book, name: str) -> list[list[str]]:
    return [row for _, row in islice(_filled(book, name), HEAD_LINES)]


def _text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))  # Excel knows no whole numbers: 4711 may be stored as 4711.0
    if isinstance(value, datetime | date):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    return str(value).strip()


def _read(content: bytes, file: str, name: str, columns: Sequence[int], start: int, quotes: bool) -> Iterator:
    """See `Table.read`; a sheet's rows are never too long, so "spare" stays empty."""
    with _workbook(content, file) as book:
        rows = list(islice(_filled(book, name, columns), start, None))
    numbers, cells = [n for n, _ in rows], [[*row, ""] for _, row in rows]
    yield pd.DataFrame(cells, numbers, [*columns, "spare"], dtype=object)
