"""The search for answers in many questions: learnt from all of them, where time allows."""

import numpy as np
import pytest
from scipy import sparse

from kitlib.chatbot.data.faq import Entry, Faq
from kitlib.chatbot.model import linear, ridge
from kitlib.chatbot.model.estimator import train

NOUNS = ("Rechnung", "Lieferung", "Flansch", "Muster", "Zeugnis", "Handschuh")
VERBS = ("bezahlen", "abholen", "umtauschen", "bestellen", "prüfen")
GREETINGS = ("Hallo", "Guten Tag", "Bitte", "Eilig", "Eine Bitte")


def many(rng, wordings=100):
    """An entry for each pair of a noun and a verb: neither word alone tells which. Fillers are drawn."""
    fillers = ("heute", "morgen", "noch", "wieder", "für mich", "aus dem Lager", "in Beispielstadt", "ohne Termin")
    for noun in NOUNS:
        for verb in VERBS:
            for _ in range(wordings):
                one, other = rng.permutation(fillers)[:2]
                yield (
                    f"{GREETINGS[rng.integers(5)]}, {one} {noun} {other} {verb}{'?' * rng.integers(2)}",
                    f"{noun} {verb}",
                )


@pytest.fixture(scope="module")
def large():
    return train(Faq.of((text, Entry(answer)) for text, answer in many(np.random.default_rng(0))))


def test_of_many_questions_all_are_learnt_from(large):
    assert len(large.faq) > ridge.ALL and isinstance(large.model, linear.Linear)
    texts, answers = zip(*many(np.random.default_rng(1), 10), strict=True)
    best, sure = large.judged(texts)
    assert np.mean([large.faq.entries[i].answer == a for i, a in zip(best, answers, strict=True)]) > 0.99
    assert 0.02 < (sure < large.threshold).mean() < 0.3  # a tenth was asked for
    assert large.confidence(["Wer wurde Weltmeister im Schach?"])[0] < large.threshold


@pytest.mark.parametrize("text", ["", "🙂🙂", "\x00\x1b\u202e[", "Сколько стоит", "?!", "😀" * 100_000])
def test_many_questions_and_text_without_known_letters(large, text):
    assert large.answer(text).hand_off and large.answer(text).confidence == 0
    assert large.scores([]).shape == (0, 30) and large.best([]).shape == (0,)


def test_left_out_scores_of_many_questions_come_from_a_model_without_them(large):
    faq, group = large.faq, np.arange(len(large.faq)) // 2
    known = large.vectors(faq.questions)
    _, rows, scores = linear.solve(known, faq.questions, faq.owner, 30, group)
    kept = np.flatnonzero(~np.isin(group, group[rows]))
    texts = [faq.questions[i] for i in kept]
    again, _, _ = linear.solve(known[kept], texts, faq.owner[kept], 30, group[kept])
    assert np.array_equal(again.scores(known[rows], [faq.questions[i] for i in rows]), scores)
    assert len(rows) == len(faq) // linear.REHEARSED and set(faq.owner[kept]) == set(range(30))


def test_many_questions_train_the_same_bot_again(large):
    again = train(large.faq)
    assert again.threshold == large.threshold and np.array_equal(again.model.weights, large.model.weights)


def test_many_questions_of_two_entries_one_of_them_nearly_empty():
    rows = [(f"Was kostet Teil {i}?", Entry("kosten")) for i in range(ridge.ALL)] + [("Wer bildet aus?", Entry("aus"))]
    bot = train(Faq((Entry("leer"), Entry("kosten"), Entry("aus")), tuple(q for q, _ in rows), np.full(2_501, 1)))
    assert isinstance(bot.model, ridge.Ridge) and bot.best(["Teil 7"]) == [1]
    owner = np.array([1] * ridge.ALL + [2], np.int32)
    bot = train(Faq(bot.faq.entries, bot.faq.questions, owner))
    assert isinstance(bot.model, linear.Linear)
    assert bot.best(["Was kostet Teil 7000?", "Bilden Sie aus, wer bildet?", "🙂"])[:2].tolist() == [1, 2]
    assert (bot.scores(["Schach", "🙂"])[:, 0] == -1).all() and 0 not in bot.best(["Schach", "🙂", "?!"])


def test_marks_count_but_little(large):
    plain, marked = large.scores(["Rechnung bezahlen", "Rechnung bezahlen?!"])
    assert 0 < np.abs(plain - marked).max() < 0.2


@pytest.mark.parametrize(("entries", "pieces"), [(3_000, 60_000), (100, 1_000_000)])
def test_what_would_take_too_long_asks_the_nearest(entries, pieces):
    owner = np.arange(20_000) % entries
    known = sparse.random_array((20_000, pieces), density=50 / pieces, format="csr", rng=0)
    assert not linear.suits(known, owner, entries)
    assert linear.suits(known[:, :9_000], owner, 50) and not linear.suits(known[: ridge.ALL], owner[: ridge.ALL], 1)
