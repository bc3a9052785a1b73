"""The recogniser of personal details: what it finds on texts it was not made with, what is left, how long it takes."""

import csv
import importlib.util
import time
from itertools import pairwise

import phonenumbers
import pytest
from stdnum import iban

from kitlib.chatbot.data.corpus import folder
from kitlib.chatbot.data.private import KINDS, Span, cases, first_names
from kitlib.chatbot.model import mask, masking, names, numbers
from kitlib.chatbot.model.masking import measured

LABELS = dict.fromkeys(KINDS, "X")


def kinds_in(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in mask.find(text)]


# ---- the texts


def test_the_shipped_file_is_what_the_sources_make(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("private_maker", folder() / "private.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    shipped, read = (folder() / "private.csv").read_bytes(), [*(folder() / "src").glob("private_*.toml")]
    (tmp_path / "src").mkdir()
    for path in read:
        (tmp_path / "src" / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(made, "HERE", tmp_path)
    made.main()
    assert (tmp_path / "private.csv").read_bytes() == shipped
    assert made.KINDS == KINDS
    assert made.unmarked("a {name|Bo} c") == ("a Bo c", "name:2:4")
    for wrong in ("{nme|Bo}", "{name|Bo", "a}"):
        with pytest.raises(ValueError):
            made.unmarked(wrong)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_half_of_at_least_150_texts_is_held_back(lang):
    build, held = (cases(lang, use) for use in ("build", "held"))
    assert len(build) + len(held) >= 150
    assert abs(len(build) - len(held)) <= 1
    assert not {case.text for case in build} & {case.text for case in held}
    for kind in KINDS:
        assert sum(span.kind == kind for case in held for span in case.spans) >= 5
    assert sum(not case.spans for case in held) >= 15


def details(kind):
    given = [case for lang in ("de", "en") for use in ("build", "held", "shown") for case in cases(lang, use)]
    return {case.text[s.start : s.end] for case in given for s in case.spans if s.kind == kind}


def test_no_detail_is_anybodys():
    """Numbers of ranges kept for films, no bank, no district, no domain."""
    for number in details("phone"):
        digits = "".join(c for c in number.replace("(0)", "") if c.isdigit()).removeprefix("00")
        digits = digits if digits.startswith(("49", "44")) else "49" + digits.lstrip("0")
        free = ("493023125", "496990009", "494066969", "492214710", "498999998", "4917139200", "4917604069")
        ofcom = ("442079460", "441134960", "441614960", "441174960", "492079460", "491134960", "491614960", "491174960")
        assert not digits[2:] or digits.startswith((*free, *ofcom)) or "O171" in number, number
    for number in details("iban"):
        plain = "".join(c for c in number if c.isalnum()).upper()
        assert plain[4:].startswith(("9", "00000", "ZZZZ")), number
        assert iban.is_valid(plain) or number == "DE97 9363 6122 6047 9627 33"
    assert all(plate.upper().startswith("X") for plate in details("plate"))
    assert all("@" not in mail or mail.endswith(".example") for mail in details("email"))


# ---- what is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ruf an: 0171 3920045.", [("phone", "0171 3920045")]),
        ("ring +44 20 7946 0118", [("phone", "+44 20 7946 0118")]),
        ("an petra@post.example, bitte", [("email", "petra@post.example")]),
        ("Konto DE40 9428 5656 7480 9181 69 danke", [("iban", "DE40 9428 5656 7480 9181 69")]),
        ("Konto DE40 9428 5656 7480 9181 68 danke", []),
        ("Kunde K-10482", [("customer", "K-10482")]),
        ("Personalnummer 20417", [("staff", "20417")]),
        ("geb. am 14.03.1987", [("birth", "14.03.1987")]),
        ("am 14.03.1987", []),
        ("Lindenweg 12", [("address", "Lindenweg 12")]),
        ("12 Linden Lane", [("address", "12 Linden Lane")]),
        ("Auto XB-MW 204", [("plate", "XB-MW 204")]),
        ("Frau Dr. von der Heide kommt", [("name", "von der Heide")]),
        ("Hallo Petra Vogelsang", [("name", "Petra Vogelsang")]),
        ("Viele Grüße\nM. Tillmann", [("name", "M. Tillmann")]),
        ("hi, petra nochmal", [("name", "petra")]),
        ("Der Kunde. Flansche fehlen", []),
        ("DN 80 PN 16, Charge MW-24-0815, 19,90 €, am 12.10.2026, DIN EN 1092-1", []),
    ],
)
def test_each_kind_by_example(text, found):
    assert kinds_in(text) == found


def test_only_numbers_that_a_plan_has_are_telephone_numbers():
    assert not phonenumbers.is_valid_number(phonenumbers.parse("0123 4567-0", "DE"))
    assert kinds_in("Hotline 0123 4567-0") == []


def test_masked_text_has_the_labels_and_nothing_of_the_details():
    text = "Petra Vogelsang, 0171 3920045, K-10482"
    made = mask.mask(text, {**LABELS, "name": "NAME", "phone": "TELEFON", "customer": "KUNDE"})
    assert made.text == "[NAME], [TELEFON], [KUNDE]"
    assert made.spans == (Span(0, 15, "name"), Span(17, 29, "phone"), Span(31, 38, "customer"))
    assert mask.mask(text, LABELS, ()).text == text


def test_spans_are_in_order_and_never_overlap():
    for case in cases("de", "held"):
        spans = mask.find(case.text)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(span.start < span.end <= len(case.text) for span in spans)


# ---- how much, on what was held back


@pytest.mark.parametrize("lang", ["de", "en"])
def test_what_has_a_form_is_found_better_than_names_and_texts_stay_leaky(lang):
    found = measured(lang)
    rows = {row.kind: row for row in found.rows}
    for kind in ("email", "iban", "customer"):
        assert rows[kind].found / rows[kind].there >= 0.9
    assert 0.6 <= rows["name"].found / rows["name"].there < 0.95
    assert 0.75 <= found.total.found / found.total.there < 0.97
    assert found.leaky >= 5
    assert found.total.false / found.total.claimed <= 0.08
    assert found.alarmed / found.clean <= 0.2


def test_the_measure_fails_when_the_recogniser_is_broken(monkeypatch):
    monkeypatch.setattr(mask, "FINDERS", tuple((k, f) for k, f in mask.FINDERS if k != "email"))
    rows = {row.kind: row for row in masking.measured.__wrapped__("de").rows}
    assert rows["email"].found == 0
    monkeypatch.setattr(mask, "FINDERS", (("name", lambda text: [(0, len(text))]),))
    everything = masking.measured.__wrapped__("de")
    assert everything.leaky == 0
    assert everything.alarmed == everything.clean > 15


@pytest.mark.parametrize("lang", ["de", "en", "einfach"])
def test_business_secrets_are_not_found(lang):
    assert [mask.find(masking.sample(lang, name).text) for name in masking.SECRETS] == [()] * 4


# ---- any text, in bounded time


@pytest.mark.parametrize("text", ["", " ", "\x00\x1b", "🙂", "مرحبا", "你好", "é", "‮abc", "+", "@", "Frau", "K-"])
def test_any_text_is_fine(text):
    assert mask.find(text) == ()
    assert mask.mask(text, LABELS).text == text


REPEATED = ["a", "1", "1 ", "1/2-", "a@", "a.", "Dr. ", "Frau von ", "DE12 ", "Kundennr ", "geboren am ", "Am Alten ",
            "12 Abc ", "0171 3920045 ", "(", "+", "\n", "Gruß ", "🙂", "K-", "20417 und "]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_twice_the_text_takes_about_twice_the_time(piece):
    """A pattern that runs wild takes minutes here; the bounds are wide, since the machine may be busy."""
    began = time.perf_counter()
    mask.find((piece * 100_000)[:100_000])
    assert time.perf_counter() - began < 6


def test_a_long_mail_is_searched_in_well_under_a_second():
    text = "\n".join(case.text for case in cases("de", "build"))
    text = (text * (100_000 // len(text) + 1))[:100_000]
    took = []
    for _ in range(3):
        began = time.perf_counter()
        assert len(mask.find(text)) > 1000
        took.append(time.perf_counter() - began)
    assert min(took) < 0.6


def test_a_number_at_the_border_of_two_pieces_is_found_whole():
    for before in range(numbers.PIECE - 15, numbers.PIECE + 3):
        text = "x " * (before // 2) + "0171 3920045 x"
        assert ("phone", "0171 3920045") in kinds_in(text)


def test_first_names_are_no_everyday_words():
    assert len(first_names()) > 400
    assert not first_names() & {"mark", "will", "ernst", "may", "rose", "can", "wolf", "stein", "mai", "im", "der"}
    assert list(names.find("Der Mai ist da, im Ernst.")) == []


def test_the_file_can_be_read_by_a_table_program():
    with (folder() / "private.csv").open(encoding="utf-8", newline="") as file:
        assert {row["use"] for row in csv.DictReader(file)} == {"build", "held", "shown"}
