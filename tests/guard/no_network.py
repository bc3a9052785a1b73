"""Importing this blocks, for good, every connection from this process to another computer.

An audit hook sees each call of the socket module, whoever makes it, and cannot be taken away again.
"""

import ipaddress
import socket
import sys

HERE = {"", "localhost", "testserver", socket.gethostname()}


class NetworkBlockedError(RuntimeError):
    """A test tried to reach another computer. Not an OSError, so that no code takes it for a broken network."""


def is_here(host) -> bool:
    """Whether `host`, a name or an address, is this computer."""
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if not isinstance(host, str) or host in HERE:
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def guard(event: str, args: tuple) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        # Only internet addresses are tuples with a name in front; the others stay on this computer.
        host = args[1][0] if isinstance(args[1], tuple) and args[1] else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    else:
        return
    if not is_here(host):
        raise NetworkBlockedError(f"{event} to {host!r}")


sys.addaudithook(guard)
