"""Step 5 without a screen: what changes do, and which repair helps; the claims on the shipped pictures."""

import math

import numpy as np
import pytest

from kitlib.quality import flange
from kitlib.quality.model import room, shift
from kitlib.quality.model.shift import CONDITIONS, WARNED, Shift, report


def kinds(condition):
    return shift.pictures(condition).info["kind"].to_numpy()


def test_a_condition_is_measured_only_when_asked_for():
    state = shift.choose(Shift(), "noise")
    assert (state.condition, state.last) == ("noise", None)


def test_what_was_tried_stands_once_and_the_newest_is_last():
    state = shift.tried(shift.tried(Shift(), "none"), "threshold")
    again = shift.tried(state, "none")
    assert state.tried == (("dim", "none"), ("dim", "threshold"))
    assert again.tried == (("dim", "threshold"), ("dim", "none"))
    assert again.last == ("dim", "none")


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_two_halves_have_no_picture_and_no_part_in_common(condition):
    use, measure = shift.halves(condition)
    groups = shift.pictures(condition).groups
    assert sorted([*use, *measure]) == list(range(len(groups)))
    assert not set(groups[use]) & set(groups[measure])


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_kind_is_in_both_halves(condition):
    use, measure = shift.halves(condition)
    assert set(kinds(condition)[use]) == set(kinds(condition)[measure]) == set(kinds(condition))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_part_measured_was_learned_from(condition):
    assert not set(shift.pictures(condition).groups) & set(flange("standard", split="train").groups)


def test_changed_pictures_show_the_same_parts_as_the_standard_ones():
    standard = set(shift.pictures("standard").groups)
    for condition in ("dim", "other_side", "tilted", "turned", "blur", "noise"):
        assert set(shift.pictures(condition).groups) == standard


@pytest.mark.parametrize("condition", ["unknown_defect", "wrong_part"])
def test_good_parts_from_the_line_are_beside_what_is_new(condition):
    labels = shift.pictures(condition).labels
    assert np.bincount(labels).tolist() == [len(labels) // 2] * 2


def test_joined_sets_keep_everything_in_order():
    a, b = flange("dim").subset([0, 1]), flange("turned").subset([3])
    both = shift.join(a, b)
    assert both.names == a.names + b.names
    assert both.info["condition"].tolist() == ["dim", "dim", "turned"]
    assert (both.images[2] == b.images[0]).all()


def test_the_best_threshold_splits_what_can_be_split():
    found = shift._best_threshold(np.array([0.7, 0.8, 0.9, 0.95]), np.array([False, False, True, True]))
    assert found == pytest.approx(0.85)


def test_a_repair_uses_the_one_half_and_is_measured_on_the_other(monkeypatch):
    """Scores are turned round on the measured half: a threshold that had used it would not be wrong for all of it."""
    _, measure = shift.halves("dim")
    defective = shift.pictures("dim").labels == room.DEFECTIVE
    p = np.where(defective, 0.9, 0.8)
    p[measure] = np.where(defective[measure], 0.8, 0.9)
    monkeypatch.setattr(shift, "_computed", lambda *_: (p, np.zeros(len(p))))
    found = report.__wrapped__("dim", "threshold")
    assert found.threshold == pytest.approx(0.85)
    assert (found.accuracy, found.auroc, found.pictures) == (0.0, 0.0, len(measure))


def test_retraining_adds_just_the_half_set_aside(monkeypatch):
    seen = []
    monkeypatch.setattr(shift, "train", lambda examples, **_: seen.append(examples))
    shift._retrained("dim")
    use, measure = shift.halves("dim")
    names = set(seen[0].pictures.names)
    assert len(seen[0]) == room.USUAL + len(use)
    assert set(np.array(shift.pictures("dim").names)[use]) <= names
    assert not set(np.array(shift.pictures("dim").names)[measure]) & names
    assert len(seen[0].cells) == len(seen[0].places) == len(seen[0].pictures)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_figures_are_shares(condition):
    r = report(condition)
    assert all(0 <= v <= 1 for v in (r.accuracy, r.warned, r.threshold))
    assert 0.5 <= r.confidence <= 1
    assert math.isnan(r.auroc) or 0 <= r.auroc <= 1
    assert r.pictures == len(shift.halves(condition)[1])


def test_claim_dim_light_is_repaired_by_the_threshold():
    before, after = report("dim"), report("dim", "threshold")
    assert before.accuracy < report("standard").accuracy - 0.2
    assert before.auroc >= 0.9
    assert after.accuracy >= 0.9


def test_claim_light_from_the_other_side_needs_new_pictures():
    before = report("other_side")
    assert before.accuracy < 0.7
    assert before.auroc < 0.8
    assert report("other_side", "threshold").accuracy < 0.75
    assert report("other_side", "pictures").accuracy >= 0.85


def test_claim_sure_and_wrong():
    for condition in ("dim", "other_side"):
        r = report(condition)
        assert r.confidence - r.accuracy > 0.2
    assert abs(report("standard").confidence - report("standard").accuracy) < 0.1


def test_claim_warnings_appear_with_new_light_and_rarely_without():
    assert report("other_side").warned > 0.9
    assert report("standard").warned < 0.2
    assert shift.warned_by_kind("standard")["ok"] < 0.2


def test_warnings_by_kind_agree_with_novelty():
    _, novelty = shift._computed("wrong_part", False)
    found = shift.warned_by_kind("wrong_part")
    assert set(found) == set(kinds("wrong_part"))
    assert found["gear"] == pytest.approx((novelty[kinds("wrong_part") == "gear"] >= WARNED).mean())
