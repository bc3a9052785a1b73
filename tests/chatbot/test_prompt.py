"""Asking well: the experiment without a screen, and what the lesson claims about it."""

import base64
import re
import time
from html import unescape

import ipywidgets as W
import pytest

from kitlib.chatbot.app import prompt as app_module
from kitlib.chatbot.app import texts
from kitlib.chatbot.data.corpus import corpus
from kitlib.chatbot.data.requests import BLOCKS, matters
from kitlib.chatbot.model import prompt as model
from kitlib.chatbot.model import prompt_builder as builder
from kitlib.chatbot.model import room
from kitlib.chatbot.model.prompt import BUILDER, NEVER, SWITCHES, THREE, VERSIONS, Prompt
from kitlib.chatbot.plots import prompt as plots
from kitlib.chatbot.plots import prompt_rules, prompt_sheet
from kitlib.ui import LANGUAGES

from ..quality.playing import commit, page, press, sound, tags, told, walk

EVIL = ["", "  ", "x" * 100_000, "🔩🔩", "Где мой заказ?", "配送はいつ", "<script>alert(1)</script>", "{n}"]
EVIL += ["\x00\x1b[31m\u202e"]


@pytest.fixture(params=LANGUAGES)
def app(request):
    return commit(app_module.App(texts(request.param)))


def part(app, number):
    press(app, app.texts(f"prompt.part.{number}"))
    return app


def plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


# ---- the requests


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_requests_are_fair(lang):
    """Valid entries without a second, outdated answer; no wording of the FAQ or of the later questions is copied."""
    found, seen = corpus(lang), {plain(text) for text in (*corpus(lang).faq.questions, *corpus(lang).asked)}
    assert len(matters(lang)) == 18
    assert len({matter.vague for matter in matters(lang)}) == 18
    for matter in matters(lang):
        number = found.ids.index(matter.entry)
        assert found.states[number] == "valid"
        assert number not in found.twin
        for text in (matter.vague, matter.task, matter.context, model.version(matter, "precise")):
            assert text.strip() == text != ""
            assert plain(text) not in seen


def test_simple_german_is_simple():
    for matter in matters("einfach"):
        for text in (matter.context, matter.task, matter.role, matter.form, matter.check, matter.before, matter.after):
            assert all(len(sentence.split()) <= 15 for sentence in re.split(r"[.!?]", text))
    assert sum(a.task != b.task for a, b in zip(matters("de"), matters("einfach"), strict=True)) > 12


# ---- what the lesson claims


@pytest.mark.parametrize("lang", LANGUAGES)
def test_precise_requests_find_more_and_decoration_costs_confidence(lang):
    vague, precise, overloaded = model.measured(lang)
    assert vague.right <= 7
    assert vague.wrong >= 9
    assert precise.right >= 15
    assert precise.right - vague.right >= 10
    assert overloaded.right < precise.right
    assert overloaded.handed > precise.handed
    assert overloaded.confidence < precise.confidence - 0.2
    assert vague.confidence > 0.45, "a vague request is not recognised by its confidence"
    assert all(c.right + c.wrong + c.handed == c.n == 18 for c in (vague, precise, overloaded))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_task_and_context_help_the_search_and_role_form_check_do_not(lang):
    gains = {block: model.gain(lang, block) for block in BLOCKS}
    assert min(gains["task"], gains["context"]) >= 20
    assert max(gains["role"], gains["form"], gains["check"]) <= 0
    without, with_it = model.effect(lang, "task")
    assert without.right + without.wrong + without.handed == pytest.approx(1)
    assert with_it.wrong < without.wrong


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_blocks_adds_up_and_the_gain_is_the_difference_of_what_it_shows(lang):
    t = texts(lang)
    cells = re.findall(r"(\d+)\s→\s(\d+)", plots.effects(t))
    said = plots.describe(Prompt(lang=lang, part=SWITCHES), t).replace("−", "-")
    for n, block in enumerate(BLOCKS):
        right, wrong, handed, _ = ((int(a), int(b)) for a, b in cells[4 * n : 4 * n + 4])
        assert [sum(side) for side in zip(right, wrong, handed, strict=True)] == [100, 100]
        assert t("prompt.gain", block=t(f"prompt.block.{block}"), n=f"{right[1] - right[0]:+d}") in said


def test_the_measure_fails_when_the_search_is_broken(monkeypatch):
    broken = room.bot("de").at(0)
    monkeypatch.setattr(model.room, "bot", lambda lang: broken)
    monkeypatch.setattr(model, "wanted", lambda lang: (0,) * 18)
    assert all(count.right <= 3 and count.handed == 0 for count in model.measured.__wrapped__("de"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_and_results_say_the_measured_numbers(lang):
    t = texts(lang)
    vague, precise, overloaded = model.measured(lang)
    lines = plots.facts(t).split("\n")
    for line, count in zip(lines, (vague, precise, overloaded), strict=False):
        for number in (count.right, count.wrong, count.handed):
            assert re.search(rf"\b{number}\b", line)
    said = plots.describe(Prompt(lang=lang, guess=13), t)
    assert re.search(r"\b13\b", said)
    assert re.search(rf"\b{vague.wrong}\b", said)
    assert said == plots.describe(Prompt(lang=lang, guess=13), t)
    switched = plots.describe(Prompt(lang=lang, guess=1, part=SWITCHES, blocks=frozenset({"task"})), t)
    assert f"+{model.gain(lang, 'task')}" in switched
    assert t("prompt.not_measured") in switched


# ---- states


def test_composed_keeps_the_order_and_needs_a_core():
    matter = matters("de")[0]
    assert model.composed(matter, frozenset()) == matter.vague
    assert model.composed(matter, frozenset({"context", "task"})) == model.version(matter, "precise")
    every = model.composed(matter, frozenset(BLOCKS))
    assert every == " ".join(getattr(matter, block) for block in BLOCKS)
    assert matter.vague in model.composed(matter, frozenset({"role", "check"}))


def test_transitions():
    state = model.send(Prompt(guess=3), "  Was kostet die Mahnung?  ")
    assert state.own.text == "Was kostet die Mahnung?"
    assert model.choose(state, 4).own is None
    assert model.send(state, " \n ") is state
    assert model.switch(model.switch(state, "role"), "role") == state
    assert model.write(state, ("x" * 9_999, "", "", "", "")).fields[0] == "x" * model.LIMIT
    for _ in range(9):
        state = model.sort(state, "in")
    assert len(state.picks) == 6
    hash(state)


def test_rank_and_verdict_belong_together():
    for n in range(18):
        for tried in model.three("de", n):
            assert tried.verdict in ("right", "wrong", "handed")
            assert (tried.rank == 1) or tried.verdict != "right"
            assert (tried.rank > 1) or tried.verdict != "wrong"


@pytest.mark.parametrize("text", EVIL)
def test_any_text_can_be_sent_and_written(text):
    t, state = texts("de"), model.send(Prompt(guess=3), text)
    state = model.write(state, (text,) * len(BLOCKS))
    for number in (THREE, SWITCHES, BUILDER, NEVER):
        plots.describe(model.go(state, number), t)
    for html in (plots.cards(state, t), prompt_sheet.sheet(state, t)):
        assert "<script" not in html
        assert "\x00" not in html
        assert "\u202e" not in html
        assert len(html) < 80_000


# ---- the builder


def test_remarks_are_computed_from_what_was_typed():
    def codes(*fields):
        return [remark.code for remark in builder.remarks(fields)]

    full = ("Kundenservice", "Es fehlen 3 Teile", "Schreiben Sie eine Antwort", "kurz", "Nichts ergänzen")
    assert codes(*full) == []
    assert codes("", "", "", "", " ") == []
    assert codes(*full[:4], "") == ["check"]
    assert codes(full[0], "Es fehlen Teile", *full[2:]) == ["figure"]
    (empty,) = builder.remarks(("", full[1], full[2], " ", full[4]))
    assert empty.items == ("role", "form")
    assert codes(full[0], "3 Teile " * 200, *full[2:]) == ["long"]
    (private,) = builder.remarks((full[0], "Petra Vogelsang, 0171 3920045, p@post.example, 3 Teile", *full[2:]))
    assert private.code == "private"
    assert set(private.items) == {"name", "phone", "email"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_have_all_blocks_and_no_personal_details(lang):
    t = texts(lang)
    for name in prompt_sheet.EXAMPLES:
        fields = prompt_sheet.example(name, t)
        assert builder.remarks(fields) == ()
        state = model.write(Prompt(lang=lang, guess=0, part=BUILDER), fields)
        assert t("prompt.remark.none") in plots.describe(state, t)


def in_file(app) -> str:
    return base64.b64decode(re.search(r'base64,([^"]+)"', page(app)).group(1)).decode()


def test_what_was_typed_is_saved_shown_and_cleared(app):
    t = app.texts
    part(app, BUILDER)
    press(app, t("prompt.load.minutes"))
    saved = in_file(app)
    for block in BLOCKS:
        assert t(f"prompt.example.minutes.{block}") in saved
        assert t(f"prompt.example.minutes.{block}") in told(app)
    assert f'download="{t("prompt.file")}"' in page(app)
    fields = [w for w in walk(app) if isinstance(w, W.Textarea)]
    fields[0].value = "<b>Petr"  # the page follows each change: nobody saves what was there before
    assert "<b>Petr\n" in in_file(app)
    fields[0].value = "<b>Petra Vogelsang</b>, p.vogelsang@post.example"
    sound(app)
    assert t("mask.kind.email") in told(app)
    assert "<b>Petra" not in page(app)
    assert "<b>Petra" in unescape(page(app))
    app.undo()
    assert fields[0].value == t("prompt.example.minutes.role")
    app.reset()
    part(commit(app), BUILDER)
    assert not any(w.value for w in walk(app) if isinstance(w, W.Textarea))
    assert "base64" not in page(app)
    assert "vogelsang" not in told(app).lower()


# ---- the screen


def test_three_versions_and_an_own_one(app):
    t = app.texts
    assert str(app.state.guess) in told(app)
    for name in VERSIONS:
        assert t(f"prompt.version.{name}") in told(app)
    menu = next(w for w in walk(app) if isinstance(w, W.Dropdown))
    menu.value = 9
    assert app.state.matter == 9
    assert matters(t.lang)[9].vague in told(app)
    press(app, t("prompt.put.precise"))
    press(app, t("prompt.send"))
    assert app.state.own.text == model.version(matters(t.lang)[9], "precise")
    assert app.state.own == model.three(t.lang, 9)[1]
    assert t("prompt.version.own") in told(app)
    app._sent(" ")
    assert t("common.empty") in told(app)
    app.undo()
    assert app.state.own is None
    app.undo()
    assert menu.value == 0
    sound(app)


def test_blocks_on_and_off(app):
    t = app.texts
    part(app, SWITCHES)
    assert t("prompt.on_none") in told(app)
    press(app, t("prompt.switch_off", block=t("prompt.block.task")))
    press(app, t("prompt.switch_off", block=t("prompt.block.context")))
    assert model.version(matters(t.lang)[0], "precise") in told(app)
    press(app, t("prompt.switch_on", block=t("prompt.block.task")))
    assert app.state.blocks == {"context"}
    assert "table" in tags(app)
    assert t("prompt.not_measured") in told(app)


def test_sorting_six_texts(app):
    t = app.texts
    part(app, NEVER)
    assert "21" in told(app)
    for n in range(6):
        press(app, t("prompt.place.never"))
        assert t(f"prompt.sort.{n}.why") in told(app)
    same = model.SORTED.count("never")
    assert t("prompt.sort_count", same=same, n=6) in told(app)
    assert t("prompt.place.never") not in [w.description for w in walk(app) if isinstance(w, W.Button)]
    app.undo()
    assert len(app.state.picks) == 5
    sound(app)


def test_each_thing_never_typed_in_has_a_way_out(app):
    part(app, NEVER)
    for n in range(prompt_rules.RULES):
        assert app.texts(f"prompt.never.{n}.what") in told(app)
        assert app.texts(f"prompt.never.{n}.instead") in told(app)


def test_an_update_is_quick(app):
    part(app, SWITCHES)
    began = time.process_time()
    for block in BLOCKS:
        press(app, app.texts("prompt.switch_off", block=app.texts(f"prompt.block.{block}")))
    assert (time.process_time() - began) / len(BLOCKS) < 0.1
