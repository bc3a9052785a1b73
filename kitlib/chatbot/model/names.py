"""Names of people, recognised by what stands around them and by a list of first names: small, and easy to read.

A surname alone ("the invoice for Miller") has nothing that a rule could hold on to. These are the ones it misses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ..data.private import first_names

WORD = re.compile(r"[^\W\d_](?:[\w'’]|-(?=\w))*")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words("herr herrn hr frau fr familie mr mrs ms miss dr prof professor")
ROLES = _words("kollege kollegin kunde kundin mitarbeiter mitarbeiterin meister azubi colleague customer foreman")
PARTICLES = _words("von van de der den zu la di dos el al")
LONGEST = 8
"""Words of a name with its titles: without a bound, a page of titles would be read again from each of them."""
SAID = re.compile(
    r"\b(?:(?:mein name ist|ich heiße|heißt|my name is|is called|hier schreibt|inhaber(?:in)?|account holder"
    r"|ansprechpartner(?:in)?(?: im \w{1,20})?(?: ist)?|(?:your )?contact(?: in \w{1,20})?(?: is)?|fahrer(?:in)? ist"
    r"|driver is|halter(?:in)?|keeper|^von:|^from:|bewerber(?:in)?|applicant)\b:?\s{0,2}"
    r"|(?:gr(?:uß|üße|üßen)|lg|mfg|regards|cheers|wishes|i\. ?a\.|p\.p\.|thanks and bye|love),?\s{0,3})",
    re.I | re.M,
)
PERHAPS = re.compile(r"\b(?:ich bin|i am|i'm|this is|hier ist)\s", re.I)
NOT_NAMES = _words(
    "ihr ihre your the das der die den wir ich we i guten good hallo hello hi dear lieber liebe liebes sehr moin best "
    "kind mit team kunde kundin customer service number no nummer nr herzliche viele beste tel telefon phone mail "
    "e-mail iban an to von from betreff subject bitte please anbei attached"
)


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def plain(self) -> str:
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        """Written like a name or an initial, not all in capitals, and no greeting."""
        written = len(self.text) == 1 or self.text[1:] != self.text[1:].upper()
        return self.text[0].isupper() and written and self.plain not in NOT_NAMES


def find(text: str) -> list[tuple[int, int]]:
    """(start, end) of each name in order. What several rules find together is one name."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_by_rules(text)):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _by_rules(text: str) -> Iterator[tuple[int, int]]:
    words = [Word(*found.span(), found[0]) for found in WORD.finditer(text)]
    place = {word.start: n for n, word in enumerate(words)}
    shouted = _lines_without_capitals(text)
    for n, word in enumerate(words):
        if word.plain in TITLES | ROLES and n + 1 < len(words) and _joined(text, word, words[n + 1]):
            yield from _run(text, words, n + 1, 1 if word.plain in ROLES else 3)
        elif _known(word.plain) and (word.text[0].isupper() or shouted(word.start)):
            yield _with_surname(text, words, n)
    for pattern, least in ((SAID, 1), (PERHAPS, 2)):
        for found in pattern.finditer(text):
            if found.end() in place:
                yield from _run(text, words, place[found.end()], 3, least)


def _known(plain: str) -> bool:
    """A first name of the list, also as "Petra's", "Roberts" (German genitive) or "Hans-Peter"."""
    names = first_names()
    return any(part in names for part in (plain, re.sub(r"['’]?s$", "", plain), plain.partition("-")[0]))


def _lines_without_capitals(text: str):
    """Whether the line around a place is written in small letters only, as in a chat: then small names count."""
    ends, small, start = [], [], 0
    for line in text.splitlines(keepends=True):
        start += len(line)
        ends.append(start)
        small.append(line == line.lower())
    return lambda at: small[min(bisect_right(ends, at), len(small) - 1)]


def _joined(text: str, one: Word, other: Word) -> bool:
    """Only a blank between both, or the dot of "Dr." or of an initial."""
    between = text[one.end : other.start]
    return between == " " or (between in (". ", ".") and (len(one.text) == 1 or one.plain in TITLES))


def _run(text: str, words: list[Word], n: int, most: int, least: int = 1) -> Iterator[tuple[int, int]]:
    """Up to `most` names in a row from word n on, after titles; small words such as "von" may stand before a name."""
    end = min(len(words), n + LONGEST)
    while n + 1 < end and words[n].plain in TITLES and _joined(text, words[n], words[n + 1]):
        n += 1
    start, taken, last = n, 0, None
    while n < end and taken < most and (n == start or _joined(text, words[n - 1], words[n])):
        if words[n].capital:
            taken, last = taken + 1, n if len(words[n].text) > 1 else last
        elif words[n].plain not in PARTICLES:
            break
        n += 1
    if last is not None and (taken >= least or _known(words[start].plain)):
        yield words[start].start, words[last].end


def _with_surname(text: str, words: list[Word], n: int) -> tuple[int, int]:
    """A first name with the surname after it, or before it as in "Miller, Anna"."""
    first = last = n
    while last + 1 < len(words) and last - n < 2 and _joined(text, words[last], words[last + 1]):
        if not words[last + 1].capital and words[last + 1].plain not in PARTICLES:
            break
        last += 1
    while words[last].plain in PARTICLES:
        last -= 1
    before = words[n - 1] if n else None
    if (
        before
        and text[before.end : words[n].start] == ", "
        and before.capital
        and text[: before.start][-1:] in ("", "\n")
    ):
        first = n - 1
    return words[first].start, words[last].end
