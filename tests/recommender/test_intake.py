"""What can be read: separators, encodings, names of columns, dates and numbers as they are written."""

import gzip
from datetime import date, datetime

import numpy as np
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from kitlib.recommender.data.columns import recognised
from kitlib.recommender.data.intake import load_purchases
from kitlib.recommender.data.purchases import NOTES, PurchasesError
from kitlib.recommender.data.values import dates, numbers

from .tables import SMALL, bought, codes, like_excel, load, said, workbook

EXPECTED = [("Kanne", "Tee"), ("Tee",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850"])
def test_encodings(encoding):
    text = SMALL.replace("Tee", "Grüner Tee für Öko-Käufer").replace("Kanne", "Weiße Kanne")
    purchases = load(text, encoding)
    assert purchases.items == ("Grüner Tee für Öko-Käufer", "Weiße Kanne")
    assert codes(purchases) == {}


@pytest.mark.parametrize("separator", [";", ",", "\t", "|", "::"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_separators_and_ends_of_lines(separator, newline):
    assert bought(load(SMALL.replace(";", separator).replace("\n", newline))) == EXPECTED


def test_decimal_commas_do_not_count_as_separators():
    purchases = load("Kunde;Artikel;Preis;Bewertung\nAnna;Tee, grün;1,50;4,5\nBen;Kanne, weiß;12,90;3\n")
    assert purchases.items == ("Kanne, weiß", "Tee, grün")
    assert purchases.rating.tolist() == [4.5, 3]


def test_excels_own_line_with_the_separator():
    assert bought(load("sep=;\r\n" + SMALL)) == EXPECTED


def test_quotation_marks_hold_cells_together():
    text = 'Kunde,Artikel,Text\n"Müller, Anna","Rohr ""12"" lang","zwei\nZeilen"\nBen,Tee,x\n'
    assert load(text).items == ('Rohr "12" lang', "Tee")


@pytest.mark.parametrize("place", [3, 300])
def test_quotation_mark_that_is_never_closed(place):
    lines = [f"K{i % 9};Artikel {i};2024-01-01" for i in range(400)]
    lines[place] = 'K1;"Rohr 12 Zoll;2024-01-01'
    purchases = load("\n".join(["Kunde;Artikel;Datum", *lines]))
    assert len(purchases) == 400
    assert "Rohr 12 Zoll" in purchases.items


def test_gzip_and_path(tmp_path):
    path = tmp_path / "Käufe.csv.gz"
    path.write_bytes(gzip.compress(SMALL.encode()))
    assert bought(load_purchases(path)) == EXPECTED
    assert list(tmp_path.iterdir()) == [path]


def test_titles_empty_lines_and_merged_cells_above_the_header_and_sums_below():
    above = "Umsatzliste 2024;;;\n;;;\nStand: 1.1.2025;;;\n\nKundendaten;;Artikeldaten;\n"
    below = "Kunde;Artikel;Datum;Menge\n;;;\nSumme;;;3\nGesamt:;Tee;;3\nGesamtergebnis;x;;\n;;;3\n"
    body = "Kunde;Artikel;Datum;Menge\nAnna;Tee;1.1.2025;1\nBen;Tee;1.1.2025;1\nAnna;Kanne;1.1.2025;1\n"
    purchases = load(above + body + below)
    assert bought(purchases) == EXPECTED
    assert codes(purchases) == {"repeated_header": 1, "sum_rows": 3, "no_customer": 1}


def test_a_customer_may_have_total_in_its_name():
    text = "Firma;Artikel\nTotal Energies;Tee\nSummer GmbH;Kanne\nSum Sum e. V.;Tee\nAnna Ergebnis;\nSumme Anna;Tee\n"
    purchases = load(text)
    assert len(purchases.customers) == 3
    assert codes(purchases) == {"sum_rows": 2}


def test_printed_list_with_bars():
    text = "|----------|\n| Kunde | Artikel |\n|-------|\n| Anna  | Tee  |\n| Ben | Tee |\n| Anna | Kanne |\n|-----|\n"
    assert bought(load(text)) == EXPECTED


HEADERS = [
    "Kundennr.;Artikelnr.;Bestelldatum;Menge;Bewertung",
    "KUNDEN-NR;ART.-NR.;DATUM;ANZAHL;STERNE",
    "KdNr;SKU;Rechnungsdatum;Stück;Rating",
    "Debitor;Material;Belegdatum;Absatzmenge;Bewertung",
    "Käufer;Produkt;Kaufdatum;Stückzahl;Bewertung",
    "kaeufer;produktname;kaufdatum;stueckzahl;sterne",
    "E-Mail;Artikelbezeichnung;Bestellt am;Menge (Stk.);Bewertung",
    "CustomerID;StockCode;InvoiceDate;Quantity;rating",
    "customer_id;item_id;timestamp;qty;stars",
    "userId;movieId;timestamp;count;rating",
    "buyer-email;product-name;purchase-date;quantity-purchased;rating",
    "Email;Lineitem name;Created at;Lineitem quantity;score",
    "Mitglieds-Nr.;Titel;Zeitpunkt;Anzahl;Wertung",
]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_recognised_by_their_names(header):
    assert recognised(header.split(";")) == {"customer": 0, "item": 1, "date": 2, "quantity": 3, "rating": 4}


@pytest.mark.parametrize(
    "name", ["Kundengruppe", "Kunde seit", "Artikelgruppe", "Produktkategorie", "Preis", "Land", ""]
)
def test_other_names_are_left_alone(name):
    assert recognised([name]) == {}


def test_number_before_name_whatever_the_order():
    found = recognised(["Bestellnr", "Kundenname", "Kundennr", "Artikelname", "Artikelnr"])
    assert found == {"customer": 2, "item": 4, "item_name": 3, "order": 0}


def test_readable_article_only_when_one_to_one():
    same = "Kunde;Artikelnr;Bezeichnung\nA1;7;Tee\nB1;7;Tee\nA1;8;Kanne\n"
    assert load(same).items == ("Kanne", "Tee")
    other = load(same + "B1;8;Kanne neu\n")
    assert other.items == ("7", "8")
    assert codes(other)["article_number"] == 1
    assert load(same + "B1;8;Kanne neu\n", columns={"item": "Bezeichnung"}).items == ("Kanne", "Kanne neu", "Tee")


def test_told_columns():
    text = "Wer;Was;Artikel;Wann\n1;Tee;x;1.1.2024\n2;Tee;y;1.1.2024\n1;Kanne;x;1.1.2024\n"
    told = {"customer": "wer", "item": "Was", "date": "Wann"}
    assert bought(load(text, columns=told)) == EXPECTED
    assert load(text, columns=told).date is not None
    with pytest.raises(ValueError, match="price"):
        load(text, columns={"price": "Wer"})


def test_missing_column_names_the_nearest():
    with pytest.raises(PurchasesError) as error:
        load("Kunnde;Artikel;Datum\n1;Tee;1.1.2024\n")
    problem = error.value.problem
    assert (problem.code, problem.values["role"]) == ("missing_column", "customer")
    assert problem.values["nearest"][0] == "Kunnde"
    assert problem.values["columns"] == ("Kunnde", "Artikel", "Datum")
    said(problem)
    with pytest.raises(PurchasesError) as error:
        load(SMALL, columns={"item": "Produkte"})
    assert error.value.problem.values["role"] == "item"
    said(error.value.problem)


def test_one_column_for_both():
    with pytest.raises(PurchasesError) as error:
        load(SMALL, columns={"customer": "Artikel", "item": "Artikel"})
    assert error.value.problem.code == "same_column"
    said(error.value.problem)


def test_orders_stand_for_customers_that_are_missing():
    purchases = load("Bon-Nr;Artikel\n1;Tee\n1;Kanne\n2;Tee\n")
    assert bought(purchases) == EXPECTED
    assert codes(purchases) == {"orders_as_customers": 1}


@pytest.mark.parametrize("separator", ["\t", "::", ",", ";"])
def test_research_data_without_header(separator):
    lines = ["196::242::3::881250949", "186::302::4::891717742", "196::302::5::881250950"]
    purchases = load("\n".join(lines).replace("::", separator), names_as_given=True)
    assert purchases.customers == ("186", "196")
    assert purchases.items == ("242", "302")
    assert purchases.rating.tolist() == [3, 4, 5]
    assert purchases.date[0] == np.datetime64("1997-12-04")
    assert purchases.problems == ()


def test_numbers_only_in_two_and_three_columns():
    assert load("1,10\n2,10\n1,20\n").rating is None
    assert load("1,10,5\n2,10,4\n1,20,3\n").rating.tolist() == [5, 4, 3]
    assert load("1,10,881250949\n2,20,881250949\n").date is not None


# Excel


def test_workbook():
    rows = [["Umsatz 2024"], [], ["Kunden-Nr.", "Artikel", "Datum", "Menge"]]
    rows += [
        [4711.0, "Tee", datetime(2024, 12, 31, 8, 30), 2],
        [4712, "Kanne", date(2025, 1, 1), 1.5],
        [None, "x", None, 1],
    ]
    purchases = load(workbook(rows), filename="Käufe.xlsx", names_as_given=True)
    assert purchases.customers == ("4711", "4712")
    assert purchases.quantity.tolist() == [2, 1.5]
    assert purchases.date.astype(str).tolist() == ["2024-12-31", "2025-01-01"]


def test_workbook_counting_from_1904():
    rows = [["Kunde", "Artikel", "Datum"], ["1", "Tee", date(2024, 12, 31)], ["2", "Kanne", date(2025, 1, 1)]]
    purchases = load(workbook(rows, epoch=CALENDAR_MAC_1904))
    assert purchases.date.astype(str).tolist() == ["2024-12-31", "2025-01-01"]


def test_workbook_as_excel_writes_it():
    rows = [["Kunde", "Artikel", "Datum"], ["Anna", "Tee & Kanne", "31.12.2024"], ["Ben", "Tasse", "1.1.2025"]]
    purchases = load(like_excel(rows))
    assert purchases.items == ("Tasse", "Tee & Kanne")
    assert purchases.date.astype(str).tolist() == ["2024-12-31", "2025-01-01"]


def test_second_sheet_holds_the_table():
    table = [["Kunde", "Artikel"], ["1", "Tee"], ["2", "Tee"], ["1", "Kanne"]]
    purchases = load(workbook([["Deckblatt"], ["von Anna"]], table))
    assert bought(purchases) == EXPECTED
    assert codes(purchases) == {"one_sheet": 2}


# dates and numbers


@pytest.mark.parametrize(
    "text",
    [
        *["31.12.2024", "31.12.24", "2024-12-31", "2024/12/31", "31/12/2024", "12/31/2024", "31-12-2024", "20241231"],
        *["45657", "45657.35", "45657,35", "1735603200", "1735603200000", "31. Dezember 2024", "31 Dec 2024"],
        *["31-Dec-24", "December 31, 2024", "Dec 31st, 2024", "Di, 31.12.2024", "2024-12-31 23:59:59"],
        *["2024-12-31T23:59:59.123Z", "2024-12-31T00:10:00+02:00", "31.12.2024 08:26", "12/31/2024 8:26 PM"],
    ],
)
def test_date(text):
    found, ambiguous = dates([text])
    assert found.tolist() == [date(2024, 12, 31)]
    assert not ambiguous


@pytest.mark.parametrize(
    "text",
    ["", "x", "31.02.2024", "00.00.0000", "2024", "12.2024", "99999999", "1e400", "-5", "31.12.20245", "1.2.3.4"],
)
def test_no_date(text):
    assert np.isnat(dates([text])[0]).all()


@pytest.mark.parametrize(
    ("column", "days", "ambiguous"),
    [
        (["3/4/2024", "25/4/2024"], ["2024-04-03", "2024-04-25"], False),
        (["3/4/2024", "4/25/2024"], ["2024-03-04", "2024-04-25"], False),
        (["3/4/2024", "5/6/2024"], ["2024-04-03", "2024-06-05"], True),
        (["3/4/2024", "4/25/2024", "25/4/2024"], ["2024-04-03", "2024-04-25", "2024-04-25"], True),
        (["3.4.2024", "4/25/2024"], ["2024-04-03", "2024-04-25"], False),
        (["3.4.2024", "5.6.2024"], ["2024-04-03", "2024-06-05"], False),
    ],
)
def test_day_or_month_first_is_decided_by_the_column(column, days, ambiguous):
    found, doubtful = dates(column)
    assert found.astype(str).tolist() == days
    assert doubtful == ambiguous


def test_three_ways_to_write_a_date_in_one_column():
    text = "Kunde;Artikel;Datum\nA;Tee;31.12.2024\nB;Tee;2025-01-01\nA;Kanne;45659\nB;Kanne;demnächst\nB;Tasse;\n"
    purchases = load(text)
    assert purchases.date.astype(str).tolist() == ["2024-12-31", "2025-01-01", "2025-01-02", "NaT", "NaT"]
    assert codes(purchases) == {"unreadable_dates": 1}
    assert load(text.replace("Datum", "Belegdatum").replace("31.12.2024", "1/2/2024")).date is not None


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (["3", "-2", "+4"], [3, -2, 4]),
        (["1.234,50", "2"], [1234.5, 2]),
        (["1,234.50", "2"], [1234.5, 2]),
        (["1.234", "5"], [1234, 5]),
        (["1,234", "5"], [1234, 5]),
        (["1,000", "12,000"], [1, 12]),
        (["4,5", "1.000"], [4.5, 1000]),
        (["4.5", "3"], [4.5, 3]),
        (["5-", "(5)", "−5"], [-5, -5, -5]),
        (["3 Stück", "x 2", "1'000"], [3, 2, 1000]),
        (["★★★☆☆", "4 / 5"], [3, 4]),
        (["drei", "inf", "nan", "1" * 400, "1,2,3,4.5.6"], [np.nan] * 5),
    ],
)
def test_numbers(column, values):
    np.testing.assert_array_equal(numbers(column), values)


def test_quantities():
    lines = ["A;Tee;3 Stück", "B;Tee;drei", "A;Kanne;-1", "B;Kanne;0", "A;Tasse;", "B;Tasse;2,5"]
    purchases = load("\n".join(["Kunde;Artikel;Menge", *lines]))
    assert purchases.quantity.tolist() == [3, 1, 1, 2.5]
    assert codes(purchases) == {"quantity_text": 1, "returns": 2}


def test_ratings_that_are_no_numbers():
    purchases = load("Kunde;Artikel;Sterne\nA;Tee;4,5\nB;Tee;gut\nA;Kanne;\n")
    np.testing.assert_array_equal(purchases.rating, np.float32([4.5, np.nan, np.nan]))
    assert codes(purchases) == {"unreadable_ratings": 1}


def test_repeats_on_another_day_stay_and_exact_ones_count_once():
    lines = [
        "A;Tee;1.1.2024 08:00",
        "A;Tee;1.1.2024 08:00",
        "A;Tee;1.1.2024 17:00",
        "A;Tee;2.1.2024",
        "B;Kanne;2.1.2024",
    ]
    purchases = load("\n".join(["Kunde;Artikel;Datum", *lines]))
    assert len(purchases) == 4
    assert codes(purchases) == {"duplicates": 1}
    assert codes(load("Kunde;Artikel\nA;Tee\nA;Tee\nB;Kanne\n")) == {"duplicates": 1}
    assert codes(load("Kunde;Artikel;Beleg\nA;Tee;1\nA;Tee;2\nB;Kanne;3\n")) == {}


def test_customers_and_articles_that_are_missing():
    text = "Kunde;Artikel\nA;Tee\nB;Kanne\n;Tee\nGast;Tee\nNULL;Tee\nA;\nA;-\n;\n"
    assert codes(load(text)) == {"no_customer": 3, "no_item": 2}


def test_names_that_differ_in_blanks_only_are_one():
    purchases = load('Kundennr;Artikel\n17850.0;Grüner  Tee\n17850; "Grüner Tee"\n4;Kanne\n', names_as_given=True)
    assert purchases.customers == ("4", "17850")
    assert purchases.items == ("Grüner Tee", "Kanne")


def test_sample_keeps_whole_baskets_and_is_always_the_same():
    lines = [f"{i % 40};{i % 7};2024-01-01 00:{i // 60:02}:{i % 60:02}" for i in range(1000)]
    text = "\n".join(["Kunde;Artikel;Datum", *lines])
    whole, part = load(text, names_as_given=True), load(text, names_as_given=True, max_rows=300)
    assert 250 <= len(part) <= 300
    for i, name in enumerate(part.customers):
        assert len(part.rows_of(i)) == len(whole.rows_of(whole.customers.index(name)))
    assert load(text, names_as_given=True, max_rows=300).customers == part.customers
    values = next(p.values for p in part.problems if p.code == "sampled")
    assert values == {"rows": len(part), "of": 1000, "customers": len(part.customers), "limit": 300}


def test_notes_are_notes_and_the_rest_is_left_out():
    assert {"pseudonymised", "formula", "unreadable_dates"} <= NOTES
    assert not {"returns", "no_customer", "duplicates", "sampled", "broken_rows"} & NOTES
