"""A year of days: one square for each, from fog to sun; days with nothing said are left sunk."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter

from numbcompanion.checkins.records import DEEPEST
from numbcompanion.insights.days import FeltDay
from numbcompanion.translation import tr
from ui.dates import day_long
from ui.insights.painted import PaintedChart
from ui.theme.roles import Role
from ui.theme.theme import Theme

_WEEK = 7
_GAP = 2.5
_ROUND = 3.0
_ROW = 20


class YearOfDays(PaintedChart):
    """Columns are weeks, Monday on top."""

    def __init__(self, theme: Theme):
        super().__init__(theme, tr("A year of days"))
        self._days: Sequence[FeltDay] = ()

    def set_days(self, days: Sequence[FeltDay]) -> None:
        """Show `days`, which follow each other without a hole."""
        self._days = days
        self.update()

    def high(self) -> float:
        return self._theme.px(_ROW * _WEEK)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for index, day in enumerate(self._days):
            cell = self._cell(index, room)
            painter.setBrush(self._brush(day, cell))
            rounding = min(_ROUND, cell.width() / 3)
            painter.drawRoundedRect(cell, rounding, rounding)

    def words_at(self, place: QPointF) -> str:
        for index, day in enumerate(self._days):
            if self._cell(index, QRectF(self.rect())).contains(place):
                return day_in_words(day)
        return ""

    def _cell(self, index: int, room: QRectF) -> QRectF:
        offset = self._days[0].day.weekday()
        columns = max(1, -(-(len(self._days) + offset) // _WEEK))
        width, height = room.width() / columns, room.height() / _WEEK
        column, row = divmod(index + offset, _WEEK)
        if self.isRightToLeft():
            column = columns - 1 - column
        gap = min(_GAP, width / 4)
        cell = QRectF(room.left() + column * width, room.top() + row * height, width, height)
        return cell.adjusted(0, 0, -gap, -_GAP)

    def _brush(self, day: FeltDay, cell: QRectF) -> QBrush:
        """Return one colour, or for a day of several depths the way from its lowest (foot) to its highest."""
        if day.low is None or day.high is None:
            return QBrush(self._theme.color(Role.SUNK))
        if day.low == day.high:
            return QBrush(self._theme.ramp(day.low / DEEPEST))
        way = QLinearGradient(cell.bottomLeft(), cell.topLeft())
        way.setColorAt(0, self._theme.ramp(day.low / DEEPEST))
        way.setColorAt(1, self._theme.ramp(day.high / DEEPEST))
        return QBrush(way)


def day_in_words(day: FeltDay) -> str:
    """Return what is known of one day, in words."""
    return tr("{day}: {said}").format(day=day_long(day.day), said=said_of(day))


def said_of(day: FeltDay) -> str:
    """Return how much could be felt on a day, in words."""
    if day.mean is None:
        return tr("nothing was said") if day.count == 0 else tr("“I can’t tell”")
    if day.low == day.high:
        return tr("{depth} of 10").format(depth=day.low)
    return tr("from {low} to {high} of 10").format(low=day.low, high=day.high)
