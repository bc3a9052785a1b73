"""Bytes -> tables of text, without any demo: what a table is, is told by the content and by the names asked for."""

import gzip

import pytest

from kitlib.tables.problem import IntakeError, Problem
from kitlib.tables.reading import content_of, tables

from ..recommender.tables import workbook

TEXT = "Titel\n\nName;Wert\nKäse;1,50\nBirnen;2\n"


def known(row) -> int:
    return len({"Name", "Wert"} & set(row))


def cells(content: bytes) -> list[list[str]]:
    (table,) = tables(content, "a.csv", known)
    pieces = table.read([0, 1], 0, True)
    return [row[:2] for piece in pieces for row in piece.to_numpy().tolist() if row[1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850"])
def test_letters_and_separator(encoding):
    expected = [["Name", "Wert"], ["Käse", "1,50"], ["Birnen", "2"]]
    assert cells(TEXT.encode(encoding)) == expected
    assert cells(gzip.compress(TEXT.encode(encoding))) == expected


def test_sheets():
    one, two = tables(workbook([["Name", "Wert"], ["a", 1.0]], [["x"]]), "a.xlsx", known)
    assert (one.sheet, one.head) == ("Sheet", [["Name", "Wert"], ["a", "1"]])
    assert two.head == [["x"]]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty_file"), (b"%PDF-1", "not_table"), (b"a\nb\n", "one_column"), (b"<html>", "html_table")],
)
def test_what_is_no_table(content, code):
    with pytest.raises(IntakeError) as error:
        tables(content, "a.csv", known)
    assert (error.value.problem.code, error.value.problem.file) == (code, "a.csv")


def test_path_and_bytes(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"x")
    assert content_of(path) == (b"x", "a.csv")
    assert content_of(memoryview(b"x"), "b.csv") == (b"x", "b.csv")
    with pytest.raises(IntakeError):
        content_of(tmp_path / "none.csv")


def test_a_demo_names_its_notes():
    class Mine(Problem):
        notes = frozenset({"remark"})

    assert not Mine("remark").left_out
    assert Problem("remark").left_out
    assert hash(Mine("a", "b", {"c": 1})) == hash(Mine("a", "b", {}))
