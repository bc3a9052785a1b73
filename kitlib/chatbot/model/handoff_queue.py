"""The queue: questions handed over last month, which the learner answers as the person, and what is true of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..data.corpus import KINDS, corpus
from . import room
from .handoff import Decision, Handoff
from .handoff_cost import LAST, month

DRAWN = {"known": 4, "gap": 3, "near": 2, "far": 1}
"""So many of each kind; where too few were handed over, others fill up."""
LENGTH, SUGGESTED = sum(DRAWN.values()), 3
SHORT = 160
"""Characters: a question has to fit on a phone."""
SEED = 5
WRONG = ("entry", "stale", "exists", "away", "stranger")
"""Verdicts on decisions a careful person would not have made."""


@dataclass(frozen=True)
class Case:
    """One question of the queue. kind: known, gap, near or far. entry: what answers it, or the gap's number, or -1.

    suggested: the three entries with the highest scores, best first. confidence: 0 to 1.
    """

    text: str
    kind: str
    entry: int
    confidence: float
    suggested: tuple[int, ...]


@lru_cache(maxsize=64)
def cases(lang: str, line: float) -> tuple[Case, ...]:
    """Up to ten questions handed over at threshold `line`, mixed by lot; none where nothing is handed over."""
    rng = np.random.default_rng(SEED)
    pool = {kind: _shuffled(_handed(lang, line, kind), rng) for kind in DRAWN}
    taken = [one for kind, n in DRAWN.items() for one in pool[kind][:n]]
    rest = [one for kind, n in DRAWN.items() for one in pool[kind][n:]]
    return tuple(_shuffled((taken + rest)[:LENGTH], rng))


def _shuffled(items: list, rng: np.random.Generator) -> list:
    return [items[i] for i in rng.permutation(len(items))]


def _handed(lang: str, line: float, kind: str) -> list[Case]:
    """Questions of one kind that are handed over; of each gap and each entry one at most."""
    firsts: dict[tuple[int, str], Case] = {}
    for case in _pool(lang)[kind]:
        if case.confidence < line:
            firsts.setdefault((case.entry, "" if case.entry >= 0 else case.text), case)
    return list(firsts.values())


@lru_cache(maxsize=3)
def _pool(lang: str) -> dict[str, tuple[Case, ...]]:
    """Last month's questions by kind. Known ones only where the right entry is among the three suggested."""
    found, rows = corpus(lang), np.flatnonzero(month(lang) == LAST)
    asked = [(found.asked[i], KINDS[found.kind[i]], int(found.entry[i])) for i in rows]
    asked += [(text, "gap", n) for n, gap in enumerate(found.gaps) for text in gap.wordings]
    asked = [one for one in asked if len(one[0]) <= SHORT]
    scores, sure = (ask([text for text, _, _ in asked]) for ask in (room.bot(lang).scores, room.bot(lang).confidence))
    best = np.argsort(-scores, axis=1, kind="stable")[:, :SUGGESTED]
    made = [Case(*one, float(s), tuple(b.tolist())) for one, s, b in zip(asked, sure, best, strict=True)]
    fits = [case for case in made if case.kind != "known" or case.entry in case.suggested]
    return {kind: tuple(case for case in fits if case.kind == kind) for kind in DRAWN}


def queue(state: Handoff) -> tuple[Case, ...]:
    return cases(state.lang, state.line if state.drawn is None else state.drawn)


def waiting(state: Handoff) -> Case | None:
    """The question on show, None at the end of the queue."""
    open_ = queue(state)[len(state.done) :]
    return open_[0] if open_ else None


def verdict(lang: str, case: Case, decision: Decision) -> str:
    """What a decision was worth.

    right; new, own: a new entry for what was missing, drafted by the department or written by the learner; noted:
    missing indeed, but nobody has written it yet; skip. Wrong: entry (the question belongs elsewhere), stale (an
    outdated or contradicting entry), exists (the FAQ has the answer), away (a customer's question turned away),
    stranger (not for this company, and kept all the same).
    """
    kind = decision.kind
    if kind == "skip":
        return "skip"
    if kind == "entry":
        right = case.kind == "known" and decision.entry == case.entry
        return "right" if right else "stale" if _stale(lang, case, decision.entry) else "entry"
    if kind == "away" or case.kind == "far":
        return "right" if kind == "away" and case.kind == "far" else "away" if kind == "away" else "stranger"
    if case.kind == "known":
        return "exists"
    return {"draft": "new", "noted": "noted", "own": "own"}[kind]


def _stale(lang: str, case: Case, entry: int) -> bool:
    return case.kind == "known" and int(corpus(lang).twin[entry]) == case.entry


def verdicts(state: Handoff, decisions: tuple[Decision, ...] | None = None) -> list[str]:
    """For the decisions so far, or those given."""
    done = state.done if decisions is None else decisions
    return [verdict(state.lang, *one) for one in zip(queue(state), done, strict=False)]
