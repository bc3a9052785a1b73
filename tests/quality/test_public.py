"""The public functions, used without a widget; and proof that the facts in the lessons notice a broken model."""

import os
import subprocess
import sys

import numpy as np
import pytest

from kitlib import quality
from kitlib.quality.app import STEPS
from kitlib.quality.model import learn, look, room, shift
from kitlib.quality.model.cache import once
from kitlib.quality.model.estimator import Model
from kitlib.quality.plots import learn as learn_plots
from kitlib.quality.plots import look as look_plots
from kitlib.quality.plots import shift as shift_plots
from kitlib.ui import LANGUAGES, FreePlay

from .hostile import good, write

FACTS = ("sort", "learn", "threshold", "look", "shift", "flatter")
MEASURED = ("sort", "learn", "threshold", "look", "shift")
CHEAP = ("sort", "threshold")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", [None, *STEPS])
def test_each_step_starts_in_each_language(step, lang):
    app = quality.start(step, lang)
    assert isinstance(app, FreePlay) == (step is None)


@pytest.mark.parametrize("wrong", [{"step": "nothing"}, {"step": ""}, {"lang": "fr"}, {"step": "sort", "lang": "DE"}])
def test_an_unknown_step_or_language_is_named(wrong):
    with pytest.raises(ValueError, match="must be one of"):
        quality.start(**wrong)


def test_warm_up_then_facts_are_words_in_each_language_and_the_same_twice():
    quality.warm_up()
    for step in FACTS:
        said = {lang: quality.facts(step, lang) for lang in LANGUAGES}
        assert said == {lang: quality.facts(step, lang) for lang in LANGUAGES}
        assert len(set(said.values())) == len(LANGUAGES)
        assert not any(sign in words for words in said.values() for sign in ("{", "nan"))
        assert repr(said["de"]) == said["de"]


def test_facts_are_the_same_in_a_fresh_process():
    """Other hash seed, nothing cached: pictures, samples and model must come out the same."""
    code = f"from kitlib import quality\nfor step in {CHEAP}: print(quality.facts(step, 'en'))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    said = "\n".join(quality.facts(step, "en") for step in CHEAP)
    assert done.stdout.decode("utf-8").split() == said.split()


def test_a_folder_of_pictures_trains_a_model(tmp_path):
    pictures = quality.load_folder(write(tmp_path, good()), size=64)
    model = quality.train(pictures)
    p = model.predict_proba(pictures)
    assert model.classes == ("defekt", "ok")
    assert p.shape == (10, 2)
    np.testing.assert_allclose(p.sum(axis=1), 1)
    assert model.heatmap(pictures).shape == pictures.images.shape[:3]
    assert model.novelty(pictures).shape == (10,)


PLACES = {
    "scores": [room],
    "mats_accuracy": [look, look_plots],
    "_computed": [shift],
    "report": [shift, shift_plots],
}


@pytest.fixture
def afresh(monkeypatch):
    """Facts measured anew from the models trained already, since kept results would hide a broken model."""
    monkeypatch.setattr(learn, "SEEDS", 1)
    known = {step: quality.facts(step, "en") for step in MEASURED}

    def measure(step):
        for name, modules in PLACES.items():
            function = once(256)(getattr(modules[0], name).__wrapped__)
            for module in modules:
                monkeypatch.setattr(module, name, function)
        return quality.facts(step, "en"), known[step]

    return measure


def test_measured_anew_the_facts_are_the_same(afresh):
    for step in CHEAP:
        now, known = afresh(step)
        assert now == known


@pytest.mark.parametrize("step", MEASURED)
def test_facts_notice_when_the_classes_are_swapped(step, afresh, monkeypatch):
    honest = Model.predict_proba
    monkeypatch.setattr(Model, "predict_proba", lambda model, pictures: honest(model, pictures)[:, ::-1])
    now, known = afresh(step)
    assert now != known


@pytest.mark.parametrize("step", ["threshold", "shift"])
def test_facts_notice_when_the_calibration_is_dropped(step, afresh, monkeypatch):
    def raw(model, pictures):
        """The discriminant's own log-probabilities, as they are before calibration."""
        return np.exp(model.opinions[0](model._features(pictures)["template"]))

    monkeypatch.setattr(Model, "predict_proba", raw)
    now, known = afresh(step)
    assert now != known


def test_facts_notice_when_nothing_is_learned(afresh, monkeypatch):
    """A model that always states the same sorts half of the parts correctly, and the curve is flat."""
    monkeypatch.setattr(Model, "predict_proba", lambda model, pictures: np.full((len(pictures), 2), 0.5))
    now, known = afresh("learn")
    assert now != known
    assert learn.accuracies(200, 0.0).max() < 0.6


def test_what_the_learn_facts_say_is_what_was_measured():
    mean = learn.accuracies(200, 0.0).mean()
    t = quality.start("learn", "en").texts
    assert t("ui.share", value=mean) in learn_plots.facts(t)
