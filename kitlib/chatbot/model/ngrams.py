"""A text generator that counts: which word came after the last few words, in sentences it was given.

Order-n Markov chain of words (Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x, section 3). It holds counts and
nothing else: no grammar, no facts. Where the last words never stood together it looks at fewer of them (back-off).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

START, END = "\x02", "\x03"
"""Stand before the first and after the last word; control characters, for no typed word looks like this."""
LONGEST = 6
COLDEST = 0.05
LIMIT = 40
"""Words after which a sentence is cut off: with a short context it may turn in circles."""


@dataclass(frozen=True)
class Next:
    """What followed, alphabetically: words (END for the end), how often, and in which sentences (indices) each.

    used: the last words that were looked at, fewer than asked for where back-off was needed or the sentence is young.
    """

    words: tuple[str, ...]
    counts: tuple[int, ...]
    seen: tuple[tuple[int, ...], ...]
    used: tuple[str, ...]

    def shares(self, temperature: float = 1.0) -> tuple[float, ...]:
        """Probability of each word. Temperature 1: as counted; below: the frequent more often; above: more even."""
        sharp = 1 / max(temperature, COLDEST)
        weights = [(count / max(self.counts)) ** sharp for count in self.counts]
        return tuple(weight / sum(weights) for weight in weights)


class Ngrams:
    """Counts of a set of sentences for 1 to LONGEST words of context. Not changed after `train`."""

    def __init__(self, sentences: Sequence[Sequence[str]]):
        self.sentences = tuple(tuple(words) for words in sentences)
        self._after: dict[tuple[str, ...], dict[str, list[int]]] = {}
        for number, words in enumerate(self.sentences):
            self._count(number, (START, *words, END))
        self.next = lru_cache(maxsize=20_000)(self._next)
        self._draw = lru_cache(maxsize=20_000)(self._weights)

    def _count(self, number: int, words: tuple[str, ...]) -> None:
        for place in range(1, len(words)):
            for length in range(min(place, LONGEST) + 1):
                after = self._after.setdefault(words[place - length : place], {})
                after.setdefault(words[place], []).append(number)

    def _next(self, said: tuple[str, ...], context: int, back_off: bool = True) -> Next:
        """What may follow `said`, looking at the last `context` (1..6) words of it; its beginning counts as one.

        Without back-off, last words that never stood together have no continuation: empty tuples.
        """
        used = _last((START, *said), context)
        return self._after_words(self._known(used) if back_off else used)

    def _known(self, used: tuple[str, ...]) -> tuple[str, ...]:
        while used not in self._after:
            used = used[1:]
        return used

    def _after_words(self, used: tuple[str, ...]) -> Next:
        after = self._after.get(used, {})
        words = tuple(sorted(after))
        return Next(words, tuple(len(after[w]) for w in words), tuple(tuple(after[w]) for w in words), used)

    def _weights(self, used: tuple[str, ...], temperature: float) -> tuple[tuple[str, ...], list[float]]:
        found = self._after_words(used)
        return found.words, list(accumulate(found.shares(temperature)))

    def write(
        self, rng: random.Random, context: int, temperature: float = 1.0, begin: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """One sentence after the words `begin`, word by word; at most LIMIT words. The same rng state, the same one."""
        said = [START, *begin]
        used = _last(tuple(said), context)
        while len(said) <= LIMIT:
            used = self._known(used)
            words, sums = self._draw(used, temperature)
            word = rng.choices(words, cum_weights=sums)[0]
            if word == END:
                break
            said.append(word)
            used = _last((*used, word), context)  # what never stood together does not with one word more
        return tuple(said[1:])


def _last(words: tuple[str, ...], context: int) -> tuple[str, ...]:
    return words[-min(max(context, 1), LONGEST) :]


def train(sentences: Sequence[Sequence[str]]) -> Ngrams:
    """sentences: at least one, each a sequence of words. Raises ValueError for none."""
    if not any(sentences):
        raise ValueError("no sentence to count")
    return Ngrams([words for words in sentences if words])
