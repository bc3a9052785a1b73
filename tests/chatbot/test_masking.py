"""Masking as the learner plays it: a mail, an own text, business secrets, the table, words in three languages."""

import re

import pytest

from kitlib import chatbot
from kitlib.chatbot.app import texts
from kitlib.chatbot.model import masking
from kitlib.chatbot.model.masking import KINDS, MAIL, MEASURED, NEVER, TYPED, Masking, Piece, measured
from kitlib.chatbot.plots import mask as plots
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, pick, press, sound, told


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(chatbot.start("mask", request.param))


def send(app, text):
    app._field._text.value = text
    press(app, app.texts("mask.search"))


# ---- the state


def test_a_kind_is_switched_off_and_on_again():
    state = masking.switch(Masking(), "name")
    assert masking.kinds(state) == KINDS[1:]
    assert masking.switch(state, "name") == Masking()


def test_a_secret_is_no_longer_one_when_something_else_is_typed():
    state = masking.try_secret(Masking(part=TYPED), "de", "price")
    assert state.secret == "price"
    assert masking.type_in(state, "Hallo") == Masking(part=TYPED, typed="Hallo")
    assert len(masking.type_in(state, "x" * 100_000).typed) == masking.LIMIT


@pytest.mark.parametrize("mail", masking.MAILS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pieces_are_the_text_and_every_detail_is_judged(lang, mail):
    found = masking.result(Masking(mail=mail), lang)
    assert "".join(piece.text for piece in found.pieces) == found.text
    states = [piece.state for piece in found.pieces if piece.state]
    assert {"found", "missed"} <= set(states)
    assert len([s for s in states if s in ("found", "missed")]) == len(masking.sample(lang, mail).spans)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_left_about_health_is_said_and_not_counted(lang):
    """A reader who counts details alone would call the text safe although it names an illness."""
    t, (staff, mail) = texts(lang), (masking.result(Masking(mail=name), lang) for name in ("staff", "complaint"))
    said = masking.HEALTH["en" if lang == "en" else "de"]
    assert [piece.text for piece in staff.pieces if piece.state == "unsought"] == list(said)
    assert not [piece for piece in mail.pieces if piece.state == "unsought"]
    words = plots.describe(Masking(mail="staff"), t)
    assert t("mask.unsought", left="; ".join(t("mask.words", text=one) for one in said)) in words
    assert t("mask.sign.unsought", kind=t("mask.kind.health")) in plots.view(Masking(mail="staff"), t)
    covered = (masking.Span(0, len(staff.text), "name"),)
    assert masking.unsought(staff.text, lang, covered) == []


def test_a_detail_left_in_part_counts_as_missed():
    case = masking.sample("de", "complaint")
    last = case.spans[-1]
    half = type(last)(last.start, last.end - 2, last.kind)
    assert masking.judged(case, case.spans)[-1] == (last, "found")
    assert (last, "missed") in masking.judged(case, (*case.spans[:-1], half))
    assert masking.pieces("ab", []) == (Piece("ab"),)


# ---- the words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_result_repeats_the_prediction_beside_what_was_found(lang):
    t = texts(lang)
    words = plots.describe(Masking(guess=3), t)
    found = sum(piece.state == "found" for piece in masking.result(Masking(), lang).pieces)
    assert t("mask.guessed", guess=3, found=found) in words
    assert plots.details(t) == 8  # as the question says
    assert t("mask.guess", value=0).count("8") == 1
    off = plots.describe(masking.switch(Masking(guess=3), "name"), t)
    assert t("mask.off", kinds=t("mask.kind.name")) in off


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    t, lines = texts(lang), chatbot.facts("mask", lang).split("\n")
    found = measured(lang)
    figures = [{int(n) for n in re.findall(r"\d+", line)} for line in lines]
    assert figures[0] == {found.texts, found.total.found, found.total.there}
    assert figures[2] == {found.leaky, found.personal}
    assert figures[4] == {0, 4}
    assert lines[3] == t("mask.fact_false", alarmed=found.alarmed, clean=found.clean)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_law_carries_its_date_and_is_no_advice(lang):
    words = plots.rules(texts(lang))
    assert "21" in words
    assert "2026" in words
    assert any(said in words for said in ("keine Rechtsberatung", "no legal advice"))


# ---- as the learner plays it


def test_the_mail_is_there_before_the_prediction_and_nothing_is_marked():
    app = chatbot.start("mask", "de")
    assert "K-10482" in page(app)
    assert "<mark" not in page(app)


def test_both_mails_with_marks_and_as_stored(app):
    t = app.texts
    signs = page(app)
    assert '<mark class="mask-found"><b>✓' in signs
    assert '<mark class="mask-missed"><b>✗' in signs
    pick(app, t("mask.view.stored"))
    assert f"[{t('mask.tag.phone')}]" in page(app)
    assert "<mark" not in app._view.value
    assert "0171 3920045" not in app._view.value
    pick(app, t("mask.mail.staff"))
    assert f"[{t('mask.tag.staff')}]" in app._view.value
    press(app, t("ui.undo"))
    assert app._choice.value == "complaint"


def test_a_kind_switched_off_is_left_in_the_text(app):
    t = app.texts
    pick(app, t("mask.view.stored"))
    press(app, t("mask.kind_on", kind=t("mask.kind.phone")))
    assert "0171 3920045" in app._view.value
    press(app, t("mask.kind_off", kind=t("mask.kind.phone")))
    assert "0171 3920045" not in app._view.value


def test_business_secrets_are_shown_not_hidden(app):
    t = app.texts
    press(app, t("mask.part.1"))
    for name in masking.SECRETS:
        press(app, t(f"mask.secret.{name}"))
        assert t("mask.typed_none") in told(app)
        assert t("mask.secret_missed") in told(app)
        assert "<mark" not in app._view.value
    send(app, "Petra Vogelsang, 0171 3920045")
    assert t("mask.typed_found", n=2) in told(app)
    assert t("mask.secret_missed") not in told(app)


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x>", "\x00\x1b\u202e", "🙂" * 200, "مرحبا", "x" * 100_000, "{a}", "Frau "],
)
def test_whatever_is_typed_is_shown_as_text(app, text):
    press(app, app.texts("mask.part.1"))
    app._field._text.value = text
    app._field._button.click()
    assert app.error is None
    assert app.state.typed == text[: masking.LIMIT]
    assert "<script" not in app._view.value
    assert "<img" not in app._view.value
    assert "\x00" not in app._view.value
    app._show_stored("stored")
    assert "<script" not in app._view.value
    assert app.error is None


def test_nothing_typed_is_said(app):
    press(app, app.texts("mask.part.1"))
    send(app, "  \n ")
    assert app.texts("common.empty") in told(app)
    assert app.state.typed == ""
    assert app._tooling.layout.display == "none"


def test_the_table_has_each_kind_and_their_sum(app):
    t = app.texts
    press(app, t("mask.part.2"))
    assert app._table.value.count("<tr") == len(KINDS) + 2
    total = measured(t.lang).total
    assert t("mask.cell_found", found=total.found, there=total.there, share=total.found / total.there) in told(app)
    press(app, t("mask.part.3"))
    assert t("mask.pseudonym") in told(app)
    assert app._words.value == ""


def test_reset_forgets_what_was_typed(app):
    press(app, app.texts("mask.part.1"))
    send(app, "Geheimer Text")
    press(app, app.texts("ui.reset"))
    fresh = chatbot.start("mask", app.texts.lang)
    assert app.state == fresh.state == Masking()
    assert page(app) == page(fresh)
    assert "Geheimer" not in page(app, hidden=True)


def test_each_part_can_be_opened_with_the_keyboard_order_kept(app):
    for part in (TYPED, MEASURED, NEVER, MAIL):
        press(
            app,
            next(b.description for b in app._parts._buttons if b.description.endswith(app.texts(f"mask.part.{part}"))),
        )
        assert app.state.part == part
        sound(app)
