"""The bubble in pictures and words."""

from __future__ import annotations

from collections import Counter

import numpy as np

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, GOOD, MUTED

from ..data.shop import shop
from ..model.bubble import POLICIES, SMALL, Bubble, Key, at_once, later, verdict
from ..model.rounds import PEOPLE, ROUNDS, SHOWN, TOP, Run, examples, people, run
from .legend import lines_legend

VIOLET = "#6f3a94"
STYLES = {
    "none": (MUTED, "2 5", "triangle"),
    "random": (GOOD, "9 5", "circle"),
    "popular": (DEFECT, "14 4 3 4", "triangle"),
    "ease": (BRAND, "", "diamond"),
    "mix": (VIOLET, "5 3", "circle"),
}
"""Colour, dash and shape of a line: no two lines are alike in grey either."""
AXES = {"variety": (5, range(6)), "top": (1, (0, 0.25, 0.5, 0.75, 1))}
LOOKED_AT = (1, 5, ROUNDS)
SURPRISE = 0.2
"""The share of surprise places that `facts` measures."""


def name(key: Key, t: ui.Texts) -> str:
    policy, share, repeats = key
    words = t("bubble.mixed", share=share) if share else t(f"bubble.policy.{policy}")
    return t("bubble.with_known", name=words) if repeats else words


def shown(state: Bubble) -> list[Key]:
    """The lines of the charts: life without lists first; of mixed lists the newest; all with the same rule."""
    alike = [key for key in state.tried if key[0] != "none" and key[2] == _rule(state)]
    mixed = [key for key in alike if key[1]][-1:]
    plain = [key for key in alike if not key[1]]
    return [("none", 0.0, False), *sorted(plain, key=lambda key: POLICIES.index(key[0])), *mixed]


def _rule(state: Bubble) -> bool:
    """Do the newest lists show what people already have? Life without lists goes with either."""
    return next((key[2] for key in reversed(state.tried) if key[0] != "none"), state.repeats)


def _style(key: Key) -> tuple[str, str, str]:
    return STYLES["mix" if key[1] else key[0]]


def chart(state: Bubble, what: str, t: ui.Texts) -> str:
    """HTML: variety or concentration over the rounds. what: a key of AXES."""
    high, ticks = AXES[what]
    drawing = ui.Chart((0, ROUNDS), (0, high), size=(460, 300))
    as_words = (lambda v: t("ui.share", value=v)) if what == "top" else str
    drawing.axes(t("bubble.round"), t(f"bubble.axis.{what}"), range(0, ROUNDS + 1, 5), ticks, str, as_words)
    rounds, parts = np.arange(ROUNDS + 1), []
    for key in shown(state):
        values, (colour, dash, shape) = getattr(run(*key), what), _style(key)
        drawing.line(rounds, values, colour, dash).dots(rounds[::5], values[::5], colour, shape, 5)
        parts.append(t(f"bubble.alt_{what}", name=name(key, t), before=values[0], first=values[1], last=values[-1]))
    return ui.image(str(drawing), f"{t(f'bubble.alt.{what}')} {' '.join(parts)}")


def legend(state: Bubble, t: ui.Texts) -> str:
    """HTML: a piece of each line beside its name."""
    lines = [(name(key, t), t(f"bubble.line.{'mix' if key[1] else key[0]}"), _style(key)) for key in shown(state)]
    return lines_legend(lines)


def table(state: Bubble, t: ui.Texts) -> str:
    """HTML: everything measured so far, the newest marked."""
    heads = [t(f"bubble.head.{h}") for h in ("list", "first", "last", "top", "hits", "euro")]
    keys = [("none", 0.0, False), *(key for key in state.tried if key[0] != "none")]
    marked = keys.index(state.last) if state.last else None
    return ui.table(t("bubble.head_table"), heads, [_row(key, t) for key in keys], marked)


def _row(key: Key, t: ui.Texts) -> tuple[str, ...]:
    r = run(*key)
    figures = t("bubble.number", value=r.variety[1]), t("bubble.number", value=r.variety[-1])
    listed = ("–", "–") if key[0] == "none" else (t("ui.share", value=r.hits[-1]), t("ui.euro2", value=r.euro[-1]))
    return name(key, t), *figures, t("ui.share", value=r.top[-1]), *listed


def person_name(place: int, t: ui.Texts) -> str:
    """What the person at this place of `examples()` is called."""
    return t("bubble.person", name=shop().purchases.customers[people()[examples()[place]]])


def person(state: Bubble, t: ui.Texts) -> str:
    """HTML: the departments on one person's list in three rounds of the newest run, as a list."""
    if state.last is None or state.last[0] == "none":
        return f"<p>{t('bubble.no_list')}</p>"
    lists = run(*state.last).lists[:, state.person]
    lines = [f"<li>{t('bubble.in_round', n=n, departments=_departments(lists[n], t))}</li>" for n in LOOKED_AT]
    return f"<ul>{''.join(lines)}</ul>"


def _departments(items: np.ndarray, t: ui.Texts) -> str:
    counts = Counter(shop().categories[shop().category[i]] for i in items if i >= 0)
    return ", ".join(f"{count}× {t(f'category.{one}')}" for one, count in counts.most_common())


def describe(state: Bubble, t: ui.Texts) -> ui.Words:
    if state.last is None:
        return ui.Words(t("bubble.not_yet"))
    lines = _said(state.last, t)
    if state.last[1]:
        lines += _mixed(state.last, t)
    if state.guess is not None and state.last[:2] == ("ease", 0.0):
        lines.append(_compared(state.guess, verdict(run(*state.last).variety), t))
    return ui.Words("\n".join(lines))


def _compared(guess: str, measured: str, t: ui.Texts) -> str:
    """The prediction beside the course that was measured, in the words of the options."""
    words = t(f"bubble.option.{guess}")
    if guess == measured:
        return t("bubble.guess_right", guess=words)
    return t("bubble.guess_wrong", guess=words, measured=t(f"bubble.option.{measured}"))


def _said(key: Key, t: ui.Texts) -> list[str]:
    r, alone = run(*key), run("none")
    lines = [t("bubble.result", name=name(key, t), n=PEOPLE, **_figures(r)), _shape(key, r, t)]
    if later(r.variety) == "rises" and key[0] != "random" and not key[2]:
        lines.append(t("bubble.why_rises"))
    if key[0] == "none":
        return [*lines, t("bubble.top_none", n=TOP, before=r.top[0], last=r.top[-1])]
    lines.append(t("bubble.top", n=TOP, first=r.top[1], last=r.top[-1], alone=alone.top[-1]))
    return [*lines, t("bubble.hits", first=r.hits[1], last=r.hits[-1], euro1=r.euro[1], euro=r.euro[-1], shown=SHOWN)]


def _figures(r: Run) -> dict[str, float]:
    return {"before": r.variety[0], "first": r.variety[1], "second": r.variety[2], "last": r.variety[-1]}


def _shape(key: Key, r: Run, t: ui.Texts) -> str:
    """The course of variety in words: chosen by the measured curve."""
    parts = [t(f"bubble.at_once.{at_once(r.variety)}"), t(f"bubble.later.{later(r.variety)}")]
    if key[0] == "ease":
        parts.append(t("bubble.spiral" if verdict(r.variety) == "shrink" else "bubble.no_spiral"))
    return " ".join(parts)


def _mixed(key: Key, t: ui.Texts) -> list[str]:
    """What surprise places cost and bring, against the same list without them."""
    mixed, plain = run(*key), run("ease", 0.0, key[2])
    change = mixed.variety[1:].mean() / plain.variety[1:].mean() - 1
    effect = "same" if abs(change) <= SMALL else "more" if change > 0 else "less"
    return [
        t("bubble.cost", share=key[1], plain=plain.hits[1], mixed=mixed.hits[1], euro=plain.euro[1] - mixed.euro[1]),
        t("bubble.shown", plain=plain.shown[1], mixed=mixed.shown[1]),
        t(f"bubble.effect.{effect}"),
    ]


def _fact(key: Key, t: ui.Texts) -> str:
    r = run(*key)
    return t("bubble.fact", name=name(key, t), top1=r.top[1], top=r.top[-1], n=TOP, **_figures(r))


def facts(t: ui.Texts) -> ui.Words:
    keys = [*((policy, 0.0, False) for policy in POLICIES), ("ease", SURPRISE, False), ("ease", 0.0, True)]
    lines = [_fact(key, t) for key in keys]
    for key in (("ease", 0.0, False), ("ease", 0.0, True)):
        lines.append(f"{name(key, t)}: {_shape(key, run(*key), t)}")
    return ui.Words("\n".join([*lines, *_mixed(("ease", SURPRISE, False), t)]))
