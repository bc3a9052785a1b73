"""What tests ask of a picture for slides: it is one, its letters are inside and apart, its words are its language's."""

import io
import re
from xml.etree import ElementTree

from PIL import Image, ImageFont

from kitlib.trainer.raster import FONTS
from kitlib.ui import LANGUAGES, Picture

SVG = "{http://www.w3.org/2000/svg}"


def numbers(picture: Picture) -> list[int]:
    """The whole numbers written in a drawing, from top left to bottom right."""
    words = [node.text for node in ElementTree.fromstring(picture.data).iter(f"{SVG}text")]
    return [int(one) for one in words if one and one.isdigit()]


def valid(picture: Picture) -> None:
    """It can be drawn, and no words run out of it or into each other."""
    if picture.kind != "svg":
        assert min(Image.open(io.BytesIO(picture.data)).size) > 300
        return
    root = ElementTree.fromstring(picture.data)
    width, height = (float(v) for v in root.get("viewBox").split()[2:])
    boxes = [_box(node) for node in root.iter(f"{SVG}text") if node.text and not node.get("transform")]
    for words, left, right, top, bottom in boxes:
        assert left >= -1 and right <= width + 1 and top >= -1 and bottom <= height + 1, words
    for i, (words, *a) in enumerate(boxes):
        for other, *b in boxes[:i]:
            apart = a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]
            assert apart, f"{words!r} runs into {other!r}"


def _box(node) -> tuple[str, float, float, float, float]:
    """(words, left, right, top, bottom) with the letters of our slides."""
    size = float(node.get("font-size"))
    style = "Bold" if int(node.get("font-weight") or 400) >= 600 else "Regular"
    wide = ImageFont.truetype(FONTS[0] / f"AtkinsonHyperlegibleNext-{style}.ttf", 100).getlength(node.text) * size / 100
    x, y = float(node.get("x")), float(node.get("y"))
    left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[node.get("text-anchor") or "start"]
    return node.text, left, left + wide, y - 0.7 * size, y + 0.1 * size


def told(pictures: dict[str, Picture]) -> None:
    """The alternatives of one picture in all languages: sentences, filled in, each in its own words."""
    assert set(pictures) == set(LANGUAGES)
    assert len({picture.alt for picture in pictures.values()}) == len(LANGUAGES)
    for picture in pictures.values():
        assert len(picture.alt) > 60 and not re.search(r"[{}<>]|nan|None", picture.alt), picture.alt
