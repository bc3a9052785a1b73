"""What can be read: columns by name or content, several wordings, merged cells, headings, lists that are no table."""

import gzip
import json
import time

import numpy as np
import pytest

from kitlib.chatbot.data.columns import recognised
from kitlib.chatbot.data.corpus import corpus
from kitlib.chatbot.data.faq import Entry
from kitlib.chatbot.data.intake import FaqError, load_faq
from kitlib.chatbot.data.template import as_csv
from kitlib.chatbot.data.wordings import wordings
from kitlib.ui import LANGUAGES

from ..recommender.tables import like_excel, workbook
from .faqs import SMALL, answered, codes, load, said, table, topics

EXPECTED = {"Was kostet der Versand?": "4,90 Euro", "Wann kommt die Ware?": "Morgen"}
TWO = [["Was kostet der Versand?", "4,90 Euro"], ["Wann kommt die Ware?", "Morgen"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850"])
def test_encodings(encoding):
    faq = load(SMALL.replace("Ware", "Öl für Größe ß"), encoding)
    assert faq.questions[1] == "Wann kommt die Öl für Größe ß?"
    assert codes(faq) == {}


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_separators_and_ends_of_lines(separator, newline):
    rows = [["Frage", "Antwort", "Thema"], *([*row, "x"] for row in TWO)]
    faq = load(table(rows, separator).replace("\r\n", newline))
    assert answered(faq) == EXPECTED
    assert faq.topics == ("x",)


HEADERS = [
    "Frage;Antwort;Thema;Quelle",
    "FRAGE;ANTWORT;KATEGORIE;BELEG",
    "Fragen;Antworten;Rubrik;Nachweis",
    "question;answer;category;source",
    "Question;Response;Topic;URL",
    "Kundenfrage;Standardantwort;Themengebiet;Dokument",
    "utterance;response;section;reference",
    "Frage_de;Antwort_de;Bereich;Link",
    "Häufige Fragen;Unsere Antwort;Gruppe;Fundstelle",
    "Frage (Kunde);Antwort (Chatbot);Themenfeld;Quellenangabe",
    "Q;A;Topic;Source",
    "Frage des Kunden;Antworttext;Abteilung;Webseite",
    "Titel;Antwort;Kategorie;Seite",
    "title;text;category;url",
]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_recognised_by_their_names_in_any_order(header):
    order = [2, 1, 3, 0]
    rows = [["Was kostet es?", "Nichts.", "Preise", "AGB 3"], ["Wann kommt es", "Morgen.", "Termine", "AGB 4"]]
    rows = [header.split(";"), *rows]
    faq = load(table([[row[i] for i in order] for row in rows]))
    assert faq.entries == (Entry("Nichts.", "Preise", "AGB 3"), Entry("Morgen.", "Termine", "AGB 4"))
    assert faq.questions == ("Was kostet es?", "Wann kommt es")
    assert codes(faq) == {}


@pytest.mark.parametrize("name", ["Nr.", "Antwortzeit", "Question ID", "Fragetyp", "Stand", "Frage-Nr", "a", ""])
def test_other_names_are_left_alone(name):
    assert recognised([name]) == {}


def test_several_columns_of_questions():
    faq = load("Frage 1;Frage 2;Alternative;Antwort\nWas?;Wieviel?;;a\nWo?;;Wohin?;b\n")
    assert faq.questions == ("Was?", "Wieviel?", "Wo?", "Wohin?")
    assert faq.owner.tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize("turned", [False, True])
def test_without_header_questions_ask_and_answers_are_longer(turned):
    rows = [["Was kostet das?", "Es kostet fünf Euro."], ["wann kommt es", "Es kommt morgen früh, per Post."]]
    faq = load(table([row[::-1] if turned else row for row in rows]))
    assert answered(faq) == dict(rows)
    (note,) = faq.problems
    assert (note.code, note.left_out) == ("guessed_columns", False)
    assert note.values == {"question": 1 + turned, "answer": 2 - turned}


def test_unknown_names_of_columns_are_no_question():
    rows = [["Nr", "Kundin fragt", "Wir sagen"], ["1", "Was kostet denn das?", "Das kostet fünf Euro im Monat, netto."]]
    rows += [["2", "Wo finde ich Sie?", "Im Gewerbegebiet, gleich links hinter dem Tor."]]
    faq = load(table(rows))
    assert list(answered(faq)) == ["Was kostet denn das?", "Wo finde ich Sie?"]
    assert codes(faq) == {"guessed_columns": 1}


def test_columns_nobody_recognises_are_named_as_the_file_names_them():
    with pytest.raises(FaqError) as error:
        load("Artikel;Preis\nA 1;3\nB 2;4\n")
    assert error.value.problem.values["found"] == "Artikel, Preis"
    said(error.value.problem)
    with pytest.raises(FaqError) as error:
        load("1;2\n3;4\n")
    assert error.value.problem.values["found"] == "1, 2"


def test_told_columns():
    text = "Anrede;Frage;Antwort\nWas?;x;a\nWo?;y;b\n"
    assert list(answered(load(text, columns={"question": "anrede"}))) == ["Was?", "Wo?"]
    with pytest.raises(FaqError) as error:
        load(text, columns={"answer": "Preis"})
    assert error.value.problem.code == "missing_column"
    said(error.value.problem)
    with pytest.raises(ValueError, match="price"):
        load(text, columns={"price": "Frage"})


@pytest.mark.parametrize("header", ["text,intent", "intent,utterance", "label;sentence", "tag;patterns", ""])
def test_intent_list(header):
    turned = header.startswith(("intent", "label", "tag"))
    rows = [["what is my balance", "balance"], ["how much is left", "balance"], ["stop my card", "block"]]
    rows = [row[::-1] if turned else row for row in [*rows, ["block it please now", "block"]]]
    rows = [header.replace(",", ";").split(";"), *rows] if header else rows
    faq = load(table(rows))
    assert faq.entries == (Entry("balance", "balance"), Entry("block", "block"))
    assert len(faq) == 4
    assert codes(faq)["labels"] == 1


def test_intent_beside_answers_is_the_topic():
    faq = load("intent;question;answer\nprice;What is it?;Five\ntime;When?;Now\n")
    assert faq.entries[0] == Entry("Five", "price")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Was?|Wie viel?", ["Was?", "Wie viel?"]),
        ("Was?\nWie viel?", ["Was?", "Wie viel?"]),
        ("- was kostet das\n- wie teuer ist das", ["was kostet das", "wie teuer ist das"]),
        ("1. Was?\n2) Wo?", ["Was?", "Wo?"]),
        ("Was? / Wo?", ["Was?", "Wo?"]),
        ("Was ist mit 24/7?", ["Was ist mit 24/7?"]),
        ("Guten Tag,\nich habe eine Frage.\nWas kostet das?", ["Guten Tag, ich habe eine Frage. Was kostet das?"]),
        ("Meine Ware ist da.\nWas nun?", ["Meine Ware ist da. Was nun?"]),
        ("?\n-\n", []),
    ],
)
def test_wordings_in_one_cell(cell, found):
    assert wordings(cell) == found


def test_an_empty_answer_below_a_filled_one_is_a_merged_cell():
    rows = [["Frage", "Antwort"], ["Was?", "a"], ["Wie?", ""], ["Wo?", "b"], ["Wohin?", ""]]
    for content in (table(rows), workbook(rows)):
        faq = load(content)
        assert answered(faq) == {"Was?": "a", "Wie?": "a", "Wo?": "b", "Wohin?": "b"}
        assert codes(faq) == {"filled_down": 2}


def test_merged_topics_and_a_new_topic_without_answer():
    rows = ["Thema;Frage;Antwort", "Preise;Was?;a", ";Wie?;b", "Orte;Wer?;", ";Wo?;", ";Wann?;c"]
    faq = load("\n".join(rows))
    assert answered(faq) == {"Was?": "a", "Wie?": "b", "Wann?": "c"}
    assert topics(faq) == {"a": "Preise", "b": "Preise", "c": "Orte"}
    assert codes(faq) == {"no_answer": 2}


def test_headings_between_the_questions_are_topics():
    faq = load("Frage;Antwort\nVersand;\nWas?;a\nWie?;b\nZahlung;\nWer?;c\n")
    assert topics(faq) == {"a": "Versand", "b": "Versand", "c": "Zahlung"}
    assert codes(faq) == {"headings": 2}


def test_questions_without_answers_and_answers_without_questions():
    faq = load("Frage;Antwort\nWarum?;\nWas?;a\nWie?;-\nWer?;\nWo?;b\n;c\nWann?;n/a\n;\n")
    assert answered(faq) == {"Was?": "a", "Wo?": "b"}
    assert codes(faq) == {"no_answer": 4, "no_question": 1}
    assert all(p.left_out for p in faq.problems)


def test_repeats_count_once_and_contradictions_stay():
    faq = load("Frage;Antwort\nWas?;a\nWas?;a\nwas ?;b\nWo?;b\n")
    assert faq.questions == ("Was?", "was ?", "Wo?")
    assert codes(faq) == {"duplicates": 1, "contradiction": 1}
    note = faq.problems[-1]
    assert not note.left_out
    assert (note.values["questions"], note.values["shown"]) == (("Was?",), "Was?")


def test_one_answer_is_one_entry_whatever_its_topic():
    faq = load("Frage;Antwort;Thema;Quelle\nWas?;a;;\nWie?;a;T;S\nWo?;b;U;\n")
    assert faq.entries == (Entry("a", "T", "S"), Entry("b", "U"))


def test_titles_above_merged_headers_and_headers_again_below():
    above = [["FAQ 2024", "", ""], ["", "", ""], ["Stand: 1.1.2025", "", ""], ["Kundenservice", "", "intern"]]
    rows = [*above, ["Frage", "Antwort", "Thema"], ["Was?", "a", "x"], ["Frage", "Antwort", "Thema"], ["Wo?", "b", "y"]]
    for content in (table(rows), workbook([[cell or None for cell in row] for row in rows]), like_excel(rows)):
        faq = load(content)
        assert answered(faq) == {"Was?": "a", "Wo?": "b"}
        assert codes(faq) == {"repeated_header": 1}


def test_sheets_are_topics():
    one, two = [["Frage", "Antwort"], ["Was?", "a"]], [["Frage", "Antwort"], ["Wo?", "b"]]
    faq = load(workbook(one, two, [["Deckblatt"], ["von Anna"]]))
    assert topics(faq) == {"a": "Sheet", "b": "Sheet1"}
    assert faq.problems[0].values == {"count": 3, "used": 2, "sheets": "Sheet, Sheet1"}


def test_workbook_with_numbers_and_line_breaks():
    faq = load(workbook([["Frage", "Antwort"], ["Was?\nWie viel?", 5.0], ["Wo?", "hier\nund dort"]]))
    assert answered(faq) == {"Was?": "5", "Wie viel?": "5", "Wo?": "hier\nund dort"}


LISTS = {
    "marked": "Frage: Was kostet\nder Versand?\nAntwort: 4,90 Euro\n\nFrage: Wann kommt die Ware?\nAntwort: Morgen\n",
    "Q and A": "Q1: Was kostet der Versand?\nA1: 4,90 Euro\nQ2: Wann kommt die Ware?\nA2: Morgen",
    "markdown": "# FAQ\n## Was kostet der Versand?\n4,90 Euro\n\n## Wann kommt die Ware?\nMorgen\n",
    "copied from a page": "Häufige Fragen\nWas kostet der Versand?\n4,90 Euro\nWann kommt die Ware?\nMorgen\n",
    "json records": json.dumps([{"question": q, "answer": a} for q, a in EXPECTED.items()]),
    "json in json": json.dumps({"faq": {"data": [{"frage": q, "antwort": a} for q, a in EXPECTED.items()]}}),
    "json pairs": json.dumps(EXPECTED),
    "json lines": "\n".join(json.dumps({"question": q, "answer": a}) for q, a in EXPECTED.items()),
    "intents": json.dumps(
        {"intents": [{"tag": a, "patterns": [q], "responses": [a, "x"]} for q, a in EXPECTED.items()]}
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_that_are_no_table(name):
    assert answered(load(LISTS[name])) == EXPECTED


def test_examples_of_chatbot_tools():
    markdown = "## intent:greet\n- hello [you](who)\n- hi\n\n## lookup:city\n- Bonn\n\n## intent:bye\n- see you\n"
    yaml = (
        'version: "3"\nnlu:\n- intent: greet\n  examples: |\n    - hello you\n    - hi\n- intent: bye\n  examples: |\n'
    )
    pairs = json.dumps(
        {
            "oos_test": [["x", "oos"], ["y", "oos"]],
            "train": [["hello you", "greet"], ["hi", "greet"], ["see you", "bye"]],
        }
    )
    for text in (markdown, yaml + "    - see you\n", pairs):
        assert answered(load(text)) == {"hello you": "greet", "hi": "greet", "see you": "bye"}


def test_paths_gzip_and_several_files(tmp_path):
    path = tmp_path / "FAQ.csv.gz"
    path.write_bytes(gzip.compress(SMALL.encode()))
    assert answered(load_faq(path)) == answered(load_faq(str(path))) == EXPECTED
    more = "Frage,Antwort\nWer sind Sie?,Wir\n"
    faq = load_faq([("a.csv", SMALL.encode()), ("b.csv", more.encode()), ("c.pdf", b"%PDF-1.7")])
    assert answered(faq) == EXPECTED | {"Wer sind Sie?": "Wir"}
    assert [(p.code, p.file) for p in faq.problems] == [("pdf", "c.pdf")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("packed", [False, True])
def test_the_shipped_faq_comes_back_as_it_was(lang, packed):
    shipped = corpus(lang).faq
    rows = [["question", "answer", "topic", "source"]]
    for question, owner in zip(shipped.questions, shipped.owner, strict=True):
        entry = shipped.entries[owner]
        rows.append([question, entry.answer, entry.topic, entry.source])
    faq = load(workbook(rows) if packed else as_csv(shipped, lang))
    assert faq.questions == shipped.questions
    assert faq.entries == shipped.entries
    np.testing.assert_array_equal(faq.owner, shipped.owner)
    assert not {p.code for p in faq.problems} - {"contradiction"}


def test_20_000_rows_take_seconds():
    rows = [[f"Was kostet Teil {i}?", f"Teil {i // 2} kostet {i}; mehr im Katalog.", "Preise"] for i in range(20_000)]
    content = table([["Frage", "Antwort", "Thema"], *rows]).encode()
    start = time.monotonic()
    faq = load(content)
    assert len(faq) == 20_000
    assert time.monotonic() - start < 10
