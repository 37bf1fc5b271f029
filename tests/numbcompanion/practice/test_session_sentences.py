"""Sentences that take their time: what waits for them, and that nothing is lost behind them."""

import pytest

from numbcompanion.practice.plans import Ask, Bell, Caption, Plan
from numbcompanion.practice.session import Session, SessionState

FIRST, SECOND, LAST = Caption(0.0, "one"), Caption(4.0, "two"), Caption(8.0, "three")
PLAN = Plan("a", 10.0, (FIRST, SECOND, LAST, Bell(9.0)))


@pytest.fixture
def session(clock):
    session = Session(PLAN, clock)
    clock.advance(0.5)
    return session


def pass_time(clock, session, seconds):
    """Let time pass while a sentence is spoken, and return what came due."""
    due = []
    for _ in range(seconds):
        clock.advance(1.0)
        due += session.tick(one_sentence=True)
    return due


def test_a_question_waits_for_the_sentence_before_it(clock) -> None:
    ask = Ask(0.0, "word", ("a",))
    session = Session(Plan("a", 10.0, (FIRST, ask)), clock)
    clock.advance(0.5)
    assert session.tick(one_sentence=True) == [FIRST]
    session.hold_words(True)
    assert session.tick(one_sentence=True) == []
    session.hold_words(False)
    assert session.tick(one_sentence=True) == [ask]


def test_it_does_not_end_with_the_sentence_that_is_only_now_to_be_spoken(session, clock) -> None:
    session.tick(one_sentence=True)
    session.hold_words(True)
    pass_time(clock, session, 12)
    session.hold_words(False)
    session.tick(one_sentence=True)
    assert session.tick(one_sentence=True)[0] == LAST
    assert not session.state.final
    session.hold_words(True)
    session.tick(one_sentence=True)
    assert not session.state.final
    session.hold_words(False)
    session.tick(one_sentence=True)
    assert session.state is SessionState.ENDED


def test_ending_by_hand_rings_nothing_more(session, clock) -> None:
    for _ in range(3):
        session.tick()
        clock.advance(4.0)
    session.hold_words(True)
    session.end()
    assert session.bells_ahead(0.3) == []
