"""`kit doctor`: is this computer ready for a workshop? Each check returns a Finding; nothing is changed."""

import hashlib
import shutil
import socket
import sys
import tempfile
import tomllib
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from rich.console import Console
from rich.progress import track
from rich.table import Table

from kitlib.lab import state_folder

ROOT = Path(__file__).parents[1]
PROJECT = "ki-erprobungsraum"
PORT = 8800  # where `kit start` looks first
BROWSERS = ("firefox", "chromium", "chromium-browser", "google-chrome", "microsoft-edge")
SPACE_MB = 500


@dataclass(frozen=True)
class Finding:
    """Outcome of one check: `check` is its table in doctor.toml, `found` what was seen there."""

    check: str
    ok: bool
    found: str


def python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("python", version in SpecifierSet(metadata.metadata(PROJECT)["Requires-Python"]), version)


def packages() -> Finding:
    """Compare what is installed with what the packages demand and, in our own .venv, with the lock file."""
    locked = locked_versions(ROOT / "uv.lock") if Path(sys.prefix) == ROOT / ".venv" else {}
    needed = list(requirements(PROJECT, frozenset(), set()))
    faults = sorted({fault for requirement in needed for fault in package_faults(requirement, locked)})
    return Finding("packages", not faults, ", ".join(faults) or str(len({r.name for r in needed})))


def locked_versions(lock: Path) -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for package in tomllib.loads(lock.read_text(encoding="utf-8"))["package"]:
        versions.setdefault(package["name"], set()).add(package.get("version", ""))
    return versions


def requirements(name: str, extras: frozenset[str], seen: set) -> Iterator[Requirement]:
    """Yield what an installed package needs on this computer, and what that needs in turn."""
    if (name, extras) in seen:
        return
    seen.add((name, extras))
    try:
        texts = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for requirement in map(Requirement, texts):
        if requirement.marker and not any(requirement.marker.evaluate({"extra": e}) for e in extras or {""}):
            continue
        yield requirement
        yield from requirements(canonicalize_name(requirement.name), frozenset(requirement.extras), seen)


def package_faults(requirement: Requirement, locked: dict[str, set[str]]) -> Iterator[str]:
    name = canonicalize_name(requirement.name)
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        yield f"{name}: –"
        return
    if not requirement.specifier.contains(version, prereleases=True):
        yield f"{name}: {version}, {requirement.specifier}"
    elif version not in locked.get(name, {version}):
        yield f"{name}: {version}, =={' '.join(locked[name])}"


def pictures(datasets: Path = ROOT / "datasets") -> Finding:
    """Compare every file of the picture sets with its checksum."""
    files = [file for sums in sorted(datasets.glob("*/SHA256SUMS")) for file in checksums(sums)]
    bar = track(files, "Bilder / pictures", transient=True, console=Console(stderr=True))
    faults = [path.name for path, digest in bar if not path.is_file() or sha256(path) != digest]
    shown = ", ".join(faults[:5]) + (f" … ({len(faults)})" if len(faults) > 5 else "")
    return Finding("pictures", bool(files) and not faults, shown or str(len(files)))


def checksums(sums: Path) -> Iterator[tuple[Path, str]]:
    """Yield path and digest of each line of a SHA256SUMS file, as written by `sha256sum`."""
    for line in sums.read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        yield sums.parent / name.lstrip("*"), digest


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def port(first: int = PORT) -> Finding:
    """Open the port that `kit start` would take, and connect to it."""
    from kitlib.lessons.server import free_port  # imports the whole server: not for a quick check

    try:
        with free_port("127.0.0.1", first) as server:
            server.listen()
            socket.create_connection(server.getsockname(), timeout=5).close()
            return Finding("port", True, str(server.getsockname()[1]))
    except OSError as error:
        return Finding("port", False, str(error))


def disk() -> Finding:
    free = min(shutil.disk_usage(place).free for place in (ROOT, tempfile.gettempdir())) // 10**6
    return Finding("disk", free >= SPACE_MB, f"{free} MB")


def browser() -> Finding:
    try:
        return Finding("browser", True, webbrowser.get().name)
    except (webbrowser.Error, AttributeError):
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        return Finding("browser", bool(found), found or "–")


def writing() -> Finding:
    """Write a file where the kit keeps state and where it keeps temporary files."""
    for place in (state_folder(), Path(tempfile.gettempdir())):
        try:
            place.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=place).close()
        except OSError:
            return Finding("writing", False, str(place))
    return Finding("writing", True, str(state_folder()))


QUICK: tuple[Callable[[], Finding], ...] = (python, packages)
ALL = (*QUICK, pictures, port, disk, browser, writing)


def report(findings: list[Finding], console: Console) -> None:
    """Print each finding and, for those that are not fine, what to do in German and English."""
    texts = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    table = Table("Prüfung / check", "", "Gefunden / found")
    for finding in findings:
        table.add_row(texts[finding.check]["name"], "ok" if finding.ok else "FEHLER / ERROR", finding.found)
    console.print(table)
    for finding in findings:
        if not finding.ok:
            text = texts[finding.check]
            console.print(f"{text['name']}:\n  {text['de']}\n  {text['en']}", highlight=False, markup=False)
