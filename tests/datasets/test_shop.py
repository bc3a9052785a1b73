"""The shop set: what the lessons need is in it, the generator makes it again, and the data sheet says what is true."""

import gzip
import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from kitlib.recommender.data.shop import shop
from kitlib.recommender.model import room
from kitlib.recommender.model.evaluate import gini

SHOP = Path(__file__).parents[2] / "datasets" / "shop"


@pytest.fixture(scope="module")
def sold():
    return shop().purchases


def test_as_much_as_the_lessons_need(sold):
    assert len(sold.customers) >= 2500
    assert len(sold.items) >= 400
    assert 75_000 <= len(sold) <= 85_000
    months = sold.date.astype("datetime64[M]")
    assert int((months.max() - months.min()).astype(int)) == 23


def test_articles_have_names_in_both_languages_a_price_and_an_icon():
    table = shop().articles
    for column in ("name_de", "name_en"):
        assert table[column].is_unique
        assert table[column].str.len().between(3, 34).all()
    assert (table["price"] > 0).all()
    assert set(table["category"].value_counts()) == {40}
    assert all((SHOP / "icons" / f"{icon}.svg").is_file() for icon in table["icon"])


@pytest.mark.parametrize("path", sorted((SHOP / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_a_drawing_and_nothing_else(path):
    text = path.read_text("utf-8")
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}
    assert tags <= {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    assert not re.search(r"href|url\(|on\w+=", text)
    assert len(text) < 1000


def test_nobody_buys_before_joining_and_nothing_is_sold_before_it_comes_in(sold):
    month = (sold.date.astype("datetime64[M]") - np.datetime64("2024-11")).astype(int)
    assert (month >= shop().customers["joined"].to_numpy()[sold.customer]).all()
    introduced = shop().articles["introduced"].to_numpy()
    assert (month >= introduced[sold.item]).all()
    assert (introduced > 0).sum() >= 60


def test_the_generator_makes_the_same_files_again(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("make", SHOP / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    (tmp_path / "catalogue.csv").write_bytes((SHOP / "catalogue.csv").read_bytes())
    monkeypatch.setattr(make, "HERE", tmp_path)
    make.main()
    for name in ("purchases.csv.gz", "articles.csv", "truth_articles.csv", "truth_customers.csv"):
        # Compressed bytes may differ between versions of zlib, what is inside may not.
        made, shipped = ((folder / name).read_bytes() for folder in (tmp_path, SHOP))
        if name.endswith(".gz"):
            made, shipped = gzip.decompress(made), gzip.decompress(shipped)
        assert made == shipped.replace(b"\r\n", b"\n"), name


def test_the_data_sheet_says_what_is_in_the_files(sold):
    rows = [line.split("|")[1:3] for line in (SHOP / "DATASHEET.md").read_text("utf-8").splitlines() if "|" in line]
    said = {name.strip(): value.strip() for name, value in rows if name.strip()}
    bought, each = (np.bincount(index) for index in (sold.item, sold.customer))
    cells = len(sold.customers) * len(sold.items)
    assert said["filled cells of the purchase matrix"] == _percent(sold.matrix().nnz / cells, 1)
    assert said["repeat purchases among all purchases"] == _percent(1 - sold.matrix().nnz / len(sold))
    assert said["Gini of article popularity"] == _short(gini(bought))
    assert said["sales of the top tenth of articles"] == _percent(np.sort(bought)[-40:].sum() / len(sold))
    most_active = np.sort(each)[-27:].sum() / len(sold)
    assert said["purchases of the most active hundredth of customers"] == _percent(most_active)
    found = f"{np.median(each):.0f} / {each.mean():.0f} / {each.max()}"
    assert said["purchases a customer, median / mean / largest"] == found
    names = {"random": "random", "popular": "bestseller list", "neighbours": "similar articles", "ease": "EASE"}
    for method, name in (names | {"oracle": "oracle"}).items():
        assert said[f"hit rate at 10: {name}"] == _short(room.hit_rate(method))


def _percent(share: float, digits: int = 0) -> str:
    return f"{100 * share:.{digits}f} %"


def _short(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def test_it_behaves_like_a_real_shop():
    """The targets of the project: a model is worth it, and not everything can be foretold."""
    best, popular, oracle = (room.hit_rate(method) for method in ("ease", "popular", "oracle"))
    assert room.hit_rate("random") < popular < room.hit_rate("neighbours") <= best < oracle
    assert best / popular >= 1.25
    assert best / oracle >= 0.75
    counts = pd.Series(shop().purchases.item).value_counts()
    assert 0.58 <= gini(counts.to_numpy()) <= 0.66


def test_the_trait_shows_in_the_mix_and_not_only_in_its_tell_tale_articles():
    bought = shop().purchases.matrix().toarray()
    kind = shop().articles["baby"].to_numpy()
    share = {k: bought[:, kind == k].mean(axis=1) for k in (-1, 0, 1, 2)}
    ratio = {k: v[shop().trait].mean() / v[~shop().trait].mean() for k, v in share.items()}
    assert ratio[2] > 3
    assert ratio[1] > 1.3
    assert ratio[-1] < 0.8
    assert 0.1 < shop().trait.mean() < 0.2
