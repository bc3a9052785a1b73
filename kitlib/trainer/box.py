"""The trainer's box: all slides, handouts, run sheets, cards and the agenda of one language, and a page to find them.

What is there already and still fits its sources stays; so a second call is quick, and one that was cut off goes on.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2

from kitlib.lessons import glossary

from . import agenda, cards, html, pptx, printing
from .agenda_words import texts
from .brand import Brand
from .pages import TAGS
from .plan import OWN, Plan, load
from .source import DECKS, ROOT, Source, decks, sheets

BUILT = ROOT / "slides" / "built"
MANIFEST = "built.json"


@dataclass(frozen=True)
class Job:
    """One file to make. name: of the file; source: bytes that it depends on; make: writes it to a path."""

    name: str
    source: bytes
    make: Callable[[Path], object]


def build(lang: str, folder: Path | None = None, plan: Path = OWN, said: Callable[[str, int, int], None] | None = None):
    """Make what is missing or old and return the path of the index page.

    folder: where to, `slides/built/LANG` if None. plan: whose brand and agenda. said: is told each name, number, total.
    Raises PlanError or SourceError.
    """
    target = folder or BUILT / lang
    target.mkdir(parents=True, exist_ok=True)
    found = load(plan, lang) if plan.is_file() else None
    brand = found.brand if found else Brand()
    jobs = list(_jobs(lang, brand))
    if found:
        jobs.append(Job("agenda.pdf", plan.read_bytes(), lambda to: printing.plan(agenda.make(found), lang, to)))
    done = _read(target / MANIFEST)
    common = _common(brand)
    open_jobs = [job for job in jobs if done.get(job.name) != _stamp(job, common) or not (target / job.name).exists()]
    for number, job in enumerate(open_jobs, 1):
        if said:
            said(job.name, number, len(open_jobs))
        half = target / f".{job.name}"  # a file that is half written never bears the name
        job.make(half)
        os.replace(half, target / job.name)
        done[job.name] = _stamp(job, common)
        (target / MANIFEST).write_text(json.dumps(done, indent=1), "utf-8")
    return index(lang, target, brand, found)


def _jobs(lang: str, brand: Brand) -> Iterator[Job]:
    words = texts(lang)("box.glossary")
    for deck in decks():
        text = deck.path.read_bytes()
        yield Job(f"{deck.id}.html", text, partial(_deck, deck, lang, brand, words))
        yield Job(f"{deck.id}.pptx", text, lambda to, deck=deck: pptx.build(deck, lang, brand, to))
        yield Job(f"{deck.id}-handout.pdf", text, lambda to, deck=deck: printing.handout(deck, lang, brand, to))
    for one in sheets():
        yield Job(f"{one.id}.pdf", one.path.read_bytes(), lambda to, one=one: printing.sheet(one, lang, brand, to))
    for name, make in cards.CARDS.items():
        yield Job(f"{name}.pdf", b"", lambda to, make=make: make(lang, brand, to))
    yield Job("glossary.html", b"", partial(_glossary, lang, brand))


def _deck(deck: Source, lang: str, brand: Brand, words: str, to: Path) -> None:
    html.build(deck, lang, brand, to, words)


def _glossary(lang: str, brand: Brand, to: Path) -> None:
    to.write_text(_page("glossary.html", lang, brand, terms=glossary.sorted_terms(lang)), "utf-8")


def index(lang: str, folder: Path, brand: Brand, plan: Plan | None) -> Path:
    """Write the page that lists everything in `folder`."""
    printed = [(name, texts(lang)(f"material.{name}")) for name in cards.CARDS]
    found = {
        "decks": decks(),
        "sheets": sheets(),
        "cards": printed,
        "plan": plan,
        "units": _units(plan) if plan else [],
    }
    target = folder / "index.html"
    target.write_text(_page("box.html", lang, brand, **found), "utf-8")
    return target


def _units(plan: Plan) -> list[tuple[Source, str]]:
    """(deck or run sheet, ending of its file) in the order of the programme."""
    points = [point for day in plan.days for point in day.points]
    return [(point.unit, "html" if point.kind == "slides" else "pdf") for point in points if point.unit]


def _page(name: str, lang: str, brand: Brand, **values) -> str:
    loader = jinja2.PackageLoader("kitlib.trainer")
    pages = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return pages.get_template(name).render(t=texts(lang), lang=lang, tag=TAGS[lang], brand=brand, **values)


def _common(brand: Brand) -> bytes:
    """What every file depends on: this package, the demos with their words and data, look and brand."""
    seen = hashlib.sha256(repr(brand).encode() + (brand.logo.read_bytes() if brand.logo else b""))
    slides = DECKS.parent
    folders = (ROOT / "kitlib", slides / "reveal", slides / "fonts")
    made_of = [path for folder in folders for path in folder.rglob("*.*") if path.suffix != ".pyc" and path.is_file()]
    for path in sorted([*made_of, *slides.glob("*.*"), *(ROOT / "datasets").glob("*/SHA256SUMS")]):
        seen.update(path.read_bytes())
    return seen.digest()


def _stamp(job: Job, common: bytes) -> str:
    return hashlib.sha256(common + job.source).hexdigest()[:16]


def _read(manifest: Path) -> dict[str, str]:
    try:
        found = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
