"""Fluent and wrong: sentences from a generator that counts, checked against what the documents say."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from ..data.firm import Firm, firm
from .checker import KINDS, Checker, Verdict
from .ngrams import LONGEST, Next, Ngrams, train

SEED = 17
SAMPLE, TEN = 1000, 10
CONTEXTS = tuple(range(1, LONGEST + 1))
TEMPERATURES = (0.2, 0.4, 0.6, 0.8, 1.0, 1.5, 2.0)
CONTEXT, TEMPERATURE = 3, 1.0
SENTENCE, MANY, CURVES, LOOK_UP = range(4)
"""The parts of the experiment."""


@dataclass(frozen=True)
class Generate:
    """guess: of 100 fluent new sentences so many are true. sentence: number of the one on show. word: index of the word
    that was chosen. batch: how often ten were written. question: number of the question. stale: share of sources that
    are out of date, 0..0.3."""

    guess: int | None = None
    part: int = SENTENCE
    sentence: int = 0
    word: int | None = None
    context: int = CONTEXT
    temperature: float = TEMPERATURE
    batch: int = 0
    question: int = 1
    stale: float = 0.0


def go(state: Generate, part: int) -> Generate:
    return replace(state, part=part)


def again(state: Generate) -> Generate:
    """Write the next sentence."""
    return replace(state, sentence=state.sentence + 1, word=None)


def choose(state: Generate, word: int, lang: str) -> Generate:
    """Look at what could have followed a word; a number outside of the sentence is none."""
    return replace(state, word=word if 0 <= word < len(written(state, lang).words) else None)


def turn(state: Generate, name: str, value: float) -> Generate:
    """Set context, temperature or stale. Another context or temperature writes other sentences."""
    return replace(state, **{name: value}, word=state.word if name == "stale" else None)


def ten(state: Generate) -> Generate:
    return replace(state, batch=state.batch + 1)


def ask(state: Generate) -> Generate:
    return replace(state, question=state.question + 1)


@dataclass(frozen=True)
class Written:
    words: tuple[str, ...]
    verdict: Verdict


@lru_cache(maxsize=3)
def engine(lang: str) -> tuple[Firm, Ngrams, Checker]:
    """The firm's sentences, the generator that counted them, and the checker that looks statements up."""
    known = firm(lang)
    return known, train([one.words for one in known.statements]), Checker(known)


def write(lang: str, number: int, context: int, temperature: float, begin: tuple[str, ...] = ()) -> Written:
    words = engine(lang)[1].write(random.Random(SEED * 1_000_003 + number), context, temperature, begin)
    return Written(words, engine(lang)[2].check(words))


def written(state: Generate, lang: str) -> Written:
    """The sentence on show."""
    return write(lang, state.sentence, state.context, state.temperature)


def following(state: Generate, lang: str) -> Next | None:
    """What could have followed the chosen word; None where no word is chosen."""
    if state.word is None:
        return None
    return engine(lang)[1].next(written(state, lang).words[: state.word + 1], state.context)


def batch(state: Generate, lang: str) -> tuple[Written, ...]:
    """The last ten sentences; none before the first ten were asked for."""
    first = 10_000 + TEN * state.batch
    numbers = range(first, first + TEN) if state.batch else ()
    return tuple(write(lang, number, state.context, state.temperature) for number in numbers)


@dataclass(frozen=True)
class Shares:
    """Shares of all sentences written, 0..1, by kind of verdict; they add up to 1. different: how many differ."""

    copied: float
    true: float
    false: float
    open: float
    odd: float
    different: int = 0

    @property
    def fluent(self) -> float:
        return 1 - self.odd

    @property
    def wrong(self) -> float:
        """Among the fluent: false, or said without any source."""
        return (self.false + self.open) / self.fluent if self.fluent else 0.0

    @property
    def new_true(self) -> float | None:
        """Among the fluent that are not copied: true. None where all are copied."""
        new = self.true + self.false + self.open
        return self.true / new if new > 1e-9 else None


@lru_cache(maxsize=3 * len(CONTEXTS) * len(TEMPERATURES))
def shares(lang: str, context: int = CONTEXT, temperature: float = TEMPERATURE) -> Shares:
    """Measured on SAMPLE sentences."""
    _, ngrams, checker = engine(lang)
    rng = random.Random(SEED)
    said = Counter(ngrams.write(rng, context, temperature) for _ in range(SAMPLE))
    kinds: Counter = Counter()
    for words, times in said.items():
        kinds[checker.check(words).kind] += times
    return Shares(**{kind: kinds[kind] / SAMPLE for kind in KINDS}, different=len(said))
