"""Conversations as HTML: whatever was typed is shown as text, and is read by name."""

from html.parser import HTMLParser

import pytest

from kitlib.chatbot.app import texts
from kitlib.chatbot.plots import chat
from kitlib.chatbot.plots.chat import LONGEST, Line, dialogue, readable, shown

EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">" onclick="x'


class Reader(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def test_markup_anywhere_in_a_line_is_shown_as_text():
    read = Reader(dialogue([Line("person", EVIL, (EVIL,), EVIL, EVIL), Line(EVIL, EVIL)], EVIL))
    assert {tag for tag, _ in read.tags} <= {"div", "ol", "li", "p", "span", "em"}
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert read.words.count(EVIL) == 5


def test_a_conversation_is_a_named_region_of_list_items_with_speakers():
    read = Reader(
        dialogue([Line("person", "a", name="Sie"), Line("tool", "b", ("c",), "d", "Antwortsuche")], "Gespräch")
    )
    region = read.tags[0][1]
    assert (region["role"], region["aria-label"], region["tabindex"]) == ("log", "Gespräch", "0")
    assert [attributes["class"] for tag, attributes in read.tags if tag == "li"] == ["chat-person", "chat-tool"]
    assert read.words == ["Sie", "a", "Antwortsuche", "b", "d", "c"]


def test_no_turns_no_region():
    assert dialogue([], "x") == ""


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\u202e", "\u200b", "\ud800", "\ue000", "\x7f"])
def test_what_cannot_be_seen_is_made_visible(hidden):
    assert readable(f"a{hidden}b") == "a�b"
    dialogue([Line("person", f"a{hidden}b")], "x").encode()


@pytest.mark.parametrize("kept", ["zwei\nZeilen", "👩\u200d🔧", "Привет", "שלום", "größe\t9", "日本"])
def test_other_scripts_emoji_and_line_breaks_stay(kept):
    assert readable(kept) == kept


@pytest.mark.parametrize("lang", ["de", "en", "einfach"])
def test_long_texts_are_shortened_and_say_by_how_much(lang):
    t = texts(lang)
    told = shown("x" * 100_000, t)
    assert len(told) < LONGEST + 60
    assert t("common.shortened", n=100_000 - LONGEST) in told
    assert t("common.shortened", n=7) in shown("kurz", t, cut=7)
    assert shown("y" * LONGEST, t) == "y" * LONGEST


def test_the_look_is_plain():
    assert "url(" not in chat.style()
    assert "animation" not in chat.style()
