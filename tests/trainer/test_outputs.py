"""What comes out of a deck or run sheet: markdown with real figures, HTML that needs nothing else, PDF for print."""

import re

import pytest
import samples
from PIL import Image

from kitlib import quality, ui
from kitlib.trainer import agenda, html, pages, plan, printing, source
from kitlib.trainer.brand import Brand
from kitlib.ui import LANGUAGES

BRAND = Brand("Beispiel & Söhne <GmbH>")
FIGURE = "Text.\n\n![](figure:quality.costs)\n\n::: notes\nFragen: warum?\n\n{facts:quality.learn}\n:::"


def sheet_pages(pdf: bytes) -> int:
    """Pages of a PDF that typst wrote: its page tree comes first."""
    return int(re.search(rb"/Count (\d+)", pdf)[1])


@pytest.fixture
def deck(tmp_path):
    return samples.deck(tmp_path / "src", ("one", "A) ja\nB) nein"), ("two", FIGURE))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_and_facts_are_those_of_the_demo(deck, tmp_path, lang, monkeypatch):
    monkeypatch.setattr(quality, "facts", lambda step, lang: ui.Words(f"{step} {lang}\nzwei"))
    text = pages.assemble(deck, lang, tmp_path)
    drawn = quality.figure("costs", lang)
    assert " ".join(drawn.alt.split()) in text.replace("\\", "")
    with Image.open(tmp_path / "quality-costs.png") as picture:
        assert picture.size[0] == 1600
    assert f"- learn {lang}\n- zwei" in text
    assert text.count("::: column") == 3 and "# two" in text and "{facts" not in text


def test_without_notes_nothing_of_them_is_left(deck, tmp_path):
    text = "\n".join(pages.parts(deck, "de", tmp_path, notes=False))
    assert "::: notes" not in text and "warum" not in text


@pytest.mark.parametrize("body", ["![](figure:quality.nothing)", "![](figure:nowhere.costs)"])
def test_a_figure_that_does_not_exist_is_an_error(tmp_path, body):
    wrong = samples.deck(tmp_path / "src", ("one", body))
    with pytest.raises((ValueError, ModuleNotFoundError), match=r"nothing|nowhere"):
        pages.assemble(wrong, "de", tmp_path)


def test_one_file_with_everything_in_it(deck, tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "_facts", lambda found, lang: "- so gemessen")
    page = html.build(deck, "de", BRAND, tmp_path / "deck.html", "Glossar").read_text("utf-8")
    assert '<html lang="de-DE">' in page and "Beispiel &amp; Söhne &lt;GmbH&gt;" in page
    assert "Probe &amp; „Co“" in page and '<aside class="notes">' in page
    assert not re.findall(r'(?:src|href)="(?!data:|#|glossary\.html)[^"$`]+"', page.partition("<script>")[0])
    assert not re.findall(r"url\((?!['\"]?data:)", page.partition("</head>")[0])


def test_a_handout_has_no_notes_of_the_trainer_and_says_what_figures_show(deck, tmp_path):
    data = printing.handout(deck, "de", BRAND, tmp_path / "handout.pdf").read_bytes()
    assert data.startswith(b"%PDF") and b"/Lang" in data and b"pdfuaid" in data and b"/Alt" in data
    assert sheet_pages(data) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("one", source.sheets(), ids=lambda one: one.id)
def test_run_sheets_fit_on_two_pages(tmp_path, one, lang):
    data = printing.sheet(one, lang, BRAND, tmp_path / "sheet.pdf").read_bytes()
    assert sheet_pages(data) <= (2 if one.minutes > 5 else 1)


def test_a_longer_sheet_has_more_pages(tmp_path):
    long = samples.deck(tmp_path / "src", *((f"part-{n}", "Wort " * 900) for n in range(5)))
    assert sheet_pages(printing.sheet(long, "de", BRAND, tmp_path / "sheet.pdf").read_bytes()) > 2


@pytest.mark.parametrize("words", ['"); #panic("x', "#include <a>", "*_`$\\", "Ümläut 🙂"])
def test_hostile_names_are_printed_as_words(tmp_path, words):
    file = tmp_path / "mine.toml"
    file.write_text(f"title = '''{words}'''\n[[day]]\nprogram = [{{talk='''{words}''', minutes=5}}]", "utf-8")
    made = agenda.make(plan.load(file))
    assert printing.plan(made, "de", tmp_path / "agenda.pdf").read_bytes().startswith(b"%PDF")
