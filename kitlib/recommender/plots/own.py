"""Step 9 in pictures and words. Names of articles come from strangers: each is shortened and escaped."""

from __future__ import annotations

import re
from html import escape

import numpy as np

from kitlib import ui

from ..model.own import MOST_ITEMS, MOST_ROWS, Own, Waiting, recommended
from . import enough
from .goods import style

PREVIEW = 8
LONGEST = 60
CODES = "pseudonymised"
MANY = 5  # notes from which on the list scrolls; on a phone a single one is taller than a scrolling list


def short(name: str, longest: int = LONGEST) -> str:
    """A name for the page: one line, printable, not too long."""
    name = " ".join("".join(c if c.isprintable() else " " for c in name[: 4 * longest]).split())
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"


def limits(t: ui.Texts, megabytes: int) -> str:
    """HTML: what is read, how much of it, and what happens beyond."""
    lines = ("own.limit.file", "own.limit.columns", "own.limit.rows")
    values = {"rows": MOST_ROWS, "items": MOST_ITEMS, "size": megabytes}
    items = "".join(f"<li>{escape(t(key, **values))}</li>" for key in lines)
    return f"<details><summary>{escape(t('own.limits'))}</summary><ul>{items}</ul></details>"


def problems(found, t: ui.Texts) -> str:
    """HTML: one plain sentence for each thing that was noticed; long lists scroll. What codes are is said elsewhere."""
    lines = [f"<li>{sentence(problem, t)}</li>" for problem in found if problem.code != CODES]
    if not lines:
        return ""
    head = escape(t("own.problems", n=len(lines)))
    scrolls = ' class="kit-scroll-list" tabindex="0"' if len(lines) >= MANY else ""
    listed = f"<ul{scrolls}>{''.join(lines)}</ul>"
    return f'<details class="kit-hint" open><summary>{head}</summary>{listed}</details>'


def sentence(problem, t: ui.Texts) -> str:
    """HTML: a problem in plain words; names of columns come from strangers too."""
    values = {name: short(v, 300) if isinstance(v, str) else v for name, v in problem.values.items()}
    return one_stop(t.html(f"problem.{problem.code}", file=short(problem.file), **values))


def one_stop(words: str) -> str:
    """A quotation that ends with a full stop ends the sentence too: no second one behind the quotation marks."""
    return re.sub(r"([.!?…])([“”])\.", r"\1\2", words)


def asked(waiting: Waiting | None, t: ui.Texts) -> str:
    """HTML: why the columns are asked for, and that nothing is lost."""
    return f"<p>{sentence(waiting.problem, t)}</p><p>{escape(t('own.ask_help'))}</p>" if waiting else ""


def preview(state: Own, t: ui.Texts) -> str:
    """HTML: the first rows as the model gets them."""
    if state.purchases is None:
        return ""
    p = state.purchases
    rows = []
    for i in range(min(PREVIEW, len(p))):
        cells = [p.customers[p.customer[i]], short(p.items[p.item[i]])]
        rows.append((*cells, _day(p.date[i], t)) if p.date is not None else tuple(cells))
    heads = [t("own.person"), t("own.item"), t("own.day")][: 2 + (p.date is not None)]
    shown = ui.table(t("own.preview"), heads, rows)
    shown = f'{enough.STYLE}<div class="own-table own-rows">{shown}</div>'
    return f"<h3>{escape(t('own.preview'))}</h3>{shown}<p>{_codes(state, t)}</p>"


def _codes(state: Own, t: ui.Texts) -> str:
    """HTML: that there are codes instead of names, and what this protects and what not."""
    told = [p for p in state.purchases.problems if p.code == CODES]
    return sentence(told[0], t) if told else escape(t(f"own.codes.{state.origin}"))


def _day(date: np.datetime64, t: ui.Texts) -> str:
    return "–" if np.isnat(date) else t("own.date", value=date.item())


def tried(state: Own, t: ui.Texts) -> str:
    """HTML: the ten places of the person chosen, with the purchases that raised each of them."""
    if state.model is None or state.person is None:
        return ""
    names, cells = state.model.items, []
    for number, place in enumerate(recommended(state), 1):
        mark = "own.taken" if place.item == state.out else "own.new" if place.new else ""
        mark = f'<em class="shop-mark">{escape(t(mark))}</em> ' if mark else ""
        because = ", ".join(t("own.quoted", name=short(names[i], 40)) for i in place.reasons)
        line = t("own.because", names=because) if because else t("own.popular")
        cells.append(
            f"<li><span>{mark}<strong>{number}. {escape(short(names[place.item]))}</strong>"
            f'<span class="shop-line">{escape(line)}</span></span></li>'
        )
    return f'{style()}<ol class="shop-list">{"".join(cells)}</ol>'


def describe(state: Own, t: ui.Texts) -> ui.Words:
    if state.purchases is None:
        return ui.Words("")
    lines = [_read_words(state, t)]
    if state.result is not None:
        lines += enough.words(state, t)
    if state.out is not None:
        place = [p.item for p in recommended(state)]
        found = state.out in place
        values = {"name": short(state.model.items[state.out]), "place": place.index(state.out) + 1 if found else 0}
        lines += [t("own.back" if found else "own.not_back", **values), t("own.stricter")]
    return ui.Words(one_stop("\n".join(lines)))


def _read_words(state: Own, t: ui.Texts) -> str:
    p = state.purchases
    values = {"rows": len(p), "people": len(np.unique(p.customer)), "items": len(np.unique(p.item))}
    dated = np.zeros(0) if p.date is None else p.date[~np.isnat(p.date)]
    if not len(dated):
        return t("own.read", **values)
    return t("own.read_dated", first=dated.min().item(), last=dated.max().item(), **values)
