"""Many files with the class each belongs to -> one `Pictures`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from .decode import Unusable, decode
from .pictures import Pictures, PicturesError, Problem

ENOUGH = 5
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Entry:
    """A file still to be read: its class, its name within the class, and how to get its bytes (may raise Unusable)."""

    label: str
    name: str
    read: Callable[[], bytes]

    @property
    def path(self) -> str:
        return f"{self.label}/{self.name}"


@dataclass(frozen=True)
class Wanted:
    """How pictures are to be gathered; see `load_folder`."""

    size: int = 192
    group_pattern: str | None = None
    max_pictures: int = 3000
    max_classes: int = 6
    progress: Progress | None = None
    one_class: bool = False

    def __post_init__(self):
        if not 16 <= self.size <= 1024:
            raise ValueError("size must be 16 to 1024 pixels")
        re.compile(self.group_pattern or "")  # a wrong pattern is the caller's mistake: re.error, at once


def alphabetical(name: str) -> tuple[str, str]:
    """Sorting key that puts Ä beside A, whatever the machine's language."""
    return unicodedata.normalize("NFKD", name).casefold(), name


def collect(entries: list[Entry], folders: Iterable[str], problems: list[Problem], wanted: Wanted) -> Pictures:
    """Decode `entries` one at a time; `folders` are classes that exist though they may hold nothing.

    What is wrong with single files is added to `problems`. Raises PicturesError when fewer than two classes are left.
    """
    classes = sorted({*folders, *(e.label for e in entries)}, key=alphabetical)
    if len(classes) > wanted.max_classes:
        kept = classes[: wanted.max_classes]
        values = {"limit": wanted.max_classes, "count": len(classes), "kept": ", ".join(kept)}
        problems.append(Problem("too_many_classes", "", values))
        classes, entries = kept, [e for e in entries if e.label in kept]
    entries = sorted(entries, key=lambda e: alphabetical(e.path))
    entries = [entries[i] for i in capped([e.label for e in entries], wanted.max_pictures, problems)]
    images, used = _decoded(entries, wanted, problems)
    counts = Counter(e.label for e in used)
    problems += [Problem("empty_class", c, {"minimum": ENOUGH}) for c in classes if not counts[c]]
    groups = [_group(e.name, image, wanted.group_pattern) for e, image in zip(used, images, strict=True)]
    return assemble(images, [e.label for e in used], [e.name for e in used], groups, problems, wanted.one_class)


def capped(labels: list[str], most: int, problems: list[Problem]) -> list[int]:
    """Which to keep: at most `most`, the classes equally represented as far as they go."""
    if len(labels) <= most:
        return list(range(len(labels)))
    problems.append(Problem("too_many_pictures", "", {"limit": most, "count": len(labels)}))
    seen: Counter = Counter()
    ranked = []
    for i, label in enumerate(labels):
        ranked.append((seen[label], i))
        seen[label] += 1
    return sorted(i for _, i in sorted(ranked)[:most])


def _decoded(entries: list[Entry], wanted: Wanted, problems: list[Problem]) -> tuple[list[np.ndarray], list[Entry]]:
    """Pictures shaped like the first lie one after the other in one piece of memory: see `_stacked`."""
    images, used, block = [], [], None
    for done, entry in enumerate(entries, 1):
        try:
            image, more_frames = decode(entry.read(), wanted.size)
        except Unusable as reason:
            problems.append(Problem(reason.code, entry.path, reason.values))
        else:
            block = np.empty((len(entries), *image.shape), np.uint8) if block is None else block
            if image.shape == block.shape[1:]:
                block[len(images)] = image
                image = block[len(images)]
            images.append(image)
            used.append(entry)
            if more_frames:
                problems.append(Problem("first_frame", entry.path))
        if wanted.progress:
            wanted.progress(done, len(entries))
    return images, used


def _group(name: str, image: np.ndarray, pattern: str | None) -> str:
    """What `pattern` finds in the file name (its first bracket, if any), else the picture's own fingerprint.

    A name would not do: phones call every photo taken in the browser image.jpg.
    """
    found = re.search(pattern, name.rsplit("/", 1)[-1]) if pattern else None
    if not found:
        return _fingerprint(image)
    return next((bracket for bracket in found.groups() if bracket is not None), found.group())


def _fingerprint(image: np.ndarray) -> str:
    return hashlib.sha256(repr(image.shape).encode() + image.tobytes()).hexdigest()[:16]


def assemble(
    images: list[np.ndarray],
    labels: list[str],
    names: list[str],
    groups: list[str],
    problems: list[Problem],
    one_class: bool = False,
) -> Pictures:
    """One array of one size, with notes added to `problems`."""
    classes = tuple(sorted(set(labels), key=alphabetical))
    if not classes:
        raise PicturesError(Problem("no_pictures", "", {"minimum": ENOUGH}), tuple(problems))
    if len(classes) == 1 and not one_class:
        raise PicturesError(Problem("one_class", classes[0], {"count": len(labels)}), tuple(problems))
    counts = Counter(labels)
    few = [c for c in classes if counts[c] < ENOUGH]
    problems += [Problem("few_pictures", c, {"count": counts[c], "minimum": ENOUGH}) for c in few]
    together = _duplicates(images, labels, names, np.array(groups, dtype=str), problems)
    return Pictures(
        images=_stacked(images, problems),
        labels=np.array([classes.index(label) for label in labels]),
        classes=classes,
        names=tuple(names),
        groups=together,
        problems=tuple(problems),
    )


def _duplicates(images, labels, names, groups: np.ndarray, problems: list[Problem]) -> np.ndarray:
    """Put equal pictures into one group, so that a split never tears them apart, and say so."""
    first: dict[str, int] = {}
    twice, torn = [], []
    for i, image in enumerate(images):
        j = first.setdefault(_fingerprint(image), i)
        if j != i:
            groups = np.where(groups == groups[i], groups[j], groups)
            (twice if labels[i] == labels[j] else torn).append(names[i])
    for code, found in (("duplicate", twice), ("contradiction", torn)):
        if found:
            problems.append(Problem(code, found[0], {"count": len(found)}))
    return groups


def _stacked(images: list[np.ndarray], problems: list[Problem]) -> np.ndarray:
    """All in one shape, padded to the largest height and width; a pixel more or less is but rounding."""
    shapes = np.array([image.shape[:2] for image in images])
    height, width = shapes.max(axis=0)
    if np.ptp(shapes, axis=0).max() > 1:
        problems.append(Problem("mixed_shapes"))
    block = images[0].base
    if isinstance(block, np.ndarray) and all(_is_row(image, block, i) for i, image in enumerate(images)):
        return block[: len(images)]  # a copy would double the memory
    stack = np.empty((len(images), height, width, 3), np.uint8)
    for i, image in enumerate(images):
        stack[i] = _padded(image, height, width)
    return stack


def _is_row(image: np.ndarray, block: np.ndarray, i: int) -> bool:
    if image.base is not block or image.shape != block.shape[1:] or image.strides != block.strides[1:]:
        return False
    return image.ctypes.data == block.ctypes.data + i * block.strides[0]


def _padded(image: np.ndarray, height: int, width: int) -> np.ndarray:
    """In the middle of a field that has the median colour of its own border."""
    h, w = image.shape[:2]
    if (h, w) == (height, width):
        return image
    border = np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])
    field = np.empty((height, width, 3), np.uint8)
    field[:] = np.median(border, axis=0)
    top, left = (height - h) // 2, (width - w) // 2
    field[top : top + h, left : left + w] = image
    return field
