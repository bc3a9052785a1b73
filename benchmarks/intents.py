"""Intent data sets as they are published, and how they are split: see `load` and `split`."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

TEXTS = ("text", "utterance", "question", "query", "sentence", "example", "frage", "wording")
LABELS = ("intent", "label", "category", "class", "answer", "target", "antwort", "label_text", "id")
FOREIGN = {"oos", "ood", "out_of_scope", "outofscope", "none", "out_of_domain", "unknown"}
PARTS = (("train", "train"), ("valid", "val"), ("val", "val"), ("dev", "val"), ("test", "test"))
Rows = list[tuple[str, str]]


@dataclass
class Split:
    """Questions and labels; label "" for those without an answer: val and test hold both, kind says which.

    kind: of each test question known, near (of an intent left out of training) or far (marked as out of scope).
    """

    train: Rows
    val: Rows
    test: Rows
    kind: list[str]


def load(path: Path) -> dict[str, Rows]:
    """Part (train, val, test or all) -> rows. Files: CLINC or Rasa JSON, nlu.md, nlu.yml, CSV, TSV; or a folder.

    A folder may hold one folder a part with `seq.in` and `label`. Out of scope is a label or part of FOREIGN.
    Raises ValueError if nothing is found.
    """
    parts: dict[str, Rows] = defaultdict(list)
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for file in files:
        reader = READERS.get(file.suffix.lower() if file.name != "seq.in" else "seq.in")
        if reader is None:
            continue
        for name, rows in reader(file).items():
            where = str(file.relative_to(path)) if path.is_dir() else ""
            foreign = any(_plain(word) in FOREIGN for word in re.split(r"[^a-zA-Z]", f"{where} {name}"))
            clean = [(" ".join(text.split()), label) for text, label in rows if text and text.strip()]
            hidden = {label for _, label in clean if foreign or _plain(label) in FOREIGN}
            parts[part(name or where)] += [(text, "" if label in hidden else label) for text, label in clean]
    found = {name: list(dict.fromkeys(rows)) for name, rows in parts.items() if rows}
    if not any(label for rows in found.values() for _, label in rows):
        raise ValueError(f"no questions with labels found in {path}")
    return found


def part(name: str) -> str:
    return next((made for word, made in PARTS if word in name.lower()), "all")


def split(parts: dict[str, Rows], seed: int = 0, most: int = 5_000) -> Split:
    """Train, val and test as given; where missing made: a quarter of the wordings of each intent is asked later.

    Without questions out of scope a quarter of the intents is left out of training, and asked. Foreign questions are
    never trained on. Without val the threshold is chosen on half of the test questions. At most `most` are asked.
    """
    rng = np.random.default_rng(seed)
    train = [row for row in parts.get("train", parts.get("all", [])) if row[1]]
    foreign = [row for name in ("test", "all") for row in parts.get(name, []) if not row[1]]
    foreign = foreign or [row for rows in parts.values() for row in rows if not row[1]]
    known = [row for row in parts.get("test", []) if row[1]]
    if not known:
        train, known = _by_wording(train, rng)
    labels = sorted({label for _, label in train})
    left = set() if foreign else set(rng.permutation(labels)[: len(labels) // 4].tolist())
    train = [row for row in train if row[1] not in left]
    inside = {label for _, label in train}
    test = [(row, "known") for row in known if row[1] in inside]
    test += [((text, ""), "near") for text, label in known if label in left]
    test += [(row, "far") for row in foreign]
    test = [test[i] for i in sorted(rng.permutation(len(test))[:most])]
    val = [(text, "" if label in left else label) for text, label in parts.get("val", [])]
    if not any(not label for _, label in val) or not any(label for _, label in val):
        mixed = [test[i] for i in rng.permutation(len(test))]
        val, test = [row for row, _ in mixed[::2]], mixed[1::2]
    return Split(train, val, [row for row, _ in test], [kind for _, kind in test])


def _by_wording(rows: Rows, rng: np.random.Generator) -> tuple[Rows, Rows]:
    by = defaultdict(list)
    for row in rows:
        by[row[1]].append(row)
    train, later = [], []
    for label in sorted(by):
        mixed = [by[label][i] for i in rng.permutation(len(by[label]))]
        held = len(mixed) // 4 or len(mixed) // 2
        later += mixed[:held]
        train += mixed[held:]
    return train, later


def _plain(label: str) -> str:
    return re.sub(r"[\s_-]+", "_", label.strip().lower())


def _json(file: Path) -> dict[str, Rows]:
    data = json.loads(file.read_text("utf-8"))
    if isinstance(data, dict) and "rasa_nlu_data" in data:
        data = data["rasa_nlu_data"]["common_examples"]
    if isinstance(data, list):
        return {"": [_pair(row) for row in data]}
    if all(isinstance(row, str) for rows in data.values() for row in rows):
        return {"": [(text, label) for label, texts in data.items() for text in texts]}
    return {name: [_pair(row) for row in rows] for name, rows in data.items()}


def _pair(row) -> tuple[str, str]:
    if not isinstance(row, dict):
        return str(row[0]), str(row[1])
    return tuple(str(next(row[name] for name in names if name in row)) for names in (TEXTS, LABELS))


def _rasa(file: Path) -> dict[str, Rows]:
    rows, label = [], None
    for line in file.read_text("utf-8").splitlines():
        head = re.match(r"\s*(?:##\s*intent:|-\s*intent:)\s*(\S.*)", line)
        if head:
            label = head.group(1).strip()
        elif re.match(r"##|-\s*(?:synonym|regex|lookup|rule|story):|\w+:", line):
            label = None
        elif label and (example := re.match(r"\s*[-*]\s+(.*)", line)):
            rows.append((re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", example.group(1)), label))
    return {"": rows}


def _table(file: Path) -> dict[str, Rows]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        first = opened.readline()
        opened.seek(0)
        rows = [row for row in csv.reader(opened, delimiter=max("\t;,", key=first.count)) if len(row) > 1]
    head = [name.strip().lower() for name in rows[0]] if rows else []
    text, label = (next((head.index(name) for name in names if name in head), None) for names in (TEXTS, LABELS))
    if text is None or label is None:
        longest = np.mean([[len(cell) for cell in row[:2]] for row in rows], axis=0).argmax() if rows else 0
        text, label = int(longest), 1 - int(longest)
    else:
        rows = rows[1:]
    return {"": [(row[text], row[label]) for row in rows if len(row) > max(text, label)]}


def _sequences(file: Path) -> dict[str, Rows]:
    texts, labels = (p.read_text("utf-8").splitlines() for p in (file, file.with_name("label")))
    return {"": list(zip(texts, labels, strict=True))}


READERS = {".json": _json, ".md": _rasa, ".yml": _rasa, ".yaml": _rasa, ".csv": _table, ".tsv": _table}
READERS |= {"seq.in": _sequences}
