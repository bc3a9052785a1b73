"""Is a folder on this computer? start.py asks before anything is installed: standard library only."""

import os
import re
import subprocess

KINDS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs", "fuse.sshfs", "9p"}
DRIVE_REMOTE = 4  # what GetDriveTypeW of Windows returns for a drive of another computer
# Linux: "host:/x on /mnt type nfs4 (rw)"; macOS: "//host/x on /Volumes/x (smbfs, nodev)"
MOUNT = re.compile(r" on (/.*?) (?:type (\S+) )?\((\w+)")


def on_share(path: str, windows: bool = os.name == "nt") -> bool:
    """Whether the absolute `path` lies on a drive of another computer, as far as this system tells."""
    return _on_windows_share(path) if windows else _on_mounted_share(path)


def _on_windows_share(path: str) -> bool:
    import ctypes

    drive = path[:2] + "\\"
    return path.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == DRIVE_REMOTE


def _on_mounted_share(path: str) -> bool:
    try:
        mounts = subprocess.check_output(["mount"], text=True, errors="replace")
    except (OSError, subprocess.CalledProcessError):
        return False
    above = {place: kind or first for place, kind, first in MOUNT.findall(mounts) if _holds(place, path)}
    return bool(above) and above[max(above, key=len)] in KINDS


def _holds(place: str, path: str) -> bool:
    return (path + "/").startswith(place.rstrip("/") + "/")
