"""Files that are broken, huge, something else or meant badly: a plain sentence, no traceback, no waiting."""

import gzip
import io
import json
import time
import zipfile

import numpy as np
import pytest

from kitlib.chatbot.data.intake import FaqError, load_faq
from kitlib.tables import tabular
from kitlib.tables import workbook as workbook_module

from ..recommender.tables import like_excel, repacked, workbook
from .faqs import SMALL, answered, codes, load, said

TABLE = [
    ["Frage", "Antwort", "Thema"],
    *([f"Was kostet Teil {i}?", f"Teil {i} kostet {i} Euro.", "x"] for i in range(20)),
]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def refused(content, filename="faq.csv") -> FaqError:
    """The error, said in each language, and within a few seconds."""
    start = time.monotonic()
    with pytest.raises(FaqError) as error:
        load(content, filename=filename)
    assert time.monotonic() - start < 10
    for problem in (error.value.problem, *error.value.problems):
        said(problem)
    return error.value


HOSTILE = {
    "nothing": (b"", "empty_file"),
    "blanks": (b" \r\n\t\n  ", "empty_file"),
    "mark only": (b"\xef\xbb\xbf", "empty_file"),
    "zeros": (bytes(5000), "empty_file"),
    "empty gzip": (gzip.compress(b""), "empty_file"),
    "only separators": (b";;;\n;;;\n", "empty_file"),
    "header only": (b"Frage;Antwort;Thema\n", "only_header"),
    "header and nothing": ("Frage;Antwort\n;\n;\n", "only_header"),
    "one row": ("Frage;Antwort\nWas kostet es?;Nichts\n", "one_entry"),
    "one row without header": ("Was kostet das?;Es kostet nichts.\n", "one_entry"),
    "one answer": ("Frage;Antwort\nWas?;a\nWie?;a\nWo?;\n", "one_entry"),
    "no answers": ("Frage;Antwort\nWas?;\nWie?;\n", "no_rows"),
    "no questions": ("Frage;Antwort\n;a\n;b\n", "no_rows"),
    "only questions": ("Frage\nWas kostet es?\nWann kommt es?\n", "one_column"),
    "a letter": ("Guten Tag\n\nanbei die Liste\n", "one_column"),
    "numbers": ("Region;Umsatz\n1;1\n2;2\n", "missing_column"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not_table"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\n", "pdf"),
    "rtf": (b"{\\rtf1\\ansi Frage}", "word"),
    "docx": (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "word"),
    "noise": (np.random.default_rng(1).bytes(50_000), "not_table"),
    "json of something else": (b'{"a": {"b": [1, 2, {"c": null}]}}', "not_table"),
    "broken json": (b'[{"question": "Was', "not_table"),
    "deep json": (b"[" * 200_000, "one_column"),
    "web page": (b"<!DOCTYPE html><html><table><tr><td>Frage</td></tr></table>", "html_table"),
    "xls": (OLE, "old_excel"),
    "with password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "ods": (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "old_excel"),
    "zip": (zipped({"faq.csv": SMALL.encode()}), "archive"),
    "cut gzip": (gzip.compress(SMALL.encode() * 99)[:60], "damaged"),
    "cut workbook": (workbook(TABLE)[:-300], "damaged"),
    "cut workbook of Excel": (like_excel(TABLE)[:-300], "damaged"),
    "workbook of nothing": (workbook([]), "empty_file"),
    "workbook with header": (workbook([["Frage", "Antwort"]]), "only_header"),
    "10,000 columns": (",".join(f"Spalte {i}" for i in range(10_000)) + "\nA,B\n", "too_many_columns"),
    "a line without end": (b"a" * 3_000_000, "one_column"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_with_its_reason(name):
    content, code = HOSTILE[name]
    assert refused(content).problem.code == code


def test_paths_that_are_no_files(tmp_path):
    for name, code in (("missing.csv", "no_file"), ("", "unreadable")):
        with pytest.raises(FaqError) as error:
            load_faq(tmp_path / name)
        assert error.value.problem.code == code
        said(error.value.problem)
    with pytest.raises(FaqError) as error:
        load_faq([])
    assert error.value.problem.code == "empty_file"


def test_reasons_are_told_with_the_refusal():
    error = refused("Frage;Antwort\n;a\n;b\n")
    assert [(p.code, p.values) for p in error.problems] == [("no_question", {"count": 2, "rows": (2, 3)})]
    with pytest.raises(FaqError) as error:
        load_faq([("a.pdf", b"%PDF"), ("b.csv", b"")])
    assert error.value.problem.code == "pdf"
    assert [p.code for p in error.value.problems] == ["empty_file"]


def test_bombs(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(tabular, "FILE_BYTES", 2**20)
        assert refused(gzip.compress(bytes(2**24))).problem.code == "file_too_big"
    with monkeypatch.context() as patch:
        patch.setattr(workbook_module, "FILE_BYTES", 2**20)
        content = repacked(workbook(TABLE), "sheet1.xml", lambda _: SHEET + b" " * 2**22)
        assert refused(content).problem.code == "zip_bomb"
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    content = repacked(like_excel(TABLE), "sharedStrings.xml", lambda old: laughs + old)
    assert refused(content).problem.code == "zip_bomb"


@pytest.mark.parametrize(
    "text", ["x", "a ", "Was? ", "a|", "<b", "=A1+", "\n", "? / ", "- ", "[a](b)", "1. ", "…\u200b"]
)
def test_cells_of_100_000_characters_are_cut_and_said(text):
    start = time.monotonic()
    rows = [["Frage", "Antwort"], ["Was?" + text * 100_000, "a" + text * 100_000], ["Wo?", "b"], ["Wer?", "c"]]
    out = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    faq = load(out)
    assert time.monotonic() - start < 5
    assert len(faq.entries) == 3
    assert max(map(len, faq.questions)) <= 1_000
    assert max(len(entry.answer) for entry in faq.entries) <= 10_000
    if text in ("x", "a ", "<b"):
        assert codes(faq)["long_cells"] == 2


def test_rows_with_too_many_cells_are_not_guessed_at():
    faq = load("Frage,Antwort\nWas?,ja\nWie?,so, oder so\nWo?,\nWer?,du\n")
    assert answered(faq) == {"Was?": "ja", "Wer?": "du"}
    assert codes(faq) == {"broken_rows": 1, "no_answer": 1}


def test_a_quotation_mark_that_is_never_closed():
    lines = [f"Was kostet Teil {i}?;Es kostet {i} Euro" for i in range(300)]
    lines[200] = 'Was kostet ein Rohr?;"Rohr 12 Zoll'
    assert len(load("\n".join(["Frage;Antwort", *lines]))) == 300


def test_formulas_and_html_stay_text():
    faq = load("Frage;Antwort\n=cmd(' /C calc');<script>alert(1)</script>\nWo?;=1+1\nWer?;- kein Problem\n")
    assert answered(faq)["=cmd(' /C calc')"] == "<script>alert(1)</script>"
    assert codes(faq) == {"formula": 2, "html": 1}
    assert not any(p.left_out for p in faq.problems)


def test_signs_that_turn_the_line_round_or_cannot_be_printed():
    faq = load("Frage;Antwort\nWas\u202e ist\x07 d\u200bas?;\ufeffa\x1b\nUmla\u0308ut?;👩\u200d🔧\n")
    assert answered(faq) == {"Was ist das?": "a", "Umläut?": "👩\u200d🔧"}


def test_damaged_letters():
    text = "Frage;Antwort\n" + "".join(f"Frage für Teil {i}?;Grün {i}\n" for i in range(20))
    faq = load(text.encode().replace("Grün 7".encode(), b"\xff\xfen"))
    assert codes(faq) == {"odd_letters": 2}


def test_mutated_files_never_crash():
    """Cut, flip, repeat and overwrite bytes of valid files: anything may come out, except another exception."""
    rng = np.random.default_rng(2026)
    text = "\n".join(";".join(row) for row in TABLE)
    marked = "\n".join(f"Frage: {row[0]}\nAntwort: {row[1]}" for row in TABLE[1:])
    rasa = "\n".join(f"## intent:i{i}\n- {row[0]}" for i, row in enumerate(TABLE[1:]))
    records = json.dumps([dict(zip(TABLE[0], row, strict=True)) for row in TABLE[1:]])
    texts = [text, marked, rasa, records, json.dumps({"train": [row[:2] for row in TABLE]})]
    originals = [*map(str.encode, texts), text.encode("utf-16"), gzip.compress(text.encode()), like_excel(TABLE)]
    outcomes = set()
    for turn in range(400):
        content = bytearray(originals[turn % len(originals)])
        for _ in range(rng.integers(1, 8)):
            place = int(rng.integers(0, len(content)))
            match rng.integers(4):
                case 0:
                    content[place : place + 1] = rng.bytes(1)
                case 1:
                    signs = [b'"', b"\xff\xff", b"\0", b"\r", b";;;", b"=", b"<", b"|", b"\n", b"{", b"],["]
                    content[place : place + 4] = signs[rng.integers(len(signs))]
                case 2:
                    del content[place : place + int(rng.integers(1, 50))]
                case 3:
                    content[place:place] = content[: int(rng.integers(1, 50))]
        try:
            outcomes |= {p.code for p in load(bytes(content)).problems} | {"used"}
        except FaqError as error:
            outcomes.add(error.problem.code)
            for problem in (error.problem, *error.problems):
                said(problem)
    assert {"used", "damaged", "broken_rows"} <= outcomes


def test_random_rows_never_crash():
    """Cells of everything that could be one, in tables of any shape."""
    rng = np.random.default_rng(7)
    cells = [
        "",
        "Frage",
        "Antwort",
        "Thema",
        "Was?",
        "a",
        "-",
        "intent",
        "text",
        "x" * 300,
        "=1",
        "<b>",
        "|",
        "?",
        "1",
        "é\n?",
    ]
    for turn in range(400):
        width, height = rng.integers(1, 6), rng.integers(1, 8)
        rows = [[str(rng.choice(cells)) for _ in range(width)] for _ in range(height)]
        try:
            load(workbook(rows) if turn % 8 == 0 else "\n".join(";".join(f'"{c}"' for c in row) for row in rows))
        except FaqError as error:
            for problem in (error.problem, *error.problems):
                said(problem)
