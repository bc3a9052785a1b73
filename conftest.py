"""For tests and notebooks alike: no network, and the quick tests first."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent
LONGEST = {"test_pages.py", "test_slides.py"}
GUARD = ROOT / "tests" / "guard"
CLOSED = "http://127.0.0.1:9"  # nothing listens on the discard port

sys.path.insert(0, str(GUARD))
import no_network  # noqa: E402, F401

# Kernels and other Python children load the guard; programs such as Chromium and uv obey the proxy.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH")]))
for name in ("http_proxy", "https_proxy", "all_proxy"):
    os.environ[name] = os.environ[name.upper()] = CLOSED
os.environ["no_proxy"] = os.environ["NO_PROXY"] = "localhost,127.0.0.1,::1"

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the lesson server: small matrices, several processes


def pytest_collection_modifyitems(items):
    """Order the tiers: unit tests, then the browser, its longest files first, then notebooks.

    A file runs in one process: with the many short notebooks last, both processes end at about the same time.
    """
    tiers = {ROOT / "notebooks": 2, ROOT / "tests" / "browser": 1}

    def order(item):
        tier = max((tier for place, tier in tiers.items() if place in item.path.parents), default=0)
        return tier, item.path.name not in LONGEST

    items.sort(key=order)
