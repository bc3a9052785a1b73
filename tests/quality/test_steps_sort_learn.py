"""Steps 1 and 2 without a screen: sorting by hand, and learning from examples."""

import numpy as np
import pytest

from kitlib.quality import flange
from kitlib.quality.model import learn, room, sort
from kitlib.quality.model.learn import Learn
from kitlib.quality.model.sort import PARTS, Sort


def play(answers, seconds=1.0, seed=0) -> Sort:
    state = sort.begin(Sort(seed), now=100.0)
    for i, said in enumerate(answers, 1):
        state = sort.answer(state, said, now=100.0 + i * seconds)
    return state


@pytest.fixture
def scores(monkeypatch):
    """Three good and three defective parts with known probabilities."""
    p, defective = np.array([0.1, 0.6, 0.2, 0.9, 0.5, 0.3]), np.array([False, False, False, True, True, True])
    monkeypatch.setattr(room, "scores", lambda *_: p)
    monkeypatch.setattr(room, "truth", lambda: defective)
    return p


@pytest.mark.parametrize("seed", range(5))
def test_twelve_different_parts_half_ok_and_each_kind(seed):
    chosen = list(sort.parts(seed))
    kinds = flange("standard", split="test").info["kind"].to_numpy()[chosen]
    assert len(set(chosen)) == PARTS
    assert (kinds == "ok").sum() == PARTS // 2
    assert set(kinds) == {"ok", "scratch", "dent", "stain", "missing_hole", "chip"}


def test_parts_are_the_same_for_a_seed_and_others_for_another():
    assert sort.parts(0) == sort.parts.__wrapped__(0) != sort.parts(1)


def test_nothing_is_sorted_before_the_clock_runs():
    assert sort.answer(Sort(), True, now=5.0) == Sort()


def test_time_is_taken_part_by_part():
    state = sort.answer(sort.answer(sort.begin(Sort(), 10.0), True, 12.0), False, 17.5)
    assert state.seconds == (2.0, 5.5)
    assert state.answers == (True, False)
    assert state.part == sort.parts(0)[2]


def test_after_the_last_part_an_answer_changes_nothing():
    state = play([True] * PARTS)
    assert state.done
    assert state.part is None
    assert sort.answer(state, False, 999.0) == state


def test_steps_leave_the_state_before_as_it_was():
    before = sort.begin(Sort(), 0.0)
    sort.answer(before, True, 1.0)
    assert before.answers == ()


def test_hits_by_the_truth():
    truth = room.truth()[list(sort.parts(0))]
    assert sort.hits(play(truth.tolist())) == sort.Hits(PARTS, 0, 0, 12.0)
    assert sort.hits(play((~truth).tolist())) == sort.Hits(0, 6, 6, 12.0)
    assert sort.hits(play([False] * PARTS, seconds=2)) == sort.Hits(6, 6, 0, 24.0)


def test_the_model_sorts_the_same_parts():
    model = sort.model_hits(play([True] * PARTS))
    said = room.scores()[list(sort.parts(0))] >= 0.5
    assert model.right == int((said == room.truth()[list(sort.parts(0))]).sum())
    assert model.right + model.missed + model.alarms == PARTS
    assert model.seconds > 0


def test_a_setting_is_not_trained_before_it_is_asked_for():
    state = learn.choose(Learn(), size=50, mislabelled=0.2)
    assert (state.size, state.mislabelled, state.last) == (50, 0.2, None)
    assert learn.choose(state, size=20).mislabelled == 0.2


def test_a_setting_trained_again_becomes_the_newest_and_stands_once():
    first = learn.trained(Learn())
    second = learn.trained(learn.choose(first, size=50))
    third = learn.trained(learn.choose(second, size=200))
    assert third.runs == ((50, 0.0), (200, 0.0))
    assert third.last == (200, 0.0)


def test_all_sizes_are_trained_and_the_chosen_one_is_on_show():
    state = learn.trained_all(learn.trained(learn.choose(Learn(), size=50, mislabelled=0.1)))
    assert sorted(state.runs) == [(size, 0.1) for size in learn.SIZES]
    assert state.last == (50, 0.1)


def test_a_cell_opens_closes_and_closes_with_a_new_training():
    state = learn.open_cell(learn.trained(Learn()), (True, False))
    assert state.cell == (True, False)
    assert learn.open_cell(state, (True, False)).cell is None
    assert learn.open_cell(state, (False, True)).cell == (False, True)
    assert learn.trained(state).cell is None


def test_confusion_by_hand(scores):
    np.testing.assert_array_equal(learn.confusion(200, 0.0), [[2, 1], [1, 2]])
    assert learn.confusion(200, 0.0).sum() == len(scores)


def test_behind_a_cell_are_its_parts_the_surest_first(scores):
    assert learn.behind(200, 0.0, (True, True)).tolist() == [3, 4]
    assert learn.behind(200, 0.0, (False, False)).tolist() == [0, 2]
    assert learn.behind(200, 0.0, (False, False), most=1).tolist() == [0]


def test_confusion_and_cells_agree_on_the_real_parts():
    counts = learn.confusion(200, 0.0)
    assert counts.sum() == len(room.truth())
    assert counts[1].sum() == room.truth().sum()
    for true, said in np.ndindex(2, 2):
        assert len(learn.behind(200, 0.0, (bool(true), bool(said)), most=10**6)) == counts[true, said]


def test_the_curve_is_ordered_and_spans_the_samples(scores):
    state = Learn(runs=((200, 0.0), (20, 0.0), (20, 0.2)))
    found = learn.curve(state)
    assert [point[0] for point in found[0.0]] == [20, 200]
    assert list(found) == [0.0, 0.2]
    assert all(low <= mean <= high for points in found.values() for _, mean, low, high in points)
