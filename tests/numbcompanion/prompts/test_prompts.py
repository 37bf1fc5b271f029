from datetime import UTC, date, datetime, timedelta

import pytest

from numbcompanion.prompts.records import Outcome, PauseLength, Reason
from numbcompanion.prompts.sentences import detail, outcome, why

MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.fixture
def prompts(companion, clock):
    clock.set(MORNING)
    companion.prompts.ask_for(2)
    return companion.prompts


def wait_for_next(prompts, clock):
    coming = prompts.next()
    clock.advance((coming.at - clock.now()).total_seconds())
    return coming.due


def test_none_are_sent_before_anybody_asked_for_them(companion):
    assert companion.prompts.next().due is None
    assert why(companion.prompts.next()) == "You asked for none."


def test_what_was_asked_for_is_in_force_at_once_and_kept(prompts, companion):
    assert prompts.next().due is not None
    assert companion.preferences.current.prompts_per_day == 2
    assert prompts.rule() == prompts.rule()


def test_a_change_of_the_preferences_alone_is_noticed(prompts, companion):
    companion.preferences.change(prompts_per_day=4, prompts_to_hour=24)
    assert prompts.rule().per_day == 4
    assert prompts.rule().end.hour == 0


def test_a_prompt_is_offered_once(prompts, clock):
    due = wait_for_next(prompts, clock)
    assert prompts.offer(due)
    assert not prompts.offer(due)
    prompts.finish(due.key, Outcome.ANSWERED)
    assert not prompts.offer(due)
    assert prompts.next().due.key != due.key


def test_a_restart_neither_draws_again_nor_offers_again(prompts, clock, companion):
    from numbcompanion.prompts.prompts import Prompts

    due = wait_for_next(prompts, clock)
    prompts.offer(due)
    following = prompts.next().due
    restarted = Prompts(companion.store, clock, companion.preferences)
    assert restarted.next().due == following
    assert not restarted.offer(due)


def test_nothing_comes_in_the_first_five_minutes_after_a_start(prompts, clock, companion):
    from numbcompanion.prompts.prompts import Prompts

    due = wait_for_next(prompts, clock)
    restarted = Prompts(companion.store, clock, companion.preferences)
    assert restarted.next().due == due
    assert restarted.next().at == clock.now() + timedelta(minutes=5)


def test_later_asks_once_again_and_then_no_more(prompts, clock):
    due = wait_for_next(prompts, clock)
    prompts.offer(due)
    clock.advance(60)
    prompts.finish(due.key, Outcome.LATER)
    again = prompts.next()
    assert again.at == clock.now() + timedelta(minutes=20)
    assert why(again).endswith("because you said “Later”.")
    clock.advance(20 * 60)
    assert prompts.offer(again.due)
    assert not prompts.offer(again.due)
    prompts.finish(due.key, Outcome.ANSWERED)
    assert prompts.next().due.key != due.key
    event = prompts.recent(1)[0]
    assert outcome(event) == "later → answered"


def test_a_held_prompt_is_offered_when_the_practice_has_ended(prompts, clock):
    due = wait_for_next(prompts, clock)
    assert prompts.hold(due, Reason.PRACTICE)
    clock.advance(10 * 60)
    assert prompts.offer(due)
    clock.advance(40)
    prompts.finish(due.key, Outcome.ANSWERED)
    event = prompts.recent(1)[0]
    assert event.reason is Reason.PRACTICE
    assert detail(event, "Europe/Dublin").startswith("waited for your practice; offered at ")
    assert detail(event, "Europe/Dublin").endswith("after 40 s")


def test_an_unanswered_prompt_expires_and_the_unseen_are_written_down_once(prompts, clock):
    first = wait_for_next(prompts, clock)
    prompts.offer(first)
    clock.set(MORNING + timedelta(hours=16))
    prompts.settle()
    prompts.settle()
    events = {event.key: event for event in prompts.recent()}
    assert len(events) == 2
    assert events.pop(first.key).outcome is Outcome.EXPIRED
    missed = next(iter(events.values()))
    assert (missed.outcome, missed.reason) == (Outcome.NOT_SHOWN, Reason.AWAY)


def test_a_month_away_leaves_no_list_of_what_was_missed(prompts, clock):
    clock.advance(30 * 24 * 3600)
    prompts.settle()
    assert len(prompts.recent(100)) <= 4


def test_a_pause_for_an_hour_for_today_and_until_i_say_so(prompts, clock):
    prompts.pause_for(3600)
    assert prompts.next().at >= clock.now() + timedelta(hours=1)
    prompts.pause_today()
    assert prompts.next().at.date() == date(2026, 11, 24)
    prompts.pause()
    assert prompts.next().at is None
    prompts.resume()
    assert prompts.next().at.date() == date(2026, 11, 23)


def test_what_fell_into_a_pause_says_so(prompts, clock):
    prompts.pause()
    clock.set(MORNING + timedelta(hours=16))
    prompts.resume()
    assert {event.reason for event in prompts.recent()} == {Reason.PAUSED}


def test_a_check_in_of_ones_own_answers_the_open_prompt(prompts, clock):
    due = wait_for_next(prompts, clock)
    prompts.offer(due)
    prompts.answer_open()
    assert prompts.recent(1)[0].outcome is Outcome.ANSWERED


def test_an_old_unanswered_prompt_is_not_taken_for_answered(prompts, clock):
    due = wait_for_next(prompts, clock)
    prompts.offer(due)
    clock.advance(3600)
    prompts.answer_open()
    assert prompts.recent(1)[0].outcome is Outcome.SHOWN


def test_a_clock_set_back_a_day_brings_nothing_twice_and_keeps_the_gap(prompts, clock):
    shown = []
    for _ in range(4):
        due = wait_for_next(prompts, clock)
        assert prompts.offer(due)
        prompts.finish(due.key, Outcome.ANSWERED)
        shown.append(due.key)
    set_back = clock.now() - timedelta(days=1)
    clock.set(set_back)
    for _ in range(6):
        due = wait_for_next(prompts, clock)
        assert clock.now() - set_back >= timedelta(hours=3)
        assert prompts.offer(due)
        shown.append(due.key)
    assert len(shown) == len(set(shown))


def test_waking_up_is_followed_by_five_quiet_minutes(prompts, clock):
    wait_for_next(prompts, clock)
    plan = prompts.woke()
    assert plan.next(clock.now(), "Europe/Dublin").at == clock.now() + timedelta(minutes=5)


def test_a_rule_that_cannot_be_read_is_made_anew(prompts, companion):
    with companion.store.writing() as rows:
        rows.connection.exec_driver_sql("UPDATE prompt_rules SET settings = '{}'")
    assert prompts.next().due is not None


@pytest.mark.parametrize("length", PauseLength)
def test_every_length_of_pause_can_be_chosen(prompts, clock, length):
    prompts.pause_by(length)
    coming = prompts.next()
    assert coming.pause is not None
    assert coming.at is None or coming.at > clock.now() + timedelta(minutes=59)
