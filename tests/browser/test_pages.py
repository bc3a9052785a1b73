"""Start page and all lessons in three languages: the words, axe, narrow windows."""

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kitlib.chatbot.app import texts as chatbot
from kitlib.lessons.book import Book
from kitlib.lessons.words import TAGS
from kitlib.quality.app import texts as quality
from kitlib.recommender.app import texts as recommender

sys.path.insert(0, str(Path(__file__).parent))
from hands import Say, open_all, step, visit

LESSONS = {
    "01a-quality": (quality, ("sort", "learn", "threshold", "look")),
    "01b-quality-limits": (quality, ("shift", "flatter", "own")),
    "01c-quality-free": (quality, ("sort",)),
    "02a-recommender": (recommender, ("basket", "similar", "newcomer")),
    "02b-recommender-effects": (recommender, ("popular", "bubble", "attack")),
    "02c-recommender-limits": (recommender, ("label", "trait", "own")),
    "02d-recommender-free": (recommender, ("basket",)),
    "03a-chatbot": (chatbot, ("ask", "inside", "handoff")),
    "03b-chatbot-text": (chatbot, ("generate", "persona", "prompt")),
    "03c-chatbot-work": (chatbot, ("mask", "emergency", "presort")),
    "03d-chatbot-own": (chatbot, ("own",)),
    "03e-chatbot-free": (chatbot, ("ask",)),
}
FOREIGN = {"de": r"\b(the|and|with|you)\b", "en": r"\b(und|der|nicht|Sie)\b", "einfach": r"\b(the|and|with|you)\b"}
NARROW = {"a phone": 360, "zoom 200 %": 640}


@pytest.mark.parametrize("lang", FOREIGN)
def test_start_page(page, site, axe, sideways, lang):
    page.goto(f"{site}/{lang}/")
    expect(page.locator("html")).to_have_attribute("lang", TAGS[lang])
    for lesson in LESSONS:
        expect(page.get_by_role("heading", name=Book().find(lang, lesson).title, exact=True)).to_be_visible()
    assert axe(page) == []
    assert _wide(page, sideways) == {}


@pytest.mark.parametrize("lang", FOREIGN)
def test_glossary(page, site, axe, sideways, lang):
    page.goto(f"{site}/{lang}/01a-quality")
    link = page.locator(".terms a").first
    words = link.inner_text()
    link.click()
    expect(page.locator(":target dt")).to_contain_text(words)
    assert axe(page) == []
    assert _wide(page, sideways) == {}


@pytest.mark.parametrize("lang", FOREIGN)
@pytest.mark.parametrize("lesson", LESSONS)
def test_lesson(page, site, axe, sideways, lesson, lang):
    words, steps = LESSONS[lesson]
    say = Say(lang, words)
    visit(page, f"{site}/{lang}/{lesson}")
    expect(page.locator("html")).to_have_attribute("lang", TAGS[lang])
    expect(page.get_by_role("heading", level=1)).to_have_text(Book().find(lang, lesson).title)
    open_all(page, say)
    for name in steps:
        place = step(page, "free" if lesson.endswith("-free") else name)
        expect(place.get_by_text(say.like(f"{name}.intro")).first).to_be_visible()
    _answer_the_check(page, say)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert axe(page) == []
    assert _wide(page, sideways) == {}
    assert re.findall(FOREIGN[lang], page.locator("main").inner_text()) == []


def _answer_the_check(page, say: Say) -> None:
    """The first answer to every question, right or wrong."""
    for card in page.locator('[data-cell="quiz"] .kit-card').all():
        card.get_by_role("radio").first.check()
        check = card.get_by_role("button", name=say("ui.check"), exact=True)
        check.click()
        expect(check).to_be_disabled()


def _wide(page, sideways) -> dict[str, int]:
    """By how many pixels the page sticks out of narrow windows."""
    found = {}
    for name, width in NARROW.items():
        page.set_viewport_size({"width": width, "height": 740})
        found[name] = sideways(page)
    return {name: pixels for name, pixels in found.items() if pixels}
