"""The shipped FAQ of the fictional Musterwerk GmbH: what it answers, what was asked later, and what it cannot answer.

Einfache Sprache has answers of its own; the questions are the German ones, as people ask them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from .faq import Entry, Faq

KINDS = ("known", "near", "far")
"""What was asked later: the FAQ answers it; it sounds as if, but does not; it is about something else."""


@dataclass(frozen=True, eq=False, repr=False)
class Corpus:
    """faq: m entries and their wordings. ids, states, departments, dates: m strings each; states: valid, outdated or
    contradicts. twin: (m,) the valid entry an outdated or contradicting one stands beside, else -1.
    asked: k questions never used for training, entry: (k,) what answers them, -1 for none; close: (k,) the entry a near
    miss is near to, else -1; kind: (k,) index into KINDS. gaps: entries the FAQ lacks, with their wordings.
    """

    lang: str
    faq: Faq
    ids: tuple[str, ...]
    states: tuple[str, ...]
    departments: tuple[str, ...]
    dates: tuple[str, ...]
    twin: np.ndarray
    asked: tuple[str, ...]
    entry: np.ndarray
    close: np.ndarray
    kind: np.ndarray
    gaps: tuple[Gap, ...]

    def __repr__(self) -> str:
        return f"Corpus({self.lang}, {self.faq!r}, {len(self.asked)} asked later)"


@dataclass(frozen=True)
class Gap:
    """An entry that people ask for and the FAQ lacks: `wordings` a person may add, `asked` what others ask later."""

    id: str
    entry: Entry
    department: str
    wordings: tuple[str, ...]
    asked: tuple[str, ...]


def folder() -> Path:
    """Where the FAQ lies: in `$KIT_DATASETS/faq`, else in the checkout this package belongs to."""
    datasets = os.environ.get("KIT_DATASETS")
    return (Path(datasets) if datasets else Path(__file__).parents[3] / "datasets") / "faq"


class CorpusError(ValueError):
    """A shipped file is missing or is not the one the experiments were measured on."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one shipped CSV file, values as text. Raises CorpusError unless it is as SHA256SUMS says."""
    try:
        content, sums = (folder() / name).read_bytes(), (folder() / "SHA256SUMS").read_text("utf-8")
    except OSError as error:
        raise CorpusError(f"{name} or its checksum is missing in {folder()}") from error
    plain = content.replace(b"\r\n", b"\n")  # Git on Windows may turn line ends
    if f"{hashlib.sha256(plain).hexdigest()}  {name}" not in sums.splitlines():
        raise CorpusError(f"{name} in {folder()} was changed: `python datasets/faq/make.py` makes it anew")
    return list(csv.DictReader(io.StringIO(plain.decode("utf-8"), newline="")))


@lru_cache(maxsize=3)
def corpus(lang: str = "de") -> Corpus:
    """The shipped FAQ in one language (de, en or einfach). Read once a process; arrays are read-only."""
    asked_in = "en" if lang == "en" else "de"
    answers, questions = rows("answers.csv"), [row for row in rows("questions.csv") if row["lang"] == asked_in]
    words: dict[tuple[str, str], list[str]] = {}
    for row in questions:
        words.setdefault((row["id"], row["use"]), []).append(row["text"])
    inside = [row for row in answers if row["state"] != "gap"]
    place = {row["id"]: n for n, row in enumerate(inside)}
    later = [row for row in questions if row["use"] in ("test", "near", "far") and not _of_gap(row, place)]
    owner = [place[row["id"]] for row in inside for _ in words[row["id"], "faq"]]
    return Corpus(
        lang=lang,
        faq=Faq(
            tuple(_entry(row, lang) for row in inside),
            tuple(text for row in inside for text in words[row["id"], "faq"]),
            _fixed(owner),
        ),
        ids=tuple(place),
        states=tuple(row["state"] for row in inside),
        departments=tuple(row["department"] for row in inside),
        dates=tuple(row["date"] for row in inside),
        twin=_fixed([place.get(row["twin"], -1) for row in inside]),
        asked=tuple(row["text"] for row in later),
        entry=_fixed([place[row["id"]] if row["use"] == "test" else -1 for row in later]),
        close=_fixed([place.get(row["id"], -1) if row["use"] == "near" else -1 for row in later]),
        kind=_fixed([KINDS.index("known" if row["use"] == "test" else row["use"]) for row in later]),
        gaps=tuple(
            Gap(
                row["id"],
                _entry(row, lang),
                row["department"],
                tuple(words[row["id"], "faq"]),
                tuple(words[row["id"], "test"]),
            )
            for row in answers
            if row["state"] == "gap"
        ),
    )


def _of_gap(row: dict[str, str], place: dict[str, int]) -> bool:
    return row["use"] == "test" and row["id"] not in place


def _entry(row: dict[str, str], lang: str) -> Entry:
    return Entry(row[f"answer_{lang}"], row[f"topic_{lang}"], row[f"source_{lang}"])


def _fixed(values: list[int]) -> np.ndarray:
    made = np.array(values, np.int32)
    made.flags.writeable = False
    return made
