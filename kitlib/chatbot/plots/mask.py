"""Masked personal details in pictures and words: the marked text, what would be stored, and how much is missed."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from kitlib import ui

from ..model import mask
from ..model import masking as model
from ..model.masking import KINDS, MAIL, MEASURED, NEVER, TYPED, Masking, Piece
from .chat import readable, shown

CSS = Path(__file__).with_name("mask.css")
LONGEST = 3_000
"""Characters of an own text that are shown; all of it is searched."""
RULES = 6


@lru_cache(maxsize=1)
def style() -> str:
    return f"<style>{CSS.read_text('utf-8')}</style>"


def question(t: ui.Texts) -> str:
    """HTML: the mail whose details are to be predicted, nothing marked yet."""
    return _box(escape(model.sample(t.lang, model.MAILS[0]).text), t("mask.box"))


def details(t: ui.Texts) -> int:
    """How many personal details are in that mail."""
    return len(model.sample(t.lang, model.MAILS[0]).spans)


def view(state: Masking, t: ui.Texts) -> str:
    """HTML: the text on show with its marks, or as it would be stored."""
    found = model.result(state, t.lang)
    if not found.text.strip():
        return ""
    if state.stored:
        return _box(escape(shown(_masked(found.text, state, t), t, LONGEST)), t("mask.box_stored"))
    key = t("mask.key" if state.part == MAIL else "mask.key_typed")
    return _box(_marked(found.pieces, t), t("mask.box_marked")) + f'<p class="kit-key">{escape(key)}</p>'


def _masked(text: str, state: Masking, t: ui.Texts) -> str:
    return mask.mask(text, {kind: t(f"mask.tag.{kind}") for kind in KINDS}, model.kinds(state)).text


def _box(inner: str, label: str) -> str:
    return f'<p class="mask-text" role="group" aria-label="{escape(label)}" dir="auto">{inner}</p>'


def _marked(pieces: tuple[Piece, ...], t: ui.Texts) -> str:
    """Sign and kind stand before each detail, in the text: so it reads in grey and aloud as well."""
    made, left = "", LONGEST
    for piece in pieces:
        text = escape(readable(piece.text[: max(left, 0)]))
        left -= len(piece.text)
        if piece.state and text:
            sign = escape(t(f"mask.sign.{piece.state}", kind=t(f"mask.kind.{piece.kind}")))
            text = f'<mark class="mask-{piece.state}"><b>{sign}</b>{text}</mark>'
        made += text
    return made + (" " + escape(t("common.shortened", n=-left)) if left < 0 else "")


def table(t: ui.Texts) -> str:
    """HTML: found and false alarms a kind, on the texts that were kept back."""
    found = model.measured(t.lang)
    rows = [(t(f"mask.kind.{row.kind}"), *_cells(row, t)) for row in found.rows]
    rows.append((t("mask.all"), *_cells(found.total, t)))
    heads = [t(f"mask.head.{name}") for name in ("kind", "found", "false")]
    return ui.table(t("mask.table"), heads, rows, stack=True)


def _cells(row: model.Row, t: ui.Texts) -> tuple[str, str]:
    share = row.found / row.there if row.there else 0
    return t("mask.cell_found", found=row.found, there=row.there, share=share), t("mask.cell_false", false=row.false)


def rules(t: ui.Texts) -> str:
    """HTML: what must never be typed in, and what the law calls personal."""
    items = "".join(f"<li>{escape(t(f'mask.never.{n}'))}</li>" for n in range(RULES))
    paragraphs = "".join(f"<p>{escape(t(f'mask.{key}'))}</p>" for key in ("pseudonym", "company", "law"))
    return f'<ul class="mask-list">{items}</ul>{paragraphs}'


def describe(state: Masking, t: ui.Texts) -> ui.Words:
    lines = {MAIL: _mail, TYPED: _typed, MEASURED: _measured, NEVER: lambda *_: []}[state.part](state, t)
    return ui.Words("\n".join(lines))


def _mail(state: Masking, t: ui.Texts) -> list[str]:
    pieces = model.result(state, t.lang).pieces
    count = {name: sum(piece.state == name for piece in pieces) for name in ("found", "missed", "false")}
    there = count["found"] + count["missed"]
    lines = [t("mask.counted", found=count["found"], there=there, false=count["false"])]
    if state.mail == model.MAILS[0] and state.guess is not None and not state.off:
        lines.append(t("mask.guessed", guess=state.guess, found=count["found"]))
    missed = [t("mask.quote", kind=t(f"mask.kind.{p.kind}"), text=p.text) for p in pieces if p.state == "missed"]
    if missed:
        lines.append(t("mask.missed", missed="; ".join(missed)))
    if left := [t("mask.words", text=piece.text) for piece in pieces if piece.state == "unsought"]:
        lines.append(t("mask.unsought", left="; ".join(left)))
    return lines + _off(state, t)


def _off(state: Masking, t: ui.Texts) -> list[str]:
    off = [t(f"mask.kind.{kind}") for kind in KINDS if kind in state.off]
    return [t("mask.off", kinds=", ".join(off))] if off else []


def _typed(state: Masking, t: ui.Texts) -> list[str]:
    if not state.typed.strip():
        return []
    found = model.result(state, t.lang).found
    lines = [t("mask.typed_found", n=len(found)) if found else t("mask.typed_none")]
    lines.append(t("mask.secret_missed") if state.secret else t("mask.typed_judge"))
    return lines + _off(state, t)


def _measured(state: Masking, t: ui.Texts) -> list[str]:
    found = model.measured(t.lang)
    total = found.total
    return [
        t("mask.total", texts=found.texts, found=total.found, there=total.there, share=total.found / total.there),
        t("mask.leaky", leaky=found.leaky, personal=found.personal),
        t("mask.alarms", false=total.false, alarmed=found.alarmed, clean=found.clean),
        t("mask.how"),
    ]


def facts(t: ui.Texts) -> ui.Words:
    found = model.measured(t.lang)
    kinds = {row.kind: row for row in found.rows}
    total, name = found.total, kinds["name"]
    lines = [
        t("mask.fact_total", texts=found.texts, found=total.found, there=total.there),
        t("mask.fact_kinds", email=kinds["email"].found, emails=kinds["email"].there, iban=kinds["iban"].found,
          ibans=kinds["iban"].there, name=name.found, names=name.there),
        t("mask.fact_leaky", leaky=found.leaky, personal=found.personal),
        t("mask.fact_false", alarmed=found.alarmed, clean=found.clean),
        t("mask.fact_secret", found=_secrets(t), n=len(model.SECRETS)),
    ]  # fmt: skip
    return ui.Words("\n".join(lines))


def _secrets(t: ui.Texts) -> int:
    """Of the shown texts with a business secret: how many in which anything is masked."""
    return sum(bool(mask.find(model.sample(t.lang, name).text)) for name in model.SECRETS)
