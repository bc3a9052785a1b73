"""Several photos as one picture for slides and print: a slide shows one picture, and so does its text alternative."""

from __future__ import annotations

import base64
import io
from html import escape

import numpy as np
from PIL import Image

from kitlib.ui.svg import INK

GAP, WORDS = 10, 26
"""Units between photos, and for the words below each."""
FONT = "Segoe UI,Roboto,Helvetica,Arial,sans-serif"


def sheet(photos: list[tuple[np.ndarray, str]], columns: int, width: int) -> str:
    """SVG text: (h, w, 3) uint8 photos, each with a few words below, in rows of `columns`; `width`: units of it all."""
    side = (width - GAP * (columns - 1)) / columns
    rows = -(-len(photos) // columns)
    marks = [
        _photo(photo, words, (i % columns) * (side + GAP), (i // columns) * (side + WORDS + GAP), side)
        for i, (photo, words) in enumerate(photos)
    ]
    return framed("".join(marks), width, rows * (side + WORDS + GAP) - GAP)


def framed(marks: str, width: float, height: float) -> str:
    """SVG text of a drawing `width` x `height` units large."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' height="{height:.0f}" font-family="{FONT}">{marks}</svg>'
    )


def photo(pixels: np.ndarray, x: float, y: float, side: float) -> str:
    """SVG mark: a photo. Stored as PNG: every program that shows slides reads it."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    code = base64.b64encode(out.getvalue()).decode()
    where = f'x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}"'
    return f'<image {where} href="data:image/png;base64,{code}"/>'


def _photo(pixels: np.ndarray, words: str, x: float, y: float, side: float) -> str:
    text = f'<text x="{x + side / 2:.1f}" y="{y + side + 19:.1f}" text-anchor="middle" font-size="16" fill="{INK}">'
    return f"{photo(pixels, x, y, side)}{text}{escape(words)}</text>"
