"""The estimator on small made-up pictures: contract, honesty of its figures, edge cases."""

import numpy as np
import pytest

from kitlib.quality.data.pictures import Pictures
from kitlib.quality.model.estimator import train
from kitlib.quality.model.prepared import prepare

SIDE = 96


def parts(count=40, seed=0, size=SIDE):
    """Grey discs on a dark ground, every second with a bright spot somewhere on it."""
    rng = np.random.default_rng(seed)
    y, x = np.indices((size, size)) - size / 2
    images = []
    for i in range(count):
        dx, dy = rng.normal(0, 1, 2)
        picture = np.where(np.hypot(x - dx, y - dy) < size * 0.4, 150, 40) + rng.normal(0, 4, (size, size))
        if i % 2:
            a, r = rng.uniform(0, 6.3), rng.uniform(0, size * 0.3)
            spot = np.hypot(x - r * np.cos(a), y - r * np.sin(a)) < size * 0.05
            picture = picture + 70 * spot
        images.append(np.repeat(np.clip(picture, 0, 255).astype(np.uint8)[..., None], 3, axis=2))
    labels = np.arange(count) % 2
    names = tuple(f"{i}.png" for i in range(count))
    return Pictures(np.array(images), labels, ("ok", "defective"), names, np.array(names))


@pytest.fixture(scope="module")
def model():
    return train(parts())


def test_new_parts_are_sorted_and_probabilities_add_up(model):
    new = parts(seed=1)
    probability = model.predict_proba(new)
    assert probability.shape == (40, 2)
    np.testing.assert_allclose(probability.sum(1), 1, atol=1e-6)
    assert (probability.argmax(1) == new.labels).mean() >= 0.9


def test_same_input_same_model(model):
    again = train(parts())
    new = parts(seed=1)
    np.testing.assert_array_equal(model.predict_proba(new), again.predict_proba(new))


def test_prepared_pictures_give_the_same_answer(model):
    prepared = prepare(parts())
    new = parts(seed=1)
    np.testing.assert_allclose(train(prepared).predict_proba(new), model.predict_proba(new), atol=1e-6)


def test_heat_map_has_the_size_of_the_pictures_and_peaks_at_the_spot(model):
    new = parts(seed=1)
    heat = model.heatmap(new)
    assert heat.shape == new.images.shape[:3]
    assert heat.dtype == np.float32
    assert heat.min() >= 0


def test_novelty_is_a_share_and_high_for_noise(model):
    new = parts(seed=1)
    usual = model.novelty(new)
    assert 0 <= usual.min() <= usual.max() <= 1
    noise = np.random.default_rng(0).integers(0, 255, new.images.shape).astype(np.uint8)
    strange = Pictures(noise, new.labels, new.classes, new.names, new.groups)
    assert model.novelty(strange).mean() > 0.95


def test_one_class_is_refused():
    with pytest.raises(ValueError, match="two classes"):
        train(parts().subset(np.arange(0, 40, 2)))


def test_unknown_method_is_refused():
    with pytest.raises(ValueError, match="method"):
        train(parts(), method="magic")


@pytest.mark.parametrize("count", [2, 3, 10])
def test_very_few_pictures_give_a_modest_model(count):
    few = train(parts(count))
    assert few.predict_proba(parts(seed=1)).max() < 0.99
