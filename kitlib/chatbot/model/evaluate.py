"""How good are the answers? Asked are questions the bot was not trained on, some of which the FAQ cannot answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..data.faq import Faq
from .estimator import Bot, train
from .whole import parts


@dataclass(frozen=True, eq=False, repr=False)
class Outcome:
    """What a bot made of k questions: confidence (k,), best (k,) entry, right (k,) whether it is the answer.

    answerable: (k,) whether the FAQ holds the answer at all. Arrays are read-only.
    """

    confidence: np.ndarray
    best: np.ndarray
    right: np.ndarray
    answerable: np.ndarray

    def part(self, rows) -> Outcome:
        """Only these questions (a mask or indices)."""
        return Outcome(*(_fixed(a[rows]) for a in (self.confidence, self.best, self.right, self.answerable)))


class Counts(NamedTuple):
    """Questions by what happened to them; handed over rightly: the FAQ has no answer."""

    answered_right: int
    answered_wrong: int
    handed_over: int
    handed_over_rightly: int

    def shown(self, whole: int) -> tuple[int, ...]:
        """Answered right, answered wrong and handed over, of `whole`, as they are read: they add up to it."""
        return parts((*self[:2], self.handed_over + self.handed_over_rightly), whole)


def outcome(bot: Bot, asked: Sequence[str], entry) -> Outcome:
    """Ask the bot. entry: (k,) the entry that answers each question, -1 where none does."""
    entry = np.asarray(entry)
    best, confidence = bot.judged(asked)
    return Outcome(*map(_fixed, (confidence, best, best == entry, entry >= 0)))


def at(outcome: Outcome, threshold: float) -> Counts:
    """What happens where less confidence than `threshold` (and confidence 0) is handed over to a person."""
    given = (outcome.confidence >= threshold) & (outcome.confidence > 0)
    right, able = outcome.right, outcome.answerable
    cells = (given & right, given & ~right, ~given & able, ~given & ~able)
    return Counts(*(int(cell.sum()) for cell in cells))


def by_wording(faq: Faq, folds: int = 4, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """(best (n,), confidence (n,)) for each question of the FAQ from a bot that was not trained on it.

    The wordings of each entry are dealt out to the folds in turn.
    """
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(faq))
    order = order[np.argsort(faq.owner[order], kind="stable")]
    fold = np.empty(len(faq), int)
    fold[order] = np.arange(len(faq)) % folds
    best, confidence = np.zeros(len(faq), int), np.zeros(len(faq))
    for one in range(folds):
        held = np.flatnonzero(fold == one)
        if 0 < len(held) < len(faq):
            bot = train(faq.subset(fold != one), seed=seed)
            best[held], confidence[held] = bot.judged([faq.questions[i] for i in held])
    return _fixed(best), _fixed(confidence)


def precision(outcome: Outcome, threshold: float) -> float:
    """Share of the given answers that are right, 0 to 1; nan if none is given."""
    counts = at(outcome, threshold)
    given = counts.answered_right + counts.answered_wrong
    return counts.answered_right / given if given else float("nan")


def caught(outcome: Outcome, threshold: float) -> float:
    """Share of the questions without an answer that are handed over, 0 to 1; nan if there are none."""
    counts = at(outcome.part(~outcome.answerable), threshold)
    asked = sum(counts)
    return counts.handed_over_rightly / asked if asked else float("nan")


def auroc(confidence: np.ndarray, positive: np.ndarray) -> float:
    """Chance that a positive has more confidence than a negative (ties count half); nan without both."""
    positive = np.asarray(positive, bool)
    if positive.all() or not positive.any():
        return float("nan")
    _, place, counts = np.unique(confidence, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[place]
    n, m = positive.sum(), (~positive).sum()
    return float((rank[positive].sum() - n * (n + 1) / 2) / (n * m))


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Mean gap, 0 to 1, between stated confidence and share of right answers, over bins of equally many questions.

    Expected calibration error (Naeini et al. 2015) with equal counts: steadier than equal widths. nan if empty.
    """
    order = np.argsort(confidence, kind="stable")
    parts = [rows for rows in np.array_split(order, bins) if len(rows)]
    if not parts:
        return float("nan")
    gaps = [abs(confidence[rows].mean() - np.mean(right[rows])) * len(rows) for rows in parts]
    return float(sum(gaps) / len(order))


def _fixed(values) -> np.ndarray:
    made = np.array(values)
    made.flags.writeable = False
    return made
