"""How well, how fast and how large: our search for answers on any intent data set, beside plain TF-IDF + LinearSVC.

python benchmarks/chatbot.py                     the shipped FAQ, German (--lang en: English)
python benchmarks/chatbot.py --data FILE|FOLDER  CLINC or Rasa JSON, nlu.md, nlu.yml, CSV, TSV, or a folder of them
python benchmarks/chatbot.py --data FILE --per 8 --intents 40     a small FAQ drawn from a large set

accuracy: best entry right, of answerable questions. At 10 % of these handed over: precision of the answers given, and
shares caught of far (marked out of scope) and near questions (of intents left out). in scope, oos: protocol of Larson
et al. 2019: the threshold with most right decisions on the validation part, which holds foreign questions too; then
share of answerable questions answered right, and of foreign ones handed over. AUROC: answerable against foreign.
calib.: calibration error on answerable questions. handed: share of these our own threshold hands over.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

import intents
from measures import milliseconds, peak_mb

from kitlib.chatbot.data.corpus import KINDS, corpus
from kitlib.chatbot.data.faq import Entry, Faq
from kitlib.chatbot.model import evaluate
from kitlib.chatbot.model.estimator import train

METHODS = ("kitlib", "TF-IDF words + LinearSVC", "TF-IDF letters + LinearSVC")
COLUMNS = ("accuracy", "precision", "near", "far", "in scope", "oos", "AUROC", "calib.", "handed", "fit s", "answer ms")
COLUMNS += ("peak MB",)


class Ours:
    def __init__(self, rows: intents.Rows):
        faq = Faq.of((text, Entry(label)) for text, label in rows)
        self.bot, self.labels = train(faq), np.array([entry.answer for entry in faq.entries])

    def judged(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        best, confidence = self.bot.judged(texts)
        return self.labels[best], confidence

    def answer(self, text: str) -> None:
        self.bot.answer(text)


class Plain:
    """TfidfVectorizer and LinearSVC as they come; the highest score is the confidence."""

    def __init__(self, rows: intents.Rows, letters: bool):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
        from sklearn.svm import LinearSVC

        vectors = TfidfVectorizer(**(dict(analyzer="char_wb", ngram_range=(2, 4)) if letters else {}))
        self.model = make_pipeline(vectors, LinearSVC(C=0.5 if letters else 1.0, random_state=0))
        self.model.fit(*zip(*rows, strict=True))

    def judged(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        scores = self.model.decision_function(texts)
        if scores.ndim == 1:
            scores = np.column_stack([-scores, scores])
        return self.model.classes_[scores.argmax(1)], scores.max(1)

    def answer(self, text: str) -> None:
        self.judged([text])


def measure(name: str, split: intents.Split) -> dict:
    """All figures of one method, in this process, which should be fresh."""
    began = time.perf_counter()
    fitted = Ours(split.train) if name == METHODS[0] else Plain(split.train, "letters" in name)
    spent = time.perf_counter() - began
    texts = [text for text, _ in split.test]
    found = figures(*fitted.judged(texts), split)
    found |= protocol(fitted, split)
    if isinstance(fitted, Ours):
        known = np.array(split.kind) == "known"
        best, confidence = (values[known] for values in fitted.judged(texts))
        right = best == np.array([label for _, label in split.test])[known]
        found["calib."] = evaluate.calibration_error(confidence, right)
        found["handed"] = float((confidence < fitted.bot.threshold).mean())
    asked = iter(texts * 20)
    return found | {"fit s": spent, "answer ms": milliseconds(lambda: fitted.answer(next(asked))), "peak MB": peak_mb()}


def figures(best: np.ndarray, confidence: np.ndarray, split: intents.Split) -> dict:
    kind, label = np.array(split.kind), np.array([label for _, label in split.test])
    known, right = kind == "known", best == label
    limit = np.quantile(confidence[known], 0.10)
    found = {"accuracy": float(right[known].mean()), "precision": float(right[known & (confidence >= limit)].mean())}
    found["AUROC"] = evaluate.auroc(confidence, known)
    for name in ("near", "far"):
        if (kind == name).any():
            found[name] = float((confidence[kind == name] < limit).mean())
    return found


def protocol(fitted, split: intents.Split) -> dict:
    """In-scope accuracy and out-of-scope recall at the threshold with most right decisions on the validation part."""
    limit = threshold(*_decided(fitted, split.val))
    right, foreign, confidence = _decided(fitted, split.test)
    return {
        "in scope": float((right & (confidence >= limit))[~foreign].mean()),
        "oos": float((confidence < limit)[foreign].mean()),
    }


def _decided(fitted, rows: intents.Rows) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    label = np.array([label for _, label in rows])
    best, confidence = fitted.judged([text for text, _ in rows])
    return (best == label) & (label != ""), label == "", confidence


def threshold(right: np.ndarray, foreign: np.ndarray, confidence: np.ndarray) -> float:
    """Handing over all below it makes most decisions right: answers given that are right, foreign ones handed over."""
    order = np.argsort(confidence, kind="stable")
    gain = np.cumsum(foreign[order].astype(int) - right[order])
    best = int(gain.argmax()) if len(gain) and gain.max() > 0 else -1
    return float(np.nextafter(confidence[order[best]], np.inf)) if best >= 0 else -np.inf


def shipped(lang: str, seed: int) -> intents.Split:
    """The FAQ of Musterwerk and what was asked later; the threshold of the protocol is chosen on half of that."""
    found = corpus(lang)
    train = [(text, found.ids[i]) for text, i in zip(found.faq.questions, found.faq.owner, strict=True)]
    test = [(text, found.ids[i] if i >= 0 else "") for text, i in zip(found.asked, found.entry, strict=True)]
    order = np.random.default_rng(seed).permutation(len(test))
    val, kept = [test[i] for i in order[::2]], sorted(order[1::2])
    return intents.Split(train, val, [test[i] for i in kept], [KINDS[found.kind[i]] for i in kept])


def small(parts: dict, per: int, wanted: int, seed: int) -> dict:
    """Only `wanted` intents with `per` wordings each in train; their other wordings, and other intents, are asked."""
    rng = np.random.default_rng(seed)
    rows = [row for row in parts.get("train", parts.get("all", [])) if row[1]]
    rows = [rows[i] for i in rng.permutation(len(rows))]
    by: dict[str, list] = {}
    for row in rows:
        by.setdefault(row[1], []).append(row)
    names = sorted(label for label in by if len(by[label]) > per)
    inside = set(rng.permutation(names)[: wanted * 4 // 3 if wanted else None].tolist())
    train = [row for label in sorted(inside) for row in by[label][:per]]
    test = parts.get("test") or [row for label in sorted(inside) for row in by[label][per:]]
    return parts | {"train": train, "test": [row for row in test if not row[1] or row[1] in inside]}


def run(split: intents.Split) -> dict:
    """{method: figures}."""
    found, fresh = {}, multiprocessing.get_context("spawn")
    for name in METHODS:
        with fresh.Pool(1) as pool:
            found[name] = pool.apply(measure, (name, split))
        print(f"{name} done", file=sys.stderr)
    return found


def table(found: dict) -> str:
    lines = [" " * 28 + "".join(f"{column:>11}" for column in COLUMNS)]
    for name, row in found.items():
        lines.append(f"{name:<28}" + "".join(f"{_cell(column, row.get(column)):>11}" for column in COLUMNS))
    return "\n".join(lines)


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.1f}" if column in ("answer ms", "peak MB") else f"{value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="file or folder (default: the shipped FAQ)")
    parser.add_argument("--lang", default="de", help="language of the shipped FAQ: de or en")
    parser.add_argument("--per", type=int, help="so many wordings of each intent to train on")
    parser.add_argument("--intents", type=int, help="so many intents, with --per")
    parser.add_argument("--most", type=int, default=10_000, help="ask at most so many questions")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    options = parser.parse_args()
    if options.data:
        parts = intents.load(options.data)
        if options.per:
            parts = small(parts, options.per, options.intents, options.seed)
        made = intents.split(parts, options.seed, options.most)
    else:
        made = shipped(options.lang, options.seed)
    counts = {kind: made.kind.count(kind) for kind in KINDS}
    answers = len({label for _, label in made.train})
    print(f"{len(made.train)} questions, {answers} answers; asked: {counts}", file=sys.stderr)
    found = run(made)
    print(json.dumps(found, indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
