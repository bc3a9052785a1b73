"""The plan and the surfaces of the flange set, which need no Blender."""

import importlib
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

FLANGE = Path(__file__).parents[2] / "datasets" / "flange"
DEFECTS = ("scratch", "dent", "stain", "missing_hole", "chip")


@pytest.fixture
def plan(monkeypatch):
    monkeypatch.syspath_prepend(FLANGE)
    return importlib.import_module("plan")


@pytest.fixture
def surface(monkeypatch):
    monkeypatch.syspath_prepend(FLANGE)
    return importlib.import_module("surface")


def of(plan, condition, split=None):
    return [s for s in plan.shots() if s.condition == condition and split in (None, s.split)]


def test_standard_pictures_are_enough_and_half_ok(plan):
    kinds = Counter(s.kind for s in of(plan, "standard"))
    assert sum(kinds.values()) >= 1200
    assert kinds["ok"] == sum(kinds.values()) / 2
    assert set(kinds) == {"ok", *DEFECTS}
    assert len({kinds[k] for k in DEFECTS}) == 1


@pytest.mark.parametrize("condition", ["dim", "other_side", "tilted", "turned"])
def test_changed_conditions_show_the_same_test_parts(plan, condition):
    shots = of(plan, condition)
    assert len(shots) >= 80
    assert sum(s.kind == "ok" for s in shots) == len(shots) / 2
    known = {(s.part, s.kind) for s in of(plan, "standard", "test")}
    assert {(s.part, s.kind) for s in shots} <= known


def test_unknown_defect_wrong_part_and_mats(plan):
    assert Counter(s.kind for s in of(plan, "unknown_defect"))["crack"] >= 80
    wrong = of(plan, "wrong_part")
    assert len(wrong) >= 60
    assert {s.kind for s in wrong} == {"washer", "gear"}
    mats, swapped = of(plan, "mats"), of(plan, "mats_swapped")
    assert len(mats) + len(swapped) >= 200
    assert {(s.kind == "ok", s.mat) for s in mats} == {(True, "grey"), (False, "blue")}
    assert {(s.kind == "ok", s.mat) for s in swapped} == {(True, "blue"), (False, "grey")}
    assert {s.split for s in mats} == {"train", "test"}


def test_copies_show_each_part_several_times(plan):
    parts = Counter(s.part for s in of(plan, "copies"))
    assert len(parts) >= 60
    assert set(parts.values()) == {plan.COPIES}


def test_no_part_is_in_two_splits_or_has_two_kinds(plan):
    for field in ("split", "kind"):
        seen = {}
        for shot in plan.shots():
            seen.setdefault(shot.part, set()).add(getattr(shot, field))
        assert all(len(values) == 1 for values in seen.values())


def test_a_third_of_each_kind_is_for_the_test(plan):
    for kind in ("ok", *DEFECTS):
        splits = Counter(s.split for s in of(plan, "standard") if s.kind == kind)
        assert splits["test"] / splits.total() == pytest.approx(1 / 3, abs=0.01)


def test_the_plan_is_the_same_each_time_and_no_file_twice(plan):
    assert plan.shots() == plan.shots()
    assert len({s.file for s in plan.shots()}) == len(plan.shots())


@pytest.mark.parametrize("kind", ["ok", *DEFECTS, "crack", "washer"])
def test_surfaces_are_seeded_and_only_defects_have_masks(surface, kind):
    first, again, other = (surface.surface(kind, np.random.default_rng(seed)) for seed in (5, 5, 6))
    assert (first.height == again.height).all()
    assert (first.mask == again.mask).all()
    assert (first.height != other.height).any()
    assert first.mask.shape == first.height.shape == (surface.SIZE, surface.SIZE)
    for level in (first.stain, first.smudge, first.tone):
        assert 0 <= level.min() <= level.max() <= 1
    defective = kind not in ("ok", "washer")
    assert bool(first.mask.any()) == defective
    assert (first.size_mm > 0) == defective


@pytest.mark.parametrize("kind", [*DEFECTS, "crack"])
def test_defects_lie_on_the_part(surface, kind):
    for seed in range(5):
        y, x = np.nonzero(surface.surface(kind, np.random.default_rng(seed)).mask)
        radius = np.hypot(x + 0.5 - surface.SIZE / 2, y + 0.5 - surface.SIZE / 2) / (surface.SIZE / 2)
        assert np.median(radius) < 1
        assert np.median(radius) > 0.4
