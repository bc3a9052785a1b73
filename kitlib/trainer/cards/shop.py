"""Recommending by hand: twelve customers with five purchases each; what did each of them buy next?"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kitlib import recommender, ui
from kitlib.recommender.data.shop import icon

from .. import raster
from ..brand import Brand
from . import dozen, paper

BLANK = 12
"""Cards for new people and for fakes: one more sheet of the same size."""
ROW = "#grid(columns: (6mm, 9mm, 1fr), column-gutter: 1.5mm, align: left + horizon, {cells})"


def build(lang: str, brand: Brand, target: Path, seed: int = dozen.SEED) -> Path:
    t, found = paper.texts(lang), dozen.drawn(seed)
    names = [recommender.shop().names(lang)[i] for i in found.articles]
    parts = [paper.cards(_people(found, names, t), 3, "57mm", t("shop.cards"), "left + top")]
    parts += ["#pagebreak()\n", paper.cards([_blank(t)] * BLANK, 3, "57mm", t("shop.blanks"), "left + top")]
    parts += [_counting(names, t), _solution(found, names, t)]
    files = {f"{letter}.svg": _icon(i) for letter, i in zip(paper.LETTERS, found.articles, strict=True)}
    return paper.write("".join(parts), lang, brand, target, t("shop.title"), t("shop.lead"), files)


def _icon(article: int) -> bytes:
    return raster.own_letters(icon(recommender.shop().articles["icon"][article]).encode())


def _people(found: dozen.Dozen, names: list[str], t: ui.Texts) -> list[str]:
    made = []
    for number, bought in enumerate(found.bought, 1):
        rows = "".join(_row(paper.LETTERS[i], names[i]) for i in np.flatnonzero(bought))
        made.append(_card(t("shop.card", number=number), rows))
    return made


def _row(letter: str, name: str) -> str:
    # A picture needs words to be printed; there are none but the name beside it.
    cells = f"[*{paper.text(letter)}*], [{paper.image(f'{letter}.svg', name)}], [{paper.text(name)}]"
    return f"#block(height: 8mm, spacing: 0.9mm)[{ROW.format(cells=cells)}]"


def _blank(t: ui.Texts) -> str:
    line = '#block(height: 8mm, spacing: 0.9mm, width: 100%, stroke: (bottom: 0.5pt + rgb("#9fb0bd")))[]'
    return _card(t("shop.blank"), line * dozen.SHOWN)


def _card(title: str, rows: str) -> str:
    return f"#text(size: 12pt)[*{paper.text(title)}*]#v(1.5mm)#set text(size: 11pt);#set par(leading: 0.35em);{rows}"


def _counting(names: list[str], t: ui.Texts) -> str:
    """A page: articles by articles, what one has with itself is shaded, how many cards have it at the right."""
    n, steps = len(names), "".join(f"[{paper.text(t(f'shop.step{k}'))}], " for k in range(1, 5))
    head = f"[{paper.text(t('shop.article'))}], " + "".join(f"[{letter}], " for letter in paper.LETTERS[:n])
    body = ""
    for i, name in enumerate(names):
        body += f"[{_line(paper.LETTERS[i], name)}], " + "".join(
            'table.cell(fill: rgb("#d5dde3"))[], ' if i == j else "[], " for j in range(n + 1)
        )
    foot = f"[*{paper.text(t('shop.sum'))}*], " + "[], " * (n + 1)
    table = (
        f'#[#set table(stroke: 0.5pt + rgb("#9fb0bd"), inset: (x: 1.5pt, y: 1pt));\n'
        f"#table(columns: (45mm,) + (6.15mm,) * {n} + (1fr,), rows: (8mm,) + (9.6mm,) * {n + 1}, "
        f"align: (x, y) => if x == 0 {{ left + horizon }} else {{ center + horizon }}, "
        f"table.header({head}[{paper.text(t('shop.cards_with'))}]), {body}{foot})]\n"
    )
    return f"#pagebreak()\n= {paper.text(t('shop.counting'))}\n#enum({steps})\n{table}"


def _line(letter: str, name: str) -> str:
    return (
        f"#grid(columns: (4mm, 6.5mm, 1fr), column-gutter: 1mm, align: left + horizon, [*{letter}*], "
        f"[{paper.image(f'{letter}.svg', name)}], [#text(size: 9pt)[{paper.text(name)}]])"
    )


def _solution(found: dozen.Dozen, names: list[str], t: ui.Texts) -> str:
    ways = [way(found) for way in (dozen.by_hand, dozen.bestsellers, dozen.model)]
    rows = []
    for number, next_one in enumerate(found.hidden):
        lists = [_marked(way[number], next_one) for way in ways]
        rows.append((str(number + 1), f"{paper.LETTERS[next_one]} {names[next_one]}", *lists))
    counts = [int(dozen.right(way, found).sum()) for way in ways]
    rows.append((t("shop.hits"), "", *(t("shop.of", n=n, all=dozen.PEOPLE) for n in counts)))
    heads = [t(f"shop.{key}") for key in ("person", "next", "by_hand", "bestsellers", "model")]
    table = paper.solution(t("cards.solution"), t("shop.solution"), heads, rows)
    return f"{table}\n{paper.text(t('shop.measured'))}\n\n{paper.text(t('shop.chosen'))}\n"


def _marked(places: np.ndarray, right: int) -> str:
    return "  ".join(f"{paper.LETTERS[i]} ✓" if i == right else paper.LETTERS[i] for i in places)
