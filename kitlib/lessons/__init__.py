"""Serves the built lessons as web pages: a start page, and each visitor's own run of a lesson.

`serve()` starts the server. Nothing here calls out: pages, scripts and fonts all come from this machine.
"""

from .server import serve

__all__ = ["serve"]
