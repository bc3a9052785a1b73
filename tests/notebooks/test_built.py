"""The notebooks of this project are what their sources build, in each language and edition, and their texts fit.

What the cells compute is proved beside this, by nbval: `pytest` collects `notebooks/{de,en,einfach}/*.ipynb`, runs
every cell and compares those tagged `nbval-check-output`. The trainer edition holds the same code and is not run again.
"""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import build_notebooks  # noqa: E402
import check_texts  # noqa: E402
from lesson_source import LANGUAGES, source_files  # noqa: E402

NAMES = [path.stem for path in source_files()]


def code(lang: str, name: str, trainer: bool = False) -> list:
    path = ROOT / "notebooks" / lang / ("trainer" if trainer else "") / f"{name}.ipynb"
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_every_notebook_is_what_its_source_builds(capsys):
    assert build_notebooks.main(["--check"]) == 0, capsys.readouterr().out


def test_all_texts_are_in_order():
    findings = check_texts.check()
    assert not findings, "\n".join(["", *map(str, findings)])


@pytest.mark.parametrize("name", NAMES)
def test_trainers_run_the_same_code_as_participants(name):
    for lang in LANGUAGES:
        assert code(lang, name, trainer=True) == code(lang, name)


def test_pytest_runs_each_participant_notebook_and_no_trainer_edition():
    """Held here, since a notebook that nobody runs looks just like a green one."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "notebooks"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout
    found = {line.partition("::")[0] for line in listed.splitlines() if ".ipynb" in line}
    assert found == {f"notebooks/{lang}/{name}.ipynb" for lang in LANGUAGES for name in NAMES}
