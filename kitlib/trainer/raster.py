"""Drawings and photos as PNG, for programs that show nothing else."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import matplotlib
import typst
from PIL import Image

from kitlib import ui

from .source import ROOT

FONTS = (ROOT / "slides" / "fonts", Path(matplotlib.get_data_path()) / "fonts" / "ttf")
"""Atkinson Hyperlegible Next for words, DejaVu for signs that it lacks (arrows, ticks)."""
FAMILY = "Atkinson Hyperlegible Next"
WIDTH = 1600
"""Pixels of a drawing, so that a projector shows it sharp."""


@lru_cache(maxsize=64)
def png(picture: ui.Picture) -> bytes:
    """The picture as PNG, drawn once for slides, PPTX and handout: drawings WIDTH pixels wide, with our own letters."""
    if picture.kind == "svg":
        return _drawing(picture.data)
    if picture.kind == "png":
        return picture.data
    return saved(Image.open(io.BytesIO(picture.data)).convert("RGB"))


def saved(image: Image.Image) -> bytes:
    """A photo as PNG."""
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def own_letters(svg: bytes) -> bytes:
    """The drawing with our own fonts: typst and PowerPoint have not those of the browser."""
    return svg.replace(b"Segoe UI,Roboto,Helvetica,Arial,sans-serif", f"{FAMILY},DejaVu Sans".encode())


def _drawing(svg: bytes) -> bytes:
    # Pages are measured in points, 1/72 inch: 400 pt at 288 dots an inch are WIDTH pixels.
    page = b'#set page(width: 400pt, height: auto, margin: 0pt)\n#image("drawing.svg", width: 100%)'
    files = {"main": page, "drawing.svg": own_letters(svg)}
    return typst.compile(files, format="png", ppi=72 * WIDTH / 400, font_paths=list(FONTS), ignore_system_fonts=True)
