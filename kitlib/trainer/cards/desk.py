"""Twenty answers and twenty-four questions for the table, and what a bot with these twenty answers makes of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kitlib import chatbot, ui
from kitlib.chatbot.data.corpus import KINDS
from kitlib.chatbot.model.handoff import MATTERS, Handoff

SEED = 7
"""A draw whose counts are about those of all later questions to such a table; an outdated card is given once."""
ANSWERS, OUTDATED = 20, 2
ASKED = {"known": 12, "near": 7, "far": 5}
"""Half of the questions have no answer on the table, so that "always give a card" is wrong in half of the cases."""
ROOM = {"de": 200, "en": 200, "einfach": 235}
"""Characters of the longest answer that fits on a card with its source."""
SHORT = 84
"""Characters of the longest question."""


@dataclass(frozen=True, eq=False)
class Desk:
    """entries: (20,) numbers of the corpus' entries, in the order of the cards; twins: those with an outdated card.

    asked: (24,) numbers of its later questions. kind: (24,) of KINDS. right: (24,) places 0..19, -1 for hand over.
    """

    lang: str
    entries: tuple[int, ...]
    twins: tuple[int, ...]
    asked: tuple[int, ...]
    kind: tuple[str, ...]
    right: tuple[int, ...]


@dataclass(frozen=True)
class Reply:
    """place: of the card the bot holds to be best. confidence: 0..1, as stated. hand_off: it goes to a person."""

    place: int
    confidence: float
    hand_off: bool


@lru_cache(maxsize=16)
def laid(lang: str, seed: int = SEED) -> Desk:
    """The same answers in each language; questions by lot.

    Near misses are near to an answer on the table. Of the known questions two ask for what an outdated card gets wrong,
    the others for ten different answers.
    """
    rng = np.random.default_rng(seed)
    twins, entries = _entries(rng)
    found, place = chatbot.corpus(lang), {entry: n for n, entry in enumerate(entries)}
    able = [int(i) for i in rng.permutation(len(found.asked)) if len(found.asked[i]) <= SHORT]
    # What is outdated first, then each other answer once.
    known = _once(able, found.entry, [*twins, *(e for e in entries if found.states[e] == "valid" and e not in twins)])
    near = [i for i in able if int(found.close[i]) in place]
    far = [i for i in able if KINDS[found.kind[i]] == "far"]
    drawn = [*known[: ASKED["known"]], *near[: ASKED["near"]], *far[: ASKED["far"]]]
    asked = tuple(int(i) for i in rng.permutation(drawn))
    right = tuple(place.get(int(found.entry[i]), -1) for i in asked)
    return Desk(lang, entries, twins, asked, tuple(KINDS[found.kind[i]] for i in asked), right)


def _entries(rng: np.random.Generator) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(valid entries with an outdated twin on the table, all twenty), topics as evenly as can be."""
    found = chatbot.corpus("de")
    order = [int(i) for i in rng.permutation(len(found.ids)) if _short(int(i))]
    old = [i for i in order if found.states[i] == "outdated" and _short(int(found.twin[i]))][:OUTDATED]
    twins = tuple(int(found.twin[i]) for i in old)
    chosen, doubled = [*old, *twins], {int(i) for i in found.twin}
    free = [i for i in order if found.states[i] == "valid" and i not in doubled]
    while len(chosen) < ANSWERS:
        topics = Counter(found.faq.entries[i].topic for i in chosen)
        chosen.append(min((i for i in free if i not in chosen), key=lambda i: topics[found.faq.entries[i].topic]))
    return twins, tuple(int(i) for i in rng.permutation(chosen))


def _short(entry: int) -> bool:
    return all(len(chatbot.corpus(lang).faq.entries[entry].answer) <= ROOM[lang] for lang in ui.LANGUAGES)


def _once(able: list[int], owner: np.ndarray, entries: list[int]) -> list[int]:
    """The first question of each entry, in the order of the entries."""
    first: dict[int, int] = {}
    for i in able:
        first.setdefault(int(owner[i]), i)
    return [first[entry] for entry in entries if entry in first]


@lru_cache(maxsize=8)
def bot(lang: str, seed: int = SEED) -> chatbot.Bot:
    """Trained on the shipped questions to these twenty answers and on nothing else, so it plays with the same cards."""
    found, entries = chatbot.corpus(lang), laid(lang, seed).entries
    place = {entry: n for n, entry in enumerate(entries)}
    rows = [i for i, owner in enumerate(found.faq.owner.tolist()) if owner in place]
    owner = np.array([place[int(found.faq.owner[i])] for i in rows], np.int32)
    questions = tuple(found.faq.questions[i] for i in rows)
    return chatbot.train(chatbot.Faq(tuple(found.faq.entries[i] for i in entries), questions, owner))


def replies(desk: Desk, seed: int = SEED) -> tuple[Reply, ...]:
    answers = [bot(desk.lang, seed).answer(chatbot.corpus(desk.lang).asked[i]) for i in desk.asked]
    return tuple(Reply(one.entry, one.confidence, one.hand_off) for one in answers)


def verdict(reply: Reply, right: int, threshold: bool = True) -> str:
    """right, wrong or handed; without a threshold the bot always gives a card."""
    if threshold and reply.hand_off:
        return "handed"
    return "right" if reply.place == right else "wrong"


def counts(desk: Desk, made: tuple[Reply, ...], threshold: bool = True) -> Counter:
    return Counter(verdict(reply, right, threshold) for reply, right in zip(made, desk.right, strict=True))


def euro(found: Counter) -> float:
    """What these questions cost, at the prices the lesson begins with."""
    usual = Handoff()
    return found["wrong"] * MATTERS["annoying"] + found["handed"] * usual.minutes * usual.hourly / 60
