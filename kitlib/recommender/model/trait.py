"""A baby in the household: nobody told the shop, and yet purchases point to it. How well, and what deleting changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from . import traces
from .traces import table

SEED = 4
PEOPLE, WITH = 8, 4
"""Anonymous customers to guess, and how many of them have a baby."""
GUESS, MARK, DELETE, WRONG = range(4)
"""The parts of the experiment."""


@dataclass(frozen=True)
class Trait:
    """`answers`: for each customer guessed so far, is there a baby? `tried`: ways of removing articles, newest last.

    deleted: purchases of the one person that are taken back; added: articles bought anew.
    """

    guess: int | None = None
    part: int = GUESS
    answers: tuple[bool, ...] = ()
    tried: tuple[str, ...] = ("none",)
    deleted: frozenset[int] = frozenset()
    added: frozenset[int] = frozenset()

    @property
    def removed(self) -> str:
        return self.tried[-1]


def go(state: Trait, part: int) -> Trait:
    return replace(state, part=part)


def answer(state: Trait, baby: bool) -> Trait:
    return replace(state, answers=(*state.answers, baby)) if len(state.answers) < PEOPLE else state


def remove(state: Trait, removed: str) -> Trait:
    return replace(state, tried=(*(r for r in state.tried if r != removed), removed))


def toggle(state: Trait, item: int) -> Trait:
    """Delete a purchase of the person, or take that back. After everything was deleted, articles are bought anew."""
    if item in bought() and not opted_out(state):
        return replace(state, deleted=state.deleted ^ {item})
    return replace(state, added=state.added ^ {item})


def delete_obvious(state: Trait) -> Trait:
    """What anybody would hide: the tell-tale articles, and no others."""
    telling = frozenset(traces.obvious().tolist())
    return replace(state, deleted=telling & frozenset(bought()), added=state.added - telling)


def opt_out(state: Trait) -> Trait:
    """Everything deleted, also what was bought anew."""
    return replace(state, deleted=frozenset(bought()), added=frozenset())


def restore(state: Trait) -> Trait:
    """All purchases of the person as they were."""
    return replace(state, deleted=frozenset(), added=frozenset())


def opted_out(state: Trait) -> bool:
    """Is everything deleted that the person had bought? New purchases may be there."""
    return len(state.deleted) == len(bought())


def basket(state: Trait) -> frozenset[int]:
    """What the shop has on record of the one person now."""
    return (frozenset(bought()) - state.deleted) | state.added


# ---- the people on show, each chosen by rule and by lot


def drawn(rng: np.random.Generator) -> np.ndarray:
    """(PEOPLE,) rows of customers with 12 to 20 articles, half of them with a baby, in mixed order."""
    size, trait = table()[1].sum(axis=1), table()[2]
    there = (size >= 12) & (size <= 20)
    rows = [rng.choice(np.flatnonzero(there & (trait == kind)), WITH, replace=False) for kind in (True, False)]
    return rng.permutation(np.concatenate(rows))


@lru_cache(maxsize=1)
def people() -> tuple[int, ...]:
    """The rows of the eight on show."""
    return tuple(int(row) for row in drawn(np.random.default_rng(SEED)))


def truth() -> tuple[bool, ...]:
    return tuple(bool(table()[2][row]) for row in people())


def computed() -> tuple[bool, ...]:
    """What follows from the estimates for the eight: like the learner, the model is told that half have a baby."""
    return tuple(map(bool, _upper_half(np.array(people()))))


def _upper_half(rows: np.ndarray) -> np.ndarray:
    found = traces.estimates()[rows]
    return found >= np.sort(found)[-WITH]


def right(answers: tuple[bool, ...]) -> int:
    """How many of the answers given so far are right."""
    return sum(a == b for a, b in zip(answers, truth(), strict=False))


@lru_cache(maxsize=1)
def usually_right(draws: int = 200) -> float:
    """What the model gets right of eight on average, over many draws: the eight on show are one of them."""
    rng = np.random.default_rng([SEED, 1])
    rows = [drawn(rng) for _ in range(draws)]
    return float(np.mean([(_upper_half(r) == table()[2][r]).sum() for r in rows]))


@lru_cache(maxsize=1)
def one() -> int:
    """Row of the person for deleting: a baby, an estimate of about 85 %, 12 to 16 articles, one or two tell-tale."""
    _, bought_by, trait = table()
    size, telling = bought_by.sum(axis=1), bought_by[:, traces.obvious()].sum(axis=1)
    fits = trait & (size >= 12) & (size <= 16) & (telling >= 1) & (telling <= 2)
    fits[list(people())] = False
    return int(np.argmin(np.where(fits, np.abs(traces.estimates() - 0.85), 2)))


def bought() -> tuple[int, ...]:
    return traces.items_of(one())


def estimated(state: Trait) -> float:
    """Probability of a baby from what is on record of the one person now."""
    return traces.estimate(basket(state), one())


def effects(state: Trait) -> dict[int, float]:
    return traces.effects(basket(state), one())
