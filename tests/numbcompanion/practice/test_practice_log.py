"""The log of what was practised."""

import pytest

from numbcompanion.practice.records import Ending, SessionDone
from numbcompanion.practice.session import Session
from numbcompanion.practice.timer import TIMER, TimerSettings, timer_plan


@pytest.fixture
def log(companion):
    return companion.practice_log


def sit(clock, settings: TimerSettings, seconds: float) -> SessionDone:
    session = Session(timer_plan(settings), clock)
    for _ in range(round(seconds)):
        clock.advance(1)
        session.tick()
    session.end()
    return session.done()


def test_a_session_stopped_early_is_kept_as_what_it_was(log, clock):
    record = log.keep(sit(clock, TimerSettings(minutes=5, prepare_s=0), 90))
    assert (record.practice, record.planned_s, record.ending) == (TIMER, 300, Ending.EARLY)
    assert record.done_s == pytest.approx(89.6)
    assert log.recent() == [record]
    assert log.count() == 1


def test_less_than_a_second_is_not_kept(log, clock):
    assert log.keep(sit(clock, TimerSettings(prepare_s=20), 10)) is None
    assert log.count() == 0


def test_the_session_belongs_to_the_day_it_began_on(log, clock):
    began = clock.now().replace(hour=23, minute=59)
    clock.set(began)
    record = log.keep(sit(clock, TimerSettings(minutes=30), 600))
    assert record.moment.at == began
    assert record.moment.local_date.isoformat() == "2026-11-23"
    assert record.moment.zone_name == "Europe/Dublin"


def test_the_newest_come_first_and_only_as_many_as_asked(log, clock):
    kept = [log.keep(sit(clock, TimerSettings(minutes=minutes, prepare_s=0), 20)) for minutes in (1, 2, 3)]
    assert log.recent(2) == [kept[2], kept[1]]


def test_the_last_timer_is_set_again_also_after_other_practices(log, clock):
    settings = TimerSettings(minutes=None, prepare_s=5, interval_min=4)
    assert log.last_timer() is None
    log.keep(sit(clock, settings, 30))
    log.keep(SessionDone("orienting", clock.now(), 60, 60.0, Ending.COMPLETE))
    assert log.last_timer() == settings


def test_words_can_be_added_afterwards(log, clock):
    record = log.keep(SessionDone("orienting", clock.now(), 60, 60.0, Ending.COMPLETE))
    log.describe(record.id, note="The window was blue. 🪟", depth_after=0)
    [kept] = log.recent()
    assert (kept.note, kept.depth_before, kept.depth_after) == ("The window was blue. 🪟", None, 0)
    assert log.describe("no such session", note="x") is None
