"""What a check band saves and costs, for 100 mails of the sample inbox; and what becomes of the special ones."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from . import presort_sorted as sort
from .presort import Presort
from .presort_sorted import HALF, RIGHT, WRONG
from .whole import parts

GRID = np.linspace(0, 1, 101)
GRID.flags.writeable = False
MAILS = 100


class Tally(NamedTuple):
    """Of 100 mails. looked: a person sorts them. right, half, wrong: delivered, to the department that has to get it,
    to one of two, to none of those. found: errors (half, wrong) among the mails of the sample, put right in time."""

    looked: float
    right: float
    half: float
    wrong: float
    found: float

    @property
    def delivered(self) -> float:
        return self.right + self.half + self.wrong

    @property
    def bad(self) -> float:
        """Delivered, and at least one concern ends up where it does not belong."""
        return self.half + self.wrong

    def shown(self) -> Tally:
        """In whole numbers as they are read: what becomes of the mails adds up to all of them."""
        return Tally(*parts(self[:4], MAILS), self.found)


def tally(state: Presort, band: float | None = None) -> Tally:
    """At the band in force, or at `band`."""
    verdict = sort.everything(state.lang).verdict
    given = sort.delivered(state.lang, state.band if band is None else band, state.words)
    looked = float((~given).sum())
    right, half, wrong = (float((given & (verdict == one)).sum()) for one in (RIGHT, HALF, WRONG))
    found = (half + wrong) / state.sample if state.sample else 0.0
    return Tally(*(value * MAILS / len(verdict) for value in (looked, right, half, wrong, found)))


def minutes(state: Presort, band: float | None = None) -> float:
    """Minutes of work saved for 100 mails against sorting all by hand; below 0 it takes longer."""
    found = tally(state, band)
    sampled = found.delivered / state.sample if state.sample else 0
    return state.look * (MAILS - found.looked - sampled) - state.back * (found.bad - found.found)


def euro(state: Presort, band: float | None = None) -> float:
    """The same in euro, less what wrong deliveries cost besides."""
    found = tally(state, band)
    return minutes(state, band) / 60 * state.hourly - state.harm * (found.bad - found.found)


def curves(state: Presort) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(looked at, badly delivered, euro saved), each (101,), for 100 mails along GRID."""
    tallies = [tally(state, float(band)) for band in GRID]
    saved = [euro(state, float(band)) for band in GRID]
    return np.array([one.looked for one in tallies]), np.array([one.bad for one in tallies]), np.array(saved)


def best(state: Presort) -> tuple[float, float]:
    """(band, euro saved for 100 mails); of equals the lowest band."""
    saved = curves(state)[2]
    place = int(saved.argmax())
    return float(GRID[place]), float(saved[place])


class Urgent(NamedTuple):
    """Urgent mails by what happens to them. person: a person sorts them. caught, others: urgent mails with a word of
    the list, and mails with one that are not urgent. n: urgent mails; rest: all others."""

    n: int
    person: int
    right: int
    astray: int
    caught: int
    others: int
    rest: int


def urgent(state: Presort) -> Urgent:
    found, mask = sort.everything(state.lang), sort.kinds(state.lang)["urgent"]
    given, flagged = (sort.delivered(state.lang, state.band, state.words), sort.flagged(state.lang, state.words))
    right = mask & given & (found.verdict == RIGHT)
    counts = (mask, mask & ~given, right, mask & given & ~right, mask & flagged, ~mask & flagged, ~mask)
    return Urgent(*(int(one.sum()) for one in counts))


def special(state: Presort, kind: str) -> tuple[int, int]:
    """(delivered without a look, all) mails of a kind: "two" concerns, of which one is then not served; or "other"."""
    mask = sort.kinds(state.lang)[kind]
    return int((mask & sort.delivered(state.lang, state.band, state.words)).sum()), int(mask.sum())
