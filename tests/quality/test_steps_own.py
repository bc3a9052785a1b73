"""Step 7 without a screen: own pictures come in, teach a model, and are let go of."""

import gc
import io
import weakref
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from kitlib.quality import PicturesError, load_zip
from kitlib.quality.model import own
from kitlib.quality.model.own import Own

from .hostile import encoded, good, picture, zipped


def shots(name: str, count: int, period: int) -> list[tuple[str, bytes]]:
    """Photos of one class: stripes of a width of its own, each a little different."""
    rng = np.random.default_rng(period)
    return [(f"{name} {i}.png", encoded(_striped(rng, period))) for i in range(count)]


def _striped(rng, period: int) -> Image.Image:
    x = np.arange(64) + rng.uniform(0, period)
    grey = 130 + 60 * np.sin(2 * np.pi * x / period) + rng.normal(0, 10, (48, 64))
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def two(a=6, b=6) -> Own:
    state = own.add_files(Own(guess=7), "breit", shots("breit", a, 20))
    return own.add_files(state, "fein", shots("fein", b, 6))


@pytest.fixture(scope="module")
def taught() -> Own:
    return own.evaluate(two())


def test_classes_come_one_after_the_other():
    first = own.add_files(Own(guess=7), "breit", shots("breit", 6, 20))
    assert first.pictures.classes == ("breit",)
    assert not own.ready(first)
    both = two()
    assert both.pictures.classes == ("breit", "fein")
    assert own.ready(both)
    assert both.guess == 7


def test_more_of_a_class_is_added_to_it():
    state = own.add_files(two(), "breit", shots("breit", 3, 22))
    assert len(state.pictures) == 15
    assert state.pictures.classes == ("breit", "fein")


def test_new_pictures_make_the_old_result_void(taught):
    state = own.add_files(taught, "breit", shots("breit", 3, 22))
    assert (state.model, state.result, state.tried) == (None, None, None)


def test_a_broken_file_is_named_and_the_others_are_used():
    state = own.add_files(Own(), "breit", [*shots("breit", 5, 20), ("kaputt.jpg", b"\xff\xd8\xff oh")])
    assert len(state.pictures) == 5
    assert [p.code for p in state.problems if p.left_out] == ["damaged"]


def test_only_broken_files_are_an_error_and_the_state_stays():
    before = two()
    with pytest.raises(PicturesError):
        own.add_files(before, "neu", [("leer.png", b"")])
    assert len(before.pictures) == 12


def test_a_zip_of_folders():
    state = own.add_zip(Own(guess=3), "alles.zip", zipped(good()))
    assert state.pictures.classes == ("defekt", "ok")
    assert state.guess == 3
    with pytest.raises(PicturesError):
        own.add_zip(Own(), "alles.zip", b"no zip")


def test_figures_are_cross_validated_shares(taught):
    assert len(taught.result.accuracies) == own.REPEATS
    assert min(taught.result.accuracies) >= 0.8
    assert taught.result.chance == 0.5
    assert sorted(true for true, _ in taught.result.pairs) == sorted(taught.pictures.labels)


def test_a_new_picture_is_sorted_but_not_learned(taught):
    state = own.sort_one(taught, shots("neu", 1, 21))
    p, novelty = own.sorted_as(state)
    assert state.pictures is taught.pictures
    assert state.pictures.classes[int(p.argmax())] == "breit"
    assert p.sum() == pytest.approx(1)
    assert 0 <= novelty <= 1
    with pytest.raises(PicturesError):
        own.sort_one(taught, [("text.jpg", b"hello")])


@pytest.mark.parametrize(("a", "b"), [(2, 2), (2, 9), (3, 3)])
def test_whatever_is_called_ready_can_be_evaluated(a, b):
    state = two(a, b)
    assert own.ready(state)
    assert len(own.evaluate(state).result.accuracies) == own.REPEATS


def test_copies_of_one_picture_as_a_class_are_refused_or_evaluated():
    """All copies stay together, so that this class cannot be both learned and tested."""
    state = own.add_files(Own(), "kopie", [(f"{i}.png", picture(1)) for i in range(6)])
    state = own.add_files(state, "breit", shots("breit", 6, 20))
    if own.ready(state):
        assert own.evaluate(state).result is not None


def test_one_picture_a_class_is_not_ready():
    assert not own.ready(two(1, 5))
    assert not own.ready(Own())


def test_seven_classes_are_not_ready():
    state = Own()
    for i in range(own.MOST_CLASSES + 1):
        state = own.add_files(state, f"Sorte {i}", shots("x", 2, 3 * i + 4))
    assert not own.ready(state)


def test_practice_pictures_are_thirty_of_three_products():
    state = own.practice(Own(guess=5), {"flange": "Flansch", "gear": "Rad", "washer": "Scheibe"})
    assert np.bincount(state.pictures.labels).tolist() == [10, 10, 10]
    assert state.guess == 5
    assert own.ready(state)


@pytest.mark.parametrize("name", ["breit", "Größe 2", "a/b", "../weg", "<script>alert(1)</script>", "C:"])
def test_saved_pictures_can_be_loaded_again(name):
    state = own.add_files(two(), name, shots("x", 5, 11))
    content = own.as_zip(state)
    paths = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert len(set(paths)) == len(state.pictures)
    assert not any(p.startswith("/") or ".." in p.split("/") for p in paths)
    back = load_zip(content)
    assert len(back) == len(state.pictures)
    assert len(back.classes) == len(state.pictures.classes)
    assert not [p for p in back.problems if p.left_out]


def test_a_state_with_problems_is_hashable_too():
    state = own.add_files(Own(), "wenig", shots("wenig", 2, 9))
    assert state.problems
    hash(state)


def test_nothing_keeps_the_pictures_when_the_state_is_gone():
    state = own.sort_one(own.evaluate(two()), shots("neu", 1, 10))
    own.sorted_as(state)
    kept = [weakref.ref(part) for part in (state.pictures, state.model, state.tried)]
    state = replace(Own())
    gc.collect()
    assert state.pictures is None
    assert [ref() for ref in kept] == [None] * 3
