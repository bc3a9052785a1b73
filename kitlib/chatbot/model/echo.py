"""An echo in the manner of ELIZA (Weizenbaum 1966, doi:10.1145/365153.365168): patterns give a person's words back.

Nothing is looked up or computed about the meaning. The first pattern that matches names a reply, which is filled with
what the person wrote, "I" turned into "you". A few lines like these made people feel understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

READ = 300
"""Characters of a sentence that are read."""
_DE = {
    "feel": r"\bich fühle mich (.+)",
    "am": r"\bich bin (.+)",
    "want": r"\bich (?:will|möchte|brauche) (.+)",
    "cannot": r"\bich kann (.*\bnicht\b.*)",
    "because": r"\bweil (.+)",
    "my": r"\b(mein(?:e[nmrs]?)? .+)",
    "always": r"\b(immer|nie|niemand|alle)\b",
}
_EN = {
    "feel": r"\bi feel (.+)",
    "am": r"\bi(?: am|'m|’m) (.+)",
    "want": r"\bi (?:want|would like|need) (.+)",
    "cannot": r"\bi (?:can't|can’t|cannot) (.+)",
    "because": r"\bbecause (.+)",
    "my": r"\b(my .+)",
    "always": r"\b(always|never|nobody|everybody)\b",
}
PATTERNS = {"de": _DE, "en": _EN, "einfach": _DE}
_SWAPS_DE = {"ich": "Sie", "mich": "Sie", "mir": "Ihnen", "bin": "sind", "habe": "haben", "kann": "können"}
_SWAPS_DE |= {"muss": "müssen", "will": "wollen", "war": "waren", "werde": "werden", "wir": "Sie", "uns": "Ihnen"}
_SWAPS_DE |= {f"mein{end}": f"Ihr{end}" for end in ("", "e", "en", "em", "er", "es")}
_SWAPS_EN = {"i": "you", "me": "you", "my": "your", "am": "are", "mine": "yours", "we": "you", "us": "you"}
SWAPS = {"de": _SWAPS_DE, "en": _SWAPS_EN, "einfach": _SWAPS_DE}


@dataclass(frozen=True)
class Echo:
    """rule: the pattern that matched, or "other". rest: the person's own words, turned round. swapped: how many."""

    rule: str
    rest: str
    swapped: int


def echo(said: str, lang: str) -> Echo:
    """The rule for a sentence and what is given back. Never raises; reads the first `READ` characters."""
    plain = " ".join(said[:READ].split()).rstrip(" .!?…")
    for rule, pattern in PATTERNS[lang].items():
        found = re.search(pattern, plain, re.IGNORECASE)
        if found:
            return Echo(rule, *_turned(re.split(r"[.;!?]", found[1])[0].strip(), lang))
    return Echo("other", *_turned(plain, lang))


def _turned(words: str, lang: str) -> tuple[str, int]:
    swaps, count = SWAPS[lang], 0

    def swap(found: re.Match) -> str:
        nonlocal count
        other = swaps.get(found[0].lower())
        count += other is not None
        return other or found[0]

    return re.sub(r"\w+", swap, words), count
