"""Be the chatbot: answer cards, two of them outdated, and questions of which half have no answer on the table."""

from __future__ import annotations

from pathlib import Path

from kitlib import chatbot, ui

from ..brand import Brand
from . import desk, paper


def build(lang: str, brand: Brand, target: Path, seed: int = desk.SEED) -> Path:
    t, found = paper.texts(lang), desk.laid(lang, seed)
    known = chatbot.corpus(lang)
    answers = [_answer(paper.LETTERS[n], known.faq.entries[i], t) for n, i in enumerate(found.entries)]
    questions = [_question(n, known.asked[i], t) for n, i in enumerate(found.asked, 1)]
    body = paper.cards(answers, 2, "46mm", t("faq.answers"), "left + top")
    body += "#pagebreak()\n" + paper.cards(questions, 3, "31mm", t("faq.questions"), "left + top")
    body += _solution(found, desk.replies(found, seed), t)
    return paper.write(body, lang, brand, target, t("faq.title"), t("faq.lead"), {})


def _answer(letter: str, entry: chatbot.Entry, t: ui.Texts) -> str:
    return (
        f'#grid(columns: (1fr, auto), [#text(fill: rgb("#4a5a68"))[{paper.text(entry.topic)}]], '
        f"[*{paper.text(t('faq.card', letter=letter))}*])#v(0mm)"
        f"#block(below: 2.5mm)[#text(size: 11pt)[{paper.text(entry.answer)}]]"
        f'#text(size: 8.5pt, fill: rgb("#4a5a68"))[{paper.text(t("faq.source", source=entry.source))}]'
    )


def _question(number: int, words: str, t: ui.Texts) -> str:
    return (
        f"#text(size: 9.5pt)[*{paper.text(t('faq.question', number=number))}*]#v(-1mm)"
        f"#text(size: 11.5pt)[{paper.text(words)}]"
    )


def _solution(found: desk.Desk, made: tuple[desk.Reply, ...], t: ui.Texts) -> str:
    rows = []
    for number, (kind, right, reply) in enumerate(zip(found.kind, found.right, made, strict=True), 1):
        wanted = t("faq.person") if right < 0 else paper.LETTERS[right]
        given = t("faq.person") if reply.hand_off else paper.LETTERS[reply.place]
        told = t(f"faq.{desk.verdict(reply, right)}")
        rows.append((str(number), t(f"faq.{kind}"), wanted, given, t("faq.sure", value=reply.confidence), told))
    heads = [t(f"faq.{key}") for key in ("number", "kind", "wanted", "given", "confidence", "result")]
    lines = [_summed(found, made, True, t), _summed(found, made, False, t), t("faq.trained"), _outdated(found, t)]
    told = "\n\n".join(paper.text(line) for line in lines)
    return f"{paper.solution(t('cards.solution'), t('faq.solution'), heads, rows)}\n{told}\n"


def _summed(found: desk.Desk, made: tuple[desk.Reply, ...], threshold: bool, t: ui.Texts) -> str:
    n = desk.counts(found, made, threshold)
    key = "faq.with" if threshold else "faq.without"
    return t(key, right=n["right"], wrong=n["wrong"], handed=n["handed"], cost=desk.euro(n))


def _outdated(found: desk.Desk, t: ui.Texts) -> str:
    """Which cards are outdated, and which are valid instead."""
    known = chatbot.corpus(found.lang)
    pairs = [(n, int(known.twin[i])) for n, i in enumerate(found.entries) if known.states[i] == "outdated"]
    told = [t("faq.pair", old=paper.LETTERS[n], valid=paper.LETTERS[found.entries.index(twin)]) for n, twin in pairs]
    return t("faq.outdated", pairs="; ".join(told))
