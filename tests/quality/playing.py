"""Play an experiment without a browser: press what a learner can see, and read what the page then says."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

import ipywidgets as W

from kitlib import ui

KIND = (W.Button, W.FileUpload)


def walk(widget, hidden=False) -> Iterator[W.Widget]:
    """The widget and all below it; without `hidden` only what is on the page."""
    if not hidden and widget.layout.display == "none":
        return
    yield widget
    for child in getattr(widget, "children", ()):
        yield from walk(child, hidden)


def page(widget, hidden=False) -> str:
    return "\n".join(w.value for w in walk(widget, hidden) if isinstance(w, W.HTML))


def told(widget) -> str:
    """The page with its signs as they are read: quotation marks instead of their codes."""
    return unescape(page(widget))


def press(app, words: str) -> None:
    """Click the one button on the page with these words, and look the page over."""
    found = [w for w in walk(app) if isinstance(w, W.Button) and w.description == words]
    assert len(found) == 1, f"{len(found)} buttons {words!r}"
    assert not found[0].disabled, f"button {words!r} is disabled"
    found[0].click()
    sound(app)


def pick(app, words: str) -> None:
    """Choose the one radio button on the page with these words."""
    radios = [w for w in walk(app) if isinstance(w, W.RadioButtons) and words in dict(w.options)]
    assert len(radios) == 1, f"{len(radios)} choices with {words!r}"
    radios[0].value = dict(radios[0].options)[words]
    sound(app)


def slide(app, slider: ui.Slider, value) -> None:
    assert slider in list(walk(app))
    slider._slider.value = value
    sound(app)


def upload(app, words: str, files: list[tuple[str, bytes]]) -> None:
    """Hand files to the upload button with these words, as the browser does."""
    (found,) = [w for w in walk(app) if isinstance(w, W.FileUpload) and w.description == words]
    sent = [
        {"name": name, "type": "", "size": len(content), "last_modified": 0, "content": memoryview(content)}
        for name, content in files
    ]
    found.set_state({"value": sent})
    assert found.value == ()
    sound(app)


def commit(app):
    press(app, app.texts("ui.commit"))
    return app


class _Reader(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.tags, self.alts, self.words, self._style = [], [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._style = tag == "style"
        self.alts += [dict(attrs).get("alt") for _ in range(tag == "img")]

    def handle_endtag(self, tag):
        self._style = False

    def handle_data(self, data):
        self.words += [] if self._style else [data]


def sound(app) -> None:
    """No failed step; every picture has a text alternative; no word is missing or left unfilled."""
    assert getattr(app, "error", None) is None
    read = _Reader(page(app, hidden=True))
    assert all(alt and alt.strip() for alt in read.alts), "picture without text alternative"
    assert "script" not in read.tags
    labels = [w.description for w in walk(app, hidden=True) if isinstance(w, KIND)]
    labels += [words for w in walk(app, hidden=True) if isinstance(w, W.RadioButtons) for words, _ in w.options]
    for words in (*read.words, *read.alts, *labels):
        assert not re.search(r"[{}]|\bnan\b|\bNaN\b", words), words


def tags(widget) -> list[str]:
    return _Reader(page(widget, hidden=True)).tags
