"""Files as strangers bring them, made on the spot."""

import io
import struct
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

FIXTURES = Path(__file__).parent / "fixtures"


def noise(seed=0, size=(64, 48), mode="RGB") -> Image.Image:
    """A picture like no other."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 255, (6, 8, 3), np.uint8))
    return small.resize(size, Image.Resampling.BICUBIC).convert(mode)


def encoded(image: Image.Image, kind="PNG", **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def picture(seed=0, kind="PNG", **options) -> bytes:
    return encoded(noise(seed), kind, **options)


def good(n=5, classes=("defekt", "ok"), kind="PNG") -> dict[str, bytes]:
    """Path -> content: `n` different pictures a class."""
    paths = [f"{c}/Bild {i}.{kind.lower()}" for c in classes for i in range(n)]
    return {path: picture(seed, kind) for seed, path in enumerate(paths)}


def zipped(files: dict[str, bytes], method=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return out.getvalue()


@lru_cache
def bomb_png(width: int, height: int) -> bytes:
    """A true picture of that size, height in hundreds, in very few bytes: one bit a pixel, all the same."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packed = zlib.compressobj(1)
    rows = bytes((width // 8 + 1) * 100)
    content = b"".join(packed.compress(rows) for _ in range(height // 100)) + packed.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", content) + chunk(b"IEND", b"")


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder
