"""Scripts, styles and fonts. The browser keeps them for a year; their address changes when they change."""

from __future__ import annotations

import gzip
import hashlib
import sys
from functools import lru_cache
from pathlib import Path

from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles

OWN = Path(__file__).with_name("static")
STYLE = Path(__file__).parents[1] / "ui" / "style.css"
CDN = Path(sys.prefix) / "share" / "solara" / "cdn"
FONT = CDN / "font-awesome@4.5.0"
PACKED = {".js", ".css", ".svg"}
TYPES = {  # not left to the computer: on some a program has registered .js as plain text, which browsers then refuse
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


def manager() -> Path:
    """The folder of the widget manager that comes with solara-assets (the one without Vue 3: it is smaller)."""
    found = sorted((CDN / "@widgetti").glob("solara-vuetify-app@*/dist"))
    if not found:
        raise FileNotFoundError(f"no widget manager below {CDN}: is solara-assets installed?")
    return found[-1]


@lru_cache(maxsize=64)
def version(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10]


@lru_cache(maxsize=32)
def _packed(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6)


class Assets(StaticFiles):
    """Static files, compressed once, kept by the browser when the address carries a version (`?v=`)."""

    async def get_response(self, path, scope) -> Response:
        response = await super().get_response(path, scope)
        kind = TYPES.get(Path(path).suffix)
        if kind:
            response.headers["content-type"] = kind
        if b"v=" in scope["query_string"]:
            response.headers["cache-control"] = "public, max-age=31536000, immutable"
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"")
        if isinstance(response, FileResponse) and Path(path).suffix in PACKED and b"gzip" in accepted:
            headers = {k: response.headers[k] for k in ("cache-control", "etag") if k in response.headers}
            headers |= {"content-encoding": "gzip", "vary": "accept-encoding"}
            return Response(_packed(str(response.path)), media_type=kind, headers=headers)
        return response
