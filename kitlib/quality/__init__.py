"""Image classification in quality assurance: try out what a model can and cannot do with pictures.

quality.start(lang="de")                    all experiments as free play
quality.start(step="threshold", lang="de")  one experiment, as the lesson shows it
quality.train(quality.load_folder("pictures"))  the same model without any widget
"""

from __future__ import annotations

import importlib

from kitlib import ui

from .data.flange import flange
from .data.intake import combine, load_files, load_folder, load_zip
from .data.pictures import Pictures, PicturesError, Problem
from .model.estimator import Model, train

__all__ = [
    "Model",
    "Pictures",
    "PicturesError",
    "Problem",
    "combine",
    "facts",
    "figure",
    "flange",
    "load_files",
    "load_folder",
    "load_zip",
    "start",
    "train",
    "warm_up",
]


CLAIMS = ("sort", "learn", "threshold", "look", "shift", "flatter")
"""The steps about which the lessons claim something that `facts` measures."""


def start(step: str | None = None, lang: str = "de", data: Pictures | None = None, earlier=None):
    """An experiment as a widget; put it last in a notebook cell.

    step: sort, learn, threshold, look, shift, flatter, own, quiz or quiz_limits; None: all of them to choose from.
    lang: de, en or einfach. data: pictures to begin with in step "own" (from `load_folder`).
    earlier: the widget of step "sort", whose result step "learn" sets beside the model's.
    Raises ValueError for an unknown step or language.
    """
    from .app import STEPS, free_play, texts

    t = texts(lang)
    if step is not None and step not in STEPS:
        raise ValueError(f"step must be one of {', '.join(STEPS)}, not {step!r}")
    if step:
        return STEPS[step](t, data=data, earlier=earlier)
    return free_play(t, data)


def facts(step: str, lang: str = "de") -> ui.Words:
    """What the lesson claims about one step, measured now, in words: sort, learn, threshold, look, shift or flatter."""
    from .app import texts

    if step not in CLAIMS:
        raise ValueError(f"step must be one of {', '.join(CLAIMS)}, not {step!r}")
    return importlib.import_module(f"{__name__}.plots.{step}").facts(texts(lang))


def figure(name: str, lang: str = "de") -> ui.Picture:
    """A picture of this demo for slides and print, from the shipped data. Raises ValueError for an unknown name."""
    from .app import texts
    from .plots.slides import FIGURES

    if name not in FIGURES:
        raise ValueError(f"name must be one of {', '.join(FIGURES)}, not {name!r}")
    return ui.picture(FIGURES[name](texts(lang)))


def warm_up() -> None:
    """Compute in advance what the first visitor would wait for."""
    for step in CLAIMS:
        facts(step)
