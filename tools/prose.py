"""What a markdown text consists of: its structure, links, numbers, sentences and words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)[^>]*>")
_FIELD = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_SHORTENED = re.compile(
    r"\b(?:z\. ?B|d\. ?h|u\. ?a|e\.g|i\.e|bzw|usw|etc|ggf|evtl|inkl|ca|Mio|Mrd|Nr|Abs|Art|Dr|Mr|Ms)\."
    r"|\b\d{1,2}\.(?= (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
_END = re.compile(r"(?<=[.!?:…])[\"'“”«»)]*\s+")
_GERMAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_OF_HUNDRED = re.compile(r"(\d+)\s+(?:von|of|out of|in every)\s+(?:100|hundert|a hundred)\b")

_COUNT = {
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
}
_COUNT_WORDS = {lang: {word: str(n) for n, word in enumerate(names.split())} for lang, names in _COUNT.items()}
_MORE_WORDS = {
    "de": "beid=2 doppelt=2 halb=50 hälfte=50 dreißig=30 vierzig=40 fünfzig=50 hundert=100 tausend=1000 "
    "million=1000000 januar=1 februar=2 märz=3 april=4 mai=5 juni=6 juli=7 august=8 september=9 oktober=10 november=11 "
    "dezember=12 erste=1 dritte=3 siebte=7",
    "en": "first=1 second=2 third=3 fifth=5 both=2 twice=2 double=2 half=50 thirty=30 forty=40 fifty=50 hundred=100 "
    "thousand=1000 million=1000000 january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 "
    "october=10 november=11 december=12",
}
_ENDINGS = r"(?:s|n|e|e[nrms]|te[nrms]?|ste[nrms]?|th|mal|fach\w*|er\w*)?"


def outline(text: str) -> dict[str, object]:
    """The structure of a markdown text: heading levels, tables as (rows, cells), list items, quotes, HTML tags."""
    tokens = _MARKDOWN.parse(text)
    kinds = Counter(token.type for token in tokens)
    html = " ".join(token.content for token in _flat(tokens) if "html" in token.type)
    tags = Counter(tag.lower() for tag in _TAG.findall(html))
    return {
        "headings": [token.tag for token in tokens if token.type == "heading_open"],
        "table rows and cells": (kinds["tr_open"], kinds["td_open"] + kinds["th_open"]),
        "list items": kinds["list_item_open"],
        "quotes": kinds["blockquote_open"],
        "code blocks": kinds["fence"] + kinds["code_block"],
        "HTML tags": dict(sorted(tags.items())),
    }


def links(text: str) -> tuple[set[str], dict[str, str]]:
    """Link targets, and images with their alternative text."""
    tokens = list(_flat(_MARKDOWN.parse(text)))
    targets = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
    images = {str(token.attrs["src"]): token.content for token in tokens if token.type == "image"}
    return targets, images


def blocks(text: str) -> list[str]:
    """The words of a markdown text, one entry a heading, paragraph, list item or table cell, without markup."""
    inline = [token for token in _MARKDOWN.parse(text) if token.type in ("inline", "html_block")]
    found = [_TAG.sub("", "".join(map(_shown, token.children or [token]))).strip() for token in inline]
    return [block for block in found if block]


def _flat(tokens):
    for token in tokens:
        yield token
        yield from token.children or ()


def _shown(token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def sentences(text: str) -> list[str]:
    """Sentences of a markdown text. A colon ends one too, since it separates two thoughts."""
    plain = (_SHORTENED.sub(lambda m: m[0].replace(".", ""), block) for block in blocks(text))
    return [part for block in plain for part in _END.split(block) if words(part)]


def words(text: str) -> list[str]:
    """Words of plain text; a number and a filled-in value count as one."""
    return _WORD.findall(_FIELD.sub("0", text))


def numbers(text: str, lang: str) -> tuple[set[str], set[str], set[str]]:
    """Numbers of a text: in figures, in words from two to twelve, and all it could mean (also `beide`, `März`)."""
    plain = " ".join(blocks(_FIELD.sub(" ", re.sub(r"`[^`]*`", " ", text))))
    plain = re.sub(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3})", "", plain)
    plain = _OF_HUNDRED.sub(r"\1 %", plain)
    english = lang == "en"
    figures = {_value(match, english) for match in (_ENGLISH if english else _GERMAN).findall(plain)}
    table = _COUNT_WORDS["en" if english else "de"]
    tokens = [token for word in words(plain.lower()) for token in word.split("-")]
    spelled = {table[token] for token in tokens if 2 <= int(table.get(token, 0)) <= 12}
    loose = set().union(*(_meant(token, english) for token in tokens))
    return figures, spelled, figures | spelled | loose


@lru_cache(maxsize=20_000)
def _meant(token: str, english: bool) -> frozenset[str]:
    """Numbers that a word could mean."""
    lang = "en" if english else "de"
    stems = [*_COUNT_WORDS[lang].items(), *(entry.split("=") for entry in _MORE_WORDS[lang].split())]
    return frozenset(value for stem, value in stems if re.fullmatch(stem + _ENDINGS, token))


def _value(figure: str, english: bool) -> str:
    plain = figure.replace(",", "") if english else figure.replace(".", "").replace(",", ".")
    return f"{float(plain):.10g}"
