"""The benchmark reads intent data as published, never trains on what it asks, and chooses its threshold elsewhere."""

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def bench():
    sys.path.insert(0, str(FOLDER))
    try:
        found = importlib.util.spec_from_file_location("benchmark_chatbot", FOLDER / "chatbot.py")
        made = importlib.util.module_from_spec(found)
        sys.modules["benchmark_chatbot"] = made
        found.loader.exec_module(made)
        yield made
    finally:
        sys.path.remove(str(FOLDER))


ROWS = [("what does shipping cost", "cost"), ("when will it come", "time")]
FILES = {
    "a.csv": "text,category\nwhat does shipping cost,cost\nwhen will it come,time\n",
    "b.tsv": "what does shipping cost\tcost\nwhen will it come\ttime\n",
    "c.csv": "Answer;Question\ncost;what does shipping cost\ntime;when will it come\n",
    "d.md": "## intent:cost\n- what does [shipping](thing) cost\n\n## synonym:x\n- y\n\n"
    "## intent:time\n- when will it come\n",
    "e.yml": 'version: "3"\nnlu:\n- intent: cost\n  examples: |\n    - what does [shipping]{"e": 1} cost\n'
    "- intent: time\n  examples: |\n    - when will it come\n",
    "f.json": json.dumps([{"text": text, "intent": label} for text, label in ROWS]),
    "g.json": json.dumps({label: [text] for text, label in ROWS}),
}


@pytest.mark.parametrize("name", FILES)
def test_formats(bench, tmp_path, name):
    (tmp_path / name).write_text(FILES[name], "utf-8")
    assert bench.intents.load(tmp_path / name) == {"all": ROWS}


def test_parts_and_out_of_scope(bench, tmp_path):
    clinc = {"train": [["a b", "x"]], "test": [["c", "x"]], "val": [["d", "x"]], "oos_test": [["e", "oos"]]}
    (tmp_path / "data.json").write_text(json.dumps(clinc), "utf-8")
    expected = {"train": [("a b", "x")], "test": [("c", "x"), ("e", "")], "val": [("d", "x")]}
    assert bench.intents.load(tmp_path / "data.json") == expected
    for part, rows in {"train": "a b", "valid": "d"}.items():
        (tmp_path / "seq" / part).mkdir(parents=True)
        (tmp_path / "seq" / part / "seq.in").write_text(rows + "\n", "utf-8")
        (tmp_path / "seq" / part / "label").write_text("x\n", "utf-8")
    assert bench.intents.load(tmp_path / "seq") == {"train": [("a b", "x")], "val": [("d", "x")]}
    with pytest.raises(ValueError, match="no questions"):
        bench.intents.load(tmp_path / "seq" / "nothing")


def test_made_splits_ask_only_what_was_not_learnt(bench):
    rows = [(f"wording {i} of {label}", label) for label in "abcdefgh" for i in range(8)]
    made = bench.intents.split({"all": rows})
    taught = {text for text, _ in made.train}
    assert not taught & {text for text, _ in made.test + made.val}
    assert not {text for text, _ in made.test} & {text for text, _ in made.val}
    assert {label for _, label in made.train} >= {label for _, label in made.test} - {""}
    assert len({label for _, label in made.train}) == 6
    assert [
        kind for kind, (_, label) in zip(made.kind, made.test, strict=True) if (kind == "near") != (label == "")
    ] == []
    with_foreign = bench.intents.split({"all": [*rows, ("far away", "")]})
    assert len({label for _, label in with_foreign.train}) == 8 and "far away" not in {t for t, _ in with_foreign.train}


def test_threshold_makes_most_decisions_right(bench):
    sure = np.array([0.9, 0.8, 0.3, 0.2, 0.1])
    foreign = np.array([0, 0, 1, 0, 1], bool)
    right = np.array([1, 1, 0, 0, 0], bool)
    assert 0.3 < bench.threshold(right, foreign, sure) < 0.8
    assert bench.threshold(right, np.zeros(5, bool), sure) == -np.inf


def test_measures_of_a_small_set(bench):
    rows = [(f"{word} {more} please", word) for word in ("cost", "time", "colour", "weight") for more in "abcdefgh"]
    split = bench.intents.split({"all": [*rows, ("zzz qqq", ""), ("xxx yyy", ""), ("vvv www", ""), ("uuu", "")]})
    for name in bench.METHODS:
        found = bench.measure(name, split)
        assert found["accuracy"] == 1 and found["AUROC"] == 1 and found["fit s"] > 0
        assert ("calib." in found) == (name == "kitlib")
    assert "accuracy" in bench.table({"kitlib": found})
