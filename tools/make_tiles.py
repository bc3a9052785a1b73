"""Draws the pictures on the start page's tiles from the shipped pictures and icons: `python tools/make_tiles.py`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from kitlib.quality.data.flange import flange
from kitlib.quality.model import look
from kitlib.recommender.data.shop import icon
from kitlib.ui import overlay

KITLIB = Path(__file__).resolve().parents[1] / "kitlib"
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
    wide.save(KITLIB / "quality" / f"tile-{name}.webp", quality=88, method=6)


def clearest(kind: str) -> int:
    """The part of one kind with the largest defect: a tile is small."""
    sizes = flange("standard", split="test", kinds=(kind,)).info["size_mm"].to_numpy(float)
    return int(np.argsort(sizes)[-2])


def photo(condition: str, kind: str, number: int = 0) -> np.ndarray:
    return flange(condition, kinds=(kind,)).images[number]


def card(name: str, x: float, y: float, size: float = 120, line: str = "#c3ced6") -> str:
    """An article of the shop on a white card."""
    box = f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="12" fill="#fff" stroke="{line}" stroke-width="5"/>'
    drawing = icon(name).replace("<svg ", f'<svg x="{x + size / 6}" y="{y + size / 6}" width="{size * 2 / 3}" ', 1)
    return box + drawing.replace("<svg ", f'<svg height="{size * 2 / 3}" ', 1)


def shop_tile(name: str, *parts: str) -> None:
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#e1e9ee"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    (KITLIB / "recommender" / f"tile-{name}.svg").write_text(f"{head}{ground}{''.join(parts)}</svg>\n", "utf-8")


def shop_tiles() -> None:
    """Bought and recommended; many of one and few of another; one place among others; a full shelf."""
    arrow = '<path d="M372 180h56m-22-24 24 24-24 24" fill="none" stroke="#0b5c8a" stroke-width="9"/>'
    bought = [card(n, 30 + 112 * i, 130, 100) for i, n in enumerate(("plant_pot", "spade", "watering_can"))]
    shop_tile("02a-recommender", *bought, arrow, card("shears", 456, 105, 150, "#0b5c8a"))
    heights = (250, 130, 80, 52, 36, 26)
    bars = [
        f'<rect x="{40 + 96 * i}" y="{310 - h}" width="80" height="{h}" fill="#0b5c8a"/>' for i, h in enumerate(heights)
    ]
    shop_tile("02b-recommender-effects", *bars, card("glove", 45, 70, 70, "#fff"), card("model_plane", 525, 200, 70))
    names = ("drill", "sandpaper", "hammer", "child", "screw", "level", "brush", "clamp")
    cards = [card(n, 62 + 134 * (i % 4), 50 + 136 * (i // 4), 114) for i, n in enumerate(names)]
    mark = '<rect x="456" y="42" width="130" height="130" rx="16" fill="none" stroke="#e08a00" stroke-width="9"/>'
    shop_tile("02c-recommender-limits", *cards, mark)
    names = ("helmet", "saw", "drill", "boot", "tape_measure", "paint_bucket", "hose", "toolbox", "camping", "sewing")
    cards = [card(n, 28 + 119 * (i % 5), 56 + 132 * (i // 5), 108) for i, n in enumerate(names)]
    shop_tile("02d-recommender-free", *cards)


def main() -> None:
    shop_tiles()
    chip = flange("standard", split="test", kinds=("chip",)).images[clearest("chip")]
    row("01a-quality", [framed(photo("standard", "ok"), BLUE), framed(chip, RED)])
    row("01b-quality-limits", [framed(photo("dim", "stain"), RED), framed(photo("wrong_part", "gear"), RED)])
    dent, number = flange("standard", split="test", kinds=("dent",)), clearest("dent")
    hot = overlay(dent.images[number], look.heat("line", "dent", number), look.top())
    row("01c-quality-free", [framed(dent.images[number], RED), framed(hot, RED)])


if __name__ == "__main__":
    main()
