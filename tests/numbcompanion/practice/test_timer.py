"""The silent timer."""

import json

import pytest

from numbcompanion.errors import UsageError
from numbcompanion.practice.plans import Again, BellKind
from numbcompanion.practice.timer import TIMER, TimerSettings, minutes_of, timer_plan


def times(settings: TimerSettings) -> list[float]:
    return [cue.at_s for cue in timer_plan(settings).cues]


def test_bells_at_the_start_in_between_and_at_the_end():
    settings = TimerSettings(minutes=10, interval_min=3, end_bells=2, bell=BellKind.BAR)
    plan = timer_plan(settings)
    assert times(settings) == [0, 180, 360, 540, 600, 605]
    assert {cue.kind for cue in plan.cues} == {BellKind.BAR}
    assert (plan.practice, plan.length_s, plan.prepare_s) == (TIMER, 600, 10)


def test_no_bell_in_between_falls_on_the_end():
    assert times(TimerSettings(minutes=10, interval_min=5, end_bells=1)) == [0, 300, 600]


def test_it_can_be_wholly_silent():
    assert times(TimerSettings(minutes=5, start_bell=False, end_bells=0)) == []


def test_open_ended_has_no_end_bell_but_rings_on():
    plan = timer_plan(TimerSettings(minutes=None, interval_min=5, end_bells=3))
    assert plan.length_s is None
    assert [cue.at_s for cue in plan.cues] == [0]
    assert plan.again == Again(300, BellKind.BOWL)


@pytest.mark.parametrize(
    "wrong",
    [
        TimerSettings(minutes=0),
        TimerSettings(minutes=181),
        TimerSettings(prepare_s=-1),
        TimerSettings(prepare_s=61),
        TimerSettings(interval_min=0),
        TimerSettings(interval_min=181),
        TimerSettings(end_bells=4),
        TimerSettings(end_bells=-1),
        TimerSettings(at_minutes=(0,)),
        TimerSettings(at_minutes=(180,)),
        TimerSettings(at_minutes=(5, 3)),
        TimerSettings(at_minutes=(5, 5)),
        TimerSettings(at_minutes=tuple(range(1, 32))),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(wrong):
    with pytest.raises(UsageError, match=r"^[A-Z].*\.$"):
        timer_plan(wrong)


@pytest.mark.parametrize("right", [TimerSettings(minutes=1), TimerSettings(minutes=180, interval_min=1, end_bells=3)])
def test_the_ends_of_the_range_are_in_it(right):
    assert timer_plan(right).length_s == right.minutes * 60


def test_settings_come_back_as_they_were_kept():
    settings = TimerSettings(None, 0, 7, (), 3, False, BellKind.SMALL_BOWL)
    assert TimerSettings.from_kept(settings.kept()) == settings


def test_settings_with_given_minutes_come_back_too_and_as_they_are_written_in_the_log():
    settings = TimerSettings(25, 10, None, (5, 12, 20), 2, True, BellKind.BAR)
    assert TimerSettings.from_kept(json.loads(json.dumps(settings.kept()))) == settings


@pytest.mark.parametrize(
    "kept",
    [
        *({}, {"minutes": "ten"}, {"bell": "gong"}, {"minutes": 900}, {"new": 1}),
        *({"minutes": 2.5}, {"end_bells": 1.5}, {"prepare_s": float("nan")}, {"at_minutes": None}, {"at_minutes": [0]}),
        *({"at_minutes": ["x"]}, {"bell": None}, None, 5, "minutes", ["minutes"]),
    ],
)
def test_settings_that_cannot_be_read_fall_back_to_the_usual(kept):
    assert TimerSettings.from_kept(kept) == TimerSettings()


def test_bells_at_given_minutes_take_the_place_of_those_that_come_again_and_again():
    settings = TimerSettings(minutes=10, interval_min=2, at_minutes=(1, 5, 9))
    assert times(settings) == [0, 60, 300, 540, 600]


def test_given_minutes_at_or_behind_the_end_do_not_ring():
    assert times(TimerSettings(minutes=10, at_minutes=(5, 10, 15), end_bells=1)) == [0, 300, 600]


def test_open_ended_it_rings_at_given_minutes_and_then_no_more():
    plan = timer_plan(TimerSettings(minutes=None, interval_min=5, at_minutes=(3, 90)))
    assert [cue.at_s for cue in plan.cues] == [0, 180, 5400]
    assert plan.again is None
    assert plan.end_s is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", ()), ("5", (5,)), ("5, 12 20", (5, 12, 20)), ("20,5 , 5", (5, 20)), (" 179 ", (179,))],
)
def test_minutes_can_be_written_as_they_come_to_mind(text, minutes):
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["five", "5.5", "0", "180", "-3", "5;6", " ".join(map(str, range(1, 32)))])
def test_minutes_that_cannot_be_are_refused_in_a_sentence(text):
    with pytest.raises(UsageError, match=r"^[A-Z].*\.$"):
        minutes_of(text)
