"""Reads decks (`slides/src/*.md`) and run sheets (`trainer/*.md`): one format, three languages side by side.

    ---
    title: {de: Bilder sortieren, en: Sorting pictures, einfach: Bilder sortieren}
    summary: {de: …, en: …, einfach: …}
    material: [cards-parts]
    after: [01a_quality]
    ---

    # Was lernt das Modell? {#learn lang=de minutes=4 .check}

    - pandoc markdown

    ::: notes
    What the trainer says; below run sheets there are none.
    :::

    # What does the model learn? {#learn lang=en}
    …

A section stands three times, de, en, einfach. `minutes` makes it a step that takes time, `.check` one where everybody
answers something; both stand in the German heading only. Where there are answers A), B) … to choose from, the next
slide resolves them: handouts show it, and what else follows, behind all votes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import yaml

from kitlib.ui import LANGUAGES

ROOT = Path(__file__).parents[2]
DECKS, SHEETS = ROOT / "slides" / "src", ROOT / "trainer"
FIGURE = re.compile(r"!\[\]\(figure:(?P<demo>\w+)\.(?P<name>\w+)\)")
"""A picture of a demo; its text alternative comes from its data."""
FACTS = re.compile(
    r"^\{facts:(?P<demo>\w+)\.(?P<step>\w+)(?: (?P<lines>\d+(?:,\d+)*) of (?P<all>\d+))?\}$", re.MULTILINE
)
"""What a demo measures about a step, alone on a line of the notes: all of it, or the lines a slide needs,
`{facts:chatbot.generate 1,2 of 5}`. How many there are is said, so that one more or less is noticed."""
_HEADING = re.compile(r"^# (?P<title>.+?) \{#(?P<id>[a-z0-9-]+) lang=(?P<lang>\w+)(?P<more>[^}]*)\}$", re.MULTILINE)
_MINUTES = re.compile(r"minutes=(\d+)")
_NOTES = re.compile(r"^::: notes\n(.*?)^:::$", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)


class SourceError(ValueError):
    """A deck or run sheet is not written as the format asks. `problems`: a line each, with file and section."""

    def __init__(self, problems: list[str]):
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Section:
    """One slide, or one step of a run sheet: title, body and notes by language; minutes: 0 for none."""

    id: str
    title: dict[str, str]
    body: dict[str, str]
    notes: dict[str, str]
    minutes: int
    check: bool


@dataclass(frozen=True)
class Source:
    """A deck or a run sheet. id: the file's stem; material: keys of what has to be printed or fetched.

    after: ids of lessons whose predictions a deck would give away.
    """

    id: str
    path: Path
    title: dict[str, str]
    summary: dict[str, str]
    material: tuple[str, ...]
    after: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def number(self) -> str:
        """What people call it: "2" of a deck, "01a" of a lesson."""
        return self.id.partition("_")[0]

    @property
    def minutes(self) -> int:
        return sum(section.minutes for section in self.sections)


def decks(folder: Path = DECKS) -> tuple[Source, ...]:
    """All decks by file name. Raises SourceError, as do `sheets` and `read`."""
    return tuple(map(read, sorted(folder.glob("*.md"))))


def sheets(folder: Path = SHEETS) -> tuple[Source, ...]:
    """All run sheets, by file name: the id is that of the lesson."""
    return tuple(map(read, sorted(folder.glob("*.md"))))


def read(path: Path) -> Source:
    """The deck or run sheet in one file."""
    text = path.read_text("utf-8")
    problems: list[str] = []
    head, body = _split(text, path.name, problems)
    sections = _sections(body, path.name, problems)
    if problems:
        raise SourceError(problems)
    lists = (tuple(head.get(key) or ()) for key in ("material", "after"))
    return Source(path.stem, path, head["title"], head["summary"], *lists, sections)


def _split(text: str, name: str, problems: list[str]) -> tuple[dict, str]:
    found = re.match(r"---\n(.*?)^---\n", text, re.MULTILINE | re.DOTALL)
    try:
        head = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError as error:
        problems.append(f"{name}: the YAML header cannot be read: {error}")
        return {}, ""
    if not isinstance(head, dict):
        problems.append(f"{name}: begin the file with a YAML header between two lines ---")
        return {}, ""
    for key in ("title", "summary"):
        if not isinstance(head.get(key), dict) or not all(head[key].get(lang) for lang in LANGUAGES):
            problems.append(f"{name}: the header needs '{key}' in {', '.join(LANGUAGES)}")
    return head, text[found.end() :]


def _sections(body: str, name: str, problems: list[str]) -> tuple[Section, ...]:
    plain = _FENCED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)
    heads = list(_HEADING.finditer(plain))
    for line in re.findall(r"^# .*$", _HEADING.sub("", plain), re.MULTILINE):
        problems.append(f"{name}: a heading looks like '# Title {{#id lang=de}}', not: {line}")
    if heads and plain[: heads[0].start()].strip():
        problems.append(f"{name}: there is text before the first heading")
    ends = [head.start() for head in heads[1:]] + [len(body)] * bool(heads)
    pieces = [(head, body[head.end() : end]) for head, end in zip(heads, ends, strict=True)]
    grouped = [list(group) for _, group in groupby(pieces, key=lambda piece: piece[0]["id"])]
    ids = [group[0][0]["id"] for group in grouped]
    problems += [f"{name}#{one}: stands in two places" for one in sorted({i for i in ids if ids.count(i) > 1})]
    if not grouped:
        problems.append(f"{name}: has no section")
    return tuple(_section(group, name, problems) for group in grouped)


def _section(group: list, name: str, problems: list[str]) -> Section:
    first, where = group[0][0], f"{name}#{group[0][0]['id']}"
    if (langs := [head["lang"] for head, _ in group]) != list(LANGUAGES):
        problems.append(f"{where}: needs lang=de, en, einfach side by side, has {', '.join(langs)}")
    for head, _ in group[1:]:
        if head["more"].strip():
            problems.append(f"{where}: minutes and .check stand in the German heading only")
    bodies, notes = {}, {}
    for head, text in group:
        notes[head["lang"]] = "\n".join(found.strip() for found in _NOTES.findall(text))
        bodies[head["lang"]] = _NOTES.sub("", text).strip()
    if len({tuple(FACTS.findall(words)) for words in notes.values()}) > 1:
        problems.append(f"{where}: the notes show other facts in one language than in another")
    if any("{facts" in FACTS.sub("", words) for words in (*notes.values(), *bodies.values())):
        problems.append(f"{where}: facts stand alone on a line of the notes: {{facts:demo.step}} or with ' 1,2 of 5'")
    more = first["more"]
    minutes = int(found[1]) if (found := _MINUTES.search(more)) else 0
    if left := _MINUTES.sub("", more).replace(".check", "").strip():
        problems.append(f"{where}: unknown in the heading: {left}")
    return Section(
        first["id"], {head["lang"]: head["title"] for head, _ in group}, bodies, notes, minutes, ".check" in more
    )
