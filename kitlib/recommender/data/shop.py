"""The shipped shop of Musterwerk: made-up purchases with a known truth behind them, see datasets/shop/DATASHEET.md."""

from __future__ import annotations

import hashlib
import io
import os
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from .purchases import Problem, Purchases, PurchasesError, read_only
from .taste import MONTHS, arrival, season

FILES = ("purchases.csv.gz", "articles.csv", "truth_articles.csv", "truth_customers.csv")
NAMES = {"de": "name_de", "en": "name_en", "einfach": "name_de"}


@dataclass(frozen=True, eq=False, repr=False)
class Shop:
    """One shop with what its generator knows; immutable, compared and hashed by identity.

    purchases: `items` are the article ids A001 …, `customers` K0001 …, all with a date.
    articles: one row an article in the order of `purchases.items`: article, name_de, name_en, category, icon, price
    (euro), consumable (0/1), themes, baby (-1..2), introduced (month 0..23).
    customers: one row a customer in the order of `purchases.customers`: customer, segment, joined (month), baby (month
    in which a baby arrives; 99: never).
    tastes: (customers, k), vectors: (articles, k), pull: (articles,): see `taste.appeal`.
    """

    purchases: Purchases
    articles: pd.DataFrame
    customers: pd.DataFrame
    tastes: np.ndarray
    vectors: np.ndarray
    pull: np.ndarray

    def names(self, lang: str) -> tuple[str, ...]:
        """What the articles are called in a language, in the order of `purchases.items`."""
        return self._names[lang]

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        return {lang: tuple(self.articles[column]) for lang, column in NAMES.items()}

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The ids of the categories, in the order of the catalogue."""
        return tuple(dict.fromkeys(self.articles["category"]))

    @cached_property
    def category(self) -> np.ndarray:
        """(articles,) int, index into `categories`."""
        return read_only(self.articles["category"].map(self.categories.index).to_numpy(int))

    @cached_property
    def trait(self) -> np.ndarray:
        """(customers,) bool: has a baby arrived by the last month?"""
        return read_only(self.customers["baby"].to_numpy() < MONTHS)

    @cached_property
    def trait_effect(self) -> np.ndarray:
        """(articles,): what the baby adds to the appeal of each article."""
        return read_only(arrival(self.articles["baby"].to_numpy()))

    @cached_property
    def seasons(self) -> np.ndarray:
        """(24, articles): what the season adds in each month of the data, the first of which is a November."""
        return read_only(np.array([season(self.articles["category"], (m + 10) % 12) for m in range(MONTHS)]))


def folder() -> Path:
    """Where the shop lies: in `$KIT_DATASETS/shop`, else in the checkout this package belongs to."""
    datasets = os.environ.get("KIT_DATASETS")
    return (Path(datasets) if datasets else Path(__file__).parents[3] / "datasets") / "shop"


def shop() -> Shop:
    """The shipped shop, checked against its checksums; the same object each time.

    Raises PurchasesError when files are missing or changed.
    """
    return _load(folder())


def icon(name: str) -> str:
    """SVG text of an article's drawn icon. Raises KeyError for a name that the catalogue does not use."""
    return _icons(folder())[name]


@lru_cache(maxsize=2)
def _icons(root: Path) -> dict[str, str]:
    names = set(pd.read_csv(root / "articles.csv")["icon"])
    return {name: (root / "icons" / f"{name}.svg").read_text("utf-8") for name in sorted(names)}


@lru_cache(maxsize=2)
def _load(root: Path) -> Shop:
    sold, articles, goods, people = (_table(root, name) for name in FILES)
    values = [table.filter(regex=r"^v\d+$").to_numpy(float) for table in (people, goods)]
    purchases = Purchases(
        customers=tuple(people["customer"]),
        items=tuple(articles["article"]),
        customer=_index(sold["customer"], people["customer"]),
        item=_index(sold["article"], articles["article"]),
        date=sold["date"].to_numpy("datetime64[D]"),
    )
    known = people[["customer", "segment", "joined", "baby"]]
    return Shop(purchases, articles, known, *map(read_only, (*values, goods["pull"].to_numpy(float))))


def _index(names: pd.Series, order: pd.Series) -> np.ndarray:
    return pd.Index(order).get_indexer(names).astype(np.int32)


def _table(root: Path, name: str) -> pd.DataFrame:
    try:
        content, sums = (root / name).read_bytes(), (root / "SHA256SUMS").read_text("utf-8")
    except OSError as error:
        raise PurchasesError(Problem("shop_missing", name, {"folder": str(root)})) from error
    plain = content if name.endswith(".gz") else content.replace(b"\r\n", b"\n")  # Git on Windows may turn line ends
    if f"{hashlib.sha256(plain).hexdigest()}  {name}" not in sums.splitlines():
        raise PurchasesError(Problem("shop_changed", name, {"folder": str(root)}))
    return pd.read_csv(io.BytesIO(plain), compression="gzip" if name.endswith(".gz") else None)
