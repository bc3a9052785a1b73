"""Reads the plan of a workshop, `workshop.toml` or a file in `trainer/plans`: what comes when, and whose logo it bears.

title = "KI ausprobieren"            # or {de = "…", en = "…", einfach = "…"}
group = "Beschäftigte"
language = "de"

[brand]
company = "Musterwerk GmbH"
logo = "logo.png"

[[day]]
start = "09:00"
end = "12:30"                        # may be left out, as date = 2026-12-01
program = [
  {talk = "welcome", minutes = 15},  # a key of texts.toml, or any words; check = true: everybody says something
  {slides = "1_what_is_ai"},
  {lesson = "01a_quality"},          # minutes = 25 changes how long it takes
  {break = 15},
]
"""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kitlib.ui import LANGUAGES

from .brand import Brand, PlanError, make
from .source import ROOT, Source, decks, sheets

PLANS, OWN = ROOT / "trainer" / "plans", ROOT / "workshop.toml"
KINDS = ("talk", "slides", "lesson", "break")
TOP, DAY = {"title", "group", "language", "brand", "day"}, {"date", "start", "end", "program"}
BRAND = {"company", "logo", "colour", "accent"}
MOST = 600
"""Minutes of one point of the program; more is a slip of the finger."""


@dataclass(frozen=True)
class Point:
    """One point of the program. name: id of the deck or lesson, key or words of a talk, "" for a break.

    unit: the deck or run sheet, None for others. minutes: as planned. check: everybody is asked something.
    """

    kind: str
    name: str
    minutes: int
    check: bool = False
    unit: Source | None = None


@dataclass(frozen=True)
class Day:
    """start and end as minutes after midnight; end and date: None where the plan says nothing."""

    start: int
    end: int | None
    date: datetime.date | None
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Plan:
    """title, group: words by language. lang: of what the group gets to see."""

    title: dict[str, str]
    group: dict[str, str]
    lang: str
    brand: Brand
    days: tuple[Day, ...]


def load(path: Path | str, lang: str | None = None) -> Plan:
    """The plan in a file, or the ready one of that name. lang: another language than the plan's. Raises PlanError."""
    table, folder = _table(_find(Path(path)))
    chosen = _language(table, lang)
    brand = make(table.get("brand") or {}, folder)
    units = {"slides": {deck.id: deck for deck in decks()}, "lesson": {sheet.id: sheet for sheet in sheets()}}
    days = table.get("day")
    if not isinstance(days, list) or not days:
        raise PlanError("plan.no_day")
    title, group = (_words(table.get(key, "")) for key in ("title", "group"))
    return Plan(title, group, chosen, brand, tuple(_day(day, number, units) for number, day in enumerate(days, 1)))


def language_of(path: Path = OWN) -> str:
    """The language of a plan's file, German where it names none or there is no file. Raises PlanError."""
    return _language(_table(path)[0], None) if path.is_file() else "de"


def _language(table: dict, lang: str | None) -> str:
    chosen = lang or str(table.get("language", "de"))
    if chosen not in LANGUAGES:
        raise PlanError("plan.language", value=chosen, known=", ".join(LANGUAGES))
    return chosen


def _find(path: Path) -> Path:
    ready = PLANS / f"{path.stem}.toml"
    if path.is_file():
        return path
    if ready.is_file() and path.parent == Path():
        return ready
    known = ", ".join(sorted(one.stem for one in PLANS.glob("*.toml")))
    raise PlanError("plan.missing", path=path, known=known)


def _table(path: Path) -> tuple[dict, Path]:
    try:
        text = path.read_text("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise PlanError("plan.encoding", path=path) from error
    except (tomllib.TOMLDecodeError, OSError) as error:
        curly = [] if isinstance(error, OSError) else re.findall(r"^[^#\n]*[=,{]\s*[„“”].*$", text, re.MULTILINE)
        if curly:
            raise PlanError("plan.quotes", path=path, line=curly[0].strip()) from error
        raise PlanError("plan.syntax", path=path, what=error) from error
    for part, known in ((table, TOP), (table.get("brand", {}), BRAND), *((day, DAY) for day in _days(table))):
        for key in part.keys() - known if isinstance(part, dict) else ():
            near = difflib.get_close_matches(key, sorted(known), 1, 0.5) or sorted(known)
            raise PlanError("plan.unknown", value=key, known=", ".join(near))
    return table, path.parent


def _days(table: dict) -> list:
    return table["day"] if isinstance(table.get("day"), list) else []


def _words(value) -> dict[str, str]:
    by_language = value if isinstance(value, dict) else {}
    return {lang: str(by_language.get(lang, value if not by_language else "")) for lang in LANGUAGES}


def _day(table: dict, number: int, units: dict) -> Day:
    points = table.get("program")
    if not isinstance(points, list) or not points:
        raise PlanError("plan.no_program", day=number)
    start, end = (_clock(table.get(key), number) for key in ("start", "end"))
    date = table.get("date")
    if date is not None and not isinstance(date, datetime.date):
        raise PlanError("plan.date", value=date, day=number)
    return Day(9 * 60 if start is None else start, end, date, tuple(_point(one, number, units) for one in points))


def _clock(value, number: int) -> int | None:
    if value is None:
        return None
    try:
        moment = value if isinstance(value, datetime.time) else datetime.time.fromisoformat(str(value).zfill(5))
    except ValueError as error:
        raise PlanError("plan.clock", value=value, day=number) from error
    return moment.hour * 60 + moment.minute


def _point(table, number: int, units: dict) -> Point:
    kinds = [kind for kind in KINDS if isinstance(table, dict) and kind in table]
    if len(kinds) != 1:
        raise PlanError("plan.point", value=table, day=number)
    kind = kinds[0]
    minutes = table[kind] if kind == "break" else table.get("minutes")
    if kind in units:
        name = str(table[kind])
        unit = units[kind].get(name)
        if unit is None:
            near = difflib.get_close_matches(name, units[kind], 3, 0.3) or sorted(units[kind])
            raise PlanError(f"plan.{kind}", value=name, near=", ".join(near), day=number)
        return Point(kind, name, _minutes(unit.minutes if minutes is None else minutes, table, number), True, unit)
    name = "" if kind == "break" else str(table["talk"])
    return Point(kind, name, _minutes(minutes, table, number), bool(table.get("check")))


def _minutes(value, table, number: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= MOST:
        raise PlanError("plan.minutes", value=table, most=MOST, day=number)
    return value
