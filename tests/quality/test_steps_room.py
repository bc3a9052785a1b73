"""What everybody shares: how examples are drawn, and the claims of the lessons about the shared model."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from kitlib.quality import flange
from kitlib.quality.model import learn, room
from kitlib.quality.model.flatter import Flatter
from kitlib.quality.model.learn import Learn
from kitlib.quality.model.look import Look
from kitlib.quality.model.own import Own
from kitlib.quality.model.shift import Shift
from kitlib.quality.model.sort import Sort
from kitlib.quality.model.threshold import Threshold

STATES = [Sort(), Learn(), Threshold(), Look(), Shift(), Flatter(), Own()]


@pytest.mark.parametrize("state", STATES, ids=lambda s: type(s).__name__)
def test_states_are_frozen_hashable_and_compared_by_value(state):
    assert hash(state) == hash(type(state)()) and state == type(state)()
    with pytest.raises(FrozenInstanceError):
        state.guess = 1


@pytest.mark.parametrize("size", learn.SIZES)
def test_a_sample_has_the_size_asked_for_and_both_classes(size):
    chosen = room.sample(size, seed=0)
    assert len(chosen) == len(set(chosen.tolist())) == size
    counts = np.bincount(flange("standard", split="train").labels[chosen], minlength=2)
    assert counts[room.OK] - counts[room.DEFECTIVE] in (0, 1)


def test_a_sample_is_repeatable_and_another_seed_draws_others():
    assert room.sample(50, 1).tolist() == room.sample(50, 1).tolist()
    assert set(room.sample(50, 1)) != set(room.sample(50, 2))


@pytest.mark.parametrize("seed", range(learn.SEEDS))
def test_a_larger_sample_holds_the_smaller_one(seed):
    """More examples means these and others, so that the curve shows the examples added and not another draw."""
    for small, large in zip(learn.SIZES, learn.SIZES[1:], strict=False):
        assert set(room.sample(small, seed)) <= set(room.sample(large, seed))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.4, 1.0])
def test_just_the_share_asked_for_is_mislabelled(share):
    examples = room.learning().subset(room.sample(50, 0))
    wrong = room.mislabel(examples, share, seed=3)
    assert np.sum(wrong.labels != examples.labels) == round(share * 50)
    assert set(np.unique(wrong.labels)) <= {0, 1}
    np.testing.assert_array_equal(wrong.labels, room.mislabel(examples, share, seed=3).labels)


def test_the_shipped_labels_stay_as_they_are():
    before = flange("standard", split="train").labels.copy()
    room.mislabel(room.learning(), 0.4, 0)
    np.testing.assert_array_equal(flange("standard", split="train").labels, before)


def test_no_part_of_the_test_is_among_the_examples():
    train, test = (flange("standard", split=s) for s in ("train", "test"))
    assert not set(train.groups) & set(test.groups)
    assert not set(train.names) & set(test.names)
    np.testing.assert_array_equal(room.learning().groups, train.groups)
    np.testing.assert_array_equal(room.testing().groups, test.groups)


def test_scores_are_probabilities_of_the_test_parts_and_cannot_be_written_to():
    p = room.scores()
    assert p.shape == room.truth().shape == (len(flange("standard", split="test")),)
    assert 0 <= p.min() <= p.max() <= 1
    with pytest.raises(ValueError, match="read-only"):
        p[0] = 0


def test_accuracy_counts_the_threshold_itself_as_defective():
    assert room.accuracy(np.array([0.5, 0.4, 0.6]), np.array([True, False, False])) == pytest.approx(2 / 3)
    assert room.accuracy(np.array([0.5]), np.array([True]), threshold=0.6) == 0


def test_claim_more_examples_help():
    few, some, many = (learn.accuracies(size, 0.0).mean() for size in (20, 100, 200))
    assert few + 0.02 < some <= many + 0.005
    assert some >= 0.92
    assert many >= 0.95


def test_claim_the_spread_between_samples_shrinks():
    assert np.ptp(learn.accuracies(200, 0.0)) < np.ptp(learn.accuracies(20, 0.0))


def test_claim_wrong_labels_hurt():
    assert learn.accuracies(200, 0.4).mean() < learn.accuracies(200, 0.0).mean() - 0.15


def test_claim_stated_probabilities_hold_on_the_test_parts():
    """Expected calibration error in ten bins."""
    p, defective = room.scores(), room.truth()
    bins = np.minimum((p * 10).astype(int), 9)
    gaps = [abs(p[bins == b].mean() - defective[bins == b].mean()) * np.mean(bins == b) for b in np.unique(bins)]
    assert sum(gaps) <= 0.05
