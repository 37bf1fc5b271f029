"""The strip of days: one bar for each, as high and as warm as what could be felt."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from numbcompanion.translation import tr
from ui.theme import Radius, Role, TextStyle, Theme

_BAR = 26
_HIGH = 84
_LEAST = 0.15
_DOT = 3
_DEEPEST = 10.0

Day = tuple[str, float | None, float | None, float | None]


class DayBars(QWidget):
    """Days side by side, each (label, low, high, mean); a day without a mean is a dot, not a gap to be filled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._days: list[Day] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How much you could feel, day by day"))
        theme.changed.connect(self._follow_theme)

    def set_days(self, days: Iterable[Day]) -> None:
        """Show these days, the oldest first."""
        self._days = list(days)
        self.setAccessibleDescription("; ".join(self._day_words(day) for day in self._days))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._high() + self._foot())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._high() + self._foot())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._days:
            place = min(int(event.pos().x() / self.width() * len(self._days)), len(self._days) - 1)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place = len(self._days) - 1 - place
            QToolTip.showText(event.globalPos(), self._day_words(self._days[place]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        cell = self.width() / max(1, len(self._days))
        for place, day in enumerate(self._days):
            at = len(self._days) - 1 - place if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else place
            self._paint_day(painter, QRectF(at * cell, 0, cell, self._high()), day)
        painter.end()

    def _paint_day(self, painter: QPainter, cell: QRectF, day: Day) -> None:
        label, _, high, mean = day
        foot = QRectF(cell.left(), cell.bottom(), cell.width(), self._foot())
        painter.setPen(self._theme.color(Role.SOFT_INK))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, label)
        if mean is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(Role.EDGE))
            painter.drawEllipse(QPointF(cell.center().x(), cell.bottom() - 2 * _DOT), _DOT, _DOT)
            return
        if high is not None and high > mean:
            pale = QColor(self._theme.ramp(high / _DEEPEST))
            pale.setAlphaF(0.3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pale)
            painter.drawRoundedRect(self._bar(cell, high), Radius.SMALL, Radius.SMALL)
        painter.setBrush(self._theme.ramp(mean / _DEEPEST))
        painter.setPen(QPen(self._theme.ramp_mark(mean / _DEEPEST), 1))
        painter.drawRoundedRect(self._bar(cell, mean), Radius.SMALL, Radius.SMALL)

    def _bar(self, cell: QRectF, depth: float) -> QRectF:
        width = min(self._theme.px(_BAR), cell.width() * 0.6)
        share = _LEAST + (1 - _LEAST) * min(max(depth / _DEEPEST, 0.0), 1.0)
        high = (cell.height() - 2) * share
        return QRectF(cell.center().x() - width / 2, cell.bottom() - high - 1, width, high)

    def _day_words(self, day: Day) -> str:
        label, low, high, mean = day
        if mean is None:
            return tr("{day}: nothing noted").format(day=label)
        if low is None or high is None or low == high:
            return tr("{day}: {mean} of 10").format(day=label, mean=_number(mean))
        return tr("{day}: {mean} of 10, between {low} and {high}").format(
            day=label, mean=_number(mean), low=_number(low), high=_number(high)
        )

    def _high(self) -> int:
        return self._theme.px(_HIGH)

    def _foot(self) -> int:
        return round(self._theme.line_height(TextStyle.SMALL))

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
