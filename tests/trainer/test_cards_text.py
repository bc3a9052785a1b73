"""Rolling texts: what can be rolled, and what the sheet says about it."""

import random
import re
from collections import Counter
from itertools import pairwise

import pytest
from card_sheets import printed

from kitlib import ui
from kitlib.chatbot.data.firm import firm, join
from kitlib.trainer.cards import paper, rolls


def kind(found, words):
    """What a rolled sentence is, told by its words after the product alone."""
    values = {one.value for one in found.sources}
    tails = {}
    for one in found.sources:
        tails.setdefault(one.product, set()).add(one.words[one.words.index(one.product) + 1 :])
    product = next(word for word in words if word in tails)
    tail = words[words.index(product) + 1 :]
    if tail in tails[product]:
        return "copied" if join(words) in {one.sentence for one in found.sources} else "true"
    shape = [word for word in tail if word not in values]
    return "false" if shape in [[w for w in one if w not in values] for one in tails[product]] else "open"


@pytest.mark.parametrize("lang", ui.LANGUAGES)
def test_what_is_rolled_ends_reads_like_the_firms_sentences_and_is_often_not_true(lang):
    found, rng = rolls.made(lang), random.Random(3)
    pairs = {pair for one in firm(lang).statements for pair in pairwise(one.words)}
    begins = {one.words[0] for one in firm(lang).statements}
    kinds = Counter()
    for _ in range(200):
        words = found.roll(rng)
        assert words[0] in begins and words[-1] == "." and 6 <= len(words) - 1 <= 14
        assert set(pairwise(words)) <= pairs
        assert found.kind(words) == kind(found, words)
        kinds[found.kind(words)] += 1
    assert min(kinds[one] for one in rolls.KINDS) >= 5
    for one in rolls.KINDS:
        assert kinds[one] / 200 == pytest.approx(found.shares[one], abs=0.1)


@pytest.mark.parametrize("lang", ui.LANGUAGES)
def test_the_table_holds_what_followed_in_the_twelve_sentences_and_nothing_else(lang):
    found = rolls.made(lang)
    assert len(found.sources) == 12 and all(one in firm(lang).statements for one in found.sources)
    followed = {}
    for one in found.sources:
        for before, after in pairwise(one.words):
            followed.setdefault(before, Counter())[after] += 1
    for word, after in followed.items():
        assert len(found.table[word]) == 6 and set(found.table[word]) == set(after)
        sides = Counter(found.table[word])
        assert all(sides[a] >= sides[b] for a in after for b in after if after[a] > after[b])


@pytest.mark.parametrize("lang", ui.LANGUAGES)
def test_the_solution_lists_what_the_sentences_say_and_shares_that_add_up(lang):
    found, sheet = rolls.made(lang), printed("cards-text", lang)
    said = {(one.product, one.value) for one in found.sources}
    assert {(row[0], value) for row in sheet.rows for value in row[1:] if value != "–"} == said
    assert any("–" in row for row in sheet.rows)
    assert sum(found.chances.values()) == pytest.approx(1)
    assert all(paper.text(one.sentence) in sheet.markup for one in found.sources)
    start = {"de": "Von 100", "en": "Of 100", "einfach": "Von 100"}[lang]
    told = next(line for line in sheet.markup.splitlines() if start in line)
    numbers = [int(n) for n in re.findall(r"\d+", told)]
    assert numbers[0] == len(found.chances) > 100 and sum(numbers[2:6]) == 100
