"""Checks docs/competencies.md: every place it names is there, and every place named as a check asks somebody something.

    python tools/check_coverage.py     what is gone (exit code 1)

Places are links: FILE#cell of a lesson, FILE#section of a deck or run sheet, FILE#table of a glossary, FILE#test.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lesson_source import ROOT, read_lesson

sys.path.insert(0, str(ROOT))

from kitlib.trainer.source import read

TABLE = ROOT / "docs" / "competencies.md"
ROWS = {*map(str, range(1, 18)), *(f"R{n:02}" for n in range(1, 31))}
NOT_YET = "not yet"
_LINK = re.compile(r"\[[^\]]*\]\((?P<file>[^)#]+)(?:#(?P<place>[^)]+))?\)")


@lru_cache(maxsize=64)
def places(path: Path) -> dict[str, bool]:
    """The places in a file, and whether each asks those who take part something."""
    if path.parent.name == "src" and path.suffix == ".py":
        return {cell.id: ".start(" in cell.code for cell in read_lesson(path).cells}
    if path.suffix == ".md" and path.parent.name in ("src", "trainer"):
        return {section.id: section.check for section in read(path).sections}
    if path.suffix == ".toml":
        return dict.fromkeys(tomllib.loads(path.read_text("utf-8")), False)
    if path.suffix == ".py":
        return dict.fromkeys(re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE), True)
    return {}


def check(table: Path = TABLE) -> Iterator[str]:
    """What is wrong with the table, a line each."""
    rows = [line.split(" | ") for line in table.read_text("utf-8").splitlines() if re.match(r"\| R?\d", line)]
    named = [row[0].strip("| ") for row in rows]
    yield from (f"row {name} is missing or stands twice" for name in sorted(ROWS) if named.count(name) != 1)
    for row in rows:
        name, (taught, checked) = row[0].strip("| "), row[-2:]
        if (taught == NOT_YET) != (checked.strip("| ") == NOT_YET):
            yield f"{name}: what is taught is checked too; 'not yet' stands in both cells or in none"
        for cell, asks in ((taught, False), (checked, True)):
            yield from (f"{name}: {problem}" for problem in _cell(cell, asks, table.parent))


def _cell(cell: str, asks: bool, folder: Path) -> Iterator[str]:
    links = list(_LINK.finditer(cell))
    if not links and NOT_YET not in cell:
        yield "names no place"
    for link in links:
        path = (folder / link["file"]).resolve()
        if not path.is_file():
            yield f"{link['file']} is gone"
        elif link["place"] and link["place"] not in places(path):
            yield f"{link['file']} has no place {link['place']}"
        elif asks and not places(path).get(link["place"], False):
            yield f"{link['file']}#{link['place']} is named as a check and asks nobody anything"


def main() -> int:
    found = list(check())
    print("\n".join(found) or f"All {len(ROWS)} rows name places that are there.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
