"""Decks for the tests of the trainer's box: the words of a test, and pictures that take no time to draw."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))

from kitlib import ui
from kitlib.trainer import pages, pptx_fix, source

ALT = "Balken: 3 [von] 5 Teilen * sind gut."
NOTES = "Fragen: Was fällt auf?\n\n- die Zahl\n- das Bild"


@pytest.fixture(scope="session")
def write():
    """(folder, {name: body}) -> a deck with these slides, the same words in each language, titled 'Folie name'."""

    def deck(folder, slides):
        text = "---\ntitle: {de: Teile & mehr, en: Parts, einfach: Teile}\n"
        text += "summary: {de: Kurz, en: Short, einfach: Kurz}\n---\n"
        for number, (name, body) in enumerate(slides.items()):
            for lang in ui.LANGUAGES:
                text += f"\n# Folie {name} {{#slide-{number} lang={lang}}}\n\n{body}\n\n::: notes\n{NOTES}\n:::\n"
        path = folder / "own.md"
        path.write_text(text, "utf-8")
        return source.read(path)

    return deck


@pytest.fixture(scope="module")
def drawn():
    """Pictures and facts in no time: what they show is the demos' business. Gives the pictures' text alternative."""
    out = io.BytesIO()
    Image.new("RGB", (800, 200), "#2f7d4f").save(out, "PNG")
    with pytest.MonkeyPatch.context() as patch:
        for module in (pages, pptx_fix):
            patch.setattr(module, "figure", lambda demo, name, lang: ui.Picture(ALT, "png", out.getvalue()))
        patch.setattr(pages, "_facts", lambda found, lang: "- so gemessen")
        yield ALT
