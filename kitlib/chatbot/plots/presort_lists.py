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
    """HTML: the mail to sort; after the last one all five beside label and program."""
    done = len(state.hand)
    if done == FIVE:
        return compared(state, t)
    mail = mails(state.lang)[model.five(state.lang)[done]]
    head = escape(t("presort.hand_head", n=done + 1, total=FIVE))
    subject = escape(t("presort.subject", subject=mail.subject))
    text = f'<p class="sort-text">{escape(mail.text)}</p>'
    return f'<h3>{head}</h3><div class="sort-mail"><span class="sort-subject">{subject}</span>{text}</div>'


def compared(state: Presort, t: ui.Texts) -> str:
    """HTML: the sorted mails, each as the learner, the label and the program have it."""
    cells = []
    for number, put in zip(model.five(state.lang), state.hand, strict=False):
        mail = mails(state.lang)[number]
        values = {"you": department(put, t), "label": homes(mail, t), "program": stated(state, number, t)}
        lines = "".join(_line(t(f"presort.by.{name}", words=words)) for name, words in values.items())
        cells.append(f'<li><span class="sort-subject">{escape(mail.subject)}</span>{lines}</li>')
    return f'<ol class="sort-list" aria-label="{escape(t("presort.hand_list"))}">{"".join(cells)}</ol>'


def stated(state: Presort, number: int, t: ui.Texts) -> str:
    """The department the program assigns, with its stated confidence."""
    name = department(sort.assigned(state.lang, number), t)
    return t("presort.stated", department=name, value=float(sort.everything(state.lang).confidence[number]))


def _line(words: str, css: str = "") -> str:
    return f'<span class="sort-line{css}">{escape(words)}</span>'


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
    mail = mails(state.lang)[number]
    lines = [_line(t("presort.by.program", words=stated(state, number, t)))]
    lines.append(_line(t(f"presort.mark.{key}"), " sort-mark"))
    if state.told:
        lines.append(_line(truth(state, number, t)))
    text = f'<p class="sort-text">{escape(mail.text)}</p>'
    more = f"<details><summary>{escape(t('presort.read'))}</summary>{text}</details>"
    css = "sort-sent" if key == "sent" else "sort-person"
    return f'<li class="{css}"><span class="sort-subject">{escape(mail.subject)}</span>{"".join(lines)}{more}</li>'


def urgent(state: Presort, t: ui.Texts) -> str:
    """HTML: a table of the urgent mails and what becomes of each."""
    given = sort.delivered(state.lang, state.band, state.words)
    flagged, verdict = sort.flagged(state.lang, state.words), sort.everything(state.lang).verdict
    rows = []
    for number, mail in enumerate(mails(state.lang)):
        if mail.urgent:
            sent = ("right", "half", "wrong")[verdict[number]]
            key = sent if given[number] else "word" if flagged[number] else "person"
            rows.append((mail.subject, t(f"presort.fate.{key}")))
    heads = [t(f"presort.column.{name}") for name in ("mail", "fate")]
    return ui.table(t("presort.urgent_table"), heads, rows, words=True, stack=True)


def truth(state: Presort, number: int, t: ui.Texts) -> str:
    """Where a mail belongs, and whether the program is right."""
    mail = mails(state.lang)[number]
    verdict = ("right", "half", "wrong")[sort.everything(state.lang).verdict[number]]
    return t(f"presort.truth.{verdict}", homes=homes(mail, t)) + (t("presort.is_urgent") if mail.urgent else "")
