"""The flange set: rendered pictures of turned steel flanges, see datasets/flange/DATASHEET.md."""

from __future__ import annotations

import hashlib
import io
import os
import threading
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
from PIL import Image

from .photos import Photos
from .pictures import Pictures, PicturesError, Problem

CLASSES = ("ok", "defective")
_TABLE, _SUMS = "parts.csv", "SHA256SUMS"
_LOADING = threading.Lock()


def folder() -> Path:
    """Where the flange set lies: in `$KIT_DATASETS/flange`, else in the checkout this package belongs to."""
    datasets = os.environ.get("KIT_DATASETS")
    return (Path(datasets) if datasets else Path(__file__).parents[3] / "datasets") / "flange"


def flange(condition: str = "standard", split: str | None = None, kinds: Iterable[str] | None = None) -> Pictures:
    """Pictures of the flange set, classes ("ok", "defective"), checked against their checksums.

    condition: standard, dim, other_side, tilted, turned, copies, unknown_defect, wrong_part, mats or mats_swapped.
    split: train or test (all: None); parts of the one never appear in the other.
    kinds: which of ok, scratch, dent, stain, missing_hole, chip, crack, washer, gear (all: None).
    `groups` is the part; `info` has the columns of parts.csv with `kind` for its column `class`.
    The same arguments give the same object. Raises ValueError for an unknown name, PicturesError when files are missing
    or changed.
    """
    with _LOADING:
        return _select(folder(), condition, split, None if kinds is None else tuple(kinds))


def mask(pictures: Pictures, i: int) -> np.ndarray:
    """(h, w) bool: where the defect of flange picture `i` truly is, as rendered; empty for ok parts and wrong products.

    Changes applied at run time (rotation) are not followed. Raises ValueError for pictures of another set.
    """
    if pictures.info is None or "mask" not in pictures.info:
        raise ValueError("only pictures of the flange set have masks")
    name = pictures.info["mask"].iloc[i]
    if not name:
        return np.zeros(pictures.images.shape[1:3], bool)
    with _LOADING:
        return _mask(folder(), name)


def check(progress: Callable[[int, int], None] | None = None) -> list[Problem]:
    """Compare all files of the set with their checksums: nothing if all is well. Calls `progress(done, total)`."""
    root = folder()
    try:
        sums = _sums(root)
    except PicturesError as error:
        return [error.problem]
    missing, changed = [], []
    for done, name in enumerate(sums, 1):
        found = _read(root, name)
        if found is None:
            missing.append(name)
        elif not _same(found, name, sums):
            changed.append(name)
        if progress:
            progress(done, len(sums))
    return _complaints(missing, changed)


def _complaints(missing: list[str], changed: list[str]) -> list[Problem]:
    both = (("flange_missing", missing), ("flange_changed", changed))
    return [_complaint(code, names) for code, names in both if names]


def _complaint(code: str, names: list[str]) -> Problem:
    more = ", …" if len(names) > 3 else ""
    return Problem(code, str(folder()), {"count": len(names), "examples": ", ".join(names[:3]) + more, "files": names})


def _read(root: Path, name: str) -> bytes | None:
    try:
        return (root / name).read_bytes()
    except OSError:
        return None


def _same(data: bytes, name: str, sums: dict[str, str]) -> bool:
    if name.endswith(".csv"):  # Git on Windows may have turned the line ends
        data = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(data).hexdigest() == sums.get(name)


def _sums(root: Path) -> dict[str, str]:
    text = _read(root, _SUMS)
    if text is None:
        raise PicturesError(_complaint("flange_missing", [_SUMS]))
    lines = (line.split(maxsplit=1) for line in text.decode("utf-8", "replace").splitlines() if line.strip())
    return {line[-1]: line[0] for line in lines}


_sums_once = lru_cache(maxsize=4)(_sums)


def _verified(root: Path, names: Iterable[str]) -> list[bytes]:
    """The contents of all `names`, or PicturesError naming every file that is missing or changed."""
    names, sums = list(names), _sums_once(root)
    contents = [_read(root, name) for name in names]
    missing = [name for name, data in zip(names, contents, strict=True) if data is None]
    changed = [n for n, data in zip(names, contents, strict=True) if data is not None and not _same(data, n, sums)]
    problems = _complaints(missing, changed)
    if problems:
        raise PicturesError(problems[0], tuple(problems))
    return contents


@lru_cache(maxsize=4)
def _table(root: Path) -> pd.DataFrame:
    pixels = ["x", "y", "width", "height"]
    none = {name: [""] for name in ["size_mm", *pixels]}
    table = pd.read_csv(io.BytesIO(_verified(root, [_TABLE])[0]), keep_default_na=False, na_values=none)
    table[pixels] = table[pixels].astype("Int64")
    return table.rename(columns={"class": "kind"}).sort_values(["split", "part", "shot"], ignore_index=True)


@lru_cache(maxsize=16)
def _condition(root: Path, condition: str) -> Pictures:
    table = _table(root)
    _known("condition", condition, table["condition"])
    rows = table[table["condition"] == condition].reset_index(drop=True)
    return Pictures(
        images=Photos(_verified(root, rows["file"])),
        labels=(rows["kind"] != "ok").to_numpy(int),
        classes=CLASSES,
        names=tuple(Path(file).name for file in rows["file"]),
        groups=rows["part"].to_numpy(str),
        info=rows,
    )


@lru_cache(maxsize=32)
def _select(root: Path, condition: str, split: str | None, kinds: tuple[str, ...] | None) -> Pictures:
    pictures = _condition(root, condition)
    chosen = np.ones(len(pictures), bool)
    if split is not None:
        _known("split", split, pictures.info["split"])
        chosen &= pictures.info["split"].to_numpy() == split
    for kind in kinds or ():
        _known("kind", kind, _table(root)["kind"])
    if kinds is not None:
        chosen &= pictures.info["kind"].isin(kinds).to_numpy()
    return pictures.subset(chosen)


def _known(what: str, name: str, names: pd.Series) -> None:
    if name not in set(names):
        raise ValueError(f"unknown {what} {name!r}; there are {', '.join(sorted(set(names)))}")


@lru_cache(maxsize=256)
def _mask(root: Path, name: str) -> np.ndarray:
    found = np.array(Image.open(io.BytesIO(_verified(root, [name])[0]), formats=["PNG"]).convert("1"))
    found.flags.writeable = False
    return found
