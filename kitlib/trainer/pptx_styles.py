"""Colours, letters and table lines of the slide master, as XML."""

from __future__ import annotations

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from .brand import INK, WHITE, Brand

PX = 9525
"""EMU, the unit of the format, in a px."""
FONT = "Arial"
LINE, PALE = "#d5dde3", "#f2f5f7"
COVER_SIZE, TITLE_SIZE, BODY_SIZE, SMALL_SIZE, NOTES_SIZE = 54, 34, 24, 18, 12
"""Sizes of letters in pt."""
STEP = 40
"""px of a list's level."""
TABLE_STYLE = "{6B1E2C0A-5D7F-4E0B-9C38-2A4F51D0B7E3}"
_LEVELS = (("•", BODY_SIZE), ("–", 22), *[("•", 20)] * 7)


def theme(blob: bytes, brand: Brand) -> bytes:
    root = etree.fromstring(blob)
    colours = {"dk1": INK, "lt1": WHITE, "dk2": brand.heading, "lt2": PALE, "accent1": brand.colour}
    colours |= {"accent2": brand.accent, "accent3": "#4a5a68", "accent4": "#0b5c8a", "accent5": "#2f7d4f"}
    colours |= {"accent6": "#8a4b08", "hlink": "#0b5c8a", "folHlink": "#4a5a68"}
    for name, colour in colours.items():
        node = root.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        node[:] = [etree.Element(qn("a:srgbClr"), val=colour[1:].upper())]
    for latin in root.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        latin.set("typeface", FONT)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def small(side: str) -> etree._Element:
    colour = '<a:solidFill><a:schemeClr val="accent3"/></a:solidFill>'
    xml = f'<a:lvl1pPr algn="{side}"><a:defRPr sz="1200">{colour}</a:defRPr></a:lvl1pPr>'
    return parse_xml(f"<a:lstStyle {nsdecls('a')}>{xml}</a:lstStyle>")


def _letters(size: int, colour: str, bold: str = "") -> str:
    fonts = "".join(
        f'<a:{name} typeface="+{{0}}-{end}"/>' for name, end in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return f'<a:defRPr sz="{size}00"{bold} kern="1200">{fill}{fonts.format("mj" if bold else "mn")}</a:defRPr>'


def plain() -> etree._Element:
    """No style of its own: that of the master."""
    return parse_xml(f"<a:lstStyle {nsdecls('a')}/>")


def title_style() -> str:
    return (
        f'<p:titleStyle {nsdecls("p", "a")}><a:lvl1pPr algn="l" defTabSz="914400"><a:lnSpc><a:spcPct val="90000"/>'
        '</a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f"{_letters(TITLE_SIZE, 'tx2', ' b=' + chr(34) + '1' + chr(34))}</a:lvl1pPr></p:titleStyle>"
    )


def body_style() -> str:
    """Nine levels: bullets in the accent colour, the text STEP px further in at each level."""
    levels = "".join(
        f'<a:lvl{n}pPr marL="{STEP * n * PX}" indent="{-STEP * PX}" algn="l" defTabSz="914400"><a:lnSpc>'
        f'<a:spcPct val="105000"/></a:lnSpc><a:spcBef><a:spcPts val="900"/></a:spcBef><a:buClr>'
        f'<a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="{FONT}"/><a:buChar char="{bullet}"/>'
        f"{_letters(size, 'tx1')}</a:lvl{n}pPr>"
        for n, (bullet, size) in enumerate(_LEVELS, 1)
    )
    return f"<p:bodyStyle {nsdecls('p', 'a')}>{levels}</p:bodyStyle>"


def table_style() -> str:
    """Header in the heading's colour over an accent line, light lines between rows: for new tables, too."""

    def line(side: str, colour: str, px: int) -> str:
        fill = f"<a:solidFill>{colour}</a:solidFill>" if px else "<a:noFill/>"
        return f'<a:{side}><a:ln w="{px * PX}" cmpd="sng">{fill}</a:ln></a:{side}>'

    light, none = f'<a:srgbClr val="{LINE[1:].upper()}"/>', ""
    borders = line("left", none, 0) + line("right", none, 0) + line("top", none, 0) + line("bottom", light, 2)
    borders += line("insideH", light, 2) + line("insideV", none, 0)
    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    accent = line("bottom", '<a:schemeClr val="accent2"/>', 4)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:tblStyleLst {nsdecls("a")} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Kit"><a:wholeTbl><a:tcTxStyle>{font}<a:schemeClr val="dk1"/>'
        f"</a:tcTxStyle><a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f'<a:firstRow><a:tcTxStyle b="on">{font}<a:schemeClr val="dk2"/></a:tcTxStyle><a:tcStyle><a:tcBdr>{accent}'
        "</a:tcBdr></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    )
