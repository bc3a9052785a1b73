"""Makes private.csv, texts with marked personal details, from src/private_*.toml: `python datasets/faq/private.py`."""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = ("name", "email", "phone", "iban", "customer", "staff", "birth", "address", "plate")
MARK = re.compile(r"\{(\w+)\|([^{}]+)\}")
COLUMNS = ("lang", "use", "id", "text", "spans")


def unmarked(marked: str) -> tuple[str, str]:
    """The text without its marks, and its spans as "kind:start:end kind:start:end"; ends are exclusive."""
    text, spans, last = "", [], 0
    for found in MARK.finditer(marked):
        kind, words = found.groups()
        if kind not in KINDS:
            raise ValueError(f"kind {kind!r} in {marked!r}")
        text += marked[last : found.start()]
        spans.append(f"{kind}:{len(text)}:{len(text) + len(words)}")
        text, last = text + words, found.end()
    text += marked[last:]
    if "{" in text or "}" in text:
        raise ValueError(f"a mark cannot be read in {marked!r}")
    return text, " ".join(spans)


def rows(source: dict) -> list[dict]:
    """Every second text is kept back: "build" may be looked at while the recogniser is made, "held" never."""
    uses = ("build", "held")
    given = [(uses[n % 2], str(n), text) for n, text in enumerate(source["texts"])]
    given += [("shown", one["id"], one["text"].strip()) for one in source["shown"]]
    return [dict(zip(COLUMNS, (source["lang"], use, name, *unmarked(text)), strict=True)) for use, name, text in given]


def main() -> None:
    sources = [tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "src").glob("private_*.toml"))]
    with (HERE / "private.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for source in sources for row in rows(source))


if __name__ == "__main__":
    main()
