"""The session machine: time, cues, pauses and endings."""

import pytest
from fakes import MovableClock
from hypothesis import given
from hypothesis import strategies as st

from numbcompanion.errors import UsageError
from numbcompanion.practice.plans import LEAD_S, Again, Bell, BellKind, Caption, Cue, Plan
from numbcompanion.practice.records import Ending
from numbcompanion.practice.session import Session, SessionState


def plan_of(length_s: float | None, *at_s: float, prepare_s: float = 0.0, again: Again | None = None) -> Plan:
    return Plan("test", length_s, tuple(Caption(each, f"at {each}") for each in at_s), prepare_s, again)


def run(session: Session, clock: MovableClock, seconds: float, step_s: float = 0.25) -> list[Cue]:
    """Let time pass in small steps, as a timer does; returns what was due."""
    due = []
    for _ in range(round(seconds / step_s)):
        clock.advance(step_s)
        due += session.tick()
    return due


def test_the_time_to_settle_comes_before_the_first_cue(clock):
    session = Session(plan_of(60, 0.0, prepare_s=10), clock)
    assert run(session, clock, 9.75) == []
    assert session.state is SessionState.PREPARING
    assert run(session, clock, 0.25) == [Caption(0.0, "at 0.0")]
    assert session.state is SessionState.RUNNING


def test_without_time_to_settle_there_is_still_the_moment_the_first_bell_needs(clock):
    session = Session(plan_of(60, 0.0), clock)
    assert session.position_s == -LEAD_S


def test_every_cue_comes_once_and_the_session_ends(clock):
    session = Session(plan_of(60, 0, 10, 59, 60), clock)
    assert [cue.at_s for cue in run(session, clock, 70)] == [0, 10, 59, 60]
    assert session.state is SessionState.ENDED
    assert session.done().ending is Ending.COMPLETE
    assert session.done_s == 60
    assert session.tick() == []


def test_strokes_after_the_end_belong_to_the_session_but_not_to_what_was_done(clock):
    session = Session(plan_of(60, 60, 65), clock)
    run(session, clock, 63)
    assert session.state is SessionState.RUNNING
    assert session.left_s == 0
    assert session.progress == 1
    run(session, clock, 3)
    assert session.state is SessionState.ENDED
    assert session.done_s == 60


def test_a_pause_does_not_count(clock):
    session = Session(plan_of(60, 30), clock)
    run(session, clock, 10)
    session.pause()
    assert session.state is SessionState.PAUSED
    assert run(session, clock, 100) == []
    session.resume()
    assert session.done_s == pytest.approx(10 - LEAD_S)
    assert [cue.at_s for cue in run(session, clock, 25)] == [30]


def test_a_suspended_computer_pauses_at_the_moment_it_began(clock):
    session = Session(plan_of(600, 300), clock)
    run(session, clock, 20)
    done_s = session.done_s
    clock.advance(3600)
    assert session.tick() == []
    assert session.state is SessionState.PAUSED
    assert session.done_s == done_s
    session.resume()
    run(session, clock, 1)
    assert session.done_s == pytest.approx(done_s + 1)


def test_suspend_is_noticed_where_only_the_clock_on_the_wall_ran_on(clock):
    session = Session(plan_of(600), clock)
    run(session, clock, 20)
    clock.set(clock.now().replace(year=2027))
    session.tick()
    assert session.state is SessionState.PAUSED


def test_a_wall_clock_set_back_a_day_changes_nothing(clock):
    session = Session(plan_of(600), clock)
    run(session, clock, 20)
    clock.set(clock.now().replace(day=22))
    run(session, clock, 1)
    assert session.state is SessionState.RUNNING
    assert session.done_s == pytest.approx(21 - LEAD_S)


def test_ending_early_keeps_what_was_done(clock):
    session = Session(plan_of(60, 0, 30), clock)
    run(session, clock, 12)
    session.end()
    done = session.done()
    assert session.state is SessionState.ENDED_EARLY
    assert (done.ending, done.planned_s) == (Ending.EARLY, 60)
    assert done.done_s == pytest.approx(12 - LEAD_S)


def test_ending_an_open_ended_session_is_its_end(clock):
    session = Session(plan_of(None), clock)
    run(session, clock, 30)
    session.end()
    assert session.state is SessionState.ENDED
    assert session.done().planned_s is None
    assert session.progress is None


def test_ending_while_paused_or_settling_works_too(clock):
    session = Session(plan_of(60, prepare_s=20), clock)
    run(session, clock, 5)
    session.pause()
    session.end()
    assert session.state is SessionState.ENDED_EARLY
    assert session.done_s == 0


def test_an_open_ended_session_rings_on_and_on(clock):
    session = Session(plan_of(None, again=Again(60, BellKind.BAR)), clock)
    due = run(session, clock, 3 * 3600 + 1)
    assert [cue.at_s for cue in due] == [60.0 * n for n in range(1, 181)]


def test_bells_can_be_had_ahead_of_their_time_once(clock):
    bell = Bell(10.0, BellKind.BOWL)
    session = Session(Plan("test", 60, (bell,)), clock)
    run(session, clock, 10)
    [(ahead, in_s)] = session.bells_ahead(0.5)
    assert ahead == bell
    assert in_s == pytest.approx(LEAD_S)
    assert session.bells_ahead(0.5) == []
    assert run(session, clock, 1) == [bell]


def test_nothing_is_handed_out_ahead_while_paused_or_after_the_end(clock):
    session = Session(Plan("test", 60, (Bell(1.0),)), clock)
    session.pause()
    assert session.bells_ahead(10) == []
    session.end()
    assert session.bells_ahead(10) == []


@pytest.mark.parametrize("times", [(5, 1), (-1, 1)])
def test_a_plan_out_of_order_is_refused(times):
    with pytest.raises(UsageError):
        plan_of(60, *times)


def test_a_plan_of_no_time_is_refused():
    with pytest.raises(UsageError):
        plan_of(0)


actions = st.one_of(
    st.tuples(st.just("wait"), st.floats(0, 20)),
    st.tuples(st.sampled_from(["pause", "resume", "end", "tick"]), st.just(0.0)),
)


@given(
    length_s=st.one_of(st.none(), st.floats(1, 200)),
    times=st.lists(st.floats(0, 220), max_size=8).map(sorted),
    prepare_s=st.floats(0, 60),
    every_s=st.floats(1, 60),
    script=st.lists(actions, max_size=60),
)
def test_any_sequence_keeps_time_and_order(length_s, times, prepare_s, every_s, script):
    clock = MovableClock()
    again = Again(every_s, BellKind.BAR) if length_s is None and not times else None
    plan = plan_of(length_s, *times, prepare_s=prepare_s, again=again)
    session = Session(plan, clock)
    seen, ahead, last_s = [], [], session.position_s
    for action, seconds in script:
        if action == "wait":
            clock.advance(seconds)
        elif action != "tick":
            getattr(session, action)()
        was_final = session.state.final
        ahead += [cue for cue, _ in session.bells_ahead(0.3)]
        seen += session.tick()
        assert session.position_s >= last_s
        assert session.done_s >= 0
        assert length_s is None or session.done_s <= length_s
        assert not was_final or session.state.final
        last_s = session.position_s
    assert [cue.at_s for cue in seen] == sorted(cue.at_s for cue in seen)
    assert [cue.at_s for cue in ahead] == sorted(cue.at_s for cue in ahead)
    assert seen == [cue for cue, _ in zip(plan.stream(), seen, strict=False)]
    if session.state is SessionState.ENDED and length_s is not None and session.position_s >= (plan.end_s or 0):
        assert len(seen) == len(times)
    session.end()
    assert session.state.final
