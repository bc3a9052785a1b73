"""A table of text -> rows that can be counted: what is no purchase is left out, and each reason is counted."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .columns import Layout
from .purchases import Problem, PurchasesError
from .values import dates, numbers

LONGEST_NAME = 120
_MISSING = frozenset({"", "-", "--", "?", "nan", "null", "none", "nil", "n/a", "na", "#n/a", "#nv", "#ref!", "#bezug!"})
_MISSING |= {"#value!", "#wert!", "#name?", "#div/0!", "(leer)", "(blank)", "<na>", "0.0", "\\n"}
_NOBODY = frozenset({"gast", "gäste", "guest", "laufkunde", "laufkundschaft", "barverkauf", "barverkäufe", "anonym"})
_NOBODY |= {"anonymous", "unbekannt", "unknown", "diverse", "walk-in"}
_SUM = re.compile(
    r"((gesamt|end|zwischen)?summe|gesamt(ergebnis|umsatz|menge)?|insgesamt|ergebnis|übertrag|(grand |sub)?total|sum)"
    r"(\W.*)?",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"[=+@\-\t\r].*\D", re.DOTALL)  # and not a number such as -5


@dataclass(frozen=True)
class Column:
    """codes: (n,) int32, index into `names`, -1 where the cell is empty. names: different from each other."""

    codes: np.ndarray
    names: list[str]


@dataclass(frozen=True)
class Rows:
    """Rows with customer and article, each array (n,); see `Purchases`."""

    customer: Column
    item: Column
    date: np.ndarray | None
    rating: np.ndarray | None
    quantity: np.ndarray | None


def column(cells: pd.Series, tidy: Callable[[str], str]) -> Column:
    """The cells of a categorical column, each different text tidied up once; equal ones afterwards become one."""
    place: dict[str, int] = {"": -1}
    lookup = [place.setdefault(tidy(str(text)), len(place) - 1) for text in cells.cat.categories]
    return Column(np.array([*lookup, -1], np.int32)[cells.cat.codes.to_numpy()], list(place)[1:])


def tidy(text: str) -> str:
    """One spelling of umlauts and blanks, no quotation marks around it, nothing that turns the line round."""
    text = unicodedata.normalize("NFC", text.strip().strip('"'))
    text = "".join(c if c.isprintable() else " " for c in text)
    text = " ".join(text.replace('""', '"').split())
    text = re.sub(r"^(\d+)\.0$", r"\1", text)  # numbers that some program took for decimals
    return "" if text.casefold() in _MISSING else text


def harmless(text: str) -> str:
    """A text that begins like a formula gets an apostrophe, so that no spreadsheet ever computes it; none too long."""
    if len(text) > LONGEST_NAME:
        text = text[:LONGEST_NAME] + "… " + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
    return f"'{text}" if _FORMULA.match(text) else text


def _customer(text: str) -> str:
    text = tidy(text)
    if text.casefold() in _NOBODY:
        return ""
    return harmless(text.casefold() if "@" in text else text)


def cleaned(frame: pd.DataFrame, where: Layout, file: str, problems: list[Problem]) -> Rows:
    """The purchases in `frame`, whose columns are numbered as in the file; what happens is added to `problems`.

    Raises PurchasesError when no row is left.
    """
    cells = {role: frame[number] for role, number in where.roles.items()}
    customer, item = column(cells["customer"], _customer), column(cells["item"], tidy)
    quantity = _quantity(cells, file, problems)
    keep = ~_empty(cells)
    for code, unwanted in (
        ("broken_rows", column(frame["spare"], tidy).codes >= 0),
        ("repeated_header", _same_as_header(cells, where)),
        ("sum_rows", _where(customer, lambda name: bool(_SUM.fullmatch(name)))),
        ("no_customer", customer.codes < 0),
        ("no_item", item.codes < 0),
        ("returns", np.zeros(len(frame), bool) if quantity is None else quantity <= 0),
    ):
        keep = _left_out(keep, unwanted, code, file, problems)
    keep = _left_out(keep, _twice(cells, customer, item, keep), "duplicates", file, problems)
    if not keep.any():
        raise PurchasesError(Problem("no_rows" if len(frame) else "only_header", file), tuple(problems))
    item = _readable(item, cells, keep, where, problems)
    kept = {role: column[keep] for role, column in cells.items()}
    return Rows(
        Column(customer.codes[keep], customer.names),
        _without_formulas(Column(item.codes[keep], item.names), file, problems),
        _dates(kept, where, problems),
        _ratings(kept, where, problems),
        None if quantity is None else quantity[keep].astype(np.float32),
    )


def _left_out(keep: np.ndarray, unwanted: np.ndarray, code: str, file: str, problems: list[Problem]) -> np.ndarray:
    if count := int((keep & unwanted).sum()):
        problems.append(Problem(code, file, {"count": count}))
    return keep & ~unwanted


def _where(column: Column, test: Callable[[str], bool]) -> np.ndarray:
    return np.array([test(name) for name in column.names] + [False])[column.codes]


def _empty(cells: dict[str, pd.Series]) -> np.ndarray:
    return np.logical_and.reduce([column(one, tidy).codes < 0 for one in cells.values()])


def _same_as_header(cells: dict[str, pd.Series], where: Layout) -> np.ndarray:
    """Each page of a printed list has its header again."""
    here = [cells[role] == where.names[where.roles[role]] for role in ("customer", "item")]
    return (here[0] & here[1]).to_numpy() if where.header >= 0 else np.zeros(len(here[0]), bool)


def _twice(cells: dict[str, pd.Series], customer: Column, item: Column, keep: np.ndarray) -> np.ndarray:
    """The second and further lines that agree in everything that is used, in date and time too."""
    others = {role: one.cat.codes for role, one in cells.items() if role not in ("customer", "item", "item_name")}
    same = pd.DataFrame({"customer": customer.codes, "item": item.codes, **others})[keep].duplicated()
    twice = np.zeros(len(keep), bool)
    twice[np.flatnonzero(keep)] = same
    return twice


def _readable(number: Column, cells: dict[str, pd.Series], keep, where: Layout, problems: list[Problem]) -> Column:
    """The article by its name instead of its number, where each number has one name and each name one number."""
    if "item_name" not in cells:
        return number
    name = column(cells["item_name"], tidy)
    pairs = pd.DataFrame({"number": number.codes[keep], "name": name.codes[keep]}).drop_duplicates()
    if pairs["number"].is_unique and pairs["name"].is_unique and (pairs["name"] >= 0).all():
        return name
    columns = where.names[where.roles["item"]], where.names[where.roles["item_name"]]
    problems.append(Problem("article_number", columns[0], {"name": columns[1]}))
    return number


def _without_formulas(item: Column, file: str, problems: list[Problem]) -> Column:
    if count := len(np.unique(item.codes[_where(item, lambda name: bool(_FORMULA.match(name)))])):
        problems.append(Problem("formula", file, {"count": count}))
    cells = pd.Series(pd.Categorical.from_codes(item.codes, item.names))
    return column(cells, harmless)


def _quantity(cells: dict[str, pd.Series], file: str, problems: list[Problem]) -> np.ndarray | None:
    if "quantity" not in cells:
        return None
    found = column(cells["quantity"], tidy)
    values = np.append(numbers(found.names), 1.0)  # the last for an empty cell, whose code is -1
    if count := int(np.isnan(values)[found.codes].sum()):
        problems.append(Problem("quantity_text", file, {"count": count}))
    return np.nan_to_num(values, nan=1.0)[found.codes]


def _dates(cells: dict[str, pd.Series], where: Layout, problems: list[Problem]) -> np.ndarray | None:
    if "date" not in cells:
        return None
    name, found = where.names[where.roles["date"]], column(cells["date"], tidy)
    days, ambiguous = dates(found.names)
    if ambiguous:
        problems.append(Problem("ambiguous_dates", name))
    if count := int((np.isnat(np.append(days, np.datetime64(0, "D")))[found.codes]).sum()):
        problems.append(Problem("unreadable_dates", name, {"count": count}))
    values = np.append(days, np.datetime64("NaT", "D"))[found.codes]
    return None if np.isnat(values).all() else values


def _ratings(cells: dict[str, pd.Series], where: Layout, problems: list[Problem]) -> np.ndarray | None:
    if "rating" not in cells:
        return None
    found = column(cells["rating"], tidy)
    values = numbers(found.names)
    if count := int(np.isnan(np.append(values, 0))[found.codes].sum()):
        problems.append(Problem("unreadable_ratings", where.names[where.roles["rating"]], {"count": count}))
    ratings = np.append(values, np.nan)[found.codes].astype(np.float32)
    return None if np.isnan(ratings).all() else ratings


def size_order(names: Sequence[str]) -> list[int]:
    """Numbers by size, before words by alphabet, Ä beside A."""

    def key(i: int):
        name = names[i]
        number = name.isascii() and name.isdigit()
        size = len(name.lstrip("0")) if number else 0
        return not number, size, unicodedata.normalize("NFKD", name).casefold(), name

    return sorted(range(len(names)), key=key)
