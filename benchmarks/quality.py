"""How well, how fast and how large: the picture model on any folder of pictures, beside plain models in the same run.

python benchmarks/quality.py                            the flange set, its own split by part
python benchmarks/quality.py --data DIR --train 200     sub-folders are classes, 200 training pictures
python benchmarks/quality.py --data DIR --groups REGEX  names that match alike stay on one side
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import pickle
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from measures import milliseconds, peak_mb
from peers import PEERS, near_copies, peer_probability
from sklearn.metrics import balanced_accuracy_score, recall_score, roc_auc_score

sys.path.insert(0, str(Path(__file__).parents[1]))

from kitlib import quality
from kitlib.quality.model.calibration import calibration_error

OURS = "ours"


def load(options) -> tuple[quality.Pictures, np.ndarray | None]:
    """The pictures, and which of them are for testing only (None: any group may be)."""
    if options.data is None:
        pictures = quality.flange("standard")
        return pictures, (pictures.info["split"] == "test").to_numpy()
    pictures = quality.load_folder(options.data, group_pattern=options.groups, max_pictures=options.max_pictures)
    if options.near_copies:
        pictures = replace(pictures, groups=near_copies(pictures.images))
    return pictures, None


def split(pictures, fixed_test, per_class: int | None, total: int | None, rng) -> tuple[np.ndarray, np.ndarray]:
    """Indices for training (`per_class` of each class, `total` in all, or two thirds of the groups) and for the test.

    No group is in both.
    """
    labels, groups = pictures.labels, pictures.groups
    free = np.flatnonzero(~fixed_test) if fixed_test is not None else np.arange(len(pictures))
    names = rng.permutation(np.unique(groups[free]))
    rank = {name: i for i, name in enumerate(names)}
    rows = free[np.argsort([rank[g] for g in groups[free]], kind="stable")]
    if per_class or total:
        shares = np.bincount(labels[free], minlength=len(pictures.classes)) / len(free)
        quota = [per_class or round(total * share) for share in shares]
        train = np.concatenate([rows[labels[rows] == c][:n] for c, n in enumerate(quota)])
    elif fixed_test is not None:
        train = rows
    else:
        train = rows[np.isin(groups[rows], names[: round(len(names) * 2 / 3)])]
    rest = np.flatnonzero(~np.isin(groups, groups[train]))
    return train, rest if fixed_test is None else np.flatnonzero(fixed_test)


def measure(file: Path, seed: int) -> dict:
    """Train and predict in this process, which should be fresh: figures of one run. file: pickled (train, test)."""
    with file.open("rb") as opened:
        train, test = pickle.load(opened)
    began = time.perf_counter()
    model = quality.train(train, seed=seed)
    fit = time.perf_counter() - began
    one = test.subset([0])
    model.heatmap(one)
    probability = model.predict_proba(test)
    return {
        "probability": probability,
        "method": model.method,
        "reason": model.reason.code,
        "scores": model.scores,
        "fit_s": fit,
        "predict_ms": milliseconds(lambda: model.predict_proba(one)),
        "heatmap_ms": milliseconds(lambda: model.heatmap(one)),
        "peak_mb": peak_mb(),
    }


def figures(probability: np.ndarray, labels: np.ndarray, classes: tuple[str, ...]) -> dict:
    stated = probability.argmax(1)
    recall = recall_score(labels, stated, labels=range(len(classes)), average=None, zero_division=np.nan)
    found = {
        "accuracy": float((stated == labels).mean()),
        "balanced_accuracy": float(balanced_accuracy_score(labels, stated)),
        "calibration_error": calibration_error(probability, labels),
    }
    if len(classes) == 2 and len(np.unique(labels)) == 2:
        found["auroc"] = float(roc_auc_score(labels, probability[:, 1]))
    return found | {f"recall {name}": float(r) for name, r in zip(classes, recall, strict=True)}


def run(pictures, fixed_test, options) -> dict:
    """All repeats: {"ours" or name of a peer: [figures of each repeat]}."""
    found = {name: [] for name in (OURS, *PEERS)}
    fresh = multiprocessing.get_context("spawn")
    for repeat in range(options.repeats):
        rng = np.random.default_rng(repeat)
        learn, rest = split(pictures, fixed_test, options.per_class, options.train, rng)
        train, test = pictures.subset(learn), pictures.subset(rest)
        with tempfile.TemporaryDirectory() as folder, fresh.Pool(1) as pool:
            file = Path(folder, "pictures")
            file.write_bytes(pickle.dumps((train, test), protocol=5))
            ours = pool.apply(measure, (file, repeat))
        probability = ours.pop("probability")
        sizes = {"train": len(train), "test": len(test)}
        found[OURS].append(sizes | ours | figures(probability, test.labels, test.classes) | _kinds(test, probability))
        for name in PEERS:
            found[name].append(figures(peer_probability(name, train, test), test.labels, test.classes))
        print(f"repeat {repeat + 1}/{options.repeats} done", file=sys.stderr)
    return found


def _kinds(test, probability: np.ndarray) -> dict:
    """Of the flange set: how many of each kind of defect were found."""
    if test.info is None or "kind" not in test.info:
        return {}
    kinds, stated = test.info["kind"].to_numpy(), probability.argmax(1)
    return {f"found {kind}": float(stated[kinds == kind].mean()) for kind in np.unique(kinds) if kind != "ok"}


def table(found: dict) -> str:
    lines = []
    for name, runs in found.items():
        lines.append(name)
        for key in runs[0]:
            values = [r[key] for r in runs]
            lines.append(f"  {key:<24}{_cell(values)}")
    return "\n".join(lines)


def _cell(values: list) -> str:
    if isinstance(values[0], dict):
        return ", ".join(f"{k} {np.mean([v[k] for v in values if k in v]):.3f}" for k in values[0])
    if isinstance(values[0], str):
        return ", ".join(f"{v} {values.count(v)} x" for v in sorted(set(values)))
    return f"{np.nanmean(values):.3f} +- {np.nanstd(values):.3f}"


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder whose sub-folders are classes (default: the flange set)")
    parser.add_argument("--per-class", type=int, help="training pictures of each class")
    parser.add_argument("--train", type=int, help="training pictures in all (default: two thirds of the groups)")
    parser.add_argument("--groups", metavar="REGEX", help="pictures for which it finds the same text stay together")
    parser.add_argument("--near-copies", action="store_true", help="keep pictures that are nearly the same together")
    parser.add_argument("--max-pictures", type=int, default=3000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    return parser


def main() -> None:
    options = arguments().parse_args()
    pictures, fixed_test = load(options)
    print(f"{pictures}, {len(np.unique(pictures.groups))} groups", file=sys.stderr)
    found = run(pictures, fixed_test, options)
    print(json.dumps(found, indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
