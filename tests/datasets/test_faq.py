"""The FAQ set: what the lessons need is in it, the maker makes it again, and the data sheet says what is true."""

import importlib.util
import shutil
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from kitlib.chatbot.data.corpus import KINDS, corpus, rows
from kitlib.chatbot.model import room
from kitlib.chatbot.model.evaluate import at

FAQ = Path(__file__).parents[2] / "datasets" / "faq"


@pytest.mark.parametrize("lang", ["de", "en", "einfach"])
def test_as_much_as_the_lessons_need(lang):
    found = corpus(lang)
    assert Counter(found.states)["valid"] >= 90
    assert {"outdated", "contradicts"} <= set(found.states)
    assert np.bincount(found.faq.owner).min() >= 8
    near, far = (int((found.kind == KINDS.index(kind)).sum()) for kind in ("near", "far"))
    assert near + far >= 400
    assert near >= far  # near misses are the real danger
    assert len(found.gaps) >= 4
    assert all(entry.topic and entry.source and entry.answer for entry in found.faq.entries)
    assert len({entry.answer for entry in found.faq.entries}) == len(found.faq.entries)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_no_question_is_asked_twice_and_none_of_the_later_ones_stands_in_the_faq(lang):
    found = corpus(lang)
    added = [text for gap in found.gaps for text in (*gap.wordings, *gap.asked)]
    plain = [
        "".join(c for c in text.casefold() if c.isalnum()) for text in (*found.faq.questions, *found.asked, *added)
    ]
    assert [text for text, times in Counter(plain).items() if times > 1] == []


def test_outdated_and_contradicting_entries_stand_beside_a_valid_one():
    found = corpus("de")
    for i, state in enumerate(found.states):
        if state == "valid":
            assert found.twin[i] == -1
        else:
            assert found.states[found.twin[i]] == "valid"
            assert found.faq.entries[i].answer != found.faq.entries[found.twin[i]].answer
        if state == "outdated":
            assert found.dates[i] < found.dates[found.twin[i]]


def test_each_later_question_of_an_entry_is_in_both_languages():
    tested = Counter((row["lang"], row["id"]) for row in rows("questions.csv") if row["use"] == "test")
    assert set(tested.values()) == {5}
    assert {one for lang, one in tested if lang == "de"} == {one for lang, one in tested if lang == "en"}


def test_the_maker_makes_the_same_files_again(tmp_path, monkeypatch):
    copy = tmp_path / "faq"
    shutil.copytree(FAQ, copy, ignore=shutil.ignore_patterns("*.csv", "SHA256SUMS", "__pycache__"))
    for name in ("make", "private", "sentences"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(copy))
    spec = importlib.util.spec_from_file_location("make", copy / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    make.main()
    for file in sorted(FAQ.glob("*.csv")):
        if (copy / file.name).is_file():
            assert (copy / file.name).read_bytes() == file.read_bytes().replace(b"\r\n", b"\n"), file.name
    assert len(list(copy.glob("*.csv"))) >= 5


def figures(lang: str) -> dict[str, str]:
    """The figures of the data sheet."""
    found, tested = corpus(lang), room.tested(lang)
    later = {row["text"]: row["kind"] for row in rows("questions.csv") if (row["lang"], row["use"]) == (lang, "test")}
    kind = np.array([later.get(text, "") for text in found.asked])
    known, near, far = (found.kind == number for number in range(3))
    threshold = room.bot(lang).threshold
    given = at(tested.part(known), threshold)
    said = {
        "valid entries with a later question": f"{len(set(found.entry[known].tolist()))}",
        "later questions the FAQ answers": f"{known.sum()}",
        "near misses": f"{near.sum()}",
        "far questions": f"{far.sum()}",
        "right entry found first": _percent(tested.right[known].mean()),
    }
    for name in ("everyday", "unusual"):
        said[f"right entry found first, {name} wordings"] = _percent(tested.right[known & (kind == name)].mean())
    right = given.answered_right / (given.answered_right + given.answered_wrong)
    said["given answers right, of questions the FAQ answers"] = _percent(right)
    for name, rows_of in (("near misses", near), ("far questions", far)):
        said[f"{name} handed over"] = _percent(at(tested.part(rows_of), threshold).handed_over_rightly / rows_of.sum())
    return said


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


@pytest.mark.parametrize(("column", "lang"), [(2, "de"), (3, "en")])
def test_the_data_sheet_says_what_is_true(column, lang):
    sheet = [line.split("|") for line in (FAQ / "DATASHEET.md").read_text("utf-8").splitlines() if line.count("|") == 4]
    said = {cells[1].strip(): cells[column].strip() for cells in sheet}
    for name, value in figures(lang).items():
        assert said[name] == value, name


@pytest.mark.parametrize("lang", ["de", "en"])
def test_it_is_neither_too_easy_nor_too_hard(lang):
    """Otherwise the lesson has nothing to teach: most questions find their answer, near misses are the danger."""
    found, tested = corpus(lang), room.tested(lang)
    known, near, far = (float(tested.confidence[found.kind == number].mean()) for number in range(3))
    assert 0.75 <= tested.right[found.kind == 0].mean() <= 0.95
    assert known > near > far
