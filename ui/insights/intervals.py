"""Differences with their uncertainty: one dot and one interval a line, around a dotted line of no difference."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.insights.painted import PaintedChart
from ui.theme.roles import Role, Space
from ui.theme.theme import Theme

_ROW = 38
_BAR = 6
_DOT = 6
_PALE = 0.45
_NAME_SHARE = 0.34
_REACH_LEAST = 0.5


@dataclass(frozen=True)
class Interval:
    """One line: a difference, how far it may be off, and two small texts at its end."""

    name: str
    difference: float
    low: float
    high: float
    end: str = ""
    faint: str = ""
    words: str = ""


class Intervals(PaintedChart):
    """Lines in the order they are given; the scale is the same to both sides of the middle."""

    def __init__(self, theme: Theme, name: str):
        super().__init__(theme, name)
        self._lines: Sequence[Interval] = ()

    def set_lines(self, lines: Sequence[Interval]) -> None:
        """Show these lines."""
        self._lines = lines
        self.updateGeometry()
        self.update()

    @property
    def lines(self) -> Sequence[Interval]:
        """The lines that are shown."""
        return self._lines

    def high(self) -> float:
        return self._theme.px(_ROW) * max(1, len(self._lines))

    def draw(self, painter: QPainter, room: QRectF) -> None:
        if not self._lines:
            return
        names = min(max(self.width_of(line.name) for line in self._lines) + 2, room.width() * _NAME_SHARE)
        ends = max(max(self.width_of(line.end), self.width_of(line.faint)) for line in self._lines) + 2
        gap = self._theme.px(Space.M)
        middle = room.adjusted(names + gap, 0, -(ends + gap), 0)
        if self.isRightToLeft():
            middle = room.adjusted(ends + gap, 0, -(names + gap), 0)
        reach = max(_REACH_LEAST, *(max(abs(line.low), abs(line.high)) for line in self._lines))
        painter.setPen(QPen(self._theme.color(Role.EDGE), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(middle.center().x(), room.top()), QPointF(middle.center().x(), room.bottom()))
        row = room.height() / len(self._lines)
        for number, line in enumerate(self._lines):
            strip = QRectF(room.left(), room.top() + number * row, room.width(), row)
            self._draw_words(painter, strip, line, names, ends)
            self._draw_interval(painter, strip, middle, line, reach)

    def words_at(self, place: QPointF) -> str:
        if not self._lines:
            return ""
        number = int(place.y() / (self.height() / len(self._lines)))
        return self._lines[min(max(number, 0), len(self._lines) - 1)].words

    def _draw_words(self, painter: QPainter, strip: QRectF, line: Interval, names: float, ends: float) -> None:
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        name_room, end_room = QRectF(strip), QRectF(strip)
        if self.isRightToLeft():
            name_room.setLeft(strip.right() - names)
            end_room.setWidth(ends)
            left, right = right, left
        else:
            name_room.setWidth(names)
            end_room.setLeft(strip.right() - ends)
        self.label(painter, name_room, line.name, right, Role.INK)
        if not line.faint:
            self.label(painter, end_room, line.end, left)
            return
        height = min(self.line(), strip.height() / 2)
        upper = QRectF(end_room.left(), strip.center().y() - height, end_room.width(), height)
        self.label(painter, upper, line.end, left)
        self.label(painter, upper.translated(0, height), line.faint, left)

    def _draw_interval(self, painter: QPainter, strip: QRectF, middle: QRectF, line: Interval, reach: float) -> None:
        side = -1 if self.isRightToLeft() else 1
        px = middle.width() / 2 / reach * side

        def place(value: float) -> float:
            return middle.center().x() + value * px

        more = line.difference >= 0
        mark = self._theme.color(Role.FOG_MARK) if line.faint or not more else self._theme.color(Role.DAWN_MARK)
        pale = QColor(mark)
        pale.setAlphaF(_PALE)
        thick, dot = self._theme.px(_BAR), self._theme.px(_DOT)
        begin, end = sorted((place(line.low), place(line.high)))
        bar = QRectF(begin, strip.center().y() - thick / 2, max(end - begin, 1.0), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale)
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
        painter.setBrush(mark)
        painter.drawEllipse(QPointF(place(line.difference), strip.center().y()), dot, dot)
