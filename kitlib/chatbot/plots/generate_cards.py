"""A generated sentence word by word, and what the checker found, as HTML."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from kitlib import ui

from ..data.firm import join
from ..model import generate as model
from ..model import lookup
from ..model.checker import Verdict
from ..model.generate import Generate, Written
from ..model.lookup import Reply
from ..model.ngrams import END, START, Next

CSS = Path(__file__).with_name("generate.css")
SIGNS = {"copied": "=", "true": "✓", "false": "✗", "open": "?", "odd": "–"}
SHOWN = 8
"""Next words in the list, so that it stays short on a phone; the others are counted."""


@lru_cache(maxsize=1)
def style() -> str:
    """HTML: the look of these cards. Once in the body of the experiment."""
    return f"<style>{CSS.read_text('utf-8')}</style>"


def word(one: str, t: ui.Texts) -> str:
    """A word as it is named in a list: the ends of a sentence and the full stop get a name."""
    named = {".": "generate.stop", END: "generate.end", START: "generate.start"}
    return t(named[one]) if one in named else one


def used(words: tuple[str, ...], t: ui.Texts) -> str:
    """The words that were looked at, quoted."""
    return " ".join(word(one, t) for one in words)


def options(state: Generate, t: ui.Texts) -> str:
    """HTML: what could have followed the chosen word, how often that was seen and where; a request to choose first."""
    found = model.following(state, t.lang)
    if found is None:
        return f'<p class="kit-hint">{escape(t("generate.choose_word"))}</p>'
    said = model.written(state, t.lang).words[state.word + 1 :]
    drawn = said[0] if said else END
    shares = found.shares(state.temperature)
    order = sorted(range(len(shares)), key=lambda i: (-shares[i], found.words[i] != drawn))
    here = found.words.index(drawn)
    top = order[:SHOWN] if here in order[:SHOWN] else [*order[: SHOWN - 1], here]
    rows = "".join(_option(found, i, shares[i], i == here, t) for i in top)
    more = f"<li>{escape(t('generate.more_words', n=len(order) - len(top)))}</li>" if len(order) > len(top) else ""
    head = t("generate.looked_at", words=used(found.used, t))
    return f'<p class="gen-head">{escape(head)}</p><ul class="gen-list">{rows}{more}</ul>'


def _option(found: Next, i: int, share: float, drawn: bool, t: ui.Texts) -> str:
    name, count = word(found.words[i], t), found.counts[i]
    mark = f'<span class="gen-drawn">{escape(t("generate.drawn"))}</span>' if drawn else ""
    value = t("generate.seen", share=share, n=count, of=sum(found.counts))
    numbers = dict.fromkeys(found.seen[i])
    sources = "".join(f"<li>{_source(n, found, i, t)}</li>" for n in numbers)
    head = escape(t("generate.where", n=len(numbers)))
    chosen = " gen-chosen" if drawn else ""
    return (
        f'<li><span class="gen-line"><span><strong>{escape(name)}</strong>{mark}</span>'
        f'<strong>{escape(value)}</strong></span><i class="gen-bar{chosen}" style="width:{100 * share:.1f}%"></i>'
        f"<details{' open' if drawn else ''}><summary>{head}</summary><ul>{sources}</ul></details></li>"
    )


def _source(number: int, found: Next, i: int, t: ui.Texts) -> str:
    """The sentence with the words looked at and the word that followed marked."""
    words = model.engine(t.lang)[0].statements[number].words
    run = tuple(w for w in (*found.used, found.words[i]) if w not in (START, END))
    at = next((p for p in range(len(words)) if words[p : p + len(run)] == run), 0)
    before, inside, after = (escape(join(part)) for part in (words[:at], run, words[at + len(run) :]))
    gap = " " if after and after != "." else ""
    return f"{before} <mark>{inside}</mark>{gap}{after}"


def verdict(found: Verdict, t: ui.Texts) -> str:
    """HTML: the checker's finding as sign and words, and what the documents say."""
    return "".join(f'<span class="gen-small">{escape(line)}</span>' for line in finding(found, t))


def finding(found: Verdict, t: ui.Texts) -> list[str]:
    lines = [f"{SIGNS[found.kind]} {t(f'generate.verdict.{found.kind}')}"]
    if found.sources:
        source = model.engine(t.lang)[0].statements[found.sources[0]].sentence
        lines.append(t("generate.source", sentence=source))
    return lines


def card(one: Written, t: ui.Texts) -> str:
    """HTML of the sentence on show with its finding."""
    return f'<div class="gen-verdict gen-{one.verdict.kind}">{verdict(one.verdict, t)}</div>'


def ten(state: Generate, t: ui.Texts) -> str:
    """HTML: ten sentences with the finding of each; empty before the first ten."""
    rows = "".join(
        f'<li><div class="gen-verdict gen-{one.verdict.kind}"><span class="gen-said">{escape(join(one.words))}</span>'
        f"{verdict(one.verdict, t)}</div></li>"
        for one in model.batch(state, t.lang)
    )
    return f'<ol class="gen-ten">{rows}</ol>' if rows else ""


def question(state: Generate, t: ui.Texts) -> str:
    """What a customer asks, unescaped."""
    product, attribute = lookup.asked(state, t.lang)
    return t(f"generate.ask.{attribute}", name=product)


def replies(state: Generate, t: ui.Texts) -> str:
    """HTML: the same question answered in three ways, each with its source and what is really so."""
    cells = "".join(_reply(way, lookup.reply(t.lang, way, state.question, state.stale), t) for way in lookup.WAYS)
    return f'<p class="gen-said">{escape(question(state, t))}</p><div class="gen-ways">{cells}</div>'


def _reply(way: str, one: Reply, t: ui.Texts) -> str:
    kind = one.verdict.kind if one.verdict else "odd"
    refused = t("generate.refused_drafts" if way == "checked" and one.source else "generate.refused")
    said = join(one.words) if one.words else refused
    lines = []
    if way != "free" and not one.source:
        lines.append(t("generate.no_source"))
    elif way != "free":
        lines.append(t("generate.from_source" if way == "source" else "generate.looked_up", sentence=one.source))
    if one.verdict:
        sign = SIGNS["true" if kind == "copied" else kind]
        lines.append(f"{sign} {t(f'generate.answer.{kind}')}")
    small = "".join(f'<span class="gen-small">{escape(line)}</span>' for line in lines)
    return (
        f"<div><h3>{escape(t(f'generate.way.{way}'))}</h3>"
        f'<div class="gen-verdict gen-{kind}"><span class="gen-said">{escape(said)}</span>{small}</div></div>'
    )
