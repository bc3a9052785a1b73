"""What is known to bring up PowerPoint's repair dialog is not in a deck: the rules of the package, checked by file."""

import posixpath
import re
import zipfile

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn

from kitlib.trainer import brand, pptx

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ORDER = {
    "a:pPr": "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar defRPr",
    "a:rPr": "ln noFill solidFill gradFill effectLst highlight latin ea cs sym hlinkClick extLst",
    "a:tcPr": "lnL lnR lnT lnB noFill solidFill extLst",
    "a:tbl": "tblPr tblGrid tr",
    "a:p": "pPr r br fld endParaRPr",
    "p:cSld": "bg spTree custDataLst controls extLst",
    "p:sld": "cSld clrMapOvr transition timing extLst",
    "p:sldLayout": "cSld clrMapOvr transition timing hf extLst",
    "p:sldMaster": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
    "p:sp": "nvSpPr spPr style txBody extLst",
    "p:pic": "nvPicPr blipFill spPr style extLst",
}
ORDER["a:defRPr"] = ORDER["a:endParaRPr"] = ORDER["a:rPr"]
ORDER |= {f"a:lvl{n}pPr": ORDER["a:pPr"] for n in range(1, 10)}
MIXED = {"r", "br", "fld"}  # these may follow each other in any order
SLIDES = (
    "- Ein **Modell** lernt.",
    "Wer?\n\nA) Menschen\nB) Modell",
    "Zwei.\n\n| a | b |\n|---|---|\n| 1 | **2** |",
    "- Ein Bild\n\n![](figure:quality.costs)",
    "![](figure:quality.costs)",
    "[Quelle]{.small}\n\n> Zitat\n\n1. eins",
)


def problems(path) -> list[str]:
    """Everything that breaks a rule of the format, a line each."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        parts = {name: package.read(name) for name in names}
    found = [f"{name}: twice in the file" for name in set(names) if names.count(name) > 1]
    trees = {}
    for name in (name for name in parts if name.endswith((".xml", ".rels"))):
        try:
            trees[name] = etree.fromstring(parts[name])
        except etree.XMLSyntaxError as error:
            found.append(f"{name}: {error}")
    found += _types(parts, trees["[Content_Types].xml"])
    for name, tree in trees.items():
        found += _relations(name, tree, parts) if name.endswith(".rels") else _references(name, tree, trees)
        ids = [node.get("id") for node in tree.iter(qn("p:cNvPr"))]
        found += [f"{name}: shape {one} twice" for one in {i for i in ids if ids.count(i) > 1}]
        found += [f"{name}: shape without a number" for one in ids if not one or int(one) < 1]
        found += [f"{name}: {problem}" for node in tree.iter(etree.Element) for problem in _order(node)]
    show = trees["ppt/presentation.xml"]
    slides = [int(node.get("id")) for node in show.iter(qn("p:sldId"))]
    found += [f"slide id {one}" for one in slides if one < 256 or slides.count(one) > 1]
    sheets = [n.get("id") for t in trees.values() for n in t.iter(qn("p:sldMasterId"), qn("p:sldLayoutId"))]
    return found + [f"layout id {one}" for one in sheets if int(one) < 2**31 or sheets.count(one) > 1]


def _types(parts, types) -> list[str]:
    named = [node.get("PartName").lstrip("/") for node in types if node.tag.endswith("Override")]
    endings = {node.get("Extension").lower() for node in types if node.tag.endswith("Default")}
    found = [f"{name}: has a type, is not there" for name in named if name not in parts]
    others = [name for name in parts if name not in named and name != "[Content_Types].xml"]
    found += [f"{name}: has no type" for name in others if name.rsplit(".", 1)[-1].lower() not in endings]
    return found + [f"{name}: is no kind of XML" for name in others if name.endswith(".xml")]


def _relations(name, tree, parts) -> list[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = [node.get("Id") for node in tree.iter(RELATION)]
    found = [f"{name}: {one} twice" for one in set(ids) if ids.count(one) > 1]
    for node in tree.iter(RELATION):
        target = posixpath.normpath(posixpath.join("/" + folder, node.get("Target"))).lstrip("/")
        if node.get("TargetMode") != "External" and target not in parts:
            found.append(f"{name}: {target} is missing")
    return found


def _references(name, tree, trees) -> list[str]:
    rels = trees.get(f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels")
    known = {node.get("Id") for node in rels.iter(RELATION)} if rels is not None else set()
    used = [value for node in tree.iter(etree.Element) for key, value in node.attrib.items() if REFERENCE in key]
    return [f"{name}: {one} leads nowhere" for one in used if one not in known]


def _order(node) -> list[str]:
    prefix = {"drawingml/2006/main": "a", "presentationml/2006/main": "p"}
    space = next((short for end, short in prefix.items() if end in node.tag), "")
    order = ORDER.get(f"{space}:{etree.QName(node).localname}")
    if order is None:
        return []
    places = ["r" if name in MIXED else name for name in (etree.QName(child).localname for child in node)]
    unknown = [name for name in places if name not in order.split()]
    known = [order.split().index(name) for name in places if name not in unknown]
    wrong = [] if known == sorted(known) else [f"order of {node.tag}: {places}"]
    return wrong + [f"{name} in {node.tag}" for name in unknown]


@pytest.fixture(scope="module")
def deck(tmp_path_factory, write, drawn):
    return write(tmp_path_factory.mktemp("deck"), dict(enumerate(SLIDES)))


@pytest.fixture(scope="module", params=["plain", "logo"])
def built(request, deck, tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    if request.param == "logo":
        Image.new("RGB", (300, 100), "#c0392b").save(folder / "logo.jpg")
    ours = brand.Brand("Hölzle & <Söhne>", folder / "logo.jpg") if request.param == "logo" else brand.Brand()
    return pptx.build(deck, "de", ours, folder / "own.pptx"), ours


def test_a_deck_keeps_the_rules_and_opens_and_saves(built, tmp_path):
    path, _ = built
    assert problems(path) == []
    again = tmp_path / "again.pptx"
    Presentation(path).save(again)
    assert problems(again) == [] and len(Presentation(again).slides) == len(SLIDES) + 1


def test_the_same_deck_is_the_same_file(built, deck, tmp_path):
    path, ours = built
    assert pptx.build(deck, "de", ours, tmp_path / "own.pptx").read_bytes() == path.read_bytes()


def test_the_file_says_what_it_is_and_nothing_of_its_model(built):
    path, ours = built
    core = Presentation(path).core_properties
    assert (core.title, core.subject, core.author, core.language) == ("Teile & mehr", "Kurz", ours.company, "de-DE")
    with zipfile.ZipFile(path) as package:
        about = etree.fromstring(package.read("docProps/app.xml"))
        assert [(etree.QName(node).localname, node.text or "") for node in about] == [("Company", ours.company)]
        assert not [name for name in package.namelist() if "custom" in name]


SLIDE = "ppt/slides/slide2.xml"
BREAKS = {
    "shape 2 twice": (SLIDE, rb'id="3"', b'id="2"'),
    "has no type": ("[Content_Types].xml", rb'<Default Extension="png"[^>]*>', b""),
    "is no kind of XML": ("[Content_Types].xml", rb'<Override PartName="/ppt/slides/slide2.xml"[^>]*>', b""),
    "is missing": ("ppt/slides/_rels/slide2.xml.rels", rb"notesSlide1.xml", b"notesSlide99.xml"),
    "leads nowhere": ("ppt/slides/slide5.xml", rb'r:embed="\w+"', b'r:embed="rId77"'),
    "order of": (SLIDE, rb"(<a:rPr[^>]*/>)(<a:t>[^<]*</a:t></a:r>)(</a:p>)", rb"\1\2<a:pPr/>\3"),
    "tag mismatch": (SLIDE, rb"</p:cSld>", b""),
    "slide id 256": ("ppt/presentation.xml", rb'id="257"', b'id="256"'),
    "layout id": ("ppt/presentation.xml", rb'id="2147483648"', b'id="2147483649"'),
}


@pytest.mark.parametrize("built", ["logo"], indirect=True)
@pytest.mark.parametrize("problem", BREAKS)
def test_a_broken_file_is_found(built, problem, tmp_path):
    name, old, new = BREAKS[problem]
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(built[0]) as good, zipfile.ZipFile(broken, "w") as bad:
        for part in good.namelist():
            blob = good.read(part)
            changed = re.sub(old, new, blob) if part == name else blob
            assert part != name or changed != blob
            bad.writestr(part, changed)
    assert any(problem in line for line in problems(broken))
