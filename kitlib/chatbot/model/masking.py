"""Mask personal details before a text goes into a chatbot: the experiment, and how good the recogniser is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from ..data.private import KINDS, Case, Span, cases
from . import mask

MAIL, TYPED, MEASURED, NEVER = range(4)
MAILS = ("complaint", "staff")
SECRETS = ("price", "drawing", "order", "recipe")
HEALTH = {"de": ("34 Tagen krank", "der Rücken"), "en": ("ill on 34 days", "his back")}
"""What the text about an employee says about his health: specially protected, and no finder searches for it."""
LIMIT = 20_000
"""Characters of a typed text that are looked at."""


@dataclass(frozen=True)
class Masking:
    """part: MAIL, TYPED, MEASURED or NEVER. mail: one of MAILS. off: kinds that are switched off.

    stored: show what would be stored instead of what was found. typed: the own text, secret: the one of SECRETS it is.
    """

    guess: int | None = None
    part: int = MAIL
    mail: str = MAILS[0]
    off: frozenset[str] = frozenset()
    stored: bool = False
    typed: str = ""
    secret: str = ""


def go(state: Masking, part: int) -> Masking:
    return replace(state, part=part)


def choose(state: Masking, mail: str) -> Masking:
    return replace(state, mail=mail)


def switch(state: Masking, kind: str) -> Masking:
    """Switch a kind off, or on again."""
    return replace(state, off=state.off ^ {kind})


def show_stored(state: Masking, stored: bool) -> Masking:
    return replace(state, stored=stored)


def type_in(state: Masking, text: str) -> Masking:
    return replace(state, typed=text[:LIMIT], secret="")


def try_secret(state: Masking, lang: str, secret: str) -> Masking:
    return replace(state, typed=sample(lang, secret).text, secret=secret)


def kinds(state: Masking) -> tuple[str, ...]:
    """The kinds that are switched on."""
    return tuple(kind for kind in KINDS if kind not in state.off)


def sample(lang: str, name: str) -> Case:
    return next(case for case in cases(lang, "shown") if case.id == name)


@dataclass(frozen=True)
class Piece:
    """A part of a text. state: "" (plain), "found", "missed", "false" (masked, though it is no personal detail) or
    "unsought" (about somebody's health, and left to read)."""

    text: str
    state: str = ""
    kind: str = ""


def covered(text: str, detail: Span, found: tuple[Span, ...]) -> bool:
    """Whether no letter and no digit of the detail would be left to read."""
    places = [i for i in range(detail.start, detail.end) if text[i].isalnum()]
    return all(any(span.start <= i < span.end for span in found) for i in places)


def _meet(one: Span, others: tuple[Span, ...]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def judged(case: Case, found: tuple[Span, ...]) -> list[tuple[Span, str]]:
    """Each detail of the case as found or missed, and each find that is none as false, in order."""
    states = [(detail, "found" if covered(case.text, detail, found) else "missed") for detail in case.spans]
    return sorted(states + [(span, "false") for span in found if not _meet(span, case.spans)])


def unsought(text: str, lang: str, found: tuple[Span, ...]) -> list[tuple[Span, str]]:
    """What is left to read about somebody's health."""
    said = HEALTH["en" if lang == "en" else "de"]
    spans = [Span(text.index(words), text.index(words) + len(words), "health") for words in said if words in text]
    return [(span, "unsought") for span in spans if not _meet(span, found)]


def pieces(text: str, states: list[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The whole text, cut where something was found or missed."""
    made, last = [], 0
    for span, state in states:
        made += [Piece(text[last : span.start]), Piece(text[span.start : span.end], state, span.kind)]
        last = span.end
    return tuple(piece for piece in (*made, Piece(text[last:])) if piece.text)


@dataclass(frozen=True)
class Result:
    """What the recogniser makes of the text on show."""

    text: str
    pieces: tuple[Piece, ...]
    found: tuple[Span, ...]


def result(state: Masking, lang: str) -> Result:
    """Of the own text nobody has marked what is personal: there is "found" only. Nothing of it is cached."""
    case = sample(lang, state.mail) if state.part == MAIL else Case("", state.typed, ())
    found = mask.find(case.text, kinds(state))
    if state.part == MAIL:
        states = sorted(judged(case, found) + unsought(case.text, lang, found))
    else:
        states = [(span, "found") for span in found]
    return Result(case.text, pieces(case.text, states), found)


@dataclass(frozen=True)
class Row:
    """One kind on the held-back texts: `found` of `there` details fully masked; `false` of `claimed` finds are none."""

    kind: str
    found: int
    there: int
    false: int
    claimed: int


@dataclass(frozen=True)
class Measured:
    """rows: one a kind. leaky of personal: texts in which a detail was left, of those that have any. texts: all.

    clean: texts without any personal detail; alarmed: those of them in which something was masked all the same.
    """

    rows: tuple[Row, ...]
    texts: int
    personal: int
    leaky: int
    clean: int
    alarmed: int

    @property
    def total(self) -> Row:
        sums = (sum(getattr(row, name) for row in self.rows) for name in ("found", "there", "false", "claimed"))
        return Row("", *sums)


@lru_cache(maxsize=6)
def measured(lang: str, use: str = "held") -> Measured:
    """On the texts that were kept back while the recogniser was made (or on those it was made with: "build")."""
    counts: dict[str, Counter] = {kind: Counter() for kind in KINDS}
    leaky, alarmed, given = 0, 0, cases(lang, use)
    for case in given:
        found = mask.find(case.text)
        states = judged(case, found)
        for span, state in states:
            counts[span.kind][state] += 1
        for span in found:
            counts[span.kind]["claimed"] += 1
        leaky += any(state == "missed" for _, state in states)
        alarmed += bool(found) and not case.spans
    rows = tuple(Row(k, c["found"], c["found"] + c["missed"], c["false"], c["claimed"]) for k, c in counts.items())
    personal = sum(bool(case.spans) for case in given)
    return Measured(rows, len(given), personal, leaky, len(given) - personal, alarmed)
