"""Trained again with what people added, and measured on this month's questions, none of which was in the queue."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ..data.corpus import KINDS, Corpus, corpus
from ..data.faq import Entry, Faq
from . import room
from .estimator import train
from .evaluate import Outcome
from .handoff import Decision, Handoff
from .handoff_cost import LAST, THIS, month
from .handoff_queue import WRONG, Case, queue, verdict
from .whole import parts

STEPS = (10, 50, 100)
GAP = len(KINDS)
SEED = 9


class Added(NamedTuple):
    """Wordings for the FAQ. matter: the entry they ask for; entries + g for gap g; -2 for something else.

    entry: a new entry, or None where `matter` is there already.
    """

    wordings: tuple[str, ...]
    matter: int
    entry: Entry | None = None


class Shares(NamedTuple):
    """Of one kind of questions, 0 to 1."""

    right: float
    wrong: float
    handed: float

    def shown(self) -> Shares:
        """To a tenth of a percent as they are read: they add up to 1."""
        return Shares(*(one / 1000 for one in parts(self, 1000)))


# ---- what is added


def added(lang: str, case: Case, decision: Decision) -> Added | None:
    """What a decision adds to the FAQ, None where nothing."""
    found = corpus(lang)
    gap = found.gaps[case.entry] if case.kind == "gap" else None
    if decision.kind == "entry":
        return Added((case.text,), decision.entry)
    matter = len(found.faq.entries) + case.entry if gap else case.entry if case.kind == "known" else -2
    if decision.kind == "draft" and gap:
        return Added(gap.wordings, matter, gap.entry)
    return Added((case.text,), matter, Entry(decision.text)) if decision.kind == "own" else None


def additions(state: Handoff, careful: bool = False) -> tuple[Added, ...]:
    """What the decisions trained on add; `careful`: without those that were wrong."""
    pairs = zip(queue(state), state.trained or (), strict=False)
    kept = [pair for pair in pairs if not (careful and verdict(state.lang, *pair) in WRONG)]
    return tuple(one for pair in kept if (one := added(state.lang, *pair)))


def gaps(lang: str) -> tuple[Added, ...]:
    """All gaps filled: each with its prepared entry and wordings."""
    found = corpus(lang)
    first = len(found.faq.entries)
    return tuple(Added(gap.wordings, first + n, gap.entry) for n, gap in enumerate(found.gaps))


@lru_cache(maxsize=3)
def pile(lang: str) -> tuple[Added, ...]:
    """What a hundred questions bring: the least certain of last month's known ones and one on each gap, shuffled."""
    found, tested = corpus(lang), room.tested(lang)
    known = np.flatnonzero((month(lang) == LAST) & (found.kind == KINDS.index("known")))
    known = known[np.argsort(tested.confidence[known], kind="stable")][: STEPS[-1] - len(found.gaps)]
    made = [Added((found.asked[i],), int(found.entry[i])) for i in known] + list(gaps(lang))
    return tuple(made[i] for i in np.random.default_rng(SEED).permutation(len(made)))


def nodded(lang: str) -> tuple[Added, ...]:
    """The same hundred by somebody who always takes the first suggestion: no new entry ever comes of it."""
    first = room.bot(lang).best([one.wordings[0] for one in pile(lang)])
    return tuple(Added(one.wordings[:1], int(best)) for one, best in zip(pile(lang), first, strict=True))


# ---- trained and measured


def extended(found: Corpus, more: tuple[Added, ...], clean: bool = False) -> tuple[Faq, np.ndarray]:
    """(FAQ with the additions, (entries,) the matter each entry answers).

    clean: the questions of outdated and contradicting entries, added ones too, lead to the valid entry instead.
    Each new entry gets a number of its own.
    """
    faq, size = found.faq, len(found.faq.entries)
    valid = np.where(found.twin < 0, np.arange(size), found.twin) if clean else np.arange(size)
    questions, owner = list(faq.questions), valid[faq.owner].tolist()
    new = [one for one in more if one.entry is not None]
    place = {id(one): size + n for n, one in enumerate(new)}
    for one in more:
        questions += one.wordings
        owner += [place[id(one)] if id(one) in place else int(valid[one.matter])] * len(one.wordings)
    numbers = np.array(owner, np.int32)
    numbers.flags.writeable = False
    entries = (*faq.entries, *(one.entry for one in new))
    return Faq(entries, tuple(questions), numbers), np.array([*range(size), *(one.matter for one in new)])


@lru_cache(maxsize=3)
def _asked(lang: str) -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
    """(texts, matter, kind) of this month's questions and of those asked later about the gaps."""
    found, first = corpus(lang), len(corpus(lang).faq.entries)
    rows = np.flatnonzero(month(lang) == THIS)
    later = [(text, first + n) for n, gap in enumerate(found.gaps) for text in gap.asked]
    texts = [found.asked[i] for i in rows] + [text for text, _ in later]
    matter = np.append(found.entry[rows], [n for _, n in later]).astype(int)
    kind = np.append(found.kind[rows], [GAP] * len(later)).astype(int)
    return tuple(texts), matter, kind


def measured(lang: str, more: tuple[Added, ...] = (), clean: bool = False) -> Outcome:
    """Train with the additions and ask this month's questions and those about the gaps. About a second, then cached.

    answerable: Musterwerk has an answer, whether it is in the FAQ yet or not.
    """
    return _measured(asked_in(lang), more, clean)


def asked_in(lang: str) -> str:
    """Einfache Sprache asks in German: trained once for both."""
    return "en" if lang == "en" else "de"


@lru_cache(maxsize=128)
def _measured(lang: str, more: tuple[Added, ...], clean: bool) -> Outcome:
    faq, matter = extended(corpus(lang), more, clean)
    bot = train(faq) if more or clean else room.bot(lang)
    texts, wanted, _ = _asked(lang)
    best, confidence = bot.judged(texts)
    arrays = [confidence, best, (matter[best] == wanted) & (wanted >= 0), wanted >= 0]
    for one in arrays:
        one.flags.writeable = False
    return Outcome(*arrays)


def shares(lang: str, outcome: Outcome, line: float, kinds: tuple[int, ...]) -> Shares:
    """What becomes of the questions of these kinds (indices into KINDS, or GAP) at threshold `line`."""
    return _shares(outcome.part(np.isin(_asked(lang)[2], kinds)), line)


def _shares(outcome: Outcome, line: float) -> Shares:
    given = (outcome.confidence >= line) & (outcome.confidence > 0)
    return Shares(*(float(one.mean()) for one in (given & outcome.right, given & ~outcome.right, ~given)))


def number(lang: str, kinds: tuple[int, ...]) -> int:
    """So many questions are measured on."""
    return int(np.isin(_asked(lang)[2], kinds).sum())


def accuracy(lang: str, outcome: Outcome) -> float:
    """Share of known questions whose best entry is right, whatever the threshold."""
    return float(outcome.right[_asked(lang)[2] == KINDS.index("known")].mean())


def filled(lang: str, outcome: Outcome, line: float, more: tuple[Added, ...]) -> Shares | None:
    """Of the questions asked later about the gaps that `more` fills; None if it fills none."""
    matters = [one.matter for one in more if one.matter >= len(corpus(lang).faq.entries)]
    rows = np.isin(_asked(lang)[1], matters)
    return _shares(outcome.part(rows), line) if rows.any() else None


def curve(lang: str, line: float, careful: bool = True) -> list[tuple[int, Shares]]:
    """(questions done, shares of known questions and those about the gaps together); nodding: its two ends only."""
    spoken = asked_in(lang)
    work, steps = (pile(spoken), (0, *STEPS)) if careful else (nodded(spoken), (0, STEPS[-1]))
    return [(n, shares(lang, measured(lang, work[:n]), line, (KINDS.index("known"), GAP))) for n in steps]


def last(lang: str, line: float) -> tuple[Shares, Shares, Shares]:
    """Both ends of the curves: before, after a hundred careful decisions, after a hundred nodded through."""
    spoken, both = asked_in(lang), (KINDS.index("known"), GAP)
    before, careful, through = (
        shares(lang, measured(lang, more), line, both) for more in ((), pile(spoken), nodded(spoken))
    )
    return before, careful, through
