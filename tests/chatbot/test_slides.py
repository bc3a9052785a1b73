"""The pictures for slides: whole, legible, described in their language, and drawn from what was measured."""

from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import ImageFont

from kitlib import chatbot
from kitlib.chatbot.app import texts
from kitlib.chatbot.model import generate, handoff_cost, lookup, masking, room
from kitlib.chatbot.model.generate import Generate
from kitlib.chatbot.model.handoff import Handoff
from kitlib.chatbot.plots import slide_text, slides
from kitlib.chatbot.plots.slides import FIGURES
from kitlib.ui import LANGUAGES, picture

SVG = "{http://www.w3.org/2000/svg}"
FONTS = Path(__file__).parents[2] / "slides" / "fonts"
COMMON = {"en": {"the", "of", "a", "and", "at", "with", "is"}, "de": {"die", "der", "das", "und", "bei", "sind", "zu"}}


def spoken(lang):
    return "en" if lang == "en" else "de"


@lru_cache(maxsize=64)
def drawn(name, lang):
    return chatbot.figure(name, lang)


@lru_cache(maxsize=16)
def font(size, bold):
    return ImageFont.truetype(FONTS / f"AtkinsonHyperlegibleNext-{'Bold' if bold else 'Regular'}.ttf", size)


def boxes(svg):
    """(words, left, top, right, bottom) of each text that is not turned, as wide as the slide's letters make it."""
    for one in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        words = "".join(one.itertext())
        if "transform" in one.attrib or not words.strip():
            continue
        size = float(one.get("font-size"))
        wide = font(size, one.get("font-weight", "400") != "400").getlength(words)
        left = float(one.get("x")) - {"start": 0, "middle": wide / 2, "end": wide}[one.get("text-anchor")]
        y = float(one.get("y"))
        yield words, left, y - 0.7 * size, left + wide, y + 0.1 * size


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_is_a_whole_picture_described_in_its_language(name, lang):
    found = drawn(name, lang)
    assert found.kind == "svg" and chatbot.figure(name, lang) == found
    assert ElementTree.fromstring(found.data).tag == f"{SVG}svg"
    said = found.alt.lower().split()
    mine, other = (sum(said.count(word) for word in COMMON[one]) for one in ("en", "de"))
    assert len(said) > 20 and any(c.isdigit() for c in found.alt)
    assert (mine > other) == (lang == "en")


@pytest.mark.parametrize("name", FIGURES)
def test_no_language_is_described_in_the_words_of_another(name):
    assert len({drawn(name, lang).alt for lang in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_words_stay_inside_and_apart(name, lang):
    root = ElementTree.fromstring(drawn(name, lang).data)
    width, height = (float(root.get(key)) for key in ("width", "height"))
    found = list(boxes(drawn(name, lang).data))
    outside = [one for one in found if one[1] < -1 or one[3] > width + 1 or one[2] < -1 or one[4] > height + 1]
    assert not outside
    close = [(a[0], b[0]) for a, b in combinations(found, 2)
             if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]]  # fmt: skip
    assert not close


@pytest.mark.parametrize("name", ["", "nothing", "Near", "../near"])
def test_an_unknown_figure_is_named(name):
    with pytest.raises(ValueError, match="name must be one of"):
        chatbot.figure(name)


def test_an_unknown_language_is_named():
    with pytest.raises(ValueError, match="lang must be one of"):
        chatbot.figure("near", "fr")


# ---- drawn from what is measured


def test_dearer_wrong_answers_move_the_cheapest_threshold():
    t = texts("de")
    usual, cheap = (picture(slides.costs(t, Handoff(wrong=euro))) for euro in (20, 5))
    best, least = handoff_cost.cheapest(Handoff(wrong=5), None)
    assert usual.data != cheap.data
    assert f"{t('ui.share', value=best)} mit {t('ui.euro', value=least)}" in cheap.alt
    assert handoff_cost.cheapest(Handoff(), None)[0] > best


def test_a_colder_choice_gives_other_curves():
    t = texts("en")
    usual, cold = picture(slide_text.context(t)), picture(slide_text.context(t, 0.2))
    assert usual.data != cold.data and usual.alt != cold.alt


def test_a_higher_threshold_hands_more_near_misses_over(monkeypatch):
    before, strict = drawn("near", "de"), replace(room.bot("de"), threshold=0.99)
    monkeypatch.setattr(room, "bot", lambda lang: strict)
    after = chatbot.figure("near", "de")
    handed = [int(one.alt.split("Beinahe-Frage")[1].split("\xa0%")[2].split()[-1]) for one in (before, after)]
    assert handed[1] > handed[0] + 30


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_next_word_on_show_is_false_and_the_true_one_is_marked(lang):
    t = texts(lang)
    state = next(one for n in range(100) if (one := slide_text._before_value(Generate(sentence=n), lang)))
    verdict = generate.written(state, lang).verdict
    true = {generate.engine(lang)[0].statements[i].value for i in verdict.sources}
    assert verdict.kind == "false" and verdict.value not in true
    words = [one[0] for one in boxes(drawn("next_word", lang).data)]
    marked = t("slides.next_word.true", share=0.0).split()[-1]
    place = next(i for i, one in enumerate(words) if one.endswith(marked))
    assert words[place - 1] in true


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compared_question_has_other_words_for_delivery_and_is_in_the_faq(lang):
    alt = drawn("compare", lang).alt
    assert slides.OTHER_WORD[spoken(lang)] in alt
    assert any(question in alt for question in chatbot.corpus(lang).faq.questions if len(question) > 20)


def test_masked_details_and_outdated_answers_are_those_counted():
    t = texts("de")
    for row in masking.measured("de").rows:
        assert f"{t(f'mask.kind.{row.kind}')}: {row.found} von {row.there} gefunden." in drawn("masked", "de").alt
    for old in slide_text.STALE:
        wrong = lookup.outcome("de", "source", old).wrong
        assert t("slides.stale.point", stale=old, wrong=wrong) in drawn("stale", "de").alt
