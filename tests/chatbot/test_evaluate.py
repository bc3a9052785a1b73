"""Measures, against values worked out by hand, and the claim that stated confidence is calibrated."""

import math

import numpy as np
import pytest

from kitlib.chatbot.data.faq import Entry, Faq
from kitlib.chatbot.model import evaluate
from kitlib.chatbot.model.calibration import USUAL, learn
from kitlib.chatbot.model.estimator import train

SURE = np.array([0.9, 0.8, 0.4, 0.7, 0.2, 0.0])
MADE = evaluate.Outcome(SURE, np.zeros(6, int), np.array([1, 0, 1, 0, 0, 0], bool), np.array([1, 1, 1, 0, 0, 0], bool))


def test_counts_precision_and_caught():
    assert evaluate.at(MADE, 0.5) == evaluate.Counts(1, 2, 1, 2)
    assert evaluate.at(MADE, 0) == evaluate.Counts(2, 3, 0, 1)  # confidence 0 is always handed over
    assert evaluate.precision(MADE, 0.5) == pytest.approx(1 / 3)
    assert evaluate.caught(MADE, 0.5) == pytest.approx(2 / 3)
    assert math.isnan(evaluate.precision(MADE, 1.0)) and math.isnan(evaluate.caught(MADE.part([0]), 0.5))


def test_auroc_counts_ties_half():
    assert evaluate.auroc([0.9, 0.5, 0.5, 0.1], [1, 1, 0, 0]) == pytest.approx(3.5 / 4)
    assert math.isnan(evaluate.auroc([0.9], [1]))


def test_calibration_error():
    right = np.array([1, 1, 0, 0], bool)
    assert evaluate.calibration_error(np.array([1, 1, 0, 0.0]), right, 2) == 0
    assert evaluate.calibration_error(np.full(4, 0.9), right, 1) == pytest.approx(0.4)
    assert math.isnan(evaluate.calibration_error(np.zeros(0), np.zeros(0, bool)))


def test_learnt_line_is_calibrated():
    rng = np.random.default_rng(0)
    score = rng.uniform(0, 1, 4000)
    right = rng.random(4000) < 1 / (1 + np.exp(3 - 8 * score))
    made = learn(score[:2000], right[:2000])
    assert evaluate.calibration_error(made(score[2000:]), right[2000:]) < 0.05
    assert np.array_equal(learn(np.zeros(0), np.zeros(0, bool)).line, USUAL)


@pytest.mark.parametrize("right", [np.ones(30, bool), np.zeros(30, bool), np.arange(30) > 20, np.arange(30) < 20])
def test_line_rises_and_stays_finite_whatever_was_right(right):
    made = learn(np.linspace(0, 1, 30), right)
    sure = made(np.array([-5, 0, 0.5, 1, 5.0]))
    assert np.isfinite(sure).all() and (np.diff(sure) >= 0).all()


def test_by_wording_never_asks_what_was_learnt():
    """Each wording has one word of its own: learnt it would be found, so out of fold it is chance."""
    rng = np.random.default_rng(1)
    words = ["".join(rng.choice(list("abcdefghijklmnopqrstuvwxyz"), 9)) for _ in range(80)]
    faq = Faq.of((word, Entry(str(i % 10))) for i, word in enumerate(words))
    best, confidence = evaluate.by_wording(faq)
    assert (train(faq).best(words) == faq.owner).mean() == 1
    assert (best == faq.owner).mean() < 0.35 and confidence.shape == (80,)


def test_outcome_is_read_only():
    bot = train(Faq.of([("Versand?", Entry("a")), ("Rechnung?", Entry("b"))]))
    found = evaluate.outcome(bot, ["Versand", "Rechnung", "🙂"], [0, 1, -1])
    assert found.right.tolist() == [True, True, False] and found.answerable.tolist() == [True, True, False]
    with pytest.raises(ValueError, match="read-only"):
        found.confidence[0] = 1


def test_a_higher_score_is_surer_even_where_right_is_chance():
    """As in a FAQ with one question under two answers: a person still gets the least similar, not all or none."""
    score = np.random.default_rng(0).random(300)
    sure = learn(score, score < 0.5)(np.array([0.1, 0.5, 0.9]))
    assert (np.diff(sure) > 0.01).all()
