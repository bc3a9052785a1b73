"""Fake accounts in words."""

from __future__ import annotations

from kitlib import ui

from ..model import attack as model
from ..model.attack import ACTS, CHECK, Attack, catch, cleaned, effect, needed
from ..model.fraud import ARTICLES, EXTRA, MOST, TARGETS, index
from . import goods

NOISE = 0.01
"""A smaller change of the hit rate is called unnoticed: about the standard error with 2,700 people."""
FEW, MANY = 27, 135
"""Fakes that `facts` measures: 1 and 5 % of the customers."""


def target(state: Attack, t: ui.Texts) -> str:
    return t(f"attack.segment.{TARGETS[state.article][0]}")


def pushed(state: Attack, t: ui.Texts) -> str:
    return goods.name(index(state.article), t)


def describe(state: Attack, t: ui.Texts) -> ui.Words:
    return ui.Words("\n".join(_defence(state, t) if state.part else _attack(state, t)))


def _attack(state: Attack, t: ui.Texts) -> list[str]:
    now, before = effect(state.article, state.kind, state.fakes), effect(state.article, state.kind, 0)
    names = {"article": pushed(state, t), "segment": target(state, t)}
    share, all_ = t("ui.share", value=now.segment), t("attack.percent1", value=now.everybody)
    place, hits = t("attack.number", value=now.place), t("attack.percent1", value=now.hits)
    if not state.fakes:
        return [t("attack.result_none", now=share, all=all_, place=place, hits=hits, **names), *_prediction(state, t)]
    names["kind"] = t(f"attack.short.{state.kind}")
    was = {
        "before": _was(share, t("ui.share", value=before.segment), t),
        "all0": _was(all_, t("attack.percent1", value=before.everybody), t),
    }
    part, quiet = state.fakes / model.honest(), abs(now.hits - before.hits) < NOISE
    said = t("attack.hits", now=hits, before=_was(hits, t("attack.percent1", value=before.hits), t))
    return [
        t("attack.result", n=state.fakes, share=part, now=share, all=all_, **names, **was),
        t("attack.place", now=place, before=_was(place, t("attack.number", value=before.place), t)),
        f"{said} {t('attack.unnoticed' if quiet else 'attack.noticed')}",
        *_prediction(state, t),
    ]


def _was(now: str, before: str, t: ui.Texts) -> str:
    """What a figure was before, as it is shown: "38.6% (before: 38.6%)" would say nothing."""
    return t("attack.unchanged") if now == before else t("attack.before", value=before)


def _prediction(state: Attack, t: ui.Texts) -> list[str]:
    """How many fakes it takes, once "aimed" is chosen, and the prediction with what it was about."""
    lines = [_needed(state.article, t)] if state.kind == "aimed" else []
    if state.guess is None:
        return lines
    if state.article != ARTICLES[0]:
        return [*lines, t("attack.guess_other", guess=state.guess, article=goods.name(index(ARTICLES[0]), t))]
    return [*lines, t("attack.guessed" if state.kind == "aimed" else "attack.guess_later", guess=state.guess)]


def _needed(article: str, t: ui.Texts) -> str:
    found, names = needed(article, "aimed"), goods.name(index(article), t)
    if found is None:
        return t("attack.not_reached", article=names, n=MOST, share=effect(article, "aimed", MOST).segment)
    return t("attack.needed", article=names, n=found)


def _defence(state: Attack, t: ui.Texts) -> list[str]:
    found = catch(state)
    lines = _found(state, found, t)
    if not found.caught and not found.accused:
        return [*lines, _cut(state, t), t("attack.human")]
    checked, lost = (model.cost(state, act) for act in ACTS)
    bill = t("attack.cost_check", euro=checked, n=found.caught + len(found.accused), each=CHECK)
    lines.append(f"{bill} {t('attack.cost_block', euro=lost, n=len(found.accused))}")
    return [*lines, _cut(state, t), t("attack.human")]


def _found(state: Attack, found: model.Catch, t: ui.Texts) -> list[str]:
    """Who is suspected, and what becomes of the attack; without fakes there is none to undo."""
    numbers = {"points": state.threshold, "accused": len(found.accused)}
    if not state.fakes:
        return [t("attack.caught_none", **numbers)]
    before, now, after = (
        effect(state.article, state.kind, 0),
        effect(state.article, state.kind, state.fakes),
        cleaned(state),
    )
    shares = {"before": before.segment, "now": now.segment, "after": after.segment}
    return [
        t("attack.caught", caught=found.caught, fakes=state.fakes, missed=found.missed, **numbers),
        t(f"attack.after.{state.act}", article=pushed(state, t), **shares),
    ]


def _cut(state: Attack, t: ui.Texts) -> str:
    """Is there a threshold without a price? Said honestly, either way."""
    if not state.fakes:
        return t("attack.no_fakes")
    if (cut := model.clean_cut(state)) is not None:
        return t("attack.cut", low=cut[0], high=cut[1])
    return t("attack.no_cut", n=model.price_of_all(state))


def facts(t: ui.Texts) -> ui.Words:
    start, lines = Attack(), []
    names = {"article": pushed(start, t), "segment": target(start, t), "extra": EXTRA}
    for kind in model.KINDS:
        few, many = (effect(start.article, kind, n).segment for n in (FEW, MANY))
        lines.append(t("attack.fact", kind=t(f"attack.short.{kind}"), few=few, n=FEW, many=many, m=MANY, **names))
    lines += [_needed(article, t) for article in ARTICLES]
    for kind in model.KINDS:
        for n in (FEW, MANY):
            found = catch(state := Attack(kind=kind, fakes=n))
            numbers = {"caught": found.caught, "missed": found.missed, "accused": len(found.accused), "n": n}
            lines.append(t("attack.fact_search", kind=t(f"attack.short.{kind}"), points=state.threshold, **numbers))
            lines[-1] += f" {_cut(state, t)}"
    return ui.Words("\n".join(lines))
