"""Columns -> rows that count as purchases: what is none is left out, and each reason is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .cells import Column, harmless, like_formula
from .columns import Layout
from .purchases import Problem, PurchasesError
from .values import dates, numbers

_SUM = re.compile(
    r"(((gesamt|end|zwischen)?summe|gesamt(ergebnis|umsatz|menge)?|insgesamt|übertrag|(grand |sub)?total|sum)[\W\d]*"
    r"|(zwischen)?summe .*|(.* )?ergebnis)",  # the last: Excel's own subtotals
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Rows:
    """Purchases, each array (n,); see `Purchases`."""

    customer: Column
    item: Column
    date: np.ndarray | None
    rating: np.ndarray | None
    quantity: np.ndarray | None

    def __len__(self) -> int:
        return len(self.customer.codes)

    def at(self, keep: np.ndarray) -> Rows:
        """The rows where `keep` is true."""
        customer, item = (Column(column.codes[keep], column.names) for column in (self.customer, self.item))
        rest = (None if values is None else values[keep] for values in (self.date, self.rating, self.quantity))
        return Rows(customer, item, *rest)


def cleaned(cells: Mapping[str, Column], where: Layout, file: str, problems: list[Problem]) -> Rows:
    """The purchases among the rows of `cells` (role -> column); what happens is added to `problems`.

    Raises PurchasesError when no row is left.
    """
    customer, item = cells["customer"], cells["item"]
    quantity = _quantity(cells)  # nan where there is no number
    keep = np.logical_or.reduce([cells[role].codes >= 0 for role in where.roles])  # empty rows need no mention
    if not len(keep):
        raise PurchasesError(Problem("only_header", file), tuple(problems))
    reasons = {
        "broken_rows": cells["spare"].codes >= 0,
        "repeated_header": _same_as_header(cells, where),
        "sum_rows": customer.where(lambda name: bool(_SUM.fullmatch(name))),
        "no_customer": customer.codes < 0,
        "no_item": item.codes < 0,
        "returns": np.zeros(len(keep), bool) if quantity is None else quantity <= 0,
    }
    for code, unwanted in reasons.items():
        keep = _left_out(keep, unwanted, code, file, problems)
    keep = _left_out(keep, _twice(cells, keep), "duplicates", file, problems)
    if not keep.any():
        raise PurchasesError(Problem("no_rows", file), tuple(problems))
    kept = {role: Column(column.codes[keep], column.names) for role, column in cells.items()}
    return Rows(
        kept["customer"],
        _items(kept, where, file, problems),
        _dates(kept, where, problems),
        _ratings(kept, where, problems),
        _noted_quantity(quantity, keep, where, problems),
    )


def _left_out(keep: np.ndarray, unwanted: np.ndarray, code: str, file: str, problems: list[Problem]) -> np.ndarray:
    if count := int((keep & unwanted).sum()):
        problems.append(Problem(code, file, {"count": count}))
    return keep & ~unwanted


def _same_as_header(cells: Mapping[str, Column], where: Layout) -> np.ndarray:
    """Each page of a printed list has its header again."""
    name = {role: where.names[where.roles[role]] for role in ("customer", "item")}
    here = [cells[role].where(lambda text, role=role: text == name[role]) for role in name]
    return here[0] & here[1] & (where.header >= 0)


def _twice(cells: Mapping[str, Column], keep: np.ndarray) -> np.ndarray:
    """The second and further rows that agree in everything that is used, in the time of day too."""
    same = {role: cells[role].codes[keep] for role in ("customer", "item")}
    same |= {role: cells[role].exact[keep] for role in ("date", "rating", "quantity", "order") if role in cells}
    twice = np.zeros(len(keep), bool)
    twice[np.flatnonzero(keep)] = pd.DataFrame(same).duplicated()
    return twice


def _items(cells: Mapping[str, Column], where: Layout, file: str, problems: list[Problem]) -> Column:
    item = _readable(cells, where, problems)
    if count := len(np.unique(item.codes[item.where(like_formula)])):
        problems.append(Problem("formula", file, {"count": count}))
    return item.renamed(harmless)


def _readable(cells: Mapping[str, Column], where: Layout, problems: list[Problem]) -> Column:
    """The article by its name instead of its number, where each number has one name and each name one number."""
    number, name = cells["item"], cells.get("item_name")
    if name is None:
        return number
    pairs = pd.DataFrame({"number": number.codes, "name": name.codes}).drop_duplicates()
    if pairs["number"].is_unique and pairs["name"].is_unique and (pairs["name"] >= 0).all():
        return name
    columns = where.names[where.roles["item"]], where.names[where.roles["item_name"]]
    problems.append(Problem("article_number", columns[0], {"name": columns[1]}))
    return number


def _quantity(cells: Mapping[str, Column]) -> np.ndarray | None:
    if "quantity" not in cells:
        return None
    found = cells["quantity"]
    return np.append(numbers(found.names), 1.0)[found.codes]  # an empty cell counts as 1


def _noted_quantity(quantity, keep: np.ndarray, where: Layout, problems: list[Problem]) -> np.ndarray | None:
    if quantity is None:
        return None
    if count := int(np.isnan(quantity[keep]).sum()):
        problems.append(Problem("quantity_text", where.names[where.roles["quantity"]], {"count": count}))
    return np.nan_to_num(quantity[keep], nan=1.0).astype(np.float32)


def _dates(kept: Mapping[str, Column], where: Layout, problems: list[Problem]) -> np.ndarray | None:
    if "date" not in kept:
        return None
    name, found = where.names[where.roles["date"]], kept["date"]
    days, ambiguous = dates(found.names)
    if ambiguous:
        problems.append(Problem("ambiguous_dates", name))
    values = np.append(days, np.datetime64("NaT", "D"))[found.codes]
    if count := int((np.isnat(values) & (found.codes >= 0)).sum()):
        problems.append(Problem("unreadable_dates", name, {"count": count}))
    return None if np.isnat(values).all() else values


def _ratings(kept: Mapping[str, Column], where: Layout, problems: list[Problem]) -> np.ndarray | None:
    if "rating" not in kept:
        return None
    found = kept["rating"]
    values = np.append(numbers(found.names), np.nan)[found.codes]
    if count := int((np.isnan(values) & (found.codes >= 0)).sum()):
        problems.append(Problem("unreadable_ratings", where.names[where.roles["rating"]], {"count": count}))
    return None if np.isnan(values).all() else values.astype(np.float32)
