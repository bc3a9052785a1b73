"""The shipped mails: as their sources say, the same in both languages, and nobody's."""

import csv
import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest

from kitlib.chatbot.data.mails import mails

DATA = Path(__file__).parents[2] / "datasets" / "faq"
ASKED = ("de", "en")


# ---- the mails


@pytest.fixture
def maker():
    spec = importlib.util.spec_from_file_location("faq_mails", DATA / "mails.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_shipped_mails_are_those_of_the_source(maker):
    made = maker.rows(maker.load())
    assert maker.mistakes(made) == []
    with (DATA / "mails.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == made


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"department": "kitchen"}, "department 'kitchen'"),
        ({"kind": "other"}, "kind 'other'"),
        ({"second": "hr"}, "second department 'hr'"),
        ({"kind": "two"}, "second department ''"),
        ({"text": "Zu kurz."}, "2 words"),
    ],
)
def test_wrong_mails_are_found(maker, change, said):
    made = maker.rows(maker.load())
    assert any(said in one for one in maker.mistakes([made[0] | change]))
    assert any("twice" in one for one in maker.mistakes([made[0], made[0]]))


def test_both_languages_hold_the_same_mails():
    assert len(mails("de")) == len(mails("en"))
    for here, there in zip(mails("de"), mails("en"), strict=True):
        assert (here.homes, here.kind, here.urgent) == (there.homes, there.kind, there.urgent)
        assert here.text != there.text
    assert set(Counter(mail.department for mail in mails("de") if mail.kind == "plain").values()) == {25}
    assert sum(mail.urgent for mail in mails("de")) >= 12


@pytest.mark.parametrize("lang", ASKED)
def test_addresses_are_examples(lang):
    for mail in mails(lang):
        assert all(end.endswith(".example") for end in re.findall(r"@([\w.-]*\w)", mail.words))
        assert "http" not in mail.words
        assert "www" not in mail.words
