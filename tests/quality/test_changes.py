import numpy as np
import pytest
from PIL import Image

from kitlib.quality.data import CHANGES, Pictures, apply


def pictures(n=70, side=48):
    """More than are worked on at once; smooth, with a bright square off the centre."""
    rng = np.random.default_rng(0)
    images = np.stack(
        [np.asarray(Image.fromarray(rng.integers(30, 200, (4, 4, 3), np.uint8)).resize((side, side))) for _ in range(n)]
    )
    images[:, 8:16, 20:28] = 250
    return Pictures(images, np.arange(n) % 2, ("a", "b"), tuple(map(str, range(n))), np.arange(n).astype(str))


@pytest.mark.parametrize("change", CHANGES)
def test_strength_zero_changes_nothing(change):
    assert (apply(pictures(), change, 0).images == pictures().images).all()


@pytest.mark.parametrize("change", CHANGES)
def test_same_input_same_result_and_the_original_stays(change):
    before = pictures()
    kept = before.images.copy()
    once, again = apply(before, change, 0.7, seed=3), apply(before, change, 0.7, seed=3)
    assert (once.images == again.images).all()
    assert (before.images == kept).all()
    assert once.names == before.names
    assert (once.labels == before.labels).all()
    assert not once.images.flags.writeable


@pytest.mark.parametrize("change", CHANGES)
def test_stronger_is_further_away(change):
    original = pictures().images.astype(float)
    far = [np.abs(apply(pictures(), change, s).images - original).mean() for s in (0.25, 0.5, 1.0)]
    assert 0 < far[0] < far[1] < far[2]


@pytest.mark.parametrize("change", CHANGES)
def test_a_picture_is_changed_alike_whichever_others_are_with_it(change):
    whole, alone = apply(pictures(), change, 0.6), apply(pictures().subset([66]), change, 0.6)
    assert (whole.images[66] == alone.images[0]).all()


def test_brightness_follows_the_light():
    out = apply(pictures(), "brightness", 1.0).images.astype(float)
    assert np.abs(out - pictures().images * 0.12 ** (1 / 2.2)).max() <= 0.51


def test_noise_has_its_strength_and_no_bias_and_grows_with_the_light():
    flat = np.stack([np.full((64, 64, 3), level, np.uint8) for level in (60, 120)])
    grey = Pictures(flat, np.array([0, 1]), ("a", "b"), ("x", "y"), np.array(["x", "y"]))
    noise = apply(grey, "noise", 0.5, seed=1).images.astype(float) - flat
    assert np.abs(noise.mean(axis=(1, 2, 3))).max() < 0.5
    expected = 18 * np.sqrt(0.25 + 0.75 * np.array([60, 120]) / 255)
    assert np.allclose(noise.std(axis=(1, 2, 3)), expected, rtol=0.05)


def test_noise_depends_on_seed_and_picture():
    grey = Pictures(
        np.full((2, 16, 16, 3), 128, np.uint8), np.array([0, 1]), ("a", "b"), ("x", "y"), np.array(["x", "y"])
    )
    first, second = apply(grey, "noise", 1, seed=0).images
    assert (first != second).any()
    assert (first != apply(grey, "noise", 1, seed=1).images[0]).any()


def test_blur_keeps_the_mean_and_loses_detail():
    before, after = pictures().images.astype(float), apply(pictures(), "blur", 1.0).images.astype(float)
    assert np.allclose(after.mean(axis=(1, 2)), before.mean(axis=(1, 2)), atol=1.5)
    assert np.abs(np.diff(after, axis=1)).max() < 0.6 * np.abs(np.diff(before, axis=1)).max()


def test_rotation_is_about_the_centre_and_leaves_no_empty_corners():
    side = 65
    image = np.full((1, side, side, 3), 100, np.uint8)
    image[:, 32, 60] = 250
    image[:, 32, 32] = 200
    dot = Pictures(image, np.array([0]), ("a",), ("x",), np.array(["x"]))
    out = apply(dot, "rotation", 1.0).images[0, :, :, 0].astype(int)
    assert out[32, 32] == 200
    y, x = np.unravel_index(np.where(out > 200, 0, out)[:30].argmax(), (30, side))
    assert abs(np.hypot(y - 32, x - 32) - 28) < 1.5
    assert abs(np.degrees(np.arctan2(32 - y, x - 32)) - 30) < 2
    assert out.min() == 100


def test_rotation_of_a_picture_that_is_not_square():
    wide = Pictures(np.full((1, 20, 50, 3), 7, np.uint8), np.array([0]), ("a",), ("x",), np.array(["x"]))
    assert (apply(wide, "rotation", 1.0).images == 7).all()


def test_wrong_names_and_strengths_are_refused():
    with pytest.raises(ValueError, match="brightness, noise, blur, rotation"):
        apply(pictures(), "fog", 0.5)
    for strength in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match=r"0\.\.1"):
            apply(pictures(), "blur", strength)


def test_nothing_in_nothing_out():
    assert len(apply(pictures().subset([]), "blur", 1.0)) == 0
