"""The format of decks and run sheets: what it reads, and what it says when something is not as it should be."""

import pytest

from kitlib.trainer.source import SourceError, decks, read, sheets
from kitlib.ui import LANGUAGES

HEAD = """---
title: {de: Titel, en: Title, einfach: Der Titel}
summary: {de: Worum es geht, en: What it is about, einfach: Darum geht es}
material: [pens, handout]
---
"""
GOOD = """
# Eins {#one lang=de minutes=4 .check}

A) ja

::: notes
Fragen: ja?
:::

# One {#one lang=en}

A) yes

::: notes
Ask: yes?
:::

# Eins {#one lang=einfach}

A) ja

# Zwei {#two lang=de}

Text

# Two {#two lang=en}

Text

# Zwei {#two lang=einfach}

Text
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "1_sample.md"
        path.write_text(text, "utf-8")
        return path

    return write


def test_sections_titles_notes_minutes(written):
    source = read(written(HEAD + GOOD))
    one, two = source.sections
    assert (source.id, source.minutes, source.material) == ("1_sample", 4, ("pens", "handout"))
    assert one.title == {"de": "Eins", "en": "One", "einfach": "Eins"}
    assert one.body["en"] == "A) yes" and one.notes == {"de": "Fragen: ja?", "en": "Ask: yes?", "einfach": ""}
    assert (one.minutes, one.check, two.minutes, two.check) == (4, True, 0, False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: {de: Titel, en: Title", "title: {de: Titel", "needs 'title' in de, en, einfach"),
        ("material: [", "material: [[", "YAML header cannot be read"),
        ("---\ntitle", "title", "begin the file with a YAML header"),
        ("# One {#one lang=en}", "# One {#one lang=fr}", "#one: needs lang=de, en, einfach side by side, has de, fr"),
        ("# One {#one lang=en}", "# One", "a heading looks like"),
        ("# One {#one lang=en}", "# One {#one lang=en minutes=3}", "in the German heading only"),
        ("minutes=4 .check", "minutes=4 .vote", "unknown in the heading: .vote"),
        ("{#two ", "{#one ", "needs lang=de, en, einfach side by side"),
        ("\n# Eins {#one lang=de", "\nHallo\n\n# Eins {#one lang=de", "text before the first heading"),
    ],
)
def test_what_is_wrong_is_named(written, old, new, said):
    text = HEAD + GOOD
    assert old in text
    with pytest.raises(SourceError, match=r"1_sample\.md") as found:
        read(written(text.replace(old, new)))
    assert said in str(found.value)


def test_a_section_in_two_places_and_none_at_all(written):
    twice = GOOD + GOOD.partition("# Zwei")[0]
    with pytest.raises(SourceError, match="#one: stands in two places"):
        read(written(HEAD + twice))
    with pytest.raises(SourceError, match="has no section"):
        read(written(HEAD))


def test_a_heading_inside_a_code_block_is_text(written):
    text = GOOD.replace("\nText\n", "\n```\n# kein Titel\n```\n", 1)
    assert "# kein Titel" in read(written(HEAD + text)).sections[1].body["de"]


@pytest.mark.parametrize("source", [*decks(), *sheets()], ids=lambda source: source.id)
def test_shipped_decks_and_sheets_are_whole(source):
    assert source.minutes and any(section.check for section in source.sections)
    assert all(section.body[lang] for section in source.sections for lang in LANGUAGES)
