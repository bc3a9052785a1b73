"""Pre-sorted mails: what the lesson claims about it, and what a check band costs."""

import numpy as np
import pytest

from kitlib.chatbot.app import texts
from kitlib.chatbot.data.mails import mails
from kitlib.chatbot.model import presort as model
from kitlib.chatbot.model import presort_cost as cost
from kitlib.chatbot.model import presort_sorted as sort
from kitlib.chatbot.model.presort import BAND, Presort
from kitlib.chatbot.plots import presort as plots
from kitlib.ui import LANGUAGES

ASKED = ("de", "en")


# ---- what the lesson claims


@pytest.mark.parametrize("lang", ASKED)
def test_clear_mails_mostly_end_up_right_and_the_whole_inbox_less_often(lang):
    assert 0.75 < sort.accuracy(lang, "plain") < 0.95
    assert 0.6 < sort.accuracy(lang) < sort.accuracy(lang, "plain") - 0.08


@pytest.mark.parametrize("lang", ASKED)
def test_errors_gather_where_the_stated_confidence_is_low(lang):
    assert sort.errors(lang, 0, BAND) > 0.15
    assert sort.errors(lang, BAND, 2) < 0.4 * sort.errors(lang, 0, BAND)


@pytest.mark.parametrize("lang", ASKED)
def test_mails_with_two_concerns_go_out_no_less_often_than_others(lang):
    (two, of_two), (plain, of_plain) = (cost.special(Presort(lang=lang), kind) for kind in ("two", "plain"))
    assert two / of_two > 0.7 * plain / of_plain
    assert (sort.everything(lang).verdict[sort.kinds(lang)["two"]] != sort.RIGHT).all()


@pytest.mark.parametrize("lang", ASKED)
def test_some_wrongly_sorted_mail_has_a_high_confidence(lang):
    found = sort.everything(lang)
    assert found.confidence[found.verdict == sort.WRONG].max() > BAND + 0.05


@pytest.mark.parametrize("lang", ASKED)
def test_a_band_pays_and_none_does_not(lang):
    state = Presort(lang=lang)
    assert cost.euro(state) > 0 > cost.euro(state, 0.0)
    assert cost.euro(state, 1.0) == 0
    assert cost.best(state)[1] >= cost.euro(state)


@pytest.mark.parametrize("lang", ASKED)
def test_a_list_of_words_misses_urgent_mails_and_hits_others(lang):
    found = cost.urgent(Presort(lang=lang, words=model.listed(texts(lang)("presort.list.long"))))
    assert 3 <= found.caught <= 0.7 * found.n
    assert found.others >= 3
    assert cost.urgent(Presort(lang=lang, band=0.0)).astray >= 2


def test_nothing_is_sorted_by_a_bot_that_learnt_from_it(monkeypatch):
    seen = []
    monkeypatch.setattr(sort, "train", lambda faq: seen.append(set(faq.questions)) or _Deaf())
    sort.everything.__wrapped__("de")
    words = [mail.words for mail in mails("de") if mail.kind != "other"]
    assert not seen[0] & seen[1]
    assert seen[0] | seen[1] == set(words)
    assert abs(len(seen[0]) - len(seen[1])) <= 4


class _Deaf:
    def judged(self, asked):
        held = {mail.words for mail in mails("de")}
        assert set(asked) <= held
        return np.zeros(len(asked), int), np.zeros(len(asked))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_what_is_measured(lang):
    t, said = texts(lang), plots.facts(texts(lang))
    assert len(said.split("\n")) == 6
    assert str(round(100 * sort.accuracy(lang, "plain"))) in said
    loss = plots.money(cost.euro(Presort(lang=lang), 0.0), t)
    assert loss in said
    assert "−" in loss, "a minus sign, no hyphen"
    assert "-" not in loss
    assert said == plots.facts(texts(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_of_mails_is_the_one_named(lang):
    assert str(len(mails(lang))) in texts(lang)("presort.intro")


# ---- costs


@pytest.mark.parametrize("words", [(), ("unfall",), ("e",)])
@pytest.mark.parametrize("band", [0.0, 0.7, 1.0])
def test_every_mail_is_counted_once(band, words):
    found = cost.tally(Presort(band=band, words=words))
    assert found.looked + found.right + found.half + found.wrong == pytest.approx(100)
    urgent = cost.urgent(Presort(band=band, words=words))
    assert urgent.person + urgent.right + urgent.astray == urgent.n
    assert urgent.n + urgent.rest == len(mails("de"))


def test_a_higher_band_means_more_work_and_fewer_errors():
    looked, bad, _ = cost.curves(Presort())
    assert (np.diff(looked) >= 0).all()
    assert (np.diff(bad) <= 0).all()
    assert looked[0] == 0
    assert bad[-1] == 0


def test_a_sample_finds_its_share_and_costs_time():
    none, some = Presort(), Presort(sample=5)
    found = cost.tally(some)
    assert found.found == pytest.approx(found.bad / 5)
    expected = cost.minutes(none) - none.look * found.delivered / 5 + none.back * found.found
    assert cost.minutes(some) == pytest.approx(expected)


@pytest.mark.parametrize("dial", ["back", "harm"])
def test_dearer_errors_call_for_a_higher_band(dial):
    low, high = (cost.best(model.change(Presort(), **{dial: value}))[0] for value in (1, 30))
    assert low < high
