"""Look inside: what two questions have in common, and what one changed word does to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ..data.corpus import KINDS as ASKED
from ..data.corpus import corpus
from ..data.pairs import KINDS, pairs
from . import ridge, room, vectors
from .compare import Comparison
from .vectors import READ

SAMPLES = 4
LETTERS, SWAP, MEASURED = 0, 1, 2
VIEWS = ("words", "letters", "both")


@dataclass(frozen=True)
class Inside:
    """guess: the kind of change (of data.pairs.KINDS) predicted to lower the similarity most.

    part: LETTERS, SWAP, MEASURED. first: the question chosen or typed; now: what the learner made of it.
    kind: whose pairs are listed.
    """

    lang: str
    first: str
    now: str
    guess: str | None = None
    part: int = LETTERS
    kind: str = KINDS[0]


def begin(lang: str) -> Inside:
    """The state before anything happened: the first sample question."""
    return Inside(lang, samples(lang)[0], samples(lang)[0])


@lru_cache(maxsize=3)
def samples(lang: str) -> tuple[str, ...]:
    """Questions to begin with."""
    return tuple(before for before, _ in pairs(lang).pairs["synonym"][:SAMPLES])


def go(state: Inside, part: int) -> Inside:
    return replace(state, part=part)


def choose(state: Inside, text: str) -> Inside:
    """Begin with this question; nothing but space changes nothing. Only the first READ characters are kept."""
    kept = text.strip()[:READ]
    return replace(state, first=kept, now=kept) if kept else state


def kind(state: Inside, name: str) -> Inside:
    return replace(state, kind=name)


# ---- change a word


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in vectors.words(text)]


def edit(state: Inside, text: str) -> Inside:
    """Change the question freely; what it is compared with stays."""
    kept = text.strip()[:READ]
    return replace(state, now=kept) if kept else state


def restore(state: Inside) -> Inside:
    return replace(state, now=state.first)


def drop(state: Inside, place: int) -> Inside:
    """Leave word `place` of the question out. The last word stays: an empty question cannot be asked."""
    start, end = vectors.words(state.now)[place]
    left = " ".join((state.now[:start] + state.now[end:]).split())
    return replace(state, now=left) if words(left) else state


def swap(state: Inside, place: int, change: Callable[[str], str]) -> Inside:
    start, end = vectors.words(state.now)[place]
    return edit(state, state.now[:start] + change(state.now[start:end]) + state.now[end:])


def misspelt(word: str) -> str:
    """Two neighbouring letters of the middle changed round; a short or uniform word gets its last letter twice."""
    middle = len(word) // 2
    for i in (*range(middle - 1, 0, -1), *range(middle, len(word) - 1)):
        if word[i] != word[i + 1]:
            return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return word + word[-1:]


def synonym(lang: str, word: str) -> str | None:
    """Another word for the same, if one is known."""
    return pairs(lang).synonyms.get(word.casefold())


class Effect(NamedTuple):
    """The question before and after, each compared with the FAQ question that was nearest before.

    before, after: similarities, 0 to 1. sure: stated confidences. entries: which answer came.
    """

    before: float
    after: float
    sure: tuple[float, float]
    entries: tuple[int, int]


@lru_cache(maxsize=256)
def effect(lang: str, first: str, now: str) -> Effect:
    best, sure = room.bot(lang).judged([first, now])
    alike = [comparison(lang, text, first).similarity for text in (first, now)]
    return Effect(*alike, tuple(map(float, sure)), tuple(map(int, best)))


@lru_cache(maxsize=256)
def reference(lang: str, first: str) -> int:
    """Number of the FAQ question nearest to a text."""
    return room.bot(lang).nearest(first, 1)[0].question


@lru_cache(maxsize=16)
def comparison(lang: str, text: str, first: str) -> Comparison:
    """A text beside the FAQ question that is nearest to `first`."""
    return room.bot(lang).compare(text, reference(lang, first))


# ---- measured


class Pair(NamedTuple):
    """Two questions; similarity 0 to 1; same: whether the same answer comes."""

    before: str
    after: str
    similarity: float
    same: bool


def asked_in(lang: str) -> str:
    """Einfache Sprache asks in German: nothing is measured twice."""
    return "en" if lang == "en" else "de"


@lru_cache(maxsize=2)
def compared(lang: str) -> dict[str, tuple[Pair, ...]]:
    """All pairs of all kinds, lang: de or en. Do not change."""
    bot, made = room.bot(lang), {}
    for name, each in pairs(lang).pairs.items():
        best = bot.best([text for both in each for text in both]).reshape(-1, 2)
        alike = [bot.compare(after, before).similarity for before, after in each]
        made[name] = tuple(Pair(*both, a, bool(x == y)) for both, a, (x, y) in zip(each, alike, best, strict=True))
    return made


class Summary(NamedTuple):
    """similarity: mean over the pairs of a kind, 0 to 1. same: so many of n pairs get the same answer."""

    similarity: float
    same: int
    n: int


def summary(lang: str, name: str) -> Summary:
    each = compared(asked_in(lang))[name]
    return Summary(float(np.mean([p.similarity for p in each])), sum(p.same for p in each), len(each))


def greatest(lang: str) -> str:
    """The kind of change that lowers the similarity most, on average."""
    return min(KINDS, key=lambda name: summary(lang, name).similarity)


def accuracy(lang: str, view: str) -> float:
    """Share of the answerable later questions whose right entry is best, 0 to 1, with only a part of the comparison.

    view: words (whole words and pairs), letters (pieces of words), or both, which is the bot itself.
    """
    return _accuracy(asked_in(lang), view)


@lru_cache(maxsize=6)
def _accuracy(lang: str, view: str) -> float:
    found, asked = corpus(lang), np.flatnonzero(corpus(lang).kind == ASKED.index("known"))
    if view == "both":
        return float(np.mean(room.tested(lang).right[asked]))
    known, later = _seen(lang, view)
    targets = np.eye(len(found.faq.entries))[found.faq.owner]
    alike, later = (known @ known.T).toarray(), (later[asked] @ known.T).toarray()
    weights = np.linalg.solve(np.exp(alike - 1) + ridge.RIDGE * np.eye(len(alike)), targets)
    best = (np.exp(later - 1) @ weights).argmax(1)
    return float(np.mean(best == found.entry[asked]))


def _seen(lang: str, view: str):
    """(vectors of the FAQ's questions, of the later questions) with only words or only letters, as csr matrices."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    def whole(gram: str) -> bool:
        return len(gram) > 2 and gram[0] == gram[-1] == " "

    made = TfidfVectorizer(
        analyzer=lambda text: [gram for gram in vectors.grams(text) if whole(gram) == (view == "words")],
        sublinear_tf=True,
    )
    return made.fit_transform(corpus(lang).faq.questions), made.transform(corpus(lang).asked)
