"""Fixtures for the tests of start.py."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def start(monkeypatch):
    """A fresh copy of start.py as a module: a test may change it at will."""
    monkeypatch.chdir(ROOT)  # main() changes the folder; this puts it back
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def messages() -> dict[str, dict[str, str]]:
    return json.loads((ROOT / "kitlib" / "start.json").read_text(encoding="utf-8"))


@pytest.fixture
def says(messages, start) -> Callable[..., bool]:
    """Whether a text holds a message of start.py whole, in both languages."""

    def check(text: str, key: str, **values) -> bool:
        values = {"folder": start.ROOT, "venv": start.VENV, "tool": start.TOOL, "space": start.SPACE} | values
        return all(message.format(**values) in text for message in messages[key].values())

    return check
