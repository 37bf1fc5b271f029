"""A year lived at once: sleep, travel, restarts, clocks set forward; no promise of the rule is broken."""

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from numbcompanion.prompts.plan import HUSH, Plan
from numbcompanion.prompts.records import Hush, Outcome, PromptDue, PromptEvent, Reason
from numbcompanion.prompts.rules import CheckInRule, day_of_key

ZONES = ("Europe/Dublin", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia")
AWAY = ("Pacific/Auckland", "Pacific/Honolulu", "Asia/Tokyo", "America/New_York")
OUTCOMES = (Outcome.ANSWERED, Outcome.DISMISSED, Outcome.EXPIRED, Outcome.LATER)


@dataclass
class Shown:
    due: PromptDue
    at: datetime
    zone_name: str


@dataclass
class Life:
    """A person, their computer, and what it showed them."""

    zone_name: str
    seed: int
    now: datetime
    per_day: int
    shown: list[Shown] = field(default_factory=list)
    wakes: list[datetime] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(f"{self.zone_name} {self.seed}")
        self.at_home = self.zone_name
        rule = CheckInRule(per_day=self.per_day, since=self.now)
        self.plan = Plan(f"home {self.seed}", rule)
        self.wake()

    def wake(self) -> None:
        self.wakes.append(self.now)
        self.plan = replace(self.plan, hush=Hush(self.now, self.now + HUSH))

    def live_until(self, end: datetime) -> None:
        while self.now < end:
            self.sit_until(self.now + timedelta(hours=self.chance.uniform(0.1, 14)))
            self.sleep()

    def sit_until(self, end: datetime) -> None:
        while True:
            coming = self.plan.next(self.now, self.zone_name)
            if coming.at is None or coming.at > end:
                break
            self.now = coming.at
            self.show(coming.due)
        self.now = max(self.now, end)

    def show(self, due: PromptDue) -> None:
        self.shown.append(Shown(due, self.now, self.zone_name))
        outcome = Outcome.ANSWERED if due.again else self.chance.choice(OUTCOMES)
        answered = self.now + timedelta(seconds=self.chance.uniform(1, 2000))
        event = PromptEvent("", due.key, due.rule, due.due, self.now, outcome, Reason.NONE, answered)
        oldest = self.now - timedelta(days=4)
        kept = tuple(e for e in self.plan.events if e.key != due.key and e.due >= oldest)
        self.plan = replace(self.plan, events=(*kept, event))
        self.now = answered if outcome is Outcome.LATER else self.now

    def sleep(self) -> None:
        self.now += timedelta(hours=self.chance.expovariate(1 / 6))
        if self.chance.random() < 0.02:  # a holiday, or a clock set forward
            self.now += timedelta(days=self.chance.uniform(1, 20))
        if self.chance.random() < 0.05:
            self.zone_name = self.chance.choice((*AWAY, self.at_home, self.at_home))
        self.wake()


def life(zone_name: str, seed: int, year: int, per_day: int) -> Life:
    lived = Life(zone_name, seed, datetime(year, 1, 1, tzinfo=UTC), per_day)
    lived.live_until(datetime(year + 1, 1, 1, tzinfo=UTC))
    assert len(lived.shown) > 60
    return lived


@pytest.mark.parametrize("per_day", [2, 4])
@pytest.mark.parametrize("year", [2011, 2026])  # in 2011 Apia left out a day
@pytest.mark.parametrize("zone_name", ZONES)
def test_a_year_breaks_no_promise(zone_name, year, per_day):
    for seed in range(2):
        lived = life(zone_name, seed, year, per_day)
        rule = lived.plan.rule
        fresh = [s for s in lived.shown if not s.due.again]
        assert max(Counter(s.due.key for s in fresh).values()) == 1
        assert max(Counter(s.due.key for s in lived.shown if s.due.again).values()) == 1
        assert max(Counter(day_of_key(s.due.key) for s in fresh).values()) <= per_day
        for s in fresh:
            wall = s.at.astimezone(ZoneInfo(s.zone_name))
            assert rule.start <= wall.time().replace(microsecond=0) <= rule.end
            assert s.at <= s.due.latest
        for before, after in zip(lived.shown, lived.shown[1:], strict=False):
            assert after.due.again or after.at - before.at >= rule.gap
        for woke in lived.wakes:
            assert not [s for s in lived.shown if woke < s.at < woke + HUSH]


def test_a_person_who_never_sleeps_gets_exactly_what_was_asked_for():
    lived = Life("Europe/Dublin", 7, datetime(2026, 1, 1, 1, tzinfo=UTC), 2)
    lived.sit_until(datetime(2026, 7, 1, 1, tzinfo=UTC))
    days = Counter(day_of_key(s.due.key) for s in lived.shown if not s.due.again)
    assert set(days.values()) == {2}
    assert len(days) == 181
