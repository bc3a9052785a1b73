"""Step 4 in pictures and words."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import ndimage

from kitlib import ui

from ..data.flange import mask
from ..model import room
from ..model.look import (
    KINDS,
    Look,
    found,
    heat,
    heat_on_mat,
    index,
    inside,
    mats_accuracy,
    pictures,
    probability,
    top,
)

OUTLINE = (255, 224, 0)


def outlined(photo: np.ndarray, true: np.ndarray) -> np.ndarray:
    """The picture with a yellow line around the true defect."""
    wide = ndimage.binary_dilation(true, iterations=4)
    edge = wide & ~ndimage.binary_dilation(true, iterations=3)
    return np.where(edge[..., None], np.array(OUTLINE, np.uint8), photo)


@lru_cache(maxsize=64)
def _drawn(where: str, kind: str, number: int) -> tuple[np.ndarray, np.ndarray]:
    state = Look(where, kind, number)
    shown, i = pictures(state), index(state)
    return outlined(shown.images[i], mask(shown, i)), ui.overlay(shown.images[i], heat(where, kind, number), top())


def drawn(state: Look) -> tuple[np.ndarray, np.ndarray]:
    """The picture with the true defect outlined, and the heat map, (h, w, 3) uint8 each."""
    return _drawn(state.where, state.kind, index(state))


def picture(state: Look, t: ui.Texts) -> str:
    """HTML: the picture with the true defect outlined, and beside it the heat map if wanted."""
    photo, hot = drawn(state)
    shown = pictures(state)
    kind = t(f"kind.{shown.info['kind'].iloc[index(state)]}")
    parts = [(photo, t("look.photo"), t("look.alt_photo", kind=kind))]
    if state.heat:
        parts.append((hot, t("look.heat"), t("look.alt_heat", kind=kind, where=_where(state, t))))
    cells = "".join(
        f'<figure class="kit-pair">{ui.image(p, alt, "kit-photo")}<figcaption>{words}</figcaption></figure>'
        for p, words, alt in parts
    )
    return f'<div class="kit-row">{cells}</div>'


def _where(state: Look, t: ui.Texts) -> str:
    if state.where == "line":
        return t("look.inside" if inside(state) else "look.elsewhere")
    return t("look.on_mat", share=heat_on_mat(state.where))


def describe(state: Look, t: ui.Texts) -> ui.Words:
    p = probability(state)
    shown = pictures(state)
    kind = t(f"kind.{shown.info['kind'].iloc[index(state)]}")
    lines = [t("look.result", kind=kind, p=p, said=t("kind.defective" if p >= 0.5 else "kind.ok_part"))]
    if state.where == "line":
        lines += [
            _where(state, t),
            t("look.found", kind=t(f"kind.{state.kind}"), share=found(state.kind), n=len(shown)),
        ]
        return ui.Words("\n".join(lines))
    lines += [_where(state, t), t("look.mats_result", same=mats_accuracy("mats"))]
    if state.where == "mats_swapped":
        lines.append(t("look.swapped_result", swapped=mats_accuracy("mats_swapped")))
        lines.append(t("look.guess_right" if state.guess == verdict() else "look.guess_wrong"))
    return ui.Words("\n".join(lines))


def verdict() -> str:
    """What the swap really does, as an option of the prediction."""
    same, swapped = mats_accuracy("mats"), mats_accuracy("mats_swapped")
    return "same" if swapped > same - 0.1 else "worse" if swapped > 0.5 else "collapse"


def facts(t: ui.Texts) -> ui.Words:
    shares = {kind: found(kind) for kind in KINDS}
    gross = float(np.mean([share for kind, share in shares.items() if kind != "scratch"]))
    swapped = mats_accuracy("mats_swapped")
    lines = [
        t("look.facts", gross=gross, scratch=shares["scratch"]),
        t("look.facts_mats", same=mats_accuracy("mats"), swapped=swapped, line=_line_accuracy()),
    ]
    return ui.Words("\n".join(lines))


def _line_accuracy() -> float:
    return room.accuracy(room.scores(), room.truth())
