import os
import signal
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from kitlib.lessons.server import free_port, serve

SERVE = "from kitlib.lessons import serve; serve('en', port={port}, open_browser=False)"


def test_taken_port_gives_the_next_free_one():
    with free_port("127.0.0.1", 8970) as first:
        wanted = first.getsockname()[1]  # taken at once, not only when the server is ready: two may start together
        with free_port("127.0.0.1", wanted) as second:
            assert wanted < second.getsockname()[1] < wanted + 50


def test_no_free_port_is_an_error(monkeypatch):
    monkeypatch.setattr("kitlib.lessons.server.TRIES", 1)
    with free_port("127.0.0.1", 8970) as first, pytest.raises(OSError, match="no free port"):
        free_port("127.0.0.1", first.getsockname()[1])


def test_unknown_language():
    with pytest.raises(ValueError, match="lang must be"):
        serve("fr")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one process there")
def test_serves_until_interrupted(root):
    code = SERVE.format(port=8980)
    environment = os.environ | {"KIT_NOTEBOOKS": str(root), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    address = server.stdout.readline().decode().strip()
    assert address.startswith("http://127.0.0.1:89")
    with urlopen(address) as answer:
        assert answer.url == f"{address}en/" and b"Try AI out" in answer.read()
    before = time.monotonic()
    server.send_signal(signal.SIGINT)
    _, errors = server.communicate(timeout=20)
    assert time.monotonic() - before < 15
    assert b"Traceback" not in errors
