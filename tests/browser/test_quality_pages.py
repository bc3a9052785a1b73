"""Start page and quality lessons in three languages: the words, axe, narrow windows."""

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kitlib.lessons.book import Book
from kitlib.lessons.words import TAGS
from kitlib.quality.app.quiz import LEARN

sys.path.insert(0, str(Path(__file__).parent))
from hands import Say, open_all, visit

INTROS = {
    "01a-quality": ("sort", "learn", "threshold", "look"),
    "01b-quality-limits": ("shift", "flatter", "own"),
    "01c-quality-free": ("sort",),
}
FOREIGN = {"de": r"\b(the|and|with|you)\b", "en": r"\b(und|der|nicht|Sie)\b", "einfach": r"\b(the|and|with|you)\b"}
NARROW = {"a phone": 360, "zoom 200 %": 640}


@pytest.mark.parametrize("lang", FOREIGN)
def test_start_page(page, site, axe, sideways, lang):
    page.goto(f"{site}/{lang}/")
    expect(page.locator("html")).to_have_attribute("lang", TAGS[lang])
    for lesson in INTROS:
        expect(page.get_by_role("heading", name=Book().find(lang, lesson).title, exact=True)).to_be_visible()
    assert axe(page) == []
    assert _wide(page, sideways) == {}


@pytest.mark.parametrize("lang", FOREIGN)
@pytest.mark.parametrize("lesson", INTROS)
def test_lesson(page, site, axe, sideways, lesson, lang):
    say = Say(lang)
    visit(page, f"{site}/{lang}/{lesson}")
    expect(page.locator("html")).to_have_attribute("lang", TAGS[lang])
    expect(page.get_by_role("heading", level=1)).to_have_text(Book().find(lang, lesson).title)
    for name in INTROS[lesson]:
        expect(page.get_by_text(say.like(f"{name}.intro"))).to_be_visible()
    open_all(page, say)
    for first in page.get_by_role("radio", name=say(f"quiz.{next(iter(LEARN))}.a")).all():
        first.check()
    for check in page.get_by_role("button", name=say("ui.check"), exact=True).all():
        check.click()
    assert axe(page) == []
    assert _wide(page, sideways) == {}
    assert re.findall(FOREIGN[lang], page.locator("main").inner_text()) == []


def _wide(page, sideways) -> dict[str, int]:
    """By how many pixels the page sticks out of narrow windows."""
    found = {}
    for name, width in NARROW.items():
        page.set_viewport_size({"width": width, "height": 740})
        found[name] = sideways(page)
    return {name: pixels for name, pixels in found.items() if pixels}
