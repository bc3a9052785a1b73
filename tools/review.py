"""Remembers which German text was reviewed: when it changes, its English and Einfache Sprache are stale.

`notebooks/texts.lock` has one line a text, `file#key hash`, with the hash of the German text as it was when somebody
had read the three languages side by side.
"""

from __future__ import annotations

import fnmatch
import hashlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lesson_source import Finding

HEADER = "# Written by tools/check_texts.py --accept: the German text that was reviewed with its siblings.\n"


def lock_file(root: Path) -> Path:
    return root / "notebooks" / "texts.lock"


def fingerprint(german: str) -> str:
    """Hash of a text; line breaks and spaces do not count."""
    return hashlib.sha256(" ".join(german.split()).encode()).hexdigest()[:16]


def read(root: Path) -> dict[str, str]:
    path = lock_file(root)
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return dict(line.rsplit(" ", 1) for line in lines if line.strip() and not line.startswith("#"))


def check(texts: list, root: Path) -> Iterator[Finding]:
    """Texts that are new or whose German changed since the review, and reviewed texts that are gone."""
    reviewed = read(root)
    accept = "then run python tools/check_texts.py --accept"
    for text in texts:
        if reviewed.get(text.where, now := fingerprint(text.words.get("de", ""))) != now:
            message = f"stale, the German text changed: bring them in line, {accept} '{text.where}'"
            yield Finding(text.where, "en, einfach", message)
    new = [text.where.partition("#") for text in texts if text.where not in reviewed]
    for where, group in groupby(new, key=lambda parts: parts[0]):
        keys = ", ".join(key for _, _, key in group)
        yield Finding(where, "", f"not reviewed yet, read the languages side by side, {accept} '{where}#…': {keys}")
    for gone in sorted(reviewed.keys() - {text.where for text in texts}):
        yield Finding(gone, "", f"is in {lock_file(root).name} and nowhere else: run --accept '{gone}'")


def accept(texts: list, patterns: list[str], root: Path) -> list[str]:
    """Records the texts that match one of the patterns (`*` stands for anything); returns what changed."""
    old = read(root)
    now = {text.where: fingerprint(text.words.get("de", "")) for text in texts}
    matches = {key for key in old.keys() | now.keys() if any(fnmatch.fnmatchcase(key, p) for p in patterns)}
    new = {k: now.get(k) if k in matches else old.get(k) for k in old.keys() | now.keys()}
    lines = [f"{key} {value}\n" for key, value in sorted(new.items()) if value]
    lock_file(root).write_text(HEADER + "".join(lines), "utf-8", newline="\n")
    return sorted(key for key in matches if old.get(key) != new[key])
