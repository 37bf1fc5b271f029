"""Breathing at one's own pace: the person leads; then the pacer, a little slower."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numbcompanion.practice.breath import PhaseKind
from numbcompanion.practice.own_pace import (
    FOLLOWED_BREATHS,
    MOST_SLOWED_A_MINUTE,
    SLOWEST_BREATH_S,
    OwnPace,
    Rhythm,
)

rhythms = st.tuples(st.floats(0.5, 14.0), st.floats(0.5, 14.0))


def breathe(pace, in_s=3.0, out_s=4.0, times=4, at_s=0.0):
    """Press for breathing in, let go for breathing out, so many times; return when the last breath out is over."""
    for _ in range(times):
        pace.press(at_s)
        pace.release(at_s + in_s)
        at_s += in_s + out_s
    return at_s


def led(pace, begins_s, lasts_s, step_s=0.5):
    """Every phase the pacer leads in so many seconds."""
    phases = []
    for n in range(int(lasts_s / step_s)):
        phase = pace.phase(begins_s + n * step_s)
        if not phases or phases[-1] != phase:
            phases.append(phase)
    return phases


def test_before_the_first_press_there_is_nothing_to_follow():
    pace = OwnPace()
    assert pace.phase(12.0) is None
    assert pace.following
    assert pace.rhythm is None
    assert pace.still_to_follow == FOLLOWED_BREATHS
    pace.release(13.0)
    assert pace.phase(14.0) is None


def test_it_follows_every_press_at_once():
    pace = OwnPace()
    pace.press(10.0)
    assert (pace.phase(10.0).kind, pace.phase(10.0).at_s) == (PhaseKind.IN, 10.0)
    assert pace.phase(19.0).kind is PhaseKind.IN, "for as long as the key is held"
    pace.release(19.0)
    assert (pace.phase(19.0).kind, pace.phase(19.0).at_s) == (PhaseKind.OUT, 19.0)


def test_it_takes_the_rhythm_of_the_last_breaths():
    pace = OwnPace()
    at_s = breathe(pace, 2.0, 3.0, times=12)
    breathe(pace, 4.0, 5.0, times=5, at_s=at_s)
    assert pace.rhythm == Rhythm(4.0, 5.0)


def test_it_leads_after_three_breaths_when_no_press_comes():
    pace = OwnPace()
    for times in range(FOLLOWED_BREATHS):
        pace.press(times * 7.0)
        assert pace.still_to_follow == FOLLOWED_BREATHS - times
        pace.release(times * 7.0 + 3.0)
    pace.press(21.0)
    assert pace.still_to_follow == 0
    pace.release(24.0)
    assert pace.phase(28.0).kind is PhaseKind.OUT, "there is time for a late press"
    assert pace.following
    lead = pace.phase(29.6)
    assert not pace.following
    assert (lead.kind, lead.at_s, lead.lasts_s) == (PhaseKind.IN, 28.0, 3.0)


def test_it_never_leads_while_a_breath_in_is_held_or_before_three_breaths():
    pace = OwnPace()
    at_s = breathe(pace, times=FOLLOWED_BREATHS)
    assert pace.phase(at_s + 600).kind is PhaseKind.OUT
    assert pace.following
    pace.press(at_s + 1)
    assert pace.phase(at_s + 600).kind is PhaseKind.IN
    assert pace.following


def test_a_new_press_takes_the_lead_back():
    pace = OwnPace()
    at_s = breathe(pace)
    last = led(pace, at_s, 60.0)[-1]
    assert not pace.following
    pace.press(at_s + 60.0)
    assert pace.following
    assert pace.still_to_follow == FOLLOWED_BREATHS
    phase = pace.phase(at_s + 60.0)
    assert (phase.kind, phase.at_s) == (PhaseKind.IN, at_s + 60.0)
    assert phase.breath > last.breath
    again_s = breathe(pace, 1.5, 1.5, times=4, at_s=at_s + 61.0)
    led(pace, again_s, 10.0)
    assert not pace.following
    assert pace.rhythm.period_s == pytest.approx(3.0, rel=0.02)


@pytest.mark.parametrize(("in_s", "out_s"), [(0.1, 4.0), (3.0, 0.1), (16.0, 4.0), (3.0, 90.0), (0.0, 0.0)])
def test_presses_out_of_the_ordinary_are_left_out_of_the_rhythm(in_s, out_s):
    pace = OwnPace()
    at_s = breathe(pace, times=3)
    at_s = breathe(pace, in_s, out_s, times=1, at_s=at_s)
    breathe(pace, times=1, at_s=at_s)
    assert pace.rhythm == Rhythm(3.0, 4.0)


def test_one_odd_breath_does_not_change_the_rhythm():
    pace = OwnPace()
    at_s = breathe(pace, times=3)
    at_s = breathe(pace, 9.0, 12.0, times=1, at_s=at_s)
    breathe(pace, times=1, at_s=at_s)
    assert pace.rhythm.period_s <= 7.0 * 1.2


def test_a_press_without_letting_go_before_begins_a_new_breath():
    pace = OwnPace()
    pace.press(0.0)
    pace.press(5.0)
    pace.release(8.0)
    assert (pace.phase(8.0).kind, pace.phase(8.0).at_s) == (PhaseKind.OUT, 8.0)
    assert pace.still_to_follow == FOLLOWED_BREATHS


@given(rhythm=rhythms, slowed=st.floats(-1.0, 5.0))
def test_it_slows_by_at_most_a_tenth_in_any_minute(rhythm, slowed):
    pace = OwnPace(slowed_a_minute=slowed)
    end_s = breathe(pace, *rhythm)
    begins_s = end_s + rhythm[0]
    phases = [phase for phase in led(pace, begins_s, 900.0, step_s=0.25) if phase.kind is PhaseKind.IN]
    periods = [(one.at_s, two.at_s, two.at_s - one.at_s) for one, two in pairwise(phases)]
    for number, (_, ends_s, period_s) in enumerate(periods):
        for later_begins_s, _, later_period_s in periods[number:]:
            # A minute from the last moment of the one breath to the first of the other.
            if later_begins_s - ends_s > 60.0:
                break
            assert later_period_s <= period_s * (1 + MOST_SLOWED_A_MINUTE) + 1e-9
            assert later_period_s >= period_s - 1e-9


@given(rhythm=rhythms)
def test_it_gets_slower_but_never_slower_than_the_slowest(rhythm):
    pace = OwnPace()
    end_s = breathe(pace, *rhythm)
    own_s = sum(rhythm)
    pace.phase(end_s + rhythm[0])
    pace.phase(end_s + 3600.0)
    assert pace.rhythm.period_s <= max(SLOWEST_BREATH_S, own_s) + 1e-6
    assert pace.rhythm.period_s >= own_s - 1e-6
    if own_s < SLOWEST_BREATH_S:
        assert pace.rhythm.period_s == pytest.approx(SLOWEST_BREATH_S)
        assert pace.rhythm.in_s / pace.rhythm.out_s == pytest.approx(rhythm[0] / rhythm[1])


def test_a_usual_breath_is_a_little_slower_after_a_minute():
    pace = OwnPace()
    end_s = breathe(pace)
    pace.phase(end_s + 2.0)
    pace.phase(end_s + 62.0)
    assert 7.0 * 1.03 < pace.rhythm.period_s < 7.0 * 1.07


actions = st.tuples(st.sampled_from(["press", "release", "phase"]), st.floats(0, 40))


@given(actions=st.lists(actions, max_size=80))
def test_whatever_is_pressed_no_time_goes_back(actions):
    pace = OwnPace()
    now_s = last_s = 0.0
    last_breath = 0
    for action, seconds in actions:
        now_s += seconds
        getattr(pace, action)(now_s)
        phase = pace.phase(now_s)
        if phase is None:
            assert last_s == 0.0
            continue
        assert last_s <= phase.at_s <= now_s
        assert phase.breath >= last_breath
        assert phase.lasts_s > 0
        assert 0.0 <= phase.fraction(now_s) <= 1.0
        last_s, last_breath = phase.at_s, phase.breath


@given(rhythm=rhythms, lasts_s=st.floats(60, 900))
def test_while_it_leads_the_phases_follow_each_other_without_a_gap(rhythm, lasts_s):
    pace = OwnPace()
    begins_s = breathe(pace, *rhythm) + rhythm[0]
    phases = led(pace, begins_s, lasts_s, step_s=0.2)
    assert not pace.following
    for phase, following in pairwise(phases):
        assert following.at_s == phase.at_s + phase.lasts_s
        assert {phase.kind, following.kind} == {PhaseKind.IN, PhaseKind.OUT}
