"""Pictures of this demo for slides and print: each a state that shows one thing, drawn as in the lesson."""

from __future__ import annotations

from kitlib import ui

from ..model.threshold import Threshold
from . import threshold


def costs(t: ui.Texts) -> str:
    return threshold.costs(Threshold(), t)


def scores(t: ui.Texts) -> str:
    return threshold.scores(Threshold(), t)


FIGURES = {"costs": costs, "scores": scores}
