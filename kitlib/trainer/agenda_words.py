"""An agenda in words: lines for the terminal, markdown for print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kitlib import ui

from .agenda import ANSWERING, Agenda, Entry, Warning, clock

PROMPTS = 3
"""Lines that help to lead a talk."""
TEXTS = Path(__file__).with_name("texts.toml")


def texts(lang: str) -> ui.Texts:
    return ui.Texts(TEXTS, lang=lang)


def lines(agenda: Agenda, t: ui.Texts) -> Iterator[str]:
    """The agenda line by line: what stands on the left is as wide in all lines."""
    yield from (line for line in (agenda.plan.title[t.lang], for_whom(agenda, t)) if line)
    for number, entries in enumerate(agenda.days, 1):
        yield from ("", day(agenda, number, t))
        for entry in entries:
            yield f"  {clock(entry.start)}  {t('agenda.minutes', n=entry.point.minutes):>11}  {what(entry, t)}"
        yield f"  {clock(entries[-1].end)}  {'':>11}  {t('agenda.end')}"
    yield from ("", t("agenda.material"), *(f"  - {one}" for one in material(agenda, t)))
    for heading, said in prompts(agenda, t):
        yield from ("", heading, *(f"  - {one}" for one in said))
    found = warnings(agenda, t)
    yield from ("", t("agenda.warnings"), *(f"  ! {one}" for one in found)) if found else ("", t("agenda.fine"))


def markdown(agenda: Agenda, t: ui.Texts) -> str:
    """The agenda as markdown with a table for each day."""
    parts = [for_whom(agenda, t)]
    heads = [t("agenda.clock"), t("agenda.length"), t("agenda.what")]
    for number, entries in enumerate(agenda.days, 1):
        rows = [(clock(e.start), t("agenda.minutes", n=e.point.minutes), what(e, t)) for e in entries]
        rows += [(clock(entries[-1].end), "\u00a0", t("agenda.end"))]  # an empty cell would be one to fill in
        rule = [":" + "-" * width for width in (9, 12, 70)]  # so that the table fills the page
        table = [heads, rule, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
        parts += [f"# {day(agenda, number, t)}", "\n".join(f"| {' | '.join(row)} |" for row in table)]
    parts += [f"# {t('agenda.material')}", "\n".join(f"- {one}" for one in material(agenda, t))]
    parts += [f"# {heading}\n\n" + "\n".join(f"- {one}" for one in said) for heading, said in prompts(agenda, t)]
    found = warnings(agenda, t)
    parts += [f"# {t('agenda.warnings')}", "\n".join(f"- {one}" for one in found)] if found else [t("agenda.fine")]
    return "\n\n".join(part for part in parts if part)


def for_whom(agenda: Agenda, t: ui.Texts) -> str:
    group = agenda.plan.group[t.lang]
    return t("agenda.for", group=group) if group else ""


def day(agenda: Agenda, number: int, t: ui.Texts) -> str:
    date = agenda.plan.days[number - 1].date
    name = t("agenda.day", number=number)
    return t("agenda.dated", name=name, date=date) if date else name


def what(entry: Entry, t: ui.Texts) -> str:
    point = entry.point
    if point.kind == "break":
        return t("agenda.break")
    if point.unit:
        return t(f"agenda.{point.kind}", title=f"{point.unit.title[t.lang]} ({point.name})")
    try:
        return t(f"talk.{point.name}")
    except KeyError:
        return point.name


def material(agenda: Agenda, t: ui.Texts) -> list[str]:
    return [t(f"material.{key}") for key in agenda.material]


def prompts(agenda: Agenda, t: ui.Texts) -> Iterator[tuple[str, list[str]]]:
    """Name and lines to lead each talk of the kit's own in the programme; own points have none."""
    points = [entry.point for entries in agenda.days for entry in entries if entry.point.kind == "talk"]
    for name in dict.fromkeys(point.name for point in points if point.name in ANSWERING):
        yield t(f"talk.{name}"), [t(f"say.{name}.{n}") for n in range(PROMPTS)]


def warnings(agenda: Agenda, t: ui.Texts) -> list[str]:
    return [sentence(one, t) for one in agenda.warnings]


def sentence(warning: Warning, t: ui.Texts) -> str:
    return t(f"warning.{warning.key}", day=warning.day, **dict(warning.values))
