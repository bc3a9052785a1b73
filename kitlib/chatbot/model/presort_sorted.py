"""The same engine sorts mails: past mails are the "questions", departments the entries. Measured on the other half."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..data.faq import Entry, Faq
from ..data.mails import DEPARTMENTS, Mail, mails
from .estimator import Bot, train

RIGHT, HALF, WRONG = range(3)
"""Delivered to the right department; to one of two; to one that has nothing to do with it."""
SEED = 0


@dataclass(frozen=True, eq=False, repr=False)
class Sorted:
    """best: (n,) index into DEPARTMENTS. confidence: (n,) 0 to 1, in whole percent, as the learner reads
    it. verdict: (n,) RIGHT, HALF or WRONG. Read-only."""

    best: np.ndarray
    confidence: np.ndarray
    verdict: np.ndarray


@lru_cache(maxsize=3)
def halves(lang: str) -> np.ndarray:
    """(n,) 0 or 1: half of the mails of each kind and department, drawn by lot."""
    rng, groups = np.random.default_rng(SEED), {}
    for number, mail in enumerate(mails(lang)):
        groups.setdefault((mail.kind, mail.department), []).append(number)
    half = np.empty(len(mails(lang)), np.int8)
    for turn, rows in enumerate(groups.values()):
        half[rng.permutation(rows)] = (np.arange(len(rows)) + turn) % 2
    return _fixed(half)


def learnt(past: list[Mail]) -> Bot:
    """Trained on past mails. Those that belonged to nobody were thrown away then, so nothing is learnt from them."""
    kept = [mail for mail in past if mail.department in DEPARTMENTS]
    owner = np.array([DEPARTMENTS.index(mail.department) for mail in kept], np.int32)
    return train(Faq(tuple(map(Entry, DEPARTMENTS)), tuple(mail.words for mail in kept), _fixed(owner)))


@lru_cache(maxsize=3)
def everything(lang: str) -> Sorted:
    """Each mail sorted by a bot that was trained on the other half."""
    all_mails, half = mails(lang), halves(lang)
    best, confidence = np.empty(len(half), np.int8), np.empty(len(half))
    for one in (0, 1):
        bot = learnt([mail for mail, part in zip(all_mails, half, strict=True) if part != one])
        rows = np.flatnonzero(half == one)
        best[rows], confidence[rows] = bot.judged([all_mails[i].words for i in rows])
    verdict = [_verdict(mail, DEPARTMENTS[n]) for mail, n in zip(all_mails, best, strict=True)]
    return Sorted(*map(_fixed, (best, confidence.round(2), verdict)))


def _verdict(mail: Mail, department: str) -> int:
    if department not in mail.homes:
        return WRONG
    return HALF if mail.kind == "two" else RIGHT


def assigned(lang: str, number: int) -> str:
    """The department a mail was assigned to."""
    return DEPARTMENTS[everything(lang).best[number]]


@lru_cache(maxsize=64)
def flagged(lang: str, words: tuple[str, ...]) -> np.ndarray:
    """(n,) whether a mail holds one of the words, also inside a longer one."""
    texts = (" ".join(mail.words.split()).casefold() for mail in mails(lang))
    return _fixed([any(word in text for word in words) for text in texts])


def delivered(lang: str, band: float, words: tuple[str, ...] = ()) -> np.ndarray:
    """(n,) whether a mail goes out without a person: enough confidence, and none of the words."""
    return (everything(lang).confidence >= band) & ~flagged(lang, words)


@lru_cache(maxsize=3)
def kinds(lang: str) -> dict[str, np.ndarray]:
    """(n,) masks: plain, two, other, urgent."""
    masks = {kind: _fixed([mail.kind == kind for mail in mails(lang)]) for kind in ("plain", "two", "other")}
    return masks | {"urgent": _fixed([mail.urgent for mail in mails(lang)])}


def accuracy(lang: str, kind: str | None = None) -> float:
    """Share in the right department, if everything is delivered; of one kind, or of the whole inbox."""
    right = everything(lang).verdict == RIGHT
    return float((right if kind is None else right[kinds(lang)[kind]]).mean())


def errors(lang: str, low: float, high: float) -> float:
    """Share of plain mails with a confidence from low to below high that are sorted wrongly; nan where there are none.

    Plain ones: nothing but the assignment is wrong with them.
    """
    found = everything(lang)
    rows = kinds(lang)["plain"] & (found.confidence >= low) & (found.confidence < high)
    return float((found.verdict[rows] == WRONG).mean()) if rows.any() else math.nan


def _fixed(values) -> np.ndarray:
    made = np.array(values)
    made.flags.writeable = False
    return made
