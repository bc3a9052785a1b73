"""Which pictures the flange set consists of: one `Shot` a picture, made from a seed, without Blender."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

SEED = 2026
DEFECTS = ("scratch", "dent", "stain", "missing_hole", "chip")
TEST_SHARE = 1 / 3
COPIES = 6


@dataclass(frozen=True)
class Shot:
    """One picture to render: `part` is the piece of metal, `shot` counts the pictures of the same piece."""

    part: str
    shot: int
    split: str
    condition: str
    kind: str
    mat: str = "plate"

    @property
    def file(self) -> str:
        return f"pictures/{self.condition}/{self.part}_{self.kind}_{self.shot}.webp"

    @property
    def mask(self) -> str:
        return f"masks/{self.condition}/{self.part}_{self.kind}_{self.shot}.png"


def _series(prefix: str, condition: str, per_kind: dict[str, int], split: str | None = None, mat="plate") -> list[Shot]:
    """Parts of one condition; without a fixed `split` every third part of a kind goes to the test."""
    shots = []
    for kind, count in per_kind.items():
        for i in range(count):
            part_split = split or ("test" if i % round(1 / TEST_SHARE) == 0 else "train")
            shots.append(Shot(f"{prefix}{len(shots):04d}", 0, part_split, condition, kind, mat))
    return shots


def _mats(prefix: str, condition: str, split: str, count: int, swapped: bool) -> list[Shot]:
    """Half ok on one mat, half defective on the other: the shortcut is planted on purpose, learners must find it."""
    ok_mat, defect_mat = ("blue", "grey") if swapped else ("grey", "blue")
    ok = _series(f"{prefix}A", condition, {"ok": count // 2}, split, ok_mat)
    defective = _series(f"{prefix}B", condition, dict.fromkeys(DEFECTS, count // 10), split, defect_mat)
    return ok + defective


def _changed(standard: list[Shot]) -> list[Shot]:
    """The same test parts once more under each of four changed conditions, half of them ok."""
    test = [s for s in standard if s.split == "test"]
    chosen = [s for s in test if s.kind == "ok"][:40]
    chosen += [s for kind in DEFECTS for s in [t for t in test if t.kind == kind][:8]]
    conditions = ("dim", "other_side", "tilted", "turned")
    return [replace(s, condition=condition) for condition in conditions for s in chosen]


def shots() -> list[Shot]:
    """All pictures in rendering order: shuffled, so that an interrupted run already holds a bit of everything."""
    standard = _series("P", "standard", {"ok": 620} | dict.fromkeys(DEFECTS, 124))
    copied = _series("C", "copies", {"ok": 30} | dict.fromkeys(DEFECTS, 6), "copies")
    everything = standard + _changed(standard)
    everything += [replace(s, shot=i) for s in copied for i in range(COPIES)]
    everything += _series("U", "unknown_defect", {"crack": 80}, "test")
    everything += _series("W", "wrong_part", {"washer": 30, "gear": 30}, "test")
    everything += _mats("S", "mats", "train", 100, swapped=False)
    everything += _mats("T", "mats", "test", 40, swapped=False)
    everything += _mats("X", "mats_swapped", "test", 80, swapped=True)
    order = np.random.default_rng(SEED).permutation(len(everything))
    first = [s for s in standard if int(s.part[1:]) % 6 == 0]
    rest = [everything[i] for i in order]
    return list(dict.fromkeys(first + rest))
