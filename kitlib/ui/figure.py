"""Pictures for the page: always an `<img>` with a text alternative, never a bare widget."""

from __future__ import annotations

import base64
import io
from html import escape

import numpy as np
from matplotlib import colormaps
from matplotlib.figure import Figure
from PIL import Image

_HEAT = colormaps["inferno"]


def _png(picture: np.ndarray) -> tuple[str, bytes]:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "WEBP", quality=88, method=0)
    return "image/webp", buffer.getvalue()


def _drawn(figure: Figure) -> tuple[str, bytes]:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=100, pil_kwargs={"compress_level": 1})
    return "image/png", buffer.getvalue()


def _encoded(source) -> tuple[str, bytes]:
    if isinstance(source, str):
        return "image/svg+xml", source.encode()
    return _drawn(source) if isinstance(source, Figure) else _png(np.asarray(source))


def image(source: str | Figure | np.ndarray, alt: str, css: str = "kit-figure") -> str:
    """HTML of one picture. `source`: SVG text, a matplotlib Figure, or (h, w, 3) uint8; `alt`: what it shows."""
    kind, data = _encoded(source)
    code = base64.b64encode(data).decode()
    return f'<img class="{css}" alt="{escape(alt)}" src="data:{kind};base64,{code}">'


def overlay(picture: np.ndarray, heat: np.ndarray, top: float) -> np.ndarray:
    """Lay a heat map (h, w), 0 to `top`, over a grey copy of the picture (h, w, 3) uint8; weak heat stays see-through."""
    share = np.clip(heat / top, 0, 1)
    grey = picture.mean(axis=2, keepdims=True).repeat(3, axis=2)
    weight = np.clip(share * 1.6 - 0.25, 0, 0.85)[..., None]
    return (grey * (1 - weight) + _HEAT(0.25 + 0.75 * share)[..., :3] * 255 * weight).astype(np.uint8)


def gallery(items: list[tuple[np.ndarray, str, str]]) -> str:
    """A wrapping row of small pictures: (picture, caption, text alternative) each."""
    cells = "".join(
        f"<li>{image(picture, alt, 'kit-thumb')}<span>{escape(caption)}</span></li>" for picture, caption, alt in items
    )
    return f'<ul class="kit-gallery">{cells}</ul>'
