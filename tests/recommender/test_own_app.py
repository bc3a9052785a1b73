"""A table of one's own as the learner brings it in: columns to choose, names of strangers, nothing kept."""

import gc
import re
import weakref

import ipywidgets as W
import pytest

from kitlib import recommender
from kitlib.recommender.app import texts
from kitlib.recommender.data.purchases import Problem
from kitlib.recommender.model import own
from kitlib.recommender.plots import own as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, press, sound, told, upload, walk
from .test_own import ROWS, TINY, csv

EVIL = "<script>alert(1)</script>"
SECRET = "Geheimrat Meyer"


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def app(lang):
    return commit(recommender.start("own", lang))


@pytest.fixture
def german():
    return commit(recommender.start("own"))


def bring(app, content: bytes, name="käufe.csv") -> None:
    upload(app, app.texts("own.file"), [(name, content)])


def choice(app, key: str) -> W.Dropdown:
    (found,) = [w for w in walk(app) if isinstance(w, W.Dropdown) and w.description.startswith(app.texts(key))]
    return found


def test_practice_table_end_to_end(app):
    t = app.texts
    press(app, t("own.practice"))
    assert "K0" in page(app)
    press(app, t("own.check"))
    assert t("own.verdict.yes") in told(app)
    share = app.state.result.now.rate("ease").share
    assert t("own.guess", guess=app.state.guess, measured=round(10 * share)) in told(app)
    assert page(app).count("<img") == 1
    person = choice(app, "own.choose")
    person.value = person.options[1][1]
    assert person.description == t("own.choose_of", shown=len(person.options), of=400)
    out = choice(app, "own.take_out")
    assert out.label == t("own.nothing_out")
    out.value = out.options[1][1]
    sound(app)
    assert app.state.out == own.bought(app.state)[0]
    press(app, t("ui.undo"))
    assert (app.state.out, out.label) == (None, t("own.nothing_out"))
    press(app, t("ui.undo"))
    assert app.state.person == person.value == own.people(app.state)[0]
    press(app, t("ui.undo"))
    assert app.state.result is None
    assert t("own.verdict_head") not in told(app)


def test_a_readable_table_shows_codes_and_no_names(app):
    bring(app, csv([(f"{SECRET} {p}", item, day) for p, item, day in ROWS]))
    assert len(app.state.purchases) == 60
    assert told(app).count(app.texts("problem.pseudonymised", file="Kunde", count=20)) == 1
    assert SECRET not in page(app, hidden=True)
    assert page(app).count("K00") >= 8


def test_one_note_is_shown_whole_and_many_scroll():
    t = texts("de")
    one = Problem("one_column", "x.csv", {"found": "Dies ist ein Rezept."})
    assert "kit-scroll-list" not in plots.problems([one], t)
    assert "kit-scroll-list" in plots.problems([one] * plots.MANY, t)


def test_a_quotation_that_ends_with_a_full_stop_gets_no_second_one(lang):
    one = Problem("one_column", "x.csv", {"found": "Dies ist ein Rezept."})
    words = plots.sentence(one, texts(lang))
    assert "Rezept." in words
    assert not re.search("[.][“”][.]", words)


def test_unknown_columns_are_asked_for_and_read(app):
    bring(app, csv(ROWS, head="Wer?;Was?;Wann?"))
    assert app.state.waiting
    customer, item = choice(app, "own.customer_column"), choice(app, "own.item_column")
    assert [label for label, _ in item.options] == ["Wer?", "Was?", "Wann?"]
    assert customer.value != item.value
    customer.value, item.value = "Wer?", "Wer?"
    press(app, app.texts("own.read_as"))
    assert app.state.waiting, "a wrong choice must not lose the file"
    assert app.texts("problem.same_column", file="Wer?") in told(app)
    customer.value, item.value = "Wer?", "Was?"
    press(app, app.texts("own.read_as"))
    assert len(app.state.purchases) == 60
    assert not [w for w in walk(app) if isinstance(w, W.Dropdown)]


@pytest.mark.parametrize("way", ["columns", "practice", "another"])
def test_a_file_that_waited_is_not_in_the_history(german, way):
    t = german.texts
    bring(german, csv(ROWS, head="Wer?;Was?;Wann?"))
    waiting = weakref.ref(german.state.waiting)
    if way == "columns":
        press(german, t("own.read_as"))
    elif way == "practice":
        press(german, t("own.practice"))
    else:
        bring(german, csv(ROWS))
    assert german.state.purchases
    gc.collect()
    assert waiting() is None
    press(german, t("ui.undo"))
    assert german.state.purchases is None


def test_two_tables_one_after_the_other_undo_one_by_one(german):
    bring(german, csv(ROWS))
    first = german.state.purchases
    press(german, german.texts("own.practice"))
    press(german, german.texts("ui.undo"))
    assert german.state.purchases is first


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty_file"), (b"PK\x03\x04 no", "damaged"), (b"\x89PNG\r\n", "not_table")]
)
def test_broken_files_are_said_and_what_was_there_is_kept(app, content, code):
    bring(app, csv(ROWS))
    before = app.state
    bring(app, content, "kaputt.xlsx")
    assert app.state is before
    assert app.texts(f"problem.{code}", file="kaputt.xlsx") in told(app)


def test_names_of_strangers_are_escaped_and_shortened(app):
    long = "lang" * 2500
    items = [EVIL, long, "&lt <b>fett</b>", '"><img src=x onerror=alert(1)>', "=cmd|' /C calc'!A0", "Kanne", "Tee"]
    rows = [(f"{EVIL} {p}", items[(p + i) % 7], "01.01.2026") for p in range(40) for i in range(4)]
    bring(app, csv(rows), f"{EVIL}.csv")
    press(app, app.texts("own.check"))
    out = choice(app, "own.take_out")
    for _, item in out.options[1:]:
        out.value = item
        assert app.error is None
    html = page(app, hidden=True)
    assert "&lt;script&gt;" in html
    assert not re.search(r"<script|<b>|<img src=x", html)
    assert long[:200] not in html
    assert all(len(label) <= 60 for label, _ in out.options)
    assert app.error is None


def test_hostile_columns_to_choose_from(app):
    head = f"a;{EVIL};{'x' * 10_000}"
    rows = [(day, person, item) for person, item, day in ROWS]
    bring(app, csv(rows, head=head))
    assert not re.search(r"<script", page(app, hidden=True))
    assert all(len(label) <= 60 for label, _ in choice(app, "own.item_column").options)
    choice(app, "own.customer_column").value = EVIL
    choice(app, "own.item_column").value = "x" * 10_000
    press(app, app.texts("own.read_as"))
    assert len(app.state.purchases) == 60


@pytest.mark.parametrize("name", TINY)
def test_little_data_to_begin_with_get_words(app, lang, name):
    app = commit(recommender.start("own", lang, data=TINY[name]))
    check = [w for w in walk(app) if isinstance(w, W.Button) and w.description == app.texts("own.check")]
    if not len(TINY[name]):
        assert not check
        return
    press(app, app.texts("own.check"))
    assert app.texts("own.verdict.no") in told(app)


def test_data_with_names_are_shown_as_codes(lang):
    table = own.replace(TINY["one day"], customers=(SECRET, "Frau Schulz"))
    app = commit(recommender.start("own", lang, data=table))
    press(app, app.texts("own.check"))
    assert SECRET not in page(app, hidden=True)
    assert app.texts("own.codes.given") in told(app)
    press(app, app.texts("ui.reset"))
    assert len(app.state.purchases) == 4


def test_nothing_is_computed_before_the_prediction(lang, monkeypatch):
    monkeypatch.setattr(own, "judge", lambda *_: 1 / 0)
    app = recommender.start("own", lang, data=TINY["one day"])
    assert not [w for w in walk(app) if isinstance(w, W.FileUpload)]


def test_somebody_who_waits_is_told_how_far_it_is(german, monkeypatch):
    heard = []
    monkeypatch.setattr(german, "hint", heard.append)
    press(german, german.texts("own.practice"))
    press(german, german.texts("own.check"))
    assert german.texts("own.reading") in heard
    assert [w for w in heard if w in {german.texts("own.working", step=n) for n in (1, 2, 3)}] == [
        german.texts("own.working", step=n) for n in (1, 2, 3)
    ]


def test_reset_leaves_no_table_in_memory_and_none_in_the_page(german):
    bring(german, csv([(p, f"{item} {SECRET}", day) for p, item, day in ROWS]))
    press(german, german.texts("own.check"))
    out = choice(german, "own.take_out")
    out.value = out.options[1][1]
    kept = [weakref.ref(german.state.purchases), weakref.ref(german.state.model)]
    bring(german, csv(ROWS, head="Wer?;Was?;Wann?"))
    kept.append(weakref.ref(german.state.waiting))
    press(german, german.texts("ui.reset"))
    del out
    gc.collect()
    assert [ref() for ref in kept] == [None] * 3
    assert SECRET not in page(german, hidden=True)
    assert not [w for w in walk(german, hidden=True) if isinstance(w, W.Dropdown)]
    assert german._parts is None


def test_reset_after_a_failed_step_lets_go_as_well(german, monkeypatch):
    monkeypatch.setattr("kitlib.ui.app.log.exception", lambda *_: None)  # pytest would keep the frames it is given
    bring(german, csv(ROWS))
    monkeypatch.setattr(own, "judge", lambda *_: 1 / 0)
    german._parts.check.click()
    assert isinstance(german.error, ZeroDivisionError)
    kept = weakref.ref(german.state.purchases)
    german.reset()
    gc.collect()
    assert kept() is None


def test_no_more_than_five_tables_are_kept(german):
    bring(german, csv(ROWS))
    first = weakref.ref(german.state.purchases)
    for _ in range(german.kept + 2):
        bring(german, csv(ROWS))
    gc.collect()
    assert first() is None
