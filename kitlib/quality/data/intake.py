"""A person's own pictures: from a folder, from a ZIP file, from single files. Nothing is ever written to disk."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePosixPath

from .archive import members
from .collect import Entry, Progress, Wanted, assemble, capped, collect
from .decode import FILE_BYTES, Unusable
from .pictures import Pictures, PicturesError, Problem

MOST_FILES = 100_000
_NOISE = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "@eadir", "$recycle.bin"})
_RECOMPUTED = frozenset({"few_pictures", "duplicate", "contradiction", "mixed_shapes"})
Parts = tuple[str, ...]
Found = list[tuple[Parts, object]]


def load_folder(
    path: str | os.PathLike,
    *,
    size: int = 192,
    group_pattern: str | None = None,
    max_pictures: int = 3000,
    max_classes: int = 6,
    progress: Progress | None = None,
) -> Pictures:
    """Read a folder whose sub-folders are the classes; these may hold further folders, and one may be around all.

    size: length of the long side in pixels. Pictures of different shape are padded to the largest height and width.
    group_pattern: regular expression searched in the file name; what it finds (its first bracket, if any) names the
        group of pictures that belong together, such as the part. Without it, or if nothing is found, each file is one.
    max_pictures, max_classes: what goes beyond is left out, with a note.
    progress: called as progress(done, total) after each file.
    Hidden and system files are ignored, links out of the folder are not followed; any other file that is no usable
    picture is named in `problems`. Classes come in alphabetical order. Raises PicturesError if fewer than two are left.
    """
    wanted, root = Wanted(size, group_pattern, max_pictures, max_classes, progress), Path(path)
    if not root.is_dir():
        raise PicturesError(Problem("no_folder", str(path)))
    problems: list[Problem] = []
    files, folders = _walk(root.resolve(), problems)
    return _sorted_out(files, folders, problems, wanted)


def load_files(files: Iterable[tuple[str, bytes]], class_name: str | None = None, **options) -> Pictures:
    """Pictures from (name, content) pairs; the class is `class_name`, else the folder in the name ("ok/picture.jpg").

    With `class_name` one class is enough; put several together with `combine`. `options` as for `load_folder`.
    """
    wanted = Wanted(**options, one_class=class_name is not None)
    found = [(_parts(name), partial(bytes, content)) for name, content in files]
    if class_name is None:
        return _sorted_out(found, [], [], wanted)
    entries = [Entry(class_name, parts[-1], read) for parts, read in found if parts and not _noise(parts)]
    return collect(entries, [class_name], [], wanted)


def load_zip(data: bytes, name: str = "ZIP", **options) -> Pictures:
    """Pictures from a ZIP file with folders as `load_folder` wants them; `options` as there. `name` is for messages."""
    wanted, problems = Wanted(**options), []
    with members(bytes(data), name, MOST_FILES, problems) as (files, folders):
        found = [(_parts(path), read) for path, read in files]
        return _sorted_out(found, [_parts(path) for path in folders], problems, wanted)


def combine(several: Iterable[Pictures], max_pictures: int = 3000) -> Pictures:
    """Put sets of the same `size` together, classes of one name into one; a single class will do.

    What goes beyond `max_pictures` is left out, with a note. Raises PicturesError when there is nothing at all.
    """
    several = list(several)
    problems = [p for pictures in several for p in pictures.problems if p.code not in _RECOMPUTED]
    images = [image for pictures in several for image in pictures.images]
    labels = [pictures.classes[label] for pictures in several for label in pictures.labels]
    names = [name for pictures in several for name in pictures.names]
    groups = [str(group) for pictures in several for group in pictures.groups]
    kept = capped(labels, max_pictures, problems)
    images, labels, names, groups = ([part[i] for i in kept] for part in (images, labels, names, groups))
    return assemble(images, labels, names, groups, problems, one_class=True)


def _parts(name: str) -> Parts:
    """A path in pieces that can be shown: one spelling of umlauts, nothing that is no text or turns the line round."""
    text = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8")).replace("\\", "/")
    return PurePosixPath("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)).parts


def _noise(parts: Parts) -> bool:
    return any((p.startswith(".") and p != "..") or p.casefold() in _NOISE for p in parts)


def _outside(parts: Parts) -> bool:
    """Such names only come from archives and programs that mean harm, or are broken."""
    return parts[0].startswith("/") or ".." in parts or (len(parts[0]) == 2 and parts[0].endswith(":"))


def _sorted_out(files: Found, folders: list[Parts], problems: list[Problem], wanted: Wanted) -> Pictures:
    """Find the class of each file by its folder."""
    files = [(parts, read) for parts, read in files if parts and not _noise(parts)]
    problems += [Problem("path_outside", "/".join(parts)) for parts, _ in files if _outside(parts)]
    files = [(parts, read) for parts, read in files if not _outside(parts)]
    folders = [parts for parts in folders if parts and not _noise(parts) and not _outside(parts)]
    files, folders = _unwrapped(files, folders)
    problems += [Problem("no_class", parts[0]) for parts, _ in files if len(parts) == 1]
    entries = [Entry(parts[0], "/".join(parts[1:]), read) for parts, read in files if len(parts) > 1]
    return collect(entries, {parts[0] for parts in folders}, problems, wanted)


def _unwrapped(files: Found, folders: list[Parts]) -> tuple[Found, list[Parts]]:
    """Without the one folder around all, as it comes about when a folder is packed."""
    tops = {parts[0] for parts, _ in files if len(parts) > 1} | {parts[0] for parts in folders}
    deep = any(len(parts) > 2 for parts, _ in files) or any(len(parts) > 1 for parts in folders)
    if len(tops) != 1 or not deep:
        return files, folders
    return [(p[1:] if len(p) > 1 else p, read) for p, read in files], [p[1:] for p in folders if len(p) > 1]


def _walk(root: Path, problems: list[Problem]) -> tuple[Found, list[Parts]]:
    files, folders = [], []

    def parts(path: str) -> Parts:
        return _parts(os.path.relpath(path, root))

    def unreadable(error: OSError) -> None:
        problems.append(Problem("unreadable", "/".join(parts(error.filename))))

    for here, below, names in os.walk(root, onerror=unreadable):
        below[:] = [name for name in below if not _noise((name,))]
        for path in (os.path.join(here, name) for name in below):
            if os.path.islink(path):
                problems.append(Problem("link", "/".join(parts(path))))
            else:
                folders.append(parts(path))
        files += [(parts(path), partial(_read, root, path)) for path in (os.path.join(here, name) for name in names)]
        if len(files) > MOST_FILES:
            raise PicturesError(Problem("too_many_files", str(root), {"limit": MOST_FILES}))
    return files, folders


def _read(root: Path, path: str) -> bytes:
    try:
        if not Path(path).resolve().is_relative_to(root):
            raise Unusable("link")
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):  # a pipe or device would be waited for without end
            raise Unusable("not_picture")
        if found.st_size > FILE_BYTES:
            raise Unusable("file_too_big", limit=FILE_BYTES // 2**20)
        return Path(path).read_bytes()
    except OSError:
        raise Unusable("unreadable") from None
