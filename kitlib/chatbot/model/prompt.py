"""Asking well: the same matter asked vaguely, precisely and with too much around it; building blocks on and off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

import numpy as np

from ..data.corpus import corpus
from ..data.requests import BLOCKS, Matter, matters
from . import room
from .estimator import Answer
from .vectors import READ
from .whole import parts

VERSIONS = ("vague", "precise", "overloaded")
THREE, SWITCHES, BUILDER, NEVER = range(4)
LIMIT = 2_000
"""Characters of one field of the builder."""
SORTED = ("in", "masked", "never", "masked", "never", "in")
"""Six texts: may go in, only after masking, never."""
PLACES = ("in", "masked", "never")


@dataclass(frozen=True)
class Tried:
    """A request and what came back. verdict: right, wrong or handed (to a person). cut: characters dropped.

    rank: place of the entry that answers the matter among all entries, 1 for the first.
    """

    text: str
    answer: Answer
    rank: int
    verdict: str
    cut: int = 0


@dataclass(frozen=True)
class Prompt:
    """part: THREE, SWITCHES, BUILDER or NEVER. matter: number of the matter. own: the learner's version of it.

    blocks: building blocks that are switched on. fields: what was written for each of BLOCKS. picks: where the learner
    sorted the six texts, of PLACES; the first choice counts.
    """

    lang: str = "de"
    guess: int | None = None
    part: int = THREE
    matter: int = 0
    own: Tried | None = None
    blocks: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ("",) * len(BLOCKS)
    picks: tuple[str, ...] = ()


def go(state: Prompt, part: int) -> Prompt:
    return replace(state, part=part)


def choose(state: Prompt, matter: int) -> Prompt:
    """Another matter; an own version belonged to the one before."""
    return replace(state, matter=matter, own=None)


def send(state: Prompt, text: str) -> Prompt:
    """Send an own version. Nothing but space changes nothing."""
    kept = text.strip()[:READ]
    if not kept:
        return state
    cut = len(text.strip()) - len(kept)
    return replace(state, own=replace(ask(state.lang, state.matter, kept), cut=cut))


def switch(state: Prompt, block: str) -> Prompt:
    return replace(state, blocks=state.blocks ^ {block})


def write(state: Prompt, fields: tuple[str, ...]) -> Prompt:
    return replace(state, fields=tuple(text[:LIMIT] for text in fields))


def sort(state: Prompt, place: str) -> Prompt:
    """Sort the next of the six texts."""
    return replace(state, picks=(*state.picks, place)) if len(state.picks) < len(SORTED) else state


# ---- one request


def version(matter: Matter, name: str) -> str:
    """The matter as one of VERSIONS."""
    if name == "vague":
        return matter.vague
    precise = f"{matter.context} {matter.task}"
    return precise if name == "precise" else f"{matter.before} {precise} {matter.after}"


def composed(matter: Matter, blocks: frozenset[str]) -> str:
    """The request with these building blocks; without the task the vague words stand in its place."""
    parts = [matter.vague if b == "task" and b not in blocks else getattr(matter, b) for b in BLOCKS
             if b in blocks or b == "task"]  # fmt: skip
    return " ".join(parts)


def ask(lang: str, matter: int, text: str) -> Tried:
    """Send a text meant for a matter to the answer search."""
    right, bot = wanted(lang)[matter], room.bot(lang)
    answer, scores = bot.answer(text), bot.scores([text])[0]
    verdict = "handed" if answer.hand_off else "right" if answer.entry == right else "wrong"
    return Tried(text, answer, int((scores > scores[right]).sum()) + 1, verdict)


@lru_cache(maxsize=64)
def three(lang: str, matter: int) -> tuple[Tried, ...]:
    """The three versions of a matter, sent."""
    return tuple(ask(lang, matter, version(matters(lang)[matter], name)) for name in VERSIONS)


@lru_cache(maxsize=3)
def wanted(lang: str) -> tuple[int, ...]:
    """The entry that answers each matter."""
    place = {name: n for n, name in enumerate(corpus(lang).ids)}
    return tuple(place[matter.entry] for matter in matters(lang))


# ---- all matters


@dataclass(frozen=True)
class Count:
    """What became of n requests: numbers of right and wrong answers and of those handed over; mean confidence 0 to 1.

    first: how often the right entry was in the first place, handed over or not.
    """

    n: int
    right: int
    wrong: int
    handed: int
    first: int
    confidence: float


def count(lang: str, texts: list[str]) -> Count:
    """Send one text for each matter."""
    best, sure = room.bot(lang).judged(texts)
    first, given = best == np.array(wanted(lang)), (sure >= room.bot(lang).threshold) & (sure > 0)
    right, wrong = int((first & given).sum()), int((~first & given).sum())
    return Count(len(texts), right, wrong, len(texts) - right - wrong, int(first.sum()), float(sure.mean()))


@lru_cache(maxsize=3)
def measured(lang: str) -> tuple[Count, ...]:
    """All matters in each of VERSIONS."""
    return tuple(count(lang, [version(matter, name) for matter in matters(lang)]) for name in VERSIONS)


@lru_cache(maxsize=96)
def composition(lang: str, blocks: frozenset[str]) -> Count:
    """All matters with these building blocks."""
    return count(lang, [composed(matter, blocks) for matter in matters(lang)])


@dataclass(frozen=True)
class Share:
    """Shares, 0 to 1, of many requests: answered right, wrong, handed over; and mean confidence."""

    right: float
    wrong: float
    handed: float
    confidence: float

    def shown(self) -> Share:
        """Of 100, in whole numbers as they are read: what became of the requests adds up to 100."""
        return Share(*parts((self.right, self.wrong, self.handed), 100), round(100 * self.confidence))


@lru_cache(maxsize=30)
def effect(lang: str, block: str) -> tuple[Share, Share]:
    """Without and with a building block: means over all 16 compositions of the others."""
    others = [b for b in BLOCKS if b != block]
    sets = [frozenset(some) for k in range(len(others) + 1) for some in combinations(others, k)]
    return _mean(lang, sets), _mean(lang, [some | {block} for some in sets])


def _mean(lang: str, sets: list[frozenset[str]]) -> Share:
    each = [composition(lang, some) for some in sets]
    return Share(*(float(np.mean([getattr(c, name) / (1 if name == "confidence" else c.n) for c in each]))
                   for name in ("right", "wrong", "handed", "confidence")))  # fmt: skip


def gain(lang: str, block: str) -> int:
    """By how many of 100 requests more (or fewer) are answered right with the block: the difference of what is read."""
    without, with_it = effect(lang, block)
    return with_it.shown().right - without.shown().right
