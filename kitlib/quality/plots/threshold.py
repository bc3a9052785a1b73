"""Step 3 in pictures and words."""

from __future__ import annotations

import numpy as np

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, GOOD, INK, OK

from ..data.flange import flange
from ..model import room
from ..model.threshold import GRID, Threshold, bill, cheapest, curve, next_in_queue, queue, queue_hits, side

BINS = 25


def scores(state: Threshold, t: ui.Texts, size=(460, 240)) -> str:
    """HTML: how the model sorts the test parts: good ones plain, defective ones hatched, the threshold across."""
    p, defective = room.scores(), room.truth()
    good, bad = (np.histogram(p[defective == d], BINS, (0, 1))[0] for d in (False, True))
    most = float(np.ceil(np.sqrt(max(good.max(), bad.max()))))
    drawing = ui.Chart((0, 1), (0, most), size=size)
    drawing.axes(t("threshold.p"), t("threshold.parts"), (0, 0.25, 0.5, 0.75, 1), (), lambda v: t("ui.share", value=v))
    left = np.arange(BINS) / BINS
    drawing.bars(left, np.sqrt(good), 0.5 / BINS, OK).bars(left + 0.5 / BINS, np.sqrt(bad), 0.5 / BINS, DEFECT, True)
    if state.band:
        drawing.span(max(state.threshold - state.band, 0), min(state.threshold + state.band, 1))
    drawing.vline(state.threshold, t("threshold.line", value=state.threshold))
    alt = t("threshold.alt_scores", value=state.threshold, good=int((~defective).sum()), bad=int(defective.sum()))
    return f"<p>{t('threshold.legend')}</p>{ui.image(str(drawing), alt)}"


def costs(state: Threshold, t: ui.Texts) -> str:
    """HTML: the cost of the batch at each threshold, the cheapest point, and where the line stands now."""
    euro, (best, least), now = curve(state), cheapest(state), bill(state)
    # The ends of the curve are so dear that they would flatten the part where the decision lies.
    high = round_up(max(min(float(euro.max()), max(4 * least, 1.5 * now.euro)), 1))
    drawing = ui.Chart((0, 1), (0, high), size=(460, 300))
    drawing.axes(
        t("threshold.x"),
        t("threshold.y"),
        (0, 0.25, 0.5, 0.75, 1),
        np.linspace(0, high, 5),
        lambda v: t("ui.share", value=v),
        lambda v: t("ui.euro", value=v),
    )
    drawing.line(GRID, euro, BRAND)
    drawing.vline(best, t("threshold.cheapest", value=best), GOOD, "6 4").dots([best], [least], GOOD, "diamond", 7)
    drawing.vline(state.threshold, colour=INK).dots([state.threshold], [now.euro], INK, "circle", 7)
    return ui.image(str(drawing), t("threshold.alt_costs", best=best, least=least, now=state.threshold, euro=now.euro))


def round_up(value: float) -> float:
    step = 10 ** np.floor(np.log10(value))
    return float(step * next(m for m in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if m * step >= value))


def part(state: Threshold, t: ui.Texts) -> str:
    """HTML: the next part in the queue."""
    waiting = next_in_queue(state)
    if waiting is None:
        return f"<p>{t('threshold.queue_done' if state.answers else 'threshold.queue_empty')}</p>"
    p = float(room.scores()[waiting])
    words = t("threshold.waiting", number=len(state.answers) + 1, total=len(queue(state)), p=p)
    photo = ui.image(flange("standard", split="test").images[waiting], words, "kit-photo")
    return f"<p>{words}</p>{photo}"


def describe(state: Threshold, t: ui.Texts) -> ui.Words:
    now, (best, least) = bill(state), cheapest(state)
    lines = [
        t(
            "threshold.result",
            t=state.threshold,
            batch=state.batch,
            missed=now.missed,
            alarms=now.alarms,
            euro=now.euro,
        ),
        t("threshold.best", t=best, euro=least, more=now.euro - least),
    ]
    if state.band:
        lines.append(t("threshold.checked", checked=now.checked, euro=now.checked * state.check))
    answered, own, alone = queue_hits(state)
    if answered:
        lines.append(t("threshold.queue_result", answered=answered, own=own, alone=alone))
    if state.guess is not None:
        lines.append(t("threshold.guess_right" if state.guess == side(state) else "threshold.guess_wrong"))
    return ui.Words("\n".join(lines))


def facts(t: ui.Texts) -> ui.Words:
    """The cheapest threshold for two prices of a missed defect: the line moves with the money."""
    dear, cheap = cheapest(Threshold())[0], cheapest(Threshold(miss=50, alarm=30))[0]
    alone, helped = bill(Threshold()).euro, bill(Threshold(band=0.4)).euro
    person = t("threshold.facts_person", alone=alone, helped=helped)
    return ui.Words("\n".join([t("threshold.facts", dear=dear, cheap=cheap), person]))
