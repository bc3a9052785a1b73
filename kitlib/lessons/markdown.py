"""Text cells as HTML. HTML in the text is shown as text, except for the folded solutions (`<details>`)."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt

FOLD = re.compile(r"(?P<start><details>)?\s*(?:<summary>(?P<summary>[^<>]*)</summary>)?\s*(?P<end></details>)?")


class Heading(NamedTuple):
    level: int
    id: str
    words: str


def _fold(state, line: int, _last: int, silent: bool) -> bool:
    """A line of nothing but <details>, <summary>…</summary> and </details> passes as HTML; its words are escaped."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    found = FOLD.fullmatch(text)
    if not text or not found:
        return False
    if not silent:
        summary = found["summary"]
        words = f"<summary>{escape(summary)}</summary>" if summary else ""
        state.push("html_block", "", 0).content = f"{found['start'] or ''}{words}{found['end'] or ''}\n"
        state.line = line + 1
    return True


def _outside_link(self, tokens, place, options, env):
    """A source on the web opens beside the lesson, so that the lesson's state is kept, and learns nothing of it."""
    if tokens[place].attrs.get("href", "").startswith("http"):
        tokens[place].attrs.update(target="_blank", rel="noopener noreferrer")
    return self.renderToken(tokens, place, options, env)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.block.ruler.before("paragraph", "fold", _fold, {"alt": ["paragraph"]})
    parser.add_render_rule("link_open", _outside_link)
    return parser


def render(text: str, name: str = "text") -> tuple[str, tuple[Heading, ...]]:
    """HTML of a text cell and its headings. A heading of the first level is left out: it is the page's title.

    Headings get the id `name`, `name-2`, …, so that the steps of the lesson can be linked.
    """
    parser, headings, kept = _parser(), [], []
    tokens = parser.parse(text)
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag != "h1":
            token.attrs["id"] = name if not headings else f"{name}-{len(headings) + 1}"
            headings.append(Heading(int(token.tag[1]), token.attrs["id"], _plain(tokens[place + 1])))
    title = False
    for token in tokens:
        title = (token.type == "heading_open" and token.tag == "h1") or title
        if not title:
            kept.append(token)
        title = title and token.type != "heading_close"
    return parser.renderer.render(kept, parser.options, {}), tuple(headings)


def _plain(inline) -> str:
    return "".join(child.content for child in inline.children or [] if child.type in ("text", "code_inline"))
