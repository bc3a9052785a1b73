"""How well would a FAQ do? Measured with wordings held back; what goes wrong, and what to do first.

Each question is asked of a bot that was trained without it: the other wordings of its answer have to be enough. An
answer with a single wording cannot be measured so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..data.faq import Faq
from ..data.wordings import same
from . import vectors
from .curve import Curve, curve
from .estimator import Bot
from .evaluate import Counts, Outcome, at, by_wording

FEW = 4
"""Fewer wordings than this are few."""
ALIKE = 0.5
"""Answers with at least this cosine similarity are listed as similar."""
MOST = 8
"""Items of each list."""
LEAST_MIXED = 3
"""So often a pair has to be taken for each other before there is advice about it: once or twice may be chance."""
ENOUGH = 30
"""Questions measured from which on shares are said and gains estimated; of fewer only counts."""
EACH = 3
"""So many pieces of advice of one kind."""


class Confusion(NamedTuple):
    """Two entries, and how many questions of one were given the other (`count` of the `asked` held back)."""

    one: int
    other: int
    count: int
    asked: int


class Similar(NamedTuple):
    """Two entries and the cosine similarity of their answers, 0 to 1."""

    one: int
    other: int
    similarity: float


class Contradiction(NamedTuple):
    """A question and the entries it leads to."""

    question: str
    entries: tuple[int, ...]


class Todo(NamedTuple):
    """kind: contradiction, alike (taken for each other, of one topic), apart (of different or unknown ones), wordings.

    entries: which. gain: more right answers of 100 to expect at most, or nan. count of the asked questions were given
    the other answer of the pair.
    """

    kind: str
    entries: tuple[int, ...]
    gain: float
    count: int = 0
    asked: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """faq: what was measured. bot: trained on all of it. wordings: (m,) of each entry, read-only.

    outcome: of the `measured` questions held back (all of entries with two wordings or more), None where there are
    none. counts: at the bot's threshold. similar: most similar answers. few: entries with few wordings.
    """

    faq: Faq
    bot: Bot
    wordings: np.ndarray
    outcome: Outcome | None
    counts: Counts
    confusions: tuple[Confusion, ...]
    similar: tuple[Similar, ...]
    contradictions: tuple[Contradiction, ...]
    few: tuple[int, ...]
    curve: Curve | None
    todo: tuple[Todo, ...]

    @property
    def measured(self) -> int:
        return 0 if self.outcome is None else len(self.outcome.right)

    def share(self, name: str) -> float:
        """Of the questions held back: answered_right, answered_wrong or handed_over, 0 to 1."""
        return getattr(self.counts, name) / self.measured

    @property
    def single(self) -> int:
        """Entries with one wording, which cannot be measured."""
        return int((self.wordings == 1).sum())


def judge(faq: Faq, bot: Bot, told: Callable[[int], object] = lambda step: None) -> Result:
    """Measure a FAQ. `told(step)` hears of steps 2 (learning curve) and 3 (lists)."""
    wordings = np.bincount(faq.owner, minlength=len(faq.entries))
    wordings.flags.writeable = False
    rows = np.flatnonzero(wordings[faq.owner] > 1)
    outcome = None
    if len(rows):
        best, confidence = by_wording(faq)
        right = best[rows] == faq.owner[rows]
        outcome = Outcome(confidence[rows], best[rows], right, np.ones(len(rows), bool))
    told(2)
    shape = curve(faq)
    told(3)
    contradictions = contradicting(faq)
    confusions = _confusions(faq, rows, outcome)
    few = tuple(np.flatnonzero((wordings > 0) & (wordings < FEW)).tolist())
    counts = Counts(0, 0, 0, 0) if outcome is None else at(outcome, bot.threshold)
    todo = _todo(faq, confusions, contradictions, few, wordings, shape, len(rows))
    return Result(
        faq, bot, wordings, outcome, counts, confusions[:MOST], similar(faq), contradictions, few, shape, todo
    )


def _confusions(faq: Faq, rows: np.ndarray, outcome: Outcome | None) -> tuple[Confusion, ...]:
    """Pairs of entries taken for each other, most often first; once may be chance and is listed too."""
    if outcome is None:
        return ()
    owner = faq.owner[rows]
    asked = np.bincount(owner, minlength=len(faq.entries))
    wrong = Counter(tuple(sorted((int(a), int(b)))) for a, b in zip(owner, outcome.best, strict=True) if a != b)
    made = [Confusion(one, other, n, int(asked[one] + asked[other])) for (one, other), n in wrong.items()]
    return tuple(sorted(made, key=lambda c: (-c.count, c.asked, c)))


def similar(faq: Faq) -> tuple[Similar, ...]:
    """The answers that are most alike, in pairs, most alike first."""
    answers = [entry.answer for entry in faq.entries]
    found = vectors.fit(answers)(answers)
    alike = np.triu((found @ found.T).toarray(), 1)
    order = np.argsort(-alike, axis=None, kind="stable")[:MOST]
    pairs = [divmod(int(i), len(answers)) for i in order]
    return tuple(Similar(a, b, min(float(alike[a, b]), 1.0)) for a, b in pairs if alike[a, b] >= ALIKE)


def contradicting(faq: Faq) -> tuple[Contradiction, ...]:
    """Questions, whatever their spelling, that lead to more than one answer."""
    found: dict[str, tuple[str, list[int]]] = {}
    for question, owner in zip(faq.questions, faq.owner.tolist(), strict=True):
        found.setdefault(same(question), (question, []))[1].append(owner)
    return tuple(Contradiction(q, tuple(dict.fromkeys(n))) for q, n in found.values() if len(set(n)) > 1)


def _todo(faq: Faq, confusions, contradictions, few, wordings, shape: Curve | None, measured: int) -> tuple[Todo, ...]:
    """What to do: what contradicts itself first, then by what it may bring at most, then what nobody can estimate.

    At most: no confusion within a pair; as many wordings as others have.
    """
    unknown = float("nan")
    clash = sorted({pair for c in contradictions for pair in _pairs(c.entries)})
    made = [Todo("contradiction", pair, unknown) for pair in clash[:EACH]]
    often = [c for c in confusions if c.count >= LEAST_MIXED and (c.one, c.other) not in clash]
    made += [
        Todo(_kind(faq, c.one, c.other), (c.one, c.other), 100 * c.count / measured, c.count, c.asked)
        for c in often[:EACH]
    ]
    if few:
        order = tuple(sorted(few, key=lambda n: (wordings[n], n)))
        known = shape is not None and shape.most > 1 and measured >= ENOUGH
        made.append(Todo("wordings", order, _more(order, wordings, shape) if known else unknown))
    return tuple(sorted(made, key=_rank))


def _rank(todo: Todo) -> tuple[bool, float]:
    return todo.kind != "contradiction", -todo.gain if todo.gain == todo.gain else np.inf


def _kind(faq: Faq, one: int, other: int) -> str:
    """Only answers of one topic may be worth merging."""
    topics = {faq.entries[one].topic, faq.entries[other].topic}
    return "alike" if len(topics) == 1 and "" not in topics else "apart"


def _pairs(entries: tuple[int, ...]) -> list[tuple[int, int]]:
    entries = sorted(entries)
    return [(a, b) for i, a in enumerate(entries) for b in entries[i + 1 :]]


def _more(few, wordings: np.ndarray, shape: Curve) -> float:
    """Right answers of 100 more, if each answer is asked for equally often, and the few are brought to FEW."""
    rise = shape.at(FEW) - np.array([shape.at(int(wordings[n])) for n in few])
    return 100 * float(np.maximum(rise, 0).sum()) / int((wordings > 0).sum())
