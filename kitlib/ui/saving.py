"""Words taken home: a file to save that never leaves the room."""

from __future__ import annotations

import base64
from html import escape


def download(words: str, name: str, content: str | bytes, kind: str = "text/plain;charset=utf-8") -> str:
    """HTML of a link that saves `content` as a file called `name`: made from the page itself, without any request."""
    code = base64.b64encode(content.encode() if isinstance(content, str) else content).decode()
    link = f'download="{escape(name)}" href="data:{escape(kind)};base64,{code}"'
    return f'<a class="kit-download" {link}>{escape(words)}</a>'
