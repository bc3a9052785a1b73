"""A deck as PPTX that a company edits in PowerPoint or LibreOffice: its colours, its logo, real tables, notes kept.

pandoc writes the slides into layouts of `pptx_master`; `pptx_fix` and `pptx_table` add what pandoc leaves open.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Show

from . import pptx_fix, pptx_logo, pptx_master
from .brand import Brand
from .pages import TAGS, Look, assemble, convert
from .pptx_table import tables
from .source import Source

_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
LOOK = Look(show=lambda path, _: f"![]({path.as_posix()})")
"""Pictures go without alternative text: pandoc would print it below them; `pptx_fix.pictures` adds it."""


def build(deck: Source, lang: str, brand: Brand, target: Path) -> Path:
    """Write the deck to `target`. The same input gives the same bytes."""
    show = _written(deck, lang, brand)
    pptx_master.prune(show)
    for slide in show.slides:
        pptx_fix.pictures(slide, lang)
        pptx_fix.titles(slide)
        pptx_fix.options(slide)
        pptx_fix.quotes(slide)
        pptx_fix.small(slide)
        pptx_fix.strong(slide)
        tables(slide)
        pptx_fix.notes(slide)
        pptx_fix.foot(slide, brand.company, deck.title[lang])
    if brand.logo:
        pptx_logo.add(show, brand.logo, brand.company)
    pptx_fix.languages(show, TAGS[lang])
    pptx_fix.numbers(show)
    _properties(show, deck, lang, brand)
    _save(show, target)
    return target


def _written(deck: Source, lang: str, brand: Brand) -> Show:
    """The deck as pandoc writes it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reference, raw = folder / "reference.pptx", folder / "raw.pptx"
        reference.write_bytes(pptx_master.reference(brand))
        markdown = assemble(deck, lang, folder, LOOK).replace("{.small}", "{.smallcaps}")
        titles = (f"--metadata=title:{deck.title[lang]}", f"--metadata=subtitle:{deck.summary[lang]}")
        convert(markdown, "pptx", "--slide-level=1", f"--reference-doc={reference}", *titles, outputfile=str(raw))
        return Presentation(str(raw))


def _properties(show: Show, deck: Source, lang: str, brand: Brand) -> None:
    """Title, author and language of the file. No dates, and nothing of the deck that pandoc began with."""
    core = show.core_properties
    core.title, core.subject, core.author, core.language = (
        deck.title[lang],
        deck.summary[lang],
        brand.company,
        TAGS[lang],
    )
    for node in [node for node in core._element if node.tag.endswith(("}created", "}modified"))]:
        core._element.remove(node)
    package = show.part.package
    for link in [link for link, relation in package._rels.items() if relation.reltype.endswith("-properties")]:
        if not package._rels[link].reltype.endswith("core-properties"):
            package._rels.pop(link)
    words = f'<Properties xmlns="{_EXTENDED}"><Company>{escape(brand.company)}</Company></Properties>'
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{words}'.encode()
    about = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, package, blob)
    package.relate_to(about, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def _save(show: Show, target: Path) -> None:
    """Save with the same time for all parts, so that only a changed deck is a changed file."""
    raw = io.BytesIO()
    show.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED)
