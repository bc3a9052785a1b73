"""The words of reveal.js in the language of a deck: each place is found once, and an update of reveal.js is noticed."""

import shutil
import tomllib

import pytest

from kitlib.trainer import speaker
from kitlib.ui import LANGUAGES

WORDS = tomllib.loads(speaker.WORDS.read_text("utf-8"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_copies_bear_the_words_and_the_vendored_files_stay(tmp_path, lang):
    before = {name: (speaker.REVEAL / name).read_text("utf-8") for name in speaker.PLACES}
    speaker.scripts(lang, "de-DE", tmp_path)
    copies = "".join((tmp_path / name).read_text("utf-8") for name in speaker.PLACES)
    assert all(words[lang] in copies for words in WORDS.values())
    assert "Speaker View" not in copies and "hour12" not in copies and "hourCycle: 'h23'" in copies
    assert before == {name: (speaker.REVEAL / name).read_text("utf-8") for name in speaker.PLACES}


def test_each_word_has_one_place():
    keys = [key for places in speaker.PLACES.values() for key in places]
    assert len(keys) == len(set(keys)) and set(WORDS) <= set(keys)


@pytest.mark.parametrize(("old", "new"), [(">Upcoming<", ">Next<"), ("'en-US'", "[]"), (">Notes<", "><b>Notes<")])
def test_another_reveal_is_noticed(tmp_path, old, new):
    reveal = shutil.copytree(speaker.REVEAL, tmp_path / "reveal")
    script = (reveal / "notes.js").read_text("utf-8")
    assert script.count(old) == 1
    (reveal / "notes.js").write_text(script.replace(old, new), "utf-8")
    with pytest.raises(ValueError, match=r"notes\.js has 0 times, not once"):
        speaker.scripts("de", "de-DE", tmp_path, reveal)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_cannot_end_the_script_they_stand_in(lang):
    assert not set("'\"`\\$<&") & set("".join(words[lang] for words in WORDS.values()))
