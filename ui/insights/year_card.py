"""A year of days in its frame: the last twelve months, or any year there is."""

from datetime import date, timedelta

from numbcompanion.insights.days import FeltDay, felt_days
from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year
from ui.insights.chart_card import ChartCard
from ui.insights.depths import Depths
from ui.insights.year_of_days import YearOfDays, said_of
from ui.kit.choice import Choice
from ui.kit.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme.theme import Theme

_LAST = "last"
_YEAR = 364


class YearCard(ChartCard):
    """One square for each day, and which year it is."""

    def __init__(self, theme: Theme, tasks: Tasks, dialogs: Dialogs, depths: Depths):
        self._tasks = tasks
        self._depths = depths
        self._today: date | None = None
        self._asked = 0
        self.days = YearOfDays(theme)
        self.year = Choice(theme, tr("Which year"))
        note = tr("each square is a day; fog to sun, the lowest at its foot")
        super().__init__(theme, dialogs, tr("A year of days"), self.days, note)
        self.add_above(self.year)
        self.year.hide()
        self.year.chosen_changed.connect(lambda _: self._load())

    def show_years(self, first: date, today: date) -> None:
        """Offer the years from that of `first` to that of `today`."""
        self._today = today
        years = range(today.year, first.year - 1, -1)
        self.year.set_items([(_LAST, tr("the last twelve months")), *((str(year), str(year)) for year in years)])
        self.year.setVisible(first < first_of_year(today))

    def show_days(self, days: list[FeltDay]) -> None:
        """Show `days`, the last twelve months, or the year that was chosen."""
        if self.year.chosen() in (_LAST, None):
            self._asked += 1
            self._show(self._asked, days)
        else:
            self._load()

    def _load(self) -> None:
        if self._today is None:
            return
        self._asked += 1
        number, today, year = self._asked, self._today, self.year.chosen() or _LAST
        self._tasks.run(lambda: days_of(self._depths, year, today), lambda days: self._show(number, days))

    def _show(self, number: int, days: list[FeltDay]) -> None:
        if number == self._asked:
            self.days.set_days(days)
            self.set_twin(_twin(days))


def first_of_year(today: date) -> date:
    """Return the first of the last twelve months, a Monday."""
    return today - timedelta(days=_YEAR - 1 + today.weekday())


def days_of(depths: Depths, year: str, today: date) -> list[FeltDay]:
    """Return the days of a year, or of the last twelve months."""
    first, last = first_of_year(today), today
    if year != _LAST:
        first, last = date(int(year), 1, 1), date(int(year), 12, 31)
    return felt_days([point for point in depths.since(first) if point.moment.local_date <= last], first, last)


def last_twelve_months(depths: Depths, today: date) -> list[FeltDay]:
    """Return the days of the last twelve months."""
    return days_of(depths, _LAST, today)


def _twin(days: list[FeltDay]) -> Twin:
    spoken = [day for day in days if day.count]
    summary = tr_n("{n} day has a check-in.", "{n} days have a check-in.", len(spoken))
    felt = [day for day in spoken if day.mean is not None]
    if felt:
        faintest = min(felt, key=lambda day: day.mean or 0.0)
        fullest = max(felt, key=lambda day: day.mean or 0.0)
        summary += " " + tr("The faintest was {low}, the fullest {high}.").format(
            low=day_and_year(faintest.day), high=day_and_year(fullest.day)
        )
    rows = tuple((day_and_year(day.day), str(day.count), said_of(day)) for day in spoken)
    return Twin(summary, (tr("Day"), tr("Check-ins"), tr("How much")), rows)
