"""What a threshold costs, in pictures and words; `describe` and `facts` of the whole step."""

from __future__ import annotations

import numpy as np

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, GOOD, INK, MUTED

from ..model import handoff_cost as cost
from ..model import handoff_train as trained
from ..model import room
from ..model.handoff import AFTER, QUEUE, Handoff
from ..model.handoff_cost import ASKED, GRID, LAST, THIS
from ..model.handoff_train import GAP, STEPS
from ..model.whole import parts
from . import handoff_queue, handoff_train

KNOWN, NEAR, FAR = range(3)


def chart(state: Handoff, t: ui.Texts) -> str:
    """HTML: the cost of 1,000 questions at each threshold, split up, with the chosen and the cheapest one."""
    wrong, handed = cost.curve(state)
    total, (best, least), now = wrong + handed, cost.cheapest(state), cost.euro(state)
    # The dear end of the curve would flatten the part where the decision lies.
    high = _round_up(max(min(float(total.max()), max(2.5 * least, 1.3 * now)), 1))
    drawing = ui.Chart((0, 1), (0, high)).axes(
        t("handoff.axis.x"), t("handoff.axis.y"), (0, 0.25, 0.5, 0.75, 1), np.linspace(0, high, 5),
        lambda v: t("ui.share", value=v), lambda v: t("ui.euro", value=v),
    )  # fmt: skip
    drawing.line(GRID, wrong, DEFECT, "8 5").line(GRID, handed, MUTED, "2 5").line(GRID, total, BRAND)
    if state.checked:
        drawing.line(GRID, sum(cost.curve(state, THIS)), INK, "10 3 2 3", 2)
    drawing.vline(best, colour=GOOD, dash="6 4").dots([best], [least], GOOD, "diamond", 8)
    drawing.vline(state.line, colour=INK).dots([state.line], [now], INK, "circle", 7)
    return ui.image(str(drawing), _alt(state, t)) + f'<p class="kit-key">{_key(state, t)}</p>'


def _key(state: Handoff, t: ui.Texts) -> str:
    return t("handoff.key") + (" " + t("handoff.key_checked") if state.checked else "")


def _alt(state: Handoff, t: ui.Texts) -> str:
    wrong, handed = cost.curve(state)
    points = [t("handoff.alt_point", line=float(GRID[i]), wrong=wrong[i], handed=handed[i]) for i in range(0, 101, 20)]
    best, least = cost.cheapest(state)
    return t("handoff.alt", points=" ".join(points), best=best, least=least, line=state.line, now=cost.euro(state))


def _round_up(value: float) -> float:
    step = 10 ** np.floor(np.log10(value))
    return float(step * next(m for m in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if m * step >= value))


def table(state: Handoff, t: ui.Texts) -> str:
    """HTML: what becomes of 1,000 questions, two by two."""
    found = cost.counts(state).shown()
    heads = ["", t("handoff.head.good"), t("handoff.head.bad")]
    rows = [
        (t("handoff.row.given"), t("handoff.cell.right", n=found.right), t("handoff.cell.wrong", n=found.wrong)),
        (t("handoff.row.handed"), t("handoff.cell.due", n=found.due), t("handoff.cell.unneeded", n=found.unneeded)),
    ]
    return ui.table(t("handoff.table"), heads, rows)


def months(state: Handoff, t: ui.Texts) -> str:
    """HTML: the cost of the chosen and of the cheapest threshold last month and this month; "" before the check."""
    if not state.checked:
        return ""
    rows = []
    for key, line in (("chosen", state.line), ("cheapest", cost.cheapest(state)[0])):
        each = [t("ui.euro", value=cost.euro(state, half, line)) for half in (LAST, THIS)]
        rows.append((t(f"handoff.month.{key}", line=line), *each))
    return ui.table(t("handoff.months"), ["", t("handoff.month.last"), t("handoff.month.this")], rows)


def describe(state: Handoff, t: ui.Texts) -> ui.Words:
    if state.part == QUEUE:
        return handoff_queue.describe(state, t)
    return handoff_train.describe(state, t) if state.part == AFTER else ui.Words("\n".join(_threshold(state, t)))


def _threshold(state: Handoff, t: ui.Texts) -> list[str]:
    found, (best, least) = cost.counts(state).shown(), cost.cheapest(state)
    hours = found.handed * state.minutes / 60
    lines = (
        [t("handoff.guessed", guess=state.guess, n=100 * cost.slipped(state.lang))] if state.guess is not None else []
    )
    lines.append(t("handoff.result", line=state.line, right=found.right, wrong=found.wrong, handed=found.handed,
                   hours=hours, euro=cost.euro(state)))  # fmt: skip
    lines.append(t("handoff.unneeded", n=found.unneeded, spared=found.spared))
    lines.append(t("handoff.best", line=best, euro=least, alone=ASKED * cost.per_hand_over(state)))
    if state.checked:
        lines.append(t("handoff.checked", last=cost.euro(state), this=cost.euro(state, THIS), line=state.line,
                       best=best, least=least, later=cost.euro(state, THIS, best)))  # fmt: skip
    old, wrong = cost.stale(state.lang, state.line, LAST)
    return [*lines, t("handoff.stale", old=old, n=wrong)]


# ---- the claims of the lesson


def facts(t: ui.Texts) -> ui.Words:
    """Measured on the shipped questions at the shipped threshold."""
    return ui.Words("\n".join([*_facts_threshold(t), *_facts_people(t)]))


def _facts_threshold(t: ui.Texts) -> list[str]:
    state, rates = Handoff(lang=t.lang), cost.rates(t.lang, None, room.bot(t.lang).threshold)
    right, wrong, handed = parts(rates[KNOWN, :3], 100)
    best, least = cost.cheapest(state, None)
    values = {
        "best": best,
        "least": least,
        "shipped": cost.euro(state, None),
        "alone": ASKED * cost.per_hand_over(state),
    }
    return [
        t("handoff.fact_known", right=right, wrong=wrong, handed=handed),
        t("handoff.fact_unknown", near=100 * rates[NEAR, 1], far=100 * rates[FAR, 1]),
        t("handoff.fact_cheapest", wrong=state.wrong, each=cost.per_hand_over(state), **values),
        t("handoff.fact_flatter", share=cost.flattery(state)),
    ]


def _facts_people(t: ui.Texts) -> list[str]:
    lang, line = t.lang, room.bot(t.lang).threshold
    outcomes = {
        "before": trained.measured(lang),
        "filled": trained.measured(lang, trained.gaps(trained.asked_in(lang))),
        "clean": trained.measured(lang, clean=True),
    }
    gap = {key: 100 * trained.shares(lang, outcome, line, (GAP,)).right for key, outcome in outcomes.items()}
    asked = trained.number(lang, (KNOWN,))
    known = {key: asked * trained.shares(lang, outcome, line, (KNOWN,)).wrong for key, outcome in outcomes.items()}
    old, wrong = cost.stale(lang, line)
    before, careful, nodded = trained.last(lang, line)
    return [
        t("handoff.fact_gaps", n=trained.number(lang, (GAP,)), before=gap["before"], after=gap["filled"]),
        t("handoff.fact_stale", old=old, n=wrong, asked=asked, before=known["before"], after=known["clean"]),
        t("handoff.fact_people", n=STEPS[-1], before=100 * before.right, after=100 * careful.right,
          nodded=100 * nodded.right, was=100 * before.wrong, wrong=100 * nodded.wrong),
    ]  # fmt: skip
