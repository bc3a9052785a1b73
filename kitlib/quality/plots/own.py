"""Step 7 in pictures and words."""

from __future__ import annotations

from html import escape

import numpy as np

from kitlib import ui

from ..model.own import Own, sorted_as

SHOWN = 8


def pictures(state: Own, t: ui.Texts) -> str:
    """HTML: how many pictures each class has, and the first ones of each."""
    if state.pictures is None:
        return ""
    parts = []
    for k, name in enumerate(state.pictures.classes):
        where = np.flatnonzero(state.pictures.labels == k)
        items = [(state.pictures.images[i], state.pictures.names[i], t("own.alt", name=name)) for i in where[:SHOWN]]
        parts.append(f"<h3>{escape(t('own.class', name=name, n=len(where)))}</h3>{ui.gallery(items)}")
    return "".join(parts)


def problems(found, t: ui.Texts) -> str:
    """HTML: one plain sentence for each file that was left out or needs a note; long lists are folded."""
    if not found:
        return ""
    lines = [f"<li>{t.html(f'problem.{p.code}', file=p.file, **p.values)}</li>" for p in found]
    head = escape(t("own.problems", n=len(lines)))
    listed = f'<ul class="kit-scroll-list">{"".join(lines)}</ul>'
    return f'<details class="kit-hint" open><summary>{head}</summary>{listed}</details>'


def confusion(state: Own, t: ui.Texts) -> str:
    """HTML table: rows what is true, columns what the model said about hidden pictures."""
    names = state.pictures.classes
    heads = ["", *(t("own.said", name=n) for n in names)]
    rows = [(t("own.truly", name=n), *counts) for n, counts in zip(names, _counts(state), strict=True)]
    return ui.table(t("own.table"), heads, rows)


def _counts(state: Own) -> np.ndarray:
    counts = np.zeros((len(state.pictures.classes),) * 2, int)
    for true, said in state.result.pairs:
        counts[true, said] += 1
    return counts


def tried(state: Own, t: ui.Texts) -> str:
    """HTML: the picture tried and the shares the model states for each class."""
    p, novelty = sorted_as(state)
    rows = [(state.pictures.classes[k], t("ui.share", value=float(p[k]))) for k in np.argsort(-p)]
    shares = ui.table(t("own.tried"), [t("own.name"), t("own.share")], rows)
    warn = f'<p class="kit-alert">{escape(t("own.unusual"))}</p>' if novelty >= 0.95 else ""
    photo = ui.image(state.tried.images[0], t("own.tried"), "kit-photo")
    return f'<div class="kit-row"><div>{photo}</div><div>{shares}{warn}</div></div>'


def describe(state: Own, t: ui.Texts) -> ui.Words:
    if state.pictures is None:
        return ui.Words("")
    lines = [t("own.loaded", n=len(state.pictures), classes=len(state.pictures.classes))]
    if state.result is not None:
        r, n = state.result, len(state.pictures)
        mean = float(np.mean(r.accuracies))
        values = {"low": r.low, "high": r.high, "chance": r.chance, "runs": len(r.accuracies)}
        lines.append(t("own.result", mean=mean, **values))
        lines.append(t(f"own.method.{state.model.method}"))
        lines.append(t("own.few" if n < 100 else "own.many", n=n))
        if state.guess is not None:
            lines.append(t("own.guess", guess=state.guess, measured=round(10 * mean)))
    return ui.Words("\n".join(lines))
