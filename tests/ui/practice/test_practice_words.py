from datetime import date

import pytest

from ui.practice.words import clock_words, day_words, length_words, short_length


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (59.9, "59 seconds"),
        (60, "1 minute"),
        (65, "1 minute and 5 seconds"),
        (121, "2 minutes and 1 second"),
        (1205, "20 minutes"),
    ],
)
def test_a_length_is_said_as_a_person_says_it(seconds, words) -> None:
    assert length_words(seconds) == words


def test_short_lengths_and_times_left() -> None:
    assert [short_length(s) for s in (40, 60, 179, 3600)] == ["40 s", "1 min", "2 min", "60 min"]
    assert [clock_words(s) for s in (0, 65, 3725)] == ["0:00", "1:05", "1:02:05"]


def test_days_near_by_have_names() -> None:
    today = date(2026, 11, 1)
    assert day_words(today, today) == "today"
    assert day_words(date(2026, 10, 31), today) == "yesterday"
    assert day_words(date(2026, 10, 30), today) == "Fri 30"
    assert day_words(date(2026, 10, 25), today) == "Sunday 25 October"
