"""`kit lab`: a real JupyterLab, asked what it would show."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest

from kitlib import lab

PLUGINS = {
    "@jupyterlab/translation-extension:plugin": {"locale": "de_DE"},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
}


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(home):
    """Start `kit lab` for a user with an empty home folder; return a function that fetches from it."""
    places = {"HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home / "state", "XDG_STATE_HOME": home / "state"}
    env = os.environ | {name: str(place) for name, place in places.items()}
    process = subprocess.Popen([sys.executable, "-m", "kitlib.cli", "lab", "--no-browser"], env=env)
    try:
        entry = wait_until(process, lambda: json.loads(next(home.rglob("jpserver-*.json")).read_text()))
        wait_until(process, lambda: fetch(entry, "api/status"))  # it writes its address down before it answers
        yield lambda path: fetch(entry, path)
    finally:
        process.terminate()
        process.wait(30)


def fetch(entry: dict, path: str) -> str:
    return urlopen(f"{entry['url']}{path}?token={entry['token']}", timeout=30).read().decode()


def wait_until(process: subprocess.Popen, attempt: Callable):
    """Return what `attempt` returns as soon as it succeeds."""
    end = time.monotonic() + 60
    while True:
        try:
            return attempt()
        except (StopIteration, OSError, ValueError):
            assert process.poll() is None, "JupyterLab ended by itself"
            assert time.monotonic() < end, "JupyterLab does not answer"
            time.sleep(0.05)


@pytest.mark.parametrize("plugin", PLUGINS)
def test_our_settings_are_the_defaults(server, plugin):
    properties = json.loads(server("lab/api/settings/" + plugin))["schema"]["properties"]
    assert {name: properties[name]["default"] for name in PLUGINS[plugin]} == PLUGINS[plugin]


def test_german_words_are_there(server):
    words = json.loads(server("lab/api/translations/de_DE"))["data"]["jupyterlab"]
    assert words["Cancel"] == ["Abbrechen"]


def test_no_news_no_updates_no_extension_market(server):
    assert json.loads(server("lab/api/news")) == {"news": []}
    assert json.loads(server("lab/api/update")) == {"notification": None}
    page = server("lab")
    config = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert {"@jupyterlab/apputils-extension:announcements", "@jupyterlab/extensionmanager-extension:plugin"} <= set(
        config["disabledExtensions"]
    )
    assert config["news"] == {"disabled": True} and not config["terminalsAvailable"]


def test_shows_the_lessons(server):
    names = {entry["name"] for entry in json.loads(server("api/contents/"))["content"]}
    assert names == {path.name for path in (lab.NOTEBOOKS / "de").iterdir() if not path.name.startswith(".")}


def test_leaves_the_jupyter_of_the_learner_alone(server, home):
    server("lab")
    written = {path.relative_to(home).parts[0] for path in home.rglob("*") if path.is_file()}
    assert written <= {"state", ".cache", ".matplotlib", "Library"}  # matplotlib keeps its list of fonts there too


def test_english_surface(tmp_path):
    settings = lab.write_settings(tmp_path, "en")
    overrides = json.loads((settings / "overrides.json").read_text(encoding="utf-8"))
    assert overrides["@jupyterlab/translation-extension:plugin"] == {"locale": "en"}


def test_lessons_that_were_not_built_are_named(monkeypatch, tmp_path):
    monkeypatch.setattr(lab, "NOTEBOOKS", tmp_path)
    with pytest.raises(FileNotFoundError, match="de"):
        lab.serve("de", 8888, False)
