"""Step 9 without a screen: a table comes in, is counted and measured, and is let go of."""

import gc
import weakref

import numpy as np
import pytest

from kitlib.recommender import shop
from kitlib.recommender.app import texts
from kitlib.recommender.data.purchases import Purchases, PurchasesError
from kitlib.recommender.model import enough, own
from kitlib.recommender.model.enough import Measured, Rate, by_days, by_hiding, verdict
from kitlib.recommender.model.own import Own
from kitlib.recommender.model.signs import RULES, days, light, signs
from kitlib.recommender.plots import own as plots
from kitlib.recommender.plots.enough import advice
from kitlib.ui import LANGUAGES


def bought(baskets, dates=None, items=None) -> Purchases:
    """Purchases of people with these baskets (lists of articles by number); `dates`: one day for each purchase."""
    pairs = [(person, item) for person, basket in enumerate(baskets) for item in basket]
    customer, item = (np.array(column, np.int32) for column in (zip(*pairs, strict=True) if pairs else ((), ())))
    n_items = items or (int(item.max()) + 1 if pairs else 0)
    return Purchases(
        customers=tuple(f"K{i + 1:04}" for i in range(len(baskets))),
        items=tuple(f"Artikel {i}" for i in range(n_items)),
        customer=customer,
        item=item,
        date=None if dates is None else np.array(dates, "datetime64[D]"),
    )


def tastes(people=300, items=60, follow=0.9, seed=0) -> Purchases:
    """People of three tastes, each with a third of the articles; `follow`: how often they keep to it. 0: all by lot."""
    rng = np.random.default_rng(seed)
    third = items // 3
    baskets = []
    for person in range(people):
        own_third = person % 3 * third + rng.permutation(third)[:8]
        any_item = rng.permutation(items)[:8]
        baskets.append(sorted(set(np.where(rng.random(8) < follow, own_third, any_item).tolist())))
    return bought(baskets, items=items)


def csv(rows, head="Kunde;Artikel;Datum") -> bytes:
    return "\n".join([head, *(";".join(row) for row in rows)]).encode()


ROWS = [(f"Name {p}", f"Ware {(p + i) % 7}", f"0{1 + i}.02.2026") for p in range(20) for i in range(3)]


@pytest.fixture(scope="module")
def practised() -> Own:
    return own.check(own.practice(Own(guess=6), "de"))


# what comes in


def test_a_table_is_read_and_the_prediction_stays():
    state = own.read(Own(guess=7), "käufe.csv", csv(ROWS))
    assert (len(state.purchases), len(state.purchases.customers), state.guess) == (60, 20, 7)
    assert state.origin == "file"
    assert set(state.purchases.customers) == {f"K{i:04}" for i in range(1, 21)}


def test_a_file_whose_columns_are_not_recognised_waits_and_is_read_when_told():
    odd = csv(ROWS, head="Wer?;Was?;Wann?")
    state = own.read(Own(guess=7), "odd.csv", odd)
    assert state.waiting.content == odd
    assert state.purchases is None
    assert own.columns(state) == ("Wer?", "Was?", "Wann?")
    read = own.read_as(state, "Wer?", "Was?")
    assert len(read.purchases) == 60
    assert read.waiting is None
    assert read.guess == 7


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Kundin Nummero;Artikelnummern;Wann", ("Kundin Nummero", "Artikelnummern")),
        ("Artikelnummern;Kundin Nummero;Wann", ("Kundin Nummero", "Artikelnummern")),
        ("Kunde;Artikelnummern;Wann", ("Kunde", "Artikelnummern")),
        ("Kundin Nummero;Artikel;Wann", ("Kundin Nummero", "Artikel")),
    ],
)
def test_the_nearest_names_are_suggested(head, expected):
    state = own.read(Own(), "x.csv", csv(ROWS, head=head))
    assert own.nearest(state) == expected


def test_columns_that_make_no_sense_are_an_error_and_the_file_still_waits():
    state = own.read(Own(), "odd.csv", csv(ROWS, head="Wer?;Was?;Wann?"))
    with pytest.raises(PurchasesError):
        own.read_as(state, "Wer?", "Wer?")
    assert state.waiting is not None


def test_other_troubles_are_errors():
    for content in (b"", b"PK\x03\x04 no", csv([("A", "Tee", "01.01.2026")] * 3)):
        with pytest.raises(PurchasesError):
            own.read(Own(), "x.csv", content)


def test_given_names_become_codes_and_codes_stay():
    table = bought([[0, 1], [1]])
    assert own.given(table).purchases is table
    named = Purchases(("Anna", "Ben"), table.items, table.customer, table.item)
    state = own.given(named)
    assert set(state.purchases.customers) == {"K0001", "K0002"}
    counts = dict(zip(state.purchases.customers, np.bincount(state.purchases.customer), strict=True))
    assert sorted(counts.values()) == [1, 2]


# what is counted


def test_signs_are_what_one_counts_by_hand():
    table = bought([[0, 1, 2, 3, 4], [0, 0, 1], [0], []], dates=["2026-01-01"] * 8 + ["2026-01-31"])
    found = {sign.code: sign.value for sign in signs(table)}
    assert found["people"] == 3
    assert found["items"] == 5
    assert found["median"] == 2
    assert found["five"] == pytest.approx(1 / 3, abs=0.005)
    assert found["items_five"] == 0
    assert found["filled"] == pytest.approx(8 / 15, abs=0.0005)
    assert found["top_tenth"] == pytest.approx(4 / 9, abs=0.005)
    assert found["days"] == 31


def test_the_light_turns_at_the_limits():
    for code, (good, fair) in RULES.items():
        assert light(code, abs(good)) == "good"
        assert light(code, abs(fair)) == "fair"
        assert light(code, abs(fair) * (2 if good < 0 else 0.5)) == "poor"


def test_a_tiny_table_is_not_called_good_where_it_is_too_small_to_tell():
    tiny = bought([list(range(8))] * 12, items=10)
    assert {sign.code: sign.light for sign in signs(tiny) if sign.light != "unknown"} == {
        "people": "poor",
        "items": "poor",
        "days": "poor",
    }
    assert "unknown" not in {sign.light for sign in signs(tastes())}


def test_advice_fits_the_reason(practised):
    few = own.check(own.given(bought([list(range(i % 3, 8)) for i in range(12)]))).result
    assert not {"groups", "bestseller"} & set(advice(few))
    assert "trial" in advice(practised.result)
    for verdict_, why in (("no", "gain"), ("no", "people"), ("no", "items"), ("barely", "later"), ("yes", "gain")):
        for step in advice(own.replace(practised.result, verdict=verdict_, reason=why)):
            assert texts("de")(f"own.next.{step}")


def test_dates_count_only_where_most_have_one():
    assert days(bought([[0, 1, 2]], dates=["2026-01-01", "NaT", "NaT"])) == 0
    assert days(bought([[0, 1]])) == 0


# what is measured


def test_a_model_beats_the_bestseller_list_where_tastes_differ_and_only_there():
    real = enough.judge(tastes(), tastes())
    assert real.verdict == "yes"
    assert real.now.rate("ease").share > 1.5 * real.now.rate("popular").share
    assert real.later is None
    by_lot = tastes(follow=0)
    assert enough.judge(by_lot, by_lot).verdict == "no"


def test_the_verdict_seldom_praises_purchases_made_by_lot():
    praised = [enough.verdict(by_hiding(tastes(people=200, follow=0, seed=s)), None, 60)[0] for s in range(12)]
    assert praised.count("yes") == 0
    assert praised.count("barely") <= 2


def test_ten_articles_by_lot_hit_as_often_as_said():
    table = tastes(people=600, follow=0)
    measured = by_hiding(table)
    assert measured.rate("popular").share == pytest.approx(measured.chance, abs=0.06)


def test_no_more_people_are_measured_than_needed(monkeypatch):
    monkeypatch.setattr(enough, "MEASURED", 50)
    assert by_hiding(tastes()).rates[0].n == 50


def test_blocks_do_not_change_the_result(monkeypatch):
    whole = by_hiding(tastes())
    monkeypatch.setattr(enough, "_BLOCK", 7)
    assert by_hiding(tastes()) == whole


def test_measured_over_time_learns_from_before_only():
    """Everybody buys 0 to 4 first and 40 and 50 later: the past does not lead there, though the whole table would."""
    early, late = [[0, 1, 2, 3, 4]] * 40, [[40, 50]] * 40
    days_of = ["2026-01-01"] * 200 + ["2026-06-01"] * 80
    table = bought(early + late, dates=days_of, items=60)
    moved = Purchases(table.customers[:40], table.items, table.customer % 40, table.item, table.date)
    measured = by_days(moved)
    assert measured.rates[0].n == 40
    assert [rate.hits for rate in measured.rates] == [0, 0, 0]
    assert by_days(bought(early)) is None


def rate(method, hits, n=1000):
    return Rate(method, hits, n, 0.0, 1.0)


def measured(popular, ease, p=0.0001, n=1000) -> Measured:
    return Measured((rate("popular", popular, n), rate("neighbours", 0, n), rate("ease", ease, n)), 1, 0, p, 0.1)


@pytest.mark.parametrize(
    ("now", "later", "items", "expected"),
    [
        (measured(100, 200), None, 400, ("yes", "gain")),
        (measured(100, 200), measured(100, 150), 400, ("yes", "gain")),
        (measured(100, 200), measured(150, 100), 400, ("barely", "later")),
        (measured(100, 200, p=0.03), None, 400, ("barely", "gain")),
        (measured(100, 120), None, 400, ("barely", "gain")),
        (measured(10, 40, n=150), None, 400, ("barely", "people")),
        (measured(100, 200, p=0.2), None, 400, ("no", "gain")),
        (measured(100, 100), None, 400, ("no", "gain")),
        (measured(1, 9, n=20), None, 400, ("no", "people")),
        (measured(100, 200), None, 15, ("no", "items")),
        (None, None, 400, ("no", "people")),
    ],
)
def test_verdict_follows_from_the_numbers(now, later, items, expected):
    assert verdict(now, later, items) == expected


def test_an_empty_bestseller_list_is_no_division_by_zero():
    assert measured(0, 5).gain == float("inf")
    assert measured(0, 0).gain == 1


# large tables


def test_large_tables_keep_the_most_bought_articles(monkeypatch):
    monkeypatch.setattr(own, "MOST_ITEMS", 10)
    table = tastes()
    part = own.computed_with(table)
    counts = table.matrix().sum(0)
    assert len(part.items) == 10
    assert sorted(part.matrix().sum(0)) == sorted(np.sort(counts)[-10:])
    first = table.items.index(part.items[3])
    assert part.matrix().sum(0)[3] == counts[first]


def test_large_tables_keep_whole_people(monkeypatch):
    monkeypatch.setattr(own, "MOST_ROWS", 500)
    table = tastes()
    part = own.computed_with(table)
    assert 0.9 * 500 < len(part) <= 500
    whole = dict(zip(table.customers, np.diff(table.matrix().indptr), strict=True))
    for name, n in zip(part.customers, np.diff(part.matrix().indptr), strict=True):
        assert n == whole[name]


def test_other_tables_are_used_as_they_are():
    table = tastes()
    assert own.computed_with(table) is table


# trying it


def test_practice_table_is_the_same_each_time_and_enough(practised):
    assert len(practised.purchases.customers) == 400
    assert practised.purchases.items == shop().names("de")
    again = own.practice(Own(), "de").purchases
    assert np.array_equal(again.item, practised.purchases.item)
    assert practised.result.verdict == "yes"
    assert practised.result.later.rates[0].n > 100
    assert practised.guess == 6


def test_ten_places_without_what_is_bought_and_with_reasons_from_it(practised):
    for person in own.people(practised)[:5]:
        state = own.choose(practised, person)
        basket, places = set(own.bought(state)), own.recommended(state)
        assert len(places) == 10
        assert not basket & {place.item for place in places}
        assert all(set(place.reasons) <= basket for place in places)
        assert not any(place.new for place in places)


def test_without_a_purchase_it_is_no_reason_and_may_come_back(practised):
    out = own.bought(practised)[0]
    state = own.without(practised, out)
    places = own.recommended(state)
    assert all(out not in place.reasons for place in places)
    before = {place.item for place in own.recommended(practised)}
    assert {p.item for p in places if p.new} == {p.item for p in places} - before
    returned = [i for i in own.bought(practised) if i in [p.item for p in own.recommended(own.without(practised, i))]]
    assert returned
    assert own.choose(state, own.people(practised)[1]).out is None


# little and odd data

TINY = {
    "nothing": bought([]),
    "one purchase": bought([[0]]),
    "one person": bought([[0, 1, 2]]),
    "one article": bought([[0]] * 50),
    "all the same": bought([[0, 1]] * 50),
    "all everything": bought([list(range(30))] * 40),
    "one each": bought([[i] for i in range(40)]),
    "one day": bought([[0, 1], [1, 2]], dates=["2026-01-01"] * 4),
    "no date": bought([[0, 1], [1, 2]], dates=["NaT"] * 4),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in TINY if name != "nothing"])
def test_little_data_get_words_and_no_praise(name, lang):
    state = own.check(own.replace(own.given(TINY[name]), guess=5))
    words = plots.describe(state, texts(lang))
    assert state.result.verdict == "no"
    assert texts(lang)("own.verdict.no") in words
    assert "nan" not in words
    plots.tried(state, texts(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_carry_the_measured_numbers(practised, lang):
    t = texts(lang)
    words = plots.describe(practised, t)
    for method in ("popular", "neighbours", "ease"):
        assert t("ui.share", value=practised.result.now.rate(method).share) in words
    share = practised.result.now.rate("ease").share
    assert t("own.guess", guess=6, measured=round(10 * share)) in words
    assert t("own.verdict.yes") in words


def test_every_verdict_has_a_reason_in_every_language():
    for lang in LANGUAGES:
        t = texts(lang)
        for key in ("yes.gain", "barely.later", "barely.people", "barely.gain", "no.items", "no.people", "no.gain"):
            assert t(f"own.reason.{key}", n=3)


def test_names_are_shortened_to_one_printable_line():
    assert plots.short("a" * 10_000) == "a" * (plots.LONGEST - 1) + "…"
    assert plots.short("zwei\n\u202e Zeilen\x00") == "zwei Zeilen"


def test_nothing_keeps_the_table_when_the_state_is_gone():
    state = own.check(own.read(Own(guess=1), "x.csv", csv(ROWS)))
    plots.describe(own.without(state, own.bought(state)[0]), texts("de"))
    kept = [weakref.ref(part) for part in (state.purchases, state.model)]
    waiting = own.read(Own(), "x.csv", csv(ROWS, head="a1;b2;c3"))
    kept.append(weakref.ref(waiting.waiting))
    read = own.read_as(waiting, "a1", "b2")
    kept.append(weakref.ref(read.purchases))
    del state, waiting, read
    gc.collect()
    assert [ref() for ref in kept] == [None] * 4
