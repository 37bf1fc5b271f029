"""Values over time, painted: dots, a line where there is one, and the months below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from numbcompanion.translation import tr
from ui.dates import day_and_year, month_short
from ui.insights.painted import PaintedChart
from ui.theme.roles import Role, Space
from ui.theme.theme import Theme

_HEIGHT = 120
_DOT = 3
_PALE = 0.4
_LABELS = 5
_LONGEST_GAP_DAYS = 31
_NEAR_PX = 8
_DAYS_BY_DAY = 120
_YEAR = 366


@dataclass(frozen=True)
class Series:
    """Dots and a line of one kind; `words` says each dot."""

    name: str
    role: Role
    dots: Sequence[tuple[date, float, str]]
    line: Sequence[tuple[date, float]] = ()
    dashed: bool = False


class Moments(PaintedChart):
    """One or two series between `bottom` and `top`, each with its name where two are shown."""

    def __init__(self, theme: Theme, name: str):
        super().__init__(theme, name)
        self._series: Sequence[Series] = ()
        self._ends = (("", 0.0), ("", 1.0))

    def set_series(self, series: Sequence[Series], bottom: tuple[str, float], top: tuple[str, float]) -> None:
        """Show these series on a scale with a word at both ends."""
        self._series = series
        self._ends = (bottom, top)
        self.update()

    def high(self) -> float:
        return self._theme.px(_HEIGHT) + 2 * self.line()

    def draw(self, painter: QPainter, room: QRectF) -> None:
        plot = self._plot(room)
        days = self._days()
        if days is None:
            return
        for word, value in self._ends:
            y = self._y(value, plot)
            self.label(painter, QRectF(room.left(), y - self.line() / 2, self._words_wide(), self.line()), word)
            painter.setPen(QPen(self._theme.color(Role.LINE), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        self._draw_days(painter, plot, days)
        for series in self._series:
            self._draw_series(painter, plot, series, days)
        if len(self._series) > 1:
            self._draw_names(painter, QRectF(plot.left(), room.top(), plot.width(), self.line()))

    def words_at(self, place: QPointF) -> str:
        days = self._days()
        if days is None:
            return ""
        plot = self._plot(QRectF(self.rect()))
        for series in self._series:
            for day, value, words in series.dots:
                spot = QPointF(self._x(day, days, plot), self._y(value, plot))
                if (spot - place).manhattanLength() <= _NEAR_PX:
                    return words
        return ""

    def _plot(self, room: QRectF) -> QRectF:
        head = self.line() if len(self._series) > 1 else self._theme.px(Space.S)
        return room.adjusted(self._words_wide(), head, -self._theme.px(Space.S), -self.line())

    def _words_wide(self) -> float:
        return max(self.width_of(word) for word, _ in self._ends) + self._theme.px(Space.S)

    def _days(self) -> tuple[date, date] | None:
        all_days = [day for series in self._series for day, *_ in series.dots]
        return (min(all_days), max(all_days)) if all_days else None

    def _x(self, day: date, days: tuple[date, date], plot: QRectF) -> float:
        span = (days[1] - days[0]).days
        share = min(max((day - days[0]).days / span, 0.0), 1.0) if span else 0.5
        return plot.left() + share * plot.width()

    def _y(self, value: float, plot: QRectF) -> float:
        (_, bottom), (_, top) = self._ends
        share = (value - bottom) / (top - bottom) if top > bottom else 0.5
        return plot.bottom() - min(max(share, 0.0), 1.0) * plot.height()

    def _draw_days(self, painter: QPainter, plot: QRectF, days: tuple[date, date]) -> None:
        span = (days[1] - days[0]).days
        widest = self.width_of(_label(days[1], span)) + self._theme.px(Space.S)
        count = max(1, min(_LABELS, span + 1, int(plot.width() / widest)))
        wide = plot.width() / count
        for number in range(count):
            share = (number + 0.5) / count
            day = date.fromordinal(days[0].toordinal() + round(share * span))
            strip = QRectF(plot.left() + number * wide, plot.bottom() + 1, wide, self.line())
            self.label(painter, strip, _label(day, span), Qt.AlignmentFlag.AlignHCenter)

    def _draw_series(self, painter: QPainter, plot: QRectF, series: Series, days: tuple[date, date]) -> None:
        color = self._theme.color(series.role)
        pale = QColor(color)
        pale.setAlphaF(_PALE if series.line else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale)
        dot = self._theme.px(_DOT)
        for day, value, _ in series.dots:
            painter.drawEllipse(QPointF(self._x(day, days, plot), self._y(value, plot)), dot, dot)
        style = Qt.PenStyle.DashLine if series.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, 2.2, style, Qt.PenCapStyle.RoundCap))
        for (day, value), (then, other) in zip(series.line, series.line[1:], strict=False):
            if (then - day).days <= _LONGEST_GAP_DAYS * 2:
                begin = QPointF(self._x(day, days, plot), self._y(value, plot))
                painter.drawLine(begin, QPointF(self._x(then, days, plot), self._y(other, plot)))

    def _draw_names(self, painter: QPainter, room: QRectF) -> None:
        left = room.left()
        for series in self._series:
            style = Qt.PenStyle.DashLine if series.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._theme.color(series.role), 2.2, style))
            painter.drawLine(QPointF(left, room.center().y()), QPointF(left + 18, room.center().y()))
            wide = self.width_of(series.name) + 2
            self.label(painter, QRectF(left + 24, room.top(), wide, room.height()), series.name)
            left += 24 + wide + self._theme.px(Space.L)


def _label(day: date, span: int) -> str:
    if span < _DAYS_BY_DAY:
        return tr("{day} {month}").format(day=day.day, month=month_short(day))
    return tr("{month} {year}").format(month=month_short(day), year=day.year) if span > _YEAR else month_short(day)


def dated(day: date, words: str) -> str:
    """Return a day and what was on it."""
    return f"{day_and_year(day)}: {words}"
