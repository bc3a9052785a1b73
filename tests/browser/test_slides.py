"""Every deck in every language as people show it: nothing hangs over the edge, nothing is asked of another machine."""

import datetime

import pytest
from PIL import Image

from kitlib.trainer import html, pages, source
from kitlib.trainer.brand import Brand
from kitlib.ui import LANGUAGES

DECKS = {deck.id: deck for deck in source.decks()}
LOWEST, RIGHTMOST = 660, 1215
"""Pixels of the 720 x 1280 that words and pictures may reach; below are footer and slide number."""
EDGES = """() => {
  const slide = Reveal.getCurrentSlide(); let bottom = 0, right = 0, small = 99;
  for (const part of slide.querySelectorAll('*:not(aside):not(aside *)')) {
    const box = part.getBoundingClientRect();
    if (box.height) { bottom = Math.max(bottom, box.bottom); right = Math.max(right, box.right); }
    const words = [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (words) small = Math.min(small, parseFloat(getComputedStyle(part).fontSize));
  }
  return [slide.id, Math.round(bottom), Math.round(right), small];
}"""


@pytest.fixture(autouse=True)
def no_training(monkeypatch):
    """What the demos measure stands in the notes; it is long to compute and seen by the trainer only."""
    monkeypatch.setattr(pages, "_facts", lambda found, lang: f"- {found['demo']} {found['step']}")


@pytest.fixture
def show(page, tmp_path):
    """Open a deck from its file. `page` fails when anything is asked of another machine."""

    def shown(deck, lang, brand=Brand("Musterwerk GmbH")):  # noqa: B008 - frozen
        path = html.build(deck, lang, brand, tmp_path / "deck.html", "Glossar")
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(path.as_uri())
        page.wait_for_function("window.Reveal && Reveal.isReady()")
        return page

    return shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", DECKS)
def test_no_slide_overflows_and_nothing_is_fetched(show, axe, name, lang):
    page = show(DECKS[name], lang)
    assert page.evaluate("Reveal.getTotalSlides()") == len(DECKS[name].sections) + 1
    for number in range(page.evaluate("Reveal.getTotalSlides()")):
        page.evaluate(f"Reveal.slide({number})")
        slide, bottom, right, small = page.evaluate(EDGES)
        assert (bottom <= LOWEST and right <= RIGHTMOST, slide, bottom, right) == (True, slide, bottom, right)
        assert small >= 24, f"{slide}: letters of {small} px"
        if lang == "de":
            assert axe(page) == [], slide


def test_the_measure_notices_a_slide_that_is_too_full(show):
    deck = next(iter(DECKS.values()))
    page = show(deck, "de")
    page.evaluate("Reveal.slide(1)")
    page.evaluate("Reveal.getCurrentSlide().insertAdjacentHTML('beforeend', '<p>Wort</p>'.repeat(30))")
    assert page.evaluate(EDGES)[1] > LOWEST


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", ["Als Nächstes", "Anordnung: Standard", "Dauer bisher", "Notizen"]),
        ("en", ["Next", "Layout: standard", "Time so far", "Notes"]),
        ("einfach", ["Das kommt danach", "Ansicht: normal", "So lange schon", "Notizen"]),
    ],
)
def test_speaker_view_shows_the_notes_in_the_language_of_the_deck(show, lang, words):
    deck = next(deck for deck in DECKS.values() if deck.sections[0].notes[lang])
    page = show(deck, lang)
    page.context.clock.set_fixed_time(datetime.datetime(2026, 11, 21, 15, 7))
    page.evaluate("Reveal.slide(1)")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    view = opened.value
    said = deck.sections[0].notes[lang].split(".")[0].split(":")[-1].strip()[:20]
    view.locator(".speaker-controls-notes").get_by_text(said).first.wait_for()
    view.locator(".clock-value").get_by_text("15:07", exact=True).wait_for()
    shown = view.locator("body").inner_text().lower()
    assert all(word.lower() in shown for word in words)
    assert view.evaluate("document.documentElement.lang") == pages.TAGS[lang]


def test_arrows_and_pause_speak_the_language_of_the_deck(show):
    page = show(next(iter(DECKS.values())), "de")
    page.get_by_role("button", name="nächste Folie").click()
    page.wait_for_function("Reveal.getState().indexh === 1")
    page.get_by_role("button", name="vorige Folie").click()
    page.wait_for_function("Reveal.getState().indexh === 0")
    page.keyboard.press("b")
    page.get_by_role("button", name="Weiter mit den Folien").click()
    page.wait_for_function("!Reveal.isPaused()")


@pytest.mark.parametrize("colour", ["#f5c400", "#888888"])
def test_logo_and_colours_of_a_company(show, axe, tmp_path, colour):
    logo = tmp_path / "logo.png"
    Image.new("RGB", (600, 120), "#c00000").save(logo)
    page = show(next(iter(DECKS.values())), "de", Brand("Beispiel AG", logo, colour, "#c00000"))
    assert page.get_by_role("img", name="Beispiel AG").is_visible()
    assert axe(page) == []
    page.keyboard.press("ArrowRight")
    page.wait_for_function("Reveal.getState().indexh === 1")
    assert axe(page) == []
