"""What a session tells whoever drives it: when something comes next, and what it would be kept as now."""

import pytest

from numbcompanion.practice.plans import LEAD_S, Bell, Caption, Plan
from numbcompanion.practice.records import Ending
from numbcompanion.practice.session import Session


def test_the_next_moment_is_the_beginning_a_cue_the_end_or_the_last_stroke(clock) -> None:
    session = Session(Plan("test", 60, (Caption(10.0, "Look."), Bell(60.0), Bell(65.0)), 5.0), clock)
    nexts = []
    while session.until_next_s is not None:
        nexts.append(session.until_next_s)
        step_s = min(session.until_next_s, 4.0)
        clock.advance(step_s)
        session.tick()
    assert nexts[:2] == [5.0, 1.0]
    assert session.position_s == pytest.approx(65)
    assert session.state.final


def test_an_open_ended_silence_has_only_its_beginning_ahead(clock) -> None:
    session = Session(Plan("test", None), clock)
    assert session.until_next_s == pytest.approx(LEAD_S)
    clock.advance(1)
    session.tick()
    assert session.until_next_s is None


def test_while_the_last_strokes_ring_it_is_complete_already(clock) -> None:
    session = Session(Plan("test", 2, (Bell(2.0), Bell(7.0))), clock)
    clock.advance(1)
    session.tick()
    assert session.done().ending is Ending.EARLY
    clock.advance(3)
    session.tick()
    assert not session.state.final
    assert session.done().ending is Ending.COMPLETE
    session.end()
    assert session.done().ending is Ending.COMPLETE
