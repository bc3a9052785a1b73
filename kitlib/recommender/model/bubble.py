"""Step 5: the bubble, measured. Recommend, buy, learn again, twenty times over; what becomes of variety?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .rounds import examples

POLICIES = ("none", "random", "popular", "ease")
SHARES = (0.0, 0.1, 0.2, 0.3, 0.5)
SMALL = 0.05
"""A change by less than this share of the variety before all lists is called none."""

Key = tuple[str, float, bool]


@dataclass(frozen=True)
class Bubble:
    """`tried`: runs (policy, share, repeats) so far, in order; the last one is on show.

    policy: one of POLICIES. share: of "surprise me" places, counts for "ease" only. repeats: may a list show what the
    person already has? person: which of `examples()` is looked at.
    """

    policy: str = "ease"
    share: float = 0.0
    repeats: bool = False
    tried: tuple[Key, ...] = ()
    person: int = 0
    guess: str | None = None

    @property
    def key(self) -> Key:
        return self.policy, self.share if self.policy == "ease" else 0.0, self.repeats and self.policy != "none"

    @property
    def last(self) -> Key | None:
        return self.tried[-1] if self.tried else None


def choose(state: Bubble, **changed) -> Bubble:
    """Another policy, share, repeats or person. Raises ValueError for one that does not exist."""
    new = replace(state, **changed)
    if new.policy not in POLICIES or new.share not in SHARES or not 0 <= new.person < len(examples()):
        raise ValueError(f"no such experiment: {changed}")
    return new


def ran(state: Bubble) -> Bubble:
    return replace(state, tried=(*(key for key in state.tried if key != state.key), state.key))


def at_once(curve: np.ndarray) -> str:
    """What variety does when the lists come: drops, rises or stays."""
    change = curve[1] - curve[0]
    return "stays" if abs(change) <= SMALL * curve[0] else "rises" if change > 0 else "drops"


def later(curve: np.ndarray) -> str:
    """What variety does after the first round: drops, rises or stays (mean of the last three rounds).

    What is less than a quarter of the first change counts as none: a spiral would have to be more than that.
    """
    change, least = curve[-3:].mean() - curve[1], max(SMALL * curve[0], abs(curve[1] - curve[0]) / 4)
    return "stays" if abs(change) <= least else "rises" if change > 0 else "drops"


def verdict(curve: np.ndarray) -> str:
    """The measured curve as an option of the prediction: shrink, once, back, same or grow.

    once and back begin with a drop at once: after it variety stays down (once) or increases again (back).
    """
    change = curve[-3:].mean() - curve[0]
    if at_once(curve) == "drops":
        return {"drops": "shrink", "stays": "once", "rises": "back"}[later(curve)]
    return "same" if abs(change) <= SMALL * curve[0] else "grow" if change > 0 else "shrink"
