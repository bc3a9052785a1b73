"""What everybody in the room shares: the bot trained on the shipped FAQ, and what it made of the later questions."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..data.corpus import corpus
from .estimator import Bot, train
from .evaluate import Outcome, outcome


@lru_cache(maxsize=3)
def bot(lang: str = "de") -> Bot:
    """Trained on all entries of the shipped FAQ in one language (de, en, einfach).

    Einfache Sprache asks in German: the German bot with other answers.
    """
    return replace(bot("de"), faq=corpus(lang).faq) if lang == "einfach" else train(corpus(lang).faq)


@lru_cache(maxsize=3)
def tested(lang: str = "de") -> Outcome:
    """What `bot` makes of the questions asked later (`corpus(lang).asked`; their kinds in `.kind`)."""
    found = corpus(lang)
    return outcome(bot(lang), found.asked, found.entry)
