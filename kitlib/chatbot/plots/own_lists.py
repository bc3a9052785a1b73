"""Counts and lists of step own: what to do first, the learning curve, and what is too alike, contradicting or thin."""

from __future__ import annotations

from html import escape

from kitlib import ui

from ..model.curve import Curve
from ..model.evaluate import Counts
from ..model.judge import ENOUGH, FEW, LEAST_MIXED, MOST, Result, Todo
from ..model.own import Detail, Own
from . import chat

OUTCOMES = ("answered_right", "answered_wrong", "handed_over")
NAMED = 3
LONGEST = 70
SURE = 50
"""Fewer questions measured: one more or less right changes the result by more than two of 100."""
PERSONAL = 100
"""So many texts with personal details are named."""
RISES = 0.03
"""Share that the last step of the curve has to add for it to be said to rise still."""


def _short(text: str, longest: int = LONGEST) -> str:
    text = " ".join(chat.readable(text[: 4 * longest]).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _named(result: Result, entry: int) -> str:
    """An answer by its first question, which is shorter and better known than the answer."""
    asked = result.faq.questions_of(entry)
    return _short(asked[0] if asked else result.faq.entries[entry].answer)


def base(measured: int, other: int = ENOUGH) -> int:
    """What counts are said of: 100, or the questions themselves where they (or those beside them) are too few."""
    return 100 if min(measured, other) >= ENOUGH else measured


def shares(counts: Counts, of: int | None = None) -> tuple[int, ...]:
    """Answered right, answered wrong and handed over, of `of` (else `base`), as they are read."""
    return counts.shown(of or base(sum(counts)))


def todo(state: Own, t: ui.Texts) -> str:
    """HTML: what to do first, by what it may bring."""
    r = state.result
    lines = [f"<li>{_task(one, r, t)}</li>" for one in r.todo]
    clash = any(one.kind == "contradiction" for one in r.todo)
    said = t("own.todo_help_clash" if clash else "own.todo_help") if lines else t("own.todo_none", least=LEAST_MIXED)
    listed = f"<ol>{''.join(lines)}</ol>" if lines else ""
    return f"<h3>{escape(t('own.todo'))}</h3>{listed}<p>{escape(said)}</p>"


def _task(one: Todo, r: Result, t: ui.Texts) -> str:
    gain = escape(_gain(one, r, t))
    if one.kind == "contradiction":
        quoted = (words.removesuffix(".") for words in _both(r, one.entries))  # within a sentence that has a stop
        both = dict(zip(("one", "other"), quoted, strict=True))
        return t.html("own.todo_contradiction", **both)
    if one.kind in ("alike", "apart"):
        names = {"one": _named(r, one.entries[0]), "other": _named(r, one.entries[1])}
        mixed = t.html("own.todo_mixed", count=one.count, asked=one.asked, **names)
        return f"{mixed} {escape(t(f'own.todo_{one.kind}'))} {gain}"
    first = list(dict.fromkeys(_named(r, entry) for entry in one.entries))[:NAMED]  # answers may share a question
    quoted = ", ".join(t("own.quoted", text=name) for name in first)
    return t.html("own.todo_wordings", n=len(one.entries), least=FEW, first=quoted) + f" {gain}"


def _gain(one: Todo, r: Result, t: ui.Texts) -> str:
    """What it may bring at most; nothing where that is unknown or none."""
    if not one.gain > 0:  # also nan
        return ""
    if r.measured < ENOUGH:
        return t("own.gain_count", n=one.count, of=r.measured)
    whole = one.gain >= 0.95
    return t("own.gain" if whole else "own.gain_small", value=round(one.gain) if whole else one.gain)


def curve(state: Own, t: ui.Texts) -> str:
    """HTML: how the share of right answers grows with the number of wordings."""
    c = state.result.curve
    head = f"<h3>{escape(t('own.curve'))}</h3>"
    if c is None or len(c.wordings) < 2:
        return head + f"<p>{escape(t('own.curve_none'))}</p>"
    drawn = ui.Chart((min(c.wordings) - 0.3, c.most + 0.3), (0, 1), size=(420, 300))
    percent = lambda v: t("own.share", value=float(v))  # noqa: E731
    drawn.axes(t("own.axis_x"), t("own.axis_y"), c.wordings, (0, 0.25, 0.5, 0.75, 1), str, percent)
    drawn.line(c.wordings, c.shares).dots(c.wordings, c.shares)
    steps = "; ".join(t("own.point", n=n, value=share) for n, share in zip(c.wordings, c.shares, strict=True))
    said = "own.curve_few" if state.result.measured < SURE else "own.curve_rises" if _rises(c) else "own.curve_flat"
    alt = t("own.curve_alt", steps=steps, n=c.asked, answers=c.answers)
    how = t("own.curve_how", answers=c.answers, times=c.asked // c.answers)
    return f"{head}{ui.image(str(drawn), alt)}<p>{escape(t(said, n=c.most))} {escape(how)}</p>"


def _rises(shape: Curve) -> bool:
    return shape.shares[-1] - shape.shares[-2] >= RISES


def details(state: Own, t: ui.Texts) -> str:
    """HTML: folded lists, each with how many there are."""
    r = state.result
    entry = lambda n: _named(r, n)  # noqa: E731
    lists = {
        "confused": [(entry(c.one), entry(c.other), t("own.count_of", n=c.count, of=c.asked)) for c in r.confusions],
        "similar": [(_answer(r, s.one), _answer(r, s.other), t("own.share", value=s.similarity)) for s in r.similar],
        "clash": [(_short(c.question), *_both(r, c.entries)) for c in r.contradictions[:MOST]],
        "few": [
            (entry(n), t("own.count", n=int(r.wordings[n]))) for n in sorted(r.few, key=lambda n: r.wordings[n])[:MOST]
        ],
        "personal": [_detail(r, one, t) for one in state.personal[:PERSONAL]],
    }
    found = {"clash": len(r.contradictions), "few": len(r.few), "personal": len(state.personal)}
    shown = [_folded(name, rows, found.get(name, len(rows)), t) for name, rows in lists.items()]
    return f"{''.join(shown)}<p>{escape(t('own.same_words'))}</p>"


def _detail(r: Result, one: Detail, t: ui.Texts) -> tuple[str, str, str]:
    """Where it is, in which text, and what was found."""
    text = r.faq.questions[one.number] if one.kind == "question" else r.faq.entries[one.number].answer
    return _short(text), t(f"own.in.{one.kind}"), _short("; ".join(one.found))


def _answer(r: Result, entry: int) -> str:
    return _short(r.faq.entries[entry].answer)


def _both(r: Result, entries: tuple[int, ...]) -> tuple[str, str]:
    return _answer(r, entries[0]), _answer(r, entries[1])


def _folded(name: str, rows: list[tuple], count: int, t: ui.Texts) -> str:
    summary = escape(t(f"own.list.{name}", n=count, shown=len(rows)))
    if not rows:
        return f"<p>{summary}</p>"
    heads = [t(f"own.head.{name}_{i}") for i in range(len(rows[0]))]
    shown = ui.table(t(f"own.list.{name}", n=count), heads, rows, words=True, stack=True)
    if len(rows) > MOST:
        shown = f'<div class="kit-scroll-list" tabindex="0">{shown}</div>'
    more = f"<p>{escape(t('own.shown', shown=len(rows), of=count))}</p>" if count > len(rows) else ""
    return f"<details><summary>{summary}</summary>{shown}{more}</details>"
