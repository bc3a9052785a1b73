"""The two faces of one engine in pictures and words."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

import numpy as np

from kitlib import ui

from ..data.corpus import corpus
from ..model import persona as model
from ..model import room
from ..model.echo import PATTERNS
from ..model.estimator import Answer
from ..model.persona import COSTUME, PHRASES, Persona
from . import chat

CSS = Path(__file__).with_name("persona.css")
WAYS = 3
"""So many openings and endings of small talk; they take turns."""
FACE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="46" fill="#f6d9c4"/>'
    '<path d="M6 44C8 14 32 2 48 2s42 10 42 44C80 22 62 22 48 22S18 22 6 44z" fill="#5a3b22"/>'
    '<g fill="#1b2733"><circle cx="33" cy="48" r="5"/><circle cx="63" cy="48" r="5"/></g>'
    '<path d="M30 64c8 12 28 12 36 0" fill="none" stroke="#b3480a" stroke-width="5" stroke-linecap="round"/></svg>'
)


@lru_cache(maxsize=1)
def style() -> str:
    return chat.style() + f"<style>{CSS.read_text('utf-8')}</style>"


def face(t: ui.Texts) -> str:
    return ui.image(FACE, t("persona.face_alt"), "persona-face")


def cards(t: ui.Texts) -> str:
    """HTML: how the two present themselves, before anybody asked anything."""
    plain = f"<p>{escape(t('persona.plain_says'))}</p>"
    friendly = f"<p>{escape(t('persona.face_says'))}</p>"
    return (
        f'{style()}<div class="persona-two"><section><h4>{face(t)}{escape(t("persona.name"))}</h4>{friendly}</section>'
        f"<section><h4>{escape(t('common.tool'))}</h4>{plain}</section></div>"
    )


def words(answer: Answer, t: ui.Texts) -> str:
    """What the engine puts out: the entry's words, or the hand-off."""
    return t("common.handed") if answer.hand_off else answer.text


def dressed(answer: Answer, question: str, n: int, worn: frozenset, t: ui.Texts) -> list[str]:
    """Sentences around the same answer: echo of the question and small talk, as far as they are worn."""
    hand_off = "sorry" if answer.hand_off else "open"
    before = [t("persona.echoed", question=question)] if "echo" in worn else []
    opening = [t(f"persona.{hand_off}.{n % WAYS}")] if "chat" in worn else []
    ending = [t(f"persona.close.{n % WAYS}")] if "chat" in worn else []
    return [*opening, *before, words(answer, t), *ending]


def _card(answer: Answer, question: str, n: int, worn: frozenset, t: ui.Texts) -> str:
    name = t("persona.name") if "name" in worn else t("common.tool")
    picture = face(t) if "face" in worn else ""
    lines = "".join(f'<p class="chat-text">{escape(line)}</p>' for line in dressed(answer, question, n, worn, t))
    source = t("common.source", source=answer.source) if answer.source and not answer.hand_off else ""
    small = f'<span class="chat-small">{escape(source)}</span>' if source else ""
    return f"<section><h4>{picture}{escape(name)}</h4>{lines}{small}</section>"


def pair(state: Persona, t: ui.Texts) -> str:
    """HTML: the newest question and what both put out, side by side; "" before the first."""
    if not state.asked:
        return ""
    n = state.asked[-1]
    question, answer = asked(state.lang, n), model.answer(state.lang, n)
    both = "".join(_card(answer, question, n, worn, t) for worn in (frozenset(COSTUME), frozenset()))
    said = f'<p class="persona-asked"><strong>{escape(t("persona.asked"))}</strong> {escape(question)}</p>'
    return f'{said}<div class="persona-two">{both}</div>'


def outcomes(state: Persona, t: ui.Texts) -> str:
    """HTML: each question asked, and whether what both put out was right; "" before the rating."""
    if not state.rated:
        return ""
    items = ""
    for n in state.asked:
        outcome = model.outcome(state.lang, n)
        words = t(f"persona.outcome.{outcome}")
        items += f'<li>{escape(asked(state.lang, n))} <span class="persona-{outcome}">{escape(words)}</span></li>'
    return f"<h3>{escape(t('persona.outcomes'))}</h3><ol>{items}</ol>"


def asked(lang: str, n: int) -> str:
    """The question number 0 to 4."""
    return corpus(lang).asked[model.questions(lang)[n]]


def costume(state: Persona, t: ui.Texts) -> str:
    """HTML: one answer with the pieces of the costume that are worn."""
    n = state.asked[-1]
    card = _card(model.answer(state.lang, n), asked(state.lang, n), n, state.worn, t)
    return f'<div class="persona-two">{card}</div>'


def echoed(state: Persona, t: ui.Texts) -> str:
    """HTML: what was said, the reply, and the rule behind it; "" before anything was said."""
    if not state.said:
        return ""
    found = model.answered(state)
    reply = t(f"persona.rule.{found.rule}.reply", rest=found.rest)
    rule = t("persona.rule_was", rule=t(f"persona.rule.{found.rule}.name"), n=found.swapped)
    lines = [
        chat.Line("person", state.said, name=t("common.you")),
        chat.Line("tool", reply, (rule,), name=t("persona.echo_name")),
    ]
    return chat.dialogue(lines, t("persona.echo_label"))


def phrase(key: str, state: Persona, t: ui.Texts) -> str:
    """HTML: a sentence from an advertisement; once marked, how it could be said of a tool."""
    body = f"<p><strong>{escape(t(f'persona.phrase.{key}.said'))}</strong></p>"
    choice = dict(state.marked).get(key)
    if not choice:
        return body
    sign = "✓" if choice == PHRASES[key] else "≠"
    marked = t("persona.marked", kind=t(f"persona.kind.{choice}"))
    return f"{body}<p>{sign} {escape(marked)} {escape(t(f'persona.phrase.{key}.why'))}</p>"


def measured(t: ui.Texts) -> tuple[int, float, float]:
    """(later questions whose answer stands word for word in the dressed one, words plain, words dressed on average)."""
    asked, worn = corpus(t.lang).asked, frozenset(COSTUME)
    answers = _answers(t.lang)
    plain = [words(one, t) for one in answers]
    full = [dressed(one, text, i, worn, t) for i, (one, text) in enumerate(zip(answers, asked, strict=True))]
    same = sum(one in lines for one, lines in zip(plain, full, strict=True))
    lengths = ([len(one.split()) for one in plain], [len(" ".join(lines).split()) for lines in full])
    return same, *(float(np.mean(each)) for each in lengths)


@lru_cache(maxsize=3)
def _answers(lang: str) -> tuple[Answer, ...]:
    return tuple(room.bot(lang).answer(text) for text in corpus(lang).asked)


def describe(state: Persona, t: ui.Texts) -> ui.Words:
    lines = (_tried, _revealed, _echo, _wording)[state.part](state, t)
    return ui.Words("\n".join(lines))


def _tried(state: Persona, t: ui.Texts) -> list[str]:
    if not state.asked:
        return []
    if not state.rated:
        return [t("persona.line.tried", n=len(state.asked))]
    both = sum(model.outcome(state.lang, n) != "wrong" for n in state.asked)
    lines = [
        t("persona.line.same"),
        t(f"persona.line.guess_{state.guess}", n=len(state.asked), right=both),
        t("persona.line.trust", face=state.trust[0], plain=state.trust[1], top=model.TRUST),
    ]
    gap = state.trust[0] - state.trust[1]
    return [*lines, t("persona.line." + ("more" if gap > 0 else "less" if gap < 0 else "equal"), n=abs(gap))]


def _revealed(state: Persona, t: ui.Texts) -> list[str]:
    n = state.asked[-1]
    answer = model.answer(state.lang, n)
    lines = dressed(answer, asked(state.lang, n), n, state.worn, t)
    count = len(" ".join(lines).split())
    return [
        t("persona.line.worn", n=len(state.worn), total=len(COSTUME), words=count, own=len(words(answer, t).split())),
        t("persona.line.unchanged"),
    ]


def _echo(state: Persona, t: ui.Texts) -> list[str]:
    if not state.said:
        return []
    found = model.answered(state)
    return [t("persona.line.echo", rule=t(f"persona.rule.{found.rule}.name"), n=found.swapped)]


def _wording(state: Persona, t: ui.Texts) -> list[str]:
    if not state.marked:
        return []
    hits, n = model.tally(state)
    lines = [t("persona.line.marked", hits=hits, n=n)]
    return [*lines, t("persona.line.all_marked")] if n == len(PHRASES) else lines


def facts(t: ui.Texts) -> ui.Words:
    """Both faces give the same answers, counted over all later questions; what the costume adds."""
    same, plain, full = measured(t)
    right = round(100 * model.hits(t.lang))
    return ui.Words(
        "\n".join(
            [
                t("persona.fact_same", n=len(corpus(t.lang).asked), same=same, right=right),
                t("persona.fact_words", plain=plain, full=full),
                t("persona.fact_echo", n=len(PATTERNS[t.lang])),
            ]
        )
    )
