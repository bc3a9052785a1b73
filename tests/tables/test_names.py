"""Names of columns are the same however they are spelt."""

import pytest

from kitlib.tables.names import first_full, named, nearest, plain


@pytest.mark.parametrize("name", ["Kunden-Nr. ", "KUNDENNR", "kunden_nr", "Kunden Nr"])
def test_one_name_in_many_spellings(name):
    assert plain(name) == "kundennr"


def test_umlauts_and_accents():
    assert plain("Käufer") == plain("kaeufer")
    assert plain("Café") == "cafe"


def test_a_name_is_found_letter_by_letter_first():
    assert named("frage", ["Frage ", "frage"]) == 1
    assert named("FRA-GE", ["x", "Frage"]) == 1
    assert named("Preis", ["Frage"]) is None
    assert named(" ", ["", "Frage"]) is None


def test_nearest_names_come_first():
    assert nearest(["Preis", "Kunnde", "Datum", "Ort"], ["kunde"])[0] == "Kunnde"
    assert len(nearest(["Preis", "Kunnde", "Datum", "Ort"], ["kunde"])) == 3


def test_first_full_row():
    assert first_full([["Titel", ""], ["", ""], ["a", "b"], ["c", "d"]]) == 2
