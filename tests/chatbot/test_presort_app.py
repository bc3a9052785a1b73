"""Pre-sorted mails without a screen: the learner's steps, words and pictures."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from kitlib.chatbot.app import presort as app_module
from kitlib.chatbot.app import texts
from kitlib.chatbot.data.mails import DEPARTMENTS, NONE, mails
from kitlib.chatbot.model import presort as model
from kitlib.chatbot.model import presort_cost as cost
from kitlib.chatbot.model import presort_sorted as sort
from kitlib.chatbot.model.presort import COST, FIVE, INBOX, PAGE, URGENT, Presort
from kitlib.chatbot.plots import presort as plots
from kitlib.chatbot.plots import presort_lists as lists
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, slide, tags, told

EVIL = "<script>alert(1)</script>&\x00\u202e🔥"


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(app_module.App(texts(request.param)))


def part(app, number):
    press(app, app.texts(f"presort.part.{number}"))
    return app.texts


# ---- the learner's steps


def test_five_mails_are_sorted_and_then_no_more():
    state = Presort()
    for key in (*DEPARTMENTS, NONE):
        state = model.put(state, key)
    assert state.hand == DEPARTMENTS[:FIVE]
    assert model.agreed(Presort()) == (0, 0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_sorts_as_labelled_agrees_with_all_five(lang):
    found = [mails(lang)[i] for i in model.five(lang)]
    assert Counter(mail.kind for mail in found) == {"plain": 3, "two": 1, "other": 1}
    for home in (0, -1):
        own, program = model.agreed(Presort(lang=lang, hand=tuple(mail.homes[home] for mail in found)))
        assert own == FIVE
        assert program == sum(sort.assigned(lang, i) in mails(lang)[i].homes for i in model.five(lang)) < FIVE


def test_the_inbox_shows_each_mail_once_and_then_begins_anew():
    state, seen = Presort(told=True), []
    for _ in range(-(-len(mails("de")) // PAGE)):
        seen += model.page(state)
        state = model.turn(state)
        assert not state.told
    assert sorted(seen) == list(range(len(mails("de"))))
    assert state.page == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ()),
        (" , ;\n", ()),
        ("a, !!", ()),
        ("Unfall; unfall,\nRiss", ("unfall", "riss")),
        ("to  be\u2028safe", ("to be safe",)),
        ("x" * 100_000, ("x" * model.LONGEST,)),
        ("<script>", ("<script>",)),
        ("🔥🔥, опасно", ("опасно",)),
    ],
)
def test_what_is_typed_becomes_a_short_list(typed, kept):
    assert model.listed(typed) == kept


def test_a_list_has_an_end():
    assert len(model.listed(", ".join(f"w{n}" for n in range(5000)))) <= model.MOST_WORDS


# ---- words and pictures


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_result_repeats_the_prediction_beside_what_was_measured(lang):
    t, none = texts(lang), cost.tally(Presort(lang=lang, band=0.0)).shown()
    said = t("presort.guessed", guess=35, right=none.right, half=none.half, wrong=none.wrong,
             plain=100 * sort.accuracy(lang, "plain"))  # fmt: skip
    assert said in plots.describe(Presort(lang=lang, guess=35, part=INBOX), t)
    assert said not in plots.describe(Presort(lang=lang, guess=35), t)  # five mails come first
    assert said in plots.describe(Presort(lang=lang, guess=35, hand=("hr",) * FIVE), t)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("band", [0.0, 0.7, 1.0])
def test_every_part_has_words_without_gaps(lang, number, band):
    state = Presort(lang=lang, guess=10, part=number, band=band, hand=("hr",), words=("unfall",), told=True, sample=2)
    for one in (state, replace(state, sample=0, words=(), look=1, back=30)):
        said = plots.describe(one, texts(lang))
        assert said
        assert "{" not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_concerns_are_compared_with_one_only_where_that_is_measured(lang):
    t, said = texts(lang), {}
    for band in (0.7, 1.0):
        state = Presort(lang=lang, part=URGENT, band=band)
        two, plain = (cost.special(state, kind) for kind in ("two", "plain"))
        words = plots.describe(state, t)
        assert t("presort.two", n=two[1], sent=two[0], share=two[0] / two[1], plain=plain[0] / plain[1]) in words
        said[band] = t("presort.two_as_often") in words
    assert said == {0.7: True, 1.0: False}


@pytest.mark.parametrize("harm", [0, 100])
def test_the_charts_tell_their_numbers_in_words(harm):
    state, t = Presort(part=COST, harm=harm), texts("de")
    alts = re.findall('alt="([^"]+)"', plots.charts(state, t))
    assert len(alts) == 2
    assert t("presort.alt_euro_point", band=0.8, euro=plots.money(cost.euro(state, 0.8), t)) in alts[1]
    assert alts[0].count(" sortiert ein Mensch ") == 7


def test_mails_are_shown_as_text(monkeypatch):
    evil = tuple(replace(mail, subject=f"{EVIL}", text=EVIL) for mail in mails("de"))
    monkeypatch.setattr(lists, "mails", lambda _: evil)
    for html in (lists.inbox(Presort(told=True), texts("de")), lists.by_hand(Presort(), texts("de")),
                 lists.by_hand(Presort(hand=("hr",) * FIVE), texts("de")),
        lists.urgent(Presort(), texts("de"))):  # fmt: skip
        assert "<script" not in html
        assert "&lt;" in html


# ---- as the learner plays it


def test_sorting_by_hand(app):
    t = app.texts
    for n in range(FIVE):
        assert t("presort.hand_head", n=n + 1, total=FIVE) in told(app)
        press(app, t("presort.department.none"))
    assert app.state.hand == (NONE,) * FIVE
    assert page(app).count("<li>") == FIVE
    press(app, t("ui.undo"))
    assert len(app.state.hand) == FIVE - 1
    press(app, t("presort.department.hr"))
    press(app, t("presort.to_inbox"))
    assert app.state.part == INBOX


def test_the_inbox_follows_the_band(app):
    t = part(app, INBOX)
    slide(app, app._bands[INBOX], 0.0)
    assert page(app).count('class="sort-sent"') == PAGE
    slide(app, app._bands[INBOX], 1.0)
    assert page(app).count(t("presort.mark.person")) == PAGE
    press(app, t("presort.tell"))
    assert app.state.told
    assert app._tell.disabled
    press(app, t("presort.more"))
    assert not app._tell.disabled
    part(app, COST)
    assert app._bands[COST].value == 1.0


def test_assumptions_and_sample(app):
    t = part(app, COST)
    before = page(app)
    slide(app, app._dials["harm"], 50)
    slide(app, app._dials["look"], 1)
    assert page(app) != before
    pick(app, t("presort.sample_one", n=10))
    assert app.state.sample == 10
    press(app, t("ui.undo"))
    assert app._sample.value == "0"


def test_lists_of_words(app):
    t = part(app, URGENT)
    press(app, t("presort.take.long"))
    assert app.state.words == model.listed(t("presort.list.long"))
    assert app._field.value == ", ".join(app.state.words)
    for typed in ("", " ,", "x"):
        app._listed(typed)
        assert t("presort.no_words") in told(app)
        assert app.state.words
    app._listed(EVIL * 2000)
    assert app.error is None
    assert "script" not in tags(app)
    press(app, t("presort.take.none"))
    assert app.state.words == ()


def test_reset_restores_the_first_page_exactly(app):
    t = app.texts
    press(app, t("presort.department.hr"))
    part(app, COST)
    slide(app, app._bands[COST], 0.2)
    press(app, t("ui.reset"))
    assert app.state == Presort(lang=t.lang)
    assert page(app) == page(app_module.App(texts(t.lang)))


def test_the_list_in_use_is_marked_and_a_person_is_no_tick_box(app):
    t = part(app, URGENT)
    marked = lambda: [name for name, made in app._lists.items() if made.description.startswith("▸ ")]  # noqa: E731
    assert marked() == ["none"]
    press(app, t("presort.take.long"))
    assert marked() == ["long"]
    press(app, t("ui.undo"))
    assert marked() == ["none"]
    assert "☐" not in page(app, hidden=True)
