"""Rolling texts: a table that tells after each word which words may follow, and twelve true sentences to check with."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from kitlib import ui
from kitlib.chatbot.data.firm import join
from kitlib.chatbot.model.ngrams import END, START

from ..brand import Brand
from . import paper, rolls

LINES = 10
"""Sentences to write down: the run sheet speaks of ten."""
STOP = "."
COLUMNS = 3


def build(lang: str, brand: Brand, target: Path, seed: int | None = None) -> Path:
    t, found = paper.texts(lang), rolls.made(lang, seed)
    parts = [_dice(found, t), _always(found, t), _sources(found, t), _lines(t), _solution(found, t)]
    return paper.write("".join(parts), lang, brand, target, t("text.title"), t("text.lead"), {})


def _dice(found: rolls.Rolls, t: ui.Texts) -> str:
    """A row for each word that several may follow: what to write for each side of the die."""
    rows = ""
    for word, sides in found.table.items():
        if len(set(sides)) > 1:
            cells = ((after, len(list(same))) for after, same in groupby(sides))
            told = ", ".join(f"table.cell(colspan: {n})[{paper.text(_shown(after, t))}]" for after, n in cells)
            rows += f"[*{paper.text(_shown(word, t))}*], {told}, "
    head = ", ".join(f"[{side}]" for side in range(1, rolls.SIDES + 1))
    table = (
        '#[#set table(stroke: 0.6pt + rgb("#9fb0bd"), inset: (x: 3pt, y: 8pt));\n'
        "#set text(size: 12pt, hyphenate: true);\n"
        f"#table(columns: (38mm,) + (1fr,) * {rolls.SIDES}, "
        "align: (x, y) => if x == 0 { left + horizon } else { center + horizon }, "
        f"table.header([{paper.text(t('text.after'))}], {head}), {rows})]\n"
    )
    steps = "".join(f"[{paper.text(t(f'text.step{k}'))}], " for k in range(1, 4))
    return f"#text(size: 11pt)[#enum({steps})]\n= {paper.text(t('text.dice'))}\n{table}"


def _always(found: rolls.Rolls, t: ui.Texts) -> str:
    """Words after which there is nothing to roll."""
    only = [(word, sides[0]) for word, sides in found.table.items() if len(set(sides)) == 1 and word != STOP]
    told = [f"*{paper.text(_shown(word, t))}* → {paper.text(_shown(after, t))}" for word, after in only]
    rows = -(-len(told) // COLUMNS)
    columns = ", ".join(f"[{' #linebreak() '.join(told[k : k + rows])}]" for k in range(0, len(told), rows))
    grid = f"#grid(columns: (1fr,) * {COLUMNS}, column-gutter: 4mm, {columns})"
    return f"= {paper.text(t('text.always'))}\n#[#set par(leading: 0.75em);\n#text(size: 11pt)[{grid}]]\n"


def _shown(word: str, t: ui.Texts) -> str:
    """As people read it; "anchor flange" is one word here, and may stand on two lines."""
    return {START: t("text.start"), STOP: t("text.stop"), END: t("text.stop")}.get(word, word.replace("\u00a0", " "))


def _sources(found: rolls.Rolls, t: ui.Texts) -> str:
    sentences = "".join(f"[{paper.text(join(one.words))}], " for one in found.sources)
    return (
        f"#pagebreak()\n= {paper.text(t('text.sources'))}\n{paper.text(t('text.sources_lead'))}\n"
        f"#text(size: 12pt)[#enum(spacing: 2.8mm, {sentences})]\n"
    )


def _lines(t: ui.Texts) -> str:
    """Room for rolled sentences, and boxes for what they are found to be."""
    heads = ["", t("text.sentence"), *(t(f"text.{key}") for key in ("true", "false", "open"))]
    rows = "".join(f"[{n}], [], [☐], [☐], [☐], " for n in range(1, LINES + 1))
    return (
        f"= {paper.text(t('text.lines'))}\n"
        f"#table(columns: (8mm, 1fr, 16mm, 16mm, 24mm), rows: (8mm,) + (13.5mm,) * {LINES}, "
        "align: (x, y) => if x < 2 { left + horizon } else { center + horizon }, "
        f"table.header({', '.join(f'[{paper.text(head)}]' for head in heads)}), {rows})\n"
    )


def _solution(found: rolls.Rolls, t: ui.Texts) -> str:
    """What the sheet says about each product, and how often each kind of sentence is rolled."""
    said = {(one.product, one.attribute): one.value for one in found.sources}
    attributes, products = _unique(kind for _, kind in said), _unique(product for product, _ in said)
    heads = [t("text.product"), *(t(f"text.{kind}") for kind in attributes)]
    rows = [(product, *(said.get((product, kind), t("text.none")) for kind in attributes)) for product in products]
    told = [t("text.shares", possible=len(found.chances), **_of_100(found.shares)), t("text.why"), t("text.named")]
    table = paper.solution(t("cards.solution"), t("text.solution"), heads, rows)
    return f"{table}\n" + "\n\n".join(paper.text(line) for line in told) + "\n"


def _of_100(shares: dict[str, float]) -> dict[str, int]:
    """Whole numbers that add up to 100, as near to the shares as can be."""
    whole = {kind: int(100 * share) for kind, share in shares.items()}
    rest = sorted(shares, key=lambda kind: whole[kind] - 100 * shares[kind])
    return {kind: n + (kind in rest[: 100 - sum(whole.values())]) for kind, n in whole.items()}


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
