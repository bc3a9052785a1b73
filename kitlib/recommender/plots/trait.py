"""A hidden trait in pictures and words."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from kitlib import ui
from kitlib.ui.svg import DEFECT, INK, LINE, MUTED, OK

from ..model import traces
from ..model import trait as model
from ..model.traces import MARKED, report
from ..model.trait import DELETE, GUESS, MARK, PEOPLE, WITH, Trait
from . import goods

SOURCE = "doi:10.1073/pnas.1218772110"
STILL = 1.5
"""Times the base rate from which a trace is spoken of."""
SHOWN = 6
"""So many articles are listed with what they change: the rest changes next to nothing."""


def person(state: Trait, t: ui.Texts) -> str:
    """HTML: what the customer bought whose turn it is; after the last one, all answers beside the truth."""
    turn = len(state.answers)
    if turn < PEOPLE:
        title = f"<p><strong>{escape(t('trait.turn', number=turn + 1, total=PEOPLE))}</strong></p>"
        return title + goods.chips(traces.items_of(model.people()[turn]), t)
    return _answers(state, t)


def _answers(state: Trait, t: ui.Texts) -> str:
    heads = [t(f"trait.head.{h}") for h in ("person", "you", "model", "truth")]
    columns = zip(model.people(), state.answers, model.computed(), model.truth(), strict=True)
    rows = []
    for number, (row, answer, computed, truth) in enumerate(columns, 1):
        said = t("trait.said", answer=_word(computed, t), share=traces.estimates()[row])
        own = f"{_mark(answer, truth)} {_word(answer, t)}"
        rows.append((t("trait.number", number=number), own, f"{_mark(computed, truth)} {said}", _word(truth, t)))
    rule = escape(t("trait.rule", half=WITH, total=PEOPLE, share=0.5))
    return f"<p>{rule}</p>" + ui.table(t("trait.head_answers"), heads, rows)


def _mark(said: bool, truth: bool) -> str:
    return "✓" if said == truth else "✗"


def _word(baby: bool, t: ui.Texts) -> str:
    return t("trait.baby" if baby else "trait.no_baby")


def dots(state: Trait, t: ui.Texts) -> str:
    """HTML: the 100 people marked, highest estimate first; full: there is a baby, a cross: there is none."""
    there, right = traces.table()[2], report(state.removed).right
    places = enumerate(traces.marked(state.removed))
    marks = [mark(22 + 36 * (i % 10), 22 + 36 * (i // 10), bool(there[row]), 12) for i, row in places]
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 368 368">{"".join(marks)}</svg>'
    key = t("trait.key", right=right, wrong=MARKED - right)
    return ui.image(svg, alternative(state.removed, t), "kit-photo") + f"<p>{key}</p>"


def mark(x: float, y: float, baby: bool, size: float) -> str:
    """SVG mark of one person: a full dot with a baby, a cross without; `size`: half its width."""
    if baby:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{OK}"/>'
    arm = size * 2 / 3
    cross = f"M{x - arm:.1f} {y - arm:.1f}l{2 * arm:.1f} {2 * arm:.1f}m0 {-2 * arm:.1f}l{-2 * arm:.1f} {2 * arm:.1f}"
    return f'<path d="{cross}" stroke="{DEFECT}" stroke-width="{size / 3:.1f}" fill="none"/>'


def alternative(removed: str, t: ui.Texts) -> str:
    """How many of the people marked have a baby, in words."""
    right = report(removed).right
    return t("trait.alt_dots", total=MARKED, right=right, wrong=MARKED - right)


def table(state: Trait, t: ui.Texts) -> str:
    """HTML: all ways of removing articles tried so far, the newest marked, and marking by dice."""
    heads = [t(f"trait.head.{h}") for h in ("removed", "right", "pairs")]
    rows = []
    for removed in state.tried:
        r = report(removed)
        rows.append((t(f"trait.removed.{removed}"), str(r.right), t("ui.share", value=r.pairs)))
    chance = report()
    rows.append((t("trait.dice"), t("trait.about", n=MARKED * chance.base), t("ui.share", value=0.5)))
    return ui.table(t("trait.head_marked"), heads, rows, len(state.tried) - 1)


def tell_tale(t: ui.Texts) -> str:
    """HTML: the names of the tell-tale articles."""
    return escape(goods.names(traces.obvious(), t))


def bar(state: Trait, t: ui.Texts) -> str:
    """HTML: the estimated probability of the one person, with the base rate as a line."""
    now, base = model.estimated(state), report().base
    parts = [
        f'<rect x="12" y="32" width="436" height="34" rx="6" fill="#fff" stroke="{MUTED}"/>',
        f'<rect x="12" y="32" width="{436 * now:.1f}" height="34" rx="6" fill="{OK}"/>',
        f'<path d="M{_x(base):.1f} 24V76" stroke="{INK}" stroke-width="2.5" stroke-dasharray="5 4"/>',
        _label(_x(now), 22, t("ui.share", value=now), 700, 24, now),
        _label(_x(base), 94, t("trait.base_mark", share=base), 400, 20, base),
        f'<path d="M12 70H448" stroke="{LINE}"/>',
    ]
    head = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 102" font-family="Segoe UI,Roboto,Arial,sans-serif"'
    return ui.image(f"<svg {head}>{''.join(parts)}</svg>", t("trait.alt_bar", share=now, base=base))


def _x(share: float) -> float:
    return 12 + 436 * share


def _label(x: float, y: float, words: str, weight: int, size: int, share: float) -> str:
    anchor = "start" if share < 0.2 else "end" if share > 0.9 else "middle"
    left = 12 if share < 0.06 else x
    return (
        f'<text x="{left:.1f}" y="{y}" text-anchor="{anchor}" font-weight="{weight}" font-size="{size}"'
        f' fill="{INK}">{escape(words)}</text>'
    )


def effects(state: Trait, t: ui.Texts) -> str:
    """HTML: what the purchases on record change most."""
    found = model.effects(state)
    if not found:
        return f"<p>{t('trait.nothing')}</p>"
    return goods.listing(list(found)[:SHOWN], t, lines=_lines(found, t))


def _lines(found: Mapping[int, float], t: ui.Texts) -> dict[int, str]:
    keys = {i: "up" if v >= 0.005 else "down" if v <= -0.005 else "same" for i, v in found.items()}
    return {i: t(f"trait.effect.{keys[i]}", points=abs(100 * v)) for i, v in found.items()}


def wrong(t: ui.Texts) -> str:
    """HTML: two people who are marked and have no baby, with the three purchases that raise the estimate most."""
    parts = []
    for number, row in enumerate(traces.falsely_marked()[:2], 1):
        found = traces.effects(traces.items_of(row), row)
        raising = sorted(found, key=lambda i: -found[i])[:3]
        words = t("trait.example", number=number, share=traces.estimates()[row], n=len(found))
        parts.append(f"<p>{escape(words)}</p>" + goods.listing(raising, t, lines=_lines(found, t)))
    return "".join(parts)


def notes(t: ui.Texts) -> str:
    """HTML: what holds only here, and what the law says."""
    return f"<p>{t('trait.made_up', source=SOURCE)}</p><p>{t('trait.law')}</p>"


def describe(state: Trait, t: ui.Texts) -> ui.Words:
    lines = {GUESS: _guessed, MARK: _marked, DELETE: _deleted}.get(state.part, _wrong)(state, t)
    return ui.Words("\n".join(lines))


def _guessed(state: Trait, t: ui.Texts) -> list[str]:
    if len(state.answers) < PEOPLE:
        return []
    r = report()
    values = {"you": model.right(state.answers), "model": model.right(model.computed()), "total": PEOPLE}
    return [
        t("trait.eight", usual=model.usually_right(), **values),
        t("trait.coin", half=WITH, total=PEOPLE, share=WITH / PEOPLE),
        t("trait.always_no", base=r.base, no=r.always_no),
    ]


def _marked(state: Trait, t: ui.Texts) -> list[str]:
    r, full = report(state.removed), report()
    chance = MARKED * full.base
    lines = [t(f"trait.marked.{state.removed}", right=r.right, total=MARKED, chance=chance, before=full.right)]
    missed, least = r.all_with - r.right, r.all_with - MARKED
    lines.append(t("trait.missed", total=MARKED, missed=missed, all=r.all_with, least=least))
    if state.removed == "none" and state.guess is not None:
        lines.append(t("trait.guessed", guess=state.guess, right=r.right))
    lines.append(t("trait.pairs", share=100 * r.pairs))
    if state.removed == "none":
        lines.append(t("trait.accuracy", accuracy=r.accuracy, no=r.always_no))
    return lines


def _deleted(state: Trait, t: ui.Texts) -> list[str]:
    now, full, base = model.estimated(state), model.estimated(Trait()), report().base
    if model.opted_out(state) and not state.added:
        return [t("trait.empty", now=now, base=base), t("trait.empty_hint")]
    if model.opted_out(state):
        return [t("trait.again", now=now, base=base, n=len(state.added)), t("trait.others")]
    if not state.deleted:
        return [t("trait.full", now=now, base=base, n=len(model.bought())), t("trait.delete_hint")]
    lines = [t("trait.changed", now=now, full=full, gone=len(state.deleted), base=base)]
    telling = model.basket(state) & frozenset(traces.obvious().tolist())
    return lines if telling or now < STILL * base else [*lines, t("trait.still", times=now / base)]


def _wrong(state: Trait, t: ui.Texts) -> list[str]:
    r = report()
    missed = {"missed": r.all_with - r.right, "all": r.all_with}
    return [t("trait.wrong", wrong=MARKED - r.right, total=MARKED, **missed), t("trait.care")]


def facts(t: ui.Texts) -> ui.Words:
    full, less, least = (report(removed) for removed in traces.REMOVED)
    shares = {"full": 100 * full.pairs, "less": 100 * less.pairs, "least": 100 * least.pairs}
    lines = [
        t("trait.fact_base", base=full.base, people=full.people),
        t("trait.fact_marked", total=MARKED, right=full.right, less=less.right, least=least.right),
        t("trait.fact_pairs", **shares),
        t("trait.fact_accuracy", accuracy=full.accuracy, no=full.always_no),
    ]
    return ui.Words("\n".join(lines))
