"""The words of all decks have room on their PPTX slides, measured as `pptx_text` says."""

import pytest
from PIL import ImageFont
from pptx import Presentation

from kitlib import ui
from kitlib.trainer import brand, pptx, pptx_table, pptx_text, source
from kitlib.trainer.pptx_styles import PX

LIBERATION = "/usr/share/fonts/truetype/liberation/LiberationSans-{}.ttf"
DECKS = sorted(path.stem for path in source.DECKS.glob("*.md"))


def bottom(shape) -> float:
    return round((shape.top + shape.height) / PX)


def overflows(show) -> list[str]:
    """Slide and placeholder where words need more room than there is, tables that run into the foot."""
    found = []
    for one in show.slides:
        name = one.shapes.title.text_frame.text
        for shape in one.shapes:
            if shape.has_table and bottom(shape) > 645:
                found.append(f"{name}: table ends at {bottom(shape)} px")
            elif shape.has_text_frame and pptx_text.height(shape) > shape.height / PX + 1:
                found.append(
                    f"{name}: {shape.name} needs {pptx_text.height(shape):.0f} px, has {shape.height / PX:.0f}"
                )
    return found


@pytest.mark.parametrize("lang", ui.LANGUAGES)
@pytest.mark.parametrize("deck", DECKS)
def test_the_words_of_our_decks_have_room(tmp_path, drawn, deck, lang):
    path = source.DECKS / f"{deck}.md"
    target = pptx.build(source.read(path), lang, brand.Brand("Musterwerk GmbH"), tmp_path / "deck.pptx")
    show = Presentation(target)
    titles = [one.shapes.title.text_frame.text for one in show.slides]
    sections = len(source.read(path).sections)
    assert len(titles) == sections + 1, "a slide was split: no text after a table, one picture a slide"
    assert len(set(titles)) == len(titles), "a title stands twice"
    assert overflows(show) == []


def test_too_many_words_are_found(tmp_path, write, drawn):
    words = "Ein Modell ordnet Bilder nach dem, was es in Beispielen gelernt hat, und rechnet. "
    rows = "| Schwelle | " + "Ein guter Grund und noch einer " * 5 + "|\n"
    slides = {"body": f"- {words}\n" * 9, "left": f"- {words}\n" * 6 + "\n![](figure:quality.costs)"}
    slides |= {
        "table": f"{words}\n\n| a | b |\n|---|---|\n" + rows * 7,
        "caption": f"{words * 15}\n\n| a |\n|---|\n| b |\n",
    }
    slides |= {("Titel, der nicht enden will " * 6).strip(): words, "fits": f"- {words}\n" * 4}
    show = Presentation(pptx.build(write(tmp_path, slides), "de", brand.Brand(), tmp_path / "a.pptx"))
    found = [line.split(":")[0].removeprefix("Folie ") for line in overflows(show)]
    assert [name[:5] for name in found] == ["body", "left", "table", "capti", "Titel"]


@pytest.mark.parametrize(("bold", "face"), [(False, "Regular"), (True, "Bold")])
def test_the_font_that_measures_is_not_narrower_than_the_one_that_is_shown(bold, face):
    try:
        shown = ImageFont.truetype(LIBERATION.format(face), 100)
    except OSError:
        pytest.skip("Liberation Sans is not installed")
    lines = [line for deck in source.DECKS.glob("*.md") for line in deck.read_text("utf-8").splitlines()]
    words = {word for line in lines for word in line.split() if word.isalpha() and len(word) > 2}
    for texts, margin in (([line for line in lines if len(line) > 20], pptx_text.MARGIN), (words, pptx_table.WORD)):
        narrow = [text for text in texts if pptx_text.width(text, 75, bold, margin) < shown.getlength(text)]
        assert texts and narrow == []
