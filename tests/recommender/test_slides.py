"""The pictures of the shop for slides: valid in each language, the same twice, and made of the data they show."""

import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.model import room, traces
from kitlib.recommender.plots import popular, sheets, slides
from kitlib.recommender.plots.slides import FIGURES
from kitlib.ui import LANGUAGES

from ..drawings import told, valid


@pytest.mark.parametrize("name", FIGURES)
def test_each_picture_is_valid_and_told_in_each_language_and_the_same_twice(name):
    found = {lang: recommender.figure(name, lang) for lang in LANGUAGES}
    told(found)
    for lang, picture in found.items():
        valid(picture)
        assert recommender.figure(name, lang) == picture


@pytest.mark.parametrize("wrong", [{"name": "nothing"}, {"name": ""}, {"name": "hits", "lang": "fr"}])
def test_an_unknown_name_or_language_is_refused(wrong):
    with pytest.raises(ValueError, match="must be one of"):
        recommender.figure(**wrong)


def test_hits_are_those_measured_and_the_model_beats_the_bestseller_list_about_twice(monkeypatch):
    model, best = room.hit_rate("ease"), room.hit_rate("popular")
    assert 1.7 < model / best < 2.5, "the vote on the slide says so"
    monkeypatch.setattr(room, "hit_rate", lambda method="ease": {"random": 0.07}.get(method, 0.11))
    assert "random: 7." in recommender.figure("hits", "en").alt


def test_the_table_is_the_one_of_the_lesson(monkeypatch):
    before = recommender.figure("table", "en")
    assert "Customer 4: Screws, Paint, Brush." in before.alt
    monkeypatch.setattr(sheets, "TABLE", ((1, 0, 0, 0, 0, 0), *sheets.TABLE[1:]))
    after = recommender.figure("table", "en")
    assert "Customer 1: Claw hammer." in after.alt and after.data != before.data


def test_the_sum_adds_up_in_the_picture():
    alt = recommender.figure("account", "en").alt
    shares = [int(word.rstrip(".,")) for word in alt.replace("−", "-").split() if word[0] in "+-"]
    assert sum(shares) == int(alt.rsplit(" ", 1)[1].rstrip("."))


def test_places_follow_the_lists(monkeypatch):
    monkeypatch.setattr(popular, "shown", lambda dial: np.ones(400))
    alt = recommender.figure("niche", "en").alt
    assert alt.count("10% of places") == 10


def test_people_with_a_baby_are_dots(monkeypatch):
    dots = recommender.figure("traces").data.count(b"<circle") - 1  # one is the key
    assert dots == sum(traces.report(removed).right for removed in traces.REMOVED)


def test_variety_is_the_one_measured():
    alt = recommender.figure("variety", "en").alt
    for key in slides.LISTS:
        assert f"{slides.run(*key).variety[-1]:.1f}." in alt
