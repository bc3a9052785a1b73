"""A similarity split up: the parts add up, and each can be found in the text as it was written."""

import numpy as np
import pytest

from kitlib.chatbot.data.faq import Entry, Faq
from kitlib.chatbot.model import vectors
from kitlib.chatbot.model.estimator import train

QUESTIONS = ("Was kostet der Versand?", "Größe der Flansche?", "Straßenlieferung", "Wie hoch sind die Versandkosten?")
TEXTS = [
    "was KOSTET der Versand",
    "Versand-Kosten: „groß“ … Straße",
    "STRASSENLIEFERUNG, Groesse der Flansche",
    "\ufb02ansche der Gro\u0308ße ＶＥＲＳＡＮＤ",
    "<script>Versand</script>\x00 🙂 Versand Versand",
    "Доставка",
    "",
    "Versand " * 400,
]


@pytest.fixture(scope="module")
def bot():
    return train(Faq.of((question, Entry(question)) for question in QUESTIONS))


@pytest.mark.parametrize("question", range(len(QUESTIONS)))
@pytest.mark.parametrize("text", TEXTS)
def test_parts_add_up(bot, text, question):
    found = bot.compare(text, question)
    nearest = {hit.question: hit.similarity for hit in bot.nearest(text, len(QUESTIONS))}
    assert found.similarity == pytest.approx(nearest[question], abs=1e-12)
    assert sum(piece.share for piece in found.pieces) == pytest.approx(found.similarity, abs=1e-9)
    assert sum(word.share for word in found.words) == pytest.approx(found.similarity, abs=1e-9)
    assert found.letters.sum() == pytest.approx(found.similarity, abs=1e-9)
    assert found.letters.shape == (len(text),) and (found.letters >= 0).all()


@pytest.mark.parametrize("text", TEXTS)
def test_pieces_stand_where_they_are_said_to(bot, text):
    for piece in bot.compare(text, 0).pieces + bot.compare(text, 1).pieces:
        assert piece.spans
        for start, end in piece.spans:
            assert piece.gram.strip() in " ".join(vectors.WORD.findall(vectors.folded(text[start:end])[0]))


def test_equal_texts_have_similarity_one_and_words_decide(bot):
    assert bot.compare(QUESTIONS[0], QUESTIONS[0]).similarity == pytest.approx(1)
    found = bot.compare("Wann kommt der Versand?", 0)
    shares = {word.text: word.share for word in found.words}
    assert shares["Versand"] > shares["kommt"] and shares["Versand"] > shares["Wann"]
    assert [found.text[word.start : word.end] for word in found.words] == list(shares)


def test_new_words_lower_the_similarity(bot):
    with_new = bot.compare("Was kostet der Versand nach Timbuktu?", 0).similarity
    assert 0.3 < with_new < bot.compare("Was kostet der Versand?", 0).similarity - 0.1


def test_letters_outside_words_get_nothing(bot):
    found = bot.compare("  Versand!? ", 0)
    assert np.flatnonzero(found.letters).tolist() == list(range(2, 9))
