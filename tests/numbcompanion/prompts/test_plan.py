from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from numbcompanion.prompts.plan import Plan
from numbcompanion.prompts.records import Hush, Kind, Outcome, Pause, PromptDue, PromptEvent, Reason
from numbcompanion.prompts.rules import CheckInRule, due_moments
from numbcompanion.prompts.sentences import headline, why

ZONE = "Europe/Dublin"
MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)
RULE = CheckInRule()


@pytest.fixture
def plan() -> Plan:
    return Plan("a home", RULE)


@pytest.fixture
def today(plan) -> tuple[PromptDue, ...]:
    return due_moments(RULE, MORNING.date(), ZONE, "a home")


def event(due: PromptDue, outcome: Outcome, offered: datetime | None, finished: datetime | None = None):
    return PromptEvent("id", due.key, due.rule, due.due, offered, outcome, Reason.NONE, finished)


def test_the_first_of_the_day_comes_first(plan, today):
    coming = plan.next(MORNING, ZONE)
    assert coming.due == today[0]
    assert coming.at == today[0].due
    assert coming.due.kind is Kind.CHECK_IN


def test_a_prompt_that_was_shown_does_not_come_again(plan, today):
    shown = plan.shown(today[0], today[0].due)
    assert shown.next(today[0].due + timedelta(minutes=1), ZONE).due == today[1]


def test_a_clock_set_back_a_day_does_not_bring_the_same_prompt_twice(plan, today):
    shown = plan.shown(today[0], today[0].due).shown(today[1], today[1].due)
    keys = set()
    now = MORNING - timedelta(days=1)
    while now < MORNING + timedelta(days=1):
        coming = shown.next(now, ZONE)
        if coming.at is None or coming.at > MORNING + timedelta(days=1):
            break
        keys.add(coming.due.key)
        shown, now = shown.shown(coming.due, coming.at), coming.at
    assert not keys & {due.key for due in today}


def test_after_sleep_of_several_missed_ones_only_the_newest_comes_after_five_minutes():
    rule = replace(RULE, per_day=6, gap=timedelta(minutes=2), start=time(9), end=time(9, 20))
    woke = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
    plan = Plan("a home", rule, hush=Hush(woke, woke + timedelta(minutes=5)))
    missed = [d for d in due_moments(rule, woke.date(), ZONE, "a home") if d.due <= woke + timedelta(minutes=5)]
    assert len(missed) > 1
    coming = plan.next(woke, ZONE)
    assert (coming.at, coming.due) == (woke + timedelta(minutes=5), missed[-1])
    after = plan.shown(coming.due, coming.at).next(coming.at, ZONE)
    assert after.due.due > missed[-1].due


def test_one_whose_time_has_gone_by_is_not_replayed(plan, today):
    assert plan.next(today[0].latest + timedelta(seconds=1), ZONE).due == today[1]


def test_later_asks_once_more_in_twenty_minutes(plan, today):
    asked = today[0].due + timedelta(minutes=3)
    later = replace(plan, events=(event(today[0], Outcome.LATER, today[0].due, asked),))
    coming = later.next(asked, ZONE)
    assert coming.due.again
    assert coming.due.key == today[0].key
    assert coming.at == asked + timedelta(minutes=20)
    assert later.shown(coming.due, coming.at).next(coming.at, ZONE).due == today[1]


def test_the_gap_is_kept_from_when_the_last_one_was_really_shown(plan, today):
    shown = plan.shown(today[0], today[0].latest)
    coming = shown.next(today[0].latest, ZONE)
    assert coming.at >= today[0].latest + RULE.gap


def test_changing_the_rule_brings_no_prompt_of_the_past(today):
    plan = Plan("a home", replace(RULE, since=today[0].due + timedelta(seconds=1)))
    assert plan.next(today[0].due + timedelta(seconds=2), ZONE).due == today[1]


def test_a_pause_ends_by_itself(plan, today):
    pause = Pause(MORNING, today[1].due - timedelta(minutes=1))
    paused = replace(plan, pause=pause)
    assert paused.next(MORNING, ZONE).due == today[1]
    assert why(paused.next(MORNING, ZONE)).startswith("Paused until ")
    over = paused.next(pause.until, ZONE)
    assert over.pause is None
    assert why(over).startswith("A check-in at ")


def test_missed_ones_have_their_reason(plan, today):
    evening = datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert {reason for due, reason in plan.missed(evening, ZONE, days=1)} == {Reason.AWAY}
    paused = replace(plan, pause=Pause(MORNING, None))
    assert [reason for due, reason in paused.missed(evening, ZONE, days=1)] == [Reason.PAUSED] * 2
    assert plan.shown(today[0], today[0].due).missed(evening, ZONE, days=1)[0][0] == today[1]


@pytest.mark.parametrize(
    ("changed", "sentence", "short"),
    [
        ({"rule": replace(RULE, per_day=0)}, "You asked for none.", "No prompts"),
        ({"pause": Pause(MORNING, None)}, "Paused until you say so.", "Paused"),
        (
            {"pause": Pause(MORNING, MORNING + timedelta(days=1))},
            "Quiet until tomorrow 9:00.",
            "Quiet until tomorrow 9:00",
        ),
        (
            {"pause": Pause(MORNING, MORNING + timedelta(days=3))},
            "Quiet until Thursday 9:00.",
            "Quiet until Thursday 9:00",
        ),
    ],
)
def test_why_none_comes_is_said(plan, changed, sentence, short):
    coming = replace(plan, **changed).next(MORNING, ZONE)
    assert why(coming) == sentence
    assert headline(coming) == short


def test_why_one_comes_is_said(plan, today):
    at = today[0].due.strftime("%H:%M").lstrip("0")
    coming = plan.next(MORNING, ZONE)
    assert why(coming) == f"A check-in at {at}, because you asked for two between 9:00 and 21:00."
    assert headline(coming) == f"The next one comes at {at}"


def test_in_the_evening_it_is_quiet_until_tomorrow(plan):
    assert why(plan.next(datetime(2026, 11, 23, 22, tzinfo=UTC), ZONE)) == "Quiet until tomorrow 9:00."


def test_a_journey_over_the_date_line_keeps_the_cap_of_the_date(plan, today):
    shown = plan.shown(today[0], today[0].due).shown(today[1], today[1].due)
    coming = shown.next(today[1].due + timedelta(minutes=1), "Pacific/Honolulu")
    assert "2026-11-23" not in coming.due.key
