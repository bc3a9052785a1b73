"""The layers of the house: what each part may import. Read from the source, so nothing is run; new slices are covered.

A slice is a folder of kitlib with `data`, `model`, `plots` or `app` in it, each a module or a folder of modules.
"""

import ast
import sys
from pathlib import Path

import pytest

KITLIB = Path(__file__).parents[1] / "kitlib"
COMPUTE = {"numpy", "scipy", "pandas", "PIL"}
DRAWING = {"kitlib.ui.texts", "kitlib.ui.svg", "kitlib.ui.figure", "kitlib.ui.saving"}
# layer: (layers of its own slice, what else beside the standard library)
LAYERS = {
    "data": ({"data"}, COMPUTE | {"sklearn", "pi_heif", "kitlib.tables"}),  # the last two read what people bring
    "model": ({"data", "model"}, COMPUTE | {"sklearn", "stdnum", "phonenumbers", "kitlib.tables"}),
    "plots": ({"data", "model", "plots"}, COMPUTE | {"matplotlib.figure"} | DRAWING),
    "app": ({"data", "model", "plots", "app"}, {"ipywidgets", "traitlets", "numpy", "kitlib.ui"}),
    "__init__": ({"data", "model", "plots", "app"}, {"kitlib.ui"}),
}
SHARED = {"ui", "store", "tables"}
TABLES = {"kitlib.tables", "numpy", "pandas", "openpyxl"}  # beside the standard library
NETWORK = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "urllib"}
NETWORK |= {"webbrowser", "xmlrpc"}
TOOLS = {path.stem for path in (KITLIB.parent / "tools").glob("*.py")} | {"tools"}


def imports(path: Path, root: Path) -> set[str]:
    """Full names a module imports, at the top or inside a function; `ui.X` counts as the module X comes from."""
    tree = ast.parse(path.read_text("utf-8"))
    package = ["kitlib", *path.relative_to(root).parent.parts]
    found, facade = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *filter(None, [node.module])])
            found |= {f"{module}.{alias.name}" for alias in node.names}
            facade |= {alias.asname or alias.name for alias in node.names if f"{module}.{alias.name}" == "kitlib.ui"}
    used = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and getattr(n.value, "id", "") in facade}
    if used:
        found = found - {"kitlib.ui"} | {f"kitlib.ui.{name}" for name in used}
    return {_origin(name, root) for name in found}


def _origin(name: str, root: Path) -> str:
    """`kitlib.ui.Texts` is `kitlib.ui.texts.Texts`, as `kitlib/ui/__init__.py` says."""
    facade = root / "ui" / "__init__.py"
    if not name.startswith("kitlib.ui.") or not facade.exists():
        return name
    for node in ast.walk(ast.parse(facade.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and name[len("kitlib.ui.") :] in {alias.name for alias in node.names}:
            return f"kitlib.ui.{node.module}.{name[len('kitlib.ui.') :]}"
    return name


def within(name: str, allowed: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in allowed)


def slices(root: Path) -> list[Path]:
    layers = set(LAYERS) - {"__init__"}
    folders = [path for path in sorted(root.iterdir()) if path.is_dir() and path.name not in SHARED]
    return [path for path in folders if any((path / n).is_dir() or (path / f"{n}.py").exists() for n in layers)]


def violations(root: Path = KITLIB) -> list[str]:
    """One sentence for each import that crosses a layer of the package at `root`."""
    homes = [folder.name for folder in slices(root)]
    found = []
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        for name in sorted(imports(path, root)):
            reason = _everywhere(name) or (
                _in_slice(name, *parts[:2]) if parts[0] in homes else _elsewhere(name, parts[0], homes)
            )
            if reason:
                found.append(f"{path.relative_to(root.parent).as_posix()} imports {name}: {reason}")
    return found


def _everywhere(name: str) -> str:
    if within(name, {"matplotlib.pyplot", "pylab"}):
        return "pyplot is global state, use matplotlib.figure.Figure"
    return "tools are for developers, kitlib runs without them" if within(name, TOOLS) else ""


def _in_slice(name: str, home: str, layer: str) -> str:
    if layer not in LAYERS:
        return f"a slice has {', '.join(LAYERS)} and no {layer}"
    own, other = LAYERS[layer]
    if within(name, {f"kitlib.{home}.{one}" for one in own} | other):
        return ""
    if name.partition(".")[0] not in sys.stdlib_module_names:
        return f"not for {layer}; allowed: {', '.join(sorted({f'own {one}' for one in own} | other))}"
    return f"{layer} does not reach the network" if name.partition(".")[0] in NETWORK else ""


def _elsewhere(name: str, place: str, homes: list[str]) -> str:
    """Shared parts know no slice and nothing above them; what sits on top may import anything."""
    above = set(homes) | {"lessons", "classroom", "cli", "doctor"}
    if place in SHARED and within(name, {f"kitlib.{one}" for one in above}):
        return f"{place} is shared, it knows no slice and nothing above it"
    offline = name.partition(".")[0] in sys.stdlib_module_names - NETWORK
    if place == "tables" and not offline and not within(name, TABLES):
        return f"not for tables; allowed: {', '.join(sorted(TABLES))}"
    return ""


def test_every_slice_keeps_its_layers():
    assert slices(KITLIB), "no slice found: this test would look at nothing"
    assert violations() == []


@pytest.fixture
def house(tmp_path):
    """A small house: a flat slice `shop`, a slice `parts` of folders, and ui with a facade."""
    files = {
        "ui/__init__.py": "from .texts import Texts\nfrom .app import App\n",
        "ui/texts.py": "",
        "ui/app.py": "import ipywidgets\n",
        "shop/__init__.py": "from .model import train\nfrom kitlib import ui\n",
        "tables/reading.py": "import csv\nimport openpyxl\nimport pandas as pd\nfrom .names import plain\n",
        "shop/data.py": "import csv\nimport pandas as pd\nfrom kitlib.tables.reading import tables\n",
        "shop/model.py": "import numpy as np\nfrom sklearn.svm import SVC\nfrom .data import load\n",
        "shop/plots.py": "from matplotlib.figure import Figure\nfrom kitlib import ui\nt = ui.Texts\n",
        "shop/app.py": "import ipywidgets\nfrom kitlib.ui import App\nfrom . import model, plots\n",
        "parts/data/pictures.py": "from PIL import Image\n",
        "parts/model/sort.py": "from ..data.pictures import load\nfrom . import room\n",
        "parts/plots/sort.py": "from ..model import sort\nfrom kitlib.ui.texts import Texts\n",
        "cli.py": "import http.server\nfrom kitlib import shop\n",
    }
    root = tmp_path / "kitlib"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_a_house_in_order_passes(house):
    assert [path.name for path in slices(house)] == ["parts", "shop"]
    assert violations(house) == []


CROSSINGS = {
    "model draws": ("shop/model.py", "from matplotlib.figure import Figure", "not for model"),
    "model knows words": ("shop/model.py", "from kitlib.ui import Texts", "not for model"),
    "model knows its view": ("shop/model.py", "from . import app", "not for model"),
    "model knows its slice": ("parts/model/sort.py", "from kitlib.parts import start", "not for model"),
    "data know the model": ("parts/data/pictures.py", "from ..model.sort import train", "not for data"),
    "data reach the network": ("shop/data.py", "import urllib.request", "does not reach the network"),
    "network in a function": ("shop/model.py", "def f():\n    import socket", "does not reach the network"),
    "network by a package": ("shop/data.py", "import requests", "not for data"),
    "plots know widgets": ("shop/plots.py", "import ipywidgets", "not for plots"),
    "plots know the app base": (
        "shop/plots.py",
        "from kitlib import ui\nui.App",
        "imports kitlib.ui.app.App: not for plots",
    ),
    "plots import the app base": ("parts/plots/sort.py", "from kitlib.ui import App", "not for plots"),
    "plots learn": ("shop/plots.py", "import sklearn", "not for plots"),
    "app learns": ("shop/app.py", "from sklearn.svm import SVC", "not for app"),
    "app knows another slice": ("shop/app.py", "from kitlib.parts.model import sort", "not for app"),
    "slice knows another": ("shop/__init__.py", "from kitlib import parts", "not for __init__"),
    "slice knows the top": ("shop/app.py", "from kitlib import lessons", "not for app"),
    "odd module in a slice": ("shop/helpers.py", "import csv", "and no helpers"),
    "ui knows a slice": ("ui/app.py", "from kitlib.shop import train", "it knows no slice"),
    "tables know a slice": ("tables/reading.py", "from kitlib.shop import data", "it knows no slice"),
    "tables know words": ("tables/reading.py", "from kitlib.ui import Texts", "not for tables"),
    "tables learn": ("tables/reading.py", "import sklearn", "not for tables"),
    "tables reach the network": ("tables/reading.py", "import urllib.request", "not for tables"),
    "plots read tables": ("shop/plots.py", "from kitlib.tables import reading", "not for plots"),
    "ui knows the top": ("ui/app.py", "from kitlib import cli", "nothing above it"),
    "pyplot on top": ("cli.py", "from matplotlib import pyplot as plt", "pyplot is global state"),
    "pyplot in plots": ("shop/plots.py", "import matplotlib.pyplot as plt", "pyplot is global state"),
    "tools": ("cli.py", "import build_notebooks", "tools are for developers"),
}


@pytest.mark.parametrize(("file", "line", "reason"), CROSSINGS.values(), ids=CROSSINGS.keys())
def test_an_import_that_crosses_a_layer_is_named(house, file, line, reason):
    path = house / file
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + line + "\n", "utf-8")
    found = violations(house)
    assert len(found) == 1
    assert found[0].startswith(f"kitlib/{file} imports ")
    assert reason in found[0]


def test_a_new_slice_is_covered_at_once(house):
    (house / "forecast").mkdir()
    (house / "forecast" / "model.py").write_text("import torch\n", "utf-8")
    assert violations(house)[0].startswith("kitlib/forecast/model.py imports torch: not for model")
