"""Mails as the learner sees them: one to sort by hand, those of the inbox, and what five sorted mails say."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from kitlib import ui

from ..data.mails import Mail, mails
from ..model import presort as model
from ..model import presort_sorted as sort
from ..model.presort import FIVE, Presort

CSS = Path(__file__).with_name("presort.css")


@lru_cache(maxsize=1)
def style() -> str:
    """HTML: the look of mails. Once, first in the body of the experiment."""
    return f"<style>{CSS.read_text('utf-8')}</style>"


def department(key: str, t: ui.Texts) -> str:
    return t(f"presort.department.{key}")


def homes(mail: Mail, t: ui.Texts) -> str:
    """Where a mail belongs, in words."""
    names = [department(key, t) for key in mail.homes]
    return t("presort.both", one=names[0], other=names[1]) if len(names) > 1 else names[0]


def by_hand(state: Presort, t: ui.Texts) -> str:
    """HTML: the mail to sort; after the last one all five with what was said of them."""
    done = len(state.hand)
    if done == FIVE:
        return compared(state, t)
    mail = mails(state.lang)[model.five(state.lang)[done]]
    head = escape(t("presort.hand_head", n=done + 1, total=FIVE))
    subject = escape(t("presort.subject", subject=mail.subject))
    text = f'<p class="sort-text">{escape(mail.text)}</p>'
    return f'<h3>{head}</h3><div class="sort-mail"><span class="sort-subject">{subject}</span>{text}</div>'


def compared(state: Presort, t: ui.Texts) -> str:
    """HTML: a table of the sorted mails: the learner, the label, the program."""
    rows = []
    for number, put in zip(model.five(state.lang), state.hand, strict=False):
        mail = mails(state.lang)[number]
        stated = t("presort.stated", department=department(sort.assigned(state.lang, number), t),
                   value=float(sort.everything(state.lang).confidence[number]))  # fmt: skip
        rows.append((mail.subject, department(put, t), homes(mail, t), stated))
    heads = [t(f"presort.column.{name}") for name in ("mail", "you", "label", "program")]
    return ui.table(t("presort.hand_table"), heads, rows)


def inbox(state: Presort, t: ui.Texts) -> str:
    """HTML: the mails of the page, each with department, stated confidence and check mark."""
    given = sort.delivered(state.lang, state.band, state.words)
    flagged = sort.flagged(state.lang, state.words)
    cells = []
    for number in model.page(state):
        key = "sent" if given[number] else "word" if flagged[number] else "person"
        cells.append(_cell(state, number, key, t))
    return f'<ul class="sort-list" aria-label="{escape(t("presort.inbox"))}">{"".join(cells)}</ul>'


def _cell(state: Presort, number: int, key: str, t: ui.Texts) -> str:
    mail, found = mails(state.lang)[number], sort.everything(state.lang)
    stated = t("presort.stated", department=department(sort.assigned(state.lang, number), t),
               value=float(found.confidence[number]))  # fmt: skip
    lines = [f'<span class="sort-line">{escape(t("presort.program", stated=stated))}</span>']
    lines.append(f'<span class="sort-line sort-mark">{escape(t(f"presort.mark.{key}"))}</span>')
    if state.told:
        lines.append(f'<span class="sort-line">{escape(truth(state, number, t))}</span>')
    text = f'<p class="sort-text">{escape(mail.text)}</p>'
    more = f"<details><summary>{escape(t('presort.read'))}</summary>{text}</details>"
    css = "sort-sent" if key == "sent" else "sort-person"
    return f'<li class="{css}"><span class="sort-subject">{escape(mail.subject)}</span>{"".join(lines)}{more}</li>'


def truth(state: Presort, number: int, t: ui.Texts) -> str:
    """Where a mail belongs, and whether the program is right."""
    mail = mails(state.lang)[number]
    verdict = ("right", "half", "wrong")[sort.everything(state.lang).verdict[number]]
    return t(f"presort.truth.{verdict}", homes=homes(mail, t)) + (t("presort.is_urgent") if mail.urgent else "")
