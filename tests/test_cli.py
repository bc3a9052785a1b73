"""The command `kit`."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from kitlib import cli, doctor, lab, lessons


@pytest.fixture
def kit():
    return lambda *args: CliRunner().invoke(cli.app, args)


def test_help_names_every_command_in_both_languages(kit):
    shown = kit("--help").output
    assert all(word in shown for word in ("start", "lab", "doctor", "Startseite", "start page"))


def test_start_passes_everything_to_the_server(kit, monkeypatch):
    seen = []

    def serve(lang, host, port, open_browser, ready):
        seen.append((lang, host, port, open_browser))
        ready("http://127.0.0.1:9001/", 9001)

    monkeypatch.setattr(lessons, "serve", serve)
    result = kit("start", "--lang", "einfach", "--port", "9000", "--no-browser")
    assert result.exit_code == 0
    assert seen == [("einfach", "127.0.0.1", 9000, False)]
    assert "Anschluss 9000 ist belegt" in result.output and "Port 9000 is taken" in result.output
    assert "http://127.0.0.1:9001/" in result.output


def test_port_that_was_free_is_not_mentioned(kit, monkeypatch):
    monkeypatch.setattr(lessons, "serve", lambda lang, host, port, browser, ready: ready("http://here/", port))
    assert "belegt" not in kit("start").output


def test_start_without_any_free_port(kit, monkeypatch):
    def serve(*args):
        raise OSError("all taken")

    monkeypatch.setattr(lessons, "serve", serve)
    result = kit("start")
    assert result.exit_code == 1
    assert "Kein freier Anschluss" in result.output and "No free port" in result.output


def test_unknown_language(kit):
    assert kit("start", "--lang", "fr").exit_code == 2


def test_lab_gets_language_and_port(kit, monkeypatch):
    seen = []
    monkeypatch.setattr(lab, "serve", lambda *args: seen.append(args))
    assert kit("lab", "--lang", "en", "--port", "9100", "--no-browser").exit_code == 0
    lang, port, browser = seen[0]
    assert lang == "en" and port >= 9100 and browser is False


@pytest.mark.parametrize(("ok", "code"), [(True, 0), (False, 1)])
def test_doctor_ends_with_its_verdict(kit, monkeypatch, ok, code):
    monkeypatch.setattr(doctor, "ALL", (lambda: doctor.Finding("disk", ok, "1 MB"),))
    assert kit("doctor").exit_code == code


def test_quick_doctor_looks_at_python_and_packages(kit):
    result = kit("doctor", "--quick")
    assert result.exit_code == 0 and "Pakete" in result.output and "Browser" not in result.output


def test_console_with_an_old_code_page_does_not_crash():
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    child = subprocess.run([sys.executable, "-m", "kitlib.cli", "doctor", "--quick"], env=env, capture_output=True)
    assert child.returncode == 0 and b"Pr?fung" in child.stdout
