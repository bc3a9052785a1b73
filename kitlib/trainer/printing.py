"""Markdown as PDF for print: pandoc to typst, with the look of `slides/print.typ`."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

import typst

from . import agenda_words
from .agenda import Agenda
from .brand import Brand
from .pages import TAGS, Look, convert
from .pages import parts as sections
from .raster import FONTS
from .source import ROOT, Section, Source

TEMPLATE = ROOT / "slides" / "print.typ"
NOTE_LINES = 2
"""Ruled lines under each slide of a handout."""
WIDTH = "100%"
"""Of a figure, of the column it stands in."""
VOTE = re.compile(r"^A\) ", re.MULTILINE)
"""The first of the answers a slide lets people choose from."""
SMALL = "9pt"
"""Letters of a run sheet, so that it fits on two pages."""


def handout(deck: Source, lang: str, brand: Brand, target: Path) -> Path:
    """The slides with room for own notes, for those who take part.

    It can be given out before: all votes come first, and what else follows the first of them stands behind, on pages
    of its own, for explanations and summaries tell the answers, too. Whoever has read them predicts nothing.
    """
    t, follows = agenda_words.texts(lang), resolved(deck)
    with tempfile.TemporaryDirectory() as folder:
        parts = sections(deck, lang, Path(folder), LOOK, notes=False)
        for vote, answer in follows.items():
            page = f"#page-of(<{deck.sections[answer].id}>, {quoted(t('print.page'))})"
            parts[vote] += f"\n\n{_raw(page)}"
            asked = f"*{t('print.asked', title=deck.sections[vote].title[lang])}*"
            parts[answer] = parts[answer].replace("\n\n", f"\n\n{asked}\n\n", 1)
        slides = [_slide(part, t("print.notes")) for part in parts]
        between = _raw(f"#resolutions({quoted(t('print.answers'))}, {quoted(t('print.after'))})")
        head = {"title": deck.title[lang], "summary": deck.summary[lang]}
        return pdf("\n\n".join(_votes_first(deck, slides, between)), lang, brand, target, head, folder=Path(folder))


def _votes_first(deck: Source, slides: list[str], between: str) -> list[str]:
    """The slides up to the first vote and all votes; then, behind `between`, what else there is."""
    votes = [place for place, section in enumerate(deck.sections) if voted(section)]
    begin = min(votes, default=len(slides))
    last = [slide for place, slide in enumerate(slides[begin:], begin) if place not in votes]
    return [*slides[:begin], *(slides[place] for place in votes), *([between, *last] if last else [])]


def resolved(deck: Source) -> dict[int, int]:
    """Place of each vote: place of the slide that resolves it, the next one, unless that asks something itself."""
    pairs = enumerate(zip(deck.sections, deck.sections[1:], strict=False))
    return {n: n + 1 for n, (one, after) in pairs if voted(one) and not after.check}


def voted(section: Section) -> bool:
    """Whether people choose from lettered answers there."""
    return bool(section.check and VOTE.search(section.body["de"]))


def sheet(source: Source, lang: str, brand: Brand, target: Path) -> Path:
    """A run sheet: the steps with the minute in which each begins."""
    t = agenda_words.texts(lang)
    parts, now = [], 0
    for section in source.sections:
        clock = t("print.step", start=now, end=now + section.minutes) if section.minutes else ""
        mark = f" {t('print.check')}" if section.check else ""
        title = f"# {clock}{section.title[lang]}{mark}"
        parts.append(f"{title}\n\n{section.body[lang]}")
        now += section.minutes
    material = " · ".join(t(f"material.{key}") for key in source.material)
    needed = [f"**{t('agenda.material')}:** {material}"] if material else []
    head = {
        "title": f"{source.number} · {source.title[lang]}",
        "summary": source.summary[lang],
        "size": SMALL,
        "margin": "14mm",
    }
    return pdf("\n\n".join([*needed, *parts]), lang, brand, target, head)


def plan(agenda: Agenda, lang: str, target: Path) -> Path:
    """An agenda with clock times."""
    t = agenda_words.texts(lang)
    head = {"title": agenda.plan.title[lang] or t("print.agenda"), "size": "10pt", "margin": "14mm"}
    return pdf(agenda_words.markdown(agenda, t), lang, agenda.plan.brand, target, head)


def pdf(markdown: str, lang: str, brand: Brand, target: Path, head: dict, folder: Path | None = None) -> Path:
    """Write markdown as PDF. head: title, and where wanted summary, size and margin; folder: where its pictures are."""
    body = "#show: by-hand\n" + convert(markdown, "typst", "--wrap=none")
    return compiled(body, lang, brand, target, head, folder)


def compiled(body: str, lang: str, brand: Brand, target: Path, head: dict, folder: Path | None = None) -> Path:
    """Write typst markup as PDF."""
    with tempfile.TemporaryDirectory() as temporary:
        place = folder or Path(temporary)
        shutil.copy(TEMPLATE, place / TEMPLATE.name)
        values = {key: value if key in ("size", "margin") else quoted(value) for key, value in head.items()}
        values |= {"lang": quoted(TAGS[lang][:2]), "company": quoted(brand.company)}
        values |= {"heading-colour": f'rgb("{brand.heading}")', "accent": f'rgb("{brand.accent}")'}
        if brand.logo:
            shutil.copy(brand.logo, place / f"logo{brand.logo.suffix}")
            values |= {"logo": quoted(f"logo{brand.logo.suffix}"), "logo-alt": quoted(brand.company or head["title"])}
        settings = ", ".join(f"{key}: {value}" for key, value in values.items())
        source = f'#import "{TEMPLATE.name}": *\n#show: sheet.with({settings})\n{body}\n'
        main = place / "main.typ"
        main.write_text(source, "utf-8")
        data = typst.compile(
            str(main), root=str(place), font_paths=list(FONTS), ignore_system_fonts=True, pdf_standards=["ua-1"]
        )
    target.write_bytes(data)
    return target


def quoted(words: str) -> str:
    """Words as a typst string."""
    return json.dumps(words, ensure_ascii=False)


def _slide(part: str, notes: str) -> str:
    lines = f"#note-lines({NOTE_LINES}, {quoted(notes)})"
    return "\n\n".join([_raw("#slide["), part, _raw(lines), _raw("]")])


def _picture(path: Path, alt: str) -> str:
    return _raw(f'#figure(image("{path.name}", alt: {quoted(alt)}, width: {WIDTH}))')


def _beside(words: str, picture: str) -> str:
    """Side by side on paper, too: three slides fit on a page."""
    return "\n\n".join([_raw("#beside["), words, _raw("]["), picture, _raw("]")])


def _raw(markup: str) -> str:
    return f"```{{=typst}}\n{markup}\n```"


LOOK = Look(_picture, _beside)
