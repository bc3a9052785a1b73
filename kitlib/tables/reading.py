"""A path or bytes -> the tables of text in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from .problem import IntakeError, Problem
from .tabular import FILE_BYTES, Table, refuse, unpacked
from .textfile import text_table
from .workbook import sheets

Known = Callable[[Sequence[str]], int]
"""How many names of columns a row holds that the demo recognises."""


def content_of(source: str | os.PathLike | bytes, filename: str | None = None) -> tuple[bytes, str]:
    """The bytes, and the name of the file for messages. Raises IntakeError (no_file, unreadable, file_too_big)."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), filename or "Tabelle"
    path = Path(source)
    if not path.exists():
        raise IntakeError(Problem("no_file", path.name))
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):  # a pipe or device would be waited for without end
            reason = Problem("unreadable", path.name)
        elif found.st_size > FILE_BYTES:
            reason = Problem("file_too_big", path.name, {"limit": FILE_BYTES // 2**20})
        else:
            return path.read_bytes(), filename or path.name
    except OSError:
        reason = Problem("unreadable", path.name)
    raise IntakeError(reason)


def tables(content: bytes, file: str, known: Known) -> list[Table]:
    """The tables in CSV (also .gz and .tsv, any usual separator and encoding) or Excel: one, or one for each sheet.

    known: tells the right separator from others. Raises IntakeError when there is no table.
    """
    content = unpacked(content, file)
    refuse(content, file)
    return sheets(content, file) if content.startswith(b"PK\x03\x04") else [text_table(content, file, known)]
