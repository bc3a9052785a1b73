"""The conversation in lines and in words."""

from __future__ import annotations

from html import escape

from kitlib import ui

from ..data.corpus import corpus
from ..data.faq import Entry
from ..model import ask as model
from ..model import ask_old, room
from ..model.ask import SIX, TURNS, Ask, Turn
from ..model.vectors import READ
from . import chat

RIGHT = ("right", "caught")
HANDED = ("unneeded", "caught")
WRONG = ("wrong", "outdated", "contradicts", "near", "far")


def questions(lang: str) -> str:
    """HTML: the six questions, to predict on."""
    cells = "".join(f"<li>{escape(corpus(lang).asked[i])}</li>" for i in model.six(lang))
    return f"<ol>{cells}</ol>"


def sure(confidence: float) -> str:
    """The stated confidence as the ending of a text's key."""
    return "high" if confidence >= 2 / 3 else "middle" if confidence >= 1 / 3 else "low"


def conversation(state: Ask, t: ui.Texts) -> str:
    """HTML of the conversation so far."""
    lines = [chat.Line("tool", t("ask.hello"), name=t("common.tool"))] if len(state.turns) < TURNS else []
    for place, turn in enumerate(state.turns):
        told = _told(state, place, t) if model.shown(state, place) else ()
        lines += [_asked(turn, t), _answered(turn, t, told)]
    return chat.dialogue(lines, t("common.chat"))


def _asked(turn: Turn, t: ui.Texts) -> chat.Line:
    read = (t("ask.read", n=READ),) if turn.cut else ()
    text = chat.shown(turn.text, t, cut=turn.cut)
    return chat.Line("person", text, read, name=t("common.you"))


def _answered(turn: Turn, t: ui.Texts, told: tuple[str, ...] = ()) -> chat.Line:
    answer = turn.answer
    if answer.hand_off:
        small = (t("common.below", value=answer.confidence, threshold=room.bot(t.lang).threshold), *told)
        return chat.Line("tool", t("common.handed"), small, t("common.hand_off"), t("common.tool"))
    source = t("common.source", source=answer.source) if answer.source else t("common.no_source")
    stated = t("ask.stated", confidence=t("common.confidence", value=answer.confidence),
               words=t(f"common.sure.{sure(answer.confidence)}"))  # fmt: skip
    return chat.Line("tool", answer.text, (source, stated, *told), name=t("common.tool"))


def _told(state: Ask, place: int, t: ui.Texts) -> tuple[str, ...]:
    """The truth about one turn, and what the learner made of it."""
    turn = state.turns[place]
    said = (t(f"ask.said.{turn.said}"),) if turn.said else ()
    return (*said, _verdict(state.lang, turn, t))


def _verdict(lang: str, turn: Turn, t: ui.Texts) -> str:
    found = corpus(lang)
    entry = found.faq.entries[found.entry[turn.asked]] if found.entry[turn.asked] >= 0 else Entry("")
    kind = model.truth(lang, turn)
    words = t(f"ask.is.{kind}", answer=entry.answer, source=entry.source)
    return t("ask.truth", sign="✓" if kind in RIGHT else "✗", words=words)


def pile(state: Ask, t: ui.Texts) -> str:
    """HTML: four questions with their answers, numbered."""
    lines = []
    for number, turn in enumerate(ask_old.pile(state.lang), 1):
        lines.append(chat.Line("person", turn.text, name=t("common.you")))
        line = _answered(turn, t)
        lines.append(chat.Line("tool", line.text, line.small[:1], name=t("ask.numbered", n=number)))
    return chat.dialogue(lines, t("ask.pile_label"), whole=True)


def beside(state: Ask, t: ui.Texts) -> str:
    """HTML: the outdated answer beside the valid one, the contradicting one beside its own; "" before a choice."""
    if state.picked is None:
        return ""
    parts = [
        _pair(state, number, key, t) for number, key in ((ask_old.outdated, "old"), (ask_old.contradicting, "clash"))
    ]
    return "".join(parts)


def _pair(state: Ask, number, key: str, t: ui.Texts) -> str:
    answer = ask_old.pile(state.lang)[number(state.lang)].answer
    other = corpus(state.lang).faq.entries[ask_old.valid(state.lang, answer.entry)]
    rows = [
        (t(f"ask.{key}.first"), answer.text, answer.source),
        (t(f"ask.{key}.second"), other.answer, other.source),
    ]
    cells = "".join(
        f'<li><span class="chat-name">{escape(name)}</span><p class="chat-text">{escape(text)}</p>'
        f'<span class="chat-small">{escape(t("common.source", source=source))}</span></li>'
        for name, text, source in rows
    )
    return f'<h3>{escape(t(f"ask.{key}.head"))}</h3><ul class="chat-pair">{cells}</ul>'


def describe(state: Ask, t: ui.Texts) -> ui.Words:
    return ui.Words("\n".join(_search(state, t) if state.part else _talk(state, t)))


def _talk(state: Ask, t: ui.Texts) -> list[str]:
    lines = [_newest(state, t)] if state.turns else []
    if state.done == SIX and not model.may_say(state):  # the last verdict is the learner's first
        lines += _six(state, t)
    return [*lines, _votes(state, t)] if state.votes else lines


def _six(state: Ask, t: ui.Texts) -> list[str]:
    """The prediction beside what became of the six, and the wrong answer that looked best."""
    found = [kind for kind, _ in model.results(state.lang)]
    right, wrong, handed = (sum(one in kinds for one in found) for kinds in (("right",), WRONG, HANDED))
    best = max(sure for kind, sure in model.results(state.lang) if kind in WRONG)
    return [
        t("ask.result", guess=state.guess, total=SIX, right=right, wrong=wrong, handed=handed),
        t("ask.gap", n=model.gaps(state.lang), total=SIX, caught=found.count("caught")),
        t("ask.surest", value=best),
    ]


def _newest(state: Ask, t: ui.Texts) -> str:
    """What is known about the newest answer."""
    turn, values = state.turns[-1], {"value": state.turns[-1].answer.confidence}
    if model.shown(state, len(state.turns) - 1):
        return _verdict(state.lang, turn, t)
    if turn.answer.hand_off:
        return t("ask.handed_own", threshold=room.bot(state.lang).threshold, **values)
    if turn.said:
        return t("ask.own")
    return t("ask.judge" if turn.asked >= 0 else "ask.judge_own", **values)


def _votes(state: Ask, t: ui.Texts) -> str:
    liked = sum(said == "right" for said, _ in state.votes)
    line = t("ask.votes", right=liked, wrong=len(state.votes) - liked)
    checked = [(said == "right") == (truth == "right") for said, truth in state.votes if truth]
    return f"{line} {t('ask.votes_checked', n=len(checked), right=sum(checked))}" if checked else line


def _search(state: Ask, t: ui.Texts) -> list[str]:
    if state.picked is None:
        return []
    right = ask_old.outdated(state.lang)
    source = ask_old.pile(state.lang)[right].answer.source
    key = "hit" if state.picked == right else "miss"
    n, so = ask_old.doubled(state.lang)
    return [
        t(f"ask.old.{key}", n=right + 1, picked=state.picked + 1, source=source),
        t("ask.clash.why"),
        t("ask.old.measured", n=n, so=so),
    ]


def facts(t: ui.Texts) -> ui.Words:
    """Of 100 later questions, at the shipped threshold. Of near misses the third experiment asks for a prediction."""
    lines = []
    for kind in ("known", "far"):
        found = model.counts(t.lang, kind)
        shown = dict(zip(("right", "wrong", "handed"), found.shown(100), strict=True))
        lines.append(t(f"ask.fact_{kind}", n=sum(found), **shown))
    n, so = ask_old.doubled(t.lang)
    return ui.Words("\n".join([*lines, t("ask.fact_doubled", n=n, so=so)]))
