from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from numbcompanion.insights.days import FeltDay
from ui.insights.year_of_days import YearOfDays, day_in_words

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (FeltDay(MONDAY), "Monday 23 November: nothing was said"),
        (FeltDay(MONDAY, count=2), "Monday 23 November: “I can’t tell”"),
        (FeltDay(MONDAY, 4, 4, 4.0, 1), "Monday 23 November: 4 of 10"),
        (FeltDay(MONDAY, 0, 7, 3.0, 4), "Monday 23 November: from 0 to 7 of 10"),
    ],
)
def test_a_day_is_told_in_words(day, words):
    assert day_in_words(day) == words


@pytest.fixture
def year(qtbot, theme):
    year = YearOfDays(theme)
    qtbot.addWidget(year)
    year.resize(530, 119)
    first = MONDAY - timedelta(days=363 - 6)
    year.set_days([FeltDay(first + timedelta(days=n), n % 11, n % 11, n % 11, 1) for n in range(358)])
    year.show()
    return year


def test_under_the_pointer_is_the_day_that_is_drawn_there(year):
    assert year._words_at(QPoint(2, 2)).startswith("Monday 1 December")
    assert year._words_at(QPoint(2, 20)).startswith("Tuesday 2 December")
    assert year._words_at(QPoint(527, 2)).startswith("Monday 23 November")
    assert year._words_at(QPoint(527, 100)) == ""


def test_right_to_left_the_newest_week_is_at_the_left(year):
    year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert year._words_at(QPoint(2, 2)).startswith("Monday 23 November")


def test_a_day_of_two_depths_is_drawn_in_both(year):
    year.set_days([FeltDay(MONDAY, 0, 10, 5.0, 2)])
    picture = year.grab().toImage()
    cell = year._cell(0)
    top = picture.pixelColor(int(cell.center().x()), int(cell.top()) + 2)
    foot = picture.pixelColor(int(cell.center().x()), int(cell.bottom()) - 2)
    assert top != foot
