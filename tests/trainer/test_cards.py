"""The printed cards: each sheet is whole, nothing overflows, and the same seed gives the same bytes."""

import pytest
import typst
from card_sheets import BRAND, pages, printed

from kitlib import chatbot, ui
from kitlib.trainer import source
from kitlib.trainer.brand import Brand
from kitlib.trainer.cards import CARDS, paper

PAGES = {"cards-parts": 3, "cards-shop": 4, "cards-faq": 4, "cards-text": 3, "cards-emergency": 1}
OTHER_SEED = {"cards-shop": 1, "cards-faq": 1, "cards-text": 19}


def test_each_material_of_a_run_sheet_can_be_printed():
    named = {key for sheet in source.sheets() for key in sheet.material if key.startswith("cards-")}
    assert named == set(CARDS) == set(PAGES)


@pytest.mark.parametrize("lang", ui.LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_has_the_pages_it_is_made_for(name, lang):
    assert pages(printed(name, lang).pdf) == PAGES[name]


@pytest.mark.parametrize("name", OTHER_SEED)
def test_the_same_bytes_twice_and_other_cards_for_another_seed(name, tmp_path):
    pdf = printed(name, "de").pdf
    assert CARDS[name]("de", BRAND, tmp_path / "again.pdf").read_bytes() == pdf
    other = CARDS[name]("de", BRAND, tmp_path / "other.pdf", seed=OTHER_SEED[name]).read_bytes()
    assert other != pdf
    assert pages(other) == PAGES[name]


def test_what_does_not_fit_its_card_is_an_error(tmp_path):
    for words, fits in (("Versand " * 10, True), ("Versand " * 400, False)):
        sheet = paper.cards([paper.text(words)], 2, "46mm", "Karten")
        if fits:
            assert paper.write(sheet, "de", Brand(), tmp_path / "a.pdf", "Karten", "", {}).exists()
        else:
            with pytest.raises(typst.TypstError, match="a card needs"):
                paper.write(sheet, "de", Brand(), tmp_path / "a.pdf", "Karten", "", {})


@pytest.mark.parametrize("lang", ui.LANGUAGES)
def test_two_emergency_cards_with_the_words_of_the_experiment(lang):
    card, markup = chatbot.emergency_card(lang), printed("cards-emergency", lang).markup
    words = [card.title, *card.steps, *card.lines, card.checked, card.foot]
    assert len(card.steps) == 4 and len(card.lines) == 7
    assert [markup.count(paper.text(one)) for one in words] == [2] * len(words)
