"""Bytes nobody has looked at -> tables of text. What kind of file it is, is told from its content, not its name."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from .problem import IntakeError, Problem

FILE_BYTES = 200 * 2**20  # as text, unpacked: about 4 million rows
MOST_COLUMNS = 1000
HEAD_LINES = 100
_OTHER_FILES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"Rar!", b"7z\xbc\xaf", b"II*\0", b"MM\0*", b"\x7fELF")
_OTHER_FILES += (b"SQLite format 3", b"PAR1", b"{\\rtf", b"\x1f\x8b")  # the last: packed once more


@dataclass(frozen=True)
class Table:
    """A table still to be read.

    head: its first rows as text, to find out what the columns are.
    read: (columns, first row, quotes) -> pieces with these columns of text and the column "spare", which is filled
        where a row has more cells than the header. Their index is the number of the row as Excel shows it, 0 where the
        file has none. Pieces, since two million rows at once are large. quotes: whether quotation marks may hold a
        cell together. May raise ValueError.
    sheet: its name, in a workbook. problems: what was noticed so far.
    """

    head: Sequence[Sequence[str]]
    read: Callable[[Sequence[int], int, bool], Iterator[pd.DataFrame]]
    sheet: str = ""
    problems: tuple[Problem, ...] = ()


def unpacked(content: bytes, file: str) -> bytes:
    """Without the gzip around it, which may claim anything: never more than FILE_BYTES is unpacked."""
    if len(content) > FILE_BYTES:
        raise IntakeError(Problem("file_too_big", file, {"limit": FILE_BYTES // 2**20}))
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            content = packed.read(FILE_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise IntakeError(Problem("damaged", file)) from None
    if len(content) > FILE_BYTES:
        raise IntakeError(Problem("file_too_big", file, {"limit": FILE_BYTES // 2**20}))
    return content


def refuse(content: bytes, file: str) -> None:
    """Say by name what is no table at all."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if not start:
        raise IntakeError(Problem("empty_file", file))
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise IntakeError(Problem("password" if locked else "old_excel", file))
    if re.match(rb"<(!doctype|html|head|body|table|\?xml|meta|style|script|!--|[a-z:]*workbook)", start.lower()):
        raise IntakeError(Problem("html_table", file))
    if start.lower().replace(b"\0", b"").startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):  # in UTF-16
        raise IntakeError(Problem("html_table", file))
    if content.startswith(_OTHER_FILES) or start.startswith((b"{", b"[{")):
        raise IntakeError(Problem("not_table", file))
