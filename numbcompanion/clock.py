"""The one place that knows what time it is, so that a test can move it."""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol

DEFAULT_DAY_START_HOUR = 4


class Clock(Protocol):
    """What time it is: on the wall, since some fixed point, and in which zone."""

    def now(self) -> datetime:
        """Return the wall-clock instant, aware and in UTC."""

    def monotonic_s(self) -> float:
        """Return seconds that never go back; stands still or runs on in suspend as the system decides."""

    def zone_name(self) -> str:
        """Return the IANA name of the person's zone, or "UTC" where it is not known."""


class SystemClock:
    """The computer's own clock and zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        return time.monotonic()

    def zone_name(self) -> str:
        import tzlocal

        try:
            name = tzlocal.get_localzone_name()
        except (ValueError, LookupError, OSError):
            return "UTC"
        return name or "UTC"


def zone(name: str) -> tzinfo:
    """Return the zone called `name`, or UTC where the system does not know it."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return UTC


def local_date(instant: datetime, zone_name: str, day_start_hour: int = DEFAULT_DAY_START_HOUR) -> date:
    """Return the day `instant` belongs to for the person: before `day_start_hour` it is still yesterday.

    Computed once, when a record is made, and stored; never recomputed for a stored record.
    """
    wall = instant.astimezone(zone(zone_name))
    return (wall - timedelta(days=1)).date() if wall.hour < day_start_hour else wall.date()


@dataclass(frozen=True)
class Moment:
    """When a record was felt: the instant (aware UTC), the zone it was felt in, the person's day."""

    at: datetime
    zone_name: str
    local_date: date

    @classmethod
    def now(cls, clock: Clock, day_start_hour: int = DEFAULT_DAY_START_HOUR) -> "Moment":
        """Return the present moment by `clock`."""
        return cls.of(clock.now(), clock.zone_name(), day_start_hour)

    @classmethod
    def of(cls, at: datetime, zone_name: str, day_start_hour: int = DEFAULT_DAY_START_HOUR) -> "Moment":
        """Return the moment of the aware instant `at` in `zone_name`."""
        at_utc = at.astimezone(UTC)
        return cls(at_utc, zone_name, local_date(at_utc, zone_name, day_start_hour))

    @property
    def wall(self) -> datetime:
        """The wall-clock time in the zone it was felt in."""
        return self.at.astimezone(zone(self.zone_name))
