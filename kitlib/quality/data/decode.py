"""One file nobody has looked at -> a small RGB array, or a plain reason why not."""

from __future__ import annotations

import io
import threading

import numpy as np
import pi_heif
from PIL import Image, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")  # and HEIF; others, such as EPS, run far too much code
SMALLEST = 16
LONGEST = 40_000
MEGAPIXELS = {"JPEG": 80, "MPO": 80, "WEBP": 25}  # JPEG is reduced while it is decoded, WebP needs 16 bytes a pixel
MEGAPIXELS_ELSE = 60
FILE_BYTES = 100 * 2**20
_STRIP = 2**20
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ONE_AT_A_TIME = threading.Lock()  # thirty uploads at once must not add up to thirty full-size pictures


class Unusable(Exception):
    """This file gives no picture; `code` and `values` as in `Problem`."""

    def __init__(self, code: str, **values):
        super().__init__(code, values)
        self.code, self.values = code, values


def decode(data: bytes, size: int) -> tuple[np.ndarray, bool]:
    """The picture in `data` as (h, w, 3) uint8 with long side `size`, and whether there are more frames than this one.

    The kind of file is told from its content, not its name. Upright as its EXIF notes say, transparency on white.
    Raises Unusable and nothing else. Needs at most 400 MiB, however many threads ask at once; a phone's JPEG 20.
    """
    if not data:
        raise Unusable("empty_file")
    if len(data) > FILE_BYTES:
        raise Unusable("file_too_big", limit=FILE_BYTES // 2**20)
    with _ONE_AT_A_TIME:
        try:
            image = _open(data)
            frames = image.format != "MPO" and bool(getattr(image, "is_animated", False))
            return _small(image, size), frames
        except Unusable:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise Unusable("too_many_pixels", limit=MEGAPIXELS_ELSE, side=LONGEST) from None
        except UnidentifiedImageError:
            raise Unusable("damaged" if data.startswith(_BEGINNINGS) else "not_picture") from None
        except Exception:  # a decoder fed with arbitrary bytes may raise anything
            raise Unusable("damaged") from None


def _open(data: bytes) -> Image.Image:
    """Open and judge by the header; pixels are not decoded yet (HEIF: decoded, after its header was judged)."""
    if data.startswith(_ARCHIVES):
        raise Unusable("archive")
    if pi_heif.get_file_mimetype(data[:32]).startswith(("image/heic", "image/heif")):
        heif = pi_heif.open_heif(io.BytesIO(data))
        _judge(*heif.size, "HEIF")
        return heif.to_pillow()
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":  # Pillow makes room for its pixels as soon as it opens it
        _judge(*_webp_size(data), "WEBP")
    image = Image.open(io.BytesIO(data), formats=FORMATS)
    _judge(*image.size, image.format)
    return image


def _judge(width: int, height: int, kind: str) -> None:
    limit = MEGAPIXELS.get(kind, MEGAPIXELS_ELSE)
    if width * height > limit * 1_000_000 or max(width, height) > LONGEST:
        raise Unusable("too_many_pixels", limit=limit, side=LONGEST)
    if min(width, height) < SMALLEST:
        raise Unusable("too_small", width=width, height=height, limit=SMALLEST)


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height from the header (RFC 9649, sections 2.5 to 2.7)."""
    if len(data) < 30:
        raise Unusable("damaged")
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


def _small(image: Image.Image, size: int) -> np.ndarray:
    image.draft(None, (2 * size, 2 * size))
    image.load()
    small = _reduced(image, max(1, max(image.size) // (2 * size)))
    turn = _TURNED.get(_orientation(image))
    if turn is not None:
        small = small.transpose(turn)
    scale = size / max(small.size)
    target = tuple(max(1, round(side * scale)) for side in small.size)
    return np.asarray(small.resize(target, Image.Resampling.LANCZOS))


def _orientation(image: Image.Image) -> int:
    try:
        return image.getexif().get(0x0112, 1)
    except Exception:  # notes of the camera that cannot be read are no reason to refuse its picture
        return 1


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """Means of factor x factor pixels as RGB, strip by strip: converting the whole at once would double the memory."""
    width, height = image.size
    step = max(1, _STRIP // (width * factor)) * factor
    white = _white(image)
    small = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    for top in range(0, height, step):
        strip = _rgb(image.crop((0, top, width, min(height, top + step))), white)
        small.paste(strip.reduce(factor), (0, top // factor))
    return small


def _white(image: Image.Image) -> float | None:
    """The value that stands for white in a grey picture of more than 8 bits: cameras store 8, 12 or 16 bits in it."""
    if not image.mode.startswith(("I", "F")):
        return None
    highest = image.getextrema()[1]
    usual = (1, 255, 4095, 65535) if image.mode == "F" else (255, 4095, 65535)
    return next((level for level in usual if highest <= level), highest)


def _rgb(strip: Image.Image, white: float | None) -> Image.Image:
    if white is not None:
        with np.errstate(all="ignore"):
            grey = np.nan_to_num(np.asarray(strip, np.float32) * np.float32(255 / white))
        return Image.fromarray(grey.clip(0, 255).round().astype(np.uint8)).convert("RGB")
    if strip.has_transparency_data:
        see_through = strip.convert("RGBA")
        opaque = Image.new("RGB", strip.size, "white")
        opaque.paste(see_through, mask=see_through.getchannel("A"))
        return opaque
    return strip.convert("RGB")
