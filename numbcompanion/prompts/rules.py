"""The check-in rule: random moments inside a window of the day, a gap apart, the same after every restart."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from numbcompanion.clock import zone
from numbcompanion.prompts.records import Kind, PromptDue

MOST_PER_DAY = 6
DEFAULT_PER_DAY = 2
DEFAULT_START = time(9)
DEFAULT_END = time(21)
DEFAULT_GAP = timedelta(hours=3)
EXPIRY = timedelta(minutes=45)
LATER = timedelta(minutes=20)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class CheckInRule:
    """`per_day` check-ins a day between `start` and `end` on the person's wall clock, at least `gap` apart.

    A window that ends before it begins runs over midnight and belongs to the day it begins on; one that ends
    when it begins is the whole day. Moments before `since`, when the rule was last changed, do not count.
    """

    id: str = "check-in"
    per_day: int = DEFAULT_PER_DAY
    start: time = DEFAULT_START
    end: time = DEFAULT_END
    gap: timedelta = DEFAULT_GAP
    since: datetime = datetime(1970, 1, 1, tzinfo=UTC)

    def __post_init__(self) -> None:
        object.__setattr__(self, "per_day", min(MOST_PER_DAY, max(0, self.per_day)))
        object.__setattr__(self, "gap", max(timedelta(0), self.gap))

    @property
    def kind(self) -> Kind:
        """What it asks for."""
        return Kind.CHECK_IN

    def key(self, day: date, index: int) -> str:
        """Return the name under which the prompt number `index` of `day` fires, once."""
        return f"{self.id}:{day.isoformat()}:{index}"


def day_of_key(key: str) -> str:
    """Return the ISO date in a prompt's key."""
    return key.rpartition(":")[0].rpartition(":")[2]


def window(rule: CheckInRule, day: date, zone_name: str) -> tuple[datetime, datetime]:
    """Return the window of `day` as UTC instants; it is empty (end before start) where the day has none.

    An hour that the clock skips or repeats is left out at the edges, so every instant between the two shows a
    wall-clock time inside the window.
    """
    after = timedelta(days=1) if rule.end <= rule.start else timedelta(0)
    begins = datetime.combine(day, rule.start)
    ends = datetime.combine(day, rule.end) + after
    return max(_readings(begins, zone_name)), min(_readings(ends, zone_name))


def _readings(wall: datetime, zone_name: str) -> tuple[datetime, datetime]:
    """The two instants a wall-clock time can mean; they differ only where the clock skips or repeats it."""
    there = wall.replace(tzinfo=zone(zone_name))
    return there.replace(fold=0).astimezone(UTC), there.replace(fold=1).astimezone(UTC)


def due_moments(rule: CheckInRule, day: date, zone_name: str, home_id: str) -> tuple[PromptDue, ...]:
    """Return the prompts of `day`, drawn from the home, the rule and the date alone.

    Fewer than asked for where they do not fit a gap apart.
    """
    begins, ends = window(rule, day, zone_name)
    room_s = int((ends - begins).total_seconds())
    gap_s = int(rule.gap.total_seconds())
    if room_s < 0 or rule.per_day == 0:
        return ()
    count = rule.per_day if gap_s == 0 else min(rule.per_day, room_s // gap_s + 1)
    draw = random.Random(f"{home_id}|{rule.id}|{day.isoformat()}")
    free_s = room_s - (count - 1) * gap_s
    offsets = sorted(draw.random() for _ in range(count))
    moments = [begins + (int(share * free_s) + index * gap_s) * _SECOND for index, share in enumerate(offsets)]
    return tuple(
        PromptDue(rule.key(day, index), rule.id, rule.kind, due, min(due + EXPIRY, ends))
        for index, due in enumerate(moments)
    )


def gaps(moments: tuple[PromptDue, ...]) -> tuple[timedelta, ...]:
    """Return the time between each prompt and the next."""
    return tuple(later.due - earlier.due for earlier, later in pairwise(moments))
