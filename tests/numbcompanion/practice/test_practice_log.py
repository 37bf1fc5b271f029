"""The log of what was practised."""

import pytest

from numbcompanion.companion import Companion
from numbcompanion.practice.helped import Helped
from numbcompanion.practice.plans import Caption, Plan
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


def keep(log, clock, practice="orienting", before=None, after=None, **settings):
    clock.advance(60)
    done = SessionDone(practice, clock.now(), 60, 60.0, Ending.COMPLETE, settings, before, after)
    return log.keep(done)


def test_what_is_none_stays_as_it_was_when_more_is_said(log, clock):
    record = keep(log, clock, before=2, after=4)
    log.describe(record.id, note="Blue.")
    log.describe(record.id, depth_after=5)
    log.describe(record.id, depth_before=1)
    [kept] = log.recent()
    assert (kept.depth_before, kept.depth_after, kept.note) == (1, 5, "Blue.")


def test_i_felt_nothing_to_say_is_an_answer_too(log, clock):
    record = keep(log, clock, before=2, after=4)
    described = log.describe(record.id, depth_after=None, says_depth_after=True)
    assert described.depth_after is None
    [kept] = log.recent()
    assert (kept.depth_before, kept.depth_after) == (2, None)
    assert log.describe(record.id, depth_after=0, says_depth_after=True).depth_after == 0


def test_saying_something_later_is_written_down_as_a_change(log, clock):
    record = keep(log, clock)
    clock.advance(300)
    described = log.describe(record.id, note="Later.")
    assert described.changed == clock.now() > record.changed
    assert described.created == record.created
    assert log.recent() == [described]


def test_the_log_is_read_page_by_page(log, clock):
    kept = [keep(log, clock, f"practice {number}") for number in range(7)]
    newest = kept[::-1]
    assert log.recent(3) == newest[:3]
    assert log.recent(3, skip=3) == newest[3:6]
    assert log.recent(3, skip=6) == newest[6:]
    assert log.recent(3, skip=7) == []
    assert log.count() == 7


def test_of_two_that_began_at_once_the_one_kept_later_comes_first(log, clock):
    done = SessionDone("orienting", clock.now(), 60, 60.0, Ending.COMPLETE)
    first, second = log.keep(done), log.keep(done)
    assert log.recent() == [second, first]


def test_what_was_deleted_is_gone_everywhere_and_comes_back_whole(log, clock):
    settings = TimerSettings(minutes=7)
    other = keep(log, clock)
    record = keep(log, clock, TIMER, 1, 3, **settings.kept())
    again = keep(log, clock, TIMER, 1, 3, **settings.kept())
    log.delete(again.id)
    log.delete(record.id)
    assert log.recent() == [other]
    assert log.count() == 1
    assert log.last_timer() is None
    assert log.helped() == {}
    assert log.describe(record.id, note="x") is None
    log.restore(record.id)
    log.restore(again.id)
    assert log.recent() == [again, record, other]
    assert log.last_timer() == settings
    assert log.helped() == {TIMER: Helped(2, 2.0)}


def test_deleting_what_is_not_there_is_no_trouble(log):
    log.delete("no such session")
    log.restore("no such session")
    assert log.count() == 0


def test_a_session_moved_at_once_to_orienting_is_kept(log, clock):
    session = Session(Plan("body-scan", 300.0, prepare_s=10.0), clock)
    session.orient(Plan("orienting", 60.0, (Caption(0.0, "Look around."),)))
    for _ in range(20):
        clock.advance(1)
        session.tick()
    session.end()
    record = log.keep(session.done())
    assert (record.practice, record.planned_s, record.done_s) == ("body-scan", 300, 0.0)
    assert record.ending is Ending.MOVED_TO_ORIENTING
    assert record.settings["orienting_s"] == pytest.approx(19.6)
    assert log.recent() == [record]


def test_what_was_moved_and_left_in_the_same_breath_is_not_kept(log, clock):
    session = Session(Plan("body-scan", 300.0), clock)
    session.orient(Plan("orienting", 60.0))
    session.end()
    assert log.keep(session.done()) is None


def test_how_it_was_done_and_what_was_answered_come_back_as_they_were(log, clock, home, key_store, practices):
    script = practices["body-scan"]
    choices = list(script.every_choice())[-1]
    answers = {"size": [7, 4, 0], "word": ["tired", "שקט 🌙"]}
    record = keep(log, clock, script.slug, 0, 10, **choices.kept(), answers=answers)
    assert script.from_kept(record.settings) == choices
    again = Companion(home, clock, [key_store])
    again.open()
    try:
        assert again.practice_log.recent() == [record]
        assert again.practice_log.recent()[0].settings["answers"] == answers
    finally:
        again.close()


def test_only_what_has_both_numbers_says_whether_it_helped(log, clock):
    keep(log, clock, "rain", 2, 5)
    keep(log, clock, "rain", 4, 3)
    keep(log, clock, "wave", None, 9)
    keep(log, clock, "wave", 1, None)
    keep(log, clock, "cool-water", 0, 0)
    assert log.helped() == {"rain": Helped(2, 1.0), "cool-water": Helped(1, 0.0)}
