"""Pictures of this demo for slides and print: each a state that shows one thing, drawn from the shipped data."""

from __future__ import annotations

import numpy as np

from kitlib import ui
from kitlib.ui.svg import GOOD

from ..data.corpus import KINDS
from ..data.pairs import KINDS as CHANGES
from ..data.pairs import pairs
from ..model import ask as asked
from ..model import handoff_cost, handoff_train, inside, masking, own, prompt, room
from ..model.handoff import Handoff
from .persona_slide import faces
from .slide_charts import SIZE, WIDTH, Line, bars, board, lines, outcomes, rect, spelt
from .slide_text import context, look_up, next_word, stale

OTHER_WORD = {"de": "Zustellung", "en": "dispatch"}
"""Another word for delivery, of `pairs.csv`: the search then compares with a question that means something else."""
TURNED = ("negation", "number")
SHARED = 0.01
"""A letter that adds less to the similarity is not marked: it only shares a piece with many questions."""


def compare(t: ui.Texts) -> str:
    """A question word by word beside the FAQ question most like it: which letters both share, what they add."""
    spoken = inside.asked_in(t.lang)
    text = next(new for _, new in pairs(spoken).pairs["synonym"] if OTHER_WORD[spoken] in new)
    found, top = inside.comparison(spoken, text, text), 118
    most = max(word.share for word in found.words)
    rows = [("", word.share / most, t("ui.share", value=word.share), "plain") for word in found.words]
    drawing = bars(rows, 130, top)
    for y, key, words in ((20, "asked", text), (72, "nearest", found.question)):
        drawing.text(0, y, t(f"slides.compare.{key}"), "start", size=SIZE)
        drawing.text(0, y + 24, t("slides.quoted", words=words), "start", weight=600, size=SIZE)
    for n, word in enumerate(found.words):
        spelt(drawing, 120, top + 36 * n + 24, word.text, [v > SHARED for v in found.letters[word.start : word.end]])
    each = " ".join(t("inside.alt_word", word=word.text, share=word.share) for word in found.words)
    values = {"text": text, "question": found.question, "similarity": found.similarity}
    return ui.image(str(drawing), t("slides.compare.alt", words=each, **values))


def changes(t: ui.Texts) -> str:
    """What one change does to the similarity, for changes that turn the meaning and for those that keep it."""
    found = sorted(((inside.summary(t.lang, kind), kind) for kind in CHANGES), reverse=True)
    drawing, told = board(34 + 72 * len(found)), []
    drawing.text(0, 18, t("inside.head.similarity"), "start", size=SIZE)
    drawing.text(WIDTH, 18, t("inside.head.same"), "end", size=SIZE)
    for n, (one, kind) in enumerate(found):
        values = {"kind": t(f"slides.changes.{kind}"), "sense": t(f"inside.sense.{kind}"), "same": one.same, "n": one.n}
        y, wide = 34 + 72 * n, 230 * one.similarity
        drawing.text(0, y + 20, t("inside.row.kind", **values), "start", weight=600, size=SIZE)
        rect(drawing, 0, y + 28, wide, 30, "bad" if kind in TURNED else "plain")
        drawing.text(wide + 8, y + 49, t("ui.share", value=one.similarity), "start", weight=600, size=SIZE)
        drawing.text(WIDTH, y + 49, t("inside.of", k=one.same, n=one.n), "end", weight=600, size=SIZE)
        told.append(t("slides.changes.point", value=one.similarity, **values))
    return ui.image(str(drawing), t("slides.changes.alt", points=" ".join(told)))


def near(t: ui.Texts) -> str:
    """What becomes of known, near and unrelated questions at the shipped threshold."""
    rows = []
    for kind in KINDS:
        found = asked.counts(t.lang, kind)
        right, wrong = (one / sum(found) for one in (found.answered_right, found.answered_wrong))
        rows.append((t(f"slides.near.{kind}"), right, wrong))
    return outcomes("near", rows, t)


def gaps(t: ui.Texts) -> str:
    """Questions on matters the FAQ lacks, before and after people added them."""
    spoken, rows = handoff_train.asked_in(t.lang), []
    for key, more in (("before", ()), ("after", handoff_train.gaps(spoken))):
        found = handoff_train.measured(spoken, more)
        one = handoff_train.shares(spoken, found, room.bot(t.lang).threshold, (handoff_train.GAP,))
        rows.append((t(f"slides.gaps.{key}"), one.right, one.wrong))
    return outcomes("gaps", rows, t, n=handoff_train.number(spoken, (handoff_train.GAP,)))


def asking(t: ui.Texts) -> str:
    """The same matters asked vaguely, precisely and overloaded."""
    counted = dict(zip(prompt.VERSIONS, prompt.measured(t.lang), strict=True))
    rows = [(t(f"slides.asking.{key}"), one.right / one.n, one.wrong / one.n) for key, one in counted.items()]
    return outcomes("asking", rows, t, n=counted["vague"].n)


def costs(t: ui.Texts, state: Handoff | None = None) -> str:
    """The cost of 1,000 questions at each threshold, on all later questions (as in the claim), and the cheapest one."""
    state = state or Handoff(lang=t.lang)
    wrong, handed = handoff_cost.curve(state, None)
    best, least = handoff_cost.cheapest(state, None)
    top = float(np.ceil(2.2 * least / 2000) * 2000)  # the dear end would flatten the part where the decision lies
    grid = handoff_cost.GRID
    given = ((wrong + handed, "total", "main"), (wrong, "wrong", "bad"), (handed, "handed", "rest"))
    drawing = lines(
        [Line(t(f"slides.costs.{key}"), grid[ys <= top], ys[ys <= top], look, False) for ys, key, look in given],
        (t("handoff.axis.x"), t("handoff.axis.y")), (0, 0.25, 0.5, 0.75, 1), t, x=(0, 1), top=top,
        x_format=lambda v: t("ui.share", value=v), unit=lambda v: t("ui.euro", value=v),
    )  # fmt: skip
    drawing.dots([best], [least], GOOD, "diamond", 9)
    points = [t("handoff.alt_point", line=float(grid[i]), wrong=wrong[i], handed=handed[i]) for i in range(0, 101, 20)]
    return ui.image(str(drawing), t("slides.costs.alt", points=" ".join(points), best=best, least=least))


def people(t: ui.Texts) -> str:
    """Right answers after a colleague checked a hundred questions, and after one who nodded them through."""
    line = room.bot(t.lang).threshold
    careful, nodded = (handoff_train.curve(t.lang, line, one) for one in (True, False))
    found = [
        Line(t(f"slides.people.{key}"), [n for n, _ in run], [one.right for _, one in run], look)
        for key, run, look in (("careful", careful, "good"), ("nodded", nodded, "bad"))
    ]
    steps = found[0].xs
    drawing = lines(found, (t("slides.people.x"), t("handoff.axis.right")), steps, t, x=(0, steps[-1]))
    told = [t("slides.people.point", n=n, value=one.right) for n, one in careful]
    values = {"n": steps[-1], "nodded": nodded[-1][1].right}
    return ui.image(str(drawing), t("slides.people.alt", points=" ".join(told), **values))


def wordings(t: ui.Texts) -> str:
    """The learning curve of the shipped FAQ: hits against wordings an answer."""
    found = own.practice(inside.asked_in(t.lang))
    shown = [n for n in found.wordings if n not in (3, 6)]  # these would stand in the way of their neighbours
    line = Line(t("slides.wordings.line"), found.wordings, found.shares, "main")
    drawing = lines([line], (t("own.axis_x"), t("own.axis_y")), shown, t, x=(0, found.most + 0.5))
    steps = "; ".join(t("own.point", n=n, value=v) for n, v in zip(found.wordings, found.shares, strict=True))
    return ui.image(str(drawing), t("own.curve_alt", steps=steps, n=found.asked, answers=found.answers))


def masked(t: ui.Texts) -> str:
    """How many personal details a program finds and masks, by kind."""
    found = sorted(masking.measured(t.lang).rows, key=lambda row: -row.found / row.there)
    rows = [(t(f"mask.kind.{row.kind}"), row.found / row.there, t("inside.of", k=row.found, n=row.there), "plain")
            for row in found]  # fmt: skip
    told = [t("slides.masked.point", kind=name, of=of) for name, _, of, _ in rows]
    return ui.image(str(bars(rows, 190)), t("slides.masked.alt", points=" ".join(told)))


FIGURES = {one.__name__: one for one in (compare, changes, near, costs, people, next_word, context, look_up, asking,
                                         wordings, stale, gaps, masked, faces)}  # fmt: skip
