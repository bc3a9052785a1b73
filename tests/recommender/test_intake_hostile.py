"""Files that are broken, huge, something else or meant badly: a plain sentence, no traceback, no waiting."""

import gzip
import io
import os
import time
import zipfile

import numpy as np
import pytest
from PIL import Image

from kitlib.recommender.data.intake import load_purchases
from kitlib.recommender.data.purchases import PurchasesError
from kitlib.tables import tabular, textfile
from kitlib.tables import workbook as workbook_module

from .tables import SMALL, codes, like_excel, load, repacked, rows, said, workbook

TABLE = [["Kunde", "Artikel", "Datum"], *rows(20)]


def picture(kind="PNG") -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (40, 60, 3), np.uint8)).save(out, kind)
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def refused(content: bytes | str, filename="Käufe.csv", **options) -> PurchasesError:
    """The error, said in each language, and within a few seconds."""
    start = time.monotonic()
    with pytest.raises(PurchasesError) as error:
        load(content, filename=filename, **options)
    assert time.monotonic() - start < 10
    for problem in (error.value.problem, *error.value.problems):
        said(problem)
    return error.value


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
HOSTILE = {
    "nothing": (b"", "empty_file"),
    "blanks": (b" \r\n\t\n  ", "empty_file"),
    "mark only": (b"\xef\xbb\xbf", "empty_file"),
    "zeros": (bytes(5000), "empty_file"),
    "empty gzip": (gzip.compress(b""), "empty_file"),
    "only separators": (b";;;\n;;;\n", "empty_file"),
    "header only": (b"Kunde;Artikel;Datum\n", "only_header"),
    "header and nothing": ("Kunde;Artikel;Datum\n;;\n;;\n", "no_rows"),
    "returns only": ("Kunde;Artikel;Menge\nA;Tee;-1\nB;Tee;0\n", "no_rows"),
    "one customer": ("Kunde;Artikel\nA;Tee\nA;Kanne\n", "one_customer"),
    "one article": ("Kunde;Artikel\nA;Tee\nB;Tee\n", "one_item"),
    "one column": ("Kunde\nAnna\nBen\n", "one_column"),
    "a letter": ("Guten Tag\n\nanbei die Liste\n", "one_column"),
    "wrong separator": ("Kunde^Artikel\nA^Tee\nB^Tee\n", "one_column"),
    "other columns": ("Region;Umsatz\nNord;1\nSüd;2\n", "missing_column"),
    "picture": (picture(), "not_table"),
    "photo": (picture("JPEG"), "not_table"),
    "bitmap": (picture("BMP"), "not_table"),
    "letter": (b"%PDF-1.7\n%\xe2\xe3\n", "not_table"),
    "noise": (np.random.default_rng(1).bytes(50_000), "not_table"),
    "json": (b'[{"Kunde": "A", "Artikel": "Tee"}]', "not_table"),
    "web page": (b"\n<!DOCTYPE html><html><table><tr><td>Kunde</td></tr></table>", "html_table"),
    "web page called xls": ("<html><table>".encode("utf-16"), "html_table"),
    "xml": (b'<?xml version="1.0"?><Workbook></Workbook>', "html_table"),
    "xls": (OLE, "old_excel"),
    "with password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "ods": (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "old_excel"),
    "zip": (zipped({"Käufe.csv": SMALL.encode()}), "archive"),
    "docx": (zipped({"word/document.xml": b"<x/>"}), "archive"),
    "cut gzip": (gzip.compress(SMALL.encode() * 99)[:60], "damaged"),
    "gzip within gzip": (gzip.compress(gzip.compress(SMALL.encode())), "not_table"),
    "cut workbook": (workbook(TABLE)[:-300], "damaged"),
    "workbook of nothing": (workbook([]), "empty_file"),
    "workbook with header": (workbook([["Kunde", "Artikel"]]), "only_header"),
    "cut workbook of Excel": (like_excel(TABLE)[:-300], "damaged"),
    "10,000 columns": (",".join(f"Spalte {i}" for i in range(10_000)) + "\nA,B\n", "too_many_columns"),
    "10,000 columns in Excel": (workbook([["Kunde", "Artikel", *range(10_000)]]), "too_many_columns"),
    "a line without end": (b"a" * 3_000_000, "one_column"),
    "the same names": ("Kunde;Kunde\nA;B\n", "missing_column"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_with_its_reason(name):
    content, code = HOSTILE[name]
    assert refused(content).problem.code == code


@pytest.mark.parametrize(("name", "code"), [("missing.csv", "no_file"), ("", "unreadable")])
def test_paths_that_are_no_files(tmp_path, name, code):
    with pytest.raises(PurchasesError) as error:
        load_purchases(tmp_path / name)
    assert error.value.problem.code == code
    said(error.value.problem)


def test_a_pipe_is_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "rohr.csv")
    with pytest.raises(PurchasesError):
        load_purchases(tmp_path / "rohr.csv")


# bombs


def test_gzip_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(tabular, "FILE_BYTES", 2**20)
    content = gzip.compress(bytes(2**24))
    assert len(content) < 2**20
    assert refused(content, "bombe.csv.gz").problem.code == "file_too_big"


def test_more_lines_than_a_table_may_have(monkeypatch):
    monkeypatch.setattr(textfile, "MOST_LINES", 100)
    assert refused("Kunde;Artikel\n" + "A;B\n" * 200).problem.code == "too_many_rows"


def test_workbook_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(workbook_module, "FILE_BYTES", 2**20)
    content = repacked(workbook(TABLE), "sheet1.xml", lambda _: SHEET + b" " * 2**22)
    assert refused(content, "bombe.xlsx").problem.code == "zip_bomb"


def test_workbook_that_lies_about_its_sizes():
    content = bytearray(repacked(workbook(TABLE), "sheet1.xml", lambda _: SHEET + b" " * 2**24))
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/worksheets/sheet1.xml"))
    content[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(content), "bombe.xlsx").problem.code == "damaged"


def test_workbook_with_too_many_cells_or_formats(monkeypatch):
    monkeypatch.setattr(workbook_module, "MOST_CELLS", 100)
    assert refused(workbook([["Kunde", "Artikel"], *rows(100)]), "a.xlsx").problem.code == "too_many_cells"
    monkeypatch.undo()
    content = repacked(
        workbook(TABLE), "styles.xml", lambda old: old.replace(b"<fonts", b"<xf/>" * 300_000 + b"<fonts")
    )
    assert refused(content, "a.xlsx").problem.code == "zip_bomb"


def test_laughter_in_xml():
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    content = repacked(like_excel(TABLE), "sharedStrings.xml", lambda old: laughs + old)
    assert refused(content, "a.xlsx").problem.code == "zip_bomb"


def test_two_cells_far_apart():
    """Other readers make room for the whole rectangle in between: 500 GB."""
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    content = repacked(workbook(TABLE), "sheet1.xml", lambda old: old.partition(b"</sheetData>")[0] + far)
    assert refused(content, "weit.xlsx").problem.code == "too_many_columns"
    near = far.replace(b"XFD", b"E")
    content = repacked(workbook(TABLE), "sheet1.xml", lambda old: old.partition(b"</sheetData>")[0] + near)
    assert len(load(content)) == 20


# nonsense within a table


def test_zeros_and_damaged_letters():
    assert codes(load(SMALL.encode().replace(b"Tee", b"T\0ee"))) == {}
    text = "Kunde;Artikel\n" + "".join(f"K{i};Grüner Tee {i}\n" for i in range(20)) + "A;Öl\n"
    assert codes(load(text.encode().replace("Öl".encode(), b"\xff\xfel"))) == {"odd_letters": 2}


def test_a_name_of_a_million_letters():
    purchases = load(f"Kunde;Artikel\nA;{'x' * 10**6}\nB;{'x' * 10**6}y\nA;Tee\n{'K' * 10**6};Tee\n")
    assert len(purchases.items) == 3
    assert max(map(len, purchases.items)) < 130


@pytest.mark.parametrize("text", [" T", "1", "1,", "Mo ", "b@", "summe ", "("])
def test_long_cells_are_not_searched_for_hours(text):
    cells = ";".join([text * 10**5] * 5)
    start = time.monotonic()
    load(f"Kunde;Artikel;Datum;Menge;Sterne\n{cells}\nA;Tee;1.1.2024;1;1\nB;Kanne;1.1.2024;1;1\n")
    assert time.monotonic() - start < 5


def test_rows_with_too_many_cells_are_not_guessed_at():
    text = "Kunde,Artikel,Preis\nA,Tee,2\nB,Kanne, groß,3\nB,Tasse,4,,\nB\n"
    purchases = load(text)
    assert purchases.items == ("Tasse", "Tee")
    assert codes(purchases) == {"broken_rows": 1, "no_item": 1}


FORMULAS = ["=cmd|' /C calc'!A0", "=SUMME(A1:A9)", "+1+cmd", "-2+3+cmd", "@SUM(1)"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_formulas_stay_text_that_nothing_computes(formula):
    purchases = load(f"Kunde;Artikel\nA;{formula}\nB;Tee\n{formula};Tee\n", names_as_given=True)
    assert f"'{formula}" in purchases.items
    assert not any(name[0] in "=+-@" for name in (*purchases.items, *purchases.customers))
    assert codes(purchases) == {"formula": 1}
    assert codes(load("Kunde;Artikel\nA;-5\nB;Tee\n")) == {}


def test_formulas_in_a_workbook_are_not_computed():
    cached = b'<c r="B3" t="str"><f>1+1</f><v>Kanne</v></c>'
    content = workbook([["Kunde", "Artikel"], ["A", "Tee"], ["B", 7], ["C", "=1+1"]])
    content = repacked(content, "sheet1.xml", lambda old: old.replace(b'<c r="B3" t="n"><v>7</v></c>', cached))
    purchases = load(content)
    assert purchases.items == ("Kanne", "Tee")
    assert codes(purchases) == {"no_item": 1}


def test_names_that_turn_the_line_round():
    purchases = load("Kunde;Artikel\nA;Tee\u202egnp.exe\nB;Ka\x1bnne\n")
    assert all(name.isprintable() for name in purchases.items)


def test_mutated_files_never_crash():
    """Cut, flip, repeat and overwrite bytes of valid files: anything may come out, except another exception."""
    rng = np.random.default_rng(2026)
    text = "\n".join(";".join(row) for row in TABLE)
    originals = [text.encode(), text.encode("utf-16"), gzip.compress(text.encode()), like_excel(TABLE)]
    outcomes = set()
    for turn in range(300):
        content = bytearray(originals[turn % len(originals)])
        for _ in range(rng.integers(1, 8)):
            place = int(rng.integers(0, len(content)))
            match rng.integers(4):
                case 0:
                    content[place : place + 1] = rng.bytes(1)
                case 1:
                    content[place : place + 4] = rng.choice([b'"', b"\xff\xff", b"\0", b"\r", b";;;", b"=", b"<"])
                case 2:
                    del content[place : place + int(rng.integers(1, 50))]
                case 3:
                    content[place:place] = content[: int(rng.integers(1, 50))]
        try:
            outcomes |= {p.code for p in load(bytes(content)).problems} | {"used"}
        except PurchasesError as error:
            outcomes.add(error.problem.code)
            said(error.problem)
    assert {"used", "damaged", "missing_column"} <= outcomes
