"""What must never be typed in, what to do instead, and six texts to sort."""

from __future__ import annotations

from html import escape

from kitlib import ui

from ..model.prompt import SORTED, Prompt

RULES = 7


def rules(t: ui.Texts) -> str:
    """HTML: what must never be typed in, each with what to do instead."""
    items = "".join(
        f"<li><strong>{escape(t(f'prompt.never.{n}.what'))}</strong><br>{escape(t(f'prompt.never.{n}.instead'))}</li>"
        for n in range(RULES)
    )
    notes = "".join(f"<p>{escape(t(f'prompt.{key}'))}</p>" for key in ("company", "law"))
    return f'<ul class="prompt-list">{items}</ul>{notes}'


def task(state: Prompt, t: ui.Texts) -> str:
    """HTML: the next text to sort; "" when all are sorted."""
    n = len(state.picks)
    if n == len(SORTED):
        return ""
    head = escape(t("prompt.sort_next", n=n + 1, total=len(SORTED)))
    return f'<p><strong>{head}</strong></p><p class="prompt-asked">{escape(t(f"prompt.sort.{n}.text"))}</p>'


def done(state: Prompt, t: ui.Texts) -> str:
    """HTML: the texts sorted so far, newest first, each with the own choice, ours and why."""
    items = [f"<li>{_sorted(n, pick, t)}</li>" for n, pick in enumerate(state.picks)]
    return f'<ul class="prompt-list">{"".join(reversed(items))}</ul>' if items else ""


def _sorted(n: int, pick: str, t: ui.Texts) -> str:
    same = pick == SORTED[n]
    verdict = t("prompt.same" if same else "prompt.other", place=t(f"prompt.place.{SORTED[n]}"),
                pick=t(f"prompt.place.{pick}"))  # fmt: skip
    css = "prompt-right" if same else "prompt-wrong"
    return (
        f'<p class="prompt-asked">{escape(t(f"prompt.sort.{n}.text"))}</p>'
        f'<span class="prompt-verdict {css}">{escape(verdict)}</span>'
        f'<p class="prompt-answer">{escape(t(f"prompt.sort.{n}.why"))}</p>'
    )


def said(state: Prompt, t: ui.Texts) -> list[str]:
    """The newest one in words, and the count."""
    if not state.picks:
        return []
    n, pick = len(state.picks) - 1, state.picks[-1]
    same = sum(a == b for a, b in zip(state.picks, SORTED, strict=False))
    newest = t("prompt.same" if pick == SORTED[n] else "prompt.other", place=t(f"prompt.place.{SORTED[n]}"),
               pick=t(f"prompt.place.{pick}"))  # fmt: skip
    return [f"{newest} {t(f'prompt.sort.{n}.why')}", t("prompt.sort_count", same=same, n=n + 1)]
