"""Recommendation in a web shop: try out what a model computes from purchases, and what follows from it.

recommender.start(lang="de")                 all experiments as free play
recommender.start(step="basket", lang="de")  one experiment, as the lesson shows it
recommender.train(recommender.load_purchases("purchases.xlsx")).recommend("K0001")  the model without any widget
"""

from __future__ import annotations

import importlib

from kitlib import ui

from .data.intake import load_purchases
from .data.purchases import Problem, Purchases, PurchasesError
from .data.shop import Shop, shop
from .model.estimator import Model, train

__all__ = [
    "Model",
    "Problem",
    "Purchases",
    "PurchasesError",
    "Shop",
    "facts",
    "figure",
    "load_purchases",
    "shop",
    "start",
    "train",
    "warm_up",
]

CLAIMS = ("basket", "similar", "newcomer", "popular", "bubble", "attack", "label", "trait")
"""The steps about which the lessons claim something that `facts` measures."""


def start(step: str | None = None, lang: str = "de", data: Purchases | None = None):
    """An experiment as a widget; put it last in a notebook cell.

    step: basket, similar, newcomer, popular, bubble, attack, label, trait, own, quiz, quiz_effects or quiz_limits;
    None: all of them to choose from. lang: de, en or einfach. data: purchases to begin with in step "own".
    Raises ValueError for an unknown step or language.
    """
    from .app import QUIZZES, STEPS, free_play, make, texts

    t, known = texts(lang), (*STEPS, *QUIZZES)
    if step is not None and step not in known:
        raise ValueError(f"step must be one of {', '.join(known)}, not {step!r}")
    return make(step, t, data) if step else free_play(t, data)


def facts(step: str, lang: str = "de") -> ui.Words:
    """What the lesson claims about one step, measured now, in words. step: one of CLAIMS, else ValueError."""
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
