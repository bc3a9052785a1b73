"""Are these purchases enough? What can be counted before anything is trained."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.purchases import Purchases

RULES = {
    "people": (500, 100),
    "items": (100, 30),
    "median": (8, 4),
    "five": (0.5, 0.2),
    "items_five": (0.6, 0.3),
    "filled": (0.01, 0.002),
    "top_tenth": (-0.6, -0.8),  # less is better
    "days": (180, 30),
}
"""From which value on a sign counts as good or fair. Rules of thumb; the measurement below has the last word."""
_COUNTS = frozenset({"people", "items", "days"})
"""Plain counts; all others are shares and averages, which tell nothing where there is too little to count."""


@dataclass(frozen=True)
class Sign:
    """One thing counted. light: good, fair, poor, or unknown where the table is too small to tell."""

    code: str
    value: float
    light: str


def signs(purchases: Purchases) -> tuple[Sign, ...]:
    """What can be counted. There must be at least one purchase."""
    known = purchases.matrix()
    bought, buyers = np.diff(known.indptr), known.sum(0)
    bought, buyers = bought[bought > 0], buyers[buyers > 0]
    sold = np.sort(np.bincount(purchases.item, minlength=1))[::-1]
    found = {
        "people": len(bought),
        "items": len(buyers),
        "median": np.sort(bought)[(len(bought) - 1) // 2],
        "five": (bought >= 5).mean(),
        "items_five": (buyers >= 5).mean(),
        "filled": known.nnz / (len(bought) * len(buyers)),
        "top_tenth": sold[: -(-len(buyers) // 10)].sum() / sold.sum(),
        "days": days(purchases),
    }
    shown = {code: round(float(value), 3 if code == "filled" else 2) for code, value in found.items()}
    small = any(light(code, shown[code]) == "poor" for code in ("people", "items"))
    return tuple(Sign(c, v, "unknown" if small and c not in _COUNTS else light(c, v)) for c, v in shown.items())


def days(purchases: Purchases) -> int:
    """From the first to the last day; 0 unless at least half of the purchases have a date."""
    dated = np.zeros(0) if purchases.date is None else purchases.date[~np.isnat(purchases.date)]
    if not len(dated) or 2 * len(dated) < len(purchases):
        return 0
    return int((dated.max() - dated.min()).astype(int)) + 1


def light(code: str, value: float) -> str:
    good, fair = RULES[code]
    value = -value if good < 0 else value
    return "good" if value >= good else "fair" if value >= fair else "poor"
