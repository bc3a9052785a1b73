"""Run by test_visits.py in a process of its own, because Solara changes ipywidgets for the whole process.

Serves the notebooks in argv[1], visits their first lesson argv[2] times as a browser does, and prints what is left.
"""

import json
import logging
import sys
import threading
import time
import uuid
from urllib.request import Request, urlopen

import psutil
import uvicorn
from websockets.sync.client import connect

from kitlib.lessons import visitors
from kitlib.lessons.book import Book
from kitlib.lessons.server import configuration, free_port
from kitlib.lessons.site import COOKIE


class Visitor:
    """One browser: `cookie` tells it from others."""

    def __init__(self, host: str, cookie: str):
        self.host, self.cookie = host, {"Cookie": f"{COOKIE}={cookie}"}

    def ask(self, kernel: str, again: bool = False, until=frozenset({"ready", "lost"})) -> list[dict]:
        """Open the lesson over the kernel's channel; what the page is told, up to a word of `until`."""
        told, comm = [], uuid.uuid4().hex
        data = {"lang": "de", "lesson": "01-probe", "again": again}
        address = f"ws://{self.host}/jupyter/api/kernels/{kernel}/channels?session_id={kernel}"
        with connect(address, additional_headers=self.cookie, proxy=None, max_queue=None) as socket:
            socket.send(_message("comm_open", {"comm_id": comm, "target_name": visitors.TARGET, "data": data}))
            while not told or not until & told[-1].keys():
                content = json.loads(socket.recv(timeout=60))["content"]
                if content.get("comm_id") == comm:
                    told.append(content["data"])
        return told

    def leave(self, kernel: str) -> None:
        urlopen(Request(f"http://{self.host}/leave/{kernel}", method="POST", headers=self.cookie)).close()


class Faults(logging.Handler):
    """What the log holds besides the cell that is meant to fail."""

    def __init__(self):
        super().__init__()
        self.told = []

    def emit(self, record: logging.LogRecord) -> None:
        if "cell raises of" not in record.getMessage():
            self.told.append(f"{record.getMessage()}: {record.exc_info and record.exc_info[1]}")


def _message(kind: str, content: dict) -> str:
    header = {"msg_type": kind, "msg_id": uuid.uuid4().hex, "username": "", "session": "s", "version": "5.3"}
    parts = {"parent_header": {}, "metadata": {}, "channel": "shell", "buffers": []}
    return json.dumps(parts | {"header": header, "content": content})


def left(expected: int = 0) -> int:
    """Visits still there, after those being freed had a moment."""
    for _ in range(50):
        if len(visitors.solara().contexts.contexts) <= expected:
            break
        time.sleep(0.1)
    return len(visitors.solara().contexts.contexts)


def watched(kernel: str) -> list[bool]:
    """Whether the visit is known to be over when its kernel is being taken down, told once that has happened."""
    context, told = visitors.solara().contexts.contexts[kernel], []
    visit, close = context.control_sockets[-1], context.kernel.close
    context.kernel.close = lambda: (told.append(visit.gone()), close())
    return told


def visits(host: str, rounds: int) -> dict:
    visitor, stranger = Visitor(host, "somebody"), Visitor(host, "stranger")
    found = {"first": visitor.ask("kept"), "again": visitor.ask("kept", True), "lost": visitor.ask("new", True)}
    stranger.leave("kept")
    found["kept"] = left(expected=2)
    found["gone"] = gone = watched("kept")
    for kernel in ("kept", "new"):
        visitor.leave(kernel)
    found["left"], sizes = left(), []
    assert len(gone) == 1
    for number in range(rounds):
        visitor.ask(f"visit-{number}", until={"ready"} if number % 2 else {"cell"})  # some leave while cells run
        visitor.leave(f"visit-{number}")
        if number % 10 == 9:
            time.sleep(1.5)  # Solara collects what was freed after a second
            sizes.append(psutil.Process().memory_info().rss / 2**20)
    return found | {"left_after_reloads": left(), "growth": sizes[-1] - sizes[0]}


def main(root: str, rounds: int) -> dict:
    bound = free_port("127.0.0.1", 8900)
    server = uvicorn.Server(configuration(Book(root), "de"))
    threading.Thread(target=server.run, args=([bound],), daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    faults = Faults()
    logging.getLogger("kitlib").addHandler(faults)
    found = visits(f"127.0.0.1:{bound.getsockname()[1]}", rounds)
    server.should_exit = True
    return found | {"faults": faults.told}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
