from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numbcompanion.prompts.rules import CheckInRule, due_moments, gaps, window

ZONES = ("Europe/Dublin", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu", "UTC")
HOURS = st.integers(0, 23).map(time)
QUARTERS = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))
DAYS = st.dates(date(2009, 1, 1), date(2035, 12, 31))


def shows_inside(rule: CheckInRule, wall: time) -> bool:
    if rule.start == rule.end:
        return True
    if rule.start < rule.end:
        return rule.start <= wall <= rule.end
    return wall >= rule.start or wall <= rule.end


@given(
    day=DAYS,
    zone_name=st.sampled_from(ZONES),
    start=QUARTERS,
    end=QUARTERS,
    per_day=st.integers(0, 6),
    gap_min=st.integers(0, 600),
    home_id=st.uuids().map(str),
)
def test_every_draw_keeps_number_gap_and_window(day, zone_name, start, end, per_day, gap_min, home_id):
    rule = CheckInRule(per_day=per_day, start=start, end=end, gap=timedelta(minutes=gap_min))
    moments = due_moments(rule, day, zone_name, home_id)
    assert len(moments) <= per_day
    assert all(gap >= rule.gap for gap in gaps(moments))
    for due in moments:
        wall = due.due.astimezone(ZoneInfo(zone_name))
        assert shows_inside(rule, wall.time().replace(microsecond=0))
        assert due.due <= due.latest


@given(day=DAYS, zone_name=st.sampled_from(ZONES), per_day=st.integers(1, 6))
def test_a_restart_does_not_draw_again(day, zone_name, per_day):
    rule = CheckInRule(per_day=per_day)
    assert due_moments(rule, day, zone_name, "a home") == due_moments(rule, day, zone_name, "a home")


def test_another_home_and_another_day_draw_otherwise():
    rule = CheckInRule()
    first = due_moments(rule, date(2026, 11, 23), "UTC", "one")
    assert first != due_moments(rule, date(2026, 11, 23), "UTC", "two")
    assert {d.due.time() for d in first} != {d.due.time() for d in due_moments(rule, date(2026, 11, 24), "UTC", "one")}


def test_the_draws_are_spread_over_the_whole_window():
    rule = CheckInRule(per_day=1)
    hours = {due_moments(rule, date(2026, 1, 1), "UTC", str(n))[0].due.hour for n in range(400)}
    assert hours == set(range(9, 21))


def test_a_day_that_does_not_exist_has_no_prompts():
    assert due_moments(CheckInRule(), date(2011, 12, 30), "Pacific/Apia", "home") == ()


def test_a_window_over_midnight_belongs_to_the_day_it_begins_on():
    rule = CheckInRule(start=time(22), end=time(2), per_day=2, gap=timedelta(hours=1))
    begins, ends = window(rule, date(2026, 11, 23), "UTC")
    assert (begins, ends) == (datetime(2026, 11, 23, 22, tzinfo=UTC), datetime(2026, 11, 24, 2, tzinfo=UTC))
    assert len(due_moments(rule, date(2026, 11, 23), "UTC", "home")) == 2


def test_a_window_too_small_for_the_gap_gives_one():
    rule = CheckInRule(start=time(9), end=time(10), per_day=4)
    assert len(due_moments(rule, date(2026, 11, 23), "UTC", "home")) == 1


@pytest.mark.parametrize(("asked", "kept"), [(-3, 0), (0, 0), (6, 6), (1000, 6)])
def test_the_number_a_day_stays_between_none_and_six(asked, kept):
    assert CheckInRule(per_day=asked).per_day == kept


def test_an_unknown_zone_counts_as_utc():
    rule = CheckInRule()
    there = due_moments(rule, date(2026, 11, 23), "Nowhere/At_All", "home")
    assert there == due_moments(rule, date(2026, 11, 23), "UTC", "home")
