"""Step own in pictures and words. Every word of the FAQ comes from strangers: each is shortened and escaped."""

from __future__ import annotations

from html import escape

from kitlib import ui

from ..model.own import MOST_QUESTIONS, Own, practice
from . import chat, own_lists

PREVIEW = 6
LONGEST = 90
SURE = 50
"""Fewer questions measured: one more or less right changes the result by more than two of 100."""
MANY = 5  # notes from which on the list scrolls


def short(text: str, longest: int = LONGEST) -> str:
    """A text for a table or a sentence: one line, printable, not too long."""
    text = " ".join(chat.readable(text[: 4 * longest]).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def limits(t: ui.Texts, megabytes: int) -> str:
    """HTML: what is read, how it may look, and what happens beyond."""
    lines = [t("own.limit.file", size=megabytes), t("own.limit.columns"), t("own.limit.wordings")]
    lines.append(t("own.limit.rows", n=MOST_QUESTIONS))
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<details><summary>{escape(t('own.limits'))}</summary><ul>{items}</ul></details>"


def problems(found, t: ui.Texts) -> str:
    """HTML: one plain sentence for each thing that was noticed; long lists scroll."""
    if not found:
        return ""
    lines = "".join(f"<li>{sentence(problem, t)}</li>" for problem in found)
    scrolls = ' class="kit-scroll-list" tabindex="0"' if len(found) >= MANY else ""
    head = escape(t("own.problems", n=len(found)))
    return f'<details class="kit-hint" open><summary>{head}</summary><ul{scrolls}>{lines}</ul></details>'


def sentence(problem, t: ui.Texts) -> str:
    """HTML: a problem in plain words; names of files and columns come from strangers too."""
    values = {name: short(v, 300) if isinstance(v, str) else v for name, v in problem.values.items()}
    return t.html(f"problem.{problem.code}", file=short(problem.file), **values)


def preview(state: Own, t: ui.Texts) -> str:
    """HTML: the first answers with a question each, as the search gets them; folded once they were checked."""
    if state.faq is None:
        return ""
    faq, rows = state.faq, []
    for n, entry in enumerate(faq.entries[:PREVIEW]):
        asked = faq.questions_of(n)
        first = short(asked[0]) if asked else "–"
        rows.append((first, short(entry.answer), short(entry.topic, 40) or "–", t("own.count", n=len(asked))))
    heads = [t(f"own.{name}") for name in ("question", "answer_column", "topic", "wordings")]
    shown = own_lists.left(ui.table(t("own.preview"), heads, rows))
    opened = "" if state.result else " open"
    return f"<details{opened}><summary>{escape(t('own.preview'))}</summary>{shown}</details>"


def result(state: Own, t: ui.Texts) -> str:
    """HTML: of 100 questions held back; what to do first; the learning curve; lists to look into."""
    r = state.result
    if r is None:
        return ""
    parts = [f"<h3>{escape(t('own.result'))}</h3>"]
    if r.measured:
        rows = [(t(f"own.of.{name}"), t("own.of_100", value=100 * r.share(name))) for name in own_lists.OUTCOMES]
        parts += [ui.table(t("own.result"), [t("own.what"), t("own.how_many")], rows)]
    else:
        parts += [f"<p>{escape(t('own.not_measured'))}</p>"]
    return "".join([*parts, own_lists.todo(state, t), own_lists.curve(state, t), own_lists.details(state, t)])


def answered(state: Own, t: ui.Texts) -> str:
    """HTML: what was typed, and what the FAQ answers."""
    if state.answer is None:
        return ""
    answer, bot = state.answer, state.result.bot
    if answer.hand_off:
        small = [t("common.below", value=answer.confidence, threshold=bot.threshold)]
    else:
        source = t("common.source", source=short(answer.source)) if answer.source else t("common.no_source")
        small = [source, t("common.confidence", value=answer.confidence)]
    if answer.nearest:
        small.append(t("own.nearest", question=short(bot.faq.questions[answer.nearest[0].question])))
    words = t("common.handed") if answer.hand_off else chat.shown(answer.text, t)
    badge = t("common.hand_off") if answer.hand_off else ""
    lines = [
        chat.Line("person", chat.shown(state.asked, t), name=t("common.you")),
        chat.Line("tool", words, tuple(small), badge, t("common.tool")),
    ]
    return chat.dialogue(lines, t("own.ask"))


def describe(state: Own, t: ui.Texts) -> ui.Words:
    if state.faq is None:
        return ui.Words("")
    faq, r = state.faq, state.result
    lines = [t("own.read", questions=len(faq), entries=len(faq.entries), each=len(faq) / len(faq.entries))]
    if r is None:
        return ui.Words("\n".join(lines))
    if len(r.faq) < len(faq):
        answers = {"entries": len(r.faq.entries), "entries_of": len(faq.entries)}
        lines.append(t("own.sampled", used=len(r.faq), of=len(faq), **answers))
    if state.personal:
        lines.append(t("own.personal", n=state.personal))
    if not r.measured:
        return ui.Words("\n".join([*lines, t("own.not_measured")]))
    right, wrong, over = (round(100 * r.share(name)) for name in own_lists.OUTCOMES)
    lines += [t("own.measured", n=r.measured), t("own.counts", right=right, wrong=wrong, over=over)]
    if state.guess is not None:
        side = "close" if abs(state.guess - right) <= 5 else "more" if right > state.guess else "fewer"
        lines.append(t(f"own.guess.{side}", guess=state.guess, measured=right))
    lines += [t("own.few", n=r.measured)] if r.measured < SURE else []
    lines += [t("own.single", n=r.single)] if r.single else []
    return ui.Words("\n".join([*lines, t("own.beyond")]))


def facts(t: ui.Texts) -> ui.Words:
    """More wordings, more right answers: measured on the shipped FAQ."""
    shape = practice("en" if t.lang == "en" else "de")
    shares = [round(100 * shape.at(n)) for n in (1, 4, 16)]
    values = dict(zip(("one", "four", "sixteen"), shares, strict=True))
    return ui.Words(t("own.fact_wordings", n=shape.answers, **values) + "\n" + t("own.fact_limit"))
