"""The words of the pages."""

from functools import lru_cache
from pathlib import Path

from ..ui.texts import LANGUAGES, Texts

NAMES = {"de": "Deutsch", "en": "English", "einfach": "Einfache Sprache"}
TAGS = {"de": "de", "en": "en", "einfach": "de-simple"}  # BCP 47; "simple" is a registered variant
__all__ = ["LANGUAGES", "NAMES", "TAGS", "texts"]


@lru_cache(maxsize=len(LANGUAGES))
def texts(lang: str) -> Texts:
    return Texts(Path(__file__).with_name("texts.toml"), lang=lang)
