"""How much room text takes on a slide, by the letters' real widths.

PowerPoint shows Arial, LibreOffice Liberation Sans, which is as wide. Neither comes with the kit: Atkinson Hyperlegible
Next stands in. A line of our texts is up to 6 % narrower in it and up to 8 % wider: the margin makes up for the first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PIL import ImageFont
from pptx.oxml.ns import qn

from .pptx_styles import PX
from .source import ROOT

MARGIN = 1.07
LEADING = 1.15
"""Height of a line of Arial, as a multiple of the letters' size."""


@lru_cache(maxsize=2)
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    # 100 px, scaled afterwards: widths do not depend on a size's hinting then.
    return ImageFont.truetype(
        str(ROOT / "slides" / "fonts" / f"AtkinsonHyperlegibleNext-{'Bold' if bold else 'Regular'}.ttf"), 100
    )


def width(text: str, size: float, bold: bool = False, margin: float = MARGIN) -> float:
    """Width in px of text on one line. size: pt."""
    return _font(bold).getlength(text) / 100 * size * 4 / 3 * margin


def lines(runs: list[tuple[str, bool]], size: float, room: float, margin: float = MARGIN) -> int:
    """Lines that a paragraph of (text, bold) pieces takes in `room` px; at least 1. A longer word is broken."""
    total, used = 1, 0.0
    for text, bold in runs:
        for word in re.findall(r"[^ ]+ *| +", text):  # a no-break space is no place to break
            long = width(word.rstrip(" "), size, bold, margin)
            if used and used + long > room:
                total, used = total + 1, 0.0
            total += int(long // room)
            used += width(word, size, bold, margin)
            used = used % room if long > room else used
    return total


def height(shape) -> float:
    """px that the words of a text placeholder need, with sizes, indents and spaces as they are inherited."""
    layout = shape.part.slide.slide_layout
    styles = layout.slide_master._element.find(qn("p:txStyles"))
    title = shape._element.ph.get("type") in ("title", "ctrTitle")
    style = styles.find(qn("p:titleStyle" if title else "p:bodyStyle"))
    own = next(s for s in layout.placeholders if s.placeholder_format.idx == shape.placeholder_format.idx)
    total = 0.0
    for number, paragraph in enumerate(shape.text_frame.paragraphs):
        level = qn(f"a:lvl{paragraph.level + 1}pPr")
        looks = [paragraph._p.pPr, own._element.txBody.find(qn("a:lstStyle")).find(level), style.find(level)]
        total += _paragraph(paragraph, [look for look in looks if look is not None], shape.width / PX, number == 0)
    return total


def _paragraph(paragraph, looks: list, room: float, first: bool) -> float:
    """px of one paragraph. looks: its properties, then those it inherits from layout and master."""
    fonts = [look.find(qn("a:defRPr")) for look in looks if look.find(qn("a:defRPr")) is not None]
    size = next(int(font.get("sz")) for font in fonts if font.get("sz")) / 100
    bold = next((font.get("b") == "1" for font in fonts if font.get("b")), False)
    far = next((int(look.get("marL")) / PX for look in looks if look.get("marL")), 0)
    spaces = [look.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}") for look in looks]
    above = 0 if first else next((int(space.get("val")) / 75 for space in spaces if space is not None), 0)
    leading = int(looks[-1].find(f"{qn('a:lnSpc')}/{qn('a:spcPct')}").get("val")) / 1e5
    largest = max([run.font.size.pt if run.font.size else size for run in paragraph.runs], default=size)
    runs = [(run.text, bold or bool(run.font.bold)) for run in paragraph.runs]
    count = lines(runs, largest, room - far) + len(paragraph._p.findall(qn("a:br")))
    return count * line_height(largest) * leading + above


def line_height(size: float) -> float:
    """px from line to line."""
    return size * 4 / 3 * LEADING
