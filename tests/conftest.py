"""Fixtures for all tests."""

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture
def start():
    """A fresh copy of start.py as a module: a test may change it at will."""
    spec = importlib.util.spec_from_file_location("start", Path(__file__).parents[1] / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
