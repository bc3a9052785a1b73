"""How alike two texts are, split up into the pieces, words and characters the likeness comes from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .vectors import Vectors, traced, words


class Piece(NamedTuple):
    """A piece both texts hold; share: what it adds to the similarity; spans: where it stands in the text."""

    gram: str
    share: float
    spans: tuple[tuple[int, int], ...]


class Word(NamedTuple):
    """A word of the text, from character start to end; share: what its characters add to the similarity."""

    text: str
    start: int
    end: int
    share: float


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """similarity: cosine, 0 to 1. pieces: largest share first. words: in the order of the text. letters: (len(text),).

    Shares of pieces, of words and of letters each add up to the similarity.
    """

    text: str
    question: str
    similarity: float
    pieces: tuple[Piece, ...]
    words: tuple[Word, ...]
    letters: np.ndarray


def compare(vectors: Vectors, text: str, question: str) -> Comparison:
    """The similarity of a text and a question, and where it comes from."""
    mine, theirs = vectors([text]), vectors([question])
    product = (mine * theirs).tocsr()
    names, spans = list(vectors.number), defaultdict(list)
    for gram, start, end in traced(text):
        spans[gram].append((start, end))
    shares = [(names[column], float(value)) for column, value in zip(product.indices, product.data, strict=True)]
    pieces = tuple(
        Piece(gram, share, tuple(spans[gram])) for gram, share in sorted(shares, key=lambda s: (-s[1], s[0]))
    )
    places = words(text)
    letters = _letters(len(text), pieces, places)
    found = tuple(Word(text[a:b], a, b, float(letters[a:b].sum())) for a, b in places)
    return Comparison(text, question, float((mine @ theirs.T).sum()), pieces, found, letters)


def _letters(length: int, pieces: tuple[Piece, ...], places: list[tuple[int, int]]) -> np.ndarray:
    """(length,) the share of a piece spread evenly over the places it stands at, and over the letters there."""
    letters, inside = np.zeros(length), np.zeros(length, bool)
    for start, end in places:
        inside[start:end] = True
    for piece in pieces:
        for start, end in piece.spans:
            kept = np.flatnonzero(inside[start:end]) + start
            letters[kept] += piece.share / len(piece.spans) / len(kept)
    letters.flags.writeable = False
    return letters
