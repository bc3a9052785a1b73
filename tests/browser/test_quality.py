"""The quality lessons as a learner goes through them: by keyboard, by pointer, two at a time."""

import sys
from pathlib import Path

from playwright.sync_api import expect

from kitlib.quality.app.quiz import LEARN

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from hands import Keyboard, Say, kept, open_all, predict, result, step, visit  # noqa: E402

PICTURES = HERE.parents[1] / "datasets" / "flange" / "pictures" / "wrong_part"
FIRST, SECOND, THIRD = "01a-quality", "01b-quality-limits", "01c-quality-free"
say = Say("de")
button = say.button


def test_first_lesson_by_keyboard_alone(page, site, axe):
    visit(page, f"{site}/de/{FIRST}")
    hand = Keyboard(page)
    _sort(hand, step(page, "sort"))
    _learn(hand, step(page, "learn"))
    _threshold(hand, step(page, "threshold"))
    _look(hand, step(page, "look"))
    _quiz(hand, step(page, "quiz"))
    assert axe(page) == []


def _sort(hand, sort):
    hand.press(sort.get_by_role("slider", name=say("sort.guess", value=6)), "ArrowRight")
    expect(sort.get_by_role("slider", name=say("sort.guess", value=7))).to_be_visible()
    hand.press(button(sort, "ui.commit"))
    expect(sort.get_by_text(kept(say))).to_contain_text("7")
    hand.press(button(sort, "sort.start"))
    for number in range(1, 13):
        expect(sort.get_by_role("img", name=say("sort.alt", number=number))).to_be_visible()
        hand.press(button(sort, "sort.defective" if number % 2 else "sort.ok"))
    expect(result(sort, say)).to_contain_text(say.like("sort.result"))
    expect(sort.get_by_role("img", name=say.like("sort.caption"))).to_have_count(12)


def _learn(hand, learn):
    hand.press(learn.get_by_role("slider", name=say("learn.guess_label", value=75)), "PageUp", "ArrowLeft")
    hand.press(button(learn, "ui.commit"))
    hand.press(button(learn, "learn.train"))
    expect(result(learn, say)).to_contain_text(say.like("learn.result"))
    expect(learn.get_by_text(say.like("sort.compare"))).to_be_visible()
    hand.press(learn.get_by_role("button", name=say.like("learn.cell.true_defect")), "Space")
    expect(learn.get_by_role("img", name=say.like("learn.caption")).first).to_be_visible()


def _threshold(hand, threshold):
    hand.press(threshold.get_by_role("radio", name=say("threshold.option.lower")), "Space")
    hand.press(button(threshold, "ui.commit"))
    hand.press(threshold.get_by_role("slider", name=say("threshold.slider.threshold", value=0.5)), "ArrowLeft")
    expect(threshold.get_by_role("slider", name=say("threshold.slider.threshold", value=0.49))).to_be_focused()
    words = result(threshold, say)
    expect(words).to_contain_text(say.like("threshold.result"))
    expect(words).to_contain_text(say("ui.share", value=0.49))
    hand.press(threshold.get_by_role("slider", name=say("threshold.slider.band", value=0)), "End")
    expect(threshold.get_by_role("img", name=say.like("threshold.waiting"))).to_be_visible()
    hand.press(button(threshold, "sort.defective"))
    expect(words).to_contain_text(say.like("threshold.queue_result"))


def _look(hand, look):
    hand.press(look.get_by_role("radio", name=say("look.option.same")), "Space")
    hand.press(button(look, "ui.commit"))
    heat = look.get_by_role("img", name=say.like("look.alt_heat"))
    first = heat.get_attribute("src")
    hand.press(button(look, "look.next"))
    expect(heat).not_to_have_attribute("src", first)
    hand.press(button(look, "look.heat_off"))
    expect(heat).to_have_count(0)
    hand.press(look.get_by_role("radio", name=say("look.where.mats_swapped")), "Space")
    expect(result(look, say)).to_contain_text(say.like("look.swapped_result"))


def _quiz(hand, quiz):
    for question, right in LEARN.items():
        card = quiz.locator(".kit-card", has_text=say(f"quiz.{question}.question"))
        hand.press(card.get_by_role("radio", name=say(f"quiz.{question}.{right}")), "Space")
        hand.press(button(card, "ui.check"))
        expect(quiz.get_by_text(say(f"quiz.{question}.why"))).to_be_visible()
    expect(quiz.get_by_text(say("ui.score", score=len(LEARN), total=len(LEARN)))).to_be_visible()


def test_second_lesson_by_pointer(page, site, axe):
    visit(page, f"{site}/de/{SECOND}")
    _shift(step(page, "shift"))
    _flatter(step(page, "flatter"))
    _practice(step(page, "own"))
    assert axe(page) == []
    _upload(page, step(page, "own"))


def _shift(shift):
    shift.get_by_role("radio", name=say("shift.option.lot")).check()
    button(shift, "ui.commit").click()
    for condition, repair in (("dim", "threshold"), ("other_side", "pictures")):
        shift.get_by_role("radio", name=say(f"condition.{condition}")).check()
        expect(button(shift, f"repair.{repair}")).to_be_disabled()
        button(shift, "shift.measure").click()
        expect(result(shift, say)).to_contain_text(say(f"condition.{condition}"))
        button(shift, f"repair.{repair}").click()
        expect(result(shift, say)).to_contain_text(say.like(f"shift.repaired.{repair}"))
    expect(shift.get_by_role("rowheader")).to_have_count(5)


def _flatter(flatter):
    predict(flatter, say)
    for split in ("random", "part"):
        button(flatter, f"flatter.try.{split}").click()
        expect(result(flatter, say)).to_contain_text(say.like(f"flatter.result.{split}"))
    expect(result(flatter, say)).to_contain_text(say.like("flatter.proof"))


def _practice(own):
    predict(own, say)
    button(own, "own.practice").click()
    expect(result(own, say)).to_contain_text(say("own.loaded", n=30, classes=3))
    button(own, "own.train").click()
    expect(result(own, say)).to_contain_text(say.like("own.result"), timeout=90_000)
    expect(own.get_by_role("columnheader", name=say("own.said", name=say("own.product.gear")))).to_be_visible()
    _choose(own, "own.new", PICTURES / "W0000_washer_0.webp")
    expect(own.get_by_role("img", name=say("own.tried"))).to_be_visible()
    _reset(own)


def _upload(page, own):
    """Two classes of real files, among them a broken one and a text with the name of a picture."""
    predict(own, say)
    gears, washers = (sorted(PICTURES.glob(f"*_{kind}_0.webp"))[:5] for kind in ("gear", "washer"))
    broken = {"name": "Größe 3.webp", "mimeType": "image/webp", "buffer": gears[0].read_bytes()[:900]}
    text = {"name": "Notiz.jpg", "mimeType": "image/jpeg", "buffer": "Bitte morgen prüfen".encode()}
    _name(page, own, "Zahnräder")
    _choose(own, "own.files", gears)
    expect(own.get_by_role("img", name=say("own.alt", name="Zahnräder"))).to_have_count(5)
    for files, problem, file in (([broken], "damaged", broken["name"]), ([text], "not_picture", text["name"])):
        _name(page, own, "Scheiben")
        _choose(own, "own.files", files)
        expect(own.get_by_text(say(f"problem.{problem}", file=f"Scheiben/{file}"))).to_be_visible()
    _name(page, own, "Scheiben")
    _choose(own, "own.files", washers)
    expect(result(own, say)).to_contain_text(say("own.loaded", n=10, classes=2))
    _reset(own)


def _name(page, own, words):
    own.get_by_role("textbox", name=say("own.name")).fill(words)


def _choose(own, key, files):
    with own.page.expect_file_chooser() as chooser:
        own.get_by_role("button", name=say(key)).click()
    chooser.value.set_files(files)


def _reset(own):
    """Nothing of the pictures stays in the page, not even out of sight."""
    button(own, "ui.reset").click()
    expect(button(own, "ui.commit")).to_be_visible()
    expect(own.locator("img")).to_have_count(0)


def test_undo_and_reset(page, site):
    visit(page, f"{site}/de/{FIRST}")
    threshold = step(page, "threshold")
    predict(threshold, say)
    slider = threshold.get_by_role("slider", name=say("threshold.slider.threshold", value=0.5))
    Keyboard(page).press(slider, "ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(threshold.get_by_role("slider", name=say("threshold.slider.threshold", value=0.47))).to_be_visible()
    button(threshold, "ui.undo").click()
    expect(slider).to_be_visible()
    button(threshold, "threshold.to_cheapest").click()
    expect(slider).to_have_count(0)
    button(threshold, "ui.reset").click()
    expect(button(threshold, "ui.commit")).to_be_visible()
    expect(button(threshold, "ui.undo")).to_be_disabled()
    expect(threshold.get_by_role("radio", checked=True)).to_have_count(0)
    predict(threshold, say)
    expect(slider).to_be_visible()


def test_two_visitors_do_not_meet(new_page, site):
    first, second = (visit(new_page(), f"{site}/de/{FIRST}") for _ in range(2))
    for visitor in (first, second):
        predict(step(visitor, "threshold"), say)
    button(step(first, "threshold"), "threshold.to_cheapest").click()
    still = say("threshold.slider.threshold", value=0.5)
    expect(step(first, "threshold").get_by_role("slider", name=still)).to_have_count(0)
    predict(step(first, "sort"), say)
    expect(button(step(first, "sort"), "sort.start")).to_be_visible()
    expect(step(second, "threshold").get_by_role("slider", name=still)).to_be_visible()
    expect(button(step(second, "sort"), "ui.commit")).to_be_visible()


def test_free_play_opens_every_experiment(page, site, axe):
    visit(page, f"{site}/de/{THIRD}")
    choice = page.get_by_role("combobox", name=say("ui.step"))
    titles = [" ".join(words.split()) for words in choice.get_by_role("option").all_inner_texts()]
    steps = ("sort", "learn", "threshold", "look", "shift", "flatter", "own")
    assert titles == [say(f"{name}.title") for name in steps]
    for title in titles:
        choice.select_option(title)
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
        open_all(page, say)
    assert axe(page) == []
    button(page, "ui.reset_all").click()
    expect(button(page, "ui.commit")).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)
