"""Texts as vectors: pieces of words (character n-grams), whole words and pairs, weighted by TF-IDF.

Pieces of words find "Versandkosten" in "Versand kosten" and survive typing errors. Each piece can be traced to the
characters of the text it came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy import sparse

READ = 2_000
"""Characters of a text that are read: far more than a question has, and a bound on the time hostile text can take."""
SIZES = (2, 3, 4)
"""Lengths of the pieces of words; the edge of a word counts as a character."""
WORD = re.compile(r"\w+")
MARKS = re.compile("[\u0300-\u036f]")


class Gram(NamedTuple):
    """A piece and where it stands in the text: characters start to end."""

    gram: str
    start: int
    end: int


@dataclass(frozen=True, eq=False, repr=False)
class Vectors:
    """number: column of each piece. idf: (pieces,) weights. unseen: weight of a piece no question holds."""

    number: dict[str, int]
    idf: np.ndarray
    unseen: float

    def __call__(self, texts: Iterable[str]) -> sparse.csr_array:
        """(n, pieces) float64. Rows have length 1 if all pieces of the text occur in the questions, else below 1.

        So the product with the row of a question is their cosine similarity, new pieces counted.
        """
        data, columns, ends = [], [], [0]
        for text in texts:
            known, values = self._row(grams(text))
            columns.extend(known)
            data.extend(values)
            ends.append(len(columns))
        shape = (len(ends) - 1, len(self.number))
        made = sparse.csr_array((np.array(data, float), np.array(columns, np.int32), np.array(ends)), shape=shape)
        made.sort_indices()
        return made

    def _row(self, found: list[str]) -> tuple[list[int], np.ndarray]:
        counts = Counter(found)
        columns = np.array([self.number.get(gram, -1) for gram in counts], int)
        values = 1 + np.log(np.array(list(counts.values()), float))
        values *= np.where(columns < 0, self.unseen, np.append(self.idf, 0)[columns])
        values /= np.linalg.norm(values) or 1
        return columns[columns >= 0].tolist(), values[columns >= 0]


def fit(questions: Sequence[str]) -> Vectors:
    """Pieces and their weights: the fewer questions hold a piece, the more it counts."""
    df = Counter(gram for text in questions for gram in set(grams(text)))
    number = {gram: i for i, gram in enumerate(sorted(df))}
    share = (1 + np.array([df[gram] for gram in number], float)) / (1 + len(questions))
    return Vectors(number, 1 - np.log(share), float(1 + np.log(1 + len(questions))))


def grams(text: str) -> list[str]:
    """The pieces of a text, with repeats."""
    return [gram for gram, _, _ in _pieces(folded(text)[0])]


def traced(text: str) -> list[Gram]:
    """The pieces of a text with their places in it as it was written."""
    plain, origin = folded(text)
    return [Gram(gram, origin[start], origin[end - 1] + 1) for gram, start, end in _pieces(plain)]


def folded(text: str) -> tuple[str, list[int]]:
    """(text in small letters without accents, place each character had in the text). Umlauts as ae, oe, ue, ß as ss.

    Only the first READ characters. What is typed in another form (ligatures, wide letters, é as two characters) agrees.
    """
    plain, origin = [], []
    for place, char in enumerate(text[:READ]):
        spelt = _spelt(char)
        plain.append(spelt)
        origin.extend([place] * len(spelt))
    return "".join(plain), origin


@lru_cache(maxsize=1024)
def _spelt(char: str) -> str:
    return MARKS.sub("", unicodedata.normalize("NFKD", char.casefold()).replace("\u0308", "e"))


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of the text as it was written."""
    plain, origin = folded(text)
    return [(origin[found.start()], origin[found.end() - 1] + 1) for found in WORD.finditer(plain)]


def _pieces(plain: str) -> list[tuple[str, int, int]]:
    """(piece, start, end) in the folded text."""
    found, before = [], None
    for match in WORD.finditer(plain):
        start, end, word = match.start(), match.end(), match.group()
        padded, last = f" {word} ", len(word) + 2
        for size in SIZES:
            found += [
                (padded[i : i + size], start + max(i - 1, 0), min(start + i - 1 + size, end))
                for i in range(last - size + 1)
            ]
        if last > SIZES[-1]:
            found.append((padded, start, end))
        if before:
            found.append((f" {before.group()} {word} ", before.start(), end))
        before = match
    return found
