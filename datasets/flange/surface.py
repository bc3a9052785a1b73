"""The surface of one part as two square maps: turning marks, harmless smudges, and the defect with its true mask.

Maps cover the disc's bounding square, x and y from -1 to 1 in units of the outer radius (60 mm).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIZE = 1024
RADIUS_MM = 60.0
HOLES, HOLE_CIRCLE, HOLE_RADIUS = 6, 0.7, 0.085


@dataclass(frozen=True)
class Surface:
    """height (SIZE, SIZE) in arbitrary bump units; stain, smudge, tone (SIZE, SIZE) in 0..1; mask (SIZE, SIZE) bool."""

    height: np.ndarray
    stain: np.ndarray
    smudge: np.ndarray
    tone: np.ndarray
    mask: np.ndarray
    stain_colour: tuple[float, float, float]
    size_mm: float
    chip: tuple[float, float, float] | None = None
    missing: int | None = None


def _grid() -> tuple[np.ndarray, np.ndarray]:
    axis = (np.arange(SIZE) + 0.5) / SIZE * 2 - 1
    return np.meshgrid(axis, axis)


def _clouds(rng: np.random.Generator, cells: int) -> np.ndarray:
    coarse = Image.fromarray(rng.uniform(0, 1, (cells, cells)).astype(np.float32))
    return np.asarray(coarse.resize((SIZE, SIZE), Image.Resampling.BICUBIC), np.float32)


def _place(rng: np.random.Generator, clear: float) -> tuple[float, float]:
    """A point on the flat ring between hub and rim, at least `clear` away from each bolt hole's edge."""
    angles = 2 * np.pi * np.arange(HOLES) / HOLES
    while True:
        r, a = rng.uniform(0.6, 0.92), rng.uniform(0, 2 * np.pi)
        x, y = r * np.cos(a), r * np.sin(a)
        gap = np.hypot(x - HOLE_CIRCLE * np.cos(angles), y - HOLE_CIRCLE * np.sin(angles)).min()
        if gap > HOLE_RADIUS + clear:
            return x, y


def _line(points: np.ndarray, width: float) -> np.ndarray:
    """A polyline in part units drawn into the map, 0..1, soft at the edge."""
    image = Image.new("L", (SIZE, SIZE), 0)
    pixels = [tuple(p) for p in (points + 1) / 2 * SIZE]
    ImageDraw.Draw(image).line(pixels, fill=255, width=max(1, round(width)), joint="curve")
    return np.asarray(image.filter(ImageFilter.GaussianBlur(1.0)), np.float32) / 255


def turning_marks(rng: np.random.Generator) -> np.ndarray:
    """Concentric marks of the lathe: a fine feed spiral and a coarse profile of each part's own."""
    x, y = _grid()
    r = np.hypot(x, y)
    feed = 0.10 * np.sin(r * rng.uniform(400, 480) + rng.uniform(0, 6.3))
    profile = np.interp(r.ravel(), np.linspace(0, 1.42, 400), rng.normal(size=400)).reshape(r.shape)
    return (feed + rng.uniform(0.04, 0.10) * profile).astype(np.float32)


def _scratch(rng, severity):
    height, length = np.zeros((SIZE, SIZE), np.float32), 0.0
    for _ in range(rng.integers(1, 3)):
        x, y = _place(rng, 0.02)
        heading, bend, reach = (
            rng.uniform(0, 2 * np.pi),
            rng.uniform(-0.8, 0.8),
            rng.uniform(0.15, 0.3) + 0.4 * severity,
        )
        t = np.linspace(0, 1, 40)
        points = np.c_[x + reach * t * np.cos(heading + bend * t), y + reach * t * np.sin(heading + bend * t)]
        points = points[(np.hypot(*points.T) > 0.54) & (np.hypot(*points.T) < 0.98)]
        if len(points) > 8:
            height = np.maximum(height, _line(points, 4 + 8 * severity))
            length = max(length, float(np.hypot(*np.diff(points, axis=0).T).sum()))
    if not length:
        return _scratch(rng, severity)
    return {"height": -(0.7 + 1.3 * severity) * height, "tone": 0.45 * height, "mask": height > 0.2, "size": length}


def _dent(rng, severity):
    x0, y0 = _place(rng, 0.03)
    s = 0.025 + 0.045 * severity
    x, y = _grid()
    bump = np.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * s * s)).astype(np.float32)
    return {"height": -(2.0 + 2.5 * severity) * bump, "mask": bump > 0.2, "size": 3.6 * s}


def _stain(rng, severity):
    x0, y0 = _place(rng, 0.0)
    s = 0.045 + 0.08 * severity
    x, y = _grid()
    blob = np.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * s * s))
    stain = np.clip((blob * (0.5 + _clouds(rng, 40)) - 0.35) * 3, 0, 1) * (0.6 + 0.4 * severity)
    return {"stain": stain.astype(np.float32), "mask": stain > 0.15, "size": 3.0 * s}


def _crack(rng, severity):
    hole, out = rng.integers(HOLES), rng.choice([-1, 1])
    a = 2 * np.pi * hole / HOLES
    start = HOLE_CIRCLE * np.array([np.cos(a), np.sin(a)])
    heading = a + (0 if out > 0 else np.pi) + rng.normal(0, 0.5)
    steps = rng.normal(0, 0.5, 14)
    walk = 0.02 * np.cumsum(np.c_[np.cos(heading + steps), np.sin(heading + steps)], axis=0) * (0.8 + 0.5 * severity)
    points = start + HOLE_RADIUS * np.array([np.cos(heading), np.sin(heading)]) * 0.9 + walk
    line = _line(points, 4 + 5 * severity)
    return {"height": -2.5 * line, "tone": 0.95 * line, "mask": line > 0.2, "size": float(np.ptp(walk, axis=0).max())}


def _chip(rng, severity):
    a, radius = rng.uniform(0, 2 * np.pi), 0.07 + 0.13 * severity
    x0, y0 = 1.02 * np.cos(a), 1.02 * np.sin(a)
    x, y = _grid()
    mask = (np.hypot(x - x0, y - y0) < radius) & (np.hypot(x, y) <= 1)
    return {"mask": mask, "size": 2 * radius, "chip": (x0, y0, radius)}


def _missing_hole(rng, severity):
    hole = int(rng.integers(HOLES))
    a = 2 * np.pi * hole / HOLES
    x, y = _grid()
    mask = np.hypot(x - HOLE_CIRCLE * np.cos(a), y - HOLE_CIRCLE * np.sin(a)) < HOLE_RADIUS
    return {"mask": mask, "size": 2 * HOLE_RADIUS, "missing": hole}


_MAKERS = {
    "scratch": _scratch,
    "dent": _dent,
    "stain": _stain,
    "crack": _crack,
    "chip": _chip,
    "missing_hole": _missing_hole,
}
_STAINS = [
    (0.16, 0.06, 0.025),
    (0.05, 0.045, 0.04),
    (0.22, 0.15, 0.05),
    (0.10, 0.12, 0.22),
]  # rust, oil, old coolant, heat tint


def surface(kind: str, rng: np.random.Generator) -> Surface:
    """The surface of one part of `kind`; severity is drawn anew for each part, from barely visible to gross."""
    zero = np.zeros((SIZE, SIZE), np.float32)
    marks = turning_marks(rng)
    smudge = np.clip((_clouds(rng, int(rng.integers(5, 12))) - 0.55) * 2, 0, 1) * rng.uniform(0, 1)
    colour = _STAINS[rng.integers(len(_STAINS))]
    made = _MAKERS[kind](rng, rng.beta(1.3, 1.3)) if kind in _MAKERS else {}
    return Surface(
        height=marks + made.get("height", zero),
        stain=made.get("stain", zero),
        smudge=smudge.astype(np.float32),
        tone=made.get("tone", zero),
        mask=made.get("mask", zero > 1),
        stain_colour=colour,
        size_mm=round(made.get("size", 0.0) * RADIUS_MM, 1),
        chip=made.get("chip"),
        missing=made.get("missing"),
    )
