"""Step 3 without a screen: what a line costs, and the queue of doubtful parts."""

from dataclasses import replace

import numpy as np
import pytest

from kitlib.quality.model import room, threshold
from kitlib.quality.model.threshold import GRID, Bill, Threshold, bill, change, cheapest, curve, decide, next_in_queue

P = np.array([0.05, 0.30, 0.55, 0.90, 0.45, 0.60, 0.80, 0.95])
DEFECTIVE = np.array([False, False, False, False, True, True, True, True])


@pytest.fixture
def known(monkeypatch):
    """Four good and four defective parts with known probabilities."""
    monkeypatch.setattr(room, "scores", lambda *_: P)
    monkeypatch.setattr(room, "truth", lambda: DEFECTIVE)
    return Threshold(threshold=0.5, miss=100, alarm=10, check=2, batch=1000, defects=0.1)


def test_a_bill_by_hand(known):
    """100 bad, 900 good. At 0.5: 1 of 4 bad passes (25), 2 of 4 good are rejected (450): 25 * 100 + 450 * 10."""
    assert bill(known) == Bill(missed=25, alarms=450, checked=0, euro=7000)


def test_a_bill_with_a_person_by_hand(known):
    """Within 0.11 of 0.5 lie 0.55 (good), 0.45 and 0.60 (bad): a person sorts 225 good and 50 bad ones rightly."""
    found = bill(replace(known, band=0.11))
    assert found == Bill(missed=0, alarms=225, checked=275, euro=225 * 10 + 275 * 2)


def test_a_part_at_the_line_is_rejected_and_without_a_band_nobody_is_asked(known):
    assert bill(known, 0.45).missed == 0
    assert bill(known, 0.45).checked == 0


def test_another_threshold_can_be_asked_for_without_moving_the_line(known):
    assert bill(known, 0.99) == bill(replace(known, threshold=0.99))
    assert bill(known, 0.99).missed == 100


def test_counts_follow_the_batch_and_the_share_of_defects():
    small, large = (bill(Threshold(batch=batch, band=0.1)) for batch in (100, 1000))
    for name in ("missed", "alarms", "checked", "euro"):
        assert getattr(large, name) == pytest.approx(10 * getattr(small, name))
    few, many = (bill(Threshold(defects=share)) for share in (0.1, 0.2))
    assert many.missed == pytest.approx(2 * few.missed)
    assert many.alarms == pytest.approx(few.alarms * 0.8 / 0.9)


PRICES = [{}, {"miss": 50, "alarm": 30}, {"miss": 0}, {"alarm": 0}, {"band": 0.2}, {"defects": 0.5, "miss": 10}]


@pytest.mark.parametrize("values", PRICES, ids=str)
def test_the_cheapest_line_is_the_minimum_over_the_whole_grid(values):
    state = Threshold(**values)
    at, euro = cheapest(state)
    assert at in GRID
    assert euro == pytest.approx(min(bill(state, t).euro for t in GRID))
    assert bill(state, at).euro == pytest.approx(euro)
    assert curve(state).shape == GRID.shape


def test_of_equally_cheap_lines_the_middle_one_is_taken():
    at, euro = cheapest(Threshold(miss=0, alarm=0, check=0))
    assert (at, euro) == (0.5, 0.0)


def test_claim_the_cheapest_line_moves_with_the_money():
    dear, cheap = cheapest(Threshold(miss=500, alarm=10))[0], cheapest(Threshold(miss=50, alarm=30))[0]
    assert dear < cheap
    assert threshold.side(Threshold()) == "lower"


def test_claim_a_person_for_the_doubtful_cases_saves_money_around_the_middle():
    alone, helped, wide = (bill(Threshold(band=band)).euro for band in (0.0, 0.1, 0.3))
    assert wide < helped < alone


def test_claim_a_person_for_nearly_all_parts_costs_more_than_it_saves():
    at = cheapest(Threshold())[0]
    assert bill(Threshold(threshold=at, band=0.45)).euro > bill(Threshold(threshold=at)).euro


def test_the_queue_starts_with_the_most_doubtful(known):
    state = replace(known, band=0.11)
    assert threshold.queue(state) == [2, 4, 5] or threshold.queue(state) == [4, 2, 5]
    assert threshold.queue(known) == []
    assert next_in_queue(known) is None


def test_the_queue_is_bounded():
    assert len(threshold.queue(Threshold(band=0.45, threshold=0.5))) <= threshold.QUEUE


def test_working_through_the_queue(known):
    state = replace(known, band=0.11)
    while (part := next_in_queue(state)) is not None:
        state = decide(state, bool(DEFECTIVE[part]))
    assert len(state.answers) == 3
    assert threshold.queue_hits(state) == (3, 3, 1)
    assert decide(state, True) == state


def test_an_empty_queue_takes_no_answer(known):
    assert decide(known, True) == known
    assert threshold.queue_hits(known) == (0, 0, 0)


@pytest.mark.parametrize("values", [{"threshold": 0.4}, {"band": 0.2}])
def test_moving_the_line_or_the_band_empties_the_answers(known, values):
    state = decide(replace(known, band=0.11), True)
    assert state.answers
    assert change(state, **values).answers == ()


@pytest.mark.parametrize("values", [{"miss": 10}, {"alarm": 1}, {"check": 9}, {"batch": 200}, {"defects": 0.3}])
def test_prices_leave_the_answers_alone(known, values):
    state = decide(replace(known, band=0.11), True)
    changed = change(state, **values)
    assert changed.answers == state.answers
    assert changed != state
