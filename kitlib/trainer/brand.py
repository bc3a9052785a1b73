"""What a company changes about slides and prints: its name, logo and two colours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

WHITE, INK, BLACK = "#ffffff", "#1b2733", "#000000"
READABLE = 4.5
"""Contrast of text to its background that WCAG 2.2 (1.4.3) asks for."""
LOGOS = (".png", ".jpg", ".jpeg", ".webp")


class PlanError(ValueError):
    """A plan or brand that cannot be used. `key`: key of the message in texts.toml; `values`: what it is about."""

    def __init__(self, key: str, **values):
        super().__init__(key, values)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Brand:
    """company: shown at the foot of each slide. logo: a picture. colour: bars and headings; accent: lines and marks."""

    company: str = ""
    logo: Path | None = None
    colour: str = "#083f60"
    accent: str = "#e08a00"

    @property
    def on_colour(self) -> str:
        """White, ink or black, the first that can be read on the colour; one of them always can."""
        return next(text for text in (WHITE, INK, BLACK) if contrast(text, self.colour) >= READABLE)

    @property
    def heading(self) -> str:
        """The colour where it can be read on white; else ink."""
        return self.colour if contrast(self.colour, WHITE) >= READABLE else INK


def make(table: dict, folder: Path) -> Brand:
    """A Brand from the table [brand] of workshop.toml; `folder`: where a logo's path begins. Raises PlanError."""
    values = {key: str(table[key]) for key in ("company", "colour", "accent") if table.get(key)}
    for key in ("colour", "accent"):
        if key in values and not re.fullmatch(r"#[0-9a-fA-F]{6}", values[key]):
            raise PlanError("brand.colour", value=values[key])
    return Brand(**values, logo=_logo(folder / str(table["logo"])) if table.get("logo") else None)


def _logo(path: Path) -> Path:
    if not path.is_file():
        raise PlanError("brand.missing", path=path)
    if path.suffix.lower() not in LOGOS:
        raise PlanError("brand.kind", path=path, kinds=", ".join(LOGOS))
    try:
        with Image.open(path) as picture:
            picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PlanError("brand.broken", path=path) from error
    return path


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours "#rrggbb", 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
