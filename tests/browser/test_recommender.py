"""The shop as a learner goes through it: by keyboard alone, by pointer, with a table of one's own."""

import sys
from pathlib import Path

from playwright.sync_api import expect

from kitlib.recommender.app import STEPS, texts
from kitlib.recommender.app.quiz import RECOMMEND
from kitlib.recommender.data.shop import shop
from kitlib.recommender.model.basket import START

sys.path.insert(0, str(Path(__file__).parent))
from hands import Keyboard, Say, open_all, predict, result, step, visit

FIRST, THIRD, FREE = "02a-recommender", "02c-recommender-limits", "02d-recommender-free"
say = Say("de", texts)
button = say.button


def test_first_page_by_keyboard_alone(page, site, axe):
    visit(page, f"{site}/de/{FIRST}")
    hand = Keyboard(page)
    _basket(hand, step(page, "basket"))
    _similar(hand, step(page, "similar"))
    _newcomer(hand, step(page, "newcomer"))
    _quiz(hand, step(page, "quiz"))
    assert axe(page) == []


def _basket(hand, basket):
    hand.press(basket.get_by_role("radio").nth(1), "Space")
    hand.press(button(basket, "ui.commit"))
    expect(basket.locator(".kit-kept")).to_be_focused()  # the pressed button is gone, the focus is not
    expect(basket.locator(".shop-list strong")).to_have_count(10)
    before = _listed(basket)
    names = shop().names("de")
    article = next(names[i] for i in range(40) if i not in START)
    hand.press(basket.get_by_role("button", name=article))
    expect(button(basket, "basket.take_out", name=article)).to_be_visible()
    expect(basket.locator(".shop-list strong")).not_to_have_text(before)
    hand.press(button(basket, "basket.take_out", name=article))
    expect(basket.locator(".shop-list strong")).to_have_text(before)
    hand.press(basket.get_by_role("radio", name=say("basket.method.popular")), "Space")
    expect(basket.get_by_text(say.like("basket.bought_by")).first).to_be_visible()
    hand.press(button(basket, "basket.empty"))
    expect(basket.get_by_text(say("basket.nothing"))).to_be_visible()


def _listed(basket) -> list[str]:
    return basket.locator(".shop-list strong").all_inner_texts()


def _similar(hand, similar):
    hand.press(similar.get_by_role("radio").first, "Space")
    hand.press(button(similar, "ui.commit"))
    hand.press(similar.get_by_role("button", name=say("similar.part.1")))
    article = similar.get_by_role("combobox", name=say("similar.item_label"))
    expect(similar.locator(".shop-list strong")).to_have_count(10)
    before = _listed(similar)
    hand.press(article, "ArrowDown")
    expect(similar.locator(".shop-list strong").first).not_to_have_text(before[0])
    hand.press(similar.get_by_role("button", name=say("similar.part.2")))
    expect(similar.get_by_role("img").first).to_be_visible()


def _newcomer(hand, newcomer):
    hand.press(newcomer.get_by_role("slider"), "Home", "ArrowRight")
    hand.press(button(newcomer, "ui.commit"))
    expect(result(newcomer, say)).to_be_visible()
    hand.press(newcomer.get_by_role("slider", name=say("newcomer.known", value=0)), "End")
    expect(newcomer.get_by_role("slider", name=say("newcomer.known", value=20))).to_be_focused()


def _quiz(hand, quiz):
    for question, right in RECOMMEND.items():
        card = quiz.locator(".kit-card", has_text=say(f"quiz.{question}.question"))
        hand.press(card.get_by_role("radio", name=say(f"quiz.{question}.{right}")), "Space")
        hand.press(button(card, "ui.check"))
        expect(card.get_by_text(say(f"quiz.{question}.why"))).to_be_visible()
    expect(quiz.get_by_text(say("ui.score", score=len(RECOMMEND), total=len(RECOMMEND)))).to_be_visible()


TABLE = """Umsatzliste Musterwerk;;
;;
Kunde;Artikel;Datum;Menge
{rows}
Summe;;;1.234,5
"""


def _table() -> bytes:
    """A German export: title above the header, decimal commas, umlauts in an old code page, a sum below."""
    rows = [
        f"Jürgen Müßig {c:03d};Schraube Ø {i};{1 + (c * i) % 28:02d}.0{1 + i % 9}.2026;1,0"
        for c in range(120)
        for i in range(30)
        if (c % 3 == i % 3 or (c + i) % 11 == 0) and (c * 7 + i * 5) % 4
    ]
    return TABLE.format(rows="\r\n".join(rows)).encode("cp1252")


def test_a_table_of_ones_own(page, site, axe):
    visit(page, f"{site}/de/{THIRD}")
    own = step(page, "own")
    predict(own, say)
    with page.expect_file_chooser() as chooser:
        own.get_by_role("button", name=say("own.file")).click()
    chooser.value.set_files([{"name": "Umsätze März.csv", "mimeType": "text/csv", "buffer": _table()}])
    expect(own.get_by_role("cell", name="Schraube Ø", exact=False).first).to_be_visible()
    assert "Müßig" not in page.content()
    button(own, "own.check").click()
    expect(own.get_by_role("heading", name=say("own.measured"))).to_be_visible(timeout=60_000)
    assert axe(page) == []
    button(own, "ui.reset").click()
    expect(button(own, "ui.commit")).to_be_visible()
    assert "Schraube" not in page.content()


def test_a_table_that_is_none(page, site):
    visit(page, f"{site}/de/{THIRD}")
    own = step(page, "own")
    predict(own, say)
    for name, content in {"leer.csv": b"", "Foto.csv": b"\x89PNG\r\n\x1a\n" + bytes(200)}.items():
        with page.expect_file_chooser() as chooser:
            own.get_by_role("button", name=say("own.file")).click()
        chooser.value.set_files([{"name": name, "mimeType": "text/csv", "buffer": content}])
        expect(own.get_by_text(name).first).to_be_visible()
    expect(button(own, "own.check")).to_be_hidden()


def test_free_play_opens_every_experiment(page, site, axe):
    visit(page, f"{site}/de/{FREE}")
    choice = page.get_by_role("combobox", name=say("ui.step"))
    titles = [" ".join(words.split()) for words in choice.get_by_role("option").all_inner_texts()]
    assert titles == [say(f"{name}.title") for name in STEPS]
    for title in titles:
        choice.select_option(title)
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
        open_all(page, say)
    assert axe(page) == []
