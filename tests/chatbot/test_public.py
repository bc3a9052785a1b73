"""The public functions, used without a widget; and proof that the facts in the lessons notice a broken model."""

import os
import re
import subprocess
import sys

import ipywidgets as W
import numpy as np
import pytest

from kitlib import chatbot
from kitlib.chatbot.app import QUIZZES, STEPS, texts
from kitlib.chatbot.model import room
from kitlib.chatbot.plots import ask
from kitlib.ui import LANGUAGES, FreePlay


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", [None, *STEPS, *QUIZZES])
def test_each_step_starts_in_each_language(step, lang):
    app = chatbot.start(step, lang)
    assert isinstance(app, FreePlay) == (step is None)


@pytest.mark.parametrize("wrong", [{"step": "nothing"}, {"step": ""}, {"lang": "fr"}, {"step": "own", "lang": "DE"}])
def test_an_unknown_step_or_language_is_named(wrong):
    with pytest.raises(ValueError, match="must be one of"):
        chatbot.start(**wrong)


def test_facts_of_an_unknown_step_are_refused():
    with pytest.raises(ValueError, match="must be one of"):
        chatbot.facts("quiz")


def test_everything_promised_is_there():
    assert all(hasattr(chatbot, name) for name in chatbot.__all__)


def test_facts_are_words_in_each_language_and_the_same_twice():
    for step in chatbot.CLAIMS:
        said = {lang: chatbot.facts(step, lang) for lang in LANGUAGES}
        assert said == {lang: chatbot.facts(step, lang) for lang in LANGUAGES}
        assert len(set(said.values())) == len(LANGUAGES)
        assert not any(re.search(r"{|\bnan\b", words) for words in said.values())


def test_facts_are_the_same_in_a_fresh_process():
    """Other hash seed, nothing cached: splits, generated sentences and models must come out the same."""
    steps = ("ask", "handoff", "generate", "presort")
    code = f"from kitlib import chatbot\nfor step in {steps}: print(chatbot.facts(step, 'en'))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    said = "\n".join(chatbot.facts(step, "en") for step in steps)
    assert done.stdout.decode("utf-8").split() == said.split()


def test_facts_notice_a_bot_that_learnt_nothing(monkeypatch):
    """What nbval compares must go red when the model breaks: here every wording leads to a wrong entry."""
    from kitlib.chatbot.data.faq import Faq

    before = ask.facts(texts("en"))
    faq = chatbot.corpus("en").faq
    shuffled = np.random.default_rng(0).permutation(faq.owner)
    broken = chatbot.train(Faq(faq.entries, faq.questions, shuffled))
    _forget()
    monkeypatch.setattr(room, "bot", lambda lang: broken)
    try:
        assert ask.facts(texts("en")) != before
    finally:
        monkeypatch.undo()
        _forget()


def _forget():
    """Empty every cache of the slice: what was measured with the whole bot must not be remembered."""
    for module in [m for name, m in sys.modules.items() if name.startswith("kitlib.chatbot.")]:
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()


def test_a_faq_of_ones_own_without_any_widget(tmp_path):
    subjects = {
        "Versand": "Der Versand kostet 5 Euro.",
        "Rückgabe": "Zurück geht es 30 Tage lang.",
        "Zahlung": "Per Rechnung.",
    }
    frames = (
        "Was gilt bei {}?",
        "{} bitte erklären",
        "Ich habe eine Frage zu {}",
        "Infos über {}",
        "Wie ist das mit {}?",
    )
    rows = [f"{frame.format(subject)};{answer}" for subject, answer in subjects.items() for frame in frames]
    file = tmp_path / "Fragen.csv"
    file.write_bytes("\r\n".join(["Frage;Antwort", *rows]).encode("cp1252"))
    faq = chatbot.load_faq(file)
    assert (len(faq), len(faq.entries)) == (15, 3)
    bot = chatbot.train(faq)
    answer = bot.answer("Guten Tag, wie funktioniert die Rückgabe?")
    assert answer.text == "Zurück geht es 30 Tage lang."
    assert 0 <= answer.confidence <= 1
    assert bot.answer("Кто последний?").hand_off


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", QUIZZES)
def test_every_question_has_a_right_option_and_a_reason(lang, name):
    app = chatbot.start(name, lang)
    for key, right in app.state.right:
        options = [o for o in "abcd" if app.texts.has(f"quiz.{key}.{o}")]
        assert right in options
        assert len({app.texts(f"quiz.{key}.{o}") for o in options}) == len(options) >= 3
        assert app.texts(f"quiz.{key}.why")


def test_the_right_answers_do_not_all_stand_in_one_place():
    for name in QUIZZES:
        assert len({right for _, right in chatbot.start(name).state.right}) > 1


def test_free_play_opens_each_step(lang="de"):
    app = chatbot.start(lang=lang)
    choice = next(w for w in app.children[1].children if isinstance(w, W.Dropdown))
    assert len(choice.options) == len(STEPS)
    for title in choice.options:
        choice.value = title
