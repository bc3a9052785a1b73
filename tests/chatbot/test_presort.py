"""Pre-sorted mails: the experiment without a screen, and what the lesson claims about it."""

import csv
import importlib.util
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kitlib.chatbot.app import presort as app_module
from kitlib.chatbot.app import texts
from kitlib.chatbot.data.mails import DEPARTMENTS, NONE, mails
from kitlib.chatbot.model import presort as model
from kitlib.chatbot.model import presort_cost as cost
from kitlib.chatbot.model import presort_sorted as sort
from kitlib.chatbot.model.presort import BAND, COST, FIVE, INBOX, PAGE, URGENT, Presort
from kitlib.chatbot.plots import presort as plots
from kitlib.chatbot.plots import presort_lists as lists
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, slide, tags, told

DATA = Path(__file__).parents[2] / "datasets" / "faq"
ASKED = ("de", "en")
EVIL = "<script>alert(1)</script>&\x00\u202e🔥"


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(app_module.App(texts(request.param)))


def part(app, number):
    press(app, app.texts(f"presort.part.{number}"))
    return app.texts


# ---- what the lesson claims


@pytest.mark.parametrize("lang", ASKED)
def test_clear_mails_mostly_end_up_right_and_the_whole_inbox_less_often(lang):
    assert 0.75 < sort.accuracy(lang, "plain") < 0.95
    assert 0.6 < sort.accuracy(lang) < sort.accuracy(lang, "plain") - 0.08


@pytest.mark.parametrize("lang", ASKED)
def test_errors_gather_where_the_stated_confidence_is_low(lang):
    assert sort.errors(lang, 0, BAND) > 0.15
    assert sort.errors(lang, BAND, 2) < 0.4 * sort.errors(lang, 0, BAND)


@pytest.mark.parametrize("lang", ASKED)
def test_mails_with_two_concerns_go_out_no_less_often_than_others(lang):
    (two, of_two), (plain, of_plain) = (cost.special(Presort(lang=lang), kind) for kind in ("two", "plain"))
    assert two / of_two > 0.7 * plain / of_plain
    assert (sort.everything(lang).verdict[sort.kinds(lang)["two"]] != sort.RIGHT).all()


@pytest.mark.parametrize("lang", ASKED)
def test_some_wrongly_sorted_mail_has_a_high_confidence(lang):
    found = sort.everything(lang)
    assert found.confidence[found.verdict == sort.WRONG].max() > BAND + 0.05


@pytest.mark.parametrize("lang", ASKED)
def test_a_band_pays_and_none_does_not(lang):
    state = Presort(lang=lang)
    assert cost.euro(state) > 0 > cost.euro(state, 0.0)
    assert cost.euro(state, 1.0) == 0
    assert cost.best(state)[1] >= cost.euro(state)


@pytest.mark.parametrize("lang", ASKED)
def test_a_list_of_words_misses_urgent_mails_and_hits_others(lang):
    found = cost.urgent(Presort(lang=lang, words=model.listed(texts(lang)("presort.list.long"))))
    assert 3 <= found.caught <= 0.7 * found.n
    assert found.others >= 3
    assert cost.urgent(Presort(lang=lang, band=0.0)).astray >= 2


def test_nothing_is_sorted_by_a_bot_that_learnt_from_it(monkeypatch):
    seen = []
    monkeypatch.setattr(sort, "train", lambda faq: seen.append(set(faq.questions)) or _Deaf())
    sort.everything.__wrapped__("de")
    words = [mail.words for mail in mails("de") if mail.kind != "other"]
    assert not seen[0] & seen[1]
    assert seen[0] | seen[1] == set(words)
    assert abs(len(seen[0]) - len(seen[1])) <= 4


class _Deaf:
    def judged(self, asked):
        held = {mail.words for mail in mails("de")}
        assert set(asked) <= held
        return np.zeros(len(asked), int), np.zeros(len(asked))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    t, said = texts(lang), plots.facts(texts(lang))
    assert len(said.split("\n")) == 6
    assert str(round(100 * sort.accuracy(lang, "plain"))) in said
    assert t("ui.euro", value=cost.euro(Presort(lang=lang), 0.0)) in said
    assert said == plots.facts(texts(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_of_mails_is_the_one_named(lang):
    assert str(len(mails(lang))) in texts(lang)("presort.intro")


# ---- costs


@pytest.mark.parametrize("words", [(), ("unfall",), ("e",)])
@pytest.mark.parametrize("band", [0.0, 0.7, 1.0])
def test_every_mail_is_counted_once(band, words):
    found = cost.tally(Presort(band=band, words=words))
    assert found.looked + found.right + found.half + found.wrong == pytest.approx(100)
    urgent = cost.urgent(Presort(band=band, words=words))
    assert urgent.person + urgent.right + urgent.astray == urgent.n
    assert urgent.n + urgent.rest == len(mails("de"))


def test_a_higher_band_means_more_work_and_fewer_errors():
    looked, bad, _ = cost.curves(Presort())
    assert (np.diff(looked) >= 0).all()
    assert (np.diff(bad) <= 0).all()
    assert looked[0] == 0
    assert bad[-1] == 0


def test_a_sample_finds_its_share_and_costs_time():
    none, some = Presort(), Presort(sample=5)
    found = cost.tally(some)
    assert found.found == pytest.approx(found.bad / 5)
    expected = cost.minutes(none) - none.look * found.delivered / 5 + none.back * found.found
    assert cost.minutes(some) == pytest.approx(expected)


@pytest.mark.parametrize("dial", ["back", "harm"])
def test_dearer_errors_call_for_a_higher_band(dial):
    low, high = (cost.best(model.change(Presort(), **{dial: value}))[0] for value in (1, 30))
    assert low < high


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
    t, none = texts(lang), cost.tally(Presort(lang=lang, band=0.0))
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


@pytest.mark.parametrize("harm", [0, 100])
def test_the_charts_tell_their_numbers_in_words(harm):
    state, t = Presort(part=COST, harm=harm), texts("de")
    alts = re.findall('alt="([^"]+)"', plots.charts(state, t))
    assert len(alts) == 2
    assert t("presort.alt_euro_point", band=0.8, euro=cost.euro(state, 0.8)) in alts[1]
    assert alts[0].count(" sortiert ein Mensch ") == 7


def test_mails_are_shown_as_text(monkeypatch):
    evil = tuple(replace(mail, subject=f"{EVIL}", text=EVIL) for mail in mails("de"))
    monkeypatch.setattr(lists, "mails", lambda _: evil)
    for html in (lists.inbox(Presort(told=True), texts("de")), lists.by_hand(Presort(), texts("de")),
                 lists.by_hand(Presort(hand=("hr",) * FIVE), texts("de"))):  # fmt: skip
        assert "<script" not in html
        assert "&lt;" in html


# ---- the mails


@pytest.fixture
def maker():
    spec = importlib.util.spec_from_file_location("faq_mails", DATA / "mails.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_shipped_mails_are_those_of_the_source(maker):
    made = maker.rows(maker.load())
    assert maker.mistakes(made) == []
    with (DATA / "mails.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == made


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"department": "kitchen"}, "department 'kitchen'"),
        ({"kind": "other"}, "kind 'other'"),
        ({"second": "hr"}, "second department 'hr'"),
        ({"kind": "two"}, "second department ''"),
        ({"text": "Zu kurz."}, "2 words"),
    ],
)
def test_wrong_mails_are_found(maker, change, said):
    made = maker.rows(maker.load())
    assert any(said in one for one in maker.mistakes([made[0] | change]))
    assert any("twice" in one for one in maker.mistakes([made[0], made[0]]))


def test_both_languages_hold_the_same_mails():
    assert len(mails("de")) == len(mails("en"))
    for here, there in zip(mails("de"), mails("en"), strict=True):
        assert (here.homes, here.kind, here.urgent) == (there.homes, there.kind, there.urgent)
        assert here.text != there.text
    assert set(Counter(mail.department for mail in mails("de") if mail.kind == "plain").values()) == {25}
    assert sum(mail.urgent for mail in mails("de")) >= 12


@pytest.mark.parametrize("lang", ASKED)
def test_addresses_are_examples(lang):
    for mail in mails(lang):
        assert all(end.endswith(".example") for end in re.findall(r"@([\w.-]*\w)", mail.words))
        assert "http" not in mail.words
        assert "www" not in mail.words


# ---- as the learner plays it


def test_sorting_by_hand(app):
    t = app.texts
    for n in range(FIVE):
        assert t("presort.hand_head", n=n + 1, total=FIVE) in told(app)
        press(app, t("presort.department.none"))
    assert app.state.hand == (NONE,) * FIVE
    assert "table" in tags(app)
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
