"""Pre-sorting mails: the learner sorts five, sets the check band, and protects urgent mails by a list of words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.mails import NONE, Mail, mails
from . import presort_sorted as sort

HAND, INBOX, COST, URGENT = range(4)
"""The four parts."""
BAND = 0.7
"""As shipped: mails with less stated confidence go to a person."""
PAGE = 6
FIVE = 5
MOST_WORDS, LONGEST = 40, 40
"""So many words a list may have, and so many characters each."""
DRAWN, ORDER = 4, 1
"""Seeds of the five mails and of the order of the inbox."""


@dataclass(frozen=True)
class Presort:
    """band: stated confidence, 0 to 1, below which a person sorts. look: minutes a person takes for one mail.
    back: minutes until a wrongly delivered mail is where it belongs. harm: euro it costs besides. hourly: euro an hour.
    sample: 1 in so many of the delivered mails is looked at, 0 for none. words: mails with one of them go to a person.
    hand: the learner's departments for the five mails. page, told: part of the inbox on show, and whether with labels.
    """

    lang: str = "de"
    guess: int | None = None
    part: int = HAND
    band: float = BAND
    look: int = 3
    back: int = 8
    harm: int = 3
    hourly: int = 45
    sample: int = 0
    words: tuple[str, ...] = ()
    hand: tuple[str, ...] = ()
    page: int = 0
    told: bool = False


def go(state: Presort, part: int) -> Presort:
    return replace(state, part=part)


def change(state: Presort, **dials) -> Presort:
    return replace(state, **dials)


def put(state: Presort, department: str) -> Presort:
    """Sort the mail on show by hand; nothing where all five are sorted."""
    return replace(state, hand=(*state.hand, department)) if len(state.hand) < FIVE else state


def turn(state: Presort) -> Presort:
    """The next mails of the inbox; after the last ones the first."""
    return replace(state, page=(state.page + 1) % -(-len(mails(state.lang)) // PAGE), told=False)


def tell(state: Presort) -> Presort:
    """Show where the mails of the page belong."""
    return replace(state, told=True)


def rule(state: Presort, typed: str) -> Presort:
    """These words send a mail to a person first; they are separated by commas or line breaks."""
    return replace(state, words=listed(typed))


def listed(typed: str) -> tuple[str, ...]:
    """The words of a list, each once, in small letters; only its beginning is read. One letter alone is no word."""
    parts = (" ".join(part.split()).casefold() for part in re.split(r"[,;\n]", typed[: MOST_WORDS * LONGEST]))
    words = (part[:LONGEST] for part in parts if sum(map(str.isalnum, part)) > 1)
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


# ---- five by hand


@lru_cache(maxsize=3)
def five(lang: str) -> tuple[int, ...]:
    """Mails to sort by hand: three plain ones, one of them sorted wrongly, one of two concerns, one of none."""
    found, rng = sort.everything(lang), np.random.default_rng(DRAWN)
    plain = np.array([mail.kind == "plain" for mail in mails(lang)])
    groups = [plain & (found.verdict == sort.WRONG), plain & (found.verdict == sort.RIGHT)]
    groups += [groups[1], *(np.array([mail.kind == kind for mail in mails(lang)]) for kind in ("two", "other"))]
    drawn: list[int] = []
    for group in groups:
        drawn.append(int(rng.choice([i for i in np.flatnonzero(group) if i not in drawn])))
    return tuple(int(i) for i in rng.permutation(drawn))


def agrees(mail: Mail, department: str) -> bool:
    """Whether a department is one the label names."""
    return department in mail.homes


def agreed(state: Presort) -> tuple[int, int]:
    """(learner and label agree, program and label agree), of the mails sorted so far. The program never says NONE."""
    numbers = five(state.lang)[: len(state.hand)]
    own = sum(agrees(mails(state.lang)[i], put) for i, put in zip(numbers, state.hand, strict=True))
    return own, sum(agrees(mails(state.lang)[i], sort.assigned(state.lang, i)) for i in numbers)


def choices() -> tuple[str, ...]:
    """What a person can choose."""
    return (*sort.DEPARTMENTS, NONE)


# ---- the inbox


@lru_cache(maxsize=3)
def _order(lang: str) -> tuple[int, ...]:
    return tuple(int(i) for i in np.random.default_rng(ORDER).permutation(len(mails(lang))))


def page(state: Presort) -> tuple[int, ...]:
    """Numbers of the mails on show."""
    return _order(state.lang)[state.page * PAGE : (state.page + 1) * PAGE]
