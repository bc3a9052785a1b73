"""Search for answers: `train(faq) -> Bot`. It finds the entry that sounds most alike; it writes no sentence."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy import sparse

from ..data.faq import Faq
from . import calibration, compare, linear, ridge, vectors

NOTHING = -1.0
"""Score of an entry without any question: it can only be best where no other is left."""
BLOCK = 500


class Hit(NamedTuple):
    """A question of the FAQ, by number, and its cosine similarity to the text, 0 to 1."""

    question: int
    similarity: float


@dataclass(frozen=True, eq=False)
class Asked:
    """b texts and their vectors (b, pieces); across: (pieces, n), the questions of the FAQ."""

    texts: Sequence[str]
    rows: sparse.csr_array
    across: sparse.csr_array

    @cached_property
    def similar(self) -> np.ndarray:
        """(b, n) cosine similarities. Of many questions they are needed for the nearest ones only."""
        return (self.rows @ self.across).toarray()

    @property
    def known(self) -> np.ndarray:
        """(b,) bool: whether a text holds any piece of any question."""
        return np.diff(self.rows.indptr) > 0


@dataclass(frozen=True)
class Answer:
    """The words of the best entry, wherever they go: to who asked or, with hand_off, to the person who takes over.

    confidence: estimated probability that the entry is the right one, 0 to 1. entry: its number in the FAQ.
    nearest: the questions most alike, best first.
    """

    text: str
    topic: str
    source: str
    confidence: float
    hand_off: bool
    entry: int
    nearest: tuple[Hit, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Bot:
    """A trained search; immutable, compared and hashed by identity.

    threshold: answers with less confidence are handed over. fit_seconds: time training took.
    """

    faq: Faq
    threshold: float
    fit_seconds: float
    vectors: vectors.Vectors
    across: sparse.csr_array
    model: ridge.Ridge | linear.Linear
    calibration: calibration.Calibration

    def __repr__(self) -> str:
        return f"Bot({self.faq!r}, threshold {self.threshold:.2f})"

    def answer(self, text: str) -> Answer:
        """The best entry, and whether a person should take over. Any text will do; only its beginning is read."""
        asked = self._asked([text])
        best, confidence = self._judged(asked)
        entry, sure = self.faq.entries[best[0]], float(confidence[0])
        hand_off = sure < self.threshold or sure == 0
        hits = _nearest(asked.similar[0], 3)
        return Answer(entry.answer, entry.topic, entry.source, sure, hand_off, int(best[0]), hits)

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """(n, entries) float64: about 1 for an entry whose questions sound like the text, about 0 for others."""
        return self._scores(self._asked(texts))

    def best(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) the entry with the highest score."""
        return self.judged(texts)[0]

    def confidence(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) estimated probability, 0 to 1, that the best entry is right; 0 for a text without known letters.

        Calibrated for questions the FAQ answers; for others it is too high.
        """
        return self.judged(texts)[1]

    def judged(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """(best entry, confidence), both (n,), in one pass."""
        parts = [self._judged(self._asked(texts[i : i + BLOCK])) for i in range(0, len(texts), BLOCK)]
        best, sure = zip(*parts, strict=True) if parts else ([np.zeros(0, int)], [np.zeros(0)])
        return np.concatenate(best), np.concatenate(sure)

    def nearest(self, text: str, k: int = 3) -> tuple[Hit, ...]:
        """Up to k questions most alike, best first; of equals the first in the FAQ."""
        return _nearest(self._asked([text]).similar[0], k)

    def compare(self, text: str, question: str | int) -> compare.Comparison:
        """Cosine similarity of a text and a question (its words, or its number in the FAQ), split up."""
        question = question if isinstance(question, str) else self.faq.questions[question]
        return compare.compare(self.vectors, text, question)

    def at(self, threshold: float) -> Bot:
        """The same bot with another threshold, 0 to 1."""
        return replace(self, threshold=float(threshold))

    def _asked(self, texts: Sequence[str]) -> Asked:
        return Asked(texts, self.vectors(texts), self.across)

    def _scores(self, asked: Asked) -> np.ndarray:
        many = isinstance(self.model, linear.Linear)
        scores = self.model.scores(asked.rows, asked.texts) if many else self.model.scores(asked.similar)
        scores[:, np.bincount(self.faq.owner, minlength=len(self.faq.entries)) == 0] = NOTHING
        return scores

    def _judged(self, asked: Asked) -> tuple[np.ndarray, np.ndarray]:
        scores = self._scores(asked)
        return scores.argmax(1), np.where(asked.known, self.calibration(scores.max(1)), 0.0)


def train(faq: Faq, seed: int = 0, hand_over: float = 0.10) -> Bot:
    """Train on a FAQ. The threshold hands over about the share `hand_over` of questions the FAQ does answer.

    The same FAQ and seed give the same bot. Raises ValueError for a FAQ without questions or a share outside 0 to 1.
    """
    if not len(faq):
        raise ValueError("a FAQ needs at least one question")
    if not 0 <= hand_over <= 1:
        raise ValueError(f"hand_over is a share, 0 to 1, not {hand_over!r}")
    began = time.perf_counter()
    made = vectors.fit(faq.questions)
    known = made(faq.questions)
    group, alone = _repeats(faq)
    if linear.suits(known, faq.owner, len(faq.entries)):
        fitted, rows, scores = linear.solve(known, faq.questions, faq.owner, len(faq.entries), group, seed)
    else:
        fitted, rows, scores = ridge.solve(known, faq.owner, len(faq.entries), group, seed)
    kept = ~alone[rows]
    score, right = scores.max(1)[kept], (scores.argmax(1) == faq.owner[rows])[kept]
    calibrated = calibration.learn(score, right)
    limit = calibration.threshold(calibrated, score, hand_over)
    across = sparse.csr_array(known.T)
    return Bot(faq, limit, time.perf_counter() - began, made, across, fitted, calibrated)


def _repeats(faq: Faq) -> tuple[np.ndarray, np.ndarray]:
    """(group (n,) of the same words for the same entry, alone (n,): nothing else leads to its entry)."""
    number: dict[tuple[int, str], int] = {}
    said = (" ".join(vectors.WORD.findall(vectors.folded(text)[0])) for text in faq.questions)
    keys = zip(faq.owner.tolist(), said, strict=True)
    group = np.array([number.setdefault(key, len(number)) for key in keys])
    wordings = np.bincount([entry for entry, _ in number], minlength=len(faq.entries))
    return group, wordings[faq.owner] == 1


def _nearest(similar: np.ndarray, k: int) -> tuple[Hit, ...]:
    order = np.argsort(-similar, kind="stable")[:k]
    return tuple(Hit(int(i), min(float(similar[i]), 1.0)) for i in order)
