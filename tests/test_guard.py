"""No test and no child of a test reaches another computer."""

import socket
import subprocess
import sys

import no_network
import pytest

OUTSIDE = "192.0.2.1"  # reserved for documentation (RFC 5737)


def test_connection_to_another_computer_is_blocked():
    with socket.socket() as client, pytest.raises(no_network.NetworkBlockedError):
        client.connect((OUTSIDE, 80))


def test_names_of_other_computers_are_not_looked_up():
    with pytest.raises(no_network.NetworkBlockedError):
        socket.getaddrinfo("example.org", 443)


def test_datagrams_are_blocked():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client, pytest.raises(no_network.NetworkBlockedError):
        client.sendto(b"x", (OUTSIDE, 53))


def test_connection_to_this_computer_works():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=5).close()


def test_child_is_blocked():
    code = f"import socket; socket.create_connection(({OUTSIDE!r}, 80), timeout=1)"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "NetworkBlockedError" in child.stderr
