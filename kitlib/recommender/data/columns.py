"""Which column of a table is what: recognised by its name, in German and English, as shop programs export them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kitlib.tables.names import HEADER_WITHIN, first_full, named, nearest, plain

from .purchases import Problem, PurchasesError

ROLES = ("customer", "item", "date", "rating", "quantity")

_NUMBERS = ("id", "ids", "nr", "nummer", "no", "num", "number", "key", "code", "kennung", "kennzeichen", "konto")
_WHO = ("kunde", "kunden", "kundin", "kundinnen", "debitor", "debitoren", "kaeufer", "besteller", "auftraggeber")
_WHO += ("klient", "mitglied", "mitglieds", "abonnent", "nutzer", "benutzer", "konto", "kundenkonto", "kundenkarten")
_WHO += ("customer", "cust", "client", "user", "buyer", "purchaser", "member", "account", "shopper", "household")
_WHAT = ("artikel", "art", "produkt", "ware", "waren", "material", "sachnummer", "item", "article", "product", "prod")
_WHAT += ("stock", "goods", "movie", "film", "book", "buch", "track", "song", "game", "spiel", "lineitem")
_NAMES = ("", "name", "namen", "bezeichnung", "bez", "text", "titel", "title", "description", "desc", "beschreibung")
_ORDER = ("bestell", "auftrags", "beleg", "rechnungs", "bon", "kassenbon", "warenkorb", "vorgangs", "transaktions")
_ORDER += ("order", "invoice", "receipt", "transaction", "basket", "cart", "purchase", "sales")


def _joined(stems: Sequence[str], endings: Sequence[str]) -> list[str]:
    return [stem + ending for ending, stem in product(endings, stems)]


# The first name that a table has wins: a number tells people apart better than a name does.
NAMES: dict[str, list[str]] = {
    "customer": [
        *_joined(_WHO, _NUMBERS),
        *("kdnr", "kdnummer", "knr", "kundennrintern", "debnr", "debitorennummer", "uid", "personid"),
        *_joined(_WHO, ("",)),
        *("email", "emailadresse", "emailaddress", "mail", "mailadresse", "kundenemail", "kundenmail", "buyeremail"),
        *("customeremail", "useremail", "kundeemail", "billingemail"),
        *_joined(_WHO, ("name", "namen", "bezeichnung")),
        *("firma", "firmenname", "name", "vorundnachname", "person"),
    ],
    "item": [
        *_joined(_WHAT, _NUMBERS),
        *("sku", "lineitemsku", "artnr", "matnr", "ean", "eancode", "gtin", "isbn", "asin", "pzn", "sachnummer"),
    ],
    "item_name": [
        *_joined(_WHAT, _NAMES),
        *("bezeichnung", "artikelbezeichnung1", "description", "beschreibung", "titel", "title", "warenbezeichnung"),
    ],
    "date": [
        *("bestelldatum", "kaufdatum", "verkaufsdatum", "auftragsdatum", "rechnungsdatum", "belegdatum", "datum"),
        *("orderdate", "invoicedate", "purchasedate", "transactiondate", "saledate", "salesdate", "eventdate", "date"),
        *("buchungsdatum", "bestelltam", "gekauftam", "kaufam", "erstelltam", "createdat", "created", "orderedat"),
        *("purchasedat", "paidat", "bestellzeitpunkt", "bestellzeit", "kaufzeitpunkt", "zeitpunkt", "zeitstempel"),
        *("timestamp", "unixtimestamp", "datetime", "orderdatetime", "datumuhrzeit", "datumzeit", "time", "tag", "day"),
        *("ratingdate", "bewertungsdatum", "lieferdatum", "versanddatum", "shipdate", "reviewdate", "unixreviewtime"),
    ],
    "rating": [
        *("bewertung", "bewertungen", "sterne", "anzahlsterne", "sternebewertung", "wertung", "bewertungspunkte"),
        *("rating", "ratings", "stars", "starrating", "score", "reviewscore", "overall", "userrating"),
    ],
    "quantity": [
        *("menge", "anzahl", "stueck", "stueckzahl", "stk", "mengeinstueck", "anzahlstueck", "bestellmenge"),
        *("verkaufsmenge", "absatzmenge", "liefermenge", "auftragsmenge", "rechnungsmenge", "mengestk", "mengestueck"),
        *(
            "quantity",
            "qty",
            "orderquantity",
            "quantityordered",
            "quantitypurchased",
            "lineitemquantity",
            "itemquantity",
        ),
        *("units", "unitssold", "pieces", "pcs", "count"),
    ],
    "order": [
        *_joined(_ORDER, (*_NUMBERS, "nummern")),
        *("bestellung", "auftrag", "beleg", "rechnung", "bon", "warenkorb", "order", "invoice", "receipt", "basket"),
    ],
}
NAMES["item_name"].remove("art")  # in German also "kind of"


@dataclass(frozen=True)
class Layout:
    """Where the table starts and what its columns are.

    header: row of the header, counted from 0, or -1 where there is none. names: of all columns, as in the file.
    roles: role -> column; beside ROLES also "item_name" (a second, readable name of the article) and "order".
    """

    header: int
    names: tuple[str, ...]
    roles: Mapping[str, int]


def recognised(row: Sequence[str]) -> dict[str, int]:
    """role -> column for what the names in `row` tell; where several fit, the first in NAMES."""
    place = {}
    for column, name in enumerate(row):
        place.setdefault(plain(name), column)
    found = {}
    for role, names in NAMES.items():
        column = next((place[name] for name in names if name in place), None)
        if column is not None and column not in found.values():
            found[role] = column
    if "item" not in found and "item_name" in found:
        found["item"] = found.pop("item_name")
    return found


def layout(rows: Sequence[Sequence[str]], told: Mapping[str, str] | None, file: str) -> Layout:
    """Find the header among the first `rows` and say what the columns are. `told`: role -> name as the user says.

    Raises PurchasesError (missing_column, same_column) when customer or article cannot be told.
    """
    if told is None and (roles := _without_header(rows)):
        return Layout(-1, tuple(f"{i + 1}" for i in range(len(rows[0]))), roles)
    told = dict(told or {})
    wanted = {plain(name) for name in told.values()}
    best, most = 0, (0, 0)
    for i, row in enumerate(rows[:HEADER_WITHIN]):
        score = (len(wanted & set(map(plain, row))), len(recognised(row)))
        if score > most:
            best, most = i, score
    if most == (0, 0):
        best = first_full(rows)
    names = tuple(" ".join(name.split()) for name in rows[best])
    roles = recognised(names)
    if "item" in told:
        roles.pop("item_name", None)
    said = {role: _told(name, names, role, file) for role, name in told.items()}
    roles = {role: column for role, column in roles.items() if column not in said.values()} | said
    if "customer" not in roles and "order" in roles and "item" in roles:
        roles["customer"] = roles["order"]
    for role in ("customer", "item"):
        if role not in roles:
            raise PurchasesError(_missing(role, names, roles, file))
    if roles["customer"] == roles["item"]:
        raise PurchasesError(Problem("same_column", names[roles["item"]]))
    return Layout(best, names, roles)


def _told(name: str, names: Sequence[str], role: str, file: str) -> int:
    column = named(name, names)
    if column is None:
        raise PurchasesError(_missing(role, names, {}, file, name))
    return column


def _missing(role: str, names: Sequence[str], roles: Mapping[str, int], file: str, asked: str = "") -> Problem:
    """With the names that come nearest, so that a person only has to choose."""
    left = [name for column, name in enumerate(names) if column not in roles.values() and name] or list(names)
    near = nearest(left, [plain(asked)] if asked else NAMES[role] + NAMES.get(f"{role}_name", []))
    values = {"role": role, "customer": role == "customer", "columns": tuple(names), "nearest": near}
    shown = names[:12] + (("…",) if len(names) > 12 else ())
    return Problem("missing_column", file, values | {"found": ", ".join(shown), "guess": ", ".join(near)})


def _without_header(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Columns of a file of nothing but numbers, as research data come: customer, article, rating, time."""
    width = len(rows[0])
    numbers = re.compile(r"\s*\d+(\.\d+)?\s*")
    if not 2 <= width <= 4 or not all(len(row) == width and all(map(numbers.fullmatch, row)) for row in rows):
        return {}
    roles = {"customer": 0, "item": 1}
    if width > 2:
        big = min(float(row[2]) for row in rows) > 10_000
        roles["date" if big else "rating"] = 2
    return roles | ({"date": 3} if width == 4 else {})
