"""The checks of texts: the small lesson is in order, and each rule finds the one thing that breaks it."""

import check_texts
import pytest

LESSON_BREAKS = {
    # what: (old, new, key and language named, part of the message)
    "number changed": ("€1,200.50", "€1,200.05", "#intro [en]", "the number 1200.5 is in de, einfach"),
    "number in the wrong language": ("€1,200.50", "€1.200,50", "#intro [de]", "the number 1.2 is in en"),
    "number in words changed": ("12 parts", "eleven parts", "#intro [en]", "the number 12 is in"),
    "number left out": ("Das kostet 1.200,50 €.", "Das ist teuer.", "#intro [einfach]", "the number 1200.5"),
    "link changed": ("example.org/en/kosten", "example.org/en/cost", "#intro [en]", "links differ"),
    "link left out": ("[source](https://example.org/en/kosten)", "source", "#intro [en]", "links differ"),
    "link to nowhere": ("https://example.org/de/kosten", "../../kosten.md", "#intro [de]", "leads nowhere"),
    "heading left out": ("# # The case", "# The case", "#intro [en]", "headings differ"),
    "heading level": (
        "# # Der Fall\n#\n# Ein Fehler",
        "# ## Der Fall\n#\n# Ein Fehler",
        "#intro [einfach]",
        "headings differ",
    ),
    "list shorter": ("# - Then check", "#", "#intro [en]", "list items differ"),
    "list shorter in einfach": ("# - Prüfen Sie dann.", "#", "#intro [einfach]", "list items differ"),
    "table in one": (
        "# - Then check",
        "# - Then check\n#\n# | a | b |\n# |---|---|",
        "#intro [en]",
        "table rows and cells",
    ),
    "tag in one": ("# - Then check", "# - Then <b>check</b>", "#intro [en]", "HTML tags differ"),
    "image in one": ("# - Then check", "# - ![x](https://a.org/b.png)", "#intro [en]", "images differ"),
    "image from the internet": ("# - Then check", "# - ![x](https://a.org/b.png)", "#intro [en]", "is on the internet"),
    "image without words": ("# - Then check", "# - ![](https://a.org/b.png)", "#intro [en]", "no alternative text"),
    "not translated": (
        "# Let everybody estimate first.",
        "# Lassen Sie alle zuerst schätzen.",
        "#hint [en]",
        "same as de",
    ),
    "comment not translated": (
        "# en: Work out the cost of twelve parts",
        "# en: Kosten für zwölf Teile ausrechnen",
        "#cost [en]",
        "same as de",
    ),
    "header not translated": ("en: Checking parts", "en: Teile prüfen", "#header.title [en]", "same as de"),
    "goal left out": (
        "de: [Kosten abwägen]",
        "de: [Kosten abwägen, Fehler finden]",
        "#header.goals [en]",
        "list items differ",
    ),
    "too many words": (
        "# Let everybody estimate first.",
        f"# {'Many words. ' * 51}",
        "#hint [en]",
        "102 words, 100 at most",
    ),
    "information lost": (
        "# Lassen Sie alle zuerst schätzen.",
        f"# Lassen {'Sie ' * 20} schätzen.",
        "#hint [en]",
        "something is left out",
    ),
    "left in": ("# Let everybody", "# TODO let everybody", "#hint [en]", "'TODO': a placeholder"),
    "humanised": ("# Let everybody estimate first.", "# The model knows it.", "#hint [en]", "'The model knows'"),
    "promise in a comment": ("# de: Kosten für", "# de: Garantiert Kosten für", "#cost [de]", "promise nothing"),
    "long sentence": (
        "# Alle schätzen zuerst.",
        f"# Alle {'gut ' * 15} zuerst.",
        "#hint [einfach]",
        "a sentence of 17 words",
    ),
    "two thoughts": (
        "# Alle schätzen zuerst.",
        "# Alle schätzen, weil es hilft, wenn man rät.",
        "#hint [einfach]",
        "more than one thought",
    ),
    "long word": (
        "# Alle schätzen",
        "# Qualitätssicherungsabteilungen schätzen",
        "#hint [einfach]",
        "longer than 20 letters",
    ),
    "short form": ("# Alle schätzen zuerst.", "# Alle schätzen z. B. zuerst.", "#hint [einfach]", "'z. B.' in full"),
    "easy text hard": (
        "# Alle schätzen zuerst.",
        "# " + "Alle schätzen gut und ruhig und lang bis zum Ende mit Geduld. " * 20,
        " [einfach]",
        "words a sentence on average",
    ),
    "six lines": ('"Preis "', 'x = (\n    1\n)\nx\n"Preis "', "#cost", "6 lines with the comment"),
    "two jobs": ('"Preis "', 'a = 1\nb = a\n"Preis "', "#cost", "a cell has one job"),
    "no code": ('"Preis " + LANG + f": {12 * 3}"', "", "#cost", "no code"),
    "semicolon": ('"Preis "', 'a = 1; "Preis "', "#cost", "without semicolons"),
    "def": ("{12 * 3}", '{12 * 3}"\ndef f(): "', "#cost", "no FunctionDef"),
    "loop": ('"Preis "', 'for a in "b": a\n"Preis "', "#cost", "no For"),
    "lambda": ("{12 * 3}", "{(lambda: 3)()}", "#cost", "no Lambda"),
    "comprehension": ("{12 * 3}", "{[a for a in (3,)]}", "#cost", "no ListComp"),
    "import": ('"Preis "', 'import os\n"Preis "', "#cost", "no Import in a lesson"),
    "import from elsewhere": ('"Preis "', 'from kitlib.quality import train\n"Preis "', "#cost", "from kitlib import"),
    "open": ("{12 * 3}", "{open(3)}", "#cost", "no open()"),
    "path": ('"Preis "', '"data/preis"', "#cost", "no path or address in a lesson: 'data/preis'"),
    "file": ('"Preis "', '"preis.csv"', "#cost", "no path or address"),
    "address": ('"Preis "', '"https://example.org"', "#cost", "no path or address"),
    "fixed language": (" + LANG", ' + "de"', "#cost", "write LANG in place of 'de'"),
    "LANG set": ('"Preis "', 'LANG = "fr"\n"Preis "', "#cost", "do not set it"),
    "unknown name": ("{12 * 3}", "{12 * parts}", "#cost", "the name 'parts' comes from nowhere"),
    "nothing checked": (' tags=["nbval-check-output"]', "", "", "nothing proves what the lesson claims"),
    "shape": ('lang="en" tags=["trainer"]', 'lang="en"', "#hint", "need the same tags"),
}

TEXT_BREAKS = {
    "language missing": ("einfach = ", "simple = ", "#cost.total [einfach]", "the text is missing"),
    "empty": (
        'en = "The batch of {n:int} {n:part|parts} costs {cost:euro}."',
        'en = " "',
        "[en]",
        "the text is missing",
    ),
    "placeholder missing": (
        " costs {cost:euro}",
        " costs money",
        "[en]",
        "placeholders differ: de {cost:euro} {n:int}",
    ),
    "placeholder renamed": ("costs {cost:euro}", "costs {price:euro}", "[en]", "en {n:int} {price:euro}"),
    "other format": ("costs {cost:euro}", "costs {cost:euro2}", "[en]", "placeholders differ"),
    "format of one language": (
        "kostet {cost:euro}",
        "kostet {cost:.2f}",
        "[de]",
        "{cost:.2f} does not write as the language",
    ),
    "open brace": ("costs {cost:euro}", "costs {cost:euro", "[en]", "a placeholder cannot be read"),
    "a list": (
        'en = "The batch of {n:int} {n:part|parts} costs {cost:euro}."',
        'en = ["a"]',
        "[en]",
        "one text in quotation",
    ),
    "no TOML": ("[cost.total]", "[cost.total", "texts.toml", "cannot be read"),
}


def found(project) -> str:
    """What is wrong, apart from the review, which test_review.py looks at."""
    return "\n".join(str(f) for f in check_texts.check(project.root) if "not reviewed yet" not in f.message)


def test_the_small_lesson_is_in_order(project):
    assert found(project) == ""


@pytest.mark.parametrize(("old", "new", "place", "message"), LESSON_BREAKS.values(), ids=LESSON_BREAKS.keys())
def test_one_broken_thing_in_a_lesson_is_found_and_named(project, old, new, place, message):
    project.break_lesson(old, new)
    lines = [line for line in found(project).splitlines() if message in line]
    assert any(line.startswith(f"notebooks/src/01_try.py{place}: ") for line in lines)


@pytest.mark.parametrize(("old", "new", "place", "message"), TEXT_BREAKS.values(), ids=TEXT_BREAKS.keys())
def test_one_broken_thing_in_the_words_of_an_app_is_found_and_named(project, old, new, place, message):
    project.break_texts(old, new)
    lines = [line for line in found(project).splitlines() if message in line]
    assert any(line.startswith("kitlib/try/texts.toml") and place in line for line in lines)


def test_the_same_words_pass_when_listed_or_when_they_are_as_easy_as_words_can_be(project, tmp_path, monkeypatch):
    project.texts.write_text('[a]\nde = "Modell"\nen = "Modell"\neinfach = "Modell"\n', "utf-8")
    assert found(project).count("is the same as") == 2  # German and Einfache Sprache may share a short common word
    listed = tmp_path / "identical.txt"
    listed.write_text("# names\nModell\n", "utf-8")
    monkeypatch.setattr("text_rules.IDENTICAL", listed)
    assert found(project) == ""


def test_long_german_is_not_yet_einfache_sprache(project):
    same = "Die Wahrscheinlichkeitsverteilung stimmt"
    project.texts.write_text(f'[a]\nde = "{same}"\nen = "The distribution fits"\neinfach = "{same}"\n', "utf-8")
    assert "kitlib/try/texts.toml#a [einfach]: is the same as de" in found(project)


def test_words_for_one_and_many_differ_by_language_but_not_what_they_count(project):
    project.break_texts("{n:part|parts}", "{m:part|parts}")
    assert "[en]: placeholders differ" in found(project)


def test_tables_that_are_no_texts_are_left_alone(project):
    project.texts.write_text("[tool]\nname = 'x'\n[tool.sizes]\nwidth = 3\n", "utf-8")
    assert found(project) == ""


def test_a_demonstration_of_five_minutes_claims_nothing_and_needs_no_checked_cell(project):
    project.break_lesson(' tags=["nbval-check-output"]', "")
    project.break_lesson("minutes: 20", "minutes: 5")
    assert found(project) == ""
