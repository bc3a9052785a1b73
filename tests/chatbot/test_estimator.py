"""The search for answers: what it finds, how sure it says it is, and any text or FAQ it may be given."""

import time

import numpy as np
import pytest

from kitlib.chatbot.data.faq import Entry, Faq
from kitlib.chatbot.model import ridge, vectors
from kitlib.chatbot.model.estimator import train

SHOP = {
    "Versand kostet 7,90 €.": ["Was kostet der Versand?", "Wie hoch sind die Versandkosten?", "Porto für ein Paket?"],
    "Zahlung in 30 Tagen.": ["Wann muss ich die Rechnung bezahlen?", "Zahlungsziel?", "Frist für die Rechnung"],
    "Rückgabe in 30 Tagen.": ["Kann ich Ware zurückgeben?", "Wie lange darf ich umtauschen?", "Rückgabe möglich?"],
    "Ausbildung ab September.": ["Wann beginnt die Ausbildung?", "Bilden Sie aus?", "Ausbildungsplätze im Herbst"],
}
HOSTILE = ["", " \n", "🙂🙂", "\x00\x1b\u202e[", "Сколько стоит", "送料はいくらですか", "😀" * 100_000]


def faq(shop=SHOP):
    return Faq.of((question, Entry(answer, "t", "s")) for answer, asked in shop.items() for question in asked)


@pytest.fixture(scope="module")
def bot():
    return train(faq())


def test_other_words_find_the_entry(bot):
    asked = ["Wie teuer ist der Versand eines Pakets?", "Bis wann Rechnung zahlen?", "Umtausch möglich?", "Ausbildung"]
    assert bot.best(asked).tolist() == [0, 1, 2, 3]
    answer = bot.answer(asked[0])
    assert (answer.text, answer.topic, answer.source, answer.entry) == ("Versand kostet 7,90 €.", "t", "s", 0)
    assert [hit.similarity for hit in answer.nearest] == sorted((h.similarity for h in answer.nearest), reverse=True)
    assert len(answer.nearest) == 3 and bot.faq.owner[answer.nearest[0].question] == 0


def test_spelling_of_umlauts_and_capitals_does_not_matter(bot):
    plain, typed = bot.scores(["Kann ich Ware zurückgeben?", "KANN ICH WARE ZURUECKGEBEN"])
    assert np.allclose(plain, typed)
    assert np.allclose(plain, bot.scores(["Kann ich Ware zuru\u0308ckgeben?"]))


def test_a_foreign_question_scores_less_than_each_own_one(bot):
    own = bot.confidence(list(bot.faq.questions))
    assert bot.confidence(["Wer wurde Weltmeister im Schach?"])[0] < own.min()


@pytest.mark.parametrize("text", HOSTILE)
def test_text_without_known_letters_is_handed_over(bot, text):
    answer = bot.answer(text)
    assert answer.confidence == 0 and answer.hand_off and answer.text
    assert bot.at(0).answer(text).hand_off


@pytest.mark.parametrize("text", ["x" * 100_000, "Versand " * 15_000, "ä\u0308" * 50_000, "a b " * 25_000])
def test_endless_text_takes_no_time(bot, text):
    bot.answer(text)
    began = time.process_time()
    answer = bot.answer(text)
    assert time.process_time() - began < 0.5  # 0.1 s on a free machine
    assert 0 <= answer.confidence <= 1


def test_only_the_beginning_is_read(bot):
    long = "Was kostet der Versand? " * 200
    assert np.allclose(bot.scores([long]), bot.scores([long[: vectors.READ]]))


def test_threshold_decides_who_answers(bot):
    sure = bot.answer("Versand").confidence
    assert 0 < sure < 1
    assert not bot.at(sure).answer("Versand").hand_off
    assert bot.at(np.nextafter(sure, 1)).answer("Versand").hand_off
    assert bot.at(0.3).threshold == 0.3 != bot.threshold


def test_more_to_hand_over_raises_the_threshold():
    limits = [train(faq(), hand_over=share).threshold for share in (0, 0.1, 0.5, 1)]
    assert limits == sorted(limits) and limits[0] < limits[-1]
    with pytest.raises(ValueError, match="share"):
        train(faq(), hand_over=1.5)


def test_same_faq_same_bot(bot):
    again = train(faq())
    assert again.threshold == bot.threshold
    assert np.array_equal(again.scores(bot.faq.questions), bot.scores(bot.faq.questions))


def test_one_by_one_as_in_a_block(bot):
    asked = ["Versand?", "Rechnung", "", "🙂"]
    assert np.allclose(bot.confidence(asked), [bot.answer(text).confidence for text in asked])
    assert bot.best([]).shape == bot.confidence([]).shape == (0,) and bot.scores([]).shape == (0, 4)


@pytest.mark.parametrize(
    "shop",
    [{"a": ["Versand?"]}, {"a": ["Versand?"], "b": ["Rechnung?"]}, {"a": ["Versand?"] * 5}, {"a": ["🙂", "?"]}],
    ids=["one", "single wordings", "repeats", "no letters"],
)
def test_small_faqs(shop):
    bot = train(faq(shop))
    answer = bot.answer("Versand")
    assert answer.entry == 0 and 0 <= answer.confidence <= 1 and 0 < bot.threshold < 1
    assert len(answer.nearest) == min(3, len(bot.faq))


def test_an_entry_without_question_is_never_the_best():
    bot = train(faq().subset(np.arange(3, 12)))
    assert 0 not in bot.best([*SHOP["Versand kostet 7,90 €."], "🙂", "Versand"])


def test_no_question_is_an_error():
    with pytest.raises(ValueError, match="at least one question"):
        train(Faq((Entry("a"),), (), np.zeros(0, np.int32)))


def test_leaving_out_is_as_exact_as_training_again(bot):
    known, owner, group = bot.model.known, bot.faq.owner, np.arange(12) // 2
    _, _, scores = ridge.solve(known, owner, 4, group)
    for one in range(6):
        kept = group != one
        again, _, _ = ridge.solve(known[np.flatnonzero(kept)], owner[kept], 4, np.arange(kept.sum()))
        similar = (known[np.flatnonzero(~kept)] @ known[np.flatnonzero(kept)].T).toarray()
        assert np.allclose(scores[~kept], again.scores(similar))


def test_many_questions_are_answered_by_the_nearest():
    words = [f"{a}{b}" for a in ("motor", "ventil", "pumpe", "kabel", "sensor") for b in range(560)]
    shop = {f"Teil {word}": [f"Was kostet {word}?"] for word in words}
    bot = train(faq(shop))
    assert len(bot.faq) > ridge.ALL and bot.model.weights is None
    asked = np.random.default_rng(0).choice(len(words), 20, replace=False)
    assert (bot.best([f"{words[i]} kostet was?" for i in asked]) == asked).mean() > 0.9
