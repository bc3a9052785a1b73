"""How easy a German text is to read, and what Einfache Sprache asks of one.

Wiener Sachtextformel 1 (Bamberger and Vanecek 1984) gives the school year that reads a text with ease (below 4: very
easy); Flesch in Amstad's German form (1978) goes from 0 (hard) to 100 (easy). Syllables are counted by hyphenation
(pyphen). Formulas and hyphenation are those of textstat, without its import of nltk, which takes seconds and looks for
data on the internet; a test compares both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from prose import sentences, words
from pyphen import Pyphen

LONGEST_SENTENCE = 15
MEAN_SENTENCE = 10
LONGEST_WORD = 20
EASIER_BY = 1.0  # school years, einfach against German, over all texts of a file that has
ENOUGH = 20  # sentences
_CLAUSE = re.compile(
    r"\b(dass|weil|wenn|obwohl|damit|während|nachdem|bevor|sodass|indem|falls|sobald|solange|deren|dessen|"
    r"welche[nmrs]?|(?<=, )(?:der|die|das|denen|den|dem|ob|wie|wo|was|wer))\b",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(r"\b(?:z\. ?B|d\. ?h|u\. ?a|bzw|usw|etc|ggf|evtl|inkl|ca|sog|i\. ?d\. ?R|o\. ?ä)\.")
_GERMAN = Pyphen(lang="de_DE")


@dataclass(frozen=True)
class Figures:
    """Readability of German text: mean and longest sentence in words, share of words over six letters, two formulas."""

    sentences: int
    words: int
    mean: float
    longest: int
    long_words: float
    wiener: float
    flesch: float


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    return len(_GERMAN.positions(word.lower())) + 1


def figures(text: str) -> Figures | None:
    """Figures over the full sentences of a markdown text; headings and labels do not count. None without a sentence."""
    full = [words(s) for s in sentences(text) if re.search(r"[.!?:…][\"'“”«»)]*$", s)]
    flat = [word for sentence in full for word in sentence]
    if not flat:
        return None
    mean = len(flat) / len(full)
    count = [syllables(word) for word in flat]
    share = {
        "many": sum(n >= 3 for n in count) / len(flat),
        "one": sum(n == 1 for n in count) / len(flat),
        "long": sum(len(word) > 6 for word in flat) / len(flat),
    }
    wiener = 19.35 * share["many"] + 0.1672 * mean + 12.97 * share["long"] - 3.27 * share["one"] - 0.875
    flesch = 180 - mean - 58.5 * sum(count) / len(flat)
    return Figures(len(full), len(flat), mean, max(map(len, full)), share["long"], wiener, flesch)


def not_easy(text: str):
    """What one text in Einfache Sprache has that it should not have, as sentences that say what to do."""
    for sentence in sentences(text):
        found = words(sentence)
        if len(found) > LONGEST_SENTENCE:
            yield f"a sentence of {len(found)} words, {LONGEST_SENTENCE} at most, make two of it: {sentence!r}"
        if len(clauses := _CLAUSE.findall(sentence)) > 1:
            yield f"more than one thought in a sentence ({', '.join(clauses)}), make two of it: {sentence!r}"
        for word in found:
            if max(map(len, word.split("-"))) > LONGEST_WORD:
                yield f"{word!r} is longer than {LONGEST_WORD} letters: use a shorter word or divide it with a hyphen"
    for short in _SHORT_FORM.findall(text):
        yield f"write {short!r} in full"


def not_easier(german: str, easy: str):
    """Whether all texts of one file, joined, are easier in Einfache Sprache than in German."""
    one, other = figures(german), figures(easy)
    if not one or not other:
        return
    if other.mean > MEAN_SENTENCE:
        yield f"{other.mean:.1f} words a sentence on average, {MEAN_SENTENCE} at most: shorten the longest ones"
    if min(one.sentences, other.sentences) >= ENOUGH and other.wiener > one.wiener - EASIER_BY:
        yield (
            f"school year {other.wiener:.1f} (Wiener Sachtextformel), German {one.wiener:.1f}: has to be easier by "
            f"{EASIER_BY:g}, use shorter sentences and shorter words"
        )
