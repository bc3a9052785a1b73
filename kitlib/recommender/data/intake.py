"""A company's own purchase table: from a path or from bytes. Nothing is written to disk, and names become codes."""

from __future__ import annotations

import os
from collections.abc import Mapping

import numpy as np

from kitlib.tables.problem import IntakeError
from kitlib.tables.reading import content_of, tables
from kitlib.tables.tabular import Table

from .cells import Column, encoded, in_order
from .cleaning import Rows, cleaned
from .columns import ROLES, Layout, layout, recognised
from .pseudonyms import noticed, pseudonyms
from .purchases import Problem, Purchases, PurchasesError


def load_purchases(
    source: str | os.PathLike | bytes,
    *,
    columns: Mapping[str, str] | None = None,
    max_rows: int = 500_000,
    names_as_given: bool = False,
    filename: str | None = None,
) -> Purchases:
    """Read purchases from CSV (also .gz, .tsv, .txt, any usual separator and encoding) or Excel (.xlsx).

    source: a path, or the content of a file; `filename` is its name in messages.
    columns: which column is what, as {"customer": "Name", "item": "…"}, also "date", "rating", "quantity". The rest is
        recognised by its name, in German and English. A file of numbers only is: customer, article, rating, time.
    max_rows: of larger tables, customers are drawn by chance, always the same ones, with all they bought.
    names_as_given: keep the customers' names. Only for research data whose names are numbers already.

    Customers become K0001, K0002, … in an order drawn by chance; their names are nowhere in the result.
    Rows that are no purchases (no customer, no article, returns, sums, exact repetitions) are left out and counted in
    `problems`. A quantity that is missing is 1. Articles come in alphabetical order.
    Raises PurchasesError when the file is no table, customer or article cannot be told (code missing_column, whose
    values name the columns found and the nearest ones), or fewer than two customers or articles are left.
    ValueError for an unknown role in `columns`. Two million rows as CSV (145 MB) take about 9 s and 700 MB.
    """
    if unknown := set(columns or ()) - set(ROLES):
        raise ValueError(f"columns must be named by {', '.join(ROLES)}, not {', '.join(sorted(unknown))}")
    try:
        return _load(source, filename, columns, max_rows, names_as_given)
    except IntakeError as error:
        problem, problems = error.problem, error.problems
    raise PurchasesError(problem, problems)  # anew: the first one still holds names, in the variables of its traceback


def _load(source, filename, columns, max_rows: int, names_as_given: bool) -> Purchases:
    content, file = content_of(source, filename)
    found = tables(content, file, lambda row: len(recognised(row)))
    table, where, problems = _chosen(found, columns, file)
    cells = _cells(table, where, file)
    rows = _sample(cleaned(cells, where, file, problems), max_rows, file, problems)
    return _purchases(rows, where, file, problems, names_as_given)


def _chosen(found: list[Table], columns, file: str) -> tuple[Table, Layout, list[Problem]]:
    """The first sheet that has customers and articles."""
    errors = []
    for table in found:
        try:
            where = layout(table.head, columns, file)
        except PurchasesError as error:
            errors.append(error)
            continue
        problems = list(table.problems)
        if len(found) > 1:
            problems.append(Problem("one_sheet", file, {"sheet": table.sheet, "count": len(found)}))
        if where.roles["customer"] == where.roles.get("order"):
            problems.append(Problem("orders_as_customers", where.names[where.roles["order"]]))
        return table, where, problems
    raise errors[0]


def _cells(table: Table, where: Layout, file: str) -> dict[str, Column]:
    for quotes in (True, False):
        try:
            return encoded(table.read(sorted(set(where.roles.values())), where.header + 1, quotes), where.roles)
        except IntakeError:
            raise
        except ValueError:  # of pandas: a quotation mark that is never closed. Once more, as a letter like others
            continue
    raise PurchasesError(Problem("damaged", file))


def _sample(rows: Rows, most: int, file: str, problems: list[Problem]) -> Rows:
    """At most `most` rows: whole customers, drawn by chance. Single rows would tear baskets apart."""
    if len(rows) <= most:
        return rows
    counts = np.bincount(rows.customer.codes, minlength=len(rows.customer.names))
    order = np.random.default_rng(0).permutation(len(counts))
    order = order[(counts[order] > 0) & (counts[order] <= most)]
    order = order[np.cumsum(counts[order]) <= most]
    chosen = rows.at(np.isin(rows.customer.codes, order))
    values = {"rows": len(chosen), "of": len(rows), "customers": len(order), "limit": most}
    problems.append(Problem("sampled", file, values))
    return chosen


def _purchases(rows: Rows, where: Layout, file: str, problems: list[Problem], names_as_given: bool) -> Purchases:
    customers, customer = _used(rows.customer)
    items, item = _used(rows.item)
    for code, names in (("one_customer", customers), ("one_item", items)):
        if len(names) < 2:
            raise PurchasesError(Problem(code, file), tuple(problems))
    if not names_as_given:
        problems += noticed(customers, items, {role: where.names[n] for role, n in where.roles.items()})
        customers, place = pseudonyms(customers)
        customer = place[customer]
    return Purchases(
        customers=tuple(customers),
        items=tuple(items),
        customer=customer,
        item=item,
        date=rows.date,
        rating=rows.rating,
        quantity=rows.quantity,
        problems=tuple(problems),
    )


def _used(column: Column) -> tuple[list[str], np.ndarray]:
    """Only the names that occur, in order, and the codes for them."""
    counts = np.bincount(column.codes, minlength=len(column.names))
    order = [i for i in in_order(column.names) if counts[i]]
    place = np.zeros(len(column.names), np.int32)
    place[order] = np.arange(len(order))
    return [column.names[i] for i in order], place[column.codes]
