# -*- coding: utf-8 -*-
"""KI-Erprobungsraum: einrichten und starten / set up and start.

    python start.py              öffnet die Startseite im Browser / opens the start page in the browser
    python start.py test         führt alle Tests aus / runs every test
    python start.py doctor       prüft den Rechner / checks this computer
    python start.py lab          startet JupyterLab / starts JupyterLab

Every other argument goes to `kit` (see kitlib/cli.py). Standard library only. Any Python since 2.7 can parse this
file, so that one which is too old can say so in plain words.
"""

from __future__ import print_function, unicode_literals

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
TOOL = os.path.join(ROOT, ".uv")  # a uv of our own, where the computer has none
STAMP = os.path.join(VENV, "kit-stamp")  # written last: what is installed here, and completely
WINDOWS = os.name == "nt"
PYTHONS = ((3, 11), (3, 13))  # oldest and newest, as in pyproject.toml
OLDEST_UV = (0, 8)
SPACE = 1500  # MB that a first installation needs, downloads included


class Stop(Exception):
    """The set-up cannot go on; holds the key of the message and its values."""


def put(text):
    """Print on whatever console this is: what an old code page lacks becomes "?"."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    print(text.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


def say(key, **values):
    """Print a message of kitlib/start.json in German and English."""
    with io.open(os.path.join(ROOT, "kitlib", "start.json"), encoding="utf-8") as file:
        message = json.load(file)[key]
    for language in ("de", "en"):
        put(message[language].format(folder=ROOT, venv=VENV, tool=TOOL, space=SPACE, **values))


def python_of(folder):
    return os.path.join(folder, "Scripts", "python.exe") if WINDOWS else os.path.join(folder, "bin", "python")


def check_python(version):
    """Raise Stop unless `version` (major, minor, …) is one the kit runs on."""
    if not PYTHONS[0] <= tuple(version[:2]) <= PYTHONS[1]:
        command = "py -3.13 start.py" if WINDOWS else "python3.13 start.py"
        raise Stop("python", {"found": ".".join(str(part) for part in version[:3]), "command": command})


def check_folder():
    """Raise Stop where nothing can be installed; only warn about a network share."""
    from kitlib.share import on_share  # not before check_python()

    probe = os.path.join(ROOT, ".write-test-%d" % os.getpid())
    try:
        os.mkdir(probe)
        os.rmdir(probe)
    except OSError:
        raise Stop("read_only", {})
    if free_space() < SPACE:
        raise Stop("disk", {"free": free_space()})
    if on_share(os.path.realpath(ROOT)):
        say("share")


def free_space():
    return shutil.disk_usage(ROOT).free // 10**6


def call(command):
    """Run a command of the set-up; return whether it succeeded."""
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    env.update(UV_COMPILE_BYTECODE="1", UV_PROJECT_ENVIRONMENT=VENV, UV_PYTHON_DOWNLOADS="never")
    env.setdefault("UV_SYSTEM_CERTS", "1")  # company networks often add a certificate of their own
    if WINDOWS:
        env.setdefault("UV_LINK_MODE", "copy")  # synchronised folders such as OneDrive refuse hard links
    try:
        return subprocess.call(command, env=env) == 0
    except OSError:
        return False


def uv_version(uv):
    try:
        words = subprocess.check_output([uv, "--version"], stderr=subprocess.STDOUT, universal_newlines=True)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", words)[:2])


def find_uv():
    """Return a uv that works and is new enough: the computer's, else our own, made where it is missing."""
    own = os.path.join(os.path.dirname(python_of(TOOL)), "uv.exe" if WINDOWS else "uv")
    for uv in filter(None, (shutil.which("uv"), own)):
        if uv_version(uv) >= OLDEST_UV:
            return uv
    if not call([sys.executable, "-m", "venv", "--clear", TOOL]):
        raise Stop("venv", {})
    pip = [python_of(TOOL), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"]
    if not call(pip + ["uv>=%d.%d" % OLDEST_UV]):
        raise Stop(*reason())
    return own


def reason():
    """Return the key and values of the message: tell a full disk and a closed network from other reasons."""
    from urllib.request import urlopen

    if free_space() < SPACE // 10:
        return "disk", {"free": free_space()}
    try:
        urlopen("https://pypi.org/simple/uv/", timeout=10).close()
    except (OSError, ValueError):
        return "network", {}
    return "failed", {}


def wanted_stamp():
    """Return what the stamp says when this lock file is installed in this folder with this Python."""
    digest = hashlib.sha256(("%s %s" % (ROOT, sys.version_info[:2])).encode("utf-8"))
    for name in ("uv.lock", "pyproject.toml"):
        with io.open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def read_stamp():
    try:
        with io.open(STAMP, encoding="ascii") as file:
            return file.read().split()
    except (OSError, ValueError):
        return []


def synchronise(uv, dev, anew):
    """Bring .venv to the state of the lock file; without the internet, from what uv has kept of earlier downloads."""
    # --inexact: what a developer added stays. --reinstall: a package copied by half looks installed.
    command = [uv, "sync", "--frozen", "--inexact", "--python", sys.executable]
    command += (["--group", "dev"] if dev else ["--no-dev"]) + (["--reinstall"] if anew else [])
    return call(command) or (reason()[0] == "network" and call(command + ["--offline"]))


def install(dev):
    """Make .venv hold the locked packages, with the developers' ones where `dev`, unless the stamp says it does."""
    old, wanted = read_stamp(), [wanted_stamp()] + (["dev"] if dev else [])
    usable = os.path.exists(python_of(VENV))
    if usable and set(wanted) <= set(old):
        return
    check_folder()
    cut_off = os.path.isdir(VENV) and not (usable and old)
    say("repair" if cut_off else "install")
    if old:
        os.remove(STAMP)
    uv = find_uv()
    made = usable or call([uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV])
    if not (made and synchronise(uv, dev, anew=usable and cut_off)):
        raise Stop(*reason())
    if not call([python_of(VENV), "-m", "kitlib.cli", "doctor", "--quick"]):
        raise Stop("failed", {})
    with io.open(STAMP, "w", encoding="ascii") as file:
        file.write(" ".join(wanted))


def run(command):
    """Become `command`; on Windows, which cannot, wait for it and return its exit code."""
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], command)
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child got the same key press and ends by itself


def main(args):
    if args[:1] in (["-h"], ["--help"]):
        put(__doc__)
        return 0
    try:
        check_python(sys.version_info)
        os.chdir(ROOT)
        test = args[:1] == ["test"]
        install(dev=test)
    except Stop as stop:
        say(stop.args[0], **stop.args[1])
        return 1
    except OSError as error:
        put(str(error))
        say("failed")
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 130
    if test:
        return run([python_of(VENV), "-m", "pytest", "-n", "2", "--dist", "loadfile"] + args[1:])
    if not args or args[0].startswith("-"):
        args = ["start"] + args
    return run([python_of(VENV), "-m", "kitlib.cli"] + args)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
