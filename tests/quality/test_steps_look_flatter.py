"""Steps 4 and 6 without a screen: heat maps, the shortcut, the flattering test; their claims on the real pictures."""

import numpy as np
import pytest

from kitlib.quality import flange
from kitlib.quality.model import flatter, look, room
from kitlib.quality.model.flatter import Flatter
from kitlib.quality.model.look import KINDS, Look


def test_another_kind_or_set_starts_with_its_first_picture():
    state = look.choose(Look(), number=7)
    assert state.number == 7
    assert look.choose(state, kind="chip") == Look(kind="chip")
    assert look.choose(state, where="mats").number == 0
    assert look.choose(state, heat=False).number == 7


@pytest.mark.parametrize("number", [-1, 0, 10**6])
def test_leafing_goes_round(number):
    state = Look(number=number)
    assert 0 <= look.index(state) < len(look.pictures(state))


def test_pictures_are_test_parts_of_the_kind_chosen():
    for kind in KINDS:
        shown = look.pictures(Look(kind=kind))
        assert set(shown.info["kind"]) == {kind}
        assert set(shown.info["split"]) == {"test"}


def test_heat_has_the_size_of_the_picture_and_cannot_be_written_to():
    state = Look()
    found = look.heat(state.where, state.kind, state.number)
    assert found.shape == look.pictures(state).images.shape[1:3]
    assert found.min() >= 0
    with pytest.raises(ValueError, match="read-only"):
        found[0, 0] = 0


def test_a_hit_lies_at_the_defect_or_a_few_pixels_beside():
    true = np.zeros((30, 30), bool)
    true[10, 10] = True
    for column, expected in ((10, True), (10 + look.MARGIN, True), (11 + look.MARGIN, False)):
        heat = np.zeros((30, 30))
        heat[10, column] = 1
        assert look._hit(heat, true) is expected


def test_outside_is_the_rim_and_not_the_part():
    rim = look.outside((100, 100))
    assert rim[0, 0]
    assert not rim[50, 50]
    assert 0.2 < rim.mean() < 0.45


def test_claim_the_hottest_place_lies_in_the_defect():
    found = {kind: look.found(kind) for kind in KINDS}
    assert min(found.values()) >= 0.9
    assert np.mean([share for kind, share in found.items() if kind != "scratch"]) >= 0.95


def test_claim_swapped_mats_collapse():
    assert look.mats_accuracy("mats") >= 0.95
    assert look.mats_accuracy("mats_swapped") < 0.5


def test_claim_the_map_of_the_mats_model_shows_the_mat():
    """Were the heat spread evenly, the mat's share of the picture would be its share of the heat."""
    even = look.outside(look.pictures(Look("mats")).images.shape[1:3]).mean()
    assert look.heat_on_mat("mats") > even


def test_no_mat_part_is_learned_and_tested():
    train = set(flange("mats", split="train").groups)
    assert not train & set(flange("mats", split="test").groups)
    assert not train & set(flange("mats_swapped", split="test").groups)


def test_splits_shown_stand_once_in_order():
    state = flatter.show(flatter.show(Flatter(), "random"), "part")
    assert state.shown == ("random", "part")
    assert flatter.show(state, "random").shown == ("part", "random")


@pytest.mark.parametrize("split", flatter.SPLITS)
def test_each_picture_is_tested_once(split):
    pictures = flange("copies")
    tested = np.concatenate([test for _, test in flatter._folds(pictures, split)])
    assert sorted(tested) == list(range(len(pictures)))


def test_only_the_split_by_part_keeps_copies_together():
    groups = flange("copies").groups
    shared = {
        split: sum(len(set(groups[a]) & set(groups[b])) for a, b in flatter._folds(flange("copies"), split))
        for split in flatter.SPLITS
    }
    assert shared["part"] == 0
    assert shared["random"] > 100


def test_claim_copies_flatter_the_neighbour_and_the_split_by_part_tells():
    assert flatter.accuracy("neighbour", "random") >= 0.9
    assert flatter.accuracy("neighbour", "part") <= 0.65


def test_claim_the_figure_does_not_hold_on_new_parts():
    assert flatter.on_new_parts() <= 0.65
    assert not set(flange("copies").groups) & set(flange("standard", split="test").groups)


def test_claim_the_model_of_the_other_steps_holds_in_both_splits():
    assert flatter.accuracy("template", "part") >= 0.85
    assert flatter.accuracy("template", "random") - flatter.accuracy("template", "part") < 0.1
    assert room.accuracy(room.scores(), room.truth()) >= 0.95
