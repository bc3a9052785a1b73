"""Render the flange pictures. Only for those who want to change the set; users get the pictures with the kit.

Needs Blender's Python module (Python 3.11): pip install "bpy==4.5.*" numpy pillow
    python datasets/flange/make.py                  everything that is still missing
    python datasets/flange/make.py --worker 0/2     every second picture, to run two processes side by side
    python datasets/flange/make.py --table          parts.csv and SHA256SUMS from what has been rendered
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import hashlib
import io
import os
import sys
import tempfile
import time
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from plan import SEED, Shot, shots  # noqa: E402
from surface import SIZE, Surface, surface  # noqa: E402

QUALITY = 90
COLUMNS = (
    "file", "mask", "part", "shot", "split", "condition", "class", "mat", "size_mm", "x", "y", "width", "height",
)  # fmt: skip


def _rng(*names: object) -> np.random.Generator:
    return np.random.default_rng([SEED, *(zlib.crc32(str(n).encode()) for n in names)])


def surface_of(shot: Shot) -> Surface:
    """The same part has the same surface in each of its pictures."""
    return surface(shot.kind, _rng(shot.part, "surface"))


@contextlib.contextmanager
def _silent():
    """Cycles prints to the C library's standard output; keep the progress line readable."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _mask(s: Surface, corners: list[tuple[float, float]], resolution: int) -> Image.Image:
    """Project the true defect mask from the part's top face into the picture."""
    target = np.array(corners)
    source = np.array([(0, 0), (SIZE, 0), (SIZE, SIZE), (0, SIZE)], float)
    rows = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    coefficients = np.linalg.solve(np.array(rows), source.ravel())
    full = Image.fromarray((s.mask * 255).astype(np.uint8))
    big = full.transform(
        (resolution * 4,) * 2, Image.Transform.PERSPECTIVE, _scaled(coefficients), Image.Resampling.BILINEAR
    )
    return big.resize((resolution,) * 2, Image.Resampling.BOX).point(lambda p: 255 if p > 40 else 0).convert("1")


def _scaled(c: np.ndarray) -> list[float]:
    """The same projection for a picture four times as large."""
    return (c / np.array([4, 4, 1, 4, 4, 1, 4, 4])).tolist()


def render(mine: list[Shot], threads: int) -> None:
    from scene import RESOLUTION, Station, view

    with _silent():
        station = Station(threads)
    began = time.monotonic()
    for done, shot in enumerate(mine, 1):
        s = surface_of(shot)
        with _silent(), tempfile.TemporaryDirectory() as folder:
            look = view(shot.condition, _rng(shot.part, shot.shot, shot.condition, "view"))
            station.pose(shot.kind, s, look, shot.mat, _rng(shot.part, "metal"))
            corners = station.corners()
            station.shoot(f"{folder}/picture.png")
            picture = Image.open(f"{folder}/picture.png").convert("RGB")
        if s.mask.any():
            _save(_mask(s, corners, RESOLUTION), HERE / shot.mask, optimize=True)
        _save(picture, HERE / shot.file, quality=QUALITY, method=6)
        left = (time.monotonic() - began) / done * (len(mine) - done)
        print(f"\r{done}/{len(mine)}  {shot.file}  {left / 60:.0f} min left   ", end="", flush=True)
    print()


def _save(image: Image.Image, path: Path, **options) -> None:
    """Write beside the target and move: a run cut off leaves no half picture behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name("~" + path.name)
    image.save(part, **options)
    part.replace(path)


def _row(shot: Shot) -> list:
    row = [shot.file, "", shot.part, shot.shot, shot.split, shot.condition, shot.kind, shot.mat]
    if not (HERE / shot.mask).exists():
        return [*row, "", "", "", "", ""]
    row[1] = shot.mask
    left, top, right, bottom = Image.open(HERE / shot.mask).getbbox() or (0, 0, 0, 0)
    return [*row, surface_of(shot).size_mm, (left + right) // 2, (top + bottom) // 2, right - left, bottom - top]


def table() -> None:
    """Write parts.csv (positions in pixels, sizes in millimetres on the part) and SHA256SUMS."""
    there = sorted((s for s in shots() if (HERE / s.file).exists()), key=lambda s: s.file)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(s) for s in there)
    (HERE / "parts.csv").write_text(text.getvalue(), "utf-8", newline="\n")
    names = ["parts.csv", *(s.file for s in there), *(s.mask for s in there if (HERE / s.mask).exists())]
    sums = [f"{hashlib.sha256((HERE / n).read_bytes()).hexdigest()}  {n}\n" for n in sorted(names)]
    (HERE / "SHA256SUMS").write_text("".join(sums), "utf-8", newline="\n")
    print(f"{len(there)} pictures of {len(shots())} in parts.csv")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worker", default="0/1", help="i/n: the i-th of n processes")
    parser.add_argument("--limit", type=int, help="stop after so many pictures")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    if options.table:
        table()
        return
    index, workers = map(int, options.worker.split("/"))
    mine = [s for s in shots()[index::workers] if not (HERE / s.file).exists()]
    render(mine[: options.limit], options.threads)


if __name__ == "__main__":
    main()
