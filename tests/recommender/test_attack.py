"""Fake accounts without a screen: the attack, the search, and the claims on the shipped shop."""

from itertools import pairwise

import numpy as np
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.data.purchases import Purchases
from kitlib.recommender.model import attack, fraud, room
from kitlib.recommender.model.attack import FAKES, Attack, catch, choose, clean_cut, cleaned, effect, needed
from kitlib.recommender.model.fraud import ARTICLES, BOX, EXTRA, KINDS, MOST, TARGETS, index, joined, suspect
from kitlib.recommender.plots import attack as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, slide, told

CARS = ARTICLES[0]
BIG = Attack(kind="aimed", fakes=135)


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(recommender.start("attack", request.param))


def purchases(rows, customers) -> Purchases:
    """rows: (customer, item, day of 2026)."""
    customer, item, day = np.array(rows).T
    return Purchases(
        customers=tuple(f"c{i}" for i in range(customers)),
        items=tuple(f"i{i}" for i in range(item.max() + 1)),
        customer=customer.astype(np.int32),
        item=item.astype(np.int32),
        date=np.datetime64("2026-01-01") + day,
    )


# ---- states


@pytest.mark.parametrize(
    "wrong", [{"fakes": 28}, {"kind": "quiet"}, {"article": "A001"}, {"threshold": 0}, {"act": "none"}, {"part": 2}]
)
def test_what_does_not_exist_is_refused(wrong):
    with pytest.raises(ValueError, match="no such experiment"):
        choose(Attack(), **wrong)


# ---- the fakes


@pytest.mark.parametrize("article", ARTICLES)
def test_attacker_uses_public_knowledge_only(article):
    shop, box = recommender.shop(), fraud.public_box(article)
    assert len(set(box.tolist())) == BOX
    assert index(article) not in box
    counts = np.bincount(shop.purchases.item, minlength=400)
    leader = box[0]
    assert shop.articles["category"][leader] == TARGETS[article][1]
    assert counts[leader] == counts[shop.articles["category"] == TARGETS[article][1]].max()


@pytest.mark.parametrize("kind", KINDS)
def test_each_fake_buys_the_article_and_five_others(kind):
    honest, sold = recommender.shop().purchases, joined(CARS, kind, 27)
    assert len(sold) == len(honest) + 27 * (1 + EXTRA)
    assert sold.customers[:2700] == honest.customers
    for fake in range(2700, 2727):
        items = sold.item[sold.rows_of(fake)]
        assert len(set(items.tolist())) == 1 + EXTRA
        assert index(CARS) in items
        assert set(items.tolist()) <= {index(CARS), *fraud.public_box(CARS).tolist()} or kind == "clumsy"
    assert sold.date.max() == honest.date.max()


def test_clumsy_fakes_buy_in_one_night_and_aimed_ones_over_weeks():
    nights = {kind: np.unique(joined(CARS, kind, 81).date[-81 * (1 + EXTRA) :]) for kind in KINDS}
    assert len(nights["clumsy"]) == 1
    assert np.ptp(nights["aimed"]) > np.timedelta64(45, "D")


def test_a_larger_attack_holds_the_smaller_one():
    one, two = joined(CARS, "aimed", 27), joined(CARS, "aimed", 54)
    np.testing.assert_array_equal(one.item, two.item[: len(one)])


# ---- the effect


def test_without_fakes_nothing_changes():
    assert effect(CARS, "clumsy", 0) == effect(CARS, "aimed", 0)
    assert effect(CARS, "clumsy", 0).hits == pytest.approx(room.hit_rate("ease"), abs=0.001)


def test_clumsy_fakes_hardly_matter_and_aimed_ones_do():
    for article in ARTICLES:
        before, clumsy, aimed = (effect(article, k, n) for k, n in (("clumsy", 0), ("clumsy", 135), ("aimed", 135)))
        assert clumsy.segment - before.segment < 0.03
        assert aimed.segment - before.segment > 0.1
        assert aimed.everybody < aimed.segment / 2  # it hits those it is aimed at
    assert effect(CARS, "aimed", 27).segment > 4 * effect(CARS, "aimed", 0).segment
    assert effect(CARS, "aimed", 135).segment > 0.35


def test_more_aimed_fakes_push_further_and_the_overall_figure_hardly_moves():
    shares = [effect(CARS, "aimed", n).segment for n in FAKES]
    assert all(a <= b for a, b in pairwise(shares))
    assert shares[-1] > 10 * shares[0]
    assert all(abs(effect(CARS, "aimed", n).hits - effect(CARS, "aimed", 0).hits) < 0.01 for n in FAKES)


def test_needed_is_where_a_third_is_reached():
    found = needed(CARS, "aimed")
    assert 60 < found < 130
    assert effect(CARS, "aimed", found).segment >= attack.THIRD > effect(CARS, "aimed", found - 1).segment
    assert needed(ARTICLES[2], "aimed") is None
    assert needed(CARS, "clumsy") is None


# ---- the search


def test_usual_sales_raise_no_suspicion_and_a_wave_does():
    steady = [(i, 0, 7 * i) for i in range(50)]
    assert suspect(purchases(steady, 50)).points.max() == 0
    wave = [(50 + i, 0, 200) for i in range(60)]
    found = suspect(purchases(steady + wave, 110))
    assert (found.points[50:] == 100).all()
    quiet = [i for i in range(50) if abs(7 * i - 200) > 14]
    assert (found.points[quiet] == 0).all()
    assert found.points[28] == 100  # who honestly bought in those weeks looks the same


def test_haste_and_likeness_are_shares():
    rows = [(0, 0, 1), (0, 1, 1), (0, 2, 300), (1, 0, 2), (1, 1, 50), (2, 0, 3), (2, 1, 60), (3, 0, 3), (3, 1, 70)]
    found = suspect(purchases(rows, 5))
    assert found.haste.tolist() == pytest.approx([2 / 3, 0.5, 0.5, 0.5, 0])
    assert fraud._likeness(
        purchases(rows, 5), np.array([r[2] for r in rows]), np.array([0, 3, -1, -1, -1])
    ).tolist() == (pytest.approx([2 / 3, 2 / 3, 0, 0, 0]))


def test_points_lie_between_0_and_100_and_cannot_be_changed():
    found = attack.points(BIG)
    assert 0 <= found.points.min() <= found.points.max() <= 100
    with pytest.raises(ValueError, match="read-only"):
        found.points[0] = 1


def test_the_search_is_told_neither_the_article_nor_the_fakes():
    """Names are all that differs between honest and fake rows: shuffled names change no points."""
    sold = joined(CARS, "aimed", 27)
    renamed = Purchases(sold.customers[::-1], sold.items, sold.customer, sold.item, sold.date)
    np.testing.assert_array_equal(suspect(sold).points, suspect(renamed).points)


def test_a_lower_threshold_catches_more_and_accuses_more():
    found = [catch(BIG, v) for v in plots.THRESHOLDS]
    for low, high in pairwise(found):
        assert low.caught >= high.caught
        assert set(high.accused) <= set(low.accused)
    assert all(c.caught + c.missed == BIG.fakes for c in found)


def test_a_clean_threshold_exists_for_the_clumsy_attack_only():
    low, high = clean_cut(Attack(kind="clumsy", fakes=135))
    assert low < high
    for value in (low, high):
        assert catch(Attack(kind="clumsy", fakes=135), value) == attack.Catch(135, 0, ())
    for n in (27, 81, 135, MOST):
        assert clean_cut(Attack(kind="aimed", fakes=n)) is None
    assert clean_cut(Attack(fakes=0)) is None


def test_a_small_aimed_attack_stays_below_the_radar_and_a_large_one_costs_honest_people():
    small, large = catch(Attack(kind="aimed", fakes=27)), catch(BIG)
    assert small.missed >= 20
    assert large.missed <= 5
    assert len(large.accused) >= 5
    assert attack.price_of_all(Attack(kind="aimed", fakes=27)) > 100


def test_honest_suspects_bought_what_sold_in_a_wave():
    found = attack.points(BIG)
    who = list(catch(BIG).accused)
    assert (found.times[who] > 2).all()
    assert set(found.article[who].tolist()) <= {index(CARS), *fraud.public_box(CARS).tolist()}


def test_clearing_up_undoes_the_attack_where_the_fakes_are_found():
    for act in attack.ACTS:
        after = cleaned(choose(BIG, act=act))
        assert abs(after.segment - effect(CARS, "aimed", 0).segment) < 0.05
    small = Attack(kind="aimed", fakes=27)
    assert cleaned(small).segment > 0.8 * effect(CARS, "aimed", 27).segment


def test_costs_are_accounts_times_two_and_sales_of_the_blocked():
    found = catch(BIG)
    assert attack.cost(BIG, "check") == 2 * (found.caught + len(found.accused))
    shop = recommender.shop()
    rows = np.concatenate([shop.purchases.rows_of(i) for i in found.accused])
    euro = shop.articles["price"].to_numpy()[shop.purchases.item[rows]].sum() / 2
    assert attack.cost(BIG, "block") == pytest.approx(euro)
    assert attack.cost(Attack(kind="aimed"), "block") == 0


# ---- words and pages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_hold_for_every_combination(lang):
    t = texts(lang)
    for kind in KINDS:
        for fakes in (0, 27, MOST):
            for act in attack.ACTS:
                for part in range(attack.PARTS):
                    said = plots.describe(Attack(kind=kind, fakes=fakes, act=act, part=part, guess=10), t)
                    assert not set(said) & set("{}")
                    assert "nan" not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_repeat_the_prediction_beside_what_was_measured(lang):
    t = texts(lang)
    said = plots.describe(Attack(kind="aimed", guess=40), t)
    assert t("attack.guessed", guess=40) in said
    assert str(needed(CARS, "aimed")) in said
    clumsy = plots.describe(Attack(kind="clumsy", guess=40), t)
    assert t("attack.guessed", guess=40) not in clumsy
    assert t("attack.guess_later", guess=40) in clumsy  # says where to look
    trolley = t("attack.guess_other", guess=40, article=plots.goods.name(index(CARS), t))
    for kind in KINDS:
        assert trolley in plots.describe(Attack(article=ARTICLES[1], kind=kind, guess=40), t)
        assert trolley not in plots.describe(Attack(kind=kind, guess=40), t)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_did_not_change_is_called_unchanged(lang):
    t = texts(lang)
    said = plots.describe(Attack(kind="clumsy"), t)  # median place 51.5 and 52, both shown as 52
    assert t("attack.place", now="52", before=t("attack.unchanged")) in said
    before = t("attack.before", value=t("ui.share", value=effect(CARS, "aimed", 0).segment))
    assert before in plots.describe(Attack(kind="aimed"), t)
    for kind in KINDS:
        nothing = plots.describe(Attack(kind=kind, fakes=0), t)
        for key in ("unchanged", "unnoticed", "noticed"):
            assert t(f"attack.{key}") not in nothing


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_fakes_the_search_speaks_of_honest_people_only(lang):
    t = texts(lang)
    for act in attack.ACTS:
        state = Attack(fakes=0, part=1, threshold=20, act=act)
        said = plots.describe(state, t)
        assert said.startswith(t("attack.caught_none", points=20, accused=len(catch(state).accused)))
        assert t("attack.no_fakes") in said
        assert t("attack.row.attacked") not in plots.effects(state, t)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_that_leaves_the_chart_is_said_to(lang):
    t = texts(lang)
    most = len(catch(Attack(), plots.THRESHOLDS[0]).accused)
    assert most > 1000
    assert t("attack.cut_off", high=40, most=most, points=5) in plots.trade(Attack(part=1), t)
    assert plots._cut_off([40, 3], 40, t) == ""


def test_every_threshold_the_words_name_can_be_chosen():
    for n in FAKES[2:]:
        low, high = clean_cut(Attack(kind="clumsy", fakes=n))
        assert plots.THRESHOLDS[0] <= low <= high <= plots.THRESHOLDS[-1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_hold_the_measured_figures(lang):
    t = texts(lang)
    said = recommender.facts("attack", lang)
    for kind in KINDS:
        for n in (27, 135):
            assert t("ui.share", value=effect(CARS, kind, n).segment) in said
    assert str(needed(CARS, "aimed")) in said


def test_played_from_attack_to_defence(app):
    t = app.texts
    assert t("attack.needed", article="", n=0)[-20:] not in told(app)
    pick(app, t("attack.kind.aimed"))
    assert app._note.value == ""
    assert t("attack.guessed", guess=0) in told(app)
    slide(app, app._fakes, 135)
    press(app, t("attack.part.1"))
    assert recommender.shop().purchases.customers[catch(app.state).accused[0]] in told(app)
    slide(app, app._threshold, 80)
    slide(app, app._threshold, 5)
    pick(app, t("attack.act.block"))
    assert app.state == Attack(kind="aimed", fakes=135, threshold=5, act="block", part=1, guess=0)
    press(app, t("ui.undo"))
    assert app.state.act == "check"
    press(app, t("ui.reset"))
    assert app.state == Attack()
    assert "<img" not in page(app)


def test_every_slider_end_and_article_answers(app):
    t = app.texts
    for fakes in (FAKES[-1], FAKES[0]):
        slide(app, app._fakes, fakes)
        press(app, f"{t('attack.part.1')}")
        for value in (plots.THRESHOLDS[0], plots.THRESHOLDS[-1]):
            slide(app, app._threshold, value)
        if not fakes:
            assert t("attack.no_fakes") in told(app)
        press(app, t("attack.part.0"))
    pick(app, plots.article_name(ARTICLES[1], t))
    assert app.state.article == ARTICLES[1]


def test_pictures_say_in_words_what_they_show(app):
    t = app.texts
    value = effect(CARS, "clumsy", MOST).segment
    assert t("attack.alt_kind", kind=t("attack.short.clumsy"), n=MOST, share=value) in told(app)
    press(app, t("attack.part.1"))
    found = catch(app.state)
    numbers = {"points": 30, "caught": found.caught, "fakes": app.state.fakes, "accused": len(found.accused)}
    assert t("attack.alt_trade", **numbers) in told(app)
