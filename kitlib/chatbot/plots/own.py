"""Step own in pictures and words. Every word of the FAQ comes from strangers: each is shortened and escaped."""

from __future__ import annotations

from html import escape

from kitlib import ui

from ..data.template import as_csv
from ..model.own import MOST_QUESTIONS, Own, last, lesson, practice
from . import chat, own_lists
from .own_lists import SURE, base, shares

PREVIEW = 6
LONGEST = 90
ROWS = 8  # so many numbers of rows are named
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
    rows = sorted(set(problem.values.get("rows", ())) - {0})
    where = ", ".join(map(str, rows[:ROWS])) + (" …" if len(rows) > ROWS else "")
    told = " " + t.html("own.rows", n=len(rows), rows=where) if rows else ""
    return t.html(f"problem.{problem.code}", file=short(problem.file), **values) + told


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
    shown = ui.table(t("own.preview"), heads, rows, words=True, stack=True)
    opened = "" if state.result else " open"
    return f"<details{opened}><summary>{escape(t('own.preview'))}</summary>{shown}</details>"


def sample(state: Own, t: ui.Texts) -> str:
    """HTML: the shipped FAQ to take home, add to and load again; only while it is the one in use."""
    if state.origin != "example" or state.faq is None:
        return ""
    content = as_csv(state.faq, t.lang)
    link = ui.download(t("own.sample_save"), t("own.sample_name"), content, "text/csv;charset=utf-8")
    return f"<p>{link}</p><p>{escape(t('own.sample_how'))}</p>"


def result(state: Own, t: ui.Texts) -> str:
    """HTML: what became of the questions held back, beside the last time; what to do first; the curve; lists."""
    r = state.result
    if r is None:
        return ""
    parts = [f"<h3>{escape(t(_on(state)))}</h3>"]
    parts += [_measured(state, t) if r.measured else f"<p>{escape(t('own.not_measured'))}</p>"]
    return "".join([*parts, own_lists.todo(state, t), own_lists.curve(state, t), own_lists.details(state, t)])


def _on(state: Own) -> str:
    """Key of the heading: measured on what."""
    return "own.result_example" if state.origin == "example" else "own.result"


def _bases(state: Own) -> tuple[int, ...]:
    """Of how many now and, where there was one, in the measurement before."""
    now, before = last(state), state.before
    if before is None:
        return (base(now.measured),)
    return base(now.measured, before.measured), base(before.measured, now.measured)


def _measured(state: Own, t: ui.Texts) -> str:
    columns = [last(state), state.before][: len(bases := _bases(state))]
    heads = [t("own.what"), *(t(f"own.how_many{end}", of=of) for end, of in zip(("", "_before"), bases, strict=False))]
    values = zip(
        own_lists.OUTCOMES, *(shares(one.counts, of) for one, of in zip(columns, bases, strict=True)), strict=True
    )
    rows = [(t(f"own.of.{name}"), *(t("own.count", n=n) for n in found)) for name, *found in values]
    return ui.table(t(_on(state)), heads, rows)


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
    small += _alike(state, t)
    words = t("common.handed") if answer.hand_off else chat.shown(answer.text, t)
    badge = t("common.hand_off") if answer.hand_off else ""
    lines = [
        chat.Line("person", chat.shown(state.asked, t), name=t("common.you")),
        chat.Line("tool", words, tuple(small), badge, t("common.tool")),
    ]
    return chat.dialogue(lines, t("own.ask"))


def _alike(state: Own, t: ui.Texts) -> list[str]:
    """The question of the FAQ that speaks for the answer given; and a more similar one, if it leads elsewhere."""
    answer, asked = state.answer, state.result.bot.faq.questions
    named = lambda key, hit: t(key, question=short(asked[hit.question]))  # noqa: E731
    if answer.hand_off or state.near is None:
        return [named("own.nearest", answer.nearest[0])] if answer.nearest else []
    first = answer.nearest[0]
    other = [named("own.nearest_other", first)] if first.similarity > state.near.similarity else []
    return [named("own.nearest_own", state.near), *other]


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
    lines += [t("own.personal", n=len(state.personal))] if state.personal else []
    if not r.measured:
        return ui.Words("\n".join([*lines, t("own.not_measured")]))
    lines.append(t("own.measured", n=r.measured))
    lines += [t("own.single", n=r.single)] if r.single else []
    right, wrong, over = shares(r.counts)
    of = base(r.measured)
    lines.append(t("own.counts", of=of, right=right, wrong=wrong, over=over))
    lines += [_guessed(state.guess, right, of, t)] if state.guess is not None else []
    lines += [_compared(state, t)] if state.before else []
    lines += [t("own.few", n=r.measured)] if r.measured < SURE else []
    lines += [_lesson(t)] if state.origin == "example" else []
    return ui.Words("\n".join([*lines, t("own.beyond")]))


def _guessed(guess: int, right: int, of: int, t: ui.Texts) -> str:
    """The prediction, which is of 100, beside the measurement, which may be of fewer."""
    expected = guess * of / 100
    side = "close" if abs(expected - right) <= max(of / 20, 1) else "more" if right > expected else "fewer"
    if of == 100:
        return t(f"own.guess.{side}", guess=guess, measured=right)
    return t(f"own.guess_few.{side}", guess=guess, expected=expected, of=of, measured=right)


def _compared(state: Own, t: ui.Texts) -> str:
    """Both measurements said of the same number or, where one is small, both in plain counts."""
    before, (now_of, of) = state.before, _bases(state)
    now, right = shares(state.result.counts, now_of)[0], shares(before.counts, of)[0]
    values = {"questions": before.questions, "entries": before.entries}
    return t("own.compared", of=of, right=right, now=now, now_of=now_of, **values)


def _lesson(t: ui.Texts) -> str:
    return t("own.lesson", right=shares(lesson(t.lang))[0])


def facts(t: ui.Texts) -> ui.Words:
    """More wordings, more right answers: measured on the shipped FAQ."""
    shape = practice("en" if t.lang == "en" else "de")
    shares = [round(100 * shape.at(n)) for n in (1, 4, 16)]
    values = dict(zip(("one", "four", "sixteen"), shares, strict=True))
    return ui.Words(t("own.fact_wordings", n=shape.answers, **values) + "\n" + t("own.fact_limit"))
