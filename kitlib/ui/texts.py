"""Words in three languages: `Texts` looks a key up, fills it in and writes numbers as the language does."""

from __future__ import annotations

import string
import tomllib
from functools import lru_cache
from html import escape
from pathlib import Path

from babel import dates, numbers

LANGUAGES = ("de", "en", "einfach")
LOCALES = {"de": "de_DE", "en": "en_GB", "einfach": "de_DE"}
OWN = Path(__file__).with_name("texts.toml")


def _whole_euro(value: float, locale: str) -> str:
    pattern = "#,##0\u00a0¤" if locale == "de_DE" else "¤#,##0"
    return numbers.format_currency(round(value), "EUR", pattern, locale, currency_digits=False)


FORMATS = {
    "int": lambda v, where: numbers.format_decimal(round(v), "#,##0", where),
    "number": lambda v, where: numbers.format_decimal(v, "#,##0.0", where),
    "number2": lambda v, where: numbers.format_decimal(v, "#,##0.00", where),
    "percent": lambda v, where: numbers.format_percent(v, "#,##0\u00a0%" if where == "de_DE" else "#,##0%", where),
    "percent1": lambda v, where: numbers.format_percent(v, "#,##0.0\u00a0%" if where == "de_DE" else "#,##0.0%", where),
    "euro": lambda v, where: _whole_euro(v, where),
    "euro2": lambda v, where: numbers.format_currency(v, "EUR", locale=where),
    "seconds": lambda v, where: numbers.format_decimal(v, "#,##0.0", where) + "\u00a0s",
    "date": lambda v, where: dates.format_date(v, "medium", where),
}


class Words(str):
    """A result in words, a line for each. A notebook shows them as a list, a lesson page as a box."""

    def __repr__(self) -> str:
        return str(self)

    def _repr_markdown_(self) -> str:
        lines = [line for line in self.split("\n") if line]
        return "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else str(self)


class _Formatter(string.Formatter):
    def __init__(self, locale: str):
        self.locale = locale

    def format_field(self, value, spec):
        if "|" in spec:
            return spec.split("|")[0 if value == 1 else 1]
        return FORMATS[spec](value, self.locale) if spec in FORMATS else super().format_field(value, spec)


@lru_cache(maxsize=64)
def _tables(path: Path) -> dict:
    return tomllib.loads(path.read_text("utf-8"))


class Texts:
    """The words of some `texts.toml` files in one language. Later files win; the words of `kitlib.ui` are always there.

    `t("threshold.result", cost=1200)` fills `{cost:euro}`. Formats: int, number (one decimal), number2, percent (0.93
    becomes 93 %), percent1 (93.0 %), euro, euro2 (with cents), seconds, date, and `{n:part|parts}` for one and many.
    Raises KeyError for an unknown key, ValueError for an unknown language.
    """

    def __init__(self, *paths: Path, lang: str = "de"):
        if lang not in LANGUAGES:
            raise ValueError(f"lang must be one of {', '.join(LANGUAGES)}, not {lang!r}")
        self.lang = lang
        self._sources = [_tables(p) for p in (*reversed(paths), OWN)]
        self._formatter = _Formatter(LOCALES[lang])

    def _find(self, key: str) -> dict | None:
        for source in self._sources:
            node = source
            for name in key.split("."):
                node = node.get(name) if isinstance(node, dict) else None
            if isinstance(node, dict):
                return node
        return None

    def has(self, key: str) -> bool:
        return self.lang in (self._find(key) or {})

    def __call__(self, key: str, /, **values) -> str:
        found = self._find(key)
        if found is None or self.lang not in found:
            raise KeyError(f"no text {key!r} in {self.lang!r}")
        return self._formatter.vformat(found[self.lang], (), values)

    def html(self, key: str, /, **values) -> str:
        """The same with each filled-in string escaped: file names and class names come from strangers."""
        return self(key, **{k: escape(v) if isinstance(v, str) else v for k, v in values.items()})
