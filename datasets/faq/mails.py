"""Makes mails.csv, mails to a firm with the department each belongs to: `python datasets/faq/mails.py`."""

from __future__ import annotations

import csv
import sys
import tomllib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEPARTMENTS = ("sales", "logistics", "accounting", "quality", "engineering", "hr")
KINDS = ("plain", "two", "other")
COLUMNS = ("lang", "department", "kind", "second", "urgent", "subject", "text")
WORDS = (22, 90)
"""A mail has so many words, greeting included."""


def load() -> list[dict]:
    parts = [tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "src").glob("mails*.toml"))]
    return [mail for part in parts for mail in part["mail"]]


def rows(mails: list[dict]) -> list[dict]:
    """The same mails in both languages, in the same order; urgent is "yes" or ""."""
    return [
        {
            "lang": lang,
            "department": mail["department"],
            "kind": mail["kind"],
            "second": mail.get("second", ""),
            "urgent": "yes" if mail.get("urgent") else "",
            "subject": mail[lang]["subject"],
            "text": mail[lang]["text"].strip(),
        }
        for lang in ("de", "en")
        for mail in mails
    ]


def mistakes(made: list[dict]) -> list[str]:
    """What is wrong with the mails, a sentence each."""
    found = []
    for row in made:
        name, second = f"{row['lang']}, {row['subject']!r}", row["second"]
        own = "none" if row["kind"] == "other" else row["department"]
        if row["kind"] not in KINDS or row["department"] != own or own not in (*DEPARTMENTS, "none"):
            found.append(f"{name}: department {row['department']!r}, kind {row['kind']!r}")
        if (second in DEPARTMENTS and second != own) != (row["kind"] == "two"):
            found.append(f"{name}: second department {second!r}")
        if not WORDS[0] <= len(row["text"].split()) <= WORDS[1]:
            found.append(f"{name}: {len(row['text'].split())} words")
    same = Counter((row["lang"], row["text"]) for row in made)
    return found + [f"twice in {lang}: {text!r}" for (lang, text), times in same.items() if times > 1]


def main() -> None:
    made = rows(load())
    if wrong := mistakes(made):
        print(*wrong, sep="\n")
        sys.exit(1)
    with (HERE / "mails.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)


if __name__ == "__main__":
    main()
