"""A text generator for a die: which word may follow which, from twelve true sentences of the shipped FAQ."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kitlib.chatbot.data.firm import Firm, Statement, firm
from kitlib.chatbot.model.checker import Checker
from kitlib.chatbot.model.ngrams import END, START, Ngrams, train

SEEDS = {"de": 16, "en": 16, "einfach": 13}
"""Draws from which more than a hundred different sentences can be rolled, false ones and ones without a source too."""
SENTENCES, PRODUCTS, EACH, OF_ONE_KIND = 12, 4, 3, 4
"""Sentences in all; products they are about, sentences about one product and about one attribute at most."""
SIDES, SHORTEST, LONGEST = 6, 6, 14
"""Of a die; words of a sentence without its full stop."""
MOST = 2000
KINDS = ("copied", "true", "false", "open")
"""A sentence of the sheet; a new one that the sheet backs; one that it contradicts; one about which it says nothing."""


@dataclass(frozen=True, eq=False)
class Rolls:
    """sources: the true sentences, as many as SENTENCES."""

    lang: str
    sources: tuple[Statement, ...]

    @cached_property
    def ngrams(self) -> Ngrams:
        return train([one.words for one in self.sources])

    @cached_property
    def table(self) -> dict[str, tuple[str, ...]]:
        """What to write after each word, by side of the die: six words, some of them several times; from START on."""
        words = [START, *sorted({word for one in self.sources for word in one.words}, key=_order)]
        return {word: self._sides(word) for word in words}

    def _sides(self, word: str) -> tuple[str, ...]:
        """Sides in proportion to how often each follower came, each one side at least."""
        counts = Counter(after for one in self.sources for before, after in _pairs(one.words) if before == word)
        share = dict.fromkeys(counts, 1)
        while sum(share.values()) < SIDES:
            share[max(counts, key=lambda after: (counts[after] / (share[after] + 1), after))] += 1
        return tuple(after for after in sorted(share, key=_order) for _ in range(share[after]))

    @cached_property
    def chances(self) -> dict[tuple[str, ...], float]:
        """Each sentence that can be rolled and how probable it is; they add up to 1."""
        found, begun = {}, [((), 1.0)]
        while begun:
            said, chance = begun.pop()
            for word, sides in Counter(self.table[said[-1] if said else START]).items():
                if word == END:
                    found[said] = chance * sides / SIDES
                else:
                    begun.append(((*said, word), chance * sides / SIDES))
        return found

    def kind(self, words: tuple[str, ...]) -> str:
        """One of KINDS, for what the sheet says; "odd" for what states nothing."""
        read = engine(self.lang)[1].check(words)
        if read.kind == "odd":
            return "odd"
        true = {one.value for one in self.sources if (one.product, one.attribute) == (read.product, read.attribute)}
        if not true:
            return "open"
        copied = any(words == one.words for one in self.sources)
        return "copied" if copied else "true" if read.value in true else "false"

    @cached_property
    def shares(self) -> dict[str, float]:
        """How probable each of KINDS is, 0..1."""
        found = dict.fromkeys(KINDS, 0.0)
        for words, chance in self.chances.items():
            found[self.kind(words)] += chance
        return found

    def roll(self, rng: random.Random) -> tuple[str, ...]:
        """One sentence, as people roll it."""
        said = [rng.choice(self.table[START])]
        while (word := rng.choice(self.table[said[-1]])) != END:
            said.append(word)
        return tuple(said)


@lru_cache(maxsize=3)
def engine(lang: str) -> tuple[Firm, Checker]:
    return firm(lang), Checker(firm(lang))


@lru_cache(maxsize=8)
def made(lang: str, seed: int | None = None) -> Rolls:
    """Sentences by lot, then one after the other that brings the fewest new words, as long as all that can be rolled
    has a usual length and states something. Raises ValueError for a seed whose first sentences leave too few others.
    """
    left = list(engine(lang)[0].statements)
    random.Random(SEEDS[lang] if seed is None else seed).shuffle(left)
    chosen: list[Statement] = []
    while len(chosen) < SENTENCES:
        fitting = (one for one in _able(left, chosen) if _fits(lang, [*chosen, one]))
        one = next(fitting, None)
        if one is None:
            raise ValueError(f"seed {seed}: nothing goes with {len(chosen)} sentences")
        chosen.append(one)
    return Rolls(lang, tuple(sorted(chosen, key=lambda one: (one.product, one.attribute))))


def _able(left: list[Statement], chosen: list[Statement]) -> list[Statement]:
    """Those that may come next, the fewest new words first."""
    words = {word for one in chosen for word in one.words}
    products, kinds = Counter(one.product for one in chosen), Counter(one.attribute for one in chosen)
    able = [one for one in left if one not in chosen and products[one.product] < EACH]
    able = [one for one in able if kinds[one.attribute] < OF_ONE_KIND]
    able = [one for one in able if one.product in products or len(products) < PRODUCTS]
    return sorted(able, key=lambda one: len(set(one.words) - words) if chosen else 0)


def _fits(lang: str, chosen: list[Statement]) -> bool:
    """Whether each sentence that can follow from these counts ends in time and states something."""
    counted, begun, ended = train([one.words for one in chosen]), [()], 0
    while begun:
        said = begun.pop()
        after = counted.next(said, 1).words
        if len(after) > SIDES or len(said) > LONGEST + 1 or len(begun) + ended > MOST:
            return False
        if END in after:
            ended += 1
            if len(said) - 1 < SHORTEST or engine(lang)[1].check(said).kind == "odd":
                return False
        begun += [(*said, word) for word in after if word != END]
    return True


def _pairs(words: tuple[str, ...]):
    return zip((START, *words), (*words, END), strict=True)


def _order(word: str) -> tuple[float, str]:
    """Numbers by size, then words by letter."""
    return float(word) if word.isdigit() else float("inf"), word.casefold()
