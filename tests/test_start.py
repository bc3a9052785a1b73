"""start.py: what it says when something is in the way, and where it sends its arguments."""

import ast
import io
import re
import string
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = (ROOT / "start.py").read_text(encoding="utf-8")


def test_old_pythons_can_read_the_file():
    tree = ast.parse(SOURCE, feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Nonlocal, ast.YieldFrom)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Raise) and node.cause]
    assert not [arg for node in ast.walk(tree) if isinstance(node, ast.arguments) for arg in node.kwonlyargs]
    assert re.match(r"# -\*- coding: utf-8 -\*-\n", SOURCE)


@pytest.mark.parametrize("file", ["start.py", "kitlib/share.py", "kitlib/__init__.py"])
def test_only_the_standard_library(file):
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {(alias.name if isinstance(n, ast.Import) else n.module) for n in imports for alias in n.names}
    assert {name.split(".")[0] for name in names - {"kitlib.share"}} <= sys.stdlib_module_names


def test_every_message_is_used_and_says_the_same_in_both_languages(messages):
    used = set(re.findall(r'(?:say|Stop)\("(\w+)"|return "(\w+)", \{|say\("(\w+)" if', SOURCE))
    assert set(messages) == {key for groups in used for key in groups if key} | {"install"}
    for message in messages.values():
        fields = [sorted({f for _, f, _, _ in string.Formatter().parse(message[lang]) if f}) for lang in ("de", "en")]
        assert fields[0] == fields[1]


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 8, 20), (3, 10, 9), (3, 14, 0), (4, 0, 0)])
def test_unfit_python_ends_with_a_message(says, start, monkeypatch, capsys, version):
    monkeypatch.setattr(start.sys, "version_info", version)
    monkeypatch.setattr(start, "WINDOWS", False)
    monkeypatch.setattr(start, "install", lambda dev: pytest.fail("must not get here"))
    assert start.main([]) == 1
    shown = capsys.readouterr().out
    assert says(shown, "python", found=".".join(map(str, version)), command="python3.13 start.py")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 9), (3, 13, 5)])
def test_fit_python_passes(start, version):
    start.check_python(version)


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "utf-8"])
def test_no_console_is_too_old_for_a_message(start, messages, monkeypatch, encoding):
    console = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(start.sys, "stdout", console)
    for key in messages:
        start.say(key, found="3.8", command="x", free=1)
    shown = console.buffer.getvalue().decode(encoding)
    assert "Einrichtung" in shown and "set-up" in shown


@pytest.mark.parametrize(
    ("free", "opens", "key"), [(10, True, "disk"), (9000, False, "network"), (9000, True, "failed")]
)
def test_reason_of_a_failure(start, monkeypatch, free, opens, key):
    def urlopen(address, timeout):
        if not opens:
            raise OSError("closed")
        return io.BytesIO()

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    monkeypatch.setattr(start, "free_space", lambda: free)
    assert start.reason()[0] == key


def test_missing_venv_module(start, monkeypatch):
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    monkeypatch.setattr(start, "uv_version", lambda uv: ())
    monkeypatch.setattr(start, "call", lambda command: "venv" not in command)
    with pytest.raises(start.Stop, match="venv"):
        start.find_uv()


@pytest.mark.parametrize(("words", "version"), [("uv 0.9.3 (abc)", (0, 9)), ("pyenv: uv: not found", ())])
def test_version_of_uv(start, monkeypatch, words, version):
    monkeypatch.setattr(start.subprocess, "check_output", lambda *a, **k: words)
    assert start.uv_version("uv") == version


def test_old_uv_of_the_computer_is_not_used(start, monkeypatch):
    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/uv")
    monkeypatch.setattr(start, "uv_version", lambda uv: (0, 1) if uv == "/usr/bin/uv" else (0, 13))
    assert start.find_uv().startswith(start.TOOL)


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ([], ["kitlib.cli", "start"]),
        (["--lang", "en"], ["kitlib.cli", "start", "--lang", "en"]),
        (["doctor"], ["kitlib.cli", "doctor"]),
        (["test", "-x"], ["pytest", "-n", "2", "--dist", "loadfile", "-x"]),
    ],
)
def test_arguments_reach_the_right_program(start, monkeypatch, args, expected):
    groups = []
    monkeypatch.setattr(start, "install", lambda dev: groups.append(dev))
    monkeypatch.setattr(start, "run", lambda command: command[2:])
    assert start.main(args) == expected
    assert groups == [expected[0] == "pytest"]


def test_exit_code_is_handed_on(start, monkeypatch):
    monkeypatch.setattr(start, "WINDOWS", True)
    assert start.run([sys.executable, "-c", "raise SystemExit(3)"]) == 3


def test_stopping_says_so(says, start, monkeypatch, capsys):
    def stop(dev):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "install", stop)
    assert start.main([]) == 130
    assert says(capsys.readouterr().out, "stopped")


def test_unforeseen_fault_is_a_message_too(says, start, monkeypatch, capsys):
    def fault(dev):
        raise OSError("Input/output error")

    monkeypatch.setattr(start, "install", fault)
    assert start.main([]) == 1
    shown = capsys.readouterr().out
    assert "Input/output error" in shown and says(shown, "failed")
