"""What the answers of people changed, in a table, a curve and words."""

from __future__ import annotations

from kitlib import ui
from kitlib.ui.svg import DEFECT, GOOD

from ..data.corpus import corpus
from ..model import handoff_queue as queue
from ..model import handoff_train as model
from ..model import room
from ..model.evaluate import Outcome
from ..model.handoff import Handoff
from ..model.handoff_train import GAP, STEPS, Shares

KNOWN, NOWHERE = (0,), (1, 2)
"""Indices into KINDS: questions the FAQ answers; near misses and far ones."""
ROWS = (("right", KNOWN), ("wrong", KNOWN), ("handed", KNOWN), ("right", (GAP,)), ("wrong", NOWHERE))


def line(lang: str) -> float:
    """The shipped threshold: above a high one hardly any answers would be left to measure."""
    return room.bot(lang).threshold


def runs(state: Handoff) -> list[tuple[str, Outcome]]:
    """(column, what was measured): before, and after what the learner did. Two columns: a phone shows no third."""
    made = [("before", model.measured(state.lang))]
    if state.trained is not None and not state.clean:
        made.append(("after", model.measured(state.lang, model.additions(state))))
    if state.clean:
        made.append(("clean", model.measured(state.lang, model.additions(state), True)))
    return made


def table(state: Handoff, t: ui.Texts) -> str:
    """HTML: shares before and after; "" before anything was done."""
    found = runs(state)
    if len(found) < 2:
        return ""
    rows = []
    for what, kinds in ROWS:
        each = [model.shares(state.lang, outcome, line(state.lang), kinds).shown() for _, outcome in found]
        name = t(f"handoff.measure.{what}_{kinds[0]}", n=model.number(state.lang, kinds))
        rows.append((name, *(t("handoff.share", value=getattr(one, what)) for one in each)))
    return ui.table(t("handoff.after_table"), ["", *(t(f"handoff.column.{name}") for name, _ in found)], rows)


def chart(state: Handoff, t: ui.Texts) -> str:
    """HTML: right answers after 0 to 100 questions, by a careful colleague and by one who nods through."""
    if not state.crowd:
        return ""
    careful, nodded = (model.curve(state.lang, line(state.lang), one) for one in (True, False))
    low = max(int(10 * min(one.right for _, one in careful + nodded)) - 1, 0)
    drawing = ui.Chart((0, STEPS[-1]), (low / 10, 1)).axes(
        t("handoff.axis.questions"), t("handoff.axis.right"), (0, *STEPS), [i / 10 for i in range(low, 11)],
        y_format=lambda v: t("ui.share", value=v),
    )  # fmt: skip
    for found, look in ((nodded, (DEFECT, "8 5", "triangle")), (careful, (GOOD, "", "circle"))):
        steps, share = [n for n, _ in found], [one.right for _, one in found]
        drawing.line(steps, share, *look[:2]).dots(steps, share, look[0], look[2])
    return ui.image(str(drawing), _alt(careful, nodded, t)) + f'<p class="kit-key">{t("handoff.key_people")}</p>'


def _alt(careful: list[tuple[int, Shares]], nodded: list[tuple[int, Shares]], t: ui.Texts) -> str:
    each = [t("handoff.alt_people_point", n=n, careful=one.right) for n, one in careful]
    through = t("handoff.alt_nodded", n=STEPS[-1], nodded=nodded[-1][1].right)
    return t("handoff.alt_people", points=" ".join([*each, through]))


def describe(state: Handoff, t: ui.Texts) -> ui.Words:
    lines = []
    if state.trained is not None:
        lines += _own(state, t)
    if state.clean:
        lines.append(_cleaned(state, t))
    if state.crowd:
        before, careful, nodded = model.last(state.lang, line(state.lang))
        lines.append(t("handoff.people", n=STEPS[-1], before=before.right, after=careful.right, nodded=nodded.right))
        lines.append(t("handoff.people_wrong", was=before.wrong, after=careful.wrong, nodded=nodded.wrong))
        lines.append(t("handoff.people_why"))
    return ui.Words("\n".join(lines))


def _own(state: Handoff, t: ui.Texts) -> list[str]:
    more = model.additions(state)
    before, after = model.measured(state.lang), model.measured(state.lang, more)
    lines = [
        t("handoff.added", n=sum(len(one.wordings) for one in more), new=sum(one.entry is not None for one in more))
    ]
    a, b = (model.shares(state.lang, one, line(state.lang), KNOWN) for one in (before, after))
    n = model.number(state.lang, KNOWN)
    lines.append(t("handoff.own_known", n=n, before=n * a.right, after=n * b.right, was=n * a.wrong, wrong=n * b.wrong))
    if found := model.filled(state.lang, after, line(state.lang), more):
        lines.append(t("handoff.own_gaps", after=found.right))
    else:
        lines.append(t("handoff.own_no_gap", n=len(corpus(state.lang).gaps)))
    return lines + _price(state, after, t)


def _price(state: Handoff, after: Outcome, t: ui.Texts) -> list[str]:
    """What the wrong decisions cost, measured by leaving them out."""
    verdicts = queue.verdicts(state, state.trained)
    wrong = sum(one in queue.WRONG for one in verdicts)
    if model.additions(state) == model.additions(state, careful=True):
        return [t("handoff.no_mistakes")] if verdicts else []
    without = model.measured(state.lang, model.additions(state, careful=True))
    kinds = (*KNOWN, GAP, *NOWHERE)
    n = model.number(state.lang, kinds)
    here, there = (n * model.shares(state.lang, one, line(state.lang), kinds).wrong for one in (after, without))
    return [t("handoff.mistakes", n=wrong, here=here, there=there, total=n)]


def _cleaned(state: Handoff, t: ui.Texts) -> str:
    more, n = model.additions(state), model.number(state.lang, KNOWN)
    kept, cleaned = (model.measured(state.lang, more, clean) for clean in (False, True))
    a, b = (n * model.shares(state.lang, one, line(state.lang), KNOWN).wrong for one in (kept, cleaned))
    old = int((corpus(state.lang).twin >= 0).sum())
    return t("handoff.cleaned", old=old, n=n, before=a, after=b)
