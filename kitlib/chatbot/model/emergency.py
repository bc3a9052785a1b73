"""When the chatbot fails, is attacked or is wrong: decide what comes first, measure an attack, fill in a card."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import attack, mask
from .attack import ADDED, CHANGED, Hits

ATTACK_PART, INCIDENTS_PART, CARD_PART = range(3)
"""In the order of the lesson: what was predicted comes first."""
PER_HOUR, WRONG, UNANSWERED = 40, 25, 6
"""Assumed: questions an hour; euro for a wrong answer, and for a question that waits for a person."""
REACHED = 0.75
"""Assumed share of questions that people answer meanwhile, where somebody was told to."""
LINES = ("switch", "told", "paper", "logs", "meanwhile", "check", "privacy")
LONGEST = 200
"""Characters of a line of the card."""


@dataclass(frozen=True)
class Action:
    """wrong: minutes until no false answer goes out. closed: minutes without the bot. people: somebody answers then."""

    name: str
    wrong: int
    closed: int
    people: bool = False


@dataclass(frozen=True)
class Incident:
    """share: of all questions, how many get a false answer while nothing is done. best: number of the action."""

    name: str
    share: float
    actions: tuple[Action, ...]
    best: int


INCIDENTS = (
    Incident("down", 0.0, (Action("search", 0, 90), Action("people", 0, 120, True), Action("wait", 0, 240)), 1),
    Incident("flood", 0.15, (Action("tidy", 150, 0), Action("threshold", 240, 0), Action("stop", 10, 120, True)), 2),
    Incident("hidden", 0.04, (Action("lock", 15, 0), Action("ticket", 480, 0), Action("stop", 5, 480, True)), 0),
    Incident("wrong", 0.03, (Action("meeting", 4800, 0), Action("entry", 20, 0), Action("stop", 5, 480, True)), 1),
)
"""All minutes are assumptions, for the order of size."""


@dataclass(frozen=True)
class Emergency:
    """chosen: the action of each incident, None as long as nobody decided. incident: the one on show.

    way: add or change; size: 0..4, how large the attack is; check: none, source or person; copied: with a true source.
    card: one text a line of LINES.
    """

    guess: int | None = None
    part: int = ATTACK_PART
    incident: int = 0
    chosen: tuple[int | None, ...] = (None,) * len(INCIDENTS)
    way: str = "add"
    size: int = 1
    check: str = "none"
    copied: bool = False
    card: tuple[str, ...] = ("",) * len(LINES)


def go(state: Emergency, part: int) -> Emergency:
    return replace(state, part=part)


def show_incident(state: Emergency, number: int) -> Emergency:
    return replace(state, incident=number)


def decide(state: Emergency, action: int) -> Emergency:
    """Deciding again is fine: that is how one compares."""
    chosen = list(state.chosen)
    chosen[state.incident] = action
    return replace(state, chosen=tuple(chosen))


def change(state: Emergency, **dials) -> Emergency:
    return replace(state, **dials)


def write(state: Emergency, line: int, words: str) -> Emergency:
    card = list(state.card)
    card[line] = " ".join(words.split())[:LONGEST]
    return replace(state, card=tuple(card))


@dataclass(frozen=True)
class Bill:
    """false: wrong answers given; open: questions that wait; hourly: of these in each hour without the bot; euro."""

    false: float
    open: float
    hourly: float
    euro: float


def bill(incident: Incident, action: Action) -> Bill:
    hourly = PER_HOUR * (1 - REACHED if action.people else 1) if action.closed else 0.0
    false, waiting = PER_HOUR * action.wrong / 60 * incident.share, hourly * action.closed / 60
    return Bill(false, waiting, hourly, false * WRONG + waiting * UNANSWERED)


def sizes(state: Emergency) -> tuple[int, ...]:
    return ADDED if state.way == "add" else CHANGED


def planted(state: Emergency) -> int:
    """How many false entries somebody writes."""
    return sizes(state)[state.size]


def passed(state: Emergency, n: int | None = None) -> int:
    """How many of them (or of n) get past the check."""
    return attack.passing(planted(state) if n is None else n, state.check, state.way, state.copied)


def measured(way: str, lang: str, n: int) -> Hits:
    """What n false entries in the FAQ change for later questions about the target."""
    return (attack.added if way == "add" else attack.changed)(attack.asked_in(lang), n)


def personal(words: str) -> bool:
    """Whether something in a line of the card looks like a name, a number or an address of a person."""
    return bool(mask.find(words))
