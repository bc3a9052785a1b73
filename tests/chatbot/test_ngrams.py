"""The generator that counts words, and the checker that looks statements up."""

import random

import pytest

from kitlib.chatbot.data.firm import Firm, Statement, firm, join, split
from kitlib.chatbot.model.checker import Checker
from kitlib.chatbot.model.ngrams import END, LIMIT, START, train
from kitlib.ui import LANGUAGES

SMALL = [split(text) for text in ("a b c.", "a b d.", "x b d.")]
BETWEEN = 4
"""Words between name and value: what the curves of the experiment rest on."""


def statement(text, product, attribute, value):
    return Statement(product, attribute, value, text, split(text))


# ---- counting


def test_what_followed_is_counted_with_its_sentences():
    found = train(SMALL).next(("a", "b"), 1)
    assert (found.words, found.counts, found.seen, found.used) == (("c", "d"), (1, 2), ((0,), (1, 2)), ("b",))
    longer = train(SMALL).next(("a", "b"), 2)
    assert (longer.words, longer.counts, longer.used) == (("c", "d"), (1, 1), ("a", "b"))


def test_the_beginning_and_the_end_of_a_sentence_are_counted():
    model = train(SMALL)
    assert model.next((), 3).words == ("a", "x")
    assert model.next((), 3).used == (START,)
    assert model.next(split("a b c."), 2).words == (END,)


def test_where_words_never_stood_together_fewer_of_them_are_looked_at():
    model = train(SMALL)
    assert model.next(("x", "b", "c"), 3).used == ("b", "c")
    assert model.next(("x", "b", "c"), 3, back_off=False).words == ()
    assert set(model.next(("nowhere",), 2).words) == {"a", "b", "c", "d", "x", ".", END}


def test_temperature_one_is_as_counted_cold_prefers_the_frequent_hot_evens_out():
    found = train(SMALL).next(("b",), 1)
    assert found.shares(1) == pytest.approx((1 / 3, 2 / 3))
    assert found.shares(0.1)[1] > 0.99
    assert found.shares(100) == pytest.approx((0.5, 0.5), abs=0.01)
    assert sum(found.shares(0)) == pytest.approx(1)


def test_the_same_dice_write_the_same_sentence():
    model = train([one.words for one in firm("de").statements])
    first, second = ([model.write(random.Random(n), 3, 1.0) for n in range(20)] for _ in range(2))
    assert first == second
    assert len(set(first)) > 10


def test_what_is_drawn_follows_the_shares():
    drawn = [train(SMALL).write(random.Random(n), 1, 1.0, ("a", "b"))[2] for n in range(600)]
    assert drawn.count("d") / 600 == pytest.approx(2 / 3, abs=0.07)


def test_a_sentence_that_turns_in_circles_is_cut_off():
    assert len(train([["a"] * 50]).write(random.Random(0), 1, 0.01)) <= LIMIT


def test_odd_input():
    assert train([["😀"], ["<script>"], ["a" * 100_000]]).next((), 1).words[0] == "<script>"
    for nothing in ([], [[]]):
        with pytest.raises(ValueError, match="no sentence"):
            train(nothing)


@pytest.mark.parametrize("context", [-3, 0, 99])
def test_a_context_out_of_range_is_the_nearest_in_range(context):
    assert train(SMALL).next(("a", "b"), context).used == (("b",) if context < 1 else (START, "a", "b"))


# ---- the sentences


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentences_are_many_different_and_far_from_name_to_value(lang):
    known = firm(lang)
    assert len({one.sentence for one in known.statements}) == len(known.statements) >= 180
    for one in known.statements:
        assert one.words.index(one.value) - one.words.index(one.product) > BETWEEN
        assert join(one.words) == one.sentence
    truth = {(one.product, one.attribute): one.value for one in known.statements}
    assert all(truth[one.product, one.attribute] == one.value for one in known.statements)
    assert len(known.products) * len(known.attributes) * 0.8 < len(truth) < len(known.products) * len(known.attributes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_values_are_shared_so_that_a_wrong_one_looks_likely(lang):
    known = firm(lang)
    for attribute in known.attributes:
        facts = {(one.product, one.value) for one in known.statements if one.attribute == attribute}
        assert 3 <= len({value for _, value in facts}) < len(facts)


# ---- checking


@pytest.fixture
def checker():
    said = (statement("Der A wiegt im Ganzen genau 3 kg.", "A", "weight", "3"),
            statement("Der B wiegt im Ganzen genau 4 kg.", "B", "weight", "4"),
            statement("Beim A steht auf dem Schild 3 kg.", "A", "weight", "3"),
            statement("Der B kostet im Laden heute 9 Euro.", "B", "price", "9"))  # fmt: skip
    return Checker(Firm("de", said, ("A", "B"), ("weight", "price")))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der A wiegt im Ganzen genau 3 kg.", "copied"),
        ("Beim B steht auf dem Schild 4 kg.", "true"),
        ("Der A wiegt im Ganzen genau 4 kg.", "false"),
        ("Der A kostet im Laden heute 9 Euro.", "open"),
        ("Der A wiegt im Ganzen genau 9 kg.", "odd"),
        ("Der A wiegt B im Ganzen genau 3 kg.", "odd"),
        ("Der A wiegt im Ganzen 3 kg.", "odd"),
        ("Der C wiegt im Ganzen genau 3 kg.", "odd"),
        ("", "odd"),
        ("3 A", "odd"),
        ("\x01name <script>alert(1)</script> 3", "odd"),
        ("Der A " * 20_000, "odd"),
    ],
)
def test_verdicts(checker, text, kind):
    assert checker.check(split(text)).kind == kind


def test_a_verdict_names_fact_and_sources(checker):
    found = checker.check(split("Der A wiegt im Ganzen genau 4 kg."))
    assert (found.product, found.attribute, found.value, found.sources) == ("A", "weight", "4", (0, 2))
    assert checker.check(split("Der A kostet im Laden heute 9 Euro.")).sources == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_with_every_product_and_value_is_read_back_exactly(lang):
    known = firm(lang)
    checker, truth = Checker(known), {(one.product, one.attribute): one.value for one in known.statements}
    values = {a: {one.value for one in known.statements if one.attribute == a} for a in known.attributes}
    for one in known.statements[::5]:
        for product in known.products:
            for value in values[one.attribute]:
                said = tuple({one.product: product, one.value: value}.get(word, word) for word in one.words)
                found = checker.check(said)
                assert (found.product, found.attribute, found.value) == (product, one.attribute, value)
                right = truth.get((product, one.attribute))
                known_kinds = ("open",) if right is None else ("copied", "true") if right == value else ("false",)
                assert found.kind in known_kinds
