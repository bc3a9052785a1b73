"""Readability figures agree with textstat, and Einfache Sprache is measurably easier than German."""

import check_texts
import prose
import pytest
import readability

GERMAN = """In der Qualitätssicherung prüft eine Kamera am Ende der Fertigungslinie jeden einzelnen Flansch. Ein Modell
berechnet aus dem Bild die Wahrscheinlichkeit eines Fehlers und sortiert das Teil entsprechend ein. Der wirtschaftliche
Nutzen hängt vom Verhältnis zwischen übersehenen Fehlern und unnötigen Fehlalarmen ab."""
EASY = """Am Ende der Fertigung steht eine Kamera. Sie macht von jedem Teil ein Bild. Ein Modell rechnet mit dem Bild.
Danach sortiert das Modell die Teile. Ein übersehener Fehler kostet Geld. Auch ein falscher Alarm kostet Geld."""


@pytest.fixture(scope="module")
def textstat():
    import textstat

    german = type(textstat.textstat)()
    german.set_lang("de")
    return german


@pytest.mark.parametrize("text", [GERMAN, EASY])
def test_both_formulas_agree_with_textstat(textstat, text):
    ours = readability.figures(text)
    assert ours.wiener == pytest.approx(textstat.wiener_sachtextformel(text, 1), abs=1e-9)
    assert ours.flesch == pytest.approx(textstat.flesch_reading_ease(text), abs=1e-9)
    assert (ours.sentences, ours.words) == (textstat.sentence_count(text), textstat.lexicon_count(text))


def test_the_easy_text_is_easier_by_both_formulas_and_passes():
    german, easy = readability.figures(GERMAN * 7), readability.figures(EASY * 4)
    assert easy.wiener < german.wiener - 3
    assert easy.flesch > german.flesch + 20
    assert list(readability.not_easier(GERMAN * 7, EASY * 4)) == []
    assert list(readability.not_easy(EASY)) == []


def test_a_text_no_easier_than_the_german_is_found():
    assert any("Wiener" in message for message in readability.not_easier(EASY * 4, EASY * 4))
    assert any("words a sentence" in message for message in readability.not_easier(GERMAN, GERMAN))


def test_headings_and_labels_do_not_make_a_text_look_easy():
    assert readability.figures("# Kosten\n\n- Schwelle\n- Alarm\n\nDas kostet Geld.").sentences == 1
    assert readability.figures("# Kosten") is None


def test_abbreviations_dates_and_numbers_do_not_end_a_sentence():
    text = "Am 3. Mai kosten z. B. 1.200 Teile ca. 3,5 Mio. mehr. Gut so!"
    assert [len(prose.words(s)) for s in prose.sentences(text)] == [12, 2]
    assert len(prose.sentences("Es sind 12. Die Maschine steht.")) == 2
    assert prose.sentences("Die Regel: Erst raten.\n\n- Dann **prüfen**") == [
        "Die Regel:",
        "Erst raten.",
        "Dann prüfen",
    ]


@pytest.mark.parametrize(
    ("lang", "text", "meant"),
    [
        ("de", "Am 21.11.2026 kosten 12 Teile 1.200,50 €.", {"21", "11", "2026", "12", "1200.5"}),
        ("en", "On 21 November 2026, 12 parts cost €1,200.50.", {"21", "11", "2026", "12", "1200.5"}),
        ("einfach", "38 von 100 Teilen kosten 1\u202f000\u00a0€.", {"38", "1000"}),
        ("en", "38% of the parts, both of them, cost a thousand.", {"38", "2", "1000"}),
        ("de", "Beide Hälften, dreimal, zum zwölften Mal, `x = 7`, {n:int}", {"2", "50", "3", "12"}),
        ("de", "1. Erstens\n2. Zweitens", set()),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(lang, text, meant):
    found = prose.numbers(text, lang)[2]
    assert meant <= found
    assert found - meant <= {"0", "1"}


def test_the_report_puts_both_texts_side_by_side(project, capsys):
    assert check_texts.main(["--report"], project.root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines if line.startswith("notebooks")] == [
        ["notebooks/src/01_try.py", "de"],
        ["notebooks/src/01_try.py", "einfach"],
    ]
