"""Recommending by hand: the cards and their solution say what the shipped purchases say."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from card_sheets import printed

from kitlib import recommender, ui
from kitlib.recommender.data.shop import folder
from kitlib.trainer.cards import dozen

LETTERS = "ABCDEFGHIJKLMNOPQRST"


@pytest.fixture(scope="module")
def bought():
    """{customer: {article: day of the first purchase}} from the shipped file."""
    table = pd.read_csv(folder() / "purchases.csv.gz")
    first = table.groupby(["customer", "article"])["date"].min()
    return {customer: group.droplevel(0).to_dict() for customer, group in first.groupby(level=0)}


def on_cards(found):
    """Names of the customers and, for each, the articles of the card and the one kept back, as in the files."""
    shop, ids = recommender.shop(), recommender.shop().purchases
    names = [ids.items[i] for i in found.articles]
    shown = [[names[i] for i in np.flatnonzero(row)] for row in found.bought]
    return [ids.customers[c] for c in found.customers], names, shown, [names[i] for i in found.hidden], shop


def test_each_card_shows_real_purchases_and_what_is_kept_back_came_next(bought):
    customers, names, shown, hidden, _ = on_cards(dozen.drawn())
    assert len(set(customers)) == len(set(map(tuple, shown))) == 12 and len(set(names)) == 20
    for customer, card, last in zip(customers, shown, hidden, strict=True):
        days = {article: day for article, day in bought[customer].items() if article in names}
        assert set(days) == {*card, last} and len(card) == 5
        assert all(days[article] < days[last] for article in card)


def test_the_cards_overlap_enough_to_count_and_no_two_are_nearly_the_same():
    _, names, shown, _, _ = on_cards(dozen.drawn())
    assert min(Counter(article for card in shown for article in card)[name] for name in names) >= 2
    common = [[len(set(a) & set(b)) for b in shown if b is not a] for a in shown]
    assert max(map(max, common)) <= 3
    assert all(3 <= sum(n > 0 for n in row) <= 7 for row in common)


def counted(shown, names, number):
    """As the counting table says: a point for each article beside a common one on another card."""
    points = Counter()
    for other in shown[:number] + shown[number + 1 :]:
        for common in set(other) & set(shown[number]):
            points.update(article for article in other if article != common)
    return three(points, names, shown[number])


def three(points, names, known):
    able = [name for name in names if name not in known]
    return sorted(able, key=lambda name: (-points[name], names.index(name)))[:3]


@pytest.mark.parametrize("lang", ui.LANGUAGES)
def test_the_solution_is_what_a_person_counts_and_what_the_shops_model_recommends(lang):
    found = dozen.drawn()
    customers, names, shown, hidden, shop = on_cards(found)
    sold, table = Counter(article for card in shown for article in card), shop.purchases
    kept = dict(zip(customers, hidden, strict=True))
    left = [kept.get(table.customers[c]) != table.items[i] for c, i in zip(table.customer, table.item, strict=True)]
    trained = recommender.train(table.subset(np.array(left)))
    hits = Counter()
    solved = printed("cards-shop", lang).rows
    for n, (number, following, *lists) in enumerate(solved[:-1]):
        ranked = [table.items[i] for i in trained.recommend_for([table.items.index(a) for a in shown[n]], 400)]
        model = [name for name in ranked if name in names][:3]
        wanted = (counted(shown, names, n), three(sold, names, shown[n]), model)
        letters = [[LETTERS[names.index(name)] for name in each] for each in wanted]
        right = LETTERS[names.index(hidden[n])]
        assert (number, following[0]) == (str(n + 1), right)
        assert following[2:] == shop.names(lang)[table.items.index(hidden[n])]
        assert [told.replace(" ✓", "").split() for told in lists] == letters
        assert [f"{right} ✓" in told for told in lists] == [right in each for each in letters]
        hits.update(way for way, each in enumerate(letters) if right in each)
    assert [int(told.split()[0]) for told in solved[-1][2:]] == [hits[way] for way in range(3)]


def test_the_printed_dozen_is_no_exception_and_the_model_finds_most():
    ways = (dozen.by_hand, dozen.bestsellers, dozen.model)

    def hits(seed):
        return [int(dozen.right(way(dozen.drawn(seed)), dozen.drawn(seed)).sum()) for way in ways]

    means = np.mean([hits(seed) for seed in range(8)], axis=0)
    assert np.abs(np.array(hits(dozen.SEED)) - means).max() < 1.5
    assert means[2] > means[0] > means[1]
