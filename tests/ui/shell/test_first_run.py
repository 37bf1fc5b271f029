import pytest
from program import button

from numbcompanion.preferences import Audience
from ui.shell.first_run import FirstAnswers, FirstRun

COUNTRIES = [("IE", "Ireland"), ("US", "United States")]


@pytest.fixture
def make(qtbot, theme):
    def build(guessed):
        questions = FirstRun(theme, COUNTRIES, guessed)
        qtbot.addWidget(questions)
        questions.resize(1160, 780)
        questions.show()
        return questions

    return build


def answers(qtbot, questions, words):
    with qtbot.waitSignal(questions.finished) as said:
        button(questions, words).click()
    return said.args[0]


def test_what_is_chosen_is_what_is_answered(make, qtbot):
    questions = make("IE")
    button(questions, "both of us").click()
    button(questions, "once a day").click()
    assert answers(qtbot, questions, "Come in") == FirstAnswers(Audience.BOTH, "IE", 1)


def test_each_question_can_be_left_alone(make, qtbot):
    assert answers(qtbot, make("US"), "Come in") == FirstAnswers(None, "US", None)
    assert answers(qtbot, make(None), "Come in") == FirstAnswers(None, None, None)


def test_not_yet_is_an_answer_too(make, qtbot):
    questions = make(None)
    button(questions, "not yet").click()
    assert answers(qtbot, questions, "Come in").prompts_per_day == 0


def test_skip_chooses_nothing_not_even_the_country_that_was_guessed(make, qtbot):
    assert answers(qtbot, make("IE"), "Skip") == FirstAnswers(None, None, None)


def test_a_country_that_is_not_in_the_list_is_not_guessed(make, qtbot):
    assert answers(qtbot, make("ZZ"), "Come in").country is None


def test_help_is_near(make, qtbot):
    questions = make(None)
    with qtbot.waitSignal(questions.help_requested):
        button(questions, "Help now").click()
