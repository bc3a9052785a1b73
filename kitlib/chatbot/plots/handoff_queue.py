"""The queue as the learner sees it: one question, three suggestions, and at the end what each decision was worth."""

from __future__ import annotations

from html import escape

from kitlib import ui

from ..data.corpus import corpus
from ..data.faq import Entry
from ..model import handoff_queue as model
from ..model.handoff import Decision, Handoff
from ..model.handoff_queue import WRONG, Case
from . import chat

LETTERS = "ABC"
SIGNS = {"skip": "–"} | dict.fromkeys(("right", "new", "own", "noted"), "✓") | dict.fromkeys(WRONG, "✗")


def case(state: Handoff, t: ui.Texts) -> str:
    """HTML: the question on show; at the end of the queue what is true of all of them."""
    waiting = model.waiting(state)
    if waiting is None:
        return review(state, t)
    total = len(model.queue(state))
    head = t("handoff.waiting", n=len(state.done) + 1, total=total)
    line = t("common.below", value=waiting.confidence, threshold=state.drawn)
    asked = chat.dialogue([chat.Line("person", waiting.text, (line,), name=t("handoff.customer"))], t("common.chat"))
    return f"<h3>{escape(head)}</h3>{asked}"


def suggestions(state: Handoff, t: ui.Texts) -> str:
    """HTML: the three entries suggested for the question on show."""
    waiting = model.waiting(state)
    if waiting is None or state.writing:
        return ""
    entries = [corpus(state.lang).faq.entries[number] for number in waiting.suggested]
    names = [t("handoff.suggestion", letter=letter) for letter in LETTERS[: len(entries)]]
    return _cards([(name, entry) for name, entry in zip(names, entries, strict=True)], t)


def draft(state: Handoff, t: ui.Texts) -> str:
    """HTML: the prepared entry for the gap on show; "" where there is none."""
    waiting = model.waiting(state)
    if waiting is None or not state.writing or waiting.kind != "gap":
        return ""
    gap = corpus(state.lang).gaps[waiting.entry]
    return _cards([(t("handoff.draft", n=len(gap.wordings)), gap.entry)], t)


def _cards(cards: list[tuple[str, Entry]], t: ui.Texts) -> str:
    cells = "".join(
        f'<li><span class="chat-name">{escape(name)}</span><p class="chat-text">{escape(entry.answer)}</p>'
        f'<span class="chat-small">{escape(t("common.topic", topic=entry.topic))}</span>'
        f'<span class="chat-small">{escape(t("common.source", source=entry.source))}</span></li>'
        for name, entry in cards
    )
    return f'<ul class="chat-pair">{cells}</ul>'


def review(state: Handoff, t: ui.Texts) -> str:
    """HTML: each question with the decision and what it was worth."""
    queue = model.queue(state)
    if not queue:
        return f"<p>{escape(t('handoff.empty'))}</p>"
    cells = []
    for one, decision, verdict in zip(queue, state.done, model.verdicts(state), strict=False):
        told = t(f"handoff.verdict.{verdict}") + _right(state, one, verdict, t)
        made = escape(t("handoff.made", decision=decided(one, decision, t)))
        cells.append(
            f'<li><p class="chat-text"><strong>{SIGNS[verdict]} {escape(one.text)}</strong></p>'
            f'<span class="chat-small">{made}</span><span class="chat-small">{escape(told)}</span></li>'
        )
    return f"<h3>{escape(t('handoff.head.review'))}</h3><ol>{''.join(cells)}</ol>"


def _right(state: Handoff, one: Case, verdict: str, t: ui.Texts) -> str:
    """Where the answer is, for known questions that did not get there."""
    if one.kind != "known" or verdict == "right":
        return ""
    return " " + t("handoff.is_there", answer=corpus(state.lang).faq.entries[one.entry].answer)


def decided(one: Case, decision: Decision, t: ui.Texts) -> str:
    """A decision in words; what was typed is cut short, and is for the caller to escape."""
    if decision.kind == "entry":
        return t("handoff.decided.entry", letter=LETTERS[one.suggested.index(decision.entry)])
    if decision.kind == "own":
        return t("handoff.decided.own", text=chat.shown(decision.text, t, 120))
    return t(f"handoff.decided.{decision.kind}")


def describe(state: Handoff, t: ui.Texts) -> ui.Words:
    queue, done = model.queue(state), state.done
    if not queue:
        return ui.Words(t("handoff.empty"))
    lines = [t("handoff.progress", n=min(len(done), len(queue)), total=len(queue))]
    if len(done) >= len(queue):
        verdicts = model.verdicts(state)
        wrong, skipped = sum(one in WRONG for one in verdicts), verdicts.count("skip")
        lines.append(t("handoff.worth", right=len(verdicts) - wrong - skipped, wrong=wrong, skipped=skipped))
        lines.append(t("handoff.next_part", undo=t("ui.undo")))
    elif done:
        lines.append(t("handoff.just", decision=decided(queue[len(done) - 1], done[-1], t)))
    return ui.Words("\n".join(lines))
