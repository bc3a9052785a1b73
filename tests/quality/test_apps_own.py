"""Own pictures as the learner brings them in: names of strangers, broken files, and nothing kept after the reset."""

import base64
import gc
import re
import weakref

import ipywidgets as W
import pytest

from kitlib import quality
from kitlib.quality.data.pictures import Problem
from kitlib.quality.model import own
from kitlib.quality.model.choose import METHODS
from kitlib.ui import LANGUAGES

from .hostile import good, picture, zipped
from .playing import commit, page, press, sound, told, upload, walk

EVIL = "<script>alert(1)</script>"
PHOTO = '"><img src=x onerror=alert(1)>.png'


@pytest.fixture(autouse=True)
def one_round(monkeypatch):
    """Cross-validate once instead of three times: these tests look at the page, not at the figures."""
    monkeypatch.setattr(own, "REPEATS", 1)


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def app(lang):
    return commit(quality.start("own", lang))


@pytest.fixture
def german():
    return commit(quality.start("own"))


def bring(app, name: str, files) -> None:
    app._name.value = name
    upload(app, app.texts("own.files"), files)


def shots(count: int, seed: int) -> list[tuple[str, bytes]]:
    return [(f"Bild {i}.png", picture(100 * seed + i)) for i in range(count)]


def test_practice_pictures_end_to_end(app):
    t = app.texts
    press(app, t("own.practice"))
    assert page(app).count("<img") == 24
    press(app, t("own.train"))
    mean = sum(app.state.result.accuracies) / own.REPEATS
    assert t("own.guess", guess=app.state.guess, measured=round(10 * mean)) in told(app)
    upload(app, t("own.new"), [("neu.png", picture(3))])
    assert t("own.tried") in told(app)
    press(app, t("own.save"))
    code = re.search(r'download="own.zip" href="data:application/zip;base64,([^"]+)"', page(app)).group(1)
    assert len(quality.load_zip(base64.b64decode(code))) == 30
    press(app, t("ui.undo"))
    assert app.state.tried is None


def test_a_class_without_a_name_is_asked_for(app):
    upload(app, app.texts("own.files"), shots(3, 1))
    assert app.texts("own.name_missing") in told(app)
    assert app.state.pictures is None


def test_training_is_not_offered_too_early(app):
    bring(app, "Schraube", shots(5, 1))
    press(app, app.texts("own.train"))
    assert app.texts("own.not_ready") in told(app)
    assert app.state.model is None


def test_names_of_strangers_are_escaped_everywhere(app):
    bring(app, EVIL, [(PHOTO, picture(1)), *shots(5, 1), (f"{EVIL}.jpg", b"no picture")])
    bring(app, "&amp; <b>fett</b>", shots(6, 2))
    press(app, app.texts("own.train"))
    upload(app, app.texts("own.new"), [(PHOTO, picture(3))])
    upload(app, app.texts("own.zip"), [(f"{EVIL}.zip", b"no zip")])
    html = page(app, hidden=True)
    assert "&lt;script&gt;" in html
    assert not re.search(r"<script|<b>|<img src=x", html)
    assert all("script" not in str(w.description) for w in walk(app, hidden=True) if isinstance(w, W.Button))


def test_broken_files_are_said_and_what_was_there_is_kept(app):
    bring(app, "Schraube", shots(5, 1))
    before = app.state
    bring(app, "Mutter", [("leer.png", b""), ("text.jpg", b"hello")])
    assert app.state == before
    for code, file in (("empty_file", "leer.png"), ("not_picture", "text.jpg")):
        assert app.texts(f"problem.{code}", file=f"Mutter/{file}") in told(app)


def test_a_broken_picture_to_sort_keeps_model_and_result(german):
    press(german, german.texts("own.practice"))
    press(german, german.texts("own.train"))
    before = german.state
    upload(german, german.texts("own.new"), [("kaputt.png", b"")])
    assert german.state is before
    assert "kaputt.png" in told(german)


def test_a_zip_is_taken_and_a_broken_one_is_said(app):
    upload(app, app.texts("own.zip"), [("teile.zip", zipped(good()))])
    assert app.state.pictures.classes == ("defekt", "ok")
    upload(app, app.texts("own.zip"), [("kaputt.zip", b"PK no")])
    assert "kaputt.zip" in told(app)
    assert len(app.state.pictures) == 10


@pytest.mark.parametrize("count", [2, 3])
def test_few_pictures_can_be_trained(german, count):
    bring(german, "A", shots(count, 1))
    bring(german, "B", shots(count, 2))
    press(german, german.texts("own.train"))
    assert german.state.result is not None or german.texts("own.not_ready") in told(german)


def test_pictures_given_at_the_start_come_back_after_a_reset(lang):
    pictures = quality.load_zip(zipped(good()))
    app = commit(quality.start("own", lang, data=pictures))
    assert app.state.pictures is pictures
    press(app, app.texts("own.practice"))
    press(app, app.texts("ui.reset"))
    assert app.state.pictures is pictures


def test_reset_leaves_no_picture_in_memory_and_none_in_the_page(german):
    press(german, german.texts("own.practice"))
    press(german, german.texts("own.train"))
    upload(german, german.texts("own.new"), [("neu.png", picture(3))])
    press(german, german.texts("own.save"))
    german._name.value = "geheim"
    kept = [weakref.ref(part) for part in (german.state.pictures, german.state.model, german.state.tried)]
    press(german, german.texts("ui.reset"))
    gc.collect()
    assert [ref() for ref in kept] == [None] * 3
    everything = page(german, hidden=True)
    assert "<img" not in everything
    assert "base64" not in everything
    assert not [w for w in walk(german, hidden=True) if isinstance(w, W.Text) and w.value]


def test_reset_after_a_failed_step_lets_go_as_well(german, monkeypatch):
    monkeypatch.setattr("kitlib.ui.app.log.exception", lambda *_: None)  # pytest would keep the frames it is given
    press(german, german.texts("own.practice"))
    monkeypatch.setattr(own, "_result", lambda pictures, method: 1 / 0)
    german._train.click()
    assert isinstance(german.error, ZeroDivisionError)
    kept = weakref.ref(german.state.pictures)
    german.reset()
    gc.collect()
    assert kept() is None


def test_every_problem_and_method_has_a_sentence(lang):
    t = quality.start("own", lang).texts
    assert all(t.has(f"own.method.{name}") for name in METHODS)
    assert all(t.has(f"problem.{code}") for code in ("one_class", "no_pictures", "duplicate", "zip_bomb"))


def test_long_lists_of_problems_stay_on_the_page(german):
    found = tuple(Problem("empty_file", f"{i}.png") for i in range(200))
    german.do(lambda s: own.replace(s, problems=found))
    sound(german)
    assert page(german).count("<li>") == 200
