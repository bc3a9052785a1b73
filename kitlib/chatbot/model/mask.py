"""Finds personal details in a text and masks them, before anything is stored.

Libraries do what has a rule (telephone numbers, IBAN), own patterns what Musterwerk numbers, a small recogniser names.
Business secrets have no form: a purchase price looks like any price. They are not found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from ..data.private import KINDS, Span
from . import names, numbers

FINDERS: tuple[tuple[str, Callable[[str], Iterable[tuple[int, int]]]], ...] = (
    ("email", numbers.emails),
    ("iban", numbers.ibans),
    ("customer", lambda text: numbers.grouped(numbers.CUSTOMER, text)),
    ("staff", lambda text: numbers.grouped(numbers.STAFF, text)),
    ("plate", numbers.plates),
    ("birth", lambda text: numbers.grouped(numbers.BIRTH, text)),
    ("phone", numbers.phones),
    ("address", numbers.streets),
    ("name", names.find),
)
"""The surer ones first: what a kind has taken, no later one gets."""


@dataclass(frozen=True)
class Masked:
    """text: with a placeholder instead of each detail; spans: what was replaced, as places in the text before."""

    text: str
    spans: tuple[Span, ...]


def find(text: str, kinds: Collection[str] = KINDS) -> tuple[Span, ...]:
    """Personal details of these kinds in order, without overlaps."""
    taken, spans = bytearray(len(text)), []
    for kind, finder in FINDERS:
        if kind not in kinds:
            continue
        for start, end in finder(text):
            if start < end and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                spans.append(Span(start, end, kind))
    return tuple(sorted(spans))


def mask(text: str, labels: Mapping[str, str], kinds: Collection[str] = KINDS) -> Masked:
    """Each detail replaced by the label of its kind in square brackets. labels: kind -> word, such as E-MAIL."""
    spans, parts, last = find(text, kinds), [], 0
    for span in spans:
        parts += [text[last : span.start], f"[{labels[span.kind]}]"]
        last = span.end
    return Masked("".join([*parts, text[last:]]), spans)
