"""Search for answers: `train(faq) -> Bot`. It finds the entry that sounds most alike; it writes no sentence."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from scipy import sparse

from ..data.faq import Faq
from . import compare, ridge, vectors
from .rejection import Rejection, learn, signs

NOTHING = -1.0
"""Score of an entry without any question: it can only be best where no other is left."""
BLOCK = 500


class Hit(NamedTuple):
    """A question of the FAQ, by number, and its cosine similarity to the text, 0 to 1."""

    question: int
    similarity: float


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
    known: sparse.csr_array
    weights: np.ndarray
    rejection: Rejection

    def __repr__(self) -> str:
        return f"Bot({self.faq!r}, threshold {self.threshold:.2f})"

    def answer(self, text: str) -> Answer:
        """The best entry, and whether a person should take over. Any text will do; only its beginning is read."""
        best, confidence = self._judged([text])
        entry, sure = self.faq.entries[best[0]], float(confidence[0])
        hand_off = sure < self.threshold or sure == 0
        return Answer(entry.answer, entry.topic, entry.source, sure, hand_off, int(best[0]), self.nearest(text))

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """(n, entries) float64: about 1 for an entry whose questions sound like the text, about 0 for others."""
        return self._scores(self._similar(texts))

    def best(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) the entry with the highest score."""
        return self._judged(texts)[0]

    def confidence(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) estimated probability, 0 to 1, that the best entry is right; 0 for a text without known letters."""
        return self._judged(texts)[1]

    def judged(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """(best entry, confidence), both (n,), in one pass."""
        return self._judged(texts)

    def nearest(self, text: str, k: int = 3) -> tuple[Hit, ...]:
        """Up to k questions most alike, best first; of equals the first in the FAQ."""
        similar = self._similar([text])[0]
        order = np.argsort(-similar, kind="stable")[:k]
        return tuple(Hit(int(i), min(float(similar[i]), 1.0)) for i in order)

    def compare(self, text: str, question: str | int) -> compare.Comparison:
        """Cosine similarity of a text and a question (its words, or its number in the FAQ), split up."""
        question = question if isinstance(question, str) else self.faq.questions[question]
        return compare.compare(self.vectors, text, question)

    def at(self, threshold: float) -> Bot:
        """The same bot with another threshold, 0 to 1."""
        return replace(self, threshold=float(threshold))

    def _similar(self, texts: Sequence[str]) -> np.ndarray:
        return (self.vectors(texts) @ self.known.T).toarray()

    def _scores(self, similar: np.ndarray) -> np.ndarray:
        scores = similar @ self.weights
        scores[:, np.bincount(self.faq.owner, minlength=len(self.faq.entries)) == 0] = NOTHING
        return scores

    def _judged(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        best, sure = [np.zeros(0, int)], [np.zeros(0)]
        for first in range(0, len(texts), BLOCK):
            similar = self._similar(texts[first : first + BLOCK])
            scores = self._scores(similar)
            found = self.rejection(signs(scores, similar, self.faq.owner))
            best.append(scores.argmax(1))
            sure.append(np.where(similar.any(1), found, 0.0))
        return np.concatenate(best), np.concatenate(sure)


def train(faq: Faq, seed: int = 0, hand_over: float = 0.10) -> Bot:
    """Train on a FAQ. The threshold hands over about the share `hand_over` of questions the FAQ does answer.

    The same FAQ gives the same bot. Raises ValueError for a FAQ without any question.
    """
    if not len(faq):
        raise ValueError("a FAQ needs at least one question")
    began = time.perf_counter()
    made = vectors.fit(faq.questions)
    known = made(faq.questions)
    similar = (known @ known.T).toarray()
    targets = np.zeros((len(faq), len(faq.entries)))
    targets[np.arange(len(faq)), faq.owner] = 1
    weights, inverse = ridge.solve(similar, targets)
    found, right = _rehearsed(faq, similar, weights, inverse, targets)
    rejection = learn(found, right, np.ones(len(right)))
    sure = rejection(found[: len(faq)])
    threshold = float(np.quantile(sure, hand_over))
    return Bot(faq, threshold, time.perf_counter() - began, made, known, weights, rejection)


def _rehearsed(faq, similar, weights, inverse, targets) -> tuple[np.ndarray, np.ndarray]:
    """Signs and truth of each question asked with itself, then with its entry left out."""
    rows = np.arange(len(faq))
    alone = ridge.left_out(weights, inverse, targets, rows)
    without = similar.copy()
    np.fill_diagonal(without, 0)
    first = signs(alone, without, faq.owner)
    right = alone.argmax(1) == faq.owner
    gone = ridge.left_out(weights, inverse, targets, faq.owner)
    gone[rows, faq.owner] = NOTHING
    second = signs(gone, np.where(faq.owner == faq.owner[:, None], 0, similar), faq.owner)
    return np.concatenate([first, second]), np.append(right, np.zeros(len(faq), bool))
