"""Step 2: the small table, the same computation for the shop, and the pictures of all purchases."""

import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.data.shop import shop
from kitlib.recommender.model import room, similar
from kitlib.recommender.model.estimator import train
from kitlib.recommender.model.similar import ARTICLES, PEOPLE, TABLE, Similar
from kitlib.recommender.plots import goods, taste
from kitlib.recommender.plots import similar as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, sound, told

NONE = tuple((0,) * ARTICLES for _ in range(PEOPLE))


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def begun(lang):
    app = recommender.start("similar", lang)
    pick(app, plots.article(2, app.texts))
    return commit(app)


def test_a_cell_is_turned_and_turned_back():
    state = similar.flip(Similar(), 2, 1)
    assert (TABLE[2][1], state.table[2][1]) == (0, 1)
    assert similar.flip(state, 2, 1) == Similar()
    with pytest.raises(IndexError):
        similar.flip(Similar(), PEOPLE, 0)


def test_similarity_is_bought_together_divided_by_the_mean_of_the_buyers():
    found = {p.other: p for p in similar.pairs(Similar())}
    assert (found[1].together, found[1].own, found[1].others) == (2, 3, 2)
    assert found[1].similarity == pytest.approx(2 / np.sqrt(6))
    assert found[2].similarity == pytest.approx(3 / np.sqrt(18))
    assert found[3].similarity == found[4].similarity == 0


def test_claim_what_is_bought_together_most_is_not_what_is_most_similar():
    found = similar.pairs(Similar())
    assert found[0].other == 1
    assert max(found, key=lambda p: p.together).other == 2
    assert [p.similarity for p in found] == sorted((p.similarity for p in found), reverse=True)


def test_same_buyers_are_one_and_no_buyers_are_nothing():
    twins = similar.compare(Similar(table=tuple((v, v, 0, 0, 0, 0) for v in (1, 0, 1, 1, 0, 0))), 0)
    assert similar.pairs(twins)[0].similarity == pytest.approx(1)
    assert all(p.similarity == 0 for p in similar.pairs(Similar(table=NONE)))


@pytest.mark.parametrize("item", [0, 35, 256, 399])
def test_the_nearest_of_the_shop_are_those_of_the_model(item):
    model = room.model("neighbours")
    assert [(model.items[p.other], p.similarity, p.together) for p in similar.near(item)] == model.similar(item, 10)
    for p in similar.near(item):
        assert p.similarity == pytest.approx(similar.cosine(p.together, p.own, p.others, 20))


def test_claim_without_care_a_coincidence_comes_first():
    c, careless = similar.chance(), train(shop().purchases, method="neighbours", shrink=0)
    name, value, together = careless.similar(c.item, 1)[0]
    assert name == shop().purchases.items[c.plain.other]
    assert (value, together) == (pytest.approx(c.plain.similarity), c.plain.together)
    assert c.plain.together <= 2
    assert c.plain.others <= 3
    assert c.place > 50
    assert c.shrunk < c.instead.similarity
    assert c.instead.other == similar.near(c.item)[0].other
    assert c.instead.together > c.plain.together


def test_the_table_is_almost_empty_and_counted_right():
    share, some, every = similar.filled()
    assert some == len(set(zip(shop().purchases.customer.tolist(), shop().purchases.item.tolist(), strict=True)))
    assert every == 2700 * 400
    assert share == pytest.approx(some / every)
    assert 0.02 < share < 0.08


def test_the_picture_has_busy_customers_on_top_and_popular_articles_left():
    table = similar.sorted_table()
    assert table.shape == (similar.DRAWN, 400)
    assert (np.diff(table.sum(1)) <= 0).all()
    assert table[:, :40].mean() > 4 * table[:, 200:].mean()
    assert table.mean() == pytest.approx(similar.filled()[0], rel=0.05)
    assert not table.flags.writeable


def test_the_map_keeps_departments_together_better_than_chance():
    p, category = similar.places(), shop().category
    assert p.shape == (400, 2)
    assert (p.min(), p.max()) == (0, 1)
    halves = np.arange(400) % 2 == 0
    right = KNeighborsClassifier(10).fit(p[halves], category[halves]).score(p[~halves], category[~halves])
    assert right > 0.35
    assert similar.places.__wrapped__().tolist() == p.tolist()


def test_claim_similar_articles_hit_far_more_than_bestsellers():
    assert room.hit_rate("neighbours") > 1.5 * room.hit_rate("popular")
    same, by_chance = similar.same_department()
    assert same > 3 * by_chance
    assert by_chance == pytest.approx(0.098, abs=0.002)


def test_facts_carry_the_measured_numbers(lang):
    words, t = recommender.facts("similar", lang), texts(lang)
    assert t("ui.number2", value=2 / np.sqrt(6)) in words
    assert t("ui.number2", value=3 / np.sqrt(18)) in words
    assert f"{round(100 * room.hit_rate('neighbours'))}" in words
    assert goods.name(similar.chance().plain.other, t) in words
    assert len(words.split("\n")) == 5


def test_describe_repeats_the_prediction_beside_what_came_out(lang):
    t = texts(lang)
    right, wrong = (plots.describe(Similar(guess=g), t) for g in (1, 2))
    for words in (right, wrong):
        assert plots.article(1, t) in words
        assert goods.name(256, t) in words
    assert t("ui.number2", value=3 / np.sqrt(18)) in wrong
    assert right != wrong
    assert t("similar.result_none", item=plots.article(0, t)) in plots.describe(Similar(table=NONE), t)


def test_the_computation_is_written_out(lang):
    t = texts(lang)
    html = plots.sums(Similar(), t)
    assert t("similar.computed", n=2, x=3, y=2, mean=np.sqrt(6), value=2 / np.sqrt(6)) in html
    assert html.count("<li>") == ARTICLES - 1
    assert t("similar.nobody", name=plots.article(0, t)) in plots.sums(Similar(table=NONE), t)


def test_the_map_says_in_words_what_it_shows(lang):
    t = texts(lang)
    words = taste.alternative(Similar(), t)
    assert goods.name(256, t) in words
    assert goods.name(similar.near(256)[0].other, t) in words
    assert taste.map_of(Similar(), t).count("<li>") == taste.NAMED


def test_numbers_on_the_map_do_not_lie_on_each_other():
    """Neighbours do: five marks in one place, in a corner."""
    svg = taste._numbered([(440.0, 380.0)] * taste.NAMED)
    rows = [float(part.split('cy="')[2].split('"')[0]) for part in svg]
    assert np.diff(sorted(rows)).min() >= taste.GAP - 0.1
    assert max(rows) <= taste.HIGH - taste.EDGE
    assert taste._numbered([]) == []


def test_the_table_is_shown_before_the_prediction_and_no_similarity(lang):
    app = recommender.start("similar", lang)
    sound(app)
    assert plots.article(5, app.texts) in told(app)
    assert 'shop-bars"' not in page(app)
    commit(app)
    assert app.state.guess is None
    assert app.texts("ui.choose_first") in told(app)


def test_a_click_in_the_table_changes_the_similarities(begun):
    app, t = begun, begun.texts
    before = app._sums.value
    press(app, plots.cell(3, 0, False, t))
    assert app.state.table[3][0] == 1
    assert app._sums.value != before
    press(app, plots.cell(3, 0, True, t))
    assert app._sums.value == before


def test_all_cells_off_breaks_nothing(begun):
    app, t = begun, begun.texts
    for r, line in enumerate(TABLE):
        for c, value in enumerate(line):
            if value:
                press(app, plots.cell(r, c, True, t))
    assert app.state.table == NONE
    assert t("similar.result_none", item=plots.article(0, t)) in told(app)


def test_menus_choose_and_follow_undo(begun):
    app, t = begun, begun.texts
    app._article.value = 4
    app._department.value = 7
    first = app.state.item
    assert shop().category[first] == 7
    app._item.value = app._item.options[3][1]
    assert app.state.item != first
    sound(app)
    press(app, t("ui.undo"))
    assert (app._item.value, app.state.item) == (first, first)
    press(app, t("ui.undo"))
    assert (app._department.value, app._item.value) == (int(shop().category[256]), 256)
    press(app, t("ui.undo"))
    assert app._article.value == 0
    press(app, t("ui.reset"))
    assert page(app) == page(recommender.start("similar", t.lang))


def test_every_article_can_be_chosen():
    t = texts("de")
    for item in range(0, 400, 7):
        state = Similar(item=item)
        for html in (plots.nearest(state, t), taste.map_of(state, t), plots.divisor(state, t)):
            assert html
            assert "{" not in html


def test_one_part_is_open_at_a_time_and_another_is_a_click_away(begun):
    app, t = begun, begun.texts
    for n in (1, 2, 0):
        title = t(f"similar.part.{n}")
        if app.state.part != n:
            press(app, title)
        shown = [body.layout.display != "none" for body in app._parts._bodies]
        assert shown == [k == n for k in range(similar.PARTS)]
    with pytest.raises(IndexError):
        similar.turn(Similar(), similar.PARTS)
