"""The public functions, used without a widget; and proof that the facts in the lessons notice a broken model."""

import os
import subprocess
import sys

import ipywidgets as W
import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import QUIZZES, STEPS
from kitlib.recommender.model import room
from kitlib.recommender.plots import basket
from kitlib.ui import LANGUAGES, FreePlay


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", [None, *STEPS, *QUIZZES])
def test_each_step_starts_in_each_language(step, lang):
    app = recommender.start(step, lang)
    assert isinstance(app, FreePlay) == (step is None)


@pytest.mark.parametrize("wrong", [{"step": "nothing"}, {"step": ""}, {"lang": "fr"}, {"step": "own", "lang": "DE"}])
def test_an_unknown_step_or_language_is_named(wrong):
    with pytest.raises(ValueError, match="must be one of"):
        recommender.start(**wrong)


def test_facts_of_an_unknown_step_are_refused():
    with pytest.raises(ValueError, match="must be one of"):
        recommender.facts("own")


def test_everything_promised_is_there():
    assert all(hasattr(recommender, name) for name in recommender.__all__)


def test_warm_up_then_facts_are_words_in_each_language_and_the_same_twice():
    recommender.warm_up()
    for step in recommender.CLAIMS:
        said = {lang: recommender.facts(step, lang) for lang in LANGUAGES}
        assert said == {lang: recommender.facts(step, lang) for lang in LANGUAGES}
        assert len(set(said.values())) == len(LANGUAGES)
        assert not any(sign in words for words in said.values() for sign in ("{", "nan"))


def test_facts_are_the_same_in_a_fresh_process():
    """Other hash seed, nothing cached: splits and models must come out the same."""
    steps = ("basket", "similar", "trait")
    code = f"from kitlib import recommender\nfor step in {steps}: print(recommender.facts(step, 'en'))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    said = "\n".join(recommender.facts(step, "en") for step in steps)
    assert done.stdout.decode("utf-8").split() == said.split()


def test_facts_notice_a_model_that_learnt_nothing(monkeypatch):
    """What nbval compares must go red when the model breaks."""
    from kitlib.recommender.app import texts

    before = basket.facts(texts("en"))
    rng = np.random.default_rng(0)
    broken = rng.permuted(room.top("ease"), axis=0)
    monkeypatch.setattr(room, "top", lambda method="ease", n=room.SHOWN: broken)
    room.hit_rate.cache_clear()
    try:
        assert basket.facts(texts("en")) != before
    finally:
        room.hit_rate.cache_clear()


def test_a_table_of_ones_own_without_any_widget(tmp_path):
    rows = [f"Firma {c:02d};Artikel {i}" for c in range(40) for i in range(10) if (c + i) % 2 and (c * i) % 5]
    file = tmp_path / "Verkäufe.csv"
    file.write_bytes("\r\n".join(["Kunde;Artikel", *rows]).encode("cp1252"))
    purchases = recommender.load_purchases(file)
    model = recommender.train(purchases)
    person = purchases.customers[0]
    first = model.recommend(person, 1)[0]
    assert first in purchases.items
    assert not any("Firma" in name for name in purchases.customers)
    reasons = model.explain(person, first)
    score = model.scores(model.known[[model.customer_index(person)]])[0, model.item_index(first)]
    assert sum(value for _, value in reasons) == pytest.approx(score, abs=1e-9)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", QUIZZES)
def test_every_question_has_a_right_option_and_a_reason(lang, name):
    app = recommender.start(name, lang)
    for key, right in app.state.right:
        options = [o for o in "abcd" if app.texts.has(f"quiz.{key}.{o}")]
        assert right in options
        assert len({app.texts(f"quiz.{key}.{o}") for o in options}) == len(options) >= 3
        assert app.texts(f"quiz.{key}.why")


def test_the_right_answers_do_not_all_stand_in_one_place():
    for name in QUIZZES:
        assert len({right for _, right in recommender.start(name).state.right}) > 1


def test_free_play_opens_each_step(lang="de"):
    app = recommender.start(lang=lang)
    choice = next(w for w in app.children[1].children if isinstance(w, W.Dropdown))
    assert len(choice.options) == len(STEPS)
    for title in choice.options:
        choice.value = title
