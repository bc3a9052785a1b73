"""What two questions have in common: letters underlined by what they add, words with their share; and in words."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from kitlib import ui

from ..data.pairs import KINDS
from ..model import inside as model
from ..model import room
from ..model.compare import Comparison, Word
from ..model.inside import LETTERS, SWAP, VIEWS, Inside
from . import chat

CSS = Path(__file__).with_name("inside.css")
PIECES, TOLD, STEPS = 6, 3, 4


@lru_cache(maxsize=1)
def style() -> str:
    """HTML: the look of compared words; with that of conversations."""
    return chat.style() + f"<style>{CSS.read_text('utf-8')}</style>"


def question(number: int, lang: str) -> str:
    return room.bot(lang).faq.questions[number]


def letters(text: str, state: Inside, t: ui.Texts) -> str:
    """HTML: the text with its letters underlined the thicker the more they add, and each word's share below it."""
    found = model.comparison(state.lang, text, state.first)
    top = max(found.letters, default=0) or 1
    words = [w for w in found.words if w.end <= chat.LONGEST]
    cells = "".join(_word(word, found, top, t) for word in words)
    if not words:
        return ""
    cut = f" {t('common.shortened', n=len(text) - words[-1].end)}" if words != list(found.words) else ""
    versus = escape(t("inside.versus", question=found.question) + cut)
    return f'<p>{versus}</p><div class="in-words" role="img" aria-label="{escape(alt(found, t))}">{cells}</div>'


def _word(word: Word, found: Comparison, top: float, t: ui.Texts) -> str:
    letters = "".join(
        f'<span class="in-{_step(found.letters[i] / top)}">{escape(chat.readable(found.text[i]))}</span>'
        for i in range(word.start, word.end)
    )
    share = f'<span class="in-share">{escape(t("ui.share", value=word.share))}</span>'
    return f'<span class="in-word"><span class="in-letters">{letters}</span>{share}</span>'


def _step(share: float) -> int:
    """0 to STEPS: how thick the line below a letter is. 0: it adds (next to) nothing."""
    return 0 if share < 0.02 else min(int(share * STEPS) + 1, STEPS)


def alt(found: Comparison, t: ui.Texts) -> str:
    """The compared words with their shares, for those who do not see the lines."""
    each = " ".join(t("inside.alt_word", word=w.text, share=w.share) for w in found.words if w.end <= chat.LONGEST)
    return chat.readable(t("inside.alt", question=found.question, words=each, similarity=found.similarity))


def pieces(state: Inside, t: ui.Texts) -> str:
    """HTML: the pieces both questions hold that add most."""
    found = model.comparison(state.lang, state.first, state.first).pieces[:PIECES]
    rows = [(t("inside.gram", gram=p.gram.replace(" ", "·")), t("ui.share", value=p.share)) for p in found]
    return ui.table(t("inside.pieces"), [t("inside.piece"), t("inside.share")], rows) if rows else ""


def nearest(state: Inside, t: ui.Texts) -> str:
    """HTML: the three FAQ questions most alike, with their similarity."""
    hits = room.bot(state.lang).nearest(state.first)
    cells = "".join(
        f"<li>{escape(t('inside.hit', question=question(hit.question, state.lang), value=hit.similarity))}</li>"
        for hit in hits
    )
    return f'<ol class="in-near">{cells}</ol>'


def reply(text: str, state: Inside, t: ui.Texts) -> str:
    """HTML: a question and what comes back."""
    answer = room.bot(state.lang).answer(text)
    below = answer.hand_off
    stated = t("common.below" if below else "common.confidence", value=answer.confidence,
               threshold=room.bot(state.lang).threshold)  # fmt: skip
    source = (t("common.source", source=answer.source),) if answer.source and not below else ()
    words = t("common.handed") if below else answer.text
    lines = [
        chat.Line("person", chat.shown(text, t), name=t("common.you")),
        chat.Line("tool", words, (*source, stated), t("common.hand_off") if below else "", t("common.tool")),
    ]
    return chat.dialogue(lines, t("common.chat"))


def change(state: Inside, t: ui.Texts) -> str:
    """HTML: similarity, stated confidence and answer, before and after."""
    found = model.effect(state.lang, state.first, state.now)
    same = t("inside.same" if found.entries[0] == found.entries[1] else "inside.other")
    rows = [
        (t("inside.row.similarity"), *(t("ui.share", value=v) for v in (found.before, found.after))),
        (t("inside.row.confidence"), *(t("ui.share", value=v) for v in found.sure)),
        (t("inside.row.entry"), "", same),
    ]
    return ui.table(t("inside.change"), ["", t("inside.before"), t("inside.after")], rows)


def measured(state: Inside, t: ui.Texts) -> str:
    """HTML: the kinds of change on average, the greatest first."""
    each = sorted(((model.summary(state.lang, k), k) for k in KINDS), reverse=True)
    rows = [
        (t("inside.row.kind", kind=t(f"inside.kind.{k}"), sense=t(f"inside.sense.{k}")),
         t("ui.share", value=s.similarity), t("inside.of", k=s.same, n=s.n))
        for s, k in each
    ]  # fmt: skip
    heads = [t(f"inside.head.{name}") for name in ("kind", "similarity", "same")]
    return ui.table(t("inside.table"), heads, rows, marked=len(rows) - 1)


def listed(state: Inside, t: ui.Texts) -> str:
    """HTML: the pairs of one kind."""
    cells = ""
    for pair in model.compared(model.asked_in(state.lang))[state.kind]:
        told = t("inside.pair", value=pair.similarity, answer=t("inside.same" if pair.same else "inside.other"))
        cells += f"<li><span>{escape(pair.before)}</span><span>{escape(pair.after)}</span>"
        cells += f'<span class="chat-small">{escape(told)}</span></li>'
    label = escape(t("inside.which_pairs"))
    return f'<ul class="in-pairs" tabindex="0" role="list" aria-label="{label}">{cells}</ul>'


def views(state: Inside, t: ui.Texts) -> str:
    """HTML: how many later questions get the right answer with words alone, letters alone, and both."""
    rows = [(t(f"inside.view.{v}"), t("ui.share", value=model.accuracy(state.lang, v))) for v in VIEWS]
    return ui.table(t("inside.views"), [t("inside.compared"), t("inside.right")], rows)


def describe(state: Inside, t: ui.Texts) -> ui.Words:
    lines = {LETTERS: _common, SWAP: _swapped}.get(state.part, _measured)(state, t)
    return ui.Words("\n".join(lines))


def _common(state: Inside, t: ui.Texts) -> list[str]:
    found = model.comparison(state.lang, state.first, state.first)
    if not found.pieces:
        return [t("inside.nothing")]
    best = sorted(found.words, key=lambda w: -w.share)[:TOLD]
    words = " ".join(t("inside.alt_word", word=chat.shown(w.text, t, 60), share=w.share) for w in best if w.share > 0)
    return [t("inside.common", question=found.question, value=found.similarity), t("inside.most", words=words)]


def _swapped(state: Inside, t: ui.Texts) -> list[str]:
    if state.now == state.first:
        return [t("inside.unchanged")]
    found = model.effect(state.lang, state.first, state.now)
    same = "same_long" if found.entries[0] == found.entries[1] else "other_long"
    off = " " + t("inside.off") if room.bot(state.lang).answer(state.now).hand_off else ""
    lines = [t("inside.changed", before=found.before, after=found.after)]
    if found.entries[0] != found.entries[1] and (hits := room.bot(state.lang).nearest(state.now, 1)):
        lines.append(t("inside.now_nearest", question=question(hits[0].question, state.lang), value=hits[0].similarity))
    return [*lines, t(f"inside.{same}", before=found.sure[0], after=found.sure[1]) + off]


def _measured(state: Inside, t: ui.Texts) -> list[str]:
    top, mine = (model.summary(state.lang, kind).similarity for kind in (model.greatest(state.lang), state.guess))
    words = {"guess": t(f"inside.kind.{state.guess}"), "top": t(f"inside.kind.{model.greatest(state.lang)}")}
    key = "guessed_right" if state.guess == model.greatest(state.lang) else "guessed_other"
    lines = [t(f"inside.{key}", value=top, mine=mine, **words), _turned(state.lang, t)]
    return [*lines, t("inside.view_words", **_views(state.lang))]


def _turned(lang: str, t: ui.Texts) -> str:
    negation, number = model.summary(lang, "negation"), model.summary(lang, "number")
    return t("inside.turned", same=negation.same + number.same, n=negation.n + number.n)


def _views(lang: str) -> dict[str, float]:
    return {view: model.accuracy(lang, view) for view in VIEWS}


def facts(t: ui.Texts) -> ui.Words:
    """Means over the pairs, and the part that words and letters have."""
    each = {kind: model.summary(t.lang, kind) for kind in KINDS}
    n = each["synonym"].n
    lines = [
        t("inside.fact_pairs", n=n, **{kind: found.similarity for kind, found in each.items()}),
        t("inside.fact_same", n=n, turned=each["negation"].same, number=each["number"].same, word=each["synonym"].same),
        t("inside.fact_views", **_views(t.lang)),
    ]
    return ui.Words("\n".join(lines))
