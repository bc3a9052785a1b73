"""Memory that training has freed goes back to the system: only glibc, on Linux, keeps it back."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_ARENA_MAX = -8
"""M_ARENA_MAX of glibc's malloc.h."""


def share() -> None:
    """One heap for all threads, before they start: each would keep pages of its own, a third more in all."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
