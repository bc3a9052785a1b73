"""Pictures for slides on generated text: the next likely word, fluent and false, looking up."""

from __future__ import annotations

from kitlib import ui

from ..model import generate, lookup
from ..model.generate import CONTEXTS, Generate
from . import generate_cards
from .slide_charts import SIZE, Line, bars, lines, outcomes

STALE = (0.0, 0.1, 0.2, 0.3)
OUTDATED = 0.2
SHOWN = {"drawn": "bad", "true": "good", "plain": "plain"}


def look_up(t: ui.Texts) -> str:
    """Answers without looking up, from the source, and from sources of which some are out of date."""
    given = {"free": ("free", 0.0), "source": ("source", 0.0), "stale": ("source", OUTDATED)}
    found = {key: lookup.outcome(t.lang, *way) for key, way in given.items()}
    rows = [(t(f"slides.look_up.{key}", stale=OUTDATED), one.true, one.wrong) for key, one in found.items()]
    return outcomes("look_up", rows, t, n=len(lookup.questions(t.lang)))


def next_word(t: ui.Texts) -> str:
    """One place in a generated sentence that came out false: what could have followed, and what was true."""
    state = next(one for n in range(100) if (one := _before_value(Generate(sentence=n), t.lang)))
    found, said = generate.following(state, t.lang), generate.written(state, t.lang)
    known = generate.engine(t.lang)[0].statements
    true = {known[i].value for i in said.verdict.sources}
    rows, told = [], []
    for word, share, count in sorted(zip(found.words, found.shares(), found.counts, strict=True), key=lambda r: -r[1]):
        key = "drawn" if word == said.verdict.value else "true" if word in true else "plain"
        rows.append((word, share / max(found.shares()), t(f"slides.next_word.{key}", share=share), SHOWN[key]))
        told.append(t("slides.next_word.point", word=word, share=share, n=count))
    begin = " ".join(said.words[: state.word + 1])
    drawing = bars(rows, 70, 106, 130)
    used = generate_cards.used(found.used, t)
    for y, words, weight in (
        (20, t("slides.next_word.so_far"), 400),
        (45, t("slides.next_word.dots", words=begin), 600),
        (88, t("slides.next_word.after", used=used), 400),
    ):
        drawing.text(0, y, words, "start", weight=weight, size=SIZE)
    values = {"begin": begin, "used": used, "drawn": said.verdict.value, "true": ", ".join(sorted(true))}
    return ui.image(str(drawing), t("slides.next_word.alt", points=" ".join(told), **values))


def _before_value(state: Generate, lang: str) -> Generate | None:
    """At the word before the value, in a sentence that is false because the product is out of what is looked at."""
    said = generate.written(state, lang)
    if said.verdict.kind != "false" or said.verdict.value not in said.words:
        return None
    state = generate.choose(state, said.words.index(said.verdict.value) - 1, lang)
    found, known = generate.following(state, lang), generate.engine(lang)[0].statements
    true = {known[i].value for i in said.verdict.sources}
    short = 3 <= len(found.words) <= 6 and len(" ".join(said.words[: state.word + 1])) < 44
    return state if short and said.verdict.product not in found.used and true & set(found.words) else None


def context(t: ui.Texts, temperature: float = generate.TEMPERATURE) -> str:
    """Shares of generated sentences against context length: false, copied."""
    found = [generate.shares(t.lang, n, temperature) for n in CONTEXTS]
    wrong = [one.false + one.open for one in found]
    given = ((wrong, "wrong", "bad"), ([one.copied for one in found], "copied", "good"),
             ([one.odd for one in found], "odd", "rest"))  # fmt: skip
    drawing = lines(
        [Line(t(f"slides.context.{key}"), CONTEXTS, ys, look) for ys, key, look in given],
        (t("generate.axis.context"), t("generate.axis.share")), CONTEXTS, t, x=(CONTEXTS[0] - 0.2, CONTEXTS[-1] + 0.2),
    )  # fmt: skip
    told = [t("generate.point.context", x=n, wrong=w, copied=one.copied, odd=one.odd)
            for n, w, one in zip(CONTEXTS, wrong, found, strict=True)]  # fmt: skip
    return ui.image(str(drawing), t("generate.alt.context", points=" ".join(told)))


def stale(t: ui.Texts) -> str:
    """Answers from the source that are wrong, against the share of sources that is out of date."""
    shares = [lookup.outcome(t.lang, "source", old).wrong for old in STALE]
    names = (t("slides.stale.x"), t("slides.stale.y"))
    drawing = lines([Line(t("slides.stale.line"), STALE, shares, "bad")], names, STALE, t,
                    x=(-0.01, STALE[-1] + 0.02), top=0.4, x_format=lambda v: t("ui.share", value=v))  # fmt: skip
    told = [t("slides.stale.point", stale=old, wrong=wrong) for old, wrong in zip(STALE, shares, strict=True)]
    return ui.image(str(drawing), t("slides.stale.alt", points=" ".join(told)))
