"""Many participants at once, each over a connection of its own as the lesson page makes it, without drawing a page.

What is measured: from sending a slider's new value to the arrival of the new chart. What is not: the browser.
"""

import asyncio
import json
import random
import time
import uuid
from itertools import pairwise
from pathlib import Path
from urllib.request import urlopen

import numpy as np
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

LESSON = "01a-quality"
PATIENCE = 30


def memory(pid: int) -> float:
    """Memory of a process in MiB, shared pages counted in part (PSS). Linux only: elsewhere nan."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return float("nan")
    return round(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024, 1)


class Participant:
    """One open lesson page."""

    def __init__(self, url: str):
        with urlopen(f"{url}/de/{LESSON}", timeout=60) as answer:
            self.cookie = answer.headers["set-cookie"].split(";")[0]
        self.kernel = uuid.uuid4().hex
        host = url.removeprefix("http://")
        self.address = f"ws://{host}/jupyter/api/kernels/{self.kernel}/channels?session_id={self.kernel}"
        self.models: dict[str, dict] = {}
        self.cells: dict[str, str] = {}

    async def open(self) -> None:
        headers = {"Cookie": self.cookie}
        self.socket = await connect(self.address, additional_headers=headers, proxy=None, max_size=None)
        data = {"lang": "de", "lesson": LESSON, "again": False}
        await self._send("comm_open", {"comm_id": "lesson", "target_name": "kit.lesson", "data": data})
        await self._until(lambda message: message["content"].get("data", {}).get("ready"))
        await self._update("RadioButtonsModel", {"index": 0})
        await self._send("comm_msg", {"comm_id": self._find("ButtonModel"), "data": _CLICK})
        await self._until(_chart)

    async def move(self, value: float) -> float:
        """Milliseconds from a move of the threshold to the new chart."""
        began = time.perf_counter()
        await self._update("FloatSliderModel", {"value": value})
        await self._until(_chart)
        return 1000 * (time.perf_counter() - began)

    async def rest(self, seconds: float) -> None:
        """Think, and read what else comes meanwhile."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            try:
                self._note(await asyncio.wait_for(self.socket.recv(), left))
            except TimeoutError:
                return

    async def _send(self, kind: str, content: dict) -> None:
        header = {"msg_type": kind, "msg_id": uuid.uuid4().hex, "username": "", "session": "s", "version": "5.3"}
        parts = {"parent_header": {}, "metadata": {}, "channel": "shell", "buffers": []}
        await self.socket.send(json.dumps(parts | {"header": header, "content": content}))

    async def _update(self, kind: str, state: dict) -> None:
        data = {"method": "update", "state": state, "buffer_paths": []}
        await self._send("comm_msg", {"comm_id": self._find(kind), "data": data})

    async def _until(self, wanted) -> None:
        async with asyncio.timeout(PATIENCE):
            while not wanted(self._note(await self.socket.recv())):
                pass

    def _note(self, raw: str | bytes) -> dict:
        message = json.loads(raw) if isinstance(raw, str) else {"content": {}}
        content = message["content"]
        data = content.get("data") or {}
        if "cell" in data:
            self.cells[data["cell"]] = data.get("model", "")
        elif isinstance(data, dict) and "state" in data:
            self.models.setdefault(content["comm_id"], {}).update(data["state"])
        return message

    def _find(self, kind: str) -> str:
        """The first model of a kind in the threshold experiment, in the order of the page."""
        return next(name for name in self._walk(self.cells["threshold"]) if self.models[name]["_model_name"] == kind)

    def _walk(self, name: str):
        yield name
        for child in self.models[name].get("children", ()):
            yield from self._walk(child.removeprefix("IPY_MODEL_"))


_CLICK = {"method": "custom", "content": {"event": "click"}}


def _chart(message: dict) -> bool:
    state = (message["content"].get("data") or {}).get("state") or {}
    return "data:image/svg" in str(state.get("value", ""))


async def _take_part(person: Participant, end: float, think: float, seed: int) -> tuple[list[float], int]:
    """Act until the end: times in ms, and how many actions failed."""
    rng, times, failed = random.Random(seed), [], 0
    drawn = [0.5, *(rng.randrange(1, 100) / 100 for _ in range(10_000))]  # at first the slider stands at 0.5
    for value in (after for before, after in pairwise(drawn) if after != before):
        if time.monotonic() > end:
            break
        await person.rest(rng.uniform(0.5, 1.5) * think)
        try:
            times.append(await person.move(value))
        except (OSError, TimeoutError, ConnectionClosed):
            failed += 1
    return times, failed


async def _simulate(url: str, pid: int, visitors: int, minutes: float, think: float) -> dict:
    found, people = {"memory_mib": {0: memory(pid)}}, []
    for number in range(1, visitors + 1):
        people.append(await asyncio.to_thread(Participant, url))
        await people[-1].open()
        if number in (1, 10, visitors):
            found["memory_mib"][number] = memory(pid)
    end = time.monotonic() + 60 * minutes
    results = await asyncio.gather(*(_take_part(p, end, think, seed) for seed, p in enumerate(people)))
    times = [ms for person, _ in results for ms in person]
    if times:
        found["action_to_answer_ms"] = {f"p{q}": round(float(np.percentile(times, q)), 1) for q in (50, 95)}
    found |= {"actions": len(times), "failed": sum(failed for _, failed in results)}
    found["memory_mib"]["end"] = memory(pid)
    for person in people:
        await person.socket.close()
    return found


def simulate(url: str, pid: int, visitors: int, minutes: float, think: float) -> dict:
    """`visitors` participants move the threshold every `think` seconds or so, for `minutes`; memory of server `pid`."""
    return asyncio.run(_simulate(url, pid, visitors, minutes, think))
