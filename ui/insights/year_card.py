"""A year of days in its frame: the last twelve months, or any year there is."""

from dataclasses import dataclass
from datetime import date, timedelta

from numbcompanion.checkins.records import DepthPoint
from numbcompanion.insights.days import FeltDay, felt_days
from numbcompanion.insights.points import Twin
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year
from ui.insights.chart_card import ChartCard
from ui.insights.year_of_days import YearOfDays, said_of
from ui.kit.choice import Choice
from ui.kit.dialogs import Dialogs
from ui.theme.theme import Theme

_LAST = "last"
_YEAR = 364


@dataclass(frozen=True)
class DaysByYear:
    """All points by the year they were felt in, and what day it is."""

    today: date
    points: list[DepthPoint]

    @property
    def years(self) -> list[int]:
        """The years with check-ins, newest first."""
        return sorted({point.moment.local_date.year for point in self.points}, reverse=True)

    def of(self, year: str) -> list[FeltDay]:
        """Return the days of a year, or of the last twelve months."""
        if year == _LAST:
            first, last = self.today - timedelta(days=_YEAR - 1 + self.today.weekday()), self.today
        else:
            first, last = date(int(year), 1, 1), date(int(year), 12, 31)
        return felt_days([p for p in self.points if first <= p.moment.local_date <= last], first, last)


class YearCard(ChartCard):
    """One square for each day, and which year it is."""

    def __init__(self, theme: Theme, dialogs: Dialogs):
        self.days = YearOfDays(theme)
        self.year = Choice(theme, tr("Which year"))
        note = tr("each square is a day; fog to sun, the lowest at its foot")
        super().__init__(theme, dialogs, tr("A year of days"), self.days, note)
        self._known: DaysByYear | None = None
        self.add_above(self.year)
        self.year.hide()
        self.year.chosen_changed.connect(lambda _: self._show())

    def show_points(self, points: list[DepthPoint], today: date) -> None:
        """Show the chosen year of `points`."""
        self._known = DaysByYear(today, points)
        years = self._known.years
        items = [(_LAST, tr("the last twelve months")), *((str(year), str(year)) for year in years)]
        self.year.set_items(items)
        self.year.setVisible(bool(years) and (len(years) > 1 or years[0] != today.year))
        self._show()

    def _show(self) -> None:
        if self._known is None:
            return
        days = self._known.of(self.year.chosen() or _LAST)
        self.days.set_days(days)
        self.set_twin(_twin(days))


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
