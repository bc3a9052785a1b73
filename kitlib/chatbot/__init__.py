"""A chatbot mock: try out what a search among known answers can do, and what fluent text does not tell.

chatbot.start(lang="de")                   all experiments as free play
chatbot.start(step="ask", lang="de")       one experiment, as the lesson shows it
chatbot.train(chatbot.load_faq("faq.xlsx")).answer("Was kostet der Versand?")   the engine without any widget
"""

from __future__ import annotations

import importlib

from kitlib import ui

from .data.corpus import Corpus, corpus
from .data.faq import Entry, Faq
from .data.intake import FaqError, load_faq
from .model.estimator import Answer, Bot, train

__all__ = [
    "Answer",
    "Bot",
    "Corpus",
    "Entry",
    "Faq",
    "FaqError",
    "corpus",
    "emergency_card",
    "facts",
    "figure",
    "load_faq",
    "start",
    "train",
    "warm_up",
]

CLAIMS = ("ask", "inside", "handoff", "generate", "persona", "prompt", "mask", "emergency", "presort", "own")
"""The steps about which the lessons claim something that `facts` measures."""


def start(step: str | None = None, lang: str = "de", data: Faq | None = None):
    """An experiment as a widget; put it last in a notebook cell.

    step: ask, inside, handoff, generate, persona, prompt, mask, emergency, presort, own, quiz, quiz_text, quiz_work or
    quiz_own; None: all of them to choose from. lang: de, en or einfach. data: a FAQ to begin with in step "own".
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


def emergency_card(lang: str = "de"):
    """The words of the emergency card, to print it empty: title, steps, lines, checked and foot."""
    from .app import texts
    from .plots.emergency_card import blank

    return blank(texts(lang))


def warm_up() -> None:
    """Compute in advance what the first visitor would wait for."""
    for lang in ui.LANGUAGES:
        for step in CLAIMS:
            facts(step, lang)
