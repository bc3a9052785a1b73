"""Finds wording that the texts must not have: human verbs for a machine, promises, words left in. See wording.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from prose import blocks

RULES = Path(__file__).with_name("wording.toml")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'“”«»)]*\s+")
_QUOTED = re.compile(r"„[^“”\"]*[“”\"]|“[^”]*”|\"[^\"]*\"|»[^«]*«")
_MARKS = re.compile(r"[„“”\"»«*_]")
_GAP = r"(?:(?!{person}\b)[\w-]+ ){{0,{n}}}?"


@lru_cache
def _rules() -> dict:
    return tomllib.loads(RULES.read_text("utf-8"))


def _joined(pattern: str) -> str:
    return pattern.replace("\n", "")


@lru_cache
def _human(lang: str) -> tuple[re.Pattern, ...]:
    """`subject verb`, `verb subject`, `subject modal … infinitive` and its question, without a person between."""
    rule = {name: _joined(pattern) for name, pattern in _rules()["human"]["en" if lang == "en" else "de"].items()}
    gap, wide = _GAP.format(person=rule["person"], n=3), _GAP.format(person=rule["person"], n=4)
    turned = "" if lang == "en" else rf"(?! {rule['person']}\b)"
    return tuple(
        re.compile(rf"\b{pattern}\b{turned}(?P<rest>[^,;:.!?–]*)", re.IGNORECASE)
        for pattern in (
            rf"{rule['subject']}(?:, \w+)? {gap}{rule['verb']}",
            rf"{rule['verb']} (?:denn |auch |nun |so )?{rule['subject']}",
            rf"{rule['subject']} {rule['modal']} {wide}{rule['infinitive']}",
            rf"{rule['modal']} {rule['subject']} {wide}{rule['infinitive']}",
        )
    )


@lru_cache
def _denied(lang: str) -> re.Pattern:
    return re.compile(rf"\b{_rules()['human']['en' if lang == 'en' else 'de']['denied']}\b", re.IGNORECASE)


@lru_cache
def _phrases(lang: str) -> tuple[tuple[re.Pattern, str], ...]:
    rules = [rule for rule in _rules()["phrase"] if lang in rule["languages"]]
    return tuple((re.compile(rf"(?<!\w)(?:{r['pattern']})(?!\w)", re.IGNORECASE), r["say"]) for r in rules)


def _plain(block: str) -> str:
    """Without quoted phrases; a single word in quotation marks stays, without the marks."""
    for allowed in _rules().get("allow", []):
        block = block.replace(allowed["text"], "")
    block = _QUOTED.sub(lambda m: m[0] if len(m[0].split()) < 3 else " ", block)
    return re.sub(r"\s+", " ", _MARKS.sub("", block))


def findings(text: str, lang: str):
    """Sentences about the wording of one markdown text, each with the words found and what to do."""
    for sentence in (s for block in blocks(text) for s in _SENTENCE_END.split(_plain(block))):
        for pattern in _human(lang):
            for match in pattern.finditer(sentence):
                if not _denied(lang).search(match[0]) and not _appearance(match[0]):
                    shown = match[0].removesuffix(match["rest"])
                    yield f"{shown!r}: a model computes, sorts, estimates; it does not think, know, want, see or decide"
        for pattern, say in _phrases(lang):
            for match in pattern.finditer(sentence):
                before = re.split(r"[,;:–]", sentence[: match.start()])[-1]
                if not _denied(lang).search(f"{before} | {sentence[match.end() : match.end() + 12]}"):
                    yield f"{match[0]!r}: {say}"


def _appearance(found: str) -> bool:
    """`So sieht das Modell aus` tells how something looks, not that it sees."""
    return bool(re.search(r"\bs(?:ieht|ah)\b.* aus\b", found, re.IGNORECASE))
