"""Be the chatbot: right cards, hand-overs and the bot's results, computed anew from the shipped files."""

from collections import Counter

import pytest
from card_sheets import printed

from kitlib import chatbot, ui
from kitlib.chatbot.data.corpus import rows
from kitlib.trainer.cards import desk, paper

LETTERS = "ABCDEFGHIJKLMNOPQRST"


@pytest.mark.parametrize("lang", ui.LANGUAGES)
def test_the_right_card_of_each_question_is_what_the_files_say(lang):
    found, known = desk.laid(lang), chatbot.corpus(lang)
    answers = {row["id"]: row for row in rows("answers.csv")}
    uses = {row["text"]: row for row in rows("questions.csv") if row["lang"] == ("en" if lang == "en" else "de")}
    cards = [known.faq.entries[i].answer for i in found.entries]
    assert len(set(cards)) == 20 and len(set(found.asked)) == 24
    for number, kind, right in zip(found.asked, found.kind, found.right, strict=True):
        row = uses[known.asked[number]]
        assert row["use"] == {"known": "test"}.get(kind, kind)
        if kind == "known":
            assert cards[right] == answers[row["id"]][f"answer_{lang}"] and answers[row["id"]]["state"] == "valid"
        else:
            assert right == -1
        if kind == "near":
            assert answers[row["id"]][f"answer_{lang}"] in cards
    assert Counter(found.kind) == {"known": 12, "near": 7, "far": 5}


def test_two_cards_are_outdated_and_their_valid_twins_are_asked_for():
    found, answers = desk.laid("de"), {row["id"]: row for row in rows("answers.csv")}
    ids = [chatbot.corpus("de").ids[i] for i in found.entries]
    old = [answers[one] for one in ids if answers[one]["state"] == "outdated"]
    assert len(old) == 2 and {answers[one]["state"] for one in ids} == {"valid", "outdated"}
    for row in old:
        assert row["twin"] in ids and row["date"] < answers[row["twin"]]["date"]
        assert ids.index(row["twin"]) in found.right


def test_all_languages_have_the_same_answers_and_plain_german_the_german_questions():
    de, en, plain = (desk.laid(lang) for lang in ui.LANGUAGES)
    assert de.entries == en.entries == plain.entries
    assert [chatbot.corpus("de").asked[i] for i in de.asked] == [
        chatbot.corpus("einfach").asked[i] for i in plain.asked
    ]


@pytest.mark.parametrize("lang", ui.LANGUAGES)
def test_the_bots_answers_and_their_costs_are_measured(lang):
    found, known, sheet = desk.laid(lang), chatbot.corpus(lang), printed("cards-faq", lang)
    pairs = [(q, int(e)) for q, e in zip(known.faq.questions, known.faq.owner, strict=True) if e in found.entries]
    bot = chatbot.train(chatbot.Faq.of((q, known.faq.entries[e]) for q, e in pairs))
    cards = [known.faq.entries[i].answer for i in found.entries]
    t, n = paper.texts(lang), Counter()
    for row, number, right in zip(sheet.rows, found.asked, found.right, strict=True):
        answer = bot.answer(known.asked[number])
        given = cards.index(answer.text)
        made = "handed" if answer.hand_off else "right" if given == right else "wrong"
        assert row[2] == (LETTERS[right] if right >= 0 else t("faq.person"))
        assert row[3] == (t("faq.person") if answer.hand_off else LETTERS[given])
        assert row[4:] == (t("faq.sure", value=answer.confidence), t(f"faq.{made}"))
        n[made] += 1
        n["always wrong"] += given != right
    cost = 20 * n["wrong"] + 4.5 * n["handed"]
    told = t("faq.with", right=n["right"], wrong=n["wrong"], handed=n["handed"], cost=cost)
    assert paper.text(told) in sheet.markup
    always = n["always wrong"]
    assert paper.text(t("faq.without", right=24 - always, wrong=always, cost=20.0 * always)) in sheet.markup
    assert min(n["right"], n["wrong"], n["handed"]) > 0 and cost < 20 * always
