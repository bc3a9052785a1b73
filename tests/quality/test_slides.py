"""The pictures of parts for slides: valid in each language, the same twice, and made of the data they show."""

import base64
from dataclasses import replace

import numpy as np
import pytest

from kitlib import quality
from kitlib.quality.data.flange import flange
from kitlib.quality.model import learn, room
from kitlib.quality.model.shift import Report
from kitlib.quality.plots import photos, slides
from kitlib.quality.plots.slides import FIGURES
from kitlib.ui import LANGUAGES

from ..drawings import numbers, told, valid

P = np.array([0.02, 0.30, 0.55, 0.90, 0.45, 0.60, 0.80, 0.95])
DEFECTIVE = np.array([False, False, False, False, True, True, True, True])


@pytest.mark.parametrize("name", FIGURES)
def test_each_picture_is_valid_and_told_in_each_language_and_the_same_twice(name, monkeypatch):
    monkeypatch.setattr(learn, "SEEDS", 1)  # of five samples a size
    found = {lang: quality.figure(name, lang) for lang in LANGUAGES}
    told(found)
    for lang, picture in found.items():
        valid(picture)
        assert quality.figure(name, lang) == picture


@pytest.mark.parametrize("wrong", [{"name": "nothing"}, {"name": ""}, {"name": "costs", "lang": "fr"}])
def test_an_unknown_name_or_language_is_refused(wrong):
    with pytest.raises(ValueError, match="must be one of"):
        quality.figure(**wrong)


@pytest.mark.parametrize("name", ["scores", "costs", "doubtful"])
def test_pictures_of_the_threshold_follow_the_probabilities(name, monkeypatch):
    before = quality.figure(name, "en")
    monkeypatch.setattr(room, "scores", lambda *_: P)
    monkeypatch.setattr(room, "truth", lambda: DEFECTIVE)
    after = quality.figure(name, "en")
    assert after.data != before.data and after.alt != before.alt


def test_the_doubtful_parts_carry_their_probabilities_the_most_doubtful_first(monkeypatch):
    monkeypatch.setattr(room, "scores", lambda *_: np.where(P == 0.55, 0.54, P))
    assert "54%, 45%, 60%, 30%, 80%" in quality.figure("doubtful", "en").alt


def test_the_shift_is_the_one_measured(monkeypatch):
    measured = Report(accuracy=0.123, auroc=0.5, confidence=0.987, warned=0.0, threshold=0.5, pictures=10)
    monkeypatch.setattr(slides, "report", lambda condition: measured)
    alt = quality.figure("shift", "en").alt
    assert alt.count("12% correct, 99% stated") == len(slides.CONDITIONS)


def test_the_learning_curve_is_the_one_measured(monkeypatch):
    monkeypatch.setattr(slides, "accuracies", lambda size, wrong: np.array([0.5 + wrong, 0.7 + wrong]))
    alt = quality.figure("examples", "en").alt
    assert "200: 60%" in alt and "200: 100%" in alt


def test_numbers_are_the_brightness_of_the_photo(monkeypatch):
    before = numbers(quality.figure("numbers"))
    shown = flange("standard", split="test")
    assert len(before) == photos.CELLS**2
    monkeypatch.setattr(photos, "_test", lambda: replace(shown, images=shown.images // 2))
    after = numbers(quality.figure("numbers"))
    assert np.allclose(after, np.array(before) / 2, atol=1)


def test_the_parts_to_sort_are_not_those_of_the_lesson_and_do_not_give_the_answer_away():
    assert not set(photos.six()) & set(photos.twelve(0))
    truth = room.truth()[list(photos.six())]
    assert truth.sum() == 3, "the vote on the slide says so"
    asked, solved = quality.figure("sort", "en"), quality.figure("solved", "en")
    assert "scratch" not in asked.alt and "scratch" in solved.alt
    assert _photos(asked)[2] == _photos(solved)[2], "a good part is the same picture in both"
    assert _photos(asked)[0] != _photos(solved)[0], "a defect is outlined"


def _photos(picture: quality.figure) -> list[bytes]:
    return [base64.b64decode(one.split('"')[0]) for one in picture.data.decode().split("data:image/png;base64,")[1:]]
