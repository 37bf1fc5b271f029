import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from numbcompanion.clock import SystemClock
from numbcompanion.prompts.plan import Plan
from numbcompanion.prompts.records import Pause
from numbcompanion.prompts.rules import CheckInRule, due_moments
from numbcompanion.prompts.scheduler import PromptScheduler

MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)
ZONE = "Europe/Dublin"


@pytest.fixture
def handed_over():
    return []


@pytest.fixture
def woken():
    return []


@pytest.fixture
def scheduler(clock, handed_over, woken):
    """A scheduler whose job the test runs by hand."""
    clock.set(MORNING)
    scheduler = PromptScheduler(clock, handed_over.append, lambda: woken.append(clock.now()))
    scheduler.follow(Plan("a home", CheckInRule()))
    return scheduler


@pytest.fixture
def today():
    return due_moments(CheckInRule(), MORNING.date(), ZONE, "a home")


def test_a_due_prompt_is_handed_over_once(scheduler, clock, handed_over, today):
    clock.set(today[0].due)
    scheduler.fire()
    scheduler.fire()
    assert handed_over == [today[0]]
    assert scheduler.next().due == today[1]


def test_following_an_older_plan_does_not_bring_it_twice(scheduler, clock, handed_over, today):
    clock.set(today[0].due)
    scheduler.fire()
    scheduler.follow(Plan("a home", CheckInRule()))
    scheduler.fire()
    assert handed_over == [today[0]]


def test_a_job_that_runs_late_counts_as_waking_up(scheduler, clock, handed_over, woken, today):
    clock.set(today[0].due + timedelta(minutes=20))
    scheduler.fire()
    assert handed_over == []
    assert woken == [clock.now()]
    assert scheduler.next().at == clock.now() + timedelta(minutes=5)
    clock.advance(300)
    scheduler.fire()
    assert handed_over == [today[0]]


def test_a_job_that_runs_hours_late_brings_nothing_of_the_past(scheduler, clock, handed_over, today):
    clock.set(today[0].latest + timedelta(hours=1))
    scheduler.fire()
    clock.advance(300)
    scheduler.fire()
    assert handed_over == []


def test_a_clock_set_back_while_it_waits_brings_nothing_early(scheduler, clock, handed_over, today):
    clock.set(today[0].due - timedelta(days=1, hours=4))
    scheduler.fire()
    assert handed_over == []


def test_a_job_in_a_pause_hands_nothing_over(scheduler, clock, handed_over, today):
    scheduler.follow(Plan("a home", CheckInRule(), Pause(MORNING, None)))
    clock.set(today[0].due)
    scheduler.fire()
    assert handed_over == []


def test_one_that_cannot_be_handed_over_does_not_end_the_waiting(clock, today, caplog):
    def refuse(due):
        raise ValueError("no")

    clock.set(MORNING)
    scheduler = PromptScheduler(clock, refuse)
    scheduler.follow(Plan("a home", CheckInRule()))
    clock.set(today[0].due)
    scheduler.fire()
    assert "could not be handed over" in caplog.text
    assert scheduler.next().due == today[1]


def test_the_real_scheduler_fires_by_itself_sleeps_and_stops(capfd, monkeypatch):
    """A plan whose first prompt lies a moment ahead on the real clock."""
    now = datetime.now(UTC)
    rule = CheckInRule(per_day=1, start=(now + timedelta(seconds=1)).time(), end=(now + timedelta(seconds=2)).time())
    fired, came = threading.Event(), []
    clock = SystemClock()
    monkeypatch.setattr(clock, "zone_name", lambda: "UTC")
    scheduler = PromptScheduler(clock, lambda due: (came.append(due), fired.set()))
    scheduler.start()
    scheduler.start()
    scheduler.follow(Plan("a home", rule))
    assert fired.wait(30)
    time.sleep(0.2)
    assert len(came) == 1
    scheduler.follow(Plan("a home", CheckInRule(per_day=0)))
    scheduler.stop()
    scheduler.stop()
    assert not [t for t in threading.enumerate() if t.name == "APScheduler"]
    assert capfd.readouterr().err == ""


def test_importing_the_core_does_not_load_the_library():
    import subprocess
    import sys

    code = (
        "import sys, numbcompanion.prompts.scheduler, numbcompanion.prompts.prompts;"
        "sys.exit('apscheduler' in sys.modules or 'sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
