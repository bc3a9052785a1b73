"""What the tests of the lessons share: the words to look for, and hands on the keyboard and the pointer."""

import re
from string import Formatter

from playwright.sync_api import Locator, Page, expect

from kitlib.quality.app import texts as quality_words

expect.set_options(timeout=30_000)  # these pages compute: on a busy machine five seconds are not enough

STARTERS = {
    "sort.start": "sort.progress",
    "learn.train": "learn.result",
    "shift.measure": "shift.result",
    "flatter.try.random": "flatter.result.random",
    "own.practice": "own.loaded",
}
"""Buttons that bring an experiment's further parts to light, and the words that come then."""


class Say:
    """The words of the experiments in one language, with plain spaces as the browser compares them."""

    def __init__(self, lang: str = "de", words=quality_words):
        self.texts = words(lang)

    def __call__(self, key: str, **values) -> str:
        return " ".join(self.texts(key, **values).split())

    def button(self, place: Locator, key: str, **values) -> Locator:
        """The button with exactly these words."""
        return place.get_by_role("button", name=self(key, **values), exact=True)

    def like(self, key: str) -> re.Pattern:
        """The sentence with whatever numbers and names."""
        template = self.texts._find(key)[self.texts.lang]
        return re.compile("".join(_piece(words, field) for words, field, _, _ in Formatter().parse(template)))


def _piece(words: str, field: str | None) -> str:
    fixed = r"\s+".join(re.escape(word) for word in re.split(r"\s+", words))
    return fixed + (".+?" if field else "")


class Keyboard:
    """Somebody who has no pointer: goes on with Tab, back with Shift+Tab, and presses keys where the focus is."""

    def __init__(self, page: Page):
        self.page = page

    def to(self, target: Locator, most: int = 120) -> None:
        """Go to a control. Radio buttons of one question are one stop: Tab to the group, arrow keys within."""
        expect(target).to_be_enabled()
        expect(target).to_be_visible()
        if target.get_attribute("type") == "radio":
            self._to_radio(target, most)
        else:
            self._tab(target, most)

    def _to_radio(self, target: Locator, most: int) -> None:
        self._tab(target, most, "node.name === document.activeElement.name && document.activeElement.type === 'radio'")
        for _ in range(most):
            if target.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"arrow keys do not lead to {target}")

    def _tab(self, target: Locator, most: int, there: str = "node === document.activeElement") -> None:
        passed = target.evaluate("node => !!(node.compareDocumentPosition(document.activeElement) & 4)")
        for _ in range(most):
            if target.evaluate(f"node => {there}"):
                return
            self.page.keyboard.press("Shift+Tab" if passed else "Tab")
        raise AssertionError(f"{most} times Tab do not lead to {target}")

    def press(self, target: Locator, *keys: str) -> None:
        self.to(target)
        for key in keys or ("Enter",):
            self.page.keyboard.press(key)


def visit(page: Page, address: str) -> Page:
    """Open a lesson and wait for its experiments; the first visitor waits for what the server computes for all."""
    page.goto(address)
    page.locator("#ready:not([hidden])").wait_for(state="attached", timeout=300_000)
    expect(page.locator(".waiting")).to_have_count(0)
    return page


def step(page: Page, name: str) -> Locator:
    """The experiment in the cell `name`."""
    return page.locator(f'[data-cell="{name}"]')


def result(place: Locator, say: Say) -> Locator:
    """The result in words."""
    return place.get_by_role("status").filter(has_text=say("ui.in_words"))


def kept(say: Say) -> str:
    """The words before a kept prediction."""
    return re.sub(r"<[^>]*>", "", say("ui.kept", guess="")).strip()


def predict(place: Locator, say: Say) -> None:
    """Keep the first prediction there is."""
    commit = place.page.get_by_role("button", name=say("ui.commit"))
    card = place.locator(".kit-card:visible", has=commit).first
    if card.get_by_role("radio").count():
        card.get_by_role("radio").first.check()
    card.get_by_role("button").click()


def open_all(page: Page, say: Say) -> None:
    """Make all predictions of a page and begin each of its experiments, as far as they wait for a button."""
    commits = page.get_by_role("button", name=say("ui.commit"))
    for left in range(commits.count(), 0, -1):
        predict(page.locator("main"), say)
        expect(commits).to_have_count(left - 1)
    for starter, shown in STARTERS.items():
        if not say.texts.has(shown):
            continue
        for button in page.get_by_role("button", name=say(starter), exact=True).all():
            button.click()
            expect(page.get_by_text(say.like(shown)).first).to_be_visible()
