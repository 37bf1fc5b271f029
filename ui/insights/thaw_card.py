"""The thaw: the first card, which follows the range and every move inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Signal

from numbcompanion.checkins.records import DepthPoint, Marker, MarkerKind
from numbcompanion.insights.days import felt_days
from numbcompanion.insights.points import Twin
from numbcompanion.insights.thaw import DAY_S, ENOUGH, Thaw, thaw
from numbcompanion.insights.words import thaw_in_words
from numbcompanion.practice.records import SessionRecord
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year, day_long, month_and_year, time_of_day
from ui.insights.chart_card import ChartCard
from ui.insights.depths import Depths
from ui.insights.thaw_chart import ThawChart
from ui.insights.thaw_items import Mark, noon_s
from ui.insights.year_of_days import said_of
from ui.kit.dialogs import Dialogs
from ui.tasks import Tasks
from ui.theme.theme import Theme

_LONGEST_WINDOW_DAYS = 45.0
_SHORTEST_WINDOW_DAYS = 7.0
_DAYS_ONE_BY_ONE = 62


@dataclass(frozen=True)
class Stretch:
    """The thaw of what can be seen and a little to both sides, and the words for what is seen."""

    points: Sequence[DepthPoint]
    thaw: Thaw
    twin: Twin


class ThawCard(ChartCard):
    """Dots, line and band over time."""

    checkin_requested = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks, dialogs: Dialogs, depths: Depths):
        self._tasks = tasks
        self._depths = depths
        self._by_id: dict[str, DepthPoint] = {}
        self._asked = 0
        self._legend = ""
        self._twin_of_line = Twin("")
        self._above_days: list[date] = []
        self._above_marks: list[Mark] = []
        self.thaw_chart = ThawChart(theme, self.told_of)
        super().__init__(theme, dialogs, tr("The thaw: how much you could feel"), self.thaw_chart, " ")
        self.thaw_chart.told.connect(lambda words: self.set_note(words or self._quiet()))
        self.thaw_chart.checkin_requested.connect(self.checkin_requested)
        self.thaw_chart.view_changed.connect(self._follow)

    def show_range(self, stretch: Stretch, first: date | None, whole: tuple[date, date]) -> None:
        """Show the range that begins on `first` (None: all); one can move as far as `whole`."""
        self._asked += 1
        self._show(self._asked, stretch)
        begin, end = noon_s(whole[0]), noon_s(whole[1])
        here = begin if first is None else max(begin, noon_s(first))
        self.thaw_chart.look_at(min(here, end), end, (begin, end))
        self._tell()

    def show_above(self, sessions: Sequence[SessionRecord], markers: Sequence[Marker]) -> None:
        """Show days of practice and markers above the dots."""
        days = sorted({session.moment.local_date for session in sessions})
        marks = [Mark(m.moment.at.timestamp(), m.kind is MarkerKind.MEDICATION, _mark_words(m)) for m in markers]
        self._above_days, self._above_marks = days, marks
        self.thaw_chart.show_above(days, marks)
        self._tell()
        parts = [tr("above: a small dot is a day with practice")] if days else []
        if any(mark.medication for mark in marks):
            parts.append(tr("a square is a change of medication"))
        if any(not mark.medication for mark in marks):
            parts.append(tr("a diamond is something that happened"))
        self._legend = ", ".join(parts)
        self.set_note(self._quiet())

    def add_dot(self, point: DepthPoint) -> None:
        """Draw one more dot now; line, band and words follow with the next range that is shown."""
        if point.depth is None or point.id in self._by_id:
            return
        self._asked += 1
        self._by_id[point.id] = point
        self.thaw_chart.add_dot(point.id, point.moment.at.timestamp(), point.depth)

    def told_of(self, checkin_id: str) -> str:
        """Return when a check-in was, and what it said."""
        point = self._by_id[checkin_id]
        wall = point.moment.wall
        values = {"day": day_and_year(wall.date()), "time": time_of_day(wall), "depth": point.depth}
        return tr("{day}, {time}: {depth} of 10").format(**values)

    def _follow(self, first_s: float, last_s: float) -> None:
        """Work out line, band and words again for what is seen now."""
        self._asked += 1
        number = self._asked
        self._tasks.run(lambda: self._stretch(first_s, last_s), lambda found: self._show(number, found))

    def _stretch(self, first_s: float, last_s: float) -> Stretch:
        aside_s = (last_s - first_s) / 2
        day = datetime.fromtimestamp(first_s - aside_s, UTC).date() - timedelta(days=2)
        near = self._depths.between(first_s - aside_s, last_s + aside_s, day)
        seen = [point for point in near if first_s <= point.moment.at.timestamp() <= last_s]
        return stretch_of(near, seen, (last_s - first_s) / DAY_S)

    def _show(self, number: int, stretch: Stretch) -> None:
        if number != self._asked:
            return
        self._by_id = {point.id: point for point in stretch.points}
        self.thaw_chart.show_thaw(stretch.thaw)
        self._twin_of_line = stretch.twin
        self._tell()
        self.set_note(self._quiet())

    def _tell(self) -> None:
        """Say in words what is seen: the line, and what stands above it."""
        first_s, last_s = self.thaw_chart.view()
        days = sum(first_s <= noon_s(day) <= last_s for day in self._above_days)
        marks = [mark.words for mark in self._above_marks if first_s <= mark.at_s <= last_s]
        practised = tr_n("{n} day has practice.", "{n} days have practice.", days) if days else ""
        marked = tr("Marked: {marks}").format(marks="; ".join(marks)) if marks else ""
        line = self._twin_of_line
        summary = " ".join(part for part in (line.summary, practised, marked) if part)
        self.set_twin(Twin(summary, line.heads, line.rows))

    def _quiet(self) -> str:
        return self._legend or " "


def stretch_of(
    near: Sequence[DepthPoint], seen: Sequence[DepthPoint] | None = None, span_days: float | None = None
) -> Stretch:
    """Return the thaw of `near` and the words for `seen`, which lies inside it (None: all of it)."""
    window = None
    if span_days is not None:
        window = min(_LONGEST_WINDOW_DAYS, max(_SHORTEST_WINDOW_DAYS, span_days / 6))
    found = thaw(near, window)
    told = found if seen is None else thaw(seen, window)
    return Stretch(near, found, Twin(*_twin_of(near if seen is None else seen, told)))


def _twin_of(points: Sequence[DepthPoint], shown: Thaw) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    words = thaw_in_words(shown)
    if len(shown.at_s) < ENOUGH:
        words = tr("A line needs five check-ins with a number. Until then there are only dots.") + " " + words
    if not points:
        return words, (), ()
    first, last = points[0].moment.local_date, points[-1].moment.local_date
    if (last - first).days <= _DAYS_ONE_BY_ONE:
        days = [day for day in felt_days(points, min(first, last), max(first, last)) if day.count]
        rows = tuple((day_long(day.day), str(day.count), said_of(day)) for day in days)
        return words, (tr("Day"), tr("Check-ins"), tr("How much")), rows
    return words, (tr("Month"), tr("Check-ins"), tr("Mean"), tr("From"), tr("To")), _by_month(points)


def _by_month(points: Sequence[DepthPoint]) -> tuple[tuple[str, ...], ...]:
    months: dict[tuple[int, int], list[int | None]] = {}
    for point in points:
        day = point.moment.local_date
        months.setdefault((day.year, day.month), []).append(point.depth)
    rows = []
    for (year, number), said in sorted(months.items()):
        known = [depth for depth in said if depth is not None]
        numbers = (f"{sum(known) / len(known):.1f}", str(min(known)), str(max(known))) if known else ("–", "–", "–")
        rows.append((month_and_year(date(year, number, 1)), str(len(said)), *numbers))
    return tuple(rows)


def _mark_words(marker: Marker) -> str:
    kind = tr("medication") if marker.kind is MarkerKind.MEDICATION else tr("something that happened")
    day = day_and_year(marker.moment.local_date)
    if not marker.line:
        return tr("{day}: {kind}").format(day=day, kind=kind)
    return tr("{day}, {kind}: {line}").format(day=day, kind=kind, line=marker.line)


def first_day(days: int | None, today: date) -> date | None:
    """Return the first day of a range of so many days that ends today."""
    return None if days is None else today - timedelta(days=days - 1)
