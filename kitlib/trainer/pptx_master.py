"""The company's slide master: pandoc's own reference deck with our measures, the brand's colours and Arial.

All measures are those of the HTML deck: a slide is 1280 x 720 px, a px is 1/96 inch, text of 32 px is 24 pt.
"""

from __future__ import annotations

import io
import re
import subprocess
from functools import lru_cache

import pypandoc
from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Show
from pptx.util import Emu

from . import pptx_styles
from .brand import INK, WHITE, Brand
from .pptx_styles import COVER_SIZE, PX

WIDTH, HEIGHT = 1280, 720
TITLE, BODY, COMPANY, NUMBER = (100, 36, 1108, 96), (72, 156, 1136, 484), (72, 668, 860, 28), (1148, 668, 60, 28)
BAR, COVER_BAR = (72, 50, 10, 68), (72, 200, 14, 172)
BOXES = {
    "Title Slide": {0: (118, 200, 1090, 172), 1: (118, 388, 1000, 122), 11: (118, 560, 700, 40)},
    "Title and Content": {0: TITLE, 1: BODY, 11: COMPANY, 12: NUMBER},
    "Two Content": {0: TITLE, 1: (72, 156, 536, 484), 2: (640, 156, 568, 484), 11: COMPANY, 12: NUMBER},
    "Content with Caption": {0: TITLE, 1: (72, 268, 1136, 372), 2: (72, 156, 1136, 100), 11: COMPANY, 12: NUMBER},
    "Title Only": {0: TITLE, 11: COMPANY, 12: NUMBER},
}
"""Left, top, width and height in px of each placeholder, by layout and index: 0 is the title."""


@lru_cache(maxsize=8)
def reference(brand: Brand) -> bytes:
    """The reference deck for pandoc, as a file's bytes; without the logo, which `decorate` puts in."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.pptx"]
    show = Presentation(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    show.slide_width, show.slide_height = Emu(WIDTH * PX), Emu(HEIGHT * PX)
    root = show.part._element
    root.find(qn("p:sldSz")).attrib.pop("type", None)
    root.remove(root.find(qn("p:extLst")))  # guides of the old size
    for part in show.part.package.iter_parts():
        if part.partname.startswith("/ppt/theme/"):
            part.blob = pptx_styles.theme(part.blob, brand)
        elif part.partname == "/ppt/tableStyles.xml":
            part.blob = pptx_styles.table_style().encode()
        elif part.partname == "/ppt/viewProps.xml":
            part.blob = re.sub(rb"<p:guideLst>.*?</p:guideLst>", b"", part.blob)
    _master(show)
    for layout in show.slide_layouts:
        _layout(layout, brand)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def prune(show: Show) -> None:
    """Remove the layouts that no deck needs: pandoc asks for them, our measures do not fit them."""
    for layout in [layout for layout in show.slide_layouts if layout.name not in BOXES]:
        show.slide_layouts.remove(layout)


def place(shape, box: tuple[float, float, float, float]) -> None:
    """Put a shape at left, top with width and height, in px."""
    shape.left, shape.top, shape.width, shape.height = (Emu(round(value * PX)) for value in box)


def _master(show: Show) -> None:
    master = show.slide_master
    _without_date(master)
    boxes = {0: TITLE, 1: BODY, 3: COMPANY, 4: NUMBER}
    for shape in master.placeholders:
        place(shape, boxes[shape.placeholder_format.idx])
        body = shape._element.txBody.bodyPr
        for side in ("lIns", "rIns", "tIns", "bIns"):
            body.set(side, "0")
    for idx, side in ((3, "l"), (4, "r")):
        shape = next(s for s in master.placeholders if s.placeholder_format.idx == idx)
        _style(shape, pptx_styles.small(side))
    styles = master._element.find(qn("p:txStyles"))
    styles.replace(styles.find(qn("p:titleStyle")), parse_xml(pptx_styles.title_style()))
    styles.replace(styles.find(qn("p:bodyStyle")), parse_xml(pptx_styles.body_style()))
    _bar(master, BAR)


def _layout(layout, brand: Brand) -> None:
    """Our own boxes for the layouts of BOXES; the others are only scaled and leave the deck with `prune`."""
    _without_date(layout)
    boxes = BOXES.get(layout.name)
    for shape in list(layout.placeholders):
        idx = shape.placeholder_format.idx
        if boxes is None:
            place(shape, [value * 4 / 3 / PX for value in (shape.left, shape.top, shape.width, shape.height)])
        elif idx in boxes:
            place(shape, boxes[idx])
            side = {11: "l", 12: "r"}.get(idx)
            _style(shape, pptx_styles.small(side) if side else pptx_styles.plain())
            shape._element.txBody.bodyPr.attrib.pop("anchor", None)
        else:
            shape._element.getparent().remove(shape._element)
    if layout.name == "Title Slide":
        _cover(layout, brand)
    if layout.name == "Content with Caption":
        _level(layout, 2, '<a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr>')


def _cover(layout, brand: Brand) -> None:
    theme = {WHITE: '<a:schemeClr val="bg1"/>', INK: '<a:schemeClr val="tx1"/>'}
    colour = theme.get(brand.on_colour, f'<a:srgbClr val="{brand.on_colour[1:].upper()}"/>')
    fill = f"<a:solidFill>{colour}</a:solidFill>"
    _level(layout, 0, f'<a:lvl1pPr><a:defRPr sz="{COVER_SIZE}00" b="1">{fill}</a:defRPr></a:lvl1pPr>')
    _level(layout, 1, f'<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2700">{fill}</a:defRPr></a:lvl1pPr>')
    _level(layout, 11, f'<a:lvl1pPr algn="l"><a:defRPr sz="2100">{fill}</a:defRPr></a:lvl1pPr>')
    next(s for s in layout.placeholders if s.placeholder_format.idx == 0)._element.txBody.bodyPr.set("anchor", "b")
    layout.background.fill.solid()
    layout.background.fill.fore_color.theme_color = 5  # accent 1, the brand's colour
    layout._element.set("showMasterSp", "0")
    _bar(layout, COVER_BAR)


def _level(layout, idx: int, xml: str) -> None:
    shape = next(s for s in layout.placeholders if s.placeholder_format.idx == idx)
    level = xml.replace("<a:lvl1pPr", f"<a:lvl1pPr {nsdecls('a')}", 1)
    shape._element.txBody.find(qn("a:lstStyle"))[:] = [parse_xml(level)]


def _style(shape, style: etree._Element) -> None:
    """Give a placeholder a list style in place of its own. LibreOffice reads that of feet from the layout only."""
    text = shape._element.txBody
    text.replace(text.find(qn("a:lstStyle")), style)


def _without_date(sheet) -> None:
    for shape in [s for s in sheet.placeholders if s._element.ph.get("type") == "dt"]:
        shape._element.getparent().remove(shape._element)


def _bar(sheet, box: tuple[int, int, int, int]) -> None:
    """The bar at the left of the title: a decoration, passed over by screen readers."""
    left, top, width, height = (value * PX for value in box)
    mark = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    sheet._element.cSld.spTree.insert_element_before(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Bar" descr=""><a:extLst><a:ext uri="{mark}">'
            f'<adec:decorative xmlns:adec="{space}" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/>'
            f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        ),
        "p:extLst",
    )
