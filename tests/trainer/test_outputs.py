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
    assert sheet_pages(data) == 2  # the second slide resolves the vote of the first


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("one", source.decks(), ids=lambda one: one.id)
def test_every_deck_becomes_a_handout_of_at_most_seven_pages(tmp_path, drawn, one, lang):
    data = printing.handout(one, lang, BRAND, tmp_path / "handout.pdf").read_bytes()
    assert 2 <= sheet_pages(data) <= 7


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


@pytest.fixture
def markup(tmp_path, monkeypatch):
    """(deck) -> the typst markup of its handout and its number of pages."""
    made = []
    monkeypatch.setattr(
        printing, "compiled", lambda body, *rest, whole=printing.compiled: made.append(body) or whole(body, *rest)
    )

    def run(deck):
        data = printing.handout(deck, "de", BRAND, tmp_path / "handout.pdf").read_bytes()
        return made[-1], sheet_pages(data)

    return run


def test_votes_come_before_whatever_could_tell_their_answers(tmp_path, markup):
    vote, answer = "Was?\n\nA) ja\nB) nein", "Es war A."
    slides = {"intro": "Text", "vote": vote, "solved": answer, "more": "Darum A.", "last": vote, "told": answer}
    slides["end"] = "Ja, es war A."
    deck = samples.deck(tmp_path / "src", *slides.items())
    text, count = markup(deck)
    marks = ["= intro de", "= vote de", "#page-of(<solved>", "= last de", "#page-of(<told>", "#resolutions("]
    marks += ["= solved de", "Die Frage war: vote de", "= more de", "= told de", "Die Frage war: last de", "= end de"]
    order = [text.index(words) for words in marks]
    assert order == sorted(order) and text.count("= solved de") == 1 and count == 2


def test_a_question_without_choices_and_a_vote_after_a_vote_resolve_nothing(tmp_path, markup):
    open_question = samples.deck(tmp_path / "a", ("ask", "Was meinen Sie?"), ("next", "Text"))
    assert printing.resolved(open_question) == {} and markup(open_question)[1] == 1
    for deck in source.decks():
        told = printing.resolved(deck)
        assert not {deck.sections[place].id for place in told.values() if deck.sections[place].check}
        votes = [n for n, one in enumerate(deck.sections) if one.check and "\nA) " in one.body["de"]]
        assert told and set(told) <= set(votes)


GAP = "```{{=typst}}\n#block(height: {}mm)[]\n```\n\n"


@pytest.fixture
def table_pages(tmp_path):
    """(row, rows, mm of room before it, mm behind it) -> pages of a run sheet with this table; a page has 267 mm."""

    def run(row, rows, before=0, behind=0):
        table = (
            GAP.format(before) + "| Frage | Antwort |\n|:---|:---|\n" + f"{row}\n" * rows + "\n" + GAP.format(behind)
        )
        one = samples.deck(tmp_path / "src", ("table", table))
        return sheet_pages(printing.sheet(one, "de", BRAND, tmp_path / "a.pdf").read_bytes())

    return run


@pytest.mark.parametrize(("row", "high"), [("| Wer? | |", 1), ("| Wir nutzen … | Muster |", 1), ("| a | b … |", 0)])
def test_rows_to_fill_in_are_high_enough_for_a_pen(table_pages, row, high):
    """Ten rows of 14 mm beside 100 mm of room do not fit on the page, ten printed lines do."""
    assert table_pages(row, 10, behind=100) == 1 + high


def test_a_row_is_not_torn(table_pages):
    """Three rows of more than half a page each need three pages, torn ones two."""
    assert table_pages(f"| {'Wort ' * 400} | kurz |", 3) == 3


def test_a_short_table_stays_together(table_pages):
    """With room for some of its rows it goes to the next page as a whole, which is too full then."""
    assert [table_pages("| a | b |", 8, before=room, behind=220) for room in (170, 200)] == [2, 3]


def test_a_long_table_begins_where_there_is_room(table_pages):
    """Moved as a whole to the next page it would need a third."""
    assert table_pages("| a | b |", 30, before=100, behind=150) == 2
