from datetime import UTC, datetime, timedelta

import pytest

from ui.checkin.when import When

NOW, EARLIER, LATER = range(3)


@pytest.fixture
def when(theme, clock, qtbot):
    when = When(theme, clock)
    qtbot.addWidget(when)
    when.show()
    return when


def choose(when, which):
    when.chips.chips[which].click()


def test_now_is_what_it_begins_with_and_has_no_fields(when):
    assert (when.at(), when.noticed(), when.was.isHidden(), when.noticed_at.isHidden()) == (None, None, True, True)


def test_earlier_asks_for_one_moment_and_later_for_two(when, clock):
    choose(when, EARLIER)
    assert (when.was.isVisible(), when.noticed_at.isVisible()) == (True, False)
    assert (when.at(), when.noticed()) == (clock.now(), None)
    choose(when, LATER)
    assert when.noticed_at.isVisible()
    assert when.noticed() == clock.now()
    choose(when, NOW)
    assert (when.at(), when.noticed()) == (None, None)


def test_the_future_cannot_be_chosen(when, clock):
    choose(when, EARLIER)
    when.was.set_wall(datetime(2031, 1, 1))
    assert when.at() <= clock.now()


def test_a_kept_moment_comes_back_to_the_microsecond_on_the_clocks_of_its_place(when, clock):
    at = datetime(2026, 11, 20, 3, 4, 5, 678, tzinfo=UTC)
    noticed = at + timedelta(hours=5, seconds=9)
    clock.travel("Asia/Tokyo")
    when.set_moment(at, noticed, "America/New_York")
    assert when.was.wall() == datetime(2026, 11, 19, 22, 4)
    assert (when.at(), when.noticed()) == (at, noticed)
    when.was.set_wall(datetime(2026, 11, 19, 21, 0))
    assert when.at() == datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        (datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # an hour that was left out
        (datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # an hour that came twice
        (datetime(2026, 7, 1, 12, 0), datetime(2026, 7, 1, 11, 0, tzinfo=UTC)),
    ],
)
def test_days_of_23_and_25_hours_have_a_moment_for_every_time(when, wall, instant):
    choose(when, EARLIER)
    when.was.set_wall(wall)
    assert when.at() == instant
