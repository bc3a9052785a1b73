"""True sentences about the products of Musterwerk, each with the fact it states; see datasets/faq/DATASHEET.md."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .corpus import rows


@dataclass(frozen=True)
class Statement:
    """attribute: a key such as "weight". words: the sentence in pieces, its full stop is one of them."""

    product: str
    attribute: str
    value: str
    sentence: str
    words: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Firm:
    """What the documents say in one language. products, attributes: in order of appearance.

    Not every product has every attribute: about some pairs the documents say nothing.
    """

    lang: str
    statements: tuple[Statement, ...]
    products: tuple[str, ...]
    attributes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Firm({self.lang}, {len(self.statements)} sentences, {len(self.products)} products)"


def split(sentence: str) -> tuple[str, ...]:
    """The words of a sentence; a full stop at its end is a word of its own. A no-break space stays inside its word."""
    end = (".",) if sentence.endswith(".") else ()
    return (*(word for word in sentence.removesuffix(".").split(" ") if word), *end)


def join(words: tuple[str, ...]) -> str:
    """Undoes `split`."""
    return " ".join(words).replace(" .", ".")


@lru_cache(maxsize=3)
def firm(lang: str = "de") -> Firm:
    """The shipped sentences in one language (de, en or einfach), read once a process."""
    said = tuple(
        Statement(row["product"], row["attribute"], row["value"], row["sentence"], split(row["sentence"]))
        for row in rows("firm.csv")
        if row["lang"] == lang
    )
    return Firm(lang, said, _unique(one.product for one in said), _unique(one.attribute for one in said))


def _unique(values) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
