"""False entries slipped into a FAQ, and what they change: measured on later questions about giving goods back.

Three topics of the shipped FAQ serve, so that training again takes a fraction of a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..data.corpus import corpus
from ..data.faq import Entry, Faq
from .estimator import Bot, train

TOPICS = ("returns", "delivery", "invoices")
TARGET = TOPICS[0]
ADDED = (0, 60, 120, 180, 240)
"""Questions with the false answer that somebody adds. A person who checks lets every fourth pass: sizes divide by 4."""
CHANGED = (0, 1, 3, 6, 11)
"""Answers about the target that somebody replaces, those asked for most first."""
PASSES = 4
SEED = 7


@dataclass(frozen=True, eq=False)
class Ground:
    """The part of the FAQ that is attacked: target: entries about the target; asked, entry: later questions on it."""

    faq: Faq
    target: np.ndarray
    asked: tuple[str, ...]
    entry: np.ndarray


@lru_cache(maxsize=2)
def ground(lang: str) -> Ground:
    """lang: de or en. Entries keep their numbers of the whole FAQ."""
    whole = corpus(lang)
    kept = np.array([one.partition("-")[0] in TOPICS for one in whole.ids])
    target = np.array([one.partition("-")[0] == TARGET for one in whole.ids])
    rows = np.flatnonzero((whole.entry >= 0) & target[whole.entry])
    asked = tuple(whole.asked[i] for i in rows)
    return Ground(whole.faq.subset(kept[whole.faq.owner]), np.flatnonzero(target), asked, whole.entry[rows])


def asked_in(lang: str) -> str:
    return "en" if lang == "en" else "de"


def target_questions(lang: str) -> tuple[str, ...]:
    """What the FAQ holds about the target: the attacker copies these, for anybody can read them."""
    found = ground(asked_in(lang))
    rows = np.flatnonzero(np.isin(found.faq.owner, found.target))
    return tuple(found.faq.questions[i] for i in rows)


@lru_cache(maxsize=2)
def untouched(lang: str) -> Bot:
    """The bot before anybody attacks it."""
    return flooded(lang, 0)


def flooded(lang: str, n: int) -> Bot:
    """The bot after n questions with one false answer were added. The last entry is the false one."""
    found, copied = ground(lang), target_questions(lang)
    order = np.random.default_rng(SEED).permutation(len(copied))
    more = tuple(copied[order[i % len(copied)]] for i in range(n))
    number = len(found.faq.entries)
    owner = np.append(found.faq.owner, np.full(n, number)).astype(np.int32)
    owner.flags.writeable = False
    return train(Faq((*found.faq.entries, Entry("")), found.faq.questions + more, owner))


@dataclass(frozen=True)
class Hits:
    """Shares of the later questions about the target: answered with a false entry, rightly, handed over to a person."""

    planted: float
    right: float
    handed: float


@lru_cache(maxsize=64)
def added(lang: str, n: int) -> Hits:
    found, bot = ground(lang), flooded(lang, n) if n else untouched(lang)
    return _hits(*bot.judged(found.asked), bot, found.entry, np.array([len(found.faq.entries)]))


@lru_cache(maxsize=64)
def changed(lang: str, n: int) -> Hits:
    """n answers replaced: the search works as before, so nothing has to be trained again."""
    found = ground(lang)
    counts = np.bincount(found.entry, minlength=len(found.faq.entries))
    victims = found.target[np.argsort(-counts[found.target], kind="stable")][:n]
    return _hits(*untouched(lang).judged(found.asked), untouched(lang), found.entry, victims)


def _hits(best, confidence, bot: Bot, entry, false) -> Hits:
    given, planted = (confidence >= bot.threshold) & (confidence > 0), np.isin(best, false)
    right = given & (best == entry) & ~planted
    return Hits(float((given & planted).mean()), float(right.mean()), float((~given).mean()))


def passing(n: int, check: str, way: str, copied: bool) -> int:
    """How many of n false entries get past a check. check: none, source or person; way: add or change.

    source: only entries with a true source get in. Whoever copies one passes, and a changed answer keeps its source.
    person: somebody reads each and, by assumption, lets one of PASSES pass.
    """
    if check == "person":
        return n // PASSES
    return 0 if check == "source" and way == "add" and not copied else n


@dataclass(frozen=True)
class Ordered:
    """Later questions before and after an instruction was written in front of them: shares of right and wrong answers.

    same: share with the same entry as before. foreign: answers that are not in the FAQ.
    """

    before: Hits
    after: Hits
    same: float
    foreign: int


@lru_cache(maxsize=2)
def instructed(lang: str, order: str) -> Ordered:
    """What an instruction in a question does. The bot can put out nothing but entries of its FAQ."""
    found, bot = ground(lang), untouched(lang)
    none = np.zeros(0, int)
    told = [f"{order} {question}" for question in found.asked]
    (one, sure), (two, later) = bot.judged(found.asked), bot.judged(told)
    answers = {entry.answer for entry in found.faq.entries}
    foreign = sum(bot.answer(question).text not in answers for question in told)
    before, after = _hits(one, sure, bot, found.entry, none), _hits(two, later, bot, found.entry, none)
    return Ordered(before, after, float((one == two).mean()), foreign)
