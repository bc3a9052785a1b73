"""start.py: what it installs when, and how it repairs an earlier start that was cut off."""

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture
def project(start, tmp_path, monkeypatch):
    """start.py in an empty project, with a uv that only notes how it was called and makes .venv."""
    for name in ("uv.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    (tmp_path / "kitlib").mkdir()
    shutil.copy(Path(start.ROOT) / "kitlib" / "start.json", tmp_path / "kitlib")
    start.ROOT, start.VENV, start.TOOL = str(tmp_path), str(tmp_path / ".venv"), str(tmp_path / ".uv")
    start.STAMP = str(tmp_path / ".venv" / "kit-stamp")
    calls, fails = [], []

    def call(command):
        calls.append(command)
        if command[1] == "venv":
            python = Path(start.python_of(start.VENV))
            python.parent.mkdir(parents=True)
            python.touch()
        return not any(word in command for word in fails)

    monkeypatch.setattr(start, "call", call)
    monkeypatch.setattr(start, "find_uv", lambda: "uv")
    monkeypatch.setattr(start, "free_space", lambda: 10_000)
    monkeypatch.setattr(start, "reason", lambda: ("failed", {}))
    return SimpleNamespace(start=start, calls=calls, fails=fails, folder=tmp_path)


def syncs(project) -> list[list[str]]:
    return [command[2:] for command in project.calls if command[1] == "sync"]


def test_read_only_folder(says, project, monkeypatch, capsys):
    def refuse(path):
        raise PermissionError(path)

    monkeypatch.setattr(project.start.os, "mkdir", refuse)
    assert project.start.main(["doctor"]) == 1
    assert says(capsys.readouterr().out, "read_only")
    assert not project.calls


def test_full_disk(says, project, monkeypatch, capsys):
    monkeypatch.setattr(project.start, "free_space", lambda: 200)
    assert project.start.main(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert says(shown, "disk", free=200)


def test_network_share_warns_and_carries_on(says, project, monkeypatch, capsys):
    monkeypatch.setattr("kitlib.share.on_share", lambda path: True)
    project.start.install(dev=False)
    assert says(capsys.readouterr().out, "share")
    assert project.start.read_stamp()


def test_first_start_installs_and_second_does_nothing(says, project, capsys):
    project.start.install(dev=False)
    assert syncs(project) == [["--frozen", "--inexact", "--python", sys.executable, "--no-dev"]]
    assert project.calls[-1][-2:] == ["doctor", "--quick"]
    assert says(capsys.readouterr().out, "install")
    project.calls.clear()
    project.start.install(dev=False)
    assert project.calls == [] and capsys.readouterr().out == ""


def test_tests_add_the_developers_packages_which_then_stay(project):
    project.start.install(dev=False)
    project.start.install(dev=True)
    assert syncs(project)[1][-2:] == ["--group", "dev"]
    project.calls.clear()
    project.start.install(dev=True)
    project.start.install(dev=False)
    assert project.calls == []


@pytest.mark.parametrize("name", ["uv.lock", "pyproject.toml"])
def test_changed_lock_file_installs_again(project, name):
    project.start.install(dev=False)
    (project.folder / name).write_text("changed")
    project.start.install(dev=False)
    assert len(syncs(project)) == 2 and "--reinstall" not in syncs(project)[1]


def test_interrupted_start_is_repaired(says, project, capsys):
    project.fails.append("sync")
    with pytest.raises(project.start.Stop):
        project.start.install(dev=False)
    assert not project.start.read_stamp()
    project.fails.clear()
    capsys.readouterr()
    project.start.install(dev=False)
    assert syncs(project)[-1][-1] == "--reinstall"
    assert says(capsys.readouterr().out, "repair")
    assert project.start.read_stamp() == [project.start.wanted_stamp()]


def test_update_cut_off_leaves_no_stamp(project):
    project.start.install(dev=False)
    (project.folder / "uv.lock").write_text("changed")
    project.fails.append("sync")
    with pytest.raises(project.start.Stop):
        project.start.install(dev=False)
    assert not project.start.read_stamp()


def test_broken_environment_is_made_anew(project):
    project.start.install(dev=False)
    python = Path(project.start.python_of(project.start.VENV))
    python.unlink()
    python.parent.rmdir()
    project.start.install(dev=False)
    assert [command[1] for command in project.calls].count("venv") == 2


def test_damaged_stamp_counts_as_none(project):
    project.start.install(dev=False)
    Path(project.start.STAMP).write_bytes(b"\xff\xfe")
    project.start.install(dev=False)
    assert len(syncs(project)) == 2


def test_failed_check_after_installing_leaves_no_stamp(says, project, capsys):
    project.fails.append("--quick")
    assert project.start.main(["doctor"]) == 1
    assert not project.start.read_stamp()
    assert says(capsys.readouterr().out, "failed")


def test_without_network_what_was_downloaded_before_is_used(project, monkeypatch):
    monkeypatch.setattr(project.start, "reason", lambda: ("network", {}))
    online = project.start.call
    monkeypatch.setattr(project.start, "call", lambda c: online(c) and (c[1] != "sync" or "--offline" in c))
    project.start.install(dev=False)
    assert ["--offline" in command for command in syncs(project)] == [False, True]
