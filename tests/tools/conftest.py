"""A small project with one lesson that obeys every rule; tests break one thing at a time."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

LESSON = """\
# ---
# kit:
#   id: 01-try
#   minutes: 20
#   tile: quality
#   title: {de: Teile prüfen, en: Checking parts, einfach: Teile prüfen}
#   summary: {de: Was ein Modell sortiert, en: What a model sorts, einfach: Das sortiert ein Modell}
#   goals:
#     de: [Kosten abwägen]
#     en: [Weigh costs]
#     einfach: [Kosten vergleichen]
# ---

# %% [markdown] id="intro" lang="de"
# # Der Fall
#
# Ein übersehener Fehler kostet 1.200,50 €, und zwölf Teile liegen auf dem Band.
#
# - Erst schätzen, siehe [Quelle](https://example.org/de/kosten)
# - Dann prüfen

# %% [markdown] id="intro" lang="en"
# # The case
#
# A missed defect costs €1,200.50, and 12 parts lie on the belt.
#
# - Estimate first, see [source](https://example.org/en/kosten)
# - Then check

# %% [markdown] id="intro" lang="einfach"
# # Der Fall
#
# Ein Fehler bleibt unentdeckt. Das kostet 1.200,50 €. Auf dem Band liegen 12 Teile.
#
# - Schätzen Sie zuerst. Die Zahlen stehen in der [Quelle](https://example.org/einfach/kosten).
# - Prüfen Sie dann.

# %% id="cost" tags=["nbval-check-output"]
# de: Kosten für zwölf Teile ausrechnen
# en: Work out the cost of twelve parts
# einfach: Kosten für zwölf Teile rechnen
"Preis " + LANG + f": {12 * 3}"

# %% [markdown] id="answer" lang="de" tags=["solution"]
# Zwölf Teile kosten mehr als eines.

# %% [markdown] id="answer" lang="en" tags=["solution"]
# Twelve parts cost more than one.

# %% [markdown] id="answer" lang="einfach" tags=["solution"]
# Zwölf Teile kosten mehr als ein Teil.

# %% [markdown] id="hint" lang="de" tags=["trainer"]
# Lassen Sie alle zuerst schätzen.

# %% [markdown] id="hint" lang="en" tags=["trainer"]
# Let everybody estimate first.

# %% [markdown] id="hint" lang="einfach" tags=["trainer"]
# Alle schätzen zuerst.
"""

TEXTS = """\
[cost.total]
de = "Die Charge von {n:int} {n:Teil|Teilen} kostet {cost:euro}."
en = "The batch of {n:int} {n:part|parts} costs {cost:euro}."
einfach = "Das sind {n:int} {n:Teil|Teile}. Sie kosten {cost:euro}."
"""


class Project:
    """A folder laid out as the real one. `break_lesson` and `break_texts` replace one piece that has to be there."""

    def __init__(self, root: Path):
        self.root = root
        self.lesson = root / "notebooks" / "src" / "01_try.py"
        self.texts = root / "kitlib" / "try" / "texts.toml"
        for path, content in ((self.lesson, LESSON), (self.texts, TEXTS)):
            path.parent.mkdir(parents=True)
            path.write_text(content, "utf-8")

    def notebook(self, lang="de", trainer=False) -> Path:
        return self.root / "notebooks" / lang / ("trainer" if trainer else "") / "01_try.ipynb"

    def break_lesson(self, old: str, new: str) -> None:
        self._replace(self.lesson, old, new)

    def break_texts(self, old: str, new: str) -> None:
        self._replace(self.texts, old, new)

    @staticmethod
    def _replace(path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path.name}"
        path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.fixture(scope="session")
def executed(tmp_path_factory):
    """The six notebooks of the small lesson, run once, as {path from the root: bytes}."""
    import build_notebooks

    project = Project(tmp_path_factory.mktemp("built"))
    assert build_notebooks.main([], project.root) == 0
    files = sorted((project.root / "notebooks").rglob("*.ipynb"))
    return {path.relative_to(project.root): path.read_bytes() for path in files}


@pytest.fixture
def built(project, executed):
    """The small project with its notebooks."""
    for path, content in executed.items():
        target = project.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return project
