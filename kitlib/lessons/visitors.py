"""Each visitor's own session. Solara's virtual kernels carry the widgets: one process, few threads a visitor.

A page load is a visit. It ends when the page is closed or reloaded; when only the connection is lost it is kept for
`KEEP`, so that a phone that fell asleep finds everything as it was.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable
from functools import lru_cache
from types import SimpleNamespace

from .book import Book
from .runner import run
from .words import texts

KEEP = "20m"
SETTINGS = {
    "SOLARA_MODE": "production",  # no file watcher, no reload
    "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",
    "SOLARA_TELEMETRY_SERVER_USER_ID": "none",  # otherwise an id is written into the home folder
    "SOLARA_HOME": tempfile.gettempdir(),
    "SOLARA_ASSETS_PROXY": "False",  # never fetch a script
    "SOLARA_KERNEL_CULL_TIMEOUT": KEEP,
}
TARGET = "kit.lesson"


class Visit:
    """One visitor's run of one lesson: what the cells gave, and the channel to the page.

    The cells run in a thread of their own, so that the first experiment answers while the last is still prepared.
    `gone()` says whether the visitor has left.
    """

    def __init__(self, book: Book, gone: Callable[[], bool]):
        self.book, self.gone = book, gone
        self.comm, self.results, self.started = None, [], False
        self._one_at_a_time = threading.Lock()

    def opened(self, comm, message) -> None:
        """The page asks for its lesson; after a lost connection, for what it may have missed."""
        wanted = message["content"]["data"]
        with self._one_at_a_time:
            self.comm = comm
            for result in self.results:
                comm.send(result)
        if not self.started and wanted.get("again"):
            comm.send({"lost": True})
        elif not self.started:
            self.started = True
            place = wanted["lang"], wanted["lesson"]
            threading.Thread(target=self._run, args=place, name="/".join(place), daemon=True).start()

    def _run(self, lang: str, name: str) -> None:
        lesson = self.book.find(lang, name)
        self.book.loaded.wait()
        if lesson:
            run(lesson, texts(lang), self._send, self.gone)
        self._send({"ready": True})

    def _send(self, result: dict) -> None:
        with self._one_at_a_time:
            self.results.append(result)
            self.comm.send(result)

    def send_json(self, _trouble: dict) -> None:
        """Solara calls this when a widget's handler raised; it has logged the traceback, the page gets a sentence."""
        if self.comm:
            self.comm.send({"failed": True})


@lru_cache(maxsize=1)
def solara() -> SimpleNamespace:
    """The parts of Solara's server used here, loaded once, after its settings are made. Takes about two seconds."""
    os.environ.update(SETTINGS)
    from solara import lifecycle
    from solara.server import kernel_context, starlette

    return SimpleNamespace(lifecycle=lifecycle, contexts=kernel_context, server=starlette)


def welcome(book: Book) -> None:
    """Give each new visitor a `Visit`."""
    parts = solara()

    def begin() -> Callable[[], None]:
        context, left = parts.contexts.get_current_context(), threading.Event()
        visit = Visit(book, left.is_set)
        context.kernel.comm_manager.register_target(TARGET, visit.opened)
        context.control_sockets.append(visit)
        return left.set  # called before anything is taken down; Solara's own event comes after that

    parts.lifecycle.on_kernel_start(begin)


def farewell() -> None:
    """End all visits: the server stops."""
    contexts = solara().contexts.contexts if solara.cache_info().currsize else {}
    for context in list(contexts.values()):
        context.close(reason="server-shutdown")
