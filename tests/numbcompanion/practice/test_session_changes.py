"""What can be done in a session: skip, move to orienting, end, answer."""

import pytest

from numbcompanion.practice.plans import LEAD_S, Bell, Caption, Part, Plan, Surface, SurfaceKind
from numbcompanion.practice.records import Ending
from numbcompanion.practice.session import Session, SessionState

PARTS = (Part(0.0, "One"), Part(20.0, "Two"), Part(40.0, "Three"))
WORDS = tuple(Caption(at_s, f"at {at_s:g}") for at_s in (0.0, 10.0, 20.0, 30.0, 40.0, 50.0))
PLAN = Plan("test", 60.0, WORDS, parts=PARTS, settings={"length": "1"})
ORIENTING = Plan("orienting", 30.0, (Bell(0.0), Caption(2.0, "Look around."), Caption(20.0, "Here.")))


@pytest.fixture
def session(clock):
    return Session(PLAN, clock)


@pytest.fixture
def run(clock, play):
    def run(session, seconds):
        return [cue.at_s for cue in play(session, clock, seconds)]

    return run


def test_skipping_goes_on_at_the_next_part_and_does_not_count(session, run):
    run(session, 5 + LEAD_S)
    assert session.next_part == PARTS[1]
    session.skip()
    assert session.position_s == 20.0
    assert session.done_s == pytest.approx(5.0, abs=0.3)
    assert run(session, 1) == [20.0]
    assert session.done_s == pytest.approx(6.0, abs=0.3)
    assert session.left_s == pytest.approx(39.0, abs=0.3)


def test_what_is_skipped_is_left_out_for_good(session, run):
    run(session, 5 + LEAD_S)
    session.skip()
    session.skip()
    assert run(session, 25) == [40.0, 50.0]
    done = session.done()
    assert done.ending is Ending.COMPLETE
    assert done.done_s == pytest.approx(25.0, abs=0.6)
    assert session.spent_s == pytest.approx(25.0 + LEAD_S, abs=0.6)


def test_the_bells_of_what_is_skipped_do_not_ring(clock, run):
    bells = (Bell(0.0), Bell(15.0), Bell(20.0), Bell(30.0))
    session = Session(Plan("test", 60.0, bells, parts=PARTS), clock)
    run(session, 5 + LEAD_S)
    assert [bell.at_s for bell, _ in session.bells_ahead(1)] == [0.0]
    session.skip()
    assert [bell.at_s for bell, _ in session.bells_ahead(1)] == [20.0]


def test_behind_the_last_part_nothing_can_be_skipped(session, run):
    run(session, 45 + LEAD_S)
    assert session.next_part is None
    position_s = session.position_s
    session.skip()
    assert session.position_s == position_s


def test_nothing_is_skipped_while_settling_paused_or_over(clock, run):
    session = Session(Plan("test", 60.0, WORDS, 10.0, parts=PARTS), clock)
    run(session, 5)
    session.skip()
    assert session.position_s == -5.0
    run(session, 8)
    session.pause()
    session.skip()
    assert session.position_s == 3.0
    session.end()
    session.skip()
    assert session.done_s == 3.0


def test_what_lay_out_a_part_is_put_away_by_skipping_it(clock, run):
    drawing = (Surface(5.0, SurfaceKind.DRAW), Surface(20.0), Caption(20.0, "Done."))
    session = Session(Plan("test", 60.0, drawing, parts=PARTS), clock)
    run(session, 6 + LEAD_S)
    session.skip()
    assert session.tick() == [Surface(20.0), Caption(20.0, "Done.")]


def test_orienting_begins_at_once_and_what_was_practised_is_kept(session, run):
    run(session, 12 + LEAD_S)
    practised_s = session.done_s
    session.orient(ORIENTING)
    assert session.state is SessionState.MOVED_TO_ORIENTING
    assert session.moved
    assert run(session, 40) == [0.0, 2.0, 20.0]
    done = session.done()
    assert session.state is SessionState.ENDED
    assert (done.practice, done.planned_s, done.ending) == ("test", 60, Ending.MOVED_TO_ORIENTING)
    assert done.done_s == practised_s
    assert done.settings == {"length": "1", "orienting_s": 30.0}
    assert done.oriented_s == 30.0


def test_further_away_once_more_begins_orienting_again(session, run):
    run(session, 12 + LEAD_S)
    practised_s = session.done_s
    session.orient(ORIENTING)
    assert run(session, 10) == [0.0, 2.0]
    session.orient(ORIENTING)
    assert session.position_s == -LEAD_S
    assert run(session, 40) == [0.0, 2.0, 20.0]
    assert session.done().done_s == practised_s


def test_orienting_does_not_wait_for_a_sentence_of_what_was_left(session, run):
    run(session, 12)
    session.hold_words(True)
    session.orient(ORIENTING)
    assert run(session, 4) == [0.0, 2.0]


def test_orienting_can_be_left_early_too(session, run):
    run(session, 12)
    session.orient(ORIENTING)
    run(session, 10)
    session.end()
    assert session.state is SessionState.ENDED_EARLY
    assert session.done().ending is Ending.MOVED_TO_ORIENTING
    assert session.done().oriented_s == pytest.approx(9.6, abs=0.3)


def test_orienting_begins_from_a_pause_from_settling_and_from_being_away(clock, run):
    for prepare_s, before in ((0.0, "pause"), (20.0, "tick"), (0.0, "away")):
        session = Session(Plan("test", 60.0, WORDS, prepare_s), clock)
        run(session, 4)
        if before == "away":
            clock.advance(600.0)
        else:
            getattr(session, before)()
        session.orient(ORIENTING)
        assert session.state is SessionState.MOVED_TO_ORIENTING
        assert run(session, 3) == [0.0, 2.0]
        assert session.done().done_s <= 4.0


def test_what_is_over_is_not_moved(session, run):
    session.end()
    session.orient(ORIENTING)
    assert session.state is SessionState.ENDED_EARLY
    assert session.plan is PLAN
    assert not session.moved


def test_an_open_ended_session_that_was_moved_ends(clock, run):
    session = Session(Plan("test", None), clock)
    run(session, 20)
    session.orient(ORIENTING)
    run(session, 40)
    assert session.state is SessionState.ENDED
    assert session.done().planned_s is None


def test_ending_twice_changes_nothing(session, run):
    run(session, 10)
    session.end()
    done = session.done()
    run(session, 10)
    session.end()
    session.pause()
    session.resume()
    assert session.done() == done


def test_answers_are_kept_in_their_order_and_can_be_taken_back(session, run):
    session.answer("size", 7)
    session.answer("size", 4)
    session.answer("word", "flat")
    session.take_back("word")
    session.take_back("word")
    session.take_back("never asked")
    session.end()
    assert session.done().settings == {"length": "1", "answers": {"size": [7, 4]}}


def test_answers_stay_when_it_was_moved_to_orienting(session, run):
    session.answer("size", 9)
    session.orient(ORIENTING)
    run(session, 40)
    assert session.done().settings["answers"] == {"size": [9]}


def test_the_settings_of_the_plan_are_not_changed_by_answers(session):
    session.answer("size", 9)
    session.done()
    assert PLAN.settings == {"length": "1"}
