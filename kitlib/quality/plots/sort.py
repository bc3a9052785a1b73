"""Step 1 in pictures and words."""

from __future__ import annotations

import numpy as np

from kitlib import ui

from ..data.flange import flange
from ..model import room
from ..model.sort import Sort, hits, model_hits, parts


def picture(state: Sort, t: ui.Texts) -> str:
    """HTML: the part on the table."""
    number = len(state.answers) + 1
    photo = flange("standard", split="test").images[state.part]
    return ui.image(photo, t("sort.alt", number=number), "kit-photo")


def table(state: Sort, t: ui.Texts) -> str:
    """HTML: all twelve parts with what the learner said and what is true."""
    test, kinds = flange("standard", split="test"), flange("standard", split="test").info["kind"]
    items = []
    for i, said in zip(parts(state.seed), state.answers, strict=True):
        correct = said == bool(room.truth()[i])
        caption = t("sort.caption", verdict=t("ui.correct" if correct else "sort.wrong"), kind=t(f"kind.{kinds[i]}"))
        items.append((test.images[i], caption, caption))
    return ui.gallery(items)


def describe(state: Sort, t: ui.Texts) -> ui.Words:
    """Own figures, only when all parts are sorted."""
    if not state.done:
        return ui.Words("")
    own = hits(state)
    lines = [
        t("sort.result", right=own.right, total=len(state.answers), seconds=own.seconds),
        t("sort.errors", missed=own.missed, alarms=own.alarms),
        t("sort.guess_better" if own.right >= (state.guess or 0) else "sort.guess_worse", guess=state.guess or 0),
    ]
    return ui.Words("\n".join(lines))


def compare(state: Sort, t: ui.Texts) -> ui.Words:
    """The learner and the model on the same twelve parts, for the next step."""
    if not state.done:
        return ui.Words(t("sort.not_yet"))
    own, model = hits(state), model_hits(state)
    return ui.Words(
        t(
            "sort.compare",
            own=own.right,
            model=model.right,
            total=len(state.answers),
            missed=model.missed,
            alarms=model.alarms,
            own_seconds=own.seconds,
            seconds=max(model.seconds, 0.1),
        )
    )


def facts(t: ui.Texts) -> ui.Words:
    """How the shared model sorts the same twelve parts that everybody gets."""
    model = model_hits(Sort())
    defective = int(np.sum(room.truth()[list(parts(0))]))
    return ui.Words(
        t("sort.facts", right=model.right, total=len(parts(0)), missed=model.missed, alarms=model.alarms, bad=defective)
    )
