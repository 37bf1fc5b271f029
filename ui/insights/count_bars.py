"""Counts as bars, one line each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.insights.painted import PaintedChart
from ui.theme.roles import Role, Space
from ui.theme.theme import Theme

_ROW = 26
_BAR = 12
_NAME_SHARE = 0.4


@dataclass(frozen=True)
class Count:
    """One line: how often, and a few words at its end."""

    name: str
    number: int
    end: str = ""
    warmth: float = 0.4  # where on the ramp


class CountBars(PaintedChart):
    """Bars in the order they are given."""

    def __init__(self, theme: Theme, name: str):
        super().__init__(theme, name)
        self._counts: Sequence[Count] = ()

    def set_counts(self, counts: Sequence[Count]) -> None:
        """Show these counts."""
        self._counts = counts
        self.updateGeometry()
        self.update()

    @property
    def counts(self) -> Sequence[Count]:
        """The counts that are shown."""
        return self._counts

    def high(self) -> float:
        return self._theme.px(_ROW) * max(1, len(self._counts))

    def draw(self, painter: QPainter, room: QRectF) -> None:
        if not self._counts:
            return
        gap = self._theme.px(Space.M)
        names = min(max(self.width_of(count.name) for count in self._counts) + 2, room.width() * _NAME_SHARE)
        ends = max(self.width_of(_end(count)) for count in self._counts) + 2
        ends = min(ends, room.width() * _NAME_SHARE)
        longest = max(1, *(count.number for count in self._counts))
        width = max(1.0, room.width() - names - ends - 2 * gap)
        row = room.height() / len(self._counts)
        mirrored = self.isRightToLeft()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for number, count in enumerate(self._counts):
            top = room.top() + number * row
            parts = [
                QRectF(room.left(), top, names, row),
                QRectF(room.left() + names + gap, top, width * count.number / longest, row),
                QRectF(room.left() + names + gap + width * count.number / longest + gap / 2, top, ends, row),
            ]
            if mirrored:
                parts = [_mirrored(part, room) for part in parts]
            self.label(painter, parts[0], count.name, left if mirrored else right, Role.INK)
            self._bar(painter, parts[1], count)
            self.label(painter, parts[2], _end(count), right if mirrored else left)

    def words_at(self, place: QPointF) -> str:
        if not self._counts:
            return ""
        number = min(int(place.y() / (self.height() / len(self._counts))), len(self._counts) - 1)
        return f"{self._counts[max(number, 0)].name}: {_end(self._counts[max(number, 0)])}"

    def _bar(self, painter: QPainter, room: QRectF, count: Count) -> None:
        high = min(self._theme.px(_BAR), room.height())
        bar = QRectF(room.left(), room.center().y() - high / 2, max(room.width(), 2.0), high)
        painter.setBrush(self._theme.ramp(count.warmth))
        painter.setPen(QPen(self._theme.ramp_mark(count.warmth), 1))
        painter.drawRoundedRect(bar, min(high / 3, bar.width() / 2), high / 3)


def _end(count: Count) -> str:
    return count.end or str(count.number)


def _mirrored(part: QRectF, room: QRectF) -> QRectF:
    return QRectF(room.left() + room.right() - part.right(), part.top(), part.width(), part.height())
