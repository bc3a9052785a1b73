"""Notes on a file name the rows as Excel numbers them, empty rows and a title above the header included."""

import pytest

from kitlib.chatbot.app import texts
from kitlib.chatbot.data.intake import load_faq
from kitlib.chatbot.plots import own as plots
from kitlib.ui import LANGUAGES

from ..recommender.tables import like_excel, workbook
from .faqs import table

ROWS = [
    ["Unsere FAQ", ""],
    ["", ""],
    ["Frage", "Antwort"],
    ["Was kostet der Versand?", "4,90 Euro"],
    ["", ""],
    ["Wann kommt die Ware?", "-"],
    ["Wo sind Sie?", "Hinter dem Tor."],
    ["", "Das fragt niemand."],
    ["", ""],
    ["Wo sind Sie?", "Am Bahnhof."],
    ["Frage", "Antwort"],
    ["Was kostet der Versand?", "4,90 Euro"],
    ["Wie geht das?", "=1+1"],
    ["Und wie lange dauert das?", ""],
]
EXPECTED = {
    "no_answer": (6,),
    "no_question": (8,),
    "repeated_header": (11,),
    "duplicates": (12,),
    "formula": (13,),
    "filled_down": (14,),
    "contradiction": (7, 10),
}


def as_csv(rows):
    """With lines that are quite empty, as many programs write them."""
    return "\r\n".join(";".join(row) if any(row) else "" for row in rows).encode("utf-8-sig")


def named(faq):
    return {one.code: one.values["rows"] for one in faq.problems if any(one.values.get("rows", ()))}


FILES = {
    "with empty lines": as_csv(ROWS),
    "Excel": like_excel([row if any(row) else [] for row in ROWS]),
    "with separators": table(ROWS).encode(),
}
FILES["its separator told"] = b"sep=;\r\n" + as_csv(ROWS)[3:]


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_rows_are_numbered_as_excel_shows_them(content):
    assert named(load_faq(content)) == EXPECTED


def test_an_answer_over_several_lines_is_one_row():
    faq = load_faq(b'Frage;Antwort\nWas?;"a\n\nb"\nWo?;-\nWer?;c\n')
    assert named(faq) == {"no_answer": (3,)}


def test_a_row_with_too_many_cells_far_down_keeps_its_number():
    lines = [f"Was gilt bei {n}?;Es gilt {n}." for n in range(150)]
    lines[140] = "Was gilt;nun;bei 140?;Nichts."
    assert named(load_faq("\n".join(["Frage;Antwort", *lines]).encode())) == {"broken_rows": (142,)}


def test_where_a_number_would_not_say_which_row_there_is_none():
    two = workbook(ROWS, [["Frage", "Antwort"], ["Was?", "-"], ["Wer?", "Wir."]])
    assert named(load_faq(two)) == {}
    several = load_faq([("a.csv", as_csv(ROWS[:9])), ("b.csv", as_csv([ROWS[2], *ROWS[9:]]))])
    assert "contradiction" not in named(several)
    listed = b"Frage: Was kostet es?\nAntwort: Nichts.\nFrage: Wo?\nAntwort: -\nFrage: Wer?\nAntwort: Wir.\n"
    faq = load_faq(listed)
    assert faq.problems and named(faq) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_names_the_first_rows(lang):
    t = texts(lang)
    many = [["Frage", "Antwort"], *([f"Was gilt bei {n}?", "-"] for n in range(30)), *ROWS[3:8]]
    shown = plots.problems(load_faq(table(many).encode()).problems, t)
    first = ", ".join(map(str, range(2, 2 + plots.ROWS))) + " …"
    assert t("own.rows", n=31, rows=first) in shown
    assert t("own.rows", n=1, rows="36") in shown
