"""Pictures for the page: always an `<img>` with a text alternative, never a bare widget."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass
from html import escape, unescape

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


@dataclass(frozen=True)
class Picture:
    """A picture outside a page, as on slides. alt: what it shows; kind: png, webp or svg; data: the file's bytes."""

    alt: str
    kind: str
    data: bytes


def picture(html: str) -> Picture:
    """The first picture that `image` put into `html`. Raises ValueError where there is none."""
    found = re.search(r'<img class="[^"]*" alt="([^"]*)" src="data:image/(\w+)(?:\+xml)?;base64,([^"]*)">', html)
    if not found:
        raise ValueError("no picture in this HTML")
    return Picture(unescape(found[1]), found[2], base64.b64decode(found[3]))


def overlay(picture: np.ndarray, heat: np.ndarray, top: float) -> np.ndarray:
    """Lay a heat map (h, w), 0 to `top`, over a grey copy of the picture (h, w, 3) uint8; weak heat is see-through."""
    share = np.clip(heat / top, 0, 1)
    grey = picture.mean(axis=2, keepdims=True).repeat(3, axis=2)
    weight = np.clip(share * 2.0 - 0.25, 0, 0.9)[..., None]
    return (grey * (1 - weight) + _HEAT(0.35 + 0.6 * share)[..., :3] * 255 * weight).astype(np.uint8)


def gallery(items: list[tuple[np.ndarray, str, str]]) -> str:
    """A wrapping row of small pictures: (picture, caption, text alternative) each."""
    cells = "".join(
        f"<li>{image(picture, alt, 'kit-thumb')}<span>{escape(caption)}</span></li>" for picture, caption, alt in items
    )
    return f'<ul class="kit-gallery">{cells}</ul>'


def table(
    label: str, heads: list[str], rows: list[tuple[str, ...]], marked: int | None = None, words=False, stack=False
) -> str:
    """HTML of a table that scrolls sideways on a phone; a row's first cell names it; `marked`: the row to stress.

    words: cells hold words, which read better from the left than as numbers do. stack: on a narrow phone each row
    becomes a block, every cell behind its heading, so that no column is out of sight.
    """
    css = f"kit-table{' kit-texts' if words else ''}{' kit-stack' if stack else ''}"
    role = {name: f' role="{name}"' if stack else "" for name in ("table", "rowgroup", "row", "rowheader", "cell")}
    head = "".join(f'<th scope="col">{escape(h)}</th>' if h else "<td></td>" for h in heads)
    body = ""
    for i, (name, *cells) in enumerate(rows):
        mark = ' class="kit-now"' if i == marked else ""
        named = [f' data-head="{escape(h)}"' if stack else "" for h in heads[1:]]
        values = "".join(f"<td{role['cell']}{h}>{escape(str(c))}</td>" for h, c in zip(named, cells, strict=True))
        body += f'<tr{role["row"]}{mark}><th scope="row"{role["rowheader"]}>{escape(name)}</th>{values}</tr>'
    region = f'class="kit-scroll" tabindex="0" role="region" aria-label="{escape(label)}"'
    group = role["rowgroup"]
    made = f"<thead{group}><tr{role['row']}>{head}</tr></thead><tbody{group}>{body}</tbody>"
    return f'<div {region}><table class="{css}"{role["table"]}>{made}</table></div>'
