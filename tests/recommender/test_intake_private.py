"""Names of customers end where the table is read. A pseudonym is not anonymity, and the note says so."""

import gc
import pickle
import sys

import pytest

from kitlib.recommender.data.intake import load_purchases
from kitlib.recommender.data.pseudonyms import pseudonyms
from kitlib.recommender.data.purchases import PurchasesError
from kitlib.ui.texts import Texts

from .tables import PROBLEMS, SMALL, load, workbook

PEOPLE = ["Zacharias Müller", "anna.schmidt@example.org", "Ben-Otto Özdemir", "4711081", "+Anna Formel", "Cem Yılmaz"]
ROWS = [[name, item, f"2024-01-{i + 1:02}"] for i, name in enumerate(PEOPLE) for item in ("Tee", f"Kanne {i % 3}")]


def table() -> bytes:
    return "\n".join(";".join(row) for row in [["Kunde", "Artikel", "Datum"], *ROWS]).encode()


@pytest.mark.parametrize("content", [table(), workbook([["Kunde", "Artikel", "Datum"], *ROWS])], ids=["csv", "xlsx"])
def test_no_name_is_left_anywhere(content):
    purchases = load(content)
    assert purchases.customers == tuple(f"K{i:04}" for i in range(1, 7))
    purchases.matrix(), purchases.rows_of(0)
    stored = pickle.dumps(purchases) + repr(purchases).encode() + repr(purchases.problems).encode()
    for name in PEOPLE:
        for part in {name, name.casefold(), name.split()[-1], name.split("@")[0]}:
            assert part.encode() not in stored


def test_no_name_is_left_behind_an_error():
    """An error may be kept for long, and its traceback keeps all variables of the functions it came through."""
    with pytest.raises(PurchasesError) as error:
        load_purchases("Kunde;Artikel\nZacharias;Tee\nOttokar;Tee\n".encode("utf-16"), filename="a.csv")
    assert error.value.problem.code == "one_item"
    frames, trace = [], error.value.__traceback__
    while trace:
        frames.append(trace.tb_frame)
        trace = trace.tb_next
    assert frames[-1].f_code.co_name == "load_purchases"
    assert "Zacharias" not in repr(frames[-1].f_locals)
    assert error.value.__context__ is None
    assert "Zacharias" not in repr(error.value) + repr(error.value.problems)


def test_nothing_is_kept_between_two_tables():
    """Caches would: whoever speeds something up here must not keep the names."""
    name = "".join(["Baltha", "sarius"])
    load(f"Kunde;Artikel\n{name};Tee\nKasparius;Kanne\n")
    gc.collect()
    kept = [one for one in gc.get_objects() if type(one) in (dict, list, set, tuple)]
    kept = [one for one in kept if any(type(part) is str and part == name for part in one)]
    assert kept == []
    places = ("kitlib.recommender.data.", "kitlib.tables.")
    modules = [module for name, module in sys.modules.items() if name.startswith(places)]
    modules = [module for module in modules if not module.__name__.endswith((".shop", ".taste"))]
    assert len(modules) > 5
    assert not [value for module in modules for value in vars(module).values() if hasattr(value, "cache_info")]


def test_codes_follow_neither_alphabet_nor_table():
    names = [f"{i:03}" for i in range(200)]
    codes, place = pseudonyms(names)
    assert sorted(place) == list(range(200))
    assert codes[0] == "K0001"
    assert sum(abs(int(a) - b) for b, a in enumerate(place)) / 200 > 40
    assert (pseudonyms(names)[1] == place).all()
    other = pseudonyms([*names[:-1], "999"])[1]
    assert (other != place).mean() > 0.9
    assert pseudonyms([str(i) for i in range(12_345)])[0][0] == "K00001"


def test_same_table_same_codes_and_whoever_is_who_stays_together():
    one, other = load(table()), load(table())
    assert (one.customer == other.customer).all()
    given = load(table(), names_as_given=True)
    assert given.customers == tuple(sorted(given.customers, key=given.customers.index))
    pairs = set(zip(one.customer.tolist(), given.customer.tolist(), strict=True))
    assert len(pairs) == len(PEOPLE)
    assert (one.item == given.item).all()


def test_same_address_in_capitals_is_the_same_customer():
    purchases = load("E-Mail;Artikel\nAnna@Example.org;Tee\nanna@example.ORG;Kanne\nben@example.org;Tee\n")
    assert len(purchases.customers) == 2


@pytest.mark.parametrize(
    ("names", "clear"),
    [(["Anna", "Ben"], 2), (["a@b.de", "c@d.de"], 2), (["4711", "4712"], 0), (["KD-001", "KD-002"], 0)],
)
def test_clear_names_are_noticed(names, clear):
    purchases = load(f"Kunde;Artikel\n{names[0]};Tee\n{names[1]};Kanne\n")
    told = {p.code: p.values["count"] for p in purchases.problems}
    assert told.get("clear_names", 0) == clear
    assert told["pseudonymised"] == 2


def test_persons_among_the_articles_are_noticed():
    purchases = load("Kunde;Artikel\n1;anna@example.org\n2;Tee\n")
    assert [(p.code, p.values) for p in purchases.problems][-1] == ("personal_items", {"count": 1})


def test_research_data_keep_their_names_and_say_nothing():
    purchases = load(SMALL, names_as_given=True)
    assert purchases.customers == ("Anna", "Ben")
    assert purchases.problems == ()


def test_the_note_is_honest():
    for lang, word in (("de", "keine Anonymisierung"), ("en", "not anonymisation"), ("einfach", "nicht anonym")):
        assert word in Texts(PROBLEMS, lang=lang)("problem.pseudonymised", file="Kunde", count=3)
