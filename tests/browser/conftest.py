"""A server, a browser and a page for the browser tests. Whatever asks for another machine fails its test."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
AXE = (HERE / "vendor" / "axe.min.js").read_text("utf-8")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
QUIET = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SERVE = "from kitlib.lessons import serve; serve(port={port}, open_browser=False)"

sys.path.insert(0, str(HERE.parent / "lessons"))
from sample_lessons import write_lessons  # noqa: E402


class Server:
    """A server in a process of its own; `url` without a slash at the end. It starts again where it was."""

    def __init__(self, notebooks: Path | None = None, port: int = 8840):
        self.environment = os.environ | {"PYTHONUNBUFFERED": "1", "KIT_WARM_UP": "off"}
        if notebooks:
            self.environment["KIT_NOTEBOOKS"] = str(notebooks)
        self.port = port
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-c", SERVE.format(port=self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment, text=True)
        self.url = self.process.stdout.readline().strip().rstrip("/")
        self.port = urlsplit(self.url).port

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.process.stdout.close()


@pytest.fixture(scope="session")
def site():
    """Address of a server with the lessons of the kit."""
    server = Server()
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def sample_notebooks(tmp_path_factory):
    return write_lessons(tmp_path_factory.mktemp("notebooks"))


@pytest.fixture(scope="session")
def sample(sample_notebooks):
    """Address of a server with the small lessons made for tests."""
    server = Server(sample_notebooks)
    yield server.url
    server.stop()


@pytest.fixture
def own_server(sample_notebooks):
    """A server that the test may stop."""
    server = Server(sample_notebooks)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    if not program:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"no browser found: none of {', '.join(NAMES)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser):
    """Makes pages, each of a visitor of its own. At the end: nothing was asked of another machine, no script failed."""
    contexts, foreign, broken = [], [], []

    def watch(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob", "file", "about") and parts.hostname != "127.0.0.1":
            foreign.append(address)

    def make(**options) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options))
        contexts[-1].on("request", lambda request: watch(request.url))
        page = contexts[-1].new_page()
        page.on("websocket", lambda socket: watch(socket.url))
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda said: broken.append(said.text) if "Content Security Policy" in said.text else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not foreign, f"asked another machine: {foreign}"
    assert not broken, f"script failed: {broken}"


@pytest.fixture
def page(new_page) -> Page:
    """A fresh page of 1280 x 900."""
    return new_page()


@pytest.fixture
def phone(new_page) -> Page:
    """A fresh page of a phone, 360 wide."""
    return new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)


@pytest.fixture
def open_lesson():
    """Opens a lesson and waits until all its experiments are there."""

    def open_it(page: Page, address: str) -> Page:
        page.goto(address)
        page.locator("#ready:not([hidden])").wait_for(state="attached", timeout=60_000)
        page.wait_for_function("!document.querySelector('.waiting')")
        return page

    return open_it


@pytest.fixture(scope="session")
def axe():
    """`axe(page)`: the serious and critical findings of axe-core, one line each, once the page has come to rest.

    Names of widgets are mended in the frame after they arrive, and on a busy computer they arrive late.
    """

    def scan(page: Page) -> list[str]:
        page.evaluate(AXE)
        if findings := once(page):
            page.wait_for_timeout(1500)
            findings = once(page)
        return findings

    def once(page: Page) -> list[str]:
        found = page.evaluate("async () => (await axe.run()).violations")
        grave = [finding for finding in found if finding["impact"] in ("serious", "critical")]
        return [f"{finding['id']}: {node['html'][:160]}" for finding in grave for node in finding["nodes"]]

    return scan


@pytest.fixture(scope="session")
def sideways():
    """`sideways(page)`: by how many pixels the page is wider than the window."""
    return lambda page: page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
