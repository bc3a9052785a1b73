"""Step own without a screen: a FAQ comes in, is measured by wording, and says what to do first."""

import gc
import re
import weakref
from dataclasses import replace

import numpy as np
import pytest

from kitlib.chatbot.app import texts
from kitlib.chatbot.data.faq import Entry, Faq
from kitlib.chatbot.data.intake import FaqError
from kitlib.chatbot.data.template import as_csv
from kitlib.chatbot.model import judge, own
from kitlib.chatbot.model.curve import Curve, curve
from kitlib.chatbot.model.estimator import train
from kitlib.chatbot.model.judge import contradicting, similar
from kitlib.chatbot.model.own import Own
from kitlib.chatbot.plots import own as plots
from kitlib.chatbot.plots import own_lists
from kitlib.ui import LANGUAGES

THINGS = [
    "Versand",
    "Rechnung",
    "Garantie",
    "Ausbildung",
    "Parkplatz",
    "Katalog",
    "Flansch",
    "Retoure",
    "Rabatt",
    "Kantine",
]
ASKED = [
    "Was kostet {0}?",
    "Wo finde ich {0} bei Ihnen?",
    "Wann gibt es {0}?",
    "ich brauche {0} schnell",
    "{0} wie lange",
]
ASKED += ["Frage zu {0} und Preis", "Können Sie {0} schicken?", "{0}?"]
VERBS = ["geht morgen ab", "kommt im Mai", "dauert zwei Jahre", "beginnt im Herbst", "liegt am Tor zwei"]
VERBS += ["hängt im Lager", "misst acht Zoll", "läuft über DHL", "gilt ab zehn Stück", "hat mittags offen"]


def made(wordings=6, things=10, twin=False) -> Faq:
    """Things one can ask for, easy to tell apart; `twin`: the last two answers share a thing and its wordings."""
    rows = []
    for n in range(things - twin):
        for i, form in enumerate(ASKED[:wordings]):
            entry = n + i % 2 if twin and n == things - 2 else n
            rows.append((form.format(THINGS[n]), Entry(f"{entry} {VERBS[entry]}.", f"Thema {entry % 3}")))
    return Faq.of(rows)


def checked(faq: Faq, **changed) -> Own:
    return own.check(Own(faq=faq, **changed))


@pytest.fixture(scope="module")
def good() -> Own:
    return checked(made(), guess=50)


def csv(faq: Faq) -> bytes:
    return as_csv(faq, "de")


# what comes in


def test_files_are_read_and_the_prediction_is_kept():
    state = own.read(Own(guess=7), [("a.csv", csv(made(3, 4))), ("b.csv", csv(made(8, 2)))])
    assert (state.guess, state.origin, len(state.faq.entries)) == (7, "file", 4)
    assert len(state.faq) == 4 * 3 + 2 * 5
    with pytest.raises(FaqError):
        own.read(state, [("a.csv", b"")])


def test_template_has_several_wordings_and_comes_back():
    for lang in LANGUAGES:
        template = own.template(lang)
        state = own.read(Own(), [("t.csv", as_csv(template, lang))])
        assert state.faq.entries == template.entries
        assert len(state.faq.entries) == own.TEMPLATE
        assert np.bincount(state.faq.owner).tolist() == [own.WORDINGS] * own.TEMPLATE


def test_template_opens_in_a_german_excel():
    content = csv(Faq.of([("Größe?", Entry("Öl; Fett")), ("=1+1", Entry("b"))]))
    assert content.startswith(b"\xef\xbb\xbfFrage;Antwort;Thema;Quelle\r\n")
    assert '"Öl; Fett"'.encode() in content
    assert b"\n'=1+1;" in content


def test_of_large_faqs_fewer_wordings_and_then_fewer_answers_are_used():
    faq = made(8)
    assert own.computed_with(faq) is faq
    part = own.computed_with(faq, most=60)
    assert np.bincount(part.owner).tolist() == [6] * 10
    assert set(part.entries) == set(faq.entries)
    assert own.computed_with(faq, most=60).questions == part.questions
    less = own.computed_with(faq, most=30)
    assert np.bincount(less.owner).tolist() == [4] * 7


def test_nothing_to_choose_from_is_not_checked():
    assert not own.able(None)
    assert not own.able(made(3, 1))
    assert own.able(made(1, 2))


# what is measured


def test_every_question_is_held_back_once_and_counted(good):
    r = good.result
    assert r.measured == 60
    assert sum(r.counts) == 60
    assert r.outcome.right.mean() > 0.9
    assert r.share("answered_right") >= 0.6
    assert sum(r.share(name) for name in own_lists.OUTCOMES) == pytest.approx(1)


def test_a_question_no_other_wording_leads_to_is_not_answered_correctly():
    """A broken measurement, that leaves the question in training, would get all of them right."""
    rng = np.random.default_rng(0)
    words = ["".join(rng.choice(list("abcdefghijklmnopqrstuvwxyz"), 9)) for _ in range(60)]
    r = checked(Faq.of((word, Entry(f"Antwort {i // 4}")) for i, word in enumerate(words))).result
    assert r.counts.answered_right <= 15
    assert r.measured == 60


def test_single_wordings_are_not_measured():
    rows = [(q, made().entries[o]) for q, o in zip(made().questions, made().owner, strict=True)]
    r = checked(Faq.of([*rows, ("Kaffee?", Entry("Ja"))])).result
    assert (r.measured, r.single) == (60, 1)
    assert 10 in r.few
    bare = checked(made(1)).result
    assert (bare.measured, bare.outcome, bare.curve, bare.single) == (0, None, None, 10)
    assert [todo.kind for todo in bare.todo] == ["wordings"]
    assert bare.todo[0].gain != bare.todo[0].gain, "not measured, so no gain may be claimed"


def test_confused_answers_are_found_and_first_on_the_list():
    r = checked(made(8, 10, twin=True)).result
    worst = r.confusions[0]
    assert (worst.one, worst.other) == (8, 9)
    assert worst.count >= judge.LEAST_MIXED
    assert worst.asked == 8
    assert r.todo[0].kind == "apart"  # of different topics
    assert r.todo[0].entries == (8, 9)
    assert (r.todo[0].count, r.todo[0].asked) == (worst.count, worst.asked)
    assert r.todo[0].gain == pytest.approx(100 * worst.count / 72)


def todo_of(faq: Faq, confusions=(), clash=(), few=(), measured=100) -> tuple[judge.Todo, ...]:
    wordings = np.bincount(faq.owner, minlength=len(faq.entries))
    return judge._todo(faq, confusions, clash, few, wordings, Curve((1, 4), (0.5, 0.9), 5, 10), measured)


def test_fewer_than_three_confusions_are_no_reason_for_advice():
    faq = made(8)
    assert todo_of(faq, [judge.Confusion(0, 1, 2, 16)]) == ()
    (one,) = todo_of(faq, [judge.Confusion(0, 1, 3, 16), judge.Confusion(2, 3, 2, 16)])
    assert one.entries == (0, 1)


def test_only_answers_of_one_topic_may_be_worth_merging():
    faq = Faq.of([("a", Entry("1", "T")), ("b", Entry("2", "T")), ("c", Entry("3", "U")), ("d", Entry("4"))] * 4)
    faq = Faq.of([*zip(faq.questions, [faq.entries[o] for o in faq.owner], strict=True), ("e", Entry("5"))])
    kinds = {pair: todo_of(faq, [judge.Confusion(*pair, 5, 8)])[0].kind for pair in ((0, 1), (0, 2), (0, 3), (3, 4))}
    assert kinds == {(0, 1): "alike", (0, 2): "apart", (0, 3): "apart", (3, 4): "apart"}
    merge = {"de": "zusammenfassen", "en": "merge", "einfach": "eine Antwort"}
    for lang, word in merge.items():
        assert word in texts(lang)("own.todo_alike")
        assert word not in texts(lang)("own.todo_apart")


def test_advice_is_sorted_by_the_gain_it_shows_after_the_contradictions():
    faq = made(8)
    mixed = [judge.Confusion(0, 1, 3, 16), judge.Confusion(2, 3, 9, 16), judge.Confusion(4, 5, 4, 16)]
    clash = [judge.Contradiction("?", (6, 7))]
    found = todo_of(faq, mixed, clash, few=(8,))
    assert [todo.kind for todo in found[:1]] == ["contradiction"]
    gains = [todo.gain for todo in found[1:]]
    assert gains == sorted(gains, reverse=True)
    few = todo_of(faq, mixed, clash, few=(8,), measured=judge.ENOUGH - 1)
    assert few[-1].kind == "wordings", "what nobody can estimate stands last"
    assert few[-1].gain != few[-1].gain
    assert len(todo_of(faq, mixed * 5)) == judge.EACH


def test_of_few_questions_counts_are_said_and_no_share():
    t, state = texts("de"), checked(made(4, 6), guess=50)
    assert state.result.measured == 24
    right, wrong, over = state.result.counts[:3]
    words = plots.describe(state, t)
    assert t("own.counts", of=24, right=right, wrong=wrong, over=over) in words
    assert "Ihre Vermutung: 50 von 100, das wären etwa 12 von 24" in words
    assert t("own.how_many", of=24) in plots.result(state, t)
    assert "von 100 Fragen" not in plots.result(state, t)
    assert t("own.curve_few", n=state.result.curve.most) in plots.result(state, t)


def test_the_measurement_before_stands_beside_the_new_one_without_its_faq():
    t, first = texts("de"), checked(made(6), guess=50)
    second = own.read(first, [("b.csv", csv(made(8, 6)))])
    assert second.before == own.Before(first.result.counts, 60, 10)
    again = own.check(second)
    right = plots.shares(first.result.counts)[0]
    now = plots.shares(again.result.counts)[0]
    assert t("own.compared", questions=60, entries=10, right=right, of=100, now=now, now_of=100) in plots.describe(
        again, t
    )
    assert t("own.how_many_before", of=100) in plots.result(again, t)
    assert t("own.how_many_before", of=100) not in plots.result(first, t)
    third = own.read(own.read(again, [("c.csv", csv(made(2)))]), [("d.csv", csv(made(3)))])
    assert third.before == own.last(again), "a FAQ that was not measured in between does not count"


def test_a_small_measurement_beside_a_large_one_puts_both_in_counts():
    t, small = texts("de"), checked(made(4, 6), guess=50)
    large = own.check(own.read(small, [("b.csv", csv(made(6)))]))
    values = {"of": 24, "now": large.result.counts[0], "now_of": 60, "right": small.result.counts[0]}
    assert t("own.compared", questions=24, entries=6, **values) in plots.describe(large, t)
    assert t("own.how_many_before", of=24) in plots.result(large, t)
    assert t("own.how_many", of=60) in plots.result(large, t)


@pytest.mark.parametrize("counts", [(19, 11, 2), (1, 1, 1), (100, 0, 0), (0, 0, 31), (33, 33, 34), (7, 16, 17)])
def test_rounded_outcomes_add_up(counts):
    found = plots.shares(judge.Counts(*counts, 0))
    assert sum(found) == plots.base(sum(counts))
    assert all(abs(n - plots.base(sum(counts)) * c / sum(counts)) < 1 for n, c in zip(found, counts, strict=True))


def test_answers_that_share_a_question_are_named_once():
    rows = [(f"Frage {i}?", Entry(f"A{i}")) for i in range(6) for _ in range(1)]
    faq = Faq.of([("Geht das?", Entry("Ja")), ("Geht das?", Entry("Nein")), *rows])
    html = plots.result(checked(faq), texts("de"))
    line = next(line for line in re.split("<li>|</li>", html) if "Beginnen Sie mit" in line)
    assert line.count("Geht das?") == 1


def test_the_question_shown_belongs_to_the_answer_given(good):
    t, state = texts("de"), own.ask(good, "Was kostet der Katalog?")
    faq = state.result.bot.faq
    assert faq.owner[state.near.question] == state.answer.entry
    assert t("own.nearest_own", question=faq.questions[state.near.question]) in plots.answered(state, t)
    elsewhere = next(n for n, owner in enumerate(faq.owner) if owner != state.answer.entry)
    nearer = replace(state.answer, nearest=(state.near._replace(question=elsewhere, similarity=1.0),))
    both = plots.answered(replace(state, answer=nearer, near=state.near._replace(similarity=0.5)), t)
    assert t("own.nearest_own", question=faq.questions[state.near.question]) in both
    assert t("own.nearest_other", question=faq.questions[elsewhere]) in both
    assert own.ask(good, "").near is None or own.ask(good, "").answer.hand_off


def test_the_sample_says_what_it_was_measured_on_and_can_be_taken_home_and_loaded_again():
    t, state = texts("de"), own.example(Own(), "de")
    assert "data:text/csv" in plots.sample(state, t)
    assert plots.sample(Own(faq=made(2)), t) == plots.sample(Own(), t) == ""
    back = own.read(state, [("m.csv", csv(state.faq))]).faq
    assert (back.entries, back.questions) == (state.faq.entries, state.faq.questions)
    small = own.check(Own(faq=made(6), origin="example"))
    assert t("own.result_example") in plots.result(small, t)
    assert t("own.result_example") not in plots.result(checked(made(6)), t)
    right = plots.shares(own.lesson("de"))[0]
    assert t("own.lesson", right=right) in plots.describe(small, t)
    assert 75 < right < 95


def test_contradictions_are_found_in_any_spelling():
    faq = Faq.of([("Was kostet das?", Entry("5")), ("was kostet das", Entry("6")), ("Wann?", Entry("5"))])
    (found,) = contradicting(faq)
    assert found == ("Was kostet das?", (0, 1))
    todo = checked(faq).result.todo
    assert ("contradiction", (0, 1)) in {(one.kind, one.entries) for one in todo}


def test_similar_answers_are_listed_most_alike_first():
    answers = ["Der Versand kostet 4,90 Euro.", "Der Versand kostet 5,90 Euro.", "Parken Sie am Tor."]
    found = similar(Faq.of((f"Frage {i}", Entry(answer)) for i, answer in enumerate(answers)))
    assert [(one, other) for one, other, _ in found] == [(0, 1)]
    assert 0.5 <= found[0].similarity <= 1


def test_few_wordings_come_with_what_more_would_bring():
    full = made(8)
    rows = [(q, full.entries[o]) for q, o in zip(full.questions, full.owner, strict=True)]
    thin = Faq.of([*rows, ("Kaffee oder Tee?", Entry("Ja")), ("Gibt es Kaffee?", Entry("Ja"))])
    r = checked(thin).result
    assert r.few == (10,)
    todo = next(one for one in r.todo if one.kind == "wordings")
    expected = 100 * (r.curve.at(judge.FEW) - r.curve.at(2)) / 11
    assert todo.gain == pytest.approx(max(expected, 0))


def test_learning_curve_rises_with_the_wordings():
    shape = curve(made(8))
    assert shape.wordings == (1, 2, 3, 4, 6)
    assert (shape.answers, shape.asked) == (10, 50)
    assert shape.shares[-1] >= shape.shares[0]
    assert shape.shares[-1] > 0.8
    assert shape.at(5) == pytest.approx((shape.at(4) + shape.at(6)) / 2)
    assert curve(made(8)) == shape, "always the same"
    assert curve(made(2)).wordings == (1,)
    assert curve(made(8, 4)) is None


def test_learning_curve_never_asks_what_it_trained_on(monkeypatch):
    seen = []

    class Spy:
        def __init__(self, faq):
            self.known, self.entries = set(faq.questions), faq.entries

        def best(self, asked):
            seen.append(self.known & set(asked))
            return np.zeros(len(asked), int)

    monkeypatch.setattr("kitlib.chatbot.model.curve.train", Spy)
    curve(made(8))
    assert len(seen) == 25
    assert not set().union(*seen)


def test_check_tells_how_far_it_is(good):
    heard = []
    own.check(good, heard.append)
    assert heard == [1, 2, 3]


def test_the_faq_can_be_asked(good):
    state = own.ask(good, "Was kostet der Katalog?")
    assert state.answer.text == good.faq.entries[THINGS.index("Katalog")].answer
    assert own.check(state).answer is None
    assert len(own.ask(good, "x" * 100_000).asked) == own.LONGEST


def test_personal_details_are_counted():
    rows = [(q, made().entries[o]) for q, o in zip(made().questions, made().owner, strict=True)]
    before = checked(Faq.of(rows)).personal
    state = checked(Faq.of([*rows, ("Wer?", Entry("Schreiben Sie an erika.mustermann@example.org"))]))
    assert state.personal[:-1] == before
    assert state.personal[-1] == own.Detail("answer", 10, ("erika.mustermann@example.org",))
    assert f'<td role="cell" data-head="{texts("de")("own.head.personal_2")}">erika.' in plots.result(
        state, texts("de")
    )


def test_nothing_is_kept_beside_the_state():
    state = checked(made(4))
    kept = [weakref.ref(state.faq), weakref.ref(state.result.bot)]
    del state
    gc.collect()
    assert [ref() for ref in kept] == [None, None]


def test_results_cannot_be_written_to(good):
    with pytest.raises(ValueError, match="read-only"):
        good.result.wordings[0] = 1


# words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_say_what_was_measured(lang, good):
    t = texts(lang)
    words = plots.describe(good, t)
    right = round(100 * good.result.share("answered_right"))
    assert t("own.guess.more", guess=50, measured=right) in words
    assert t("own.measured", n=60) in words
    html = plots.result(good, t)
    assert "<img" in html
    assert t("own.curve_how", answers=10, times=5) in html
    bare = checked(made(1), guess=3)
    assert t("own.not_measured") in plots.describe(bare, t)
    assert t("own.curve_none") in plots.result(bare, t)


@pytest.mark.parametrize(("guess", "side"), [(100, "fewer"), (0, "more")])
def test_prediction_is_put_beside_the_measurement(good, guess, side):
    right = round(100 * good.result.share("answered_right"))
    t = texts("de")
    assert t(f"own.guess.{side}", guess=guess, measured=right) in plots.describe(replace(good, guess=guess), t)


def test_few_questions_are_said_to_be_few(good):
    t = texts("de")
    state = checked(made(4))
    assert t("own.few", n=40) in plots.describe(state, t)
    assert t("own.few", n=60) not in plots.describe(good, t)


def test_contradictions_name_both_answers():
    t, rows = texts("de"), [(q, made(4).entries[o]) for q, o in zip(made(4).questions, made(4).owner, strict=True)]
    state = checked(Faq.of([*rows, (rows[0][0], Entry("Ganz anders"))]))
    assert t("own.todo_contradiction", one="0 geht morgen ab", other="Ganz anders") in plots.result(state, t)


def test_gains_below_one_are_not_rounded_to_nothing():
    t = texts("de")
    state = checked(made(8, 10, twin=True))
    state = replace(state, result=replace(state.result, todo=(judge.Todo("alike", (0, 1), 0.4, 3, 16),)))
    assert t("own.gain_small", value=0.4) in plots.result(state, t)


def test_curve_of_one_point_is_no_curve():
    t = texts("de")
    state = checked(made(2))
    assert isinstance(state.result.curve, Curve)
    assert t("own.curve_none") in plots.result(state, t)


@pytest.mark.parametrize(
    "text", ["", " ", "x" * 100_000, "😀😀", "Привет", "你好", "<script>alert(1)</script>", "\0\x1b[0m", "%s {0}"]
)
def test_odd_questions_are_answered_or_handed_over(good, text):
    state = own.ask(good, text)
    html = plots.answered(state, texts("de"))
    assert "<script" not in html
    assert 0 <= state.answer.confidence <= 1
    assert train(good.faq).answer(text[: own.LONGEST]).hand_off == state.answer.hand_off


@pytest.mark.parametrize("lang", ["de", "en", "einfach"])
def test_what_the_lesson_claims_more_wordings_help(lang):
    from kitlib.chatbot.model.own import practice
    from kitlib.chatbot.plots import own as plots

    shape = practice("en" if lang == "en" else "de")
    assert shape.at(16) > shape.at(4) + 0.1 > shape.at(1) + 0.2
    assert f"{round(100 * shape.at(16))}" in plots.facts(texts(lang))
