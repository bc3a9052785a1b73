"""The chatbot as a learner goes through it: by keyboard alone, with hostile input, with a FAQ of one's own."""

import sys
from pathlib import Path

from playwright.sync_api import expect

from kitlib.chatbot.app import STEPS, texts
from kitlib.chatbot.app.quiz import ANSWERS
from kitlib.chatbot.model.ask import SIX

sys.path.insert(0, str(Path(__file__).parent))
from hands import Keyboard, Say, open_all, predict, result, step, visit

FIRST, WORK, OWN, FREE = "03a-chatbot", "03c-chatbot-work", "03d-chatbot-own", "03e-chatbot-free"
say = Say("de", texts)
button = say.button


def test_first_page_by_keyboard_alone(page, site, axe):
    visit(page, f"{site}/de/{FIRST}")
    hand = Keyboard(page)
    _ask(hand, step(page, "ask"))
    _inside(hand, step(page, "inside"))
    _handoff(hand, step(page, "handoff"))
    _quiz(hand, step(page, "quiz"))
    assert axe(page) == []


def _ask(hand, ask):
    hand.press(ask.get_by_role("slider"), "ArrowRight")
    hand.press(button(ask, "ui.commit"))
    for n in range(SIX):
        hand.press(button(ask, "ask.next", n=n + 1, total=SIX))
        expect(ask.locator(".chat-person")).to_have_count(n + 1)
        if button(ask, "ask.vote_right").is_visible():  # not where a person takes over
            hand.press(button(ask, "ask.vote_right"))
    field = ask.get_by_role("textbox", name=say("ask.field"))
    hand.to(field)
    hand.page.keyboard.type("Was kostet der Versand?")
    hand.page.keyboard.press("Enter")
    expect(ask.locator(".chat-person").last).to_contain_text("Was kostet der Versand?")
    expect(ask.locator(".chat-tool").last).to_contain_text("€")
    expect(field).to_have_value("")


def _inside(hand, inside):
    hand.press(inside.get_by_role("radio").first, "Space")
    hand.press(button(inside, "ui.commit"))
    expect(result(inside, say)).to_be_visible()
    for n in range(3):
        hand.press(inside.get_by_role("button", name=say(f"inside.part.{n}")))
        expect(result(inside, say)).to_be_visible()


def _handoff(hand, handoff):
    hand.press(handoff.get_by_role("slider"), "End")
    hand.press(button(handoff, "ui.commit"))
    expect(handoff.get_by_role("img").first).to_be_visible()
    before = handoff.get_by_role("img").first.get_attribute("alt")
    hand.press(handoff.get_by_role("slider", name=say.like("handoff.slider.minutes")), "End")
    expect(handoff.get_by_role("img").first).not_to_have_attribute("alt", before)
    hand.press(button(handoff, "handoff.check"))
    hand.press(button(handoff, "handoff.to_queue"))
    expect(handoff.get_by_role("button", name=say("handoff.part.1"))).to_be_visible()


def _quiz(hand, quiz):
    for question, right in ANSWERS.items():
        card = quiz.locator(".kit-card", has_text=say(f"quiz.{question}.question"))
        hand.press(card.get_by_role("radio", name=say(f"quiz.{question}.{right}")), "Space")
        hand.press(button(card, "ui.check"))
        expect(card.get_by_text(say(f"quiz.{question}.why"))).to_be_visible()
    expect(quiz.get_by_text(say("ui.score", score=len(ANSWERS), total=len(ANSWERS)))).to_be_visible()


def test_what_is_typed_is_shown_as_text_and_never_run(page, site):
    visit(page, f"{site}/de/{FIRST}")
    page.evaluate("window.stolen = false")
    ask = step(page, "ask")
    predict(ask, say)
    field = ask.get_by_role("textbox", name=say("ask.field"))
    hostile = ('<img src=x onerror="window.stolen=true"><script>window.stolen=true</script>', "🙂🙂🙂", "А" * 100_000)
    for n, text in enumerate(hostile):
        field.fill(text)
        button(ask, "ask.send").click()
        expect(ask.locator(".chat-person")).to_have_count(n + 1)
        expect(ask.locator(".chat-person").last).to_contain_text(text[:30])
    button(ask, "ask.send").click()
    expect(ask.get_by_text(say("common.empty"))).to_be_visible()
    assert page.evaluate("window.stolen") is False
    assert ask.locator(".chat script, .chat img").count() == 0


def test_what_is_taken_home_comes_from_the_page(page, site):
    visit(page, f"{site}/de/{WORK}")
    emergency = step(page, "emergency")
    predict(emergency, say)
    emergency.get_by_role("button", name=say("emergency.part.2")).click()
    with page.expect_download() as saved:
        emergency.locator(".kit-download").first.click()
    assert Path(saved.value.path()).stat().st_size > 200
    assert saved.value.url.startswith("data:")


def _faq() -> bytes:
    """A German export: a title above the header, an old code page, merged answers, empty rows, a script in a cell."""
    subjects = {"Öffnungszeiten": "Wir öffnen um 8 Uhr.", "Schränke": "Hinter dem Tor 2.", "Führungen": "Am Freitag."}
    frames = ("Was gilt für {}?", "{} bitte", "Frage: {}", "Wo steht etwas über {}?", "Infos zu {} <script>x</script>")
    rows = [f"{f.format(s)};{a if i == 0 else ''}" for s, a in subjects.items() for i, f in enumerate(frames)]
    return "\r\n".join(["Unsere FAQ;", ";", "Frage;Antwort", *rows, ";"]).encode("cp1252")


def test_a_faq_of_ones_own(page, site, axe):
    visit(page, f"{site}/de/{OWN}")
    own = step(page, "own")
    predict(own, say)
    _upload(page, own, "Fragen März.csv", _faq())
    expect(own.get_by_role("cell", name="Hinter dem Tor 2.").first).to_be_visible()
    button(own, "own.check").click()
    expect(own.get_by_role("heading", name=say("own.result")).first).to_be_visible(timeout=60_000)
    own.get_by_role("textbox", name=say("own.ask_field")).fill("Gibt es Schränke?")
    button(own, "own.ask_send").click()
    expect(own.locator(".chat-tool").last).to_be_visible()
    assert own.locator("script").count() == 0
    assert axe(page) == []
    button(own, "ui.reset").click()
    expect(button(own, "ui.commit")).to_be_visible()
    assert "Schränke" not in page.content()


def test_a_faq_that_is_none(page, site):
    visit(page, f"{site}/de/{OWN}")
    own = step(page, "own")
    predict(own, say)
    for name, content in {"leer.csv": b"", "Foto.csv": b"\x89PNG\r\n\x1a\n" + bytes(200)}.items():
        _upload(page, own, name, content)
        expect(own.get_by_text(name).first).to_be_visible()
    expect(button(own, "own.check")).to_be_hidden()


def _upload(page, own, name: str, content: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        own.get_by_role("button", name=say("own.file")).click()
    chooser.value.set_files([{"name": name, "mimeType": "text/csv", "buffer": content}])


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
