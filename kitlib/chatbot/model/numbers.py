"""Personal details that have a form: e-mail, IBAN, telephone, numbers of Musterwerk, birth, street, plate.

Each pattern is bounded: no quantifier inside another one over the same characters, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import iban, numdb

REGION = "DE"
PIECE = 2_000
"""The telephone search looks at so many characters at once."""

EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}(?:@|\s?[(\[]\s?(?:at|ät)\s?[)\]]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.I
)
IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}", re.I)
_NUMBER = r"(?:nummern?|nr|numbers?|no)\b\.?"
_IS = r"(?:\s?(?:war|ist|lautet|is|was)\b|\s?[:=])?\s{0,3}"
_LABEL = r"\b{who}[- ]?{number}{is_}({digits}(?:\s?(?:,|und|and|/)\s?{digits}){{0,20}})(?!\d)"
CUSTOMER = re.compile(
    r"(?<!\w)(K[- ]?\d{5})(?!\d)|"
    + _LABEL.format(who=r"(?:kund(?:en|e|in)|kd\.?|customer)", number=_NUMBER, is_=_IS, digits=r"\d{4,6}"),
    re.I,
)
STAFF = re.compile(
    _LABEL.format(who=r"(?:personal|pers\.?|ma|staff|personnel|employee)", number=_NUMBER, is_=_IS, digits=r"\d{5}"),
    re.I,
)
_MONTH = (
    r"(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]{0,6}\.?"  # in German and in English
)
_DATE = (
    rf"(?:\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.?\s{_MONTH}\s\d{{4}}|(?:19|20)\d\d)"
)
BIRTH = re.compile(
    r"\b(?:geboren|geb\.?|geburtsdatum|geburtstag|jahrgang|born|date of birth|dob)"
    rf"(?:\s(?:am|on|in|im))?[:\s]{{0,3}}({_DATE})\b|\b({_DATE})\s(?:geboren|geb\.)",
    re.I,
)
_TOWN = r"(?:,?\s\d{5}\s[A-ZÄÖÜ][\w-]{1,30}|,\s[A-Z][a-z]{2,30}\b)?"
_HOUSE = r"\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?[a-z]\b)?"
ADDRESS = re.compile(
    rf"\b(?:[A-ZÄÖÜ][\w-]{{1,30}}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|ufer|damm)"
    rf"|(?:Am|An|Auf|Im|In|Zum|Zur|Unter|Hinter)(?:\s(?:der|den|dem))?(?:\s[A-ZÄÖÜ][\w-]{{1,30}}){{1,2}}"
    rf"|[A-ZÄÖÜ][\w-]{{1,30}}\s(?:Straße|Str\.|Weg|Platz|Allee|Ring))\s{_HOUSE}{_TOWN}"
    rf"|\b{_HOUSE}(?:\s[A-Z][\w'’-]{{1,30}}){{1,3}}?\s"
    rf"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Square|Drive|Way|Row|Court|Hill|Gardens|Crescent)\b{_TOWN}"
)
NO_STREET = re.compile(r"\b(?:Tor|Halle|Raum|Regal|Werk|Lager|Gang|Jahr|KW|Abschnitt|" + _MONTH + r")\s\d", re.I)
BETWEEN_WORDS = re.compile(r"(?<=[^\W\d])\s|\s(?=[^\W\d])")
PLATE = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2}\s?\d{1,4}[EH]?(?![\w-])")


def emails(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in EMAIL.finditer(text))


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Only with the length of their country and with check digits that fit."""
    for found in IBAN.finditer(text):
        end = _nth(found[0], iban_length(found[0][:2].upper()))
        if end and iban.is_valid(found[0][:end]):
            yield found.start(), found.start() + end


@lru_cache(maxsize=1000)
def iban_length(country: str) -> int:
    """Characters of an IBAN of this country, 0 where there is none: from the register that stdnum carries."""
    written = numdb.get("iban").info(country)[0][1].get("bban", "")
    return 4 + sum(map(int, re.findall(r"\d+", written))) if written else 0


def _nth(written: str, n: int) -> int:
    """The place after the n-th letter or digit of `written`; 0 if it has fewer."""
    places = [i + 1 for i, sign in enumerate(written) if sign.isalnum()]
    return places[n - 1] if 0 < n <= len(places) else 0


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Numbers that exist in their country's plan, as libphonenumber has it. Read in pieces that end between words."""
    start = 0
    while start < len(text):
        end = _cut(text, start)
        for found in PhoneNumberMatcher(text[start:end], REGION, leniency=Leniency.VALID):
            yield start + found.start, start + found.end
        start = end


def _cut(text: str, start: int) -> int:
    """Where the piece from `start` ends: after a blank beside a word, for others may be in a number."""
    end = min(start + PIECE, len(text))
    if end == len(text):
        return end
    between = [found.end() for found in BETWEEN_WORDS.finditer(text, end - PIECE // 2, end)]
    return between[-1] if between else end


def grouped(pattern: re.Pattern, text: str) -> Iterator[tuple[int, int]]:
    """The places of the one group that took part in each find."""
    for found in pattern.finditer(text):
        yield found.span(found.lastindex)


def streets(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in ADDRESS.finditer(text) if not NO_STREET.search(found[0]))


def plates(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in PLATE.finditer(text))
