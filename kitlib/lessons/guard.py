"""What every answer and every request has to satisfy, whoever is in the room's network."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

# Widgets and pictures bring their own style attributes; scripts come from our files only, and nothing from outside.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' {sockets}; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


def known_host(host: str) -> bool:
    """Whether a Host header names this machine: an address, localhost or its name. Foreign names are DNS rebinding."""
    name = (urlsplit(f"//{host}").hostname or "").lower()
    own = socket.gethostname().lower()
    if name in ("localhost", own, f"{own}.local"):
        return True
    try:
        return bool(ipaddress.ip_address(name))
    except ValueError:
        return False


class Guard:
    """ASGI middleware: refuses foreign hosts and foreign pages' websockets, and sets the security headers."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        origin = urlsplit(headers.get("origin", "")).netloc
        if not known_host(host) or (origin and origin != host):
            return await self._refuse(scope, receive, send)

        async def guarded(message):
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                answer["content-security-policy"] = POLICY.format(sockets=f"ws://{host} wss://{host}")
                for name, value in HEADERS.items():
                    answer.setdefault(name, value)
            await send(message)

        return await self.app(scope, receive, guarded)

    async def _refuse(self, scope, receive, send):
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        return await PlainTextResponse("This address is not served here.", 400)(scope, receive, send)
