"""What pandoc leaves open in a deck: pictures, options of a vote, notes, feet, languages and ids."""

from __future__ import annotations

import copy
from pathlib import Path

from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Show
from pptx.slide import Slide
from pptx.util import Pt

from .pages import figure
from .pptx_master import BOXES, COVER_BAR, place
from .pptx_styles import COVER_SIZE, NOTES_SIZE, PX, SMALL_SIZE, STEP
from .pptx_text import line_height, lines

_OPTION, _QUOTE = "alphaUcParenR", "1270000"
"""How pandoc writes a list A) B) C), and a quotation's distance from the edge."""
_BULLET = f'<a:buFont {nsdecls("a")} typeface="Arial"/>', f'<a:buChar {nsdecls("a")} char="•"/>'


def pictures(slide: Slide, lang: str) -> None:
    """The text alternative of each picture, and its size: as large as its box allows, centred, never distorted."""
    boxes = BOXES[slide.slide_layout.name]
    box = boxes[2 if slide.slide_layout.name == "Two Content" else 1]
    for shape in slide.shapes:
        if shape._element.tag == qn("p:pic"):
            name = shape._element.nvPicPr.cNvPr
            demo, figure_name = Path(name.get("descr")).stem.split("-", 1)
            name.set("descr", " ".join(figure(demo, figure_name, lang).alt.split()))
            width, height = shape.image.size
            scale = min(box[2] / width, box[3] / height)
            room = (box[2] - width * scale) / 2, (box[3] - height * scale) / 2
            place(shape, (box[0] + room[0], box[1] + room[1], width * scale, height * scale))


def options(slide: Slide) -> None:
    """A) B) C) stand apart, the letters in the colour of headings: a hand is raised for one of them."""
    for mark in list(slide._element.iter(qn("a:buAutoNum"))):
        look = mark.getparent()
        far = (56 if mark.get("type") == _OPTION else STEP) * PX
        look.set("marL", str(far))
        look.set("indent", str(-far))
        if mark.get("type") == _OPTION:
            look[:] = [_space(18), parse_xml(f'<a:buClr {nsdecls("a")}><a:schemeClr val="tx2"/></a:buClr>'), *look]


def quotes(slide: Slide) -> None:
    """What somebody says: further in, in italics, as large as the rest. pandoc makes it small."""
    for look in [look for look in slide._element.iter(qn("a:pPr")) if look.get("marL") == _QUOTE]:
        look.set("marL", str(STEP * PX))
        for run in look.getparent().iter(qn("a:rPr")):
            run.attrib.pop("sz", None)
            run.set("i", "1")


def small(slide: Slide) -> None:
    """Sources and other small print. pandoc keeps no class of a word; small capitals are kept and stand for it."""
    for run in slide._element.iter(qn("a:rPr")):
        if run.attrib.pop("cap", None):
            run.set("sz", f"{SMALL_SIZE}00")
            run.insert(0, parse_xml(f'<a:solidFill {nsdecls("a")}><a:schemeClr val="accent3"/></a:solidFill>'))


def strong(slide: Slide) -> None:
    """Bold words in the colour of headings, as in the HTML deck."""
    for run in slide._element.iter(qn("a:rPr")):
        if run.get("b") == "1" and run.find(qn("a:solidFill")) is None:
            run.insert(0, parse_xml(f'<a:solidFill {nsdecls("a")}><a:schemeClr val="tx2"/></a:solidFill>'))


def notes(slide: Slide) -> None:
    """Lists in the notes get their bullets back, paragraphs some space instead of empty ones."""
    if not slide.has_notes_slide:
        return
    frame = slide.notes_slide.notes_text_frame
    for paragraph in list(frame.paragraphs):
        if not paragraph.text.strip() and len(frame.paragraphs) > 1:
            paragraph._p.getparent().remove(paragraph._p)
            continue
        look = paragraph._p.get_or_add_pPr()
        if look.get("marL") is None and look.find(qn("a:buNone")) is None:
            look.set("marL", str(171450 * (int(look.get("lvl", 0)) + 1)))
            look.set("indent", "-171450")
            look[:] = [*look, *map(parse_xml, _BULLET)]
        look.insert(0, _space(6))
        for run in paragraph.runs:  # LibreOffice does not take the size from the master
            run.font.size = Pt(NOTES_SIZE)


def _space(points: int):
    return parse_xml(f'<a:spcBef {nsdecls("a")}><a:spcPts val="{points}00"/></a:spcBef>')


def titles(slide: Slide) -> None:
    """Titles stay where the layout puts them; on the cover the bar becomes as high as the title."""
    if slide.shapes.title is None:  # pandoc begins a new slide after a table
        before = _before(slide)
        slide.shapes._spTree.insert(2, copy.deepcopy(before.shapes.title._element))
    title = slide.shapes.title
    title._element.spPr[:] = []
    if slide.slide_layout.name == "Title Slide":
        _, top, across, high = BOXES["Title Slide"][0]
        used = min(high, lines([(title.text_frame.text, True)], COVER_SIZE, across) * line_height(COVER_SIZE) * 0.9)
        bar = next(shape for shape in slide.slide_layout.shapes if shape.name == "Bar")
        place(bar, (COVER_BAR[0], top + high - used, COVER_BAR[2], used))


def _before(slide: Slide) -> Slide:
    slides = slide.part.package.presentation_part.presentation.slides
    return slides[slides.index(slide) - 1]


def foot(slide: Slide, company: str, title: str) -> None:
    """Company and title of the deck at the foot, and the slide's number; on the cover the company alone."""
    cover = slide.slide_layout.name == "Title Slide"
    text = company if cover else " · ".join(filter(None, (company, title)))
    for shape in slide.slide_layout.placeholders:
        kind = shape._element.ph.get("type")
        if kind == "sldNum" or (kind == "ftr" and text):
            new = copy.deepcopy(shape._element)
            new.spPr[:] = []
            slide.shapes._spTree.insert_element_before(new, "p:extLst")
            if kind == "ftr":
                slide.shapes[-1].text_frame.text = text


def languages(show: Show, tag: str) -> None:
    """The language of all words, in slides, notes, layouts and masters, for spell checkers and screen readers."""
    for root in [show.part._element, *_sheets(show)]:
        for run in [*root.iter(qn("a:r"), qn("a:fld"))]:
            if run.find(qn("a:rPr")) is None:
                run.insert(0, parse_xml(f"<a:rPr {nsdecls('a')}/>"))
        for look in root.iter(qn("a:rPr"), qn("a:endParaRPr")):
            look.set("lang", tag)
        for look in root.iter(qn("a:defRPr")):
            if look.get("lang"):
                look.set("lang", tag)


def numbers(show: Show) -> None:
    """A number of its own for each shape of a slide: with one twice, PowerPoint offers to repair the file."""
    for root in _sheets(show):
        for number, name in enumerate(root.iter(qn("p:cNvPr")), 1):
            name.set("id", str(number))


def _sheets(show: Show) -> list:
    """The XML of all slides, notes, layouts and masters."""
    parts = [part for part in show.part.package.iter_parts() if isinstance(part, XmlPart)]
    return [part._element for part in parts if part._element.find(qn("p:cSld")) is not None]
