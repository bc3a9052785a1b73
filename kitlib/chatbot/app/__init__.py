"""The experiments as the learner sees them: one module a step, thin views over `model` and `plots`."""

from __future__ import annotations

import importlib
from functools import partial
from pathlib import Path

from kitlib import ui

WORDS = Path(__file__).parents[1] / "texts"
STEPS = ("ask", "inside", "handoff", "generate", "persona", "prompt", "mask", "emergency", "presort", "own")
QUIZZES = ("quiz", "quiz_text", "quiz_work", "quiz_own")


def texts(lang: str) -> ui.Texts:
    return ui.Texts(*sorted(WORDS.glob("*.toml")), lang=lang)


def make(step: str, t: ui.Texts, data=None):
    """The widget of one step; its module is loaded when it is first asked for."""
    if step in QUIZZES:
        return getattr(importlib.import_module(f"{__name__}.quiz"), step)(t)
    return importlib.import_module(f"{__name__}.{step}").App(t, data=data)


def free_play(t: ui.Texts, data=None) -> ui.FreePlay:
    """All experiments to choose from."""
    return ui.FreePlay(t, {t(f"{step}.title"): partial(make, step, t, data) for step in STEPS})
