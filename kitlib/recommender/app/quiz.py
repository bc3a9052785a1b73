"""The checks at the end of the lessons."""

from __future__ import annotations

from kitlib import ui

RECOMMEND = {"source": "b", "alike": "a", "start": "c"}
EFFECTS = {"dial": "c", "control": "b", "suspect": "a"}
LIMITS = {"paid": "b", "traces": "c", "numbers": "a", "enough": "c"}


def quiz(texts: ui.Texts) -> ui.Quiz:
    return ui.Quiz(texts, RECOMMEND)


def quiz_effects(texts: ui.Texts) -> ui.Quiz:
    return ui.Quiz(texts, EFFECTS)


def quiz_limits(texts: ui.Texts) -> ui.Quiz:
    return ui.Quiz(texts, LIMITS)
