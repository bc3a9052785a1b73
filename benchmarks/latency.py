"""How long from a slider to the new picture, in a real browser, beside the same small app in Streamlit.

    python benchmarks/latency.py [--peer-python PYTHON] [--visitors 30 --minutes 10] [--json FILE]

Needs Chromium. The peer needs a Python that has streamlit and matplotlib; without it, it is left out and said so.
A move is one press of an arrow key on the threshold slider. Its time runs in the page, from the key press until the
address of the chart's picture has changed (`changed`) and until the new picture is decoded (`shown`).
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import numpy as np
from participants import simulate
from playwright.sync_api import sync_playwright

LESSON, SECOND = "01a-quality", "01b-quality-limits"
SERVE = "from kitlib.lessons import serve; serve(port=8860, open_browser=False)"
PEER = Path(__file__).with_name("peer_streamlit.py")
WATCH = """selector => {
  window.moves = [];
  let began = 0, last = document.querySelector(selector).src;
  addEventListener("keydown", () => { began = performance.now(); }, true);
  new MutationObserver(() => {
    const picture = document.querySelector(selector);
    if (!began || !picture || picture.src === last) return;
    const from = began, changed = performance.now() - from;
    [began, last] = [0, picture.src];
    picture.decode().catch(() => {}).then(() => moves.push([changed, performance.now() - from]));
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["src"] });
}"""

ARRIVED = """number => new Promise(done => {
  const look = () => (moves.length >= number ? done() : setTimeout(look, 5));
  look();
})"""


def spread(milliseconds) -> dict[str, float]:
    """Median and 95th percentile."""
    return {f"p{q}": round(float(np.percentile(milliseconds, q)), 1) for q in (50, 95)}


@contextmanager
def running(command: list[str], **options):
    process = subprocess.Popen(command, text=True, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def fresh_page(browser, outside: list[str]):
    """A page with an empty cache that notes whom it asks besides this computer."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()

    def note(url: str) -> None:
        if urlsplit(url).hostname not in (None, "127.0.0.1", "localhost"):  # data: and blob: have none
            outside.append(url)

    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    return page


def first_page(browser, address: str, usable: str, outside: list[str], times: int = 5) -> float:
    """Median seconds from the click to something that can be used, with an empty cache each time."""
    found = []
    for _ in range(times):
        page = fresh_page(browser, outside)
        began = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.locator(usable).first.wait_for(timeout=120_000)
        found.append(time.perf_counter() - began)
        page.context.close()
    return round(statistics.median(found), 2)


def move(page, slider, picture: str, moves: int) -> dict:
    """Press the arrow key `moves` times, each time for a state nobody has drawn before."""
    slider.press("Home")
    page.wait_for_timeout(1500)
    page.evaluate(WATCH, picture)
    for number in range(1, moves + 1):
        slider.press("ArrowRight")
        page.evaluate(ARRIVED, number)
        page.wait_for_timeout(100)
    changed, shown = zip(*page.evaluate("moves"), strict=True)
    return {"changed_ms": spread(changed), "shown_ms": spread(shown)}


def lesson(browser, url: str, moves: int) -> dict:
    """The kit: waits until the server is warm, then measures."""
    outside: list[str] = []
    page = fresh_page(browser, outside)
    for name in (SECOND, LESSON):
        page.goto(f"{url}/de/{name}")
        page.locator("#ready:not([hidden])").wait_for(state="attached", timeout=600_000)
    threshold = page.locator('[data-cell="threshold"]')
    threshold.get_by_role("radio").first.check()
    threshold.locator(".kit-main").first.click()
    slider = threshold.get_by_role("slider").first
    slider.wait_for()
    found = move(page, slider, '[data-cell="threshold"] .kit-main-part img', moves)
    page.context.close()
    found["first_page_s"] = first_page(browser, f"{url}/de/{LESSON}", ".kit-app button", outside)
    return found | {"outside": len(outside)}


def peer(browser, python: str, moves: int) -> dict:
    """The same with Streamlit: slider, curve of 99 points and two marks, drawn by matplotlib."""
    outside: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        np.savez(Path(folder) / "scores.npz", **_scores())
        options = ["--server.port=8890", "--server.headless=true", "--browser.gatherUsageStats=false"]
        command = [python, "-m", "streamlit", "run", str(PEER), *options, "--", f"{folder}/scores.npz"]
        with running(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            wait_for("http://127.0.0.1:8890/_stcore/health")
            page = fresh_page(browser, outside)
            page.goto("http://127.0.0.1:8890")
            page.locator("img").first.wait_for(timeout=120_000)
            found = move(page, page.get_by_role("slider").first, "[data-testid=stImage] img, img", moves)
            page.context.close()
            found["first_page_s"] = first_page(browser, "http://127.0.0.1:8890", "img", outside)
    version = subprocess.run([python, "-m", "streamlit", "version"], capture_output=True, text=True).stdout.split()[-1]
    return found | {"outside": len(outside), "version": version}


def wait_for(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            return urlopen(address, timeout=2).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def _scores() -> dict:
    from kitlib.quality.model import room

    return {"p": room.scores(), "defective": room.truth()}


def processor(moves: int) -> dict:
    """Processor milliseconds of one update without any browser, each for a state never drawn before."""
    from kitlib import quality
    from kitlib.quality.model import look, threshold

    lines, pictures = quality.start(step="threshold"), quality.start(step="look")
    for app, guess in ((lines, "lower"), (pictures, "same")):
        app.do(lambda s, guess=guess: replace(s, guess=guess))
    steps = np.linspace(0.01, 0.99, moves + 2).round(4)[1:-1]
    line = [_processor_time(lines, lambda s, v=float(v): threshold.change(s, threshold=v)) for v in steps]
    leaf = [_processor_time(pictures, lambda s: look.choose(s, number=s.number + 1)) for _ in range(20)]
    return {"chart_ms": spread(line), "pictures_ms": spread(leaf)}


def _processor_time(app, transition) -> float:
    began = time.process_time()
    app.do(transition)
    return 1000 * (time.process_time() - began)


def measured(options) -> dict:
    found = {"machine": f"{platform.machine()}, {os.cpu_count()} cores", "load": os.getloadavg()}
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with running([sys.executable, "-c", SERVE], stdout=subprocess.PIPE) as server:
        url = server.stdout.readline().strip().rstrip("/")
        with sync_playwright() as playwright, closing(playwright.chromium.launch(executable_path=chromium)) as browser:
            found["kit"] = lesson(browser, url, options.moves)
            if options.peer_python:
                found["streamlit"] = peer(browser, options.peer_python, options.moves)
        found["visitors"] = simulate(url, server.pid, options.visitors, options.minutes, options.think)
    found["processor"] = processor(options.moves)
    return found


def table(found: dict) -> str:
    lines = [f"{found['machine']}, load {found['load'][0]:.1f}", ""]
    lines.append(f"{'':12}{'src changed p50/p95':>22}{'picture shown p50/p95':>24}{'first page':>12}{'outside':>9}")
    for name in ("kit", "streamlit"):
        if name not in found:
            lines.append(f"{name:12}left out: no --peer-python with streamlit given")
            continue
        one = found[name]
        times = (f"{one[k]['p50']:.0f} / {one[k]['p95']:.0f} ms" for k in ("changed_ms", "shown_ms"))
        lines.append("{:12}{:>22}{:>24}{:>10} s{:>9}".format(name, *times, one["first_page_s"], one["outside"]))
    for name, values in found["processor"].items():
        lines.append(f"processor per update, {name}: p50 {values['p50']}, p95 {values['p95']}")
    lines += [f"visitors, {name}: {value}" for name, value in found["visitors"].items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=60)
    parser.add_argument("--peer-python", help="a Python with streamlit and matplotlib")
    parser.add_argument("--visitors", type=int, default=10)
    parser.add_argument("--minutes", type=float, default=0.5)
    parser.add_argument("--think", type=float, default=3.0, help="seconds between a participant's actions")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = measured(options)
    print(table(found))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
