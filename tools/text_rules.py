"""What the three languages of one text must have in common, and what each text must not have."""

from __future__ import annotations

import importlib.util
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import prose
import readability
import wording
from lesson_source import LANGUAGES, ROOT, Finding

IDENTICAL = Path(__file__).with_name("identical.txt")
MOST_WORDS = 100  # a text cell; aim at 90
SHARE_KEPT = 0.6  # of the words of the German text: less loses information


@dataclass(frozen=True)
class Text:
    """One text in its languages. `where` is file#key. Lesson texts are markdown; of those a length is asked."""

    where: str
    words: dict[str, str]
    lesson: bool = False


def check(text: Text, root: Path) -> Iterator[Finding]:
    """All findings about one text, each with the language it is about."""
    missing = [lang for lang in LANGUAGES if not text.words.get(lang, "").strip()]
    for lang in missing:
        yield Finding(text.where, lang, "the text is missing: write it, there is no fallback to another language")
    if missing:
        return
    rules = (_identical, _placeholders, _numbers, _links, _structure, _length, _alone)
    for rule in rules:
        for lang, message in rule(text, root):
            yield Finding(text.where, lang, message)


def _identical(text: Text, root: Path):
    """Two languages with the same text, unless it is listed, has no words, or is as easy as words can be."""
    plain = {lang: " ".join(re.sub(r"\{[^}]*\}", " ", words).split()) for lang, words in text.words.items()}
    listed = _listed()
    for one, other in (("de", "en"), ("de", "einfach"), ("en", "einfach")):
        same = plain[one]
        if same != plain[other] or same in listed or not re.search(r"[^\W\d_]{2}", same):
            continue
        found = prose.words(same)
        easy = len(found) <= 8 and max(map(len, found)) <= 12 and "," not in same
        if not (easy and (one, other) == ("de", "einfach")):
            yield other, f"is the same as {one}: write it in its own language, or add it to tools/{IDENTICAL.name}"


def _listed() -> set[str]:
    lines = IDENTICAL.read_text("utf-8").splitlines()
    return {" ".join(line.split()) for line in lines if line.strip() and not line.startswith("#")}


def _fields(words: str) -> tuple[set[str], set[str]]:
    """Names of the placeholders, and names with their format; the words of `{n:part|parts}` differ by language."""
    parsed = [(name, spec) for _, name, spec, _ in string.Formatter().parse(words) if name is not None]
    formats = {f"{{{name}:{spec}}}" if spec else f"{{{name}}}" for name, spec in parsed if "|" not in spec}
    return {name for name, _ in parsed}, formats


@lru_cache
def _formats() -> set[str]:
    """Formats that write numbers as the language does. Read from the file, since its package imports all of ui."""
    spec = importlib.util.spec_from_file_location("kit_texts", ROOT / "kitlib" / "ui" / "texts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {"", *module.FORMATS}


def _placeholders(text: Text, root: Path):
    if text.lesson:
        return
    found = {}
    for lang in LANGUAGES:
        try:
            found[lang] = _fields(text.words[lang])
        except ValueError as error:
            yield lang, f"a placeholder cannot be read ({error}); a brace that is meant is written twice"
    if len(found) < len(LANGUAGES):
        return
    for lang, (names, formats) in found.items():
        for field in sorted(formats):
            if field.strip("{}").partition(":")[2] not in _formats():
                yield lang, f"{field} does not write as the language does; formats: {', '.join(sorted(_formats())[1:])}"
        if names != found["de"][0] or formats != found["de"][1]:
            yield lang, f"placeholders differ: de {_shown(found['de'])}, {lang} {_shown((names, formats))}"


def _shown(fields: tuple[set, set]) -> str:
    names, formats = fields
    plain = {f"{{{n}:…|…}}" for n in names - {f.strip("{}").partition(":")[0] for f in formats}}
    return " ".join(sorted(formats | plain)) or "none"


def _numbers(text: Text, root: Path):
    found = {lang: prose.numbers(text.words[lang], lang) for lang in LANGUAGES}
    figures = set().union(*(figures for figures, _, _ in found.values()))
    for lang, (_, _, possible) in found.items():
        spelled = found["de"][1] if lang != "de" else found["en"][1] | found["einfach"][1]
        for number in sorted((figures | spelled) - possible - {"1"}):
            others = ", ".join(other for other in LANGUAGES if number in found[other][0] | found[other][1])
            yield lang, f"the number {number} is in {others} and not here (1.000,5 in German is 1,000.5 in English)"


def _links(text: Text, root: Path):
    """The same targets in each language; files exist; images carry words and come from this project."""
    found = {lang: prose.links(text.words[lang]) for lang in LANGUAGES}
    for kind, which in (("links", 0), ("images", 1)):
        same = {lang: {re.sub(r"/(?:de|en|einfach)/", "/…/", t) for t in found[lang][which]} for lang in LANGUAGES}
        for lang in LANGUAGES[1:]:
            if same[lang] != same["de"]:
                yield lang, f"{kind} differ: de {sorted(same['de'])}, {lang} {sorted(same[lang])}"
    for lang, (targets, images) in found.items():
        for source, words in images.items():
            if not words.strip():
                yield lang, f"the image {source} has no alternative text: say what it shows"
            if "://" in source:
                yield lang, f"the image {source} is on the internet: lessons run without, put it into the project"
        for target in sorted({*targets, *images}):
            place = target.partition("#")[0]
            if place and not re.match(r"[a-z]+:", place) and not (root / "notebooks" / lang / place).exists():
                yield lang, f"{target} leads nowhere (seen from notebooks/{lang}/)"


def _structure(text: Text, root: Path):
    """The same headings, tables, quotes and tags; lists as long, in Einfache Sprache as long or longer."""
    found = {lang: prose.outline(text.words[lang]) for lang in LANGUAGES}
    for lang in LANGUAGES[1:]:
        for kind, here in found[lang].items():
            german = found["de"][kind]
            more = lang == "einfach" and kind == "list items" and here > german
            if here != german and not more:
                yield lang, f"{kind} differ: de {german or 'none'}, {lang} {here or 'none'}"


def _length(text: Text, root: Path):
    count = {lang: sum(len(prose.words(block)) for block in prose.blocks(text.words[lang])) for lang in LANGUAGES}
    for lang in LANGUAGES:
        if text.lesson and count[lang] > MOST_WORDS:
            yield lang, f"{count[lang]} words, {MOST_WORDS} at most: shorten it or make two cells of it"
        if count["de"] >= 20 and count[lang] < SHARE_KEPT * count["de"]:
            yield lang, f"{count[lang]} words for {count['de']} in German: something is left out"


def _alone(text: Text, root: Path):
    for lang in LANGUAGES:
        yield from ((lang, message) for message in wording.findings(text.words[lang], lang))
    yield from (("einfach", message) for message in readability.not_easy(text.words["einfach"]))
