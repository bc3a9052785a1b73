import logging
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parent))
from sample_lessons import write_lessons

from kitlib.lessons.book import Book
from kitlib.lessons.site import application

ADDRESS = "http://127.0.0.1:8888"


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    return write_lessons(tmp_path_factory.mktemp("notebooks"))


@pytest.fixture(scope="session")
def book(root):
    return Book(root)


@pytest.fixture
def client(book):
    return TestClient(application(book), base_url=ADDRESS, follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture
def logged(caplog):
    caplog.set_level(logging.INFO)
    return caplog
