"""The files in a ZIP archive nobody has looked at. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from .decode import FILE_BYTES, Unusable
from .pictures import PicturesError, Problem

TOTAL_BYTES = 2 * 2**30  # unpacked; each file is read, made small and dropped
RATIO = 200  # pictures are packed already; only plain drawings as BMP or TIFF come near
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may ask for gigabytes to unpack a few bytes
Members = list[tuple[str, Callable[[], bytes]]]


@contextmanager
def members(data: bytes, name: str, most: int, problems: list[Problem]) -> Iterator[tuple[Members, list[str]]]:
    """The files as (path, read) and the folders' paths; `read` gives the bytes or raises Unusable.

    Encrypted files are counted in `problems`. Raises PicturesError when there is nothing to be read at all.
    """
    if data.count(zipfile.stringCentralDir) > most:  # before the whole directory is taken into memory
        raise PicturesError(Problem("too_many_files", name, {"limit": most}))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception:  # anything may be wrong with arbitrary bytes
        raise PicturesError(Problem("not_zip", name)) from None
    with archive:
        found = archive.infolist()
        encrypted = [m for m in found if m.flag_bits & 1]
        if encrypted:
            problems.append(Problem("zip_encrypted", name, {"count": len(encrypted)}))
        if encrypted and all(m.flag_bits & 1 or m.is_dir() for m in found):
            raise PicturesError(problems[-1])
        left = [TOTAL_BYTES]
        readable = [m for m in found if not m.is_dir() and not m.flag_bits & 1]
        yield [(_name(m), partial(_read, archive, m, left)) for m in readable], [_name(m) for m in found if m.is_dir()]


def _name(member: zipfile.ZipInfo) -> str:
    """Without the UTF-8 mark zipfile takes names for cp437, but macOS writes UTF-8 and a German Windows cp850."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: list[int]) -> bytes:
    """All of it, but never more than it claims; `left` holds what all files together may still unpack to."""
    if member.file_size > FILE_BYTES:
        raise Unusable("file_too_big", limit=FILE_BYTES // 2**20)
    if member.file_size > max(2**20, RATIO * member.compress_size) or member.file_size > left[0]:
        raise Unusable("zip_bomb")
    if member.compress_type not in _METHODS:
        raise Unusable("zip_method")
    left[0] -= member.file_size
    try:
        with archive.open(member) as file:
            return file.read(member.file_size)  # read() without a size would unpack 2 GiB before it looks at the claim
    except Exception:  # anything may be wrong with arbitrary bytes
        raise Unusable("damaged") from None
