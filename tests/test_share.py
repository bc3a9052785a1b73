"""Folders on a drive of another computer."""

import ctypes
from types import SimpleNamespace

import pytest

from kitlib import share

MOUNTS = {
    "linux": "/dev/sda1 on / type ext4 (rw,relatime)\n"
    "nas:/kurs on /mnt/kurs type nfs4 (rw)\n"
    "//nas/b on /mnt/b type cifs (rw)\n"
    "/dev/sdb on /mnt/kurs/stick type vfat (rw)\n",
    "mac": "/dev/disk1 on / (apfs, local)\n//anna@nas/Kurs on /Volumes/Kurs KI (smbfs, nodev)\n",
}


@pytest.mark.parametrize(
    ("system", "path", "expected"),
    [
        ("linux", "/home/anna/kit", False),
        ("linux", "/mnt/kurs/kit", True),
        ("linux", "/mnt/kursus", False),
        ("linux", "/mnt/kurs/stick/kit", False),
        ("linux", "/mnt/b", True),
        ("mac", "/Users/anna/kit", False),
        ("mac", "/Volumes/Kurs KI/kit", True),
    ],
)
def test_share_is_told_from_the_mounts(monkeypatch, system, path, expected):
    monkeypatch.setattr(share.subprocess, "check_output", lambda *a, **k: MOUNTS[system])
    assert share.on_share(path, windows=False) is expected


def test_share_of_windows(monkeypatch):
    kinds = {"Z:\\": 4, "C:\\": 3}
    kernel32 = SimpleNamespace(GetDriveTypeW=lambda drive: kinds[drive])
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel32), raising=False)
    assert share.on_share("Z:\\kit", windows=True) and share.on_share("\\\\nas\\kurs\\kit", windows=True)
    assert not share.on_share("C:\\kit", windows=True)


def test_system_that_does_not_tell(monkeypatch):
    def missing(*args, **kwargs):
        raise FileNotFoundError("mount")

    monkeypatch.setattr(share.subprocess, "check_output", missing)
    assert not share.on_share("/home/anna/kit", windows=False)
