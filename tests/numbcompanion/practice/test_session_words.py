"""Sentences in a session: one waits for another, and bells, pauses and the end for them."""

import pytest

from numbcompanion.practice.plans import Ask, Bell, Caption, Plan
from numbcompanion.practice.session import Session, SessionState

WORDS = tuple(Caption(at_s, f"at {at_s:g}") for at_s in (0.0, 10.0, 20.0, 30.0, 40.0, 50.0))


@pytest.fixture
def session(clock):
    return Session(Plan("test", 60.0, WORDS), clock)


@pytest.fixture
def run(clock, play):
    def run(session, seconds):
        return [cue.at_s for cue in play(session, clock, seconds)]

    return run


def test_while_a_sentence_is_spoken_the_next_one_waits(session, run):
    assert run(session, 2) == [0.0]
    session.hold_words(True)
    assert run(session, 13) == []
    assert session.words_waiting
    session.hold_words(False)
    assert session.words_waiting
    assert run(session, 0.25) == [10.0]
    assert not session.words_waiting
    assert run(session, 10) == [20.0]


def test_the_end_waits_for_a_sentence_and_no_second_of_it_counts(session, run):
    run(session, 55)
    session.hold_words(True)
    run(session, 20)
    assert session.state is SessionState.RUNNING
    assert (session.left_s, session.progress, session.done_s) == (0, 1, 60)
    session.hold_words(False)
    session.tick()
    assert session.state is SessionState.ENDED
    assert session.done_s == 60


def test_bells_and_what_takes_a_sentence_away_do_not_wait_before_it(clock, run):
    cues = (Caption(0.0, "One."), Bell(5.0), Caption(6.0), Ask(7.0, "size"), Bell(8.0), Caption(9.0, "Two."))
    session = Session(Plan("test", 30.0, cues), clock)
    run(session, 1)
    session.hold_words(True)
    assert run(session, 10) == [5.0, 6.0]
    session.hold_words(False)
    assert run(session, 0.25) == [7.0, 8.0, 9.0]


def test_a_bell_that_follows_a_sentence_is_had_when_it_was_spoken(clock, run):
    session = Session(Plan("test", 30.0, (Bell(0.0), Caption(1.0, "One."), Bell(5.0), Caption(9.0, "Two."))), clock)
    assert [bell.at_s for bell, _ in session.bells_ahead(2)] == [0.0]
    run(session, 2)
    session.hold_words(True)
    run(session, 6)
    assert session.bells_ahead(0.3) == []
    session.hold_words(False)
    assert session.bells_ahead(0.3) == [(Bell(5.0), pytest.approx(5.0 - session.position_s))]
    assert session.bells_ahead(0.3) == []


def test_of_two_sentences_that_are_due_at_once_the_second_can_be_left_for_later(clock):
    cues = (Caption(1.0, "One."), Bell(1.5), Caption(2.0, "Two."), Caption(2.5), Caption(3.0, "Three."))
    session = Session(Plan("test", 3.0, cues), clock)
    clock.advance(4)
    assert [cue.at_s for cue in session.tick(one_sentence=True)] == [1.0, 1.5]
    assert not session.state.final
    session.hold_words(True)
    assert session.tick(one_sentence=True) == []
    session.hold_words(False)
    assert [cue.at_s for cue in session.tick(one_sentence=True)] == [2.0, 2.5]
    assert [cue.at_s for cue in session.tick(one_sentence=True)] == [3.0]
    session.tick(one_sentence=True)
    assert session.state is SessionState.ENDED


def test_the_last_bell_is_had_also_when_the_session_ended_in_the_same_moment(clock, run):
    session = Session(Plan("test", 3.0, (Bell(0.0), Bell(3.0))), clock)
    run(session, 4)
    assert session.state is SessionState.ENDED
    assert [bell.at_s for bell, _ in session.bells_ahead(0.3)] == [0.0, 3.0]
    ended = Session(Plan("test", 3.0, (Bell(3.0),)), clock)
    ended.end()
    assert ended.bells_ahead(9.0) == []


def test_nothing_is_said_while_paused_also_not_what_was_waiting(session, run):
    run(session, 2)
    session.hold_words(True)
    run(session, 13)
    session.pause()
    session.hold_words(False)
    assert run(session, 30) == []
    session.resume()
    assert run(session, 0.25) == [10.0]


def test_what_became_due_at_the_click_on_pause_comes_when_it_goes_on(session, clock, run):
    run(session, 10)
    clock.advance(2)
    session.pause()
    assert session.tick() == []
    session.resume()
    assert session.tick() == [Caption(10.0, "at 10")]


def test_after_the_end_nothing_is_said_also_not_what_was_waiting(session, clock, run):
    run(session, 2)
    session.hold_words(True)
    run(session, 13)
    session.end()
    assert session.tick() == []
    assert session.state is SessionState.ENDED_EARLY
