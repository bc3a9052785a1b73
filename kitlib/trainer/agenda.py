"""From a plan to an agenda: clock times, what to bring, and what will not work out as planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .plan import Day, Plan, Point
from .source import Source

CHECK, BREAK, WORK = 15, 90, 420
"""Minutes: at most so long without a question to all, without a break, and of work in a day."""
SHORT = 0.8
"""A unit in less than this share of its time loses steps."""
ANSWERING = {"welcome", "expectations", "exchange", "rules", "closing", "survey"}
"""Talks of texts.toml in which everybody says or writes something."""


@dataclass(frozen=True)
class Entry:
    """One line: start and end as minutes after midnight."""

    start: int
    end: int
    point: Point


@dataclass(frozen=True)
class Warning:
    """key and values of a sentence in texts.toml; day: counted from 1."""

    key: str
    day: int
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Agenda:
    """days: the entries of each. material: keys, each once. warnings in the order of the days."""

    plan: Plan
    days: tuple[tuple[Entry, ...], ...]
    material: tuple[str, ...]
    warnings: tuple[Warning, ...]


def make(plan: Plan) -> Agenda:
    """The agenda of a plan."""
    days = tuple(_entries(day) for day in plan.days)
    points = [point for day in plan.days for point in day.points]
    material = ["projector"] if any(point.kind == "slides" for point in points) else []
    for point in points:
        material += point.unit.material if point.unit else ()
    warnings = [one for i, day in enumerate(plan.days) for one in _warnings(day, days[i], i + 1)]
    return Agenda(plan, days, tuple(dict.fromkeys(material)), (*warnings, *_twice(plan), *_told(plan)))


def clock(minutes: float) -> str:
    """ "09:05" of minutes after midnight; after midnight it begins anew."""
    return f"{int(minutes) // 60 % 24:02}:{int(minutes) % 60:02}"


def steps(point: Point) -> Iterator[tuple[float, bool]]:
    """(minutes, check) of the parts of a point; those of a unit stretched to the minutes planned."""
    unit: Source | None = point.unit
    timed = [section for section in unit.sections if section.minutes] if unit else []
    if not timed:
        yield point.minutes, point.check or point.name in ANSWERING
        return
    for section in timed:
        yield section.minutes * point.minutes / unit.minutes, section.check


def _entries(day: Day) -> tuple[Entry, ...]:
    found, now = [], day.start
    for point in day.points:
        found.append(Entry(now, now := now + point.minutes, point))
    return tuple(found)


def _warnings(day: Day, entries: tuple[Entry, ...], number: int) -> Iterator[Warning]:
    def say(key: str, **values) -> Warning:
        return Warning(key, number, tuple(values.items()))

    over = entries[-1].end - day.end if day.end is not None else 0
    if over > 0:
        yield say("late", minutes=over, end=clock(entries[-1].end), planned=clock(day.end))
    work = sum(entry.point.minutes for entry in entries if entry.point.kind != "break")
    if work > WORK:
        yield say("long", minutes=work, most=WORK)
    for start, end in _runs(entries):
        if end - start > BREAK:
            yield say("no_break", start=clock(start), end=clock(end), minutes=end - start, most=BREAK)
    for start, end in _unasked(entries):
        yield say("no_check", start=clock(start), end=clock(end), minutes=round(end - start), most=CHECK)
    for entry in entries:
        unit = entry.point.unit
        if unit and entry.point.minutes < SHORT * unit.minutes:
            yield say("short", name=unit.id, minutes=entry.point.minutes, usual=unit.minutes)


def _runs(entries: tuple[Entry, ...]) -> Iterator[tuple[int, int]]:
    """Start and end of each time between two breaks."""
    start = entries[0].start
    for entry in entries:
        if entry.point.kind == "break":
            if entry.start > start:
                yield start, entry.start
            start = entry.end
    if entries[-1].end > start:
        yield start, entries[-1].end


def _unasked(entries: tuple[Entry, ...]) -> Iterator[tuple[float, float]]:
    """Each time longer than CHECK in which nobody is asked; a break ends it too."""
    since = now = float(entries[0].start)
    for entry in entries:
        parts = [(entry.point.minutes, True)] if entry.point.kind == "break" else steps(entry.point)
        for minutes, check in parts:
            if check:
                if now - since > CHECK + 1e-6:
                    yield since, now
                since = now + minutes
            now += minutes
    if now - since > CHECK + 1e-6:
        yield since, now


def _twice(plan: Plan) -> Iterator[Warning]:
    seen: set[str] = set()
    for number, day in enumerate(plan.days, 1):
        for point in day.points:
            if point.unit and point.name in seen:
                yield Warning("twice", number, (("name", point.name),))
            seen.add(point.name)


def _told(plan: Plan) -> Iterator[Warning]:
    """Decks that come before a lesson whose predictions they resolve."""
    points = [(number, point) for number, day in enumerate(plan.days, 1) for point in day.points]
    for place, (number, point) in enumerate(points):
        later = [other.name for _, other in points[place:] if point.unit and other.name in point.unit.after]
        if later:
            yield Warning("told", number, (("name", point.name), ("lessons", ", ".join(later))))
