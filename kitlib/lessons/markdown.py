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


def render(text: str, name: str = "text", title: str = "") -> tuple[str, tuple[Heading, ...]]:
    """HTML of a text cell and its headings, with the ids `name`, `name-2`, … so that they can be linked.

    The page has one heading of the first level, its `title`: the same in the text is left out, any other opens the
    lesson one level below.
    """
    parser, headings, kept = _parser(), [], []
    tokens = iter(parser.parse(text))
    for token in tokens:
        if token.type != "heading_open":
            kept.append(token)
            continue
        inline, end = next(tokens), next(tokens)
        heading = Heading(int(token.tag[1]), name if not headings else f"{name}-{len(headings) + 1}", _plain(inline))
        if heading.level == 1 and heading.words == title:
            continue
        if heading.level == 1:
            token.tag = end.tag = "h2"
            token.attrs["class"] = "opening"
        token.attrs["id"] = heading.id
        headings.append(heading)
        kept += [token, inline, end]
    return parser.renderer.render(kept, parser.options, {}), tuple(headings)


def _plain(inline) -> str:
    return "".join(child.content for child in inline.children or [] if child.type in ("text", "code_inline"))
