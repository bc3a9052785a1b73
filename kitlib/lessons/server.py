"""Starting and stopping the server."""

from __future__ import annotations

import socket
import threading
import webbrowser
from contextlib import suppress

import uvicorn

from ..ui.texts import LANGUAGES
from . import memory
from .book import Book
from .site import MAX_UPLOAD, application

TRIES = 50


def free_port(host: str, port: int) -> socket.socket:
    """A socket that listens on `port`, or on the next free one. Raises OSError when `TRIES` in a row are taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, port + TRIES):
        taken = socket.socket(family, socket.SOCK_STREAM)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows two programs could share a port otherwise
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((host, candidate))
            taken.listen()  # several may bind a port that nobody listens on, but only one of them can listen
        except OSError:
            taken.close()
        else:
            return taken
    raise OSError(f"no free port between {port} and {port + TRIES - 1}")


def configuration(book: Book, lang: str) -> uvicorn.Config:
    return uvicorn.Config(
        application(book, lang),
        loop="asyncio",
        ws="websockets-sansio",
        ws_max_size=(MAX_UPLOAD + 8) * 2**20,
        ws_per_message_deflate=False,  # pictures are compressed already, and it costs every visitor memory
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=3,
        server_header=False,
    )


def serve(lang: str = "de", host: str = "127.0.0.1", port: int = 8888, open_browser: bool = True, ready=None) -> None:
    """Serve the lessons until interrupted (Ctrl+C).

    `lang`: language of the first page. `port`: the first one tried; when taken, the next free one is used.
    `ready(address, port)` is called once the server answers; without it, the address is printed.
    Raises ValueError for an unknown language, OSError when there is no free port.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"lang must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    memory.share()
    bound = free_port(host, port)
    server = uvicorn.Server(configuration(Book(), lang))
    used = bound.getsockname()[1]
    address = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{used}/"
    threading.Thread(target=_greet, args=(server, address, used, open_browser, ready or _announce), daemon=True).start()
    with suppress(KeyboardInterrupt):
        server.run(sockets=[bound])


def _greet(server: uvicorn.Server, address: str, port: int, open_browser: bool, ready) -> None:
    pause = threading.Event()
    while not server.started:
        pause.wait(0.02)
    ready(address, port)
    if open_browser:
        webbrowser.open(address)


def _announce(address: str, _port: int) -> None:
    print(address, flush=True)
