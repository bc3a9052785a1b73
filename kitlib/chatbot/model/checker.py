"""Reads a generated sentence back as a fact and looks the fact up: is there a source that backs it?

Possible here because the firm writes in a few known shapes. For free text such a checker does not exist: people check.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..data.firm import Firm

KINDS = ("copied", "true", "false", "open", "odd")
"""A sentence of the sources word by word; a new one that a source backs; one that a source contradicts; a statement
about which no source says anything; no statement in a known shape."""


@dataclass(frozen=True)
class Verdict:
    """kind: one of KINDS. product, attribute, value: what the sentence states; "" for an odd one.

    sources: indices of the statements of the firm about this product and attribute.
    """

    kind: str
    product: str = ""
    attribute: str = ""
    value: str = ""
    sources: tuple[int, ...] = ()


class Checker:
    """Checks sentences, as words, against what `firm` says. Not changed after its making."""

    def __init__(self, firm: Firm):
        self._products = frozenset(firm.products)
        self._values: dict[str, set[str]] = {}
        self._shapes: dict[tuple[str, ...], str] = {}
        self._sources: dict[tuple[str, str], list[int]] = {}
        for number, one in enumerate(firm.statements):
            self._values.setdefault(one.attribute, set()).add(one.value)
            self._shapes[_shape(one.words, one.product, one.value)] = one.attribute
            self._sources.setdefault((one.product, one.attribute), []).append(number)
        self._all_values = frozenset().union(*self._values.values())
        self._known = {one.words for one in firm.statements}
        self._truth = {(one.product, one.attribute): one.value for one in firm.statements}

    def check(self, words: tuple[str, ...]) -> Verdict:
        product, value = _only(words, self._products), _only(words, self._all_values)
        attribute = self._shapes.get(_shape(words, product, value)) if product and value else None
        if attribute is None or value not in self._values[attribute]:
            return Verdict("odd")
        sources = self.sources(product, attribute)
        return Verdict(self._kind(words, product, attribute, value), product, attribute, value, sources)

    def _kind(self, words: tuple[str, ...], product: str, attribute: str, value: str) -> str:
        truth = self._truth.get((product, attribute))
        if truth is None:
            return "open"
        if truth != value:
            return "false"
        return "copied" if words in self._known else "true"

    def sources(self, product: str, attribute: str) -> tuple[int, ...]:
        """Indices of the sentences that state this attribute of this product; none where the documents are silent."""
        return tuple(self._sources.get((product, attribute), ()))


def _only(words: tuple[str, ...], known: frozenset[str]) -> str:
    """The one word that is in `known`, else "": a sentence with two names states nothing clear."""
    found = [word for word in words if word in known]
    return found[0] if len(found) == 1 else ""


def _shape(words: tuple[str, ...], product: str, value: str) -> tuple[str, ...]:
    return tuple({product: "\x01name", value: "\x01value"}.get(word, word) for word in words)
