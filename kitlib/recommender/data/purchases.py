"""Who bought what, in memory, and what was noticed while the table was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy import sparse

from kitlib.tables import problem

NOTES = frozenset(
    {
        "ambiguous_dates",
        "article_number",
        "clear_names",
        "formula",
        "odd_letters",
        "one_sheet",
        "orders_as_customers",
        "personal_items",
        "pseudonymised",
        "quantity_text",
        "unreadable_dates",
        "unreadable_ratings",
    }
)


class Problem(problem.Problem):
    """Something a person should know about the table; its sentence is in texts/problems.toml."""

    notes = NOTES


class PurchasesError(problem.IntakeError):
    """Nothing usable at all. `problem` says why, `problems` what else was noticed on the way."""


@dataclass(frozen=True, eq=False, repr=False)
class Purchases:
    """Purchases, one row each; immutable, compared and hashed by identity.

    customers: names of the rows of `matrix()`, different from each other; pseudonyms for a company's own table.
    items: names of its columns, different from each other.
    customer: (n,) int32, index into `customers`. item: (n,) int32, index into `items`. Repeat purchases stay.
    date: (n,) datetime64[D], NaT where unknown, or None.
    rating: (n,) float32, nan where unknown, or None. quantity: (n,) float32, or None.
    problems: what was left out and why, and notes.
    All arrays are made read-only. Raises ValueError when lengths, types or indices do not fit together.
    """

    customers: tuple[str, ...]
    items: tuple[str, ...]
    customer: np.ndarray
    item: np.ndarray
    date: np.ndarray | None = None
    rating: np.ndarray | None = None
    quantity: np.ndarray | None = None
    problems: tuple[Problem, ...] = ()

    def __post_init__(self):
        for name, names in (("customer", self.customers), ("item", self.items)):
            index = getattr(self, name)
            if len(set(names)) != len(names):
                raise ValueError(f"{name}s must be different from each other")
            if index.dtype != np.int32 or index.ndim != 1:
                raise ValueError(f"{name} must be (n,) int32, not {index.shape} {index.dtype}")
            if len(index) and not 0 <= index.min() <= index.max() < len(names):
                raise ValueError(f"{name} must be indices into {name}s")
        if len(self.item) != len(self.customer):
            raise ValueError("customer and item must have the same length")
        for name, dtype in (("date", "datetime64[D]"), ("rating", "float32"), ("quantity", "float32")):
            values = getattr(self, name)
            if values is not None and (values.dtype != dtype or values.shape != self.customer.shape):
                raise ValueError(f"{name} must be ({len(self)},) {dtype}, not {values.shape} {values.dtype}")
        for name in ("customer", "item", "date", "rating", "quantity"):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, read_only(getattr(self, name)))

    def __len__(self) -> int:
        return len(self.customer)

    def __repr__(self) -> str:
        return f"Purchases({len(self)} of {len(self.customers)} customers and {len(self.items)} items)"

    def matrix(self) -> sparse.csr_array:
        """(customers, items) float64: 1 where somebody bought something at least once, else 0. Read-only, made once."""
        return self._matrix

    def rows_of(self, customer: int) -> np.ndarray:
        """Which purchases are those of the customer with this index, in the order of the table."""
        order, start = self._by_customer
        return order[start[customer] : start[customer + 1]]

    def subset(self, rows) -> Purchases:
        """The purchases at `rows` (integers, booleans or a slice) in that order; all customers and items stay."""
        columns = {name: getattr(self, name) for name in ("customer", "item", "date", "rating", "quantity")}
        return replace(self, **{name: None if values is None else values[rows] for name, values in columns.items()})

    @cached_property
    def _matrix(self) -> sparse.csr_array:
        shape = len(self.customers), len(self.items)
        matrix = sparse.coo_array((np.ones(len(self)), (self.customer, self.item)), shape=shape).tocsr()
        matrix.sum_duplicates()
        matrix.data[:] = 1  # whoever buys coffee each week is no stronger hint than who bought it once
        for part in (matrix.data, matrix.indices, matrix.indptr):
            part.flags.writeable = False
        return matrix

    @cached_property
    def _by_customer(self) -> tuple[np.ndarray, np.ndarray]:
        order = np.argsort(self.customer, kind="stable")
        start = np.searchsorted(self.customer[order], np.arange(len(self.customers) + 1))
        return read_only(order), start


def read_only(array: np.ndarray) -> np.ndarray:
    """A view of `array` that cannot be written to."""
    view = array.view()
    view.flags.writeable = False
    return view
