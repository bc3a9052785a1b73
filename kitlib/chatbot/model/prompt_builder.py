"""A request of one's own: put together from its building blocks, with remarks computed from what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from ..data.requests import BLOCKS
from .mask import find

LONG = 1_500
"""Characters: more than this is pointed out."""


@dataclass(frozen=True)
class Remark:
    """code: empty, check, figure, long or private. items: names of blocks or kinds of details. n: characters."""

    code: str
    items: tuple[str, ...] = ()
    n: int = 0


def assembled(fields: tuple[str, ...], names: dict[str, str]) -> str:
    """The request as text, one paragraph a block, each under its name; empty blocks are left out."""
    filled = [(names[block], text.strip()) for block, text in zip(BLOCKS, fields, strict=True) if text.strip()]
    return "\n\n".join(f"{name}: {text}" for name, text in filled)


def remarks(fields: tuple[str, ...]) -> tuple[Remark, ...]:
    """What stands out; an order of things to look at, no verdict on how good the request is."""
    written = {block: text.strip() for block, text in zip(BLOCKS, fields, strict=True)}
    if not any(written.values()):
        return ()
    # Personal details first: they are the one thing that must not be overlooked.
    found = {span.kind: None for text in written.values() for span in find(text)}
    empty = tuple(block for block, text in written.items() if not text and block != "check")
    length = sum(map(len, written.values()))
    figures = any(c.isdigit() for block in ("context", "task", "form") for c in written[block])
    made = [
        Remark("private", tuple(found)) if found else None,
        Remark("empty", empty) if empty else None,
        None if written["check"] else Remark("check"),
        None if figures else Remark("figure"),
        Remark("long", n=length) if length > LONG else None,
    ]
    return tuple(remark for remark in made if remark)
