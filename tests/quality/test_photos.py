"""Encoded pictures answer as the decoded array does, and hold no decoded picture."""

import io
import pickle
import tracemalloc

import numpy as np
import pytest
from PIL import Image

from kitlib.quality.data.photos import Photos, joined


def webp(picture: np.ndarray) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "WEBP", lossless=True)
    return out.getvalue()


@pytest.fixture(scope="module")
def array() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (5, 16, 24, 3), np.uint8)


@pytest.fixture(scope="module")
def photos(array) -> Photos:
    return Photos(map(webp, array))


def test_they_look_like_the_array(photos, array):
    assert (photos.shape, photos.dtype, photos.ndim, len(photos)) == (array.shape, array.dtype, 4, 5)
    assert (np.asarray(photos) == array).all() and np.asarray(photos, float).dtype == float
    assert all((one == other).all() for one, other in zip(photos, array, strict=True))


@pytest.mark.parametrize("index", [2, -1, np.int64(3), (1, slice(4), 0), (slice(None), 3, 4)])
def test_one_picture_or_a_part_of_all_is_decoded(photos, array, index):
    found = photos[index]
    assert isinstance(found, np.ndarray) and (found == array[index]).all()


CHOSEN = [slice(1, 4), slice(None, None, -2), np.array([4, 0, 0]), [1, 2], np.array([True, False, True, False, True])]


@pytest.mark.parametrize("index", [*CHOSEN, np.zeros(5, bool)])
def test_several_pictures_stay_encoded(photos, array, index):
    found = photos[index]
    assert isinstance(found, Photos) and found.shape == array[index].shape
    assert (np.asarray(found) == array[index]).all()


def test_whatever_an_array_can_do(photos, array):
    assert photos.mean() == array.mean() and photos.nbytes == array.nbytes
    assert (photos / 2 == array / 2).all() and (255 - photos == 255 - array).all() and (photos == array).all()
    assert (np.median(photos, axis=0) == np.median(array, axis=0)).all()
    assert not hasattr(photos, "colour") and not hasattr(photos, "_colour")
    assert (np.asarray(pickle.loads(pickle.dumps(photos))) == array).all()


def test_nobody_can_write_to_them(photos):
    for found in (photos[0], np.asarray(photos)):
        with pytest.raises(ValueError, match="read-only"):
            found[:] = 0
    with pytest.raises(TypeError):
        photos[0] = 0
    with pytest.raises(ValueError, match="copied"):
        np.asarray(photos, copy=False)


def test_what_does_not_fit_together_is_refused(array):
    with pytest.raises(ValueError, match="one size"):
        Photos([webp(array[0]), webp(array[0][:8])])
    with pytest.raises(ValueError, match="one size"):
        Photos([])


def test_joined_pictures_are_encoded_if_both_are(photos, array):
    both, mixed = joined(photos, photos[:2]), joined(photos, array[:2])
    assert isinstance(both, Photos) and isinstance(mixed, np.ndarray)
    assert (np.asarray(both) == mixed).all() and len(both) == 7


def test_looking_at_all_of_them_leaves_nothing_behind(array):
    photos = Photos([webp(np.zeros((256, 256, 3), np.uint8))] * 40)
    tracemalloc.start()
    try:
        for picture in photos:
            assert picture.shape == (256, 256, 3)
        del picture
        assert tracemalloc.get_traced_memory()[0] < photos.nbytes / 100
    finally:
        tracemalloc.stop()
