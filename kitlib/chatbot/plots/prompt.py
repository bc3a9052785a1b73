"""Asking well in pictures and words: three versions, building blocks on and off."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from kitlib import ui

from ..data.requests import BLOCKS, matters
from ..model import prompt as model
from ..model import room
from ..model.prompt import BUILDER, NEVER, SWITCHES, THREE, VERSIONS, Count, Prompt, Tried
from . import prompt_rules, prompt_sheet
from .chat import shown

CSS = Path(__file__).with_name("prompt.css")
SIGNS = {"right": "✓", "wrong": "✗", "handed": "→"}
SAMPLE = (0, 7, 14)
"""Matters shown before the prediction."""


@lru_cache(maxsize=1)
def style() -> str:
    return f"<style>{CSS.read_text('utf-8')}</style>"


def question(t: ui.Texts) -> str:
    """HTML: some vague requests, each with what was meant."""
    pairs = [(matters(t.lang)[n].vague, model.version(matters(t.lang)[n], "precise")) for n in SAMPLE]
    items = "".join(f"<li>{escape(t('prompt.meant', vague=vague, meant=meant))}</li>" for vague, meant in pairs)
    return f"<p>{escape(t('prompt.before'))}</p><ul>{items}</ul>"


def options(lang: str) -> list[tuple[str, int]]:
    """The matters by their vague words, for a menu."""
    return [(f"{n + 1}. {matter.vague}", n) for n, matter in enumerate(matters(lang))]


def cards(state: Prompt, t: ui.Texts) -> str:
    """HTML: the three versions of the matter, and the own one, with what came back."""
    given = dict(zip(VERSIONS, model.three(state.lang, state.matter), strict=True))
    if state.own:
        given["own"] = state.own
    items = "".join(f"<li>{card(tried, t(f'prompt.version.{name}'), t)}</li>" for name, tried in given.items())
    return f'<ul class="prompt-list prompt-three">{items}</ul>'


def card(tried: Tried, name: str, t: ui.Texts) -> str:
    """HTML: one request, the verdict, the answer and its figures."""
    answer = tried.answer
    said = t("common.handed") if answer.hand_off else answer.text
    small = [t("common.confidence", value=answer.confidence), _rank(tried, t)]
    if not answer.hand_off:
        small.insert(0, t("common.source", source=answer.source) if answer.source else t("common.no_source"))
    lines = "".join(f'<span class="chat-small">{escape(line)}</span>' for line in small)
    return (
        f'<span class="chat-name">{escape(name)}</span>'
        f'<p class="prompt-asked" dir="auto">{escape(shown(tried.text, t, cut=tried.cut))}</p>'
        f'<span class="prompt-verdict prompt-{tried.verdict}">{escape(t(f"prompt.verdict.{tried.verdict}"))}</span>'
        f'<p class="prompt-answer">{escape(said)}</p>{lines}'
    )


def _rank(tried: Tried, t: ui.Texts) -> str:
    return t("prompt.rank", rank=tried.rank, n=len(room.bot(t.lang).faq.entries))


def totals(t: ui.Texts) -> str:
    """HTML: all matters in the three versions, one sign a request."""
    items = "".join(f"<li>{total(t(f'prompt.version.{name}'), counted, t)}</li>"
                    for name, counted in zip(VERSIONS, model.measured(t.lang), strict=True))  # fmt: skip
    return f'<ul class="prompt-list">{items}</ul>'


def total(name: str, counted: Count, t: ui.Texts) -> str:
    signs = "".join(f'<span class="prompt-{kind[0]}">{SIGNS[kind] * getattr(counted, kind)}</span>' for kind in SIGNS)
    return (
        f'<span class="chat-name">{escape(name)}</span><span class="prompt-signs" aria-hidden="true">{signs}</span>'
        f"<span>{escape(_counted('prompt.total', counted, t))}</span>"
    )


def _counted(key: str, counted: Count, t: ui.Texts, **more) -> str:
    return t(key, n=counted.n, right=counted.right, wrong=counted.wrong, handed=counted.handed, first=counted.first,
             confidence=counted.confidence, **more)  # fmt: skip


def composed(state: Prompt, t: ui.Texts) -> str:
    """HTML: the matter with the blocks switched on, and all matters with the same blocks."""
    matter = matters(state.lang)[state.matter]
    tried = model.ask(state.lang, state.matter, model.composed(matter, state.blocks))
    one = card(tried, _on(state, t), t)
    every = total(t("prompt.all"), model.composition(state.lang, state.blocks), t)
    return f'<ul class="prompt-list"><li>{one}</li><li>{every}</li></ul>'


def _on(state: Prompt, t: ui.Texts) -> str:
    names = ", ".join(t(f"prompt.block.{block}") for block in BLOCKS if block in state.blocks)
    return t("prompt.on", blocks=names) if names else t("prompt.on_none")


def effects(t: ui.Texts) -> str:
    """HTML: each block without and with it."""
    rows = []
    for block in BLOCKS:
        pair = [one.shown() for one in model.effect(t.lang, block)]
        cells = [t("prompt.pair", a=getattr(pair[0], k), b=getattr(pair[1], k))
                 for k in ("right", "wrong", "handed", "confidence")]  # fmt: skip
        rows.append((t(f"prompt.block.{block}"), *cells))
    heads = [t(f"prompt.head.{k}") for k in ("block", "right", "wrong", "handed", "confidence")]
    return ui.table(t("prompt.effects"), heads, rows)


def describe(state: Prompt, t: ui.Texts) -> ui.Words:
    parts = {THREE: _three, SWITCHES: _switches, BUILDER: prompt_sheet.said, NEVER: prompt_rules.said}
    return ui.Words("\n".join(parts[state.part](state, t)))


def _three(state: Prompt, t: ui.Texts) -> list[str]:
    vague, precise, overloaded = model.measured(state.lang)
    lines = [_counted("prompt.said_vague", vague, t, guess=state.guess), _counted("prompt.said_precise", precise, t),
             _counted("prompt.said_overloaded", overloaded, t), t("prompt.sample")]  # fmt: skip
    if not state.own:
        return lines
    verdict = t(f"prompt.verdict.{state.own.verdict}")
    own = t("prompt.said_own", verdict=verdict, confidence=state.own.answer.confidence, rank=state.own.rank)
    return [own, *lines]


def _switches(state: Prompt, t: ui.Texts) -> list[str]:
    counted = _counted("prompt.said_blocks", model.composition(state.lang, state.blocks), t, on=_on(state, t))
    return [counted, *(_gains(t)), t("prompt.not_measured")]


def _gains(t: ui.Texts) -> list[str]:
    """Blocks that brought more right answers, and those that brought fewer or none."""
    gains = {block: model.gain(t.lang, block) for block in BLOCKS}
    named = {True: [], False: []}
    for block, more in gains.items():
        named[more > 0].append(t("prompt.gain", block=t(f"prompt.block.{block}"), n=f"{more:+d}".replace("-", "−")))
    keys = ((True, "prompt.helped"), (False, "prompt.harmed"))
    return [t(key, blocks=", ".join(named[up])) for up, key in keys if named[up]]


def facts(t: ui.Texts) -> ui.Words:
    lines = [_counted(f"prompt.fact_{name}", counted, t, about=_about(counted.confidence))
             for name, counted in zip(VERSIONS, model.measured(t.lang), strict=True)]  # fmt: skip
    shares = {}
    for block in BLOCKS:
        without, with_it = model.effect(t.lang, block)
        shares |= {f"{block}0": 100 * _about(without.right), f"{block}1": 100 * _about(with_it.right)}
    return ui.Words("\n".join([*lines, t("prompt.fact_help", **shares), t("prompt.fact_harm", **shares)]))


def _about(share: float) -> float:
    """To the nearest five of a hundred."""
    return round(share * 20) / 20
