"""Makes the shop set from catalogue.csv: `python datasets/shop/make.py`, a few seconds. See DATASHEET.md."""

from __future__ import annotations

import gzip
import hashlib
import sys
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from kitlib.recommender.data import taste  # noqa: E402

SEED, CUSTOMERS, PURCHASES = 2026, 2700, 80_000
START = np.datetime64("2024-11-01")
NEW_ARTICLES = 72
"""So many articles come in during the 24 months, three a month."""
BABIES = 0.15
HIDDEN = 3
"""Traits of taste that no column of the catalogue names, as in real life."""
SEGMENTS = {
    "carpentry": {"wood": 1.0, "painting": 0.3, "safety": 0.3},
    "metalwork": {"metal": 1.0, "safety": 0.4, "car": 0.2},
    "electrics": {"electric": 1.0, "safety": 0.2, "metal": 0.2},
    "painting": {"painting": 1.0, "cleaning": 0.4, "safety": 0.2},
    "gardening": {"garden": 1.0, "outdoor": 0.5, "wood": 0.2},
    "crafts": {"model": 0.9, "sewing": 0.7, "family": 0.2},
    "cars": {"car": 1.0, "metal": 0.3, "cleaning": 0.3},
    "household": {"family": 0.7, "cleaning": 0.6, "painting": 0.3, "garden": 0.3},
}
SHARES = (0.17, 0.14, 0.11, 0.1, 0.14, 0.1, 0.1, 0.14)
THEMES = ("wood", "metal", "electric", "car", "garden", "painting", "model", "sewing", "outdoor", "family", "safety",
          "cleaning")  # fmt: skip


def articles(rng) -> tuple[pd.DataFrame, np.ndarray]:
    """The catalogue with month of introduction and pull, and the articles' vectors (articles, themes + hidden)."""
    table = pd.read_csv(HERE / "catalogue.csv")
    table["introduced"] = 0
    new = rng.permutation(np.flatnonzero(table["baby"] < 2))[:NEW_ARTICLES]
    table.loc[new, "introduced"] = np.sort(rng.integers(1, taste.MONTHS - 1, NEW_ARTICLES))
    cheap = -0.25 * (np.log(table["price"]) - np.log(table["price"]).mean())
    table["pull"] = (cheap + rng.normal(0, 1.06, len(table)) + 0.25 * table["consumable"]).round(3)
    themes = np.array([[float(name in row.split()) for name in THEMES] for row in table["themes"]])
    themes /= np.sqrt(themes.sum(axis=1, keepdims=True))
    hidden = rng.normal(0, 0.4, (len(table), HIDDEN))
    hidden += _by_category(table, rng)
    return table, np.hstack([themes, hidden]).round(3)


def _by_category(table: pd.DataFrame, rng) -> np.ndarray:
    """Articles of one category resemble each other beyond their themes."""
    centres = {name: rng.normal(0, 0.8, HIDDEN) for name in sorted(set(table["category"]))}
    return np.array([centres[name] for name in table["category"]])


def customers(rng) -> tuple[pd.DataFrame, np.ndarray]:
    """Segment, month of joining, activity and month of the baby's arrival; and tastes (customers, themes + hidden)."""
    names = rng.choice(list(SEGMENTS), CUSTOMERS, p=SHARES)
    second = rng.choice(list(SEGMENTS), CUSTOMERS, p=SHARES)
    profile = np.array([[SEGMENTS[name].get(theme, 0.0) for theme in THEMES] for name in SEGMENTS])
    row = {name: i for i, name in enumerate(SEGMENTS)}
    mixed = profile[[row[n] for n in names]] + 0.45 * profile[[row[n] for n in second]]
    keen = rng.gamma(6, 1 / 6, (CUSTOMERS, 1))  # some buy nearly only what they came for, others a bit of everything
    tastes = 3.1 * keen * mixed + rng.normal(0, 0.2, mixed.shape)
    hidden = rng.normal(0, 0.9, (CUSTOMERS, HIDDEN))
    early = rng.random(CUSTOMERS) < 0.6
    table = pd.DataFrame(
        {
            "customer": [f"K{i:04d}" for i in 1 + np.arange(CUSTOMERS)],
            "segment": names,
            "joined": np.where(early, 0, rng.integers(1, taste.MONTHS, CUSTOMERS)),
            "activity": rng.lognormal(0, 1.05, CUSTOMERS).round(3),
        }
    )
    born = rng.integers(-2, taste.MONTHS - 6, CUSTOMERS)
    table["baby"] = pd.array(np.where(rng.random(CUSTOMERS) < BABIES, born, 99), dtype="Int64")
    return table, np.hstack([tastes, hidden]).round(3)


def orders(table: pd.DataFrame, rng) -> pd.DataFrame:
    """(customer index, day) of each order, in time order for each customer, about PURCHASES / 2.6 in all."""
    weight = table["activity"] * (taste.MONTHS - table["joined"])
    count = 1 + rng.poisson(weight / weight.sum() * (PURCHASES / 2.63 - CUSTOMERS))
    customer = np.repeat(np.arange(CUSTOMERS), count)
    days = (START.astype("M8[M]") + taste.MONTHS).astype("M8[D]") - START
    first = ((START.astype("M8[M]") + table["joined"].to_numpy()).astype("M8[D]") - START).astype(int)[customer]
    day = (first + rng.random(len(customer)) * (days.astype(int) - first)).astype(int)
    return pd.DataFrame({"customer": customer, "day": day}).sort_values(["customer", "day"], ignore_index=True)


def shop(goods: pd.DataFrame, vectors, people: pd.DataFrame, tastes, rng) -> pd.DataFrame:
    """Walk through all orders; what somebody has bought changes what they buy next."""
    base = taste.appeal(tastes, vectors, goods["pull"].to_numpy())
    months = [_shelf(goods, month) for month in range(taste.MONTHS)]
    after = np.where(goods["consumable"] == 1, taste.REPEAT, taste.ENOUGH)
    birth = taste.arrival(goods["baby"].to_numpy())
    rows = []
    for c, group in orders(people, rng).groupby("customer")["day"]:
        history = np.zeros(len(goods))
        for day in group:
            month = _month(day)
            utility = base[c] + months[month] + history + birth * (month >= people["baby"].iloc[c])
            size = min(1 + rng.poisson(1.63), 12)
            bought = rng.choice(len(goods), size, replace=False, p=taste.choice(utility))
            rows += [(c, i, day) for i in bought]
            history[bought] = after[bought]
    return pd.DataFrame(rows, columns=["customer", "article", "day"])


def _shelf(goods: pd.DataFrame, month: int) -> np.ndarray:
    return taste.on_sale(goods["introduced"].to_numpy(), month) + taste.season(goods["category"], (month + 10) % 12)


def _month(day: int) -> int:
    return int(((START + day).astype("M8[M]") - START.astype("M8[M]")).astype(int))


def write(name: str, table: pd.DataFrame) -> None:
    text = table.to_csv(index=False, lineterminator="\n").encode()
    packed = gzip.compress(text, 9, mtime=0) if name.endswith(".gz") else text
    (HERE / name).write_bytes(packed)


def _truth(table: pd.DataFrame, columns: list[str], values: np.ndarray) -> pd.DataFrame:
    return table[columns].join(pd.DataFrame(values, columns=[f"v{i}" for i in range(values.shape[1])]))


def main() -> None:
    rng = np.random.default_rng(SEED)
    goods, vectors = articles(rng)
    people, tastes = customers(rng)
    sold = shop(goods, vectors, people, tastes, rng).sort_values(["day", "customer"], kind="stable")
    sold["date"] = (START + sold.pop("day").to_numpy()).astype(str)
    sold["customer"] = people["customer"].to_numpy()[sold["customer"]]
    sold["article"] = goods["article"].to_numpy()[sold["article"]]
    write("purchases.csv.gz", sold)
    write("articles.csv", goods.drop(columns=["pull"]))
    write("truth_articles.csv", _truth(goods, ["article", "pull"], vectors))
    write("truth_customers.csv", _truth(people, ["customer", "segment", "joined", "baby"], tastes))
    files = sorted([*HERE.glob("*.csv"), *HERE.glob("*.gz"), *HERE.glob("icons/*.svg")])
    sums = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(HERE).as_posix()}" for f in files]
    (HERE / "SHA256SUMS").write_text("\n".join(sums) + "\n", "utf-8")


if __name__ == "__main__":
    main()
