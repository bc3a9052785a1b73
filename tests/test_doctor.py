"""`kit doctor`: each check, fine and not fine."""

import hashlib
import io
import socket
import sys
import tempfile
import tomllib
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.requirements import Requirement
from rich.console import Console

from kitlib import doctor

TEXTS = tomllib.loads(Path(doctor.__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@pytest.fixture
def datasets(tmp_path):
    folder = tmp_path / "flange" / "pictures"
    folder.mkdir(parents=True)
    lines = []
    for name in ("a.jpg", "b ü.jpg"):
        (folder / name).write_bytes(name.encode())
        lines.append(f"{hashlib.sha256(name.encode()).hexdigest()}  pictures/{name}\n")
    (tmp_path / "flange" / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def test_this_environment_is_fine():
    assert doctor.python().ok and doctor.packages().ok


def test_python_outside_of_the_range(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert doctor.python() == doctor.Finding("python", False, "3.10.4")


def test_missing_package_is_named():
    assert list(doctor.package_faults(Requirement("no-such-package"), {})) == ["no-such-package: –"]


def test_package_that_is_too_old_is_named():
    version = metadata.version("numpy")
    assert list(doctor.package_faults(Requirement("numpy>=99"), {})) == [f"numpy: {version}, >=99"]


def test_package_that_differs_from_the_lock_file_is_named():
    version = metadata.version("numpy")
    assert list(doctor.package_faults(Requirement("numpy"), {"numpy": {"0.1"}})) == [f"numpy: {version}, ==0.1"]
    assert not list(doctor.package_faults(Requirement("numpy"), {"numpy": {version, "0.1"}}))


def test_needs_of_needs_are_followed():
    names = {requirement.name for requirement in doctor.requirements(doctor.PROJECT, frozenset(), set())}
    assert {"jupyterlab", "tornado", "threadpoolctl"} <= names  # the last two are needed by needed ones
    assert "pytest" not in names


def test_pictures_as_their_checksums_say(datasets):
    assert doctor.pictures(datasets) == doctor.Finding("pictures", True, "2")


def test_changed_and_missing_pictures_are_named(datasets):
    (datasets / "flange" / "pictures" / "a.jpg").write_bytes(b"changed")
    (datasets / "flange" / "pictures" / "b ü.jpg").unlink()
    assert doctor.pictures(datasets) == doctor.Finding("pictures", False, "a.jpg, b ü.jpg")


def test_no_pictures_at_all(tmp_path):
    assert not doctor.pictures(tmp_path).ok


def test_taken_port_gives_the_next_one():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        finding = doctor.port(number)
    assert finding.ok and int(finding.found) > number


def test_computer_that_may_not_reach_itself(monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError("firewall")

    monkeypatch.setattr(doctor.socket, "create_connection", refuse)
    assert doctor.port() == doctor.Finding("port", False, "firewall")


def test_full_disk(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda place: SimpleNamespace(free=100 * 10**6))
    assert doctor.disk() == doctor.Finding("disk", False, "100 MB")


def test_no_browser(monkeypatch):
    def none():
        raise doctor.webbrowser.Error

    monkeypatch.setattr(doctor.webbrowser, "get", none)
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    assert not doctor.browser().ok
    monkeypatch.setattr(doctor.shutil, "which", lambda name: "/usr/bin/" + name if name == "chromium" else None)
    assert doctor.browser() == doctor.Finding("browser", True, "/usr/bin/chromium")


def test_folder_that_cannot_be_written_to(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setattr(doctor, "state_folder", lambda: blocked / "lab")
    assert doctor.writing() == doctor.Finding("writing", False, str(blocked / "lab"))
    monkeypatch.setattr(doctor, "state_folder", lambda: tmp_path / "lab")
    assert doctor.writing().ok and not list((tmp_path / "lab").iterdir())
    assert Path(tempfile.gettempdir()).is_dir()


def test_every_check_has_its_words():
    assert [check.__name__ for check in doctor.ALL] == list(TEXTS)
    assert all(text.keys() == {"name", "de", "en"} for text in TEXTS.values())


def test_report_says_what_to_do_only_where_something_is_wrong():
    console = Console(file=io.StringIO(), width=200)
    doctor.report([doctor.Finding("disk", False, "3 MB"), doctor.Finding("python", True, "3.12.1")], console)
    shown = console.file.getvalue()
    assert TEXTS["disk"]["de"] in shown and TEXTS["disk"]["en"] in shown and "FEHLER / ERROR" in shown
    assert TEXTS["python"]["de"] not in shown and "3.12.1" in shown
