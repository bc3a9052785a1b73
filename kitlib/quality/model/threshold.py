"""Step 3: threshold and money. Where to draw the line is a question of cost, and people draw it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from . import room

GRID = np.round(np.linspace(0.01, 0.99, 99), 2)
QUEUE = 8


@dataclass(frozen=True)
class Threshold:
    """Costs in whole euro. Parts with a probability within `band` of the threshold go to a person; `answers` holds
    what the learner said in that queue as (test part, called defective)."""

    threshold: float = 0.5
    band: float = 0.0
    miss: int = 500
    alarm: int = 10
    check: int = 3
    batch: int = 1000
    defects: float = 0.05
    answers: tuple[tuple[int, bool], ...] = ()
    guess: str | None = None


def change(state: Threshold, **values) -> Threshold:
    """New settings; moving the line or the band empties the queue's answers, since other parts are in it now."""
    moved = {"threshold", "band"} & values.keys()
    return replace(state, **values, **({"answers": ()} if moved else {}))


@dataclass(frozen=True)
class Bill:
    """What a batch costs, in parts and euro, expected from the rates measured on the test parts."""

    missed: float
    alarms: float
    checked: float
    euro: float


def bill(state: Threshold, threshold: float | None = None) -> Bill:
    """The bill at the state's threshold or another one. A person who checks is taken to be always right."""
    at = state.threshold if threshold is None else threshold
    return Bill(*(float(column[0]) for column in _expected(state, np.array([at]))))


def curve(state: Threshold) -> np.ndarray:
    """Cost in euro at each threshold of GRID, (99,)."""
    return _expected(state, GRID)[-1]


def _expected(state: Threshold, thresholds: np.ndarray) -> tuple[np.ndarray, ...]:
    """(missed, alarms, checked, euro), each (k,), at k thresholds."""
    p, defective = room.scores(), room.truth()
    checked, said = np.abs(p - thresholds[:, None]) < state.band, p >= thresholds[:, None]
    bad, good = state.batch * state.defects, state.batch * (1 - state.defects)
    missed = bad * np.mean((~said & ~checked)[:, defective], axis=1)
    alarms = good * np.mean((said & ~checked)[:, ~defective], axis=1)
    looked = bad * checked[:, defective].mean(axis=1) + good * checked[:, ~defective].mean(axis=1)
    return missed, alarms, looked, missed * state.miss + alarms * state.alarm + looked * state.check


def cheapest(state: Threshold) -> tuple[float, float]:
    """The cheapest threshold and its cost; the middle one where several cost the same."""
    costs = curve(state)
    best = np.flatnonzero(costs <= costs.min() + 1e-9)
    return float(GRID[best[len(best) // 2]]), float(costs.min())


def side(state: Threshold) -> str:
    """Where the cheapest threshold lies: the options of the prediction."""
    best, _ = cheapest(state)
    return "lower" if best < 0.4 else "higher" if best > 0.6 else "middle"


def queue(state: Threshold) -> list[int]:
    """Test parts that wait for a person, the most doubtful first, at most QUEUE."""
    distance = np.abs(room.scores() - state.threshold)
    waiting = np.flatnonzero(distance < state.band)
    return [int(i) for i in waiting[np.argsort(distance[waiting], kind="stable")][:QUEUE]]


def next_in_queue(state: Threshold) -> int | None:
    answered = {i for i, _ in state.answers}
    return next((i for i in queue(state) if i not in answered), None)


def decide(state: Threshold, defective: bool) -> Threshold:
    """The learner's word on the next part in the queue."""
    part = next_in_queue(state)
    return state if part is None else replace(state, answers=(*state.answers, (part, defective)))


def queue_hits(state: Threshold) -> tuple[int, int, int]:
    """(answered, right by the person, right by the model alone) among the answered parts of the queue."""
    if not state.answers:
        return 0, 0, 0
    parts, said = (np.array(column) for column in zip(*state.answers, strict=True))
    truth = room.truth()[parts]
    alone = room.scores()[parts] >= state.threshold
    return len(parts), int((said == truth).sum()), int((alone == truth).sum())
