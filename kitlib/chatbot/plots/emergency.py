"""Failure, attack and error in pictures and words."""

from __future__ import annotations

from html import escape

from kitlib import ui
from kitlib.ui.svg import DEFECT, GOOD

from ..data.corpus import corpus
from ..model import attack
from ..model import emergency as model
from ..model.emergency import ATTACK_PART, CARD_PART, INCIDENTS, INCIDENTS_PART, Action, Emergency, Incident
from .chat import Line, dialogue

MINUTES, HOURLY = 2, 45
"""Assumed: minutes a person needs to check an entry against its source, and what an hour of this costs in euro."""


def _key(incident: Incident, action: Action) -> str:
    return f"emergency.{incident.name}.{action.name}"


def actions(number: int, t: ui.Texts) -> dict[str, str]:
    """What can be done first in an incident: number as text -> words."""
    incident = INCIDENTS[number]
    return {str(n): t(f"{_key(incident, action)}.do") for n, action in enumerate(incident.actions)}


def story(number: int, t: ui.Texts) -> str:
    """HTML: what happened."""
    name = INCIDENTS[number].name
    return f"<h3>{escape(t(f'emergency.{name}.title'))}</h3><p>{escape(t(f'emergency.{name}.story'))}</p>"


def assumed(t: ui.Texts) -> str:
    """What the figures of the incidents rest on."""
    return t("emergency.assumed", n=model.PER_HOUR, wrong=model.WRONG, open=model.UNANSWERED, reached=model.REACHED)


def outcomes(state: Emergency, t: ui.Texts) -> str:
    """HTML: what follows from each way to begin, once the learner decided; the chosen one is marked."""
    chosen = state.chosen[state.incident]
    if chosen is None:
        return ""
    incident = INCIDENTS[state.incident]
    rows = []
    for n, action in enumerate(incident.actions):
        bill, name = model.bill(incident, action), t(f"{_key(incident, action)}.do")
        cells = tuple(_amount(value, t) for value in (bill.false, bill.hourly, bill.open))
        mark = t("emergency.yours", name=name) if n == chosen else name
        rows.append((mark, t("ui.euro", value=bill.euro), *cells))
    heads = [t(f"emergency.head.{name}") for name in ("action", "euro", "false", "hourly", "open")]
    return ui.table(t("emergency.outcomes"), heads, rows, chosen, stack=True)


def _amount(value: float, t: ui.Texts) -> str:
    """With a decimal where it has one: 0 wrong answers must not cost anything."""
    whole = abs(value - round(value)) < 0.05
    return t("emergency.cell" if whole else "emergency.cell_part", value=value)


def chart(state: Emergency, t: ui.Texts) -> str:
    """HTML: how many later questions get a false answer, by the size of the attack, without and with the check."""
    sizes = model.sizes(state)
    without, checked = _curves(state, t)
    picture = ui.Chart((0, sizes[-1]), (0, 1)).axes(
        t(f"emergency.axis.{state.way}"), t("emergency.axis.share"), sizes, (0, 0.25, 0.5, 0.75, 1),
        y_format=lambda v: t("ui.share", value=v),
    )  # fmt: skip
    if state.check != "none":
        picture.line(sizes, checked, GOOD, dash="8 5").dots(sizes, checked, GOOD, "triangle")
    picture.line(sizes, without, DEFECT).dots(sizes, without, DEFECT).vline(model.planted(state), dash="3 4")
    points = zip(sizes, without, checked, strict=True)
    each = [t("emergency.alt_point", n=n, without=one, checked=other) for n, one, other in points]
    alt = t("emergency.alt", check=t(f"emergency.check.{state.check}"), points=" ".join(each))
    key = t("emergency.key_check" if state.check != "none" else "emergency.key")
    return ui.image(str(picture), alt) + f'<p class="kit-key">{escape(key)}</p>'


def _curves(state: Emergency, t: ui.Texts) -> tuple[list[float], list[float]]:
    share = lambda n: model.measured(state.way, t.lang, n).planted  # noqa: E731
    sizes = model.sizes(state)
    without = [share(n) for n in sizes]
    return without, without if state.check == "none" else [share(model.passed(state, n)) for n in sizes]


def example(t: ui.Texts) -> str:
    """HTML: a question, and the same with an instruction in front: what comes out is an entry of the FAQ or nothing."""
    plain = t("emergency.asked")
    turns = [turn for words in (plain, f"{t('emergency.order')} {plain}") for turn in _asked(words, t)]
    return dialogue(turns, t("common.chat"))


def _asked(question: str, t: ui.Texts) -> tuple[Line, Line]:
    """The question and the answer as they are shown; the answer's words are those of the language on show."""
    found = attack.untouched(attack.asked_in(t.lang)).answer(question)
    entry = corpus(t.lang).faq.entries[found.entry]
    small = (t("common.confidence", value=found.confidence),)
    if found.hand_off:
        answer, badge = t("common.handed"), t("common.hand_off")
    else:
        answer, badge, small = entry.answer, "", (t("common.source", source=entry.source), *small)
    return Line("person", question, name=t("common.you")), Line("tool", answer, small, badge, t("common.tool"))


def describe(state: Emergency, t: ui.Texts) -> ui.Words:
    tell = {INCIDENTS_PART: _decided, ATTACK_PART: _attacked, CARD_PART: _carded}[state.part]
    return ui.Words("\n".join(tell(state, t)))


def _decided(state: Emergency, t: ui.Texts) -> list[str]:
    chosen = state.chosen[state.incident]
    if chosen is None:
        return []
    incident = INCIDENTS[state.incident]
    action, best = incident.actions[chosen], incident.actions[incident.best]
    bill, least = model.bill(incident, action), model.bill(incident, best)
    amounts = {"false": _amount(bill.false, t), "open": _amount(bill.open, t), "euro": bill.euro}
    minutes = t("emergency.minutes", wrong=action.wrong, closed=action.closed)
    lines = [f"{t('emergency.follows', **amounts)} {minutes}", t(f"{_key(incident, action)}.why")]
    if chosen == incident.best:
        lines.append(t("emergency.cheapest"))
    else:
        lines.append(t("emergency.cheaper", other=t(f"{_key(incident, best)}.do"), euro=least.euro))
    lines += [t(key)] if t.has(key := f"emergency.{incident.name}.beyond") else []
    left = state.chosen.count(None)
    return [*lines, t("emergency.left", n=left)] if left else [*lines, t("emergency.all_decided")]


def _attacked(state: Emergency, t: ui.Texts) -> list[str]:
    n, first = model.planted(state), attack.ADDED[1]
    now = model.measured(state.way, t.lang, n)
    lines = [t(f"emergency.hits.{state.way}", n=n, asked=_asked_later(t), **_adding_up(now))]
    if state.guess is not None:
        share = model.measured("add", t.lang, first).planted
        lines.append(t("emergency.guessed", n=first, guess=state.guess, planted=100 * share))
    if state.check != "none" and n:
        passed = model.passed(state)
        share = model.measured(state.way, t.lang, passed).planted
        lines.append(t("emergency.checked", passed=passed, n=n, planted=share))
        if state.check == "person":
            minutes = MINUTES * n
            lines.append(t("emergency.effort", minutes=minutes, euro=minutes * HOURLY / 60))
        else:
            lines.append(t("emergency.source_way"))
    return lines + _instruction(t)


def _asked_later(t: ui.Texts) -> int:
    """How many later questions everything here is measured on."""
    return len(attack.ground(attack.asked_in(t.lang)).asked)


def _adding_up(now: attack.Hits) -> dict[str, float]:
    """Shares in whole percent; wrong: the rest, which got another wrong answer. So they add up to 100 as read."""
    whole = {name: round(getattr(now, name), 2) for name in ("planted", "right", "handed")}
    return whole | {"wrong": max(1 - sum(whole.values()), 0.0)}


def _instruction(t: ui.Texts) -> list[str]:
    told = _instructed(t)
    return [
        t("emergency.instructed", foreign=told.foreign, n=_asked_later(t)),
        t("emergency.distracted", before=told.before.right, after=told.after.right),
    ]


def _instructed(t: ui.Texts) -> attack.Ordered:
    """Questions are asked in German for Einfache Sprache, too: so is the order."""
    return attack.instructed(attack.asked_in(t.lang), t("emergency.order"))


def _carded(state: Emergency, t: ui.Texts) -> list[str]:
    filled = [bool(words) for words in state.card]
    lines = [t("emergency.filled", n=sum(filled), of=len(filled))]
    found = [t(f"emergency.line.{name}") for name, words in zip(model.LINES, state.card, strict=True)
             if model.personal(words)]  # fmt: skip
    return lines + ([t("emergency.personal", lines="; ".join(found))] if found else [])


def facts(t: ui.Texts) -> ui.Words:
    def planted(way: str, n: int) -> float:
        return round(model.measured(way, t.lang, n).planted, 2)

    few, many, third, most = attack.ADDED[1], attack.ADDED[-1], attack.CHANGED[2], attack.CHANGED[-1]
    there = len(attack.target_questions(t.lang)) // 100 * 100
    half = next(n for n in attack.ADDED if model.measured("add", t.lang, n).planted > 0.5)
    told = _instructed(t)
    lines = [
        t("emergency.fact_add", there=there, few=few, small=planted("add", few), many=many, large=planted("add", many),
          half=half),
        t("emergency.fact_change", third=third, some=planted("change", third), most=most, all=planted("change", most)),
        t("emergency.fact_check", many=many, passed=attack.passing(many, "person", "add", False),
          planted=planted("add", attack.passing(many, "person", "add", False))),
        t("emergency.fact_order", foreign=told.foreign),
    ]  # fmt: skip
    return ui.Words("\n".join(lines))
