"""A year of days: one square for each, from fog to sun; days with nothing said are left sunk."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from numbcompanion.checkins.records import DEEPEST
from numbcompanion.insights.days import FeltDay
from numbcompanion.translation import tr
from ui.dates import day_long
from ui.theme.roles import Role
from ui.theme.theme import Theme

_WEEK = 7
_GAP = 2.5
_ROUND = 3.0
_ROW = 17


class YearOfDays(QWidget):
    """Columns are weeks, Monday on top."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._days: list[FeltDay] = []
        self.setAccessibleName(tr("A year of days"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_days(self, days: list[FeltDay]) -> None:
        """Show `days`, which follow each other without a hole."""
        self._days = days
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(388), self._theme.px(_ROW * _WEEK))

    def _cell(self, index: int) -> QRectF:
        offset = self._days[0].day.weekday()
        columns = max(1, -(-(len(self._days) + offset) // _WEEK))
        width, height = self.width() / columns, self.height() / _WEEK
        column, row = divmod(index + offset, _WEEK)
        if self.isRightToLeft():
            column = columns - 1 - column
        gap = min(_GAP, width / 4)
        return QRectF(column * width, row * height, width, height).adjusted(0, 0, -gap, -_GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, day in enumerate(self._days):
            cell = self._cell(index)
            painter.setBrush(self._brush(day, cell))
            rounding = min(_ROUND, cell.width() / 3)
            painter.drawRoundedRect(cell, rounding, rounding)

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

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            text = self._words_at(event.pos())
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().event(event))  # type: ignore[arg-type]

    def _words_at(self, place: QPoint) -> str:
        for index, day in enumerate(self._days):
            if self._cell(index).contains(place):
                return day_in_words(day)
        return ""


def day_in_words(day: FeltDay) -> str:
    """Return what is known of one day, in words."""
    if day.mean is None:
        said = tr("nothing was said") if day.count == 0 else tr("“I can’t tell”")
    elif day.low == day.high:
        said = tr("{depth} of 10").format(depth=day.low)
    else:
        said = tr("from {low} to {high} of 10").format(low=day.low, high=day.high)
    return tr("{day}: {said}").format(day=day_long(day.day), said=said)
