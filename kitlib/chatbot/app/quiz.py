"""The checks at the end of the lessons."""

from __future__ import annotations

from kitlib import ui

ANSWERS = {"search": "b", "confident": "c", "weigh": "a"}
TEXT = {"fluent": "b", "cold": "c", "face": "a"}
WORK = {"private": "c", "down": "a", "band": "b"}
OWN = {"wordings": "b", "later": "a"}


def quiz(texts: ui.Texts) -> ui.Quiz:
    return ui.Quiz(texts, ANSWERS)


def quiz_text(texts: ui.Texts) -> ui.Quiz:
    return ui.Quiz(texts, TEXT)


def quiz_work(texts: ui.Texts) -> ui.Quiz:
    return ui.Quiz(texts, WORK)


def quiz_own(texts: ui.Texts) -> ui.Quiz:
    return ui.Quiz(texts, OWN)
