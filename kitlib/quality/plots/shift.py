"""Step 5 in pictures and words."""

from __future__ import annotations

import math

import numpy as np

from kitlib import ui

from ..model.shift import CONDITIONS, Shift, halves, pictures, report

MOVABLE, LOST = 0.90, 0.80
"""AUROC from which moving the threshold can help, and below which it cannot: the rule of thumb the step teaches."""


def examples(state: Shift, t: ui.Texts) -> str:
    """HTML: three pictures under the chosen condition."""
    shown = pictures(state.condition)
    _, measure = halves(state.condition)
    order = np.argsort(shown.info["kind"].to_numpy()[measure] == "ok", kind="stable")
    chosen = measure[order[:: max(1, len(order) // 6)]][:4]
    items = []
    for i in chosen:
        words = t(f"kind.{shown.info['kind'].iloc[i]}")
        items.append((shown.images[i], words, t("shift.alt", kind=words, condition=t(f"condition.{state.condition}"))))
    return ui.gallery(items)


def table(state: Shift, t: ui.Texts) -> str:
    """HTML: accuracy, AUROC, stated confidence and warnings of all that was tried, the newest marked."""
    shown = [("standard", "none"), *(x for x in state.tried if x != ("standard", "none"))]
    heads = [t(f"shift.head.{h}") for h in ("condition", "accuracy", "auroc", "confidence", "warned")]
    marked = shown.index(state.last) if state.last else None
    return ui.table(t("shift.head_table"), heads, [_row(*x, t) for x in shown], marked)


def _row(condition: str, repair: str, t: ui.Texts) -> tuple[str, ...]:
    r = report(condition, repair)
    name = t(f"condition.{condition}") + (f" – {t(f'repair.{repair}')}" if repair != "none" else "")
    shares = [t("ui.share", value=v) for v in (r.accuracy, r.confidence, r.warned)]
    return name, shares[0], _auroc(r.auroc, t), *shares[1:]


def _auroc(value: float, t: ui.Texts) -> str:
    return "–" if math.isnan(value) else t("ui.number2", value=value)


def describe(state: Shift, t: ui.Texts) -> ui.Words:
    if state.last is None:
        return ui.Words("")
    condition, repair = state.last
    r = report(condition, repair)
    lines = [t("shift.result", condition=t(f"condition.{condition}"), accuracy=r.accuracy, n=r.pictures)]
    if repair == "none":
        lines.append(t("shift.sure", confidence=r.confidence) + " " + t(f"shift.{surprise(condition)}"))
        lines.append(t("shift.warned", warned=r.warned))
        lines.append(t(f"shift.advice.{advice(condition)}"))
    else:
        lines.append(t(f"shift.repaired.{repair}", before=report(condition).accuracy, after=r.accuracy, t=r.threshold))
    if state.guess is not None and condition == "dim" and repair == "none":
        lines.append(t("shift.guess_right" if state.guess == verdict() else "shift.guess_wrong"))
    return ui.Words("\n".join(lines))


def surprise(condition: str) -> str:
    """Is the stated confidence far above what is right?"""
    r = report(condition)
    return "sure_and_wrong" if r.confidence - r.accuracy > 0.1 else "sure_and_right"


def advice(condition: str) -> str:
    """High AUROC with low accuracy: move the threshold. Low AUROC: take new pictures."""
    r = report(condition)
    if r.accuracy >= report("standard").accuracy - 0.05:
        return "fine"
    if math.isnan(r.auroc):
        return "pictures"
    return "threshold" if r.auroc >= MOVABLE else "pictures" if r.auroc < LOST else "both"


def verdict() -> str:
    """What half the light does, as an option of the prediction."""
    loss = report("standard").accuracy - report("dim").accuracy
    return "same" if loss < 0.05 else "bit" if loss < 0.2 else "lot"


def facts(t: ui.Texts) -> ui.Words:
    lines = []
    for condition in CONDITIONS:
        r = report(condition)
        name, auroc = t(f"condition.{condition}"), _auroc(r.auroc, t)
        lines.append(t("shift.fact", name=name, accuracy=r.accuracy, auroc=auroc, sure=r.confidence, warned=r.warned))
    fixed = report("dim", "threshold").accuracy, report("other_side", "pictures").accuracy
    return ui.Words("\n".join([*lines, t("shift.fact_repair", dim=fixed[0], side=fixed[1])]))
