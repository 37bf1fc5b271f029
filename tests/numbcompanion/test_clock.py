from datetime import UTC, date, datetime

import pytest

from numbcompanion.clock import Moment, SystemClock, local_date, zone


@pytest.mark.parametrize(
    ("instant", "zone_name", "day"),
    [
        (datetime(2026, 11, 24, 3, 59, tzinfo=UTC), "Europe/London", date(2026, 11, 23)),
        (datetime(2026, 11, 24, 4, 0, tzinfo=UTC), "Europe/London", date(2026, 11, 24)),
        (datetime(2026, 3, 29, 2, 59, tzinfo=UTC), "Europe/Berlin", date(2026, 3, 29)),
        (datetime(2026, 10, 25, 2, 59, tzinfo=UTC), "Europe/Berlin", date(2026, 10, 24)),
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), "Europe/Berlin", date(2026, 10, 25)),
        (datetime(2026, 1, 1, 0, 0, tzinfo=UTC), "Pacific/Kiritimati", date(2026, 1, 1)),
    ],
)
def test_a_day_starts_at_four_by_the_wall_clock(instant, zone_name, day):
    assert local_date(instant, zone_name) == day


def test_an_unknown_zone_is_utc_and_not_an_error():
    assert zone("Nowhere/Atlantis") is UTC
    assert zone("../../etc/passwd") is UTC
    assert Moment.of(datetime(2026, 1, 1, 12, tzinfo=UTC), "Nowhere/Atlantis").local_date == date(2026, 1, 1)


def test_the_system_clock_is_aware_and_knows_a_zone():
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert zone(clock.zone_name()) is not None
