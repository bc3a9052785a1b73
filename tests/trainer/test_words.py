"""Words that stand in two places are the same there, and what a run sheet asks for is in its material."""

import re

import pytest

from kitlib.lessons.book import Book
from kitlib.trainer import source
from kitlib.ui import LANGUAGES

SHEETS = source.sheets()
READMES = {"de": "README.md", "en": "README.en.md"}
ASKED = {
    "Schrauben und Muttern": "things",
    "farbiges Blatt": "colour",
    "Notfallkarte zu": "cards-emergency",
    "Karten „Texte würfeln“": "cards-text",
    "Kundenkarten": "cards-shop",
    "Fragekarten": "cards-faq",
    "öffentliche FAQ": "faq",
    "eigene Tabelle mitbringt": "table",
    "Beamer": "projector",
    r"auf Zettel|[Aa]ufschreiben|schreibt|ausfüllen": "pens",
}
"""What a run sheet says: the material that is needed for it."""


@pytest.fixture(scope="module")
def lessons():
    """{language: titles of the lessons by number, "01a"}."""
    return {lang: {one.id.partition("-")[0]: one.title for one in Book().lessons(lang)} for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_run_sheets_and_lessons_have_the_same_titles(lessons, lang):
    assert {one.number: one.title[lang] for one in SHEETS} == lessons[lang]


@pytest.mark.parametrize("lang", READMES)
def test_the_readme_calls_lessons_by_their_titles(lessons, lang):
    text = (source.ROOT / READMES[lang]).read_text("utf-8")
    named = re.findall(r"^\| (.+?) \| \d+ (?:Minuten|minutes) \|", text, re.MULTILINE)
    assert named == list(lessons[lang].values())


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.id)
def test_what_a_run_sheet_asks_for_is_in_its_material(one):
    text = "\n".join(section.body["de"] for section in one.sections)
    missing = {key for words, key in ASKED.items() if re.search(words, text)} - set(one.material)
    assert not missing


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_trainer_asks_about_your_company_and_means_that_of_the_group(lang):
    """docs/language.md: who speaks to people says "bei Ihnen"; only what people ask themselves says "bei uns"."""
    ours = re.compile(r"\b(bei uns|in our company|unser\w*|our)\b")
    for one in SHEETS:
        for section in one.sections:
            said = [line for line in section.body[lang].splitlines() if not line.startswith("|")]  # quoted in tables
            assert not ours.search("\n".join([section.title[lang], *said])), f"{one.id}#{section.id}"
