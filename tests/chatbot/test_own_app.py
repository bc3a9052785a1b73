"""A FAQ of one's own as the learner brings it in: what is wrong with it, words of strangers, nothing kept."""

import gc
import re
import weakref

import ipywidgets as W
import pytest

from kitlib.chatbot.app import own as app_own
from kitlib.chatbot.app import texts
from kitlib.chatbot.data.faq import Entry, Faq
from kitlib.chatbot.model import own
from kitlib.chatbot.plots import own as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, press, sound, told, upload, walk
from .test_own import csv, made

EVIL = "<script>alert(1)</script>"
SECRET = "Geheimrat Meyer"


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def app(lang):
    return commit(app_own.App(texts(lang)))


@pytest.fixture
def german():
    return commit(app_own.App(texts("de")))


def bring(app, *files) -> None:
    upload(app, app.texts("own.file"), [("faq.csv", f) if isinstance(f, bytes) else f for f in files])


def field(app) -> W.Text:
    (found,) = [w for w in walk(app) if isinstance(w, W.Text)]
    return found


def ask(app, text: str) -> None:
    field(app).value = text
    press(app, app.texts("own.ask_send"))


def buttons(app) -> list[str]:
    return [w.description for w in walk(app) if isinstance(w, W.Button)]


def test_from_file_to_answer(app):
    t = app.texts
    assert t("own.check") not in buttons(app)
    bring(app, csv(made()))
    assert t("own.preview") in told(app)
    assert "Was kostet Versand?" in told(app)
    assert not [w for w in walk(app) if isinstance(w, W.Text)]
    press(app, t("own.check"))
    right = round(100 * app.state.result.share("answered_right"))
    side = "close" if abs(right - 50) <= 5 else "more"
    assert t(f"own.guess.{side}", guess=50, measured=right) in told(app)
    assert t("own.todo") in told(app)
    assert page(app).count("<img") == 1
    assert t("own.check") not in buttons(app)
    ask(app, "Was kostet der Katalog?")
    assert app.state.answer.text in told(app)
    press(app, t("ui.undo"))
    assert (app.state.answer, field(app).value) == (None, "")
    press(app, t("ui.undo"))
    assert app.state.result is None
    assert t("own.result") not in told(app)
    press(app, t("ui.undo"))
    assert app.state.faq is None


def test_the_shipped_faq_end_to_end(german, monkeypatch):
    t, whole = german.texts, own.computed_with
    monkeypatch.setattr(own, "computed_with", lambda faq: whole(faq, most=480))  # the rest only takes longer
    press(german, t("own.example"))
    press(german, t("own.check"))
    r = german.state.result
    assert 400 < r.measured == len(r.faq) < len(german.state.faq)
    assert 0.3 < r.share("answered_right") < 1
    assert r.confusions
    assert r.curve.shares[-1] > r.curve.shares[0] + 0.05
    assert t("own.curve_none") not in told(german)
    answers = {"entries": len(r.faq.entries), "entries_of": len(german.state.faq.entries)}
    assert t("own.sampled", used=len(r.faq), of=len(german.state.faq), **answers) in told(german)


def test_notes_and_several_files(app):
    bring(app, ("a.csv", csv(made(2))), ("b.pdf", b"%PDF-1.7"))
    assert len(app.state.faq) == 20
    assert app.texts("problem.pdf", file="b.pdf") in told(app)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty_file"), (b"PK\x03\x04 no", "damaged"), (b"%PDF-1.7", "pdf"), (b"\xd0\xcf\x11\xe0", "old_excel")],
)
def test_broken_files_are_said_and_what_was_there_is_kept(app, content, code):
    bring(app, csv(made(2)))
    before = app.state
    bring(app, ("kaputt.xlsx", content))
    assert app.state is before
    assert app.texts(f"problem.{code}", file="kaputt.xlsx") in told(app)


def test_one_wording_each_is_said_not_measured(app):
    bring(app, csv(made(1)))
    press(app, app.texts("own.check"))
    assert app.texts("own.not_measured") in told(app)
    ask(app, "Versand")
    assert app.state.answer is not None


def test_two_files_one_after_the_other_undo_one_by_one(german):
    bring(german, csv(made(2)))
    first = german.state.faq
    press(german, german.texts("own.example"))
    press(german, german.texts("ui.undo"))
    assert german.state.faq is first


def test_an_empty_question_is_told(app):
    bring(app, csv(made(2)))
    press(app, app.texts("own.check"))
    before = app.state
    ask(app, "   ")
    assert app.state is before
    assert app.texts("own.ask_empty") in told(app)


def test_words_of_strangers_are_escaped_and_shortened(app):
    long = "lang" * 2400
    rows = [
        (f"{EVIL} Frage {i} {j}?", Entry(f"{EVIL}{long} {i // 2}", EVIL, EVIL)) for i in range(12) for j in range(4)
    ]
    rows += [(f"Frage {n}", Entry(f'"><img src=x onerror=alert({n})>')) for n in (1, 1, 2)]
    bring(app, (f"{EVIL}.csv", csv(Faq.of(rows))))
    press(app, app.texts("own.check"))
    for text in (EVIL, f"{EVIL} Frage 1 1?", "😀", "x" * 100_000):
        ask(app, text)
    html = page(app, hidden=True)
    assert "&lt;script&gt;" in html
    assert not re.search(r"<script|<img src=x", html)
    assert long[:2000] not in html
    assert app.error is None


def test_a_faq_to_begin_with(lang):
    app = commit(app_own.App(texts(lang), data=made(2)))
    assert len(app.state.faq) == 20
    press(app, app.texts("own.check"))
    press(app, app.texts("ui.reset"))
    assert len(app.state.faq) == 20
    alone = commit(app_own.App(texts(lang), data=made(3, 1)))
    assert alone.texts("own.check") not in buttons(alone)


def test_template_can_be_taken_home(app):
    link = re.search(r'download="([^"]+)" href="data:text/csv;charset=utf-8;base64,', page(app))
    assert link[1] == app.texts("own.template_name")


def test_nothing_is_computed_before_the_prediction(lang, monkeypatch):
    monkeypatch.setattr(own, "judge", lambda *_: 1 / 0)
    monkeypatch.setattr(own, "corpus", lambda *_: 1 / 0)
    app = app_own.App(texts(lang), data=made(2))
    assert not [w for w in walk(app) if isinstance(w, W.FileUpload)]


def test_somebody_who_waits_is_told_how_far_it_is(german, monkeypatch):
    heard = []
    monkeypatch.setattr(german, "hint", heard.append)
    bring(german, csv(made(2)))
    press(german, german.texts("own.check"))
    assert german.texts("own.reading") in heard
    steps = [german.texts("own.working", step=n) for n in (1, 2, 3)]
    assert [words for words in heard if words in steps] == steps


def test_reset_leaves_no_faq_in_memory_and_none_in_the_page(german):
    rows = [(f"{q} {SECRET}", Entry(f"Antwort {i // 2}")) for i, q in enumerate(made(2).questions)]
    bring(german, csv(Faq.of(rows)))
    press(german, german.texts("own.check"))
    ask(german, SECRET)
    kept = [weakref.ref(german.state.faq), weakref.ref(german.state.result.bot)]
    press(german, german.texts("ui.reset"))
    gc.collect()
    assert [ref() for ref in kept] == [None, None]
    assert SECRET not in page(german, hidden=True)
    assert german._parts is None


def test_reset_after_a_failed_step_lets_go_as_well(german, monkeypatch):
    monkeypatch.setattr("kitlib.ui.app.log.exception", lambda *_: None)  # pytest would keep the frames it is given
    bring(german, csv(made(2)))
    monkeypatch.setattr(own, "judge", lambda *_: 1 / 0)
    german._parts.check.click()
    assert isinstance(german.error, ZeroDivisionError)
    kept = weakref.ref(german.state.faq)
    german.reset()
    gc.collect()
    assert kept() is None


def test_no_more_than_five_faqs_are_kept(german):
    bring(german, csv(made(2)))
    first = weakref.ref(german.state.faq)
    for _ in range(german.kept + 2):
        bring(german, csv(made(2)))
    gc.collect()
    assert first() is None


def test_many_notes_scroll_and_one_does_not():
    t = texts("de")
    (one,) = own.read(own.Own(), [("a.csv", b"Was?;a b c d e\nWo?;f g h i j\n")]).faq.problems
    assert "kit-scroll-list" not in plots.problems([one], t)
    assert "kit-scroll-list" in plots.problems([one] * plots.MANY, t)
    sound(commit(app_own.App(t)))
