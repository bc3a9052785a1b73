"""How well, how fast and how large: our recommenders on any purchase table, beside those of `implicit` in the same run.

python benchmarks/recommender.py                                     the shipped shop, with its ceiling
python benchmarks/recommender.py --data FILE                         a purchase table, columns recognised by name
python benchmarks/recommender.py --data FILE --columns customer=Who,item=What,date=When
python benchmarks/recommender.py --data FILE --least 5 --cut 2011-09-01

Two questions: hide one random article of each customer with at least --least (leave one out), or all that is new after
a date (time; the newest fifth, or from --cut). HR@10: is a hidden one among ten recommended out of the whole range
without what the customer has? Coverage and Gini are those of the lists for leave one out, seconds and memory too.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import pickle
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

import shop_peers
from measures import milliseconds, peak_mb

from kitlib import recommender
from kitlib.recommender.model import evaluate
from kitlib.recommender.model.estimator import METHODS

N, BLOCK = 10, 1000
PEERS = {
    "implicit ALS, as it comes": lambda p, seed: shop_peers.als(p, seed),
    "implicit ALS, tuned": lambda p, seed: shop_peers.als(p, seed, **shop_peers.tuned(p, seed)),
    "implicit cosine": lambda p, seed: shop_peers.neighbours(p, seed, "CosineRecommender"),
    "implicit BM25": lambda p, seed: shop_peers.neighbours(p, seed, "BM25Recommender"),
}
COLUMNS = ("HR@10", "NDCG@10", "HR@10 time", "NDCG@10 time", "coverage", "Gini", "fit s", "click ms", "peak MB")


class Ours:
    """A model of ours, asked as the peers are asked."""

    def __init__(self, purchases, seed: int, method: str):
        self.model = recommender.train(purchases, method=method, seed=seed)
        self.settings = self.model.settings

    def scores(self, rows: np.ndarray) -> np.ndarray:
        return self.model.scores(self.model.known[rows])

    def click(self) -> None:
        self.model.recommend(0, N)


def splits(purchases, options) -> dict[str, tuple]:
    """Name -> (training purchases, customers asked, what is held back from them)."""
    found = {"": evaluate.leave_one_out(purchases, options.seed, options.least)}
    if purchases.date is not None and not np.isnat(purchases.date).all():
        train, held = evaluate.by_time(purchases, cut=options.cut)
        rows = np.flatnonzero(np.diff(held.indptr))
        if len(rows):
            found[" time"] = train, rows, held[rows]
    return found


def measure(name: str, file: Path, seed: int) -> dict:
    """All figures of one method, in this process, which should be fresh. file: pickled `splits`."""
    found = {}
    for suffix, (train, rows, held) in pickle.loads(file.read_bytes()).items():
        train.matrix()
        fitted, seconds = _fit(name, train, seed)
        known = train.matrix()[rows]
        top = [evaluate.top_n(fitted.scores(rows[i]), known[i], N) for i in _blocks(len(rows))]
        found |= _rates(np.concatenate(top), held, suffix)
        if not suffix:
            found |= _spread(np.concatenate(top), len(train.items)) | {"settings": fitted.settings, "fit s": seconds}
            found |= {"click ms": milliseconds(fitted.click), "peak MB": peak_mb()}
    return found


def _fit(name: str, train, seed: int) -> tuple:
    """The fitted method and how long fitting took, without any search for settings of a peer."""
    began = time.perf_counter()
    if name in METHODS:
        return Ours(train, seed, name), time.perf_counter() - began
    fitted = PEERS[name](train, seed)
    if name.endswith("tuned"):
        began = time.perf_counter()
        fitted = shop_peers.als(train, seed, **fitted.settings)
    return fitted, time.perf_counter() - began


def _blocks(rows: int) -> list[slice]:
    return [slice(first, first + BLOCK) for first in range(0, rows, BLOCK)]


def _rates(top: np.ndarray, held, suffix: str) -> dict:
    return {f"HR@10{suffix}": evaluate.hits(top, held), f"NDCG@10{suffix}": evaluate.gain(top, held)}


def _spread(top: np.ndarray, n_items: int) -> dict:
    shown = np.bincount(top[top >= 0], minlength=n_items)
    return {"coverage": evaluate.coverage(top, n_items), "Gini": evaluate.gini(shown)}


def oracle(split: tuple) -> dict:
    """What could be had by whoever knew the tastes of the shop's customers."""
    from kitlib.recommender.model.oracle import chances

    train, rows, held = split
    top = evaluate.top_n(chances()[rows], train.matrix()[rows], N)
    return _rates(top, held, "") | _spread(top, len(train.items))


def run(purchases, options) -> dict:
    """{method: figures}."""
    if not shop_peers.installed():
        print(shop_peers.HOW, file=sys.stderr)
    asked = splits(purchases, options)
    found, fresh = {}, multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "splits")
        file.write_bytes(pickle.dumps(asked, protocol=5))
        for name in (*METHODS[::-1], *(PEERS if shop_peers.installed() else ())):
            with fresh.Pool(1) as pool:
                found[name] = pool.apply(measure, (name, file, options.seed))
            print(f"{name} done", file=sys.stderr)
    return found if options.data else found | {"oracle": oracle(asked[""])}


def table(found: dict) -> str:
    lines = [" " * 28 + "".join(f"{column:>14}" for column in COLUMNS)]
    for name, figures in found.items():
        cells = (_cell(column, figures.get(column)) for column in COLUMNS)
        lines.append(f"{name:<28}{''.join(cells)}")
    chosen = (f"{name}: {figures['settings']}" for name, figures in found.items() if figures.get("settings"))
    return "\n".join([*lines, *chosen])


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return f"{'-':>14}"
    return f"{value:>14.1f}" if column in ("click ms", "peak MB") else f"{value:>14.3f}"


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="CSV or Excel file (default: the shipped shop)")
    parser.add_argument("--columns", default="", help="customer=NAME,item=NAME,date=NAME, where not recognised")
    parser.add_argument("--least", type=int, default=2, help="articles a customer needs to have for leave one out")
    parser.add_argument("--cut", metavar="DATE", help="first day held back (default: the newest fifth)")
    parser.add_argument("--max-rows", type=int, default=2_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    return parser


def load(options):
    if options.data is None:
        return recommender.shop().purchases
    columns = dict(pair.split("=", 1) for pair in options.columns.split(",") if pair)
    return recommender.load_purchases(options.data, columns=columns, max_rows=options.max_rows)


def main() -> None:
    options = arguments().parse_args()
    purchases = load(options)
    print(purchases, file=sys.stderr)
    for problem in purchases.problems:
        print(f"  {problem.code} {problem.values}", file=sys.stderr)
    found = run(purchases, options)
    print(json.dumps(found, indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
