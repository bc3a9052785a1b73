"""The company's logo on the master and on the cover."""

from __future__ import annotations

import io
from pathlib import Path
from xml.sax.saxutils import quoteattr

from PIL import Image
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Show

from .pptx_master import HEIGHT, NUMBER, WIDTH
from .pptx_styles import PX

COVER_LOGO, LOGO = (280, 110), (150, 36)
"""Width and height in px that a logo may take."""
PAD, RIGHT = 14, 72
_PLATE = (
    f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="91" name="Plate"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    '<p:spPr><!--room--><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="bg1"/>'
    "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)
_LOGO = (
    f'<p:pic {nsdecls("p", "a", "r")}><p:nvPicPr><p:cNvPr id="92" name="Logo" descr={{alt}}/><p:cNvPicPr>'
    '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
    '<a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><!--room-->'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)


def add(show: Show, path: Path, company: str) -> None:
    """The logo small at the foot of each slide; on the cover larger, on white."""
    file, (across, high) = _picture(path)
    cover = next(layout for layout in show.slide_layouts if layout.name == "Title Slide")
    for sheet, (most, tall) in ((show.slide_master, LOGO), (cover, COVER_LOGO)):
        scale = min(most / across, tall / high)
        width, height = across * scale, high * scale
        if sheet is cover:
            left, top = WIDTH - RIGHT - PAD - width, HEIGHT - 64 - PAD - height
            _place(sheet, _PLATE, (left - PAD, top - PAD, width + 2 * PAD, height + 2 * PAD))
        else:
            left, top = NUMBER[0] - 16 - width, NUMBER[1] + (NUMBER[3] - height) / 2
        _, link = sheet.part.get_or_add_image_part(io.BytesIO(file))
        _place(sheet, _LOGO.format(link=link, alt=quoteattr(company or "Logo")), (left, top, width, height))


def _picture(path: Path) -> tuple[bytes, tuple[int, int]]:
    """The file's bytes, as PNG where PowerPoint cannot read it, and its size in pixels."""
    with Image.open(path) as picture:
        if picture.format in ("PNG", "JPEG"):
            return path.read_bytes(), picture.size
        out = io.BytesIO()
        picture.convert("RGBA").save(out, "PNG")
        return out.getvalue(), picture.size


def _place(sheet, xml: str, box: tuple[float, float, float, float]) -> None:
    left, top, width, height = (round(value * PX) for value in box)
    room = f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    shape = parse_xml(xml.replace("<!--room-->", room))
    sheet._element.cSld.spTree.insert_element_before(shape, "p:extLst")
