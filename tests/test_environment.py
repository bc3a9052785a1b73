"""environment.yml (conda, Binder) and pyproject.toml (uv) name the same packages with the same bounds."""

import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def bounds(lines: list[str]) -> dict:
    found = map(Requirement, lines)
    return {(canonicalize_name(r.name), frozenset(r.extras)): r.specifier for r in found}


def locked_bounds(entries: list[dict]) -> dict:
    return {(e["name"], frozenset(e.get("extras", ()))): SpecifierSet(e.get("specifier", "")) for e in entries}


def conda_lines() -> tuple[list[str], list[str]]:
    pip = next(entry["pip"] for entry in CONDA["dependencies"] if isinstance(entry, dict))
    return [entry for entry in CONDA["dependencies"] if isinstance(entry, str)], pip


def test_same_packages_and_bounds():
    conda, pip = conda_lines()
    listed = bounds([*conda, *(line for line in pip if not line.startswith("-e"))])
    python = listed.pop(("python", frozenset()))
    listed.pop(("pip", frozenset()))
    assert listed == bounds(PROJECT["dependencies"])
    assert python == SpecifierSet(PROJECT["requires-python"])


def test_project_itself_is_installed_and_only_from_here():
    assert "-e ." in conda_lines()[1]
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]


def test_lock_was_made_from_these_requirements():
    locked = next(package for package in LOCK["package"] if package["name"] == PROJECT["name"])["metadata"]
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert locked_bounds(locked["requires-dist"]) == bounds(PROJECT["dependencies"])
    assert {name: locked_bounds(lines) for name, lines in locked["requires-dev"].items()} == {
        name: bounds(lines) for name, lines in groups.items()
    }


def test_start_knows_the_same_pythons(start):
    oldest, newest = (".".join(map(str, version)) for version in start.PYTHONS)
    supported = SpecifierSet(PROJECT["requires-python"])
    assert oldest in supported and newest in supported
    assert f"{start.PYTHONS[0][0]}.{start.PYTHONS[0][1] - 1}" not in supported
    assert f"{start.PYTHONS[1][0]}.{start.PYTHONS[1][1] + 1}" not in supported
