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


def drawing(demo: str, name: str, *parts: str) -> None:
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#e1e9ee"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    (KITLIB / demo / f"tile-{name}.svg").write_text(f"{head}{ground}{''.join(parts)}</svg>\n", "utf-8")


def shop_tiles() -> None:
    """Bought and recommended; many of one and few of another; one place among others; a full shelf."""
    arrow = '<path d="M372 180h56m-22-24 24 24-24 24" fill="none" stroke="#0b5c8a" stroke-width="9"/>'
    bought = [card(n, 30 + 112 * i, 130, 100) for i, n in enumerate(("plant_pot", "spade", "watering_can"))]
    drawing("recommender", "02a-recommender", *bought, arrow, card("shears", 456, 105, 150, "#0b5c8a"))
    heights = (250, 130, 80, 52, 36, 26)
    bars = [
        f'<rect x="{40 + 96 * i}" y="{310 - h}" width="80" height="{h}" fill="#0b5c8a"/>' for i, h in enumerate(heights)
    ]
    drawing(
        "recommender",
        "02b-recommender-effects",
        *bars,
        card("glove", 45, 70, 70, "#fff"),
        card("model_plane", 525, 200, 70),
    )
    names = ("drill", "sandpaper", "hammer", "child", "screw", "level", "brush", "clamp")
    cards = [card(n, 62 + 134 * (i % 4), 50 + 136 * (i // 4), 114) for i, n in enumerate(names)]
    mark = '<rect x="456" y="42" width="130" height="130" rx="16" fill="none" stroke="#e08a00" stroke-width="9"/>'
    drawing("recommender", "02c-recommender-limits", *cards, mark)
    names = ("helmet", "saw", "drill", "boot", "tape_measure", "paint_bucket", "hose", "toolbox", "camping", "sewing")
    cards = [card(n, 28 + 119 * (i % 5), 56 + 132 * (i // 5), 108) for i, n in enumerate(names)]
    drawing("recommender", "02d-recommender-free", *cards)


def bubble(x: float, y: float, width: float, lines: int, fill: str = "#fff", ink: str = "#8496a3") -> str:
    """Something said: grey strokes for its lines, the last one shorter."""
    height = 30 + 26 * lines
    strokes = "".join(
        f'<path d="M{x + 24} {y + 28 + 26 * i}h{(width - 48) * (0.6 if i == lines - 1 else 1):.0f}"/>'
        for i in range(lines)
    )
    box = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="16" fill="{fill}"/>'
    return f'{box}<g stroke="{ink}" stroke-width="9" stroke-linecap="round">{strokes}</g>'


def person(x: float, y: float) -> str:
    """Somebody who takes over."""
    return f'<g fill="#b3480a"><circle cx="{x}" cy="{y}" r="26"/><path d="M{x - 48} {y + 88}a48 52 0 0 1 96 0z"/></g>'


def chat_tiles() -> None:
    """Asked, answered or handed over; words that may follow; masked; a table; a talk."""
    asked = bubble(36, 40, 300, 2, "#0b5c8a", "#d7e6ef")
    drawing("chatbot", "03a-chatbot", asked, bubble(150, 152, 330, 3), person(556, 200))
    paths = [f'<path d="M152 180C200 180 200 {y} 246 {y}"/>' for y in (80, 180, 280)]
    paths += [f'<path d="M398 80C440 80 440 {y} 478 {y}"/>' for y in (80, 180)]
    ways = f'<g fill="none" stroke="#8496a3" stroke-width="7">{"".join(paths)}</g>'
    words = [bubble(x, y - 28, 130, 1) for x, y in ((26, 180), (256, 180), (256, 280), (488, 180))]
    taken = [bubble(x, 52, 130, 1, "#0b5c8a", "#d7e6ef") for x in (256, 488)]
    drawing("chatbot", "03b-chatbot-text", ways, *words, *taken)
    masked = [(64, 92, 170), (296, 92, 120), (64, 184, 260), (250, 230, 150)]
    bars = "".join(f'<rect x="{x}" y="{y - 16}" width="{w}" height="32" fill="#1b2733"/>' for x, y, w in masked)
    lines = "".join(f'<path d="M64 {92 + 46 * i}h{(512, 470, 512, 440)[i]}"/>' for i in range(4))
    sheet = '<rect x="36" y="40" width="568" height="280" rx="16" fill="#fff"/>'
    text = f'<g stroke="#c3ced6" stroke-width="10" stroke-linecap="round">{lines}</g>'
    drawing("chatbot", "03c-chatbot-work", sheet, text, bars)
    rows = [bubble(40, 34 + 76 * i, 250, 1, "#0b5c8a", "#d7e6ef") for i in range(4)]
    answers = [bubble(370, 58, 230, 2), bubble(370, 210, 230, 2)]
    pairs = zip((62, 138, 214, 290), (99, 99, 251, 251), strict=True)
    arrows = "".join(f'<path d="M296 {a}L364 {b}"/>' for a, b in pairs)
    drawing("chatbot", "03d-chatbot-own", f'<g stroke="#8496a3" stroke-width="6">{arrows}</g>', *rows, *answers)
    talk = [bubble(36, 34, 260, 1, "#0b5c8a", "#d7e6ef"), bubble(250, 104, 340, 2)]
    drawing(
        "chatbot", "03e-chatbot-free", *talk, bubble(36, 200, 300, 1, "#0b5c8a", "#d7e6ef"), bubble(330, 270, 260, 1)
    )


def main() -> None:
    shop_tiles()
    chat_tiles()
    chip = flange("standard", split="test", kinds=("chip",)).images[clearest("chip")]
    row("01a-quality", [framed(photo("standard", "ok"), BLUE), framed(chip, RED)])
    row("01b-quality-limits", [framed(photo("dim", "stain"), RED), framed(photo("wrong_part", "gear"), RED)])
    dent, number = flange("standard", split="test", kinds=("dent",)), clearest("dent")
    hot = overlay(dent.images[number], look.heat("line", "dent", number), look.top())
    row("01c-quality-free", [framed(dent.images[number], RED), framed(hot, RED)])


if __name__ == "__main__":
    main()
