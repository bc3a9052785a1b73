import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from kitlib.lessons import assets
from kitlib.lessons.book import Book
from kitlib.lessons.site import application, picture
from kitlib.lessons.words import LANGUAGES, TAGS, texts

CHANNEL = "/jupyter/api/kernels/abc/channels?session_id=1"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_home_leads_to_the_language(book, lang):
    answer = TestClient(application(book, lang), base_url="http://localhost").get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/{lang}/")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_start_page(client, lang):
    page = client.get(f"/{lang}/").text
    assert f'<html lang="{TAGS[lang]}">' in page
    assert page.count("aria-current") == 1
    assert re.search(rf'href="/{lang}/"[^>]*aria-current="true"', page)
    for word in ("Bilder in der Qualitätsprüfung", "Fehler schätzen", texts(lang)("start.goals")):
        assert word in page
    assert texts(lang)("start.minutes", minutes=30) in page
    assert f'href="/{lang}/02-widgets"' in page


def test_start_page_without_lessons(tmp_path):
    page = TestClient(application(Book(tmp_path)), base_url="http://localhost").get("/de/").text
    assert texts("de")("start.none") in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lesson_shows_its_text_and_no_code(client, lang):
    answer = client.get(f"/{lang}/01-probe")
    page = answer.text
    assert page.count("<h1") == 1 and "<main" in page and 'class="skip"' in page
    assert "&lt;b&gt;spitzen" in page and "IntSlider" not in page
    assert re.findall(r'data-cell="(\w+)"', page) == ["slide", "watch", "told", "raises", "click", "upload"]
    assert 'hreflang="de-simple"' in page and "<noscript>" in page
    assert "HttpOnly" in answer.headers["set-cookie"] and "SameSite=lax" in answer.headers["set-cookie"]


def test_language_switch_offers_only_what_there_is(tmp_path, book):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "01.ipynb").write_bytes((book.root / "de" / "01_probe.ipynb").read_bytes())
    page = TestClient(application(Book(tmp_path)), base_url="http://localhost").get("/de/01-probe").text
    assert "/de/01-probe" in page and "/en/01-probe" not in page


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        ("/de/nothing", "de"),
        ("/en/nothing", "en"),
        ("/einfach/nothing", "einfach"),
        ("/fr/", "de"),
        ("/static/nothing.js", "de"),
        ("/tiles/01-probe", "de"),
        ("/tiles/nothing", "de"),
        ("/static/%2e%2e/book.py", "de"),
        ("/widgets/..%2f..%2f..%2fpackage.json", "de"),
        ("/de/..%2f..%2fbook", "de"),
    ],
)
def test_missing_page_says_so_in_the_language(client, path, lang):
    answer = client.get(path)
    assert answer.status_code == 404
    assert texts(lang)("trouble.missing") in answer.text


def test_picture_of_a_tile(client, book, monkeypatch, tmp_path):
    lesson = book.find("de", "01-probe")
    monkeypatch.setattr("kitlib.lessons.site.KITLIB", tmp_path)
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "tile.svg").write_text("<svg/>")
    demo = replace(lesson, tile="demo")
    assert picture(demo).name == "tile.svg"
    (tmp_path / "demo" / "tile-01-probe.webp").write_bytes(b"")
    assert picture(demo).name == "tile-01-probe.webp"
    assert picture(replace(lesson, tile="../demo")) is None
    monkeypatch.setattr(Book, "find", lambda *_: demo)
    assert client.get("/tiles/01-probe").headers["content-type"] == "image/webp"


def test_fault_of_ours_is_logged_and_said_in_plain_words(client, monkeypatch, logged):
    monkeypatch.setattr(Book, "lessons", lambda *_: 1 / 0)
    answer = client.get("/en/")
    assert answer.status_code == 500
    assert texts("en")("trouble.broken") in answer.text
    assert "ZeroDivisionError" not in answer.text and "ZeroDivisionError" in logged.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:80"])
def test_foreign_host_is_refused(client, host):
    assert client.get("/de/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost:9000", "127.0.0.1", "192.168.1.20:8800", "[::1]:8800"])
def test_own_addresses_are_served(client, host):
    assert client.get("/de/", headers={"host": host}).status_code == 200


def test_websocket_of_a_foreign_page_is_refused(client):
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(CHANNEL, headers={"host": "127.0.0.1:8888", "origin": "http://evil.example"}),
    ):
        pass


def test_nothing_from_outside_is_allowed_or_named(client):
    for path in ("/de/", "/de/01-probe", "/de/nothing", "/static/site.css"):
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self';" in policy and "unsafe-eval" not in policy
        assert "http" not in policy.replace("ws://127.0.0.1:8888 wss://127.0.0.1:8888", "")
        assert answer.headers["x-content-type-options"] == "nosniff"
        own = re.findall(r'(?:src|href)="(https?:[^"]*)"', answer.text)
        assert set(own) <= {"https://example.org/a"}


def test_files_are_compressed_and_kept(client):
    address = re.search(r'src="(/widgets/[^"]+)"', client.get("/de/01-probe").text)[1]
    answer = client.get(address)
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    plain = client.get(address, headers={"accept-encoding": "identity"})
    assert plain.content == answer.content and "content-encoding" not in plain.headers


def test_types_do_not_depend_on_the_computer(client, monkeypatch):
    monkeypatch.setattr("starlette.responses.guess_type", lambda *_: ("text/plain", None))
    kinds = {
        "lesson.js": "text/javascript",
        "site.css": "text/css",
        "style.css": "text/css",
        "favicon.svg": "image/svg",
    }
    for name, kind in kinds.items():
        for packed in ("gzip", "identity"):
            answer = client.get(f"/static/{name}", headers={"accept-encoding": packed})
            assert answer.headers["content-type"].startswith(kind)


def test_version_changes_with_the_file(tmp_path):
    file = tmp_path / "a.css"
    file.write_text("a")
    first = assets.version(file)
    assets.version.cache_clear()
    file.write_text("b")
    assert assets.version(file) != first


def test_every_word_in_every_language():
    words = tomllib.loads((Path(assets.__file__).parent / "texts.toml").read_text("utf-8"))
    for group, entries in words.items():
        for name, entry in entries.items():
            assert sorted(entry) == sorted(LANGUAGES), f"{group}.{name}"
            assert all(entry.values()), f"{group}.{name}"
