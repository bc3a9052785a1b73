"""The experiments as the learner sees them: one module a step, thin views over `model` and `plots`."""

from __future__ import annotations

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


def texts(lang: str) -> ui.Texts:
    return ui.Texts(HERE / "texts.toml", HERE / "problems.toml", lang=lang)
