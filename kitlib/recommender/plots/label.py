"""Paid places in pictures and words."""

from __future__ import annotations

from math import ceil

from kitlib import ui
from kitlib.ui.svg import DEFECT, GOOD, MUTED

from ..model import label as model
from ..model.label import BILL, LABELLED, LISTS, MOST, PLACES, SOLD, Label
from . import goods


def person(state: Label, t: ui.Texts) -> str:
    """HTML: what the person of the round has bought."""
    return goods.chips(model.listing(state.part).basket, t)


def places(state: Label, t: ui.Texts) -> str:
    """HTML: the list of the round with what the learner may know by now; empty while it is still looked through."""
    number, shown = state.part, model.listing(state.part)
    if number == LABELLED:
        line = {state.looked: t("label.line.looked")} if state.looked is not None else {}
        return goods.listing(shown.items, t, lines=line, marks=dict.fromkeys(shown.paid, t("label.ad")))
    if number not in state.solved:
        return ""
    found = model.found(state, number)
    lines = {item: t(f"label.line.{kind}") for kind in ("right", "missed", "accused") for item in getattr(found, kind)}
    return goods.listing(shown.items, t, lines=lines, marks=dict.fromkeys(shown.paid, t("label.sold_mark")))


def chart(state: Label, t: ui.Texts) -> str:
    """HTML: income and lost margin for 0 to 5 sold places, with the number chosen."""
    bills = [model.bill(state, k) for k in range(MOST + 1)]
    income, lost = [b.income for b in bills], [b.lost for b in bills]
    step = _step(max(*income, *lost, 1))
    high = step * ceil(max(*income, *lost, 1) * 1.08 / step)
    picture = ui.Chart((0, MOST), (0, high)).axes(
        t("label.axis.sold"), t("label.axis.euro"), range(MOST + 1), [step * i for i in range(round(high / step) + 1)],
        y_format=lambda v: t("ui.euro", value=v),
    )  # fmt: skip
    places = range(MOST + 1)
    picture.vline(state.sold, colour=MUTED, dash="3 4")
    picture.line(places, lost, DEFECT, dash="8 5").dots(places, lost, DEFECT, "triangle")
    picture.line(places, income, GOOD).dots(places, income, GOOD)
    return ui.image(str(picture), _alt(bills, t)) + f'<p class="kit-key">{t("label.key")}</p>'


def _step(top: float) -> float:
    """A round distance of the ticks: three to six of them."""
    return next(s * f for s in (1, 10, 100, 1000, 10_000) for f in (1, 2, 5) if top / (s * f) <= 5)


def _alt(bills: list[model.Bill], t: ui.Texts) -> str:
    each = [t("label.alt_place", n=k, income=b.income, lost=b.lost) for k, b in enumerate(bills)]
    return t("label.alt", places=" ".join(each))


def describe(state: Label, t: ui.Texts) -> ui.Words:
    lines = _bill(state, t) if state.part == BILL else _round(state, t)
    return ui.Words("\n".join(lines))


def _round(state: Label, t: ui.Texts) -> list[str]:
    if state.part not in state.solved:
        return []
    if state.part == LABELLED:
        paid = state.looked in model.listing(LABELLED).paid
        chose = t("label.looked", name=goods.name(state.looked, t)) if state.looked is not None else ""
        return [chose + " " + t("label.looked_paid" if paid else "label.looked_honest"), t("label.looked_why")]
    found = model.found(state, state.part)
    right, accused = len(found.right), len(found.accused)
    lines = [t("label.found", right=right, sold=SOLD, accused=accused)]
    if state.part == 0 and state.guess is not None:
        lines.append(t("label.guessed", guess=state.guess, right=right, sold=SOLD))
    return [*lines, *_summary(state, t)]


def _summary(state: Label, t: ui.Texts) -> list[str]:
    """Over both rounds without a label, against marking by dice."""
    right, there, accused = model.total(state)
    if there == SOLD:
        return [t("label.chance", share=SOLD / PLACES)]
    chance = (right + accused) * SOLD / PLACES
    lines = [t("label.total", right=right, there=there, accused=accused, chance=chance)]
    return [*lines, t("label.with_label", sold=SOLD)]


def _bill(state: Label, t: ui.Texts) -> list[str]:
    now, free, bill = _outcome(state), _outcome(state, 0), model.bill(state)
    values = {"n": LISTS, "sold": state.sold, "seen": state.seen, "where": t(f"label.where.{state.where}")}
    if not state.sold:
        return [t("label.none_sold", before=free.hits, seen=state.seen)]
    lines = [t("label.hits", before=free.hits, after=now.hits, lost=bill.lost_hits, **values)]
    if bill.even is None:
        return [*lines, t("label.unseen")]
    key = "gain" if bill.income > bill.lost else "loss"
    difference = abs(bill.income - bill.lost)
    lines.append(t("label.money", income=bill.income, lost=bill.lost, n=LISTS))
    lines.append(t(f"label.{key}", difference=difference, n=LISTS) + " " + t("label.even", even=100 * bill.even))
    return [*lines, t("label.trust")]


def _outcome(state: Label, sold: int | None = None) -> model.Outcome:
    return model.outcome(state.sold if sold is None else sold, state.where, state.seen)


def facts(t: ui.Texts) -> ui.Words:
    whole = {f"hits{k}": model.outcome(k).hits for k in (0, 1, 3, 5)}
    first = {f"hits{k}": model.outcome(k, "top", 5).hits for k in (0, 1, 3, 5)}
    bottom = model.outcome(MOST, "bottom", 5).hits
    start = Label()
    return ui.Words(
        "\n".join(
            [
                t("label.fact_whole", **whole),
                t("label.fact_first", seen=start.seen, bottom=bottom, **first),
                t("label.fact_even", even=100 * model.bill(start).even, sold=SOLD, seen=start.seen,
                  margin=start.margin, extra=start.extra),
                t("label.fact_trust"),
            ]
        )
    )  # fmt: skip
