"""What the trainer has beside each slide: only the measured facts this slide needs, short enough to read while talking.

The facts come from the built lessons, where they are held by a test of their own: measuring them takes minutes.
"""

import importlib
import json
import re

import pytest
import samples

from kitlib import chatbot, quality, recommender, ui
from kitlib.trainer import pages, source
from kitlib.trainer.source import ROOT, SourceError
from kitlib.ui import LANGUAGES

MOST_WORDS = {"de": 150, "en": 150, "einfach": 170}
"""The sentences of Einfache Sprache are shorter and more; they have as much to say."""
FACTS_CELL = re.compile(r'(quality|recommender|chatbot)\.facts\("(\w+)"')
DECKS = source.decks()
SECTIONS = {f"{deck.id}#{section.id}": section for deck in DECKS for section in deck.sections}


def built_facts(lang: str) -> dict[tuple[str, str], str]:
    """(demo, step) -> what the built lessons show as measured."""
    found = {}
    for path in (ROOT / "notebooks" / lang).glob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "code" and (call := FACTS_CELL.search("".join(cell["source"]))):
                found[call.groups()] = "".join(cell["outputs"][0]["data"]["text/plain"])
    return found


@pytest.fixture(params=LANGUAGES)
def measured(request, monkeypatch):
    """The language whose facts the demos now give, without measuring."""
    known = built_facts(request.param)
    for demo in ("quality", "recommender", "chatbot"):
        module = importlib.import_module(f"kitlib.{demo}")
        monkeypatch.setattr(module, "facts", lambda step, lang, demo=demo: ui.Words(known[demo, step]))
    return request.param


def test_notes_of_every_slide_are_short_and_show_no_placeholder(measured):
    said = {where: pages.spoken(section, measured) for where, section in SECTIONS.items()}
    long = {where: len(words.split()) for where, words in said.items()}
    assert {where: n for where, n in long.items() if n > MOST_WORDS[measured]} == {}
    assert not [where for where, words in said.items() if "{facts" in words]
    assert all(said.values()), "a slide without notes"


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)
def test_the_last_slide_says_where_to_go_on(deck):
    last = deck.sections[-1].notes
    lessons = {lang: set(re.findall(r"\b0\d[a-e]\b", last[lang])) for lang in LANGUAGES}
    words = {"de": "Glossar", "en": "glossary", "einfach": "Glossar"}
    assert all(lessons[lang] or words[lang] in last[lang] for lang in LANGUAGES)
    assert lessons["de"] == lessons["en"] == lessons["einfach"]


def test_the_lessons_hold_what_the_notes_show():
    shown = {found.group("demo", "step") for s in SECTIONS.values() for found in source.FACTS.finditer(s.notes["de"])}
    claimed = {
        (demo.__name__.rpartition(".")[2], step) for demo in (quality, recommender, chatbot) for step in demo.CLAIMS
    }
    assert shown <= claimed == set(built_facts("de"))


def noted(folder, facts):
    return samples.deck(folder, ("one", f"Text\n\n::: notes\n{facts}\n:::")).sections[0]


@pytest.fixture
def three(monkeypatch):
    monkeypatch.setattr(quality, "facts", lambda step, lang: ui.Words("eins\nzwei\ndrei"))


@pytest.mark.parametrize(
    ("lines", "shown"), [("", "- eins\n- zwei\n- drei"), (" 3,1 of 3", "- drei\n- eins"), (" 2 of 3", "- zwei")]
)
def test_only_the_lines_a_slide_needs(tmp_path, three, lines, shown):
    assert pages.spoken(noted(tmp_path, f"{{facts:quality.learn{lines}}}"), "de") == shown


@pytest.mark.parametrize("lines", ["1 of 2", "1 of 4", "4 of 3", "0 of 3"])
def test_one_fact_more_or_less_is_noticed(tmp_path, three, lines):
    with pytest.raises(ValueError, match="there are 3 facts by now"):
        pages.spoken(noted(tmp_path, f"{{facts:quality.learn {lines}}}"), "de")


@pytest.mark.parametrize("facts", ["{facts:quality.learn 1}", "see {facts:quality.learn}", "{facts:quality}"])
def test_facts_that_would_be_shown_as_they_are_written(tmp_path, facts):
    with pytest.raises(SourceError, match="facts stand alone on a line"):
        noted(tmp_path, facts)


def test_the_same_facts_in_each_language(tmp_path):
    path = samples.deck(tmp_path, ("one", "Text\n\n::: notes\n{facts:quality.learn 1 of 3}\n:::")).path
    path.write_text(path.read_text("utf-8").replace("1 of 3", "2 of 3", 1), "utf-8")
    with pytest.raises(SourceError, match="#one: the notes show other facts in one language"):
        source.read(path)
