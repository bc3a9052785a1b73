from kitlib.ui.quiz import QuizState

RIGHT = (("q1", "a"), ("q2", "b"))


def test_the_first_answer_counts():
    state = QuizState(RIGHT).answer("q1", "b").answer("q1", "a")
    assert state.score == 0 and not state.done


def test_score_when_all_are_answered():
    state = QuizState(RIGHT).answer("q1", "a").answer("q2", "c")
    assert state.done and state.score == 1
