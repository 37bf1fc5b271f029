"""Breath patterns: what can be breathed, and the phases that follow from it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numbcompanion.errors import UsageError
from numbcompanion.practice.breath import (
    LONGEST_BREATH_S,
    LONGEST_PHASE_S,
    SHORTEST_PHASE_S,
    BreathPattern,
    Pacing,
    Phase,
    PhaseKind,
)
from numbcompanion.practice.plans import Plan

TEN_MINUTES_S = 600.0
seconds = st.floats(SHORTEST_PHASE_S, 15.0)
moving = dict.fromkeys((PhaseKind.IN, PhaseKind.OUT), seconds)
more = {kind: st.none() | seconds for kind in (PhaseKind.TOP_UP, PhaseKind.HOLD, PhaseKind.REST)}


def pattern_of(parts):
    return BreathPattern(tuple(Phase(kind, parts[kind]) for kind in PhaseKind if parts.get(kind)))


patterns = (
    st.fixed_dictionaries({**moving, **more})
    .filter(lambda parts: 2.0 <= sum(s for s in parts.values() if s) <= LONGEST_BREATH_S)
    .map(pattern_of)
)


@st.composite
def pacings(draw):
    pattern = draw(patterns)
    if not draw(st.booleans()):
        return Pacing(pattern)
    begin = BreathPattern(tuple(Phase(phase.kind, draw(st.floats(1.0, 12.0))) for phase in pattern.phases))
    return Pacing(pattern, begin, draw(st.floats(1.0, 600.0)))


@given(pacing=pacings(), start_s=st.floats(0, 3600), lasts_s=st.floats(0, 900))
def test_the_phases_of_whole_breaths_follow_each_other_without_a_gap(pacing, start_s, lasts_s):
    phases = list(pacing.phases(start_s, start_s + lasts_s))
    kinds = [phase.kind for phase in pacing.pattern.phases]
    assert [phase.kind for phase in phases] == kinds * (len(phases) // len(kinds))
    assert [phase.breath for phase in phases] == [n // len(kinds) for n in range(len(phases))]
    for phase, following in pairwise(phases):
        assert following.at_s == phase.at_s + phase.lasts_s
    if phases:
        assert phases[0].at_s == start_s
        assert phases[-1].at_s + phases[-1].lasts_s <= start_s + lasts_s + 0.02
        assert start_s + lasts_s - phases[-1].at_s - phases[-1].lasts_s < 60.02


@given(pacing=pacings(), position_s=st.floats(0, TEN_MINUTES_S))
def test_at_every_moment_there_is_one_phase_and_it_is_the_right_one(pacing, position_s):
    phases = tuple(pacing.phases(0.0, TEN_MINUTES_S))
    phase = Plan("breath", TEN_MINUTES_S, phases=phases).phase_at(position_s)
    end_s = phases[-1].at_s + phases[-1].lasts_s
    if position_s >= end_s:
        assert phase is None
    else:
        assert phase.at_s <= position_s < phase.at_s + phase.lasts_s
        assert 0.0 <= phase.fraction(position_s) <= 1.0


@given(pattern=patterns)
def test_over_ten_minutes_every_breath_is_as_long_as_planned(pattern):
    begins = [phase.at_s for phase in Pacing(pattern).phases(0.0, TEN_MINUTES_S) if phase.kind is PhaseKind.IN]
    assert len(begins) == pytest.approx(TEN_MINUTES_S / pattern.period_s, abs=1)
    for number, at_s in enumerate(begins):
        assert at_s == pytest.approx(number * pattern.period_s, rel=1e-9, abs=1e-6)


@given(pacing=pacings().filter(lambda pacing: pacing.begin is not None))
def test_over_ten_minutes_a_breath_that_grows_keeps_to_its_plan(pacing):
    begins = [phase.at_s for phase in pacing.phases(0.0, TEN_MINUTES_S + 120) if phase.kind is PhaseKind.IN]
    planned_s, old_s, new_s = 0.0, pacing.begin.period_s, pacing.pattern.period_s
    for at_s, following_s in pairwise(begins):
        grown = min(1.0, planned_s / pacing.ramp_s)
        assert at_s == pytest.approx(planned_s, rel=1e-6, abs=1e-6)
        assert following_s - at_s == pytest.approx(old_s + grown * (new_s - old_s), rel=1e-3)
        planned_s += old_s + grown * (new_s - old_s)


def test_the_coherent_breath_over_ten_minutes_is_within_a_thousandth():
    pacing = Pacing(BreathPattern.parse("in 5.45, out 5.45"), BreathPattern.parse("in 4, out 4"), 60.0)
    begins = [phase.at_s for phase in pacing.phases(0.0, TEN_MINUTES_S) if phase.kind is PhaseKind.IN]
    grown = [at_s for at_s in begins if at_s >= 60.0]
    period_s = (grown[-1] - grown[0]) / (len(grown) - 1)
    assert period_s == pytest.approx(10.9, rel=0.0001)
    assert begins[1] == 8.0
    assert all(8.0 <= later - earlier <= 10.9 + 1e-9 for earlier, later in pairwise(begins))
    assert Pacing(BreathPattern.parse("in 5.45, out 5.45")).pattern.breaths_a_minute == pytest.approx(5.5, abs=0.01)


@given(pattern=patterns)
def test_a_pattern_is_written_so_that_it_can_be_read_again(pattern):
    again = BreathPattern.parse(str(pattern))
    assert [phase.kind for phase in again.phases] == [phase.kind for phase in pattern.phases]
    assert again.period_s == pytest.approx(pattern.period_s, rel=1e-5)
    assert str(again) == str(pattern)


@given(
    text=st.text(max_size=40)
    | st.lists(st.sampled_from(["in", "out", "hold", "4", "0", "-1", "nan", ",", " "])).map(" ".join)
)
def test_whatever_is_written_it_is_read_or_refused_in_a_sentence(text):
    try:
        pattern = BreathPattern.parse(text)
    except UsageError as error:
        assert str(error).endswith(".")
    else:
        assert 2.0 <= pattern.period_s <= 60.0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a part of a breath"),
        ("in", "not a part of a breath"),
        ("in four, out 4", "not a part of a breath"),
        ("in 4 out 4", "not a part of a breath"),
        ("in 4,, out 4", "not a part of a breath"),
        ("in -4, out 4", "not a part of a breath"),
        ("in nan, out 4", "not a part of a breath"),
        ("in inf, out 4", "not a part of a breath"),
        ("wait 4, out 4", "not a part of a breath"),
        ("in 0, out 0", "half a second to 30"),
        ("in 0, out 4", "half a second to 30"),
        ("in 4, out 0", "half a second to 30"),
        ("in 4, top-up 0, out 4", "half a second to 30"),
        ("in 3600, out 3600", "half a second to 30"),
        ("in 30.1, out 4", "half a second to 30"),
        ("in 0.4, out 4", "half a second to 30"),
        ("in 0.5, out 1", "2 to 60 seconds"),
        ("in 25, hold 25, out 25", "2 to 60 seconds"),
        ("out 4", "begins with one “in”"),
        ("out 4, in 4", "begins with one “in”"),
        ("in 4", "has one “out”"),
        ("in 4, in 4, out 4", "begins with one “in”"),
        ("in 4, out 4, out 4", "has one “out”"),
        ("hold 4, in 4, out 4", "begins with one “in”"),
        ("in 4, out 4, top-up 1", "come in this order"),
        ("in 4, hold 2, top-up 1, out 4", "come in this order"),
        ("in 4, hold 2, hold 2, out 4", "come in this order"),
        ("in 4, rest 2, out 4", "come in this order"),
        ("in 4, out 4, rest 2, hold 2", "come in this order"),
    ],
)
def test_what_cannot_be_breathed_is_refused_in_a_sentence(text, reason):
    with pytest.raises(UsageError, match=reason):
        BreathPattern.parse(text)


def test_a_hold_or_rest_of_none_is_left_out():
    assert str(BreathPattern.parse("in 4, hold 0, out 4, rest 0")) == "in 4, out 4"
    assert BreathPattern.of(4, 0, 6) == BreathPattern.parse("in 4, out 6")
    assert BreathPattern.of(4, 7, 8, 1) == BreathPattern.parse("in 4, hold 7, out 8, rest 1")


def test_a_hold_after_the_breath_out_is_a_rest():
    assert BreathPattern.parse("in 4, hold 4, out 4, hold 4") == BreathPattern.parse("in 4, hold 4, out 4, rest 4")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("in 4, out 4", False),
        ("in 2, top-up 1, out 6", False),
        ("in 4, hold 1, out 4", True),
        ("in 4, out 4, rest 1", True),
    ],
)
def test_it_knows_whether_the_breath_is_held(text, holds):
    assert BreathPattern.parse(text).holds is holds


def test_the_seconds_of_a_part_that_is_not_there_are_none():
    pattern = BreathPattern.parse("in 4, hold 7, out 8")
    assert [pattern.seconds(kind) for kind in PhaseKind] == [4.0, 0.0, 7.0, 8.0, 0.0]
    assert LONGEST_PHASE_S == 30.0


@pytest.mark.parametrize("ramp_s", [0.0, -1.0, 601.0, 3600.0, float("nan")])
def test_a_ramp_without_time_or_of_an_hour_is_refused(ramp_s):
    even = BreathPattern.parse("in 4, out 4")
    with pytest.raises(UsageError, match="one second to ten minutes"):
        Pacing(even, even, ramp_s)


def test_a_pattern_can_only_grow_into_one_with_the_same_parts():
    with pytest.raises(UsageError, match="the same parts"):
        Pacing(BreathPattern.parse("in 4, hold 4, out 4"), BreathPattern.parse("in 4, out 4"), 60.0)


def test_where_no_whole_breath_fits_there_is_none():
    assert list(Pacing(BreathPattern.parse("in 4, out 4")).phases(0.0, 7.0)) == []
