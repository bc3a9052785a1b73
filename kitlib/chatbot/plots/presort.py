"""What a check band saves and costs, in pictures and words; `describe` and `facts` of the whole step."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kitlib import ui
from kitlib.ui.svg import BRAND, DEFECT, GOOD, INK, MUTED

from ..model import presort as model
from ..model import presort_cost as cost
from ..model import presort_sorted as sort
from ..model.presort import BAND, COST, FIVE, HAND, INBOX, Presort
from ..model.presort_cost import GRID, MAILS
from . import presort_lists as lists

TICKS = (0, 0.25, 0.5, 0.75, 1)


def charts(state: Presort, t: ui.Texts) -> str:
    """HTML: mails looked at and badly delivered, and the euro saved, against the band."""
    looked, bad, saved = cost.curves(state)
    return _mails(state, t, looked, bad) + _euro(state, t, saved)


def _mails(state: Presort, t: ui.Texts, looked, bad) -> str:
    now = cost.tally(state)
    drawing = ui.Chart((0, 1), (0, MAILS)).axes(
        t("presort.axis.band"), t("presort.axis.mails"), TICKS, (0, 25, 50, 75, 100), lambda v: t("ui.share", value=v)
    )
    drawing.line(GRID, looked, MUTED, "2 5").line(GRID, bad, DEFECT, "8 5").vline(state.band, colour=INK)
    drawing.dots([state.band] * 2, [now.looked, now.bad], INK, "circle", 7)
    points = [
        t("presort.alt_point", band=float(GRID[i]), looked=looked[i], bad=bad[i]) for i in (0, 50, 60, 70, 80, 90, 100)
    ]
    alt = t("presort.alt_mails", points=" ".join(points), band=state.band, **_read(now))
    return ui.image(str(drawing), alt) + f'<p class="kit-key">{t("presort.key_mails")}</p>'


def _read(found: cost.Tally) -> dict[str, float]:
    """Mails looked at and badly delivered, in whole numbers that add up with the others."""
    read = found.shown()
    return {"looked": read.looked, "bad": read.bad}


def _euro(state: Presort, t: ui.Texts, saved) -> str:
    best, most = cost.best(state)
    high = _round_up(max(most, cost.euro(state), 5))
    drawing = ui.Chart((0, 1), (-2 * high, high)).axes(
        t("presort.axis.band"), t("presort.axis.euro"), TICKS, np.linspace(-2 * high, high, 4),
        lambda v: t("ui.share", value=v), lambda v: money(v, t),
    )  # fmt: skip
    drawing.line(GRID, saved, BRAND).line([0, 1], [0, 0], MUTED, "2 3", 1.5)
    drawing.vline(best, colour=GOOD, dash="6 4").dots([best], [most], GOOD, "diamond", 8)
    drawing.vline(state.band, colour=INK).dots([state.band], [cost.euro(state)], INK, "circle", 7)
    marks = [(float(GRID[i]), money(saved[i], t)) for i in (0, 50, 60, 70, 80, 90, 100)]
    points = " ".join(t("presort.alt_euro_point", band=band, euro=euro) for band, euro in marks)
    now = {"band": state.band, "euro": money(cost.euro(state), t)}
    alt = t("presort.alt_euro", points=points, best=best, most=money(most, t), **now)
    return ui.image(str(drawing), alt) + f'<p class="kit-key">{t("presort.key_euro")}</p>'


def money(value: float, t: ui.Texts) -> str:
    """Whole euro; below zero with a minus sign, which a hyphen is too short for."""
    return t("ui.euro", value=value).replace("-", "−")


def _round_up(value: float) -> float:
    step = 10 ** np.floor(np.log10(value))
    return float(step * next(m for m in (1, 2, 5, 10) if m * step >= value))


def describe(state: Presort, t: ui.Texts) -> ui.Words:
    parts = {HAND: _hand, INBOX: _inbox, COST: _cost}
    return ui.Words("\n".join(parts.get(state.part, _special)(state, t)))


def _hand(state: Presort, t: ui.Texts) -> list[str]:
    done = len(state.hand)
    if not done:
        return []
    number = model.five(state.lang)[done - 1]
    stated = {"program": lists.department(sort.assigned(state.lang, number), t),
              "value": float(sort.everything(state.lang).confidence[number])}  # fmt: skip
    mail = sort.mails(state.lang)[number]
    lines = [t("presort.sorted", n=done, you=lists.department(state.hand[-1], t), label=lists.homes(mail, t), **stated)]
    own, program = model.agreed(state)
    lines.append(t("presort.agreed", n=done, own=own, program=program))
    return [*lines, t("presort.no_blame"), *_guessed(state, t)] if done == FIVE else lines


def _guessed(state: Presort, t: ui.Texts) -> list[str]:
    """The prediction beside what happens to 100 mails when nobody checks."""
    if state.guess is None:
        return []
    found = cost.tally(replace(state, band=0.0, words=(), sample=0)).shown()
    values = {"right": found.right, "half": found.half, "wrong": found.wrong}
    return [t("presort.guessed", guess=state.guess, plain=100 * sort.accuracy(state.lang, "plain"), **values)]


def _inbox(state: Presort, t: ui.Texts) -> list[str]:
    given = sort.delivered(state.lang, state.band, state.words)
    page = list(model.page(state))
    lines = [*_guessed(state, t), t("presort.on_page", n=len(page), person=int((~given[page]).sum()), band=state.band)]
    if state.told:
        verdict = sort.everything(state.lang).verdict[page]
        lines.append(t("presort.page_bad", bad=int((given[page] & (verdict != sort.RIGHT)).sum())))
    return [*lines, _gathered(t)]


def _gathered(t: ui.Texts) -> str:
    """Errors of plain mails with little and with much stated confidence."""
    low, high = sort.errors(t.lang, 0, BAND), sort.errors(t.lang, BAND, 2)
    return t("presort.gathered", band=BAND, low=low, high=high)


def _cost(state: Presort, t: ui.Texts) -> list[str]:
    found, (best, most) = cost.tally(state), cost.best(state)
    saved = cost.minutes(state)
    lines = [t("presort.result", band=state.band, right=found.shown().right, **_read(found))]
    key = "presort.saves" if saved >= 0 else "presort.loses"
    lines.append(t(key, minutes=abs(saved), all=MAILS * state.look, euro=money(cost.euro(state), t)))
    lines.append(t("presort.best", best=best, most=money(most, t), none=money(cost.euro(state, 0.0), t)))
    if state.sample:
        lines.append(t("presort.sampled", n=state.sample, found=found.found, left=found.bad - found.found))
    elif found.bad >= 0.05:
        lines.append(t("presort.unsampled", bad=found.bad))
    return lines


def _special(state: Presort, t: ui.Texts) -> list[str]:
    found = cost.urgent(state)
    lines = [t("presort.urgent", n=found.n, person=found.person, right=found.right, astray=found.astray)]
    if state.words:
        lines.append(t("presort.listed", n=len(state.words), caught=found.caught, urgent=found.n, others=found.others,
                       rest=found.rest))  # fmt: skip
        lines.append(t("presort.missed", missed=found.n - found.caught))
    two, other, plain = (cost.special(state, kind) for kind in ("two", "other", "plain"))
    share, single = two[0] / two[1], plain[0] / plain[1]
    lines.append(t("presort.two", n=two[1], sent=two[0], share=share, plain=single))
    lines += [t("presort.two_as_often")] if share >= single > 0 else []
    return [*lines, t("presort.other", n=other[1], sent=other[0])]


# ---- the claims of the lesson


def facts(t: ui.Texts) -> ui.Words:
    """Measured on the sample mails, with the shipped band and assumptions."""
    return ui.Words("\n".join([*_facts_band(t), *_facts_special(t), _fact_time(t)]))


def _facts_band(t: ui.Texts) -> list[str]:
    found = cost.tally(Presort(lang=t.lang)).shown()
    right, plain = (MAILS * sort.accuracy(t.lang, kind) for kind in (None, "plain"))
    values = {"looked": found.looked, "sent": found.delivered, "half": found.half, "wrong": found.wrong}
    return [
        t("presort.fact_right", n=len(sort.halves(t.lang)), right=right, plain=plain),
        t("presort.fact_band", band=BAND, **values),
        _gathered(t),
    ]


def _facts_special(t: ui.Texts) -> list[str]:
    state, none = Presort(lang=t.lang), cost.urgent(Presort(lang=t.lang, band=0.0))
    two, other = (cost.special(state, kind) for kind in ("two", "other"))
    listed = cost.urgent(replace(state, words=model.listed(t("presort.list.long"))))
    return [
        t("presort.fact_special", two=two[1], half=two[0], other=other[1], sent=other[0]),
        t("presort.fact_urgent", n=none.n, astray=none.astray, caught=listed.caught, others=listed.others),
    ]


def _fact_time(t: ui.Texts) -> str:
    state = Presort(lang=t.lang)
    assumed = {"look": state.look, "back": state.back, "harm": state.harm, "hourly": state.hourly}
    return t("presort.fact_time", minutes=cost.minutes(state), all=MAILS * state.look, euro=money(cost.euro(state), t),
             none=money(cost.euro(state, 0.0), t), **assumed)  # fmt: skip
