"""The range of a day as a piece of the thaw, in the numbers' place beside its name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, TextStyle, Theme

_DEEPEST = 10
_WIDE = 170
_TRACK = 10
_STOPS = 7


class RangeBar(QWidget):
    """From the lowest to the highest depth of a day; its words say the same."""

    def __init__(self, theme: Theme, low: int | None, high: int | None, words: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._low, self._high, self._words = low, high, words
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(14) + round(self._theme.line_height(TextStyle.SMALL)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._theme.px(_TRACK)
        track = QRectF(1, 1, self.width() - 2, high)
        painter.setPen(QPen(self._theme.color(Role.LINE), 1))
        painter.setBrush(self._theme.color(Role.SUNK))
        painter.drawRoundedRect(track, high / 2, high / 2)
        if self._low is not None and self._high is not None:
            self._paint_range(painter, track, self._low, self._high)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(self._theme.color(Role.SOFT_INK))
        below = QRectF(0, track.bottom(), self.width(), self.height() - track.bottom())
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, self._words)
        painter.end()

    def _paint_range(self, painter: QPainter, track: QRectF, low: int, high: int) -> None:
        round_end = track.height()
        room = track.width() - round_end
        left, right = low / _DEEPEST * room, high / _DEEPEST * room + round_end
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = track.width() - right, track.width() - left
        gradient = QLinearGradient(QPointF(track.left(), 0), QPointF(track.right(), 0))
        marks = QLinearGradient(gradient)
        for stop in range(_STOPS):
            fraction = stop / (_STOPS - 1)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            gradient.setColorAt(fraction, self._theme.ramp(1 - fraction if mirrored else fraction))
            marks.setColorAt(fraction, self._theme.ramp_mark(1 - fraction if mirrored else fraction))
        painter.setBrush(QBrush(gradient))
        painter.setPen(QPen(QBrush(marks), 1))
        part = QRectF(track.left() + left, track.top(), right - left, track.height())
        painter.drawRoundedRect(part, round_end / 2, round_end / 2)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
