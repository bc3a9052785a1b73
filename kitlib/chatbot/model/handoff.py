"""Threshold and hand-off: wrong answers against working time, then the learner as the person who takes over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import room

THRESHOLD, QUEUE, AFTER = range(3)
"""The three parts."""
LONGEST = 500
"""Characters of an answer that a learner writes."""
MATTERS = {"harmless": 5, "annoying": 20, "dear": 100}
"""Euro a wrong answer costs: wrong opening hours, a needless trip, a wrong part."""


@dataclass(frozen=True)
class Decision:
    """What the learner made of one question of the queue.

    kind: entry (it belongs to `entry`), draft (the prepared new entry is adopted), own (a new entry with `text`),
    noted (the answer is missing, and somebody else writes it), away (not for us) or skip.
    """

    kind: str
    entry: int = -1
    text: str = ""


@dataclass(frozen=True)
class Handoff:
    """threshold: 0 to 1; None: as shipped. missing: share of questions without an answer among all asked. near: share
    of near misses among these. minutes, hourly: what a hand-over takes, in minutes and euro an hour. wrong: euro a
    wrong answer. checked: this month is on show as well. drawn: threshold the queue was drawn at. done: a decision
    for each question so far. writing: a new entry is being written. trained: the decisions that were trained on.
    clean: outdated entries are merged into the valid ones, too. crowd: a colleague's hundred questions are on show.
    """

    lang: str = "de"
    guess: int | None = None
    part: int = THRESHOLD
    threshold: float | None = None
    missing: float = 0.2
    near: float = 0.5
    minutes: int = 6
    hourly: int = 45
    wrong: int = MATTERS["annoying"]
    checked: bool = False
    drawn: float | None = None
    done: tuple[Decision, ...] = ()
    writing: bool = False
    trained: tuple[Decision, ...] | None = None
    clean: bool = False
    crowd: bool = False

    @property
    def line(self) -> float:
        """The threshold in force; the shipped one is rounded as the slider shows it."""
        return round(room.bot(self.lang).threshold, 2) if self.threshold is None else self.threshold


def go(state: Handoff, part: int) -> Handoff:
    """Open a part. The queue is drawn at the threshold in force, and stays as it is from the first decision on."""
    if part == QUEUE and not state.done:
        state = replace(state, drawn=state.line, writing=False)
    return replace(state, part=part)


def change(state: Handoff, **dials) -> Handoff:
    """Turn dials. What was checked on this month was another choice, so it is hidden again."""
    return replace(state, checked=False, **dials)


def check(state: Handoff) -> Handoff:
    """See how the chosen threshold does on this month's questions."""
    return replace(state, checked=True)


def write(state: Handoff, on: bool = True) -> Handoff:
    """The answer is missing: open (or leave) the page on which a new entry is written."""
    return replace(state, writing=on)


def decide(state: Handoff, decision: Decision) -> Handoff:
    """Answer the question on show. An own answer is cut, and without any words it changes nothing."""
    if decision.kind == "own":
        decision = replace(decision, text=decision.text.strip()[:LONGEST])
        if not decision.text:
            return state
    return replace(state, done=(*state.done, decision), writing=False)


def train(state: Handoff) -> Handoff:
    """Train again with what the queue has brought so far."""
    return replace(state, trained=state.done)


def clean(state: Handoff) -> Handoff:
    return replace(state, clean=not state.clean)


def crowd(state: Handoff) -> Handoff:
    return replace(state, crowd=True)
