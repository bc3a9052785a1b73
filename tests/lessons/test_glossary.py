"""The glossary: whole, sorted, served as a page, and tied to the lessons both ways."""

import re

import pytest
from starlette.testclient import TestClient

from kitlib.lessons import glossary
from kitlib.lessons.book import Book
from kitlib.lessons.site import application
from kitlib.lessons.words import LANGUAGES, texts


@pytest.fixture(scope="module")
def kit():
    return TestClient(application(Book()), base_url="http://localhost")


def test_thirty_to_fifty_terms_each_whole():
    found = glossary.terms()
    assert 30 <= len(found) <= 50
    for one in found:
        assert all(one.term[lang] and len(one.means[lang]) > 30 for lang in LANGUAGES)
    for lang in LANGUAGES:
        names = [one.term[lang].casefold() for one in found]
        assert len(set(names)) == len(names)


def test_every_lesson_is_reached_and_exists():
    lessons = {lesson.id for lesson in Book().lessons("de")}
    named = {lesson for one in glossary.terms() for lesson in one.lessons}
    assert named <= lessons
    free = {lesson for lesson in lessons if lesson.endswith("-free")}
    assert lessons - named <= free


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sorted_as_people_look_up(lang):
    names = [one.term[lang] for one in glossary.sorted_terms(lang)]
    assert names == sorted(names, key=lambda name: re.sub("ü", "u", re.sub("ö", "o", re.sub("ä", "a", name.lower()))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_and_links_from_lessons(kit, lang):
    page = kit.get(f"/{lang}/glossary").text
    assert texts(lang)("glossary.title") in page and page.count("<dt>") == len(glossary.terms())
    lesson = kit.get(f"/{lang}/01a-quality").text
    anchors = re.findall(rf'href="/{lang}/glossary#(\w+)"', lesson)
    assert "threshold" in anchors and len(anchors) >= 8
    assert all(f'id="{anchor}"' in page for anchor in anchors)
    links = set(re.findall(rf'href="(/{lang}/0[\w-]+)"', page))
    assert len(links) >= 8 and all(kit.get(link).status_code == 200 for link in links)
