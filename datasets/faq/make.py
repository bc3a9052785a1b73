"""Makes the FAQ set from src/*.toml: `python datasets/faq/make.py`, a second. See DATASHEET.md."""

from __future__ import annotations

import csv
import hashlib
import random
import sys
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

from babel.dates import format_date

HERE = Path(__file__).resolve().parent
LANGUAGES = ("de", "en", "einfach")
ASKED_IN = ("de", "en")
STATES = ("valid", "outdated", "contradicts", "gap")
WORDINGS, SEED = 8, 2026
"""So many wordings an entry of the FAQ has at least."""
LATER = {"everyday": 4, "unusual": 1}
"""So many wordings of each kind are drawn by lot and asked later: most people use the usual words."""


def sources(name: str) -> list[dict]:
    return [tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "src").glob(name))]


def source(entry: dict, documents: dict[str, dict], lang: str) -> str:
    """Where an answer is written, as the reader sees it."""
    document = documents[entry["document"]]
    section = {"de": "Abschnitt", "en": "section", "einfach": "Abschnitt"}[lang]
    state = {"de": "Stand", "en": "as of", "einfach": "Stand"}[lang]
    locale = "en_GB" if lang == "en" else "de_DE"
    day = format_date(document["date"], "long", locale=locale)
    return f"{document['title'][lang]}, {section} {entry['section']}, {state} {day}"


def answers(topics: list[dict], documents: dict[str, dict]) -> list[dict]:
    made = []
    for topic in topics:
        for entry in topic["entry"]:
            row = {"id": entry["id"], "state": entry["state"], "twin": entry.get("twin", "")}
            row |= {"department": topic["department"], "date": documents[entry["document"]]["date"].isoformat()}
            for lang in LANGUAGES:
                row[f"topic_{lang}"] = topic["topic"][lang]
                row[f"source_{lang}"] = source(entry, documents, lang)
                row[f"answer_{lang}"] = entry["answer"][lang]
            made.append(row)
    return made


def questions(topics: list[dict], everyday: dict[str, dict], far: list[dict]) -> list[dict]:
    made = []
    for lang in ASKED_IN:
        for topic in topics:
            for entry in topic["entry"]:
                made += split(entry, everyday.get(entry["id"], {}).get(lang, []), lang)
            made += [_asked(near["entry"], lang, "near", "", near[lang]) for near in topic["near"]]
        made += [_asked("", lang, "far", one["subject"], one[lang]) for one in far]
    return made


def split(entry: dict, everyday: list[str], lang: str) -> list[dict]:
    """The wordings of one entry: some asked later, drawn by lot, the others in the FAQ. Old entries: FAQ only."""
    kinds = {"everyday": everyday, "unusual": entry["faq"][lang] + entry.get("test", {}).get(lang, [])}
    lot, made = random.Random(f"{SEED} {entry['id']} {lang}"), []
    for kind, texts in kinds.items():
        later = lot.sample(texts, LATER[kind]) if everyday else []
        made += [_asked(entry["id"], lang, "test" if text in later else "faq", kind, text) for text in texts]
    return made


def _asked(entry: str, lang: str, use: str, kind: str, text: str) -> dict:
    return {"id": entry, "lang": lang, "use": use, "kind": kind, "text": text}


def mistakes(made: list[dict], asked: list[dict]) -> list[str]:
    """What is wrong with the sources, a sentence each."""
    ids = [row["id"] for row in made]
    found = [f"{one}: twice" for one, times in Counter(ids).items() if times > 1]
    found += [f"{row['id']}: state {row['state']!r}" for row in made if row["state"] not in STATES]
    found += [f"{row['id']}: twin {row['twin']!r} is no entry" for row in made if row["twin"] not in ("", *ids)]
    found += [f"{row['id']}: no entry, in {row['text']!r}" for row in asked if row["id"] not in ("", *ids)]
    number = Counter((row["id"], row["lang"], row["use"]) for row in asked)
    for row in made:
        least = {"faq": WORDINGS, "test": sum(LATER.values()) if row["state"] in ("valid", "gap") else 0}
        for lang in ASKED_IN:
            for use, needed in least.items():
                if number[row["id"], lang, use] < needed:
                    found.append(f"{row['id']}: {number[row['id'], lang, use]} of {needed} in {lang}, {use}")
    same = Counter((row["lang"], _plain(row["text"])) for row in asked)
    return found + [f"asked twice in {lang}: {text!r}" for (lang, text), times in same.items() if times > 1]


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def write(name: str, table: list[dict]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def checksums() -> None:
    names = sorted(path.name for path in HERE.glob("*.csv"))
    lines = [f"{hashlib.sha256((HERE / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (HERE / "SHA256SUMS").write_text("".join(lines), "utf-8", newline="\n")


def main() -> None:
    import mails  # the modules beside this one, which also run alone
    import private
    import sentences

    documents = {one["key"]: one for part in sources("documents*.toml") for one in part["document"]}
    assert all(isinstance(one["date"], date) for one in documents.values())
    topics = sources("topic_*.toml")
    made = answers(topics, documents)
    everyday = {one["id"]: one for part in sources("everyday_*.toml") for one in part["everyday"]}
    asked = questions(topics, everyday, [one for part in sources("far*.toml") for one in part["far"]])
    said = sentences.rows(sentences.load())
    if wrong := mistakes(made, asked) + sentences.mistakes(said):
        print(*wrong, sep="\n")
        sys.exit(1)
    write("answers.csv", made)
    write("questions.csv", asked)
    write("firm.csv", said)
    private.main()
    mails.main()
    checksums()


if __name__ == "__main__":
    main()
