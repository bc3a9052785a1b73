"""A FAQ in memory: entries with an answer, and the questions that lead to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np


@dataclass(frozen=True)
class Entry:
    """One answer: its words, its topic, and where it is written ("" where unknown)."""

    answer: str
    topic: str = ""
    source: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class Faq:
    """n questions that lead to m entries.

    questions: n wordings. owner: (n,) int32, read-only: the entry each question belongs to.
    problems: what was noticed while loading (`kitlib.chatbot.data.intake`).
    """

    entries: tuple[Entry, ...]
    questions: tuple[str, ...]
    owner: np.ndarray
    problems: tuple = field(default=())

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Entry]], problems: Iterable = ()) -> Faq:
        """From (question, entry) pairs; entries in order of appearance."""
        rows = list(rows)
        number = {entry: i for i, entry in enumerate(dict.fromkeys(entry for _, entry in rows))}
        owner = np.array([number[entry] for _, entry in rows], np.int32)
        owner.flags.writeable = False
        return cls(tuple(number), tuple(question for question, _ in rows), owner, tuple(problems))

    def __len__(self) -> int:
        return len(self.questions)

    def __repr__(self) -> str:
        return f"Faq({len(self.questions)} questions, {len(self.entries)} answers)"

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Topics in order of appearance, without the empty one."""
        return tuple(dict.fromkeys(entry.topic for entry in self.entries if entry.topic))

    def questions_of(self, entry: int) -> tuple[str, ...]:
        return tuple(self.questions[i] for i in np.flatnonzero(self.owner == entry))

    def subset(self, rows) -> Faq:
        """Only these questions (a mask or indices); the entries keep their numbers, some may be left with none."""
        kept = np.arange(len(self))[rows]
        owner = self.owner[kept]
        owner.flags.writeable = False
        return Faq(self.entries, tuple(self.questions[i] for i in kept), owner, self.problems)
