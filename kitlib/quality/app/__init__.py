"""The experiments as the learner sees them: one module a step, thin views over `model` and `plots`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kitlib import ui

from .flatter import FlatterApp
from .learn import LearnApp
from .look import LookApp
from .own import OwnApp
from .quiz import quiz, quiz_limits
from .shift import ShiftApp
from .sort import SortApp
from .threshold import ThresholdApp

HERE = Path(__file__).parents[1]
STEPS = {
    "sort": SortApp,
    "learn": LearnApp,
    "threshold": ThresholdApp,
    "look": LookApp,
    "shift": ShiftApp,
    "flatter": FlatterApp,
    "own": OwnApp,
    "quiz": quiz,
    "quiz_limits": quiz_limits,
}


def free_play(t: ui.Texts, data=None) -> ui.FreePlay:
    """All experiments to choose from; the learner's own twelve parts reach the next step here, too."""
    opened = {}

    def sort():
        opened["sort"] = SortApp(t)
        return opened["sort"]

    play = {name: partial(make, t, data=data) for name, make in STEPS.items() if "quiz" not in name}
    play |= {"sort": sort, "learn": lambda: LearnApp(t, earlier=opened.get("sort"))}
    return ui.FreePlay(t, {t(f"{name}.title"): make for name, make in play.items()})


def texts(lang: str) -> ui.Texts:
    return ui.Texts(HERE / "texts.toml", HERE / "problems.toml", HERE / "slides.toml", lang=lang)
