"""Draws the pictures on the start page's tiles from the shipped pictures: `python tools/make_tiles.py`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from kitlib.quality.data.flange import flange
from kitlib.quality.model import look
from kitlib.ui import overlay

SLICE = Path(__file__).resolve().parents[1] / "kitlib" / "quality"
WIDTH, HEIGHT, SIZE = 640, 360, 300
BLUE, RED = (11, 92, 138), (179, 72, 10)


def framed(picture: np.ndarray, colour: tuple[int, int, int]) -> Image.Image:
    tile = Image.fromarray(picture).resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    ImageDraw.Draw(tile).rectangle((0, 0, SIZE - 1, SIZE - 1), outline=colour, width=6)
    return tile


def row(name: str, tiles: list[Image.Image]) -> None:
    wide = Image.new("RGB", (WIDTH, HEIGHT), (225, 233, 238))
    gap = (WIDTH - 2 * SIZE) // 3
    for i, tile in enumerate(tiles):
        wide.paste(tile, (gap + i * (SIZE + gap), (HEIGHT - SIZE) // 2))
    wide.save(SLICE / f"tile-{name}.webp", quality=88, method=6)


def clearest(kind: str) -> int:
    """The part of one kind with the largest defect: a tile is small."""
    sizes = flange("standard", split="test", kinds=(kind,)).info["size_mm"].to_numpy(float)
    return int(np.argsort(sizes)[-2])


def photo(condition: str, kind: str, number: int = 0) -> np.ndarray:
    return flange(condition, kinds=(kind,)).images[number]


def main() -> None:
    chip = flange("standard", split="test", kinds=("chip",)).images[clearest("chip")]
    row("01a-quality", [framed(photo("standard", "ok"), BLUE), framed(chip, RED)])
    row("01b-quality-limits", [framed(photo("dim", "stain"), RED), framed(photo("wrong_part", "gear"), RED)])
    dent, number = flange("standard", split="test", kinds=("dent",)), clearest("dent")
    hot = overlay(dent.images[number], look.heat("line", "dent", number), look.top())
    row("01c-quality-free", [framed(dent.images[number], RED), framed(hot, RED)])


if __name__ == "__main__":
    main()
