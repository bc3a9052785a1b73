"""The checks at the end of the lessons."""

from __future__ import annotations

from kitlib import ui

LEARN = {"examples": "b", "threshold": "c", "human": "b", "mats": "a"}
LIMITS = {"sure": "b", "repair": "a", "split": "c", "few": "c"}


def quiz(texts: ui.Texts, **_) -> ui.Quiz:
    return ui.Quiz(texts, LEARN)


def quiz_limits(texts: ui.Texts, **_) -> ui.Quiz:
    return ui.Quiz(texts, LIMITS)
