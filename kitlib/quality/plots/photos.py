"""The photos for slides and print: parts to sort, labelled examples, numbers, doubtful parts, heat maps."""

from __future__ import annotations

import numpy as np

from kitlib import ui
from kitlib.ui.svg import LINE, MUTED

from ..data.flange import flange, mask
from ..model import room
from ..model.look import Look
from ..model.sort import parts as twelve
from ..model.threshold import Threshold, queue
from . import look
from .sheet import framed, photo, sheet

BESIDE, WHOLE = 400, (700, 300)
"""Units of a sheet beside text, and of a drawing that fills the slide."""
ZOOM, CELLS = 24, 8
"""The corner of a photo that is shown as numbers has ZOOM x ZOOM pixels, every third one of them is written down."""


def six() -> tuple[int, ...]:
    """Not the parts of the lesson: there, everybody sorts for themselves."""
    return twelve(seed=1)[:6]


def sort(t: ui.Texts) -> str:
    """Six parts to sort, without the answers."""
    photos = [(_test().images[i], str(n)) for n, i in enumerate(six(), 1)]
    return ui.image(sheet(photos, 3, BESIDE), t("slides.sort_alt", n=len(photos)))


def solved(t: ui.Texts) -> str:
    """The same parts with the answers that people gave: labelled examples."""
    kinds = [t(f"kind.{_test().info['kind'].iloc[i]}") for i in six()]
    photos = [
        (look.outlined(_test().images[i], mask(_test(), i)), f"{n}: {kind}")
        for n, (i, kind) in enumerate(zip(six(), kinds, strict=True), 1)
    ]
    named = ", ".join(words for _, words in photos)
    return ui.image(sheet(photos, 3, BESIDE), t("slides.solved_alt", n=len(photos), parts=named))


def _test():
    return flange("standard", split="test")


def numbers(t: ui.Texts) -> str:
    """A photo, and a corner of it as the numbers a computer gets: 0 is black, 255 is white."""
    i = next(i for i in six() if _test().info["kind"].iloc[i] == "dent")
    row, column = (int(np.mean(where)) - ZOOM // 2 for where in np.nonzero(mask(_test(), i)))
    grey = _test().images[i].mean(axis=2).round().astype(int)
    part = grey[row : row + ZOOM : ZOOM // CELLS, column : column + ZOOM : ZOOM // CELLS]
    side, cell = WHOLE[1], WHOLE[1] / CELLS
    scale = side / grey.shape[0]
    frame = f'x="{column * scale:.1f}" y="{row * scale:.1f}" width="{ZOOM * scale:.1f}" height="{ZOOM * scale:.1f}"'
    marks = [photo(_test().images[i], 0, 0, side), f'<rect {frame} fill="none" stroke="#ffe000" stroke-width="3"/>']
    for y, x in np.ndindex(part.shape):
        marks.append(_number(int(part[y, x]), WHOLE[0] - side + x * cell, y * cell, cell))
    marks.append(
        f'<path d="M{side + 24} {side / 2}h42m-16 -14l16 14l-16 14" fill="none" stroke="{MUTED}" stroke-width="4"/>'
    )
    low, high = int(part.min()), int(part.max())
    return ui.image(framed("".join(marks), *WHOLE), t("slides.numbers_alt", n=part.size, low=low, high=high))


def _number(grey: int, x: float, y: float, cell: float) -> str:
    ink = "#fff" if grey < 117 else "#000"  # either way a contrast of 4.5 and more
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{cell:.1f}" height="{cell:.1f}" fill="rgb({grey},{grey},{grey})"'
        f' stroke="{LINE}"/><text x="{x + cell / 2:.1f}" y="{y + cell / 2 + 5:.1f}" text-anchor="middle"'
        f' font-size="15" fill="{ink}">{grey}</text>'
    )


def doubtful(t: ui.Texts) -> str:
    """The most doubtful parts with what the model computes for them: a person checks them."""
    chosen = queue(Threshold(band=0.4))[:6]
    shares = [t("ui.share", value=float(room.scores()[i])) for i in chosen]
    photos = [(_test().images[i], share) for i, share in zip(chosen, shares, strict=True)]
    return ui.image(sheet(photos, 3, BESIDE), t("slides.doubtful_alt", n=len(chosen), shares=", ".join(shares)))


def heat(t: ui.Texts) -> str:
    """Photo and heat map: of a part of the line, and of one on a mat, computed by the model that learned with mats."""
    states = Look(kind="dent"), Look(where="mats", number=mats_number())
    photos = [
        (p, t(f"slides.heat_{what}")) for s in states for p, what in zip(look.drawn(s), ("photo", "map"), strict=True)
    ]
    told = [line for state in states for line in look.describe(state, t).splitlines()[:2]]
    return ui.image(sheet(photos, 2, 380), f"{t('slides.heat_alt')} {' '.join(told)}")


def mats_number() -> int:
    """The first defective part among the pictures with mats."""
    return int(np.argmax(flange("mats", split="test").labels == room.DEFECTIVE))
