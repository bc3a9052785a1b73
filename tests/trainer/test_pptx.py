"""A deck as PPTX: what is on the slides, in which language and in whose colours."""

import io
import zipfile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from kitlib.trainer import brand, pptx, pptx_fix, pptx_master, pptx_table, pptx_text
from kitlib.trainer.pptx_master import HEIGHT, WIDTH
from kitlib.trainer.pptx_styles import PX, TABLE_STYLE

SLIDES = {
    "learn": "- Ein Modell lernt aus **Bildern**.\n- Menschen wählen sie aus.",
    "vote": "Wer entscheidet?\n\nA) Menschen\nB) Das Modell",
    "table": "Es gibt zwei Fehler.\n\n| | gut | fehlerhaft |\n|---|---|---|\n| **aussortiert** | Fehlalarm | richtig |",
    "beside": "- Das Bild zeigt Teile.\n\n![](figure:quality.costs)",
    "alone": "![](figure:quality.costs)",
    "source": "[Quelle: DIHK 2025]{.small}\n\nViele nutzen KI.",
    "quote": "> Die KI weiß alles.\n\n1. Sie rechnet.\n   - nicht mehr",
}


@pytest.fixture(scope="module")
def bright(tmp_path_factory):
    """A brand with a light colour and a wide logo, in a format that PowerPoint cannot read."""
    path = tmp_path_factory.mktemp("brand") / "logo.webp"
    Image.new("RGBA", (900, 100), "#c0392b").save(path, lossless=True)
    return brand.Brand("Hölzle & Söhne", path, "#f5c400", "#c0392b")


@pytest.fixture(scope="module")
def show(tmp_path_factory, bright, write, drawn):
    folder = tmp_path_factory.mktemp("deck")
    return Presentation(pptx.build(write(folder, SLIDES), "de", bright, folder / "own.pptx"))


def slide(show, name):
    return next(slide for slide in show.slides if slide.shapes.title.text_frame.text == f"Folie {name}")


def box(shape):
    return [round(value / PX) for value in (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)]


def test_a_slide_is_a_heading_and_nothing_leaves_it(show):
    assert (show.slide_width, show.slide_height) == (WIDTH * PX, HEIGHT * PX)
    assert [one.shapes.title.text_frame.text for one in show.slides] == [
        "Teile & mehr",
        *(f"Folie {n}" for n in SLIDES),
    ]
    sheets = [show.slide_master, *show.slide_layouts, *show.slides]
    for left, top, right, bottom in (box(shape) for sheet in sheets for shape in sheet.shapes):
        assert 0 <= left < right <= WIDTH and 0 <= top < bottom <= HEIGHT


@pytest.mark.parametrize("name", ["beside", "alone"])
def test_pictures_keep_their_shape_and_are_described_but_not_in_sight(show, name, drawn):
    one = slide(show, name)
    (picture,) = [shape for shape in one.shapes if shape._element.tag == qn("p:pic")]
    assert picture._element.nvPicPr.cNvPr.get("descr") == drawn
    assert picture.width / picture.height == pytest.approx(4, rel=0.001)
    assert not any("Balken" in shape.text_frame.text for shape in one.shapes if shape.has_text_frame)
    left, top, right, bottom = box(picture)
    assert left >= (640 if name == "beside" else 72) and right <= 1208 and top >= 156 and bottom <= 640


def test_the_company_shows_in_colours_logo_and_foot(show, bright):
    theme = next(p for p in show.part.package.iter_parts() if p.partname == "/ppt/theme/theme1.xml").blob.decode()
    assert '<a:accent1><a:srgbClr val="F5C400"/>' in theme and '<a:accent2><a:srgbClr val="C0392B"/>' in theme
    assert f'<a:dk2><a:srgbClr val="{brand.INK[1:].upper()}"/>' in theme  # yellow headings cannot be read on white
    cover = show.slides[0].slide_layout
    letters = cover.placeholders[0]._element.txBody.find(f".//{qn('a:schemeClr')}").get("val")
    assert cover.background.fill.fore_color.theme_color == 5 and letters == "tx1"
    for sheet in (show.slide_master, cover):
        (logo,) = [shape for shape in sheet.shapes if shape.name == "Logo"]
        assert logo._element.nvPicPr.cNvPr.get("descr") == bright.company and logo.image.content_type == "image/png"
        assert logo.width / logo.height == pytest.approx(9, rel=0.001)
    feet = [[s.text_frame.text for s in one.placeholders if s._element.ph.get("type") == "ftr"] for one in show.slides]
    assert feet == [["Hölzle & Söhne"], *[["Hölzle & Söhne · Teile & mehr"]] * len(SLIDES)]
    assert all(one._element.find(f".//{qn('a:fld')}") is not None for one in list(show.slides)[1:])


def test_options_of_a_vote_stand_apart_and_quotes_are_as_large_as_the_rest(show):
    looks = [p._p.pPr for p in slide(show, "vote").placeholders[1].text_frame.paragraphs]
    assert [look.find(qn("a:buAutoNum")) is not None for look in looks] == [False, True, True]
    assert all(look.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}").get("val") == "1800" for look in looks[1:])
    assert all(look.find(f"{qn('a:buClr')}/{qn('a:schemeClr')}").get("val") == "tx2" for look in looks[1:])
    (run,) = slide(show, "quote").placeholders[1].text_frame.paragraphs[0].runs
    assert run.font.italic and run.font.size is None
    runs = [p.runs[0] for p in slide(show, "source").placeholders[1].text_frame.paragraphs]
    assert [run.font.size for run in runs] == [Pt(18), None] and "cap" not in runs[0].font._element.attrib


def test_a_table_has_a_header_large_letters_and_stands_below_its_text(show, bright):
    one = slide(show, "table")
    (frame,) = [shape for shape in one.shapes if shape.has_table]
    assert frame.table.first_row and frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Folie table"
    assert frame._element.find(f".//{qn('a:tableStyleId')}").text == TABLE_STYLE
    assert all(int(look.get("sz")) >= 1800 for look in frame._element.iter(qn("a:rPr"), qn("a:endParaRPr")))
    text = next(shape for shape in one.placeholders if shape.placeholder_format.idx == 2)
    assert text.text_frame.text == "Es gibt zwei Fehler." and box(frame)[1] >= box(text)[1] + pptx_text.height(text)
    assert box(frame)[0] == 72 and box(frame)[2] == pytest.approx(1208, abs=1)


def test_columns_are_as_wide_as_words_ask_and_those_to_fill_in_have_room():
    cells = [
        ["Lektion", "Was gemessen wird", "Bei uns"],
        ["01b", "Treffer bei verdeckten Bildern, mit Spanne " * 3, ""],
    ]
    narrow, wide, empty = pptx_table._columns([[[[(text, False)]] for text in row] for row in cells], 22, 1136)
    assert narrow + wide + empty == pytest.approx(1136) and wide > empty >= 1136 / 3 * 0.8 > 200 > narrow > 110


def test_notes_stay_and_their_lists_can_be_read(show):
    for one in list(show.slides)[1:]:
        paragraphs = one.notes_slide.notes_text_frame.paragraphs
        assert [p.text for p in paragraphs] == ["Fragen: Was fällt auf?", "die Zahl", "das Bild"]
        assert [p._p.pPr.find(qn("a:buChar")) is not None for p in paragraphs] == [False, True, True]


@pytest.mark.parametrize(("lang", "tag"), [("de", "de-DE"), ("en", "en-GB"), ("einfach", "de-DE")])
def test_every_word_has_its_language(tmp_path, write, drawn, lang, tag):
    path = pptx.build(write(tmp_path, SLIDES), lang, brand.Brand(), tmp_path / "own.pptx")
    show = Presentation(path)
    assert show.core_properties.language == tag
    assert show.core_properties.title == {"de": "Teile & mehr", "en": "Parts", "einfach": "Teile"}[lang]
    for root in pptx_fix._sheets(show):
        assert all(run.find(qn("a:rPr")).get("lang") == tag for run in root.iter(qn("a:r"), qn("a:fld")))
        assert {end.get("lang") for end in root.iter(qn("a:endParaRPr"))} <= {tag}
    assert show.part._element.find(f".//{qn('a:defPPr')}/{qn('a:defRPr')}").get("lang") == tag
    with zipfile.ZipFile(path) as parts:
        assert [name for name in parts.namelist() if b"en-US" in parts.read(name)] == []


@pytest.mark.parametrize(("colour", "letters"), [("#083f60", "bg1"), ("#f5c400", "tx1"), ("#808080", "000000")])
def test_the_cover_can_be_read_on_any_colour(colour, letters):
    cover = Presentation(io.BytesIO(pptx_master.reference(brand.Brand(colour=colour)))).slide_layouts[0]
    words = [shape._element.txBody.find(qn("a:lstStyle")) for shape in cover.placeholders]
    assert [words.find(f".//{qn('a:solidFill')}")[0].get("val") for words in words] == [letters] * 3
