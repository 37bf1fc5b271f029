"""The ring of a session: how far it has come, and three circles that open and close with the breath."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, TextStyle, Theme

_SIZE = 416
_SMALLEST = 260
_RING_WIDTH = 3
_CLOSED = 0.62
# Each circle: its share of the ring's radius when open, how far it lies from haze to dawn, and how strongly it
# stands out from the paper in the light room and in the dark one.
_CIRCLES = ((0.78, 0.0, 0.20, 0.20), (0.62, 0.25, 0.42, 0.38), (0.465, 0.4, 0.76, 0.56))
_FULL_TURN = 360 * 16
_TOP = 90 * 16


class SessionRing(QWidget):
    """Painted for every frame from what it was last told; it keeps no time of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._progress: float | None = None
        self._title = ""
        self._hint = ""
        self._openness = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._follow_theme)

    def set_progress(self, fraction: float | None) -> None:
        """Show how much of the session is over; None for one without an end."""
        self._progress = None if fraction is None else min(max(fraction, 0.0), 1.0)
        self.update()

    def set_phase(self, title: str, hint: str = "", openness: float = 1.0) -> None:
        """Show words in the middle, and the circles open from 0 to 1."""
        if (title, hint) != (self._title, self._hint):
            self.setAccessibleName(title)
            self.setAccessibleDescription(hint)
        self._title = title
        self._hint = hint
        self._openness = min(max(openness, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST, _SMALLEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_circles(painter)
        self._paint_ring(painter)
        self._paint_words(painter)
        painter.end()

    def _radius(self) -> float:
        largest = max(_SIZE, self._theme.px(_SIZE * 0.8))
        return min(self.width(), self.height(), largest) / 2 - _RING_WIDTH

    def _centre(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _paint_circles(self, painter: QPainter) -> None:
        open_now = _CLOSED + (1 - _CLOSED) * self._openness
        painter.setPen(Qt.PenStyle.NoPen)
        for share, warmth, in_light, in_dark in _CIRCLES:
            tint = self._theme.mix(Role.HAZE, Role.DAWN, warmth)
            fill = self._theme.blend(tint, Role.PAPER, 1 - (in_dark if self._theme.dark else in_light))
            painter.setBrush(fill)
            radius = self._radius() * share * open_now
            painter.drawEllipse(self._centre(), radius, radius)

    def _paint_ring(self, painter: QPainter) -> None:
        radius, centre = self._radius(), self._centre()
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color(Role.LINE), _RING_WIDTH))
        painter.drawEllipse(around)
        if self._progress:
            pen = QPen(self._theme.color(Role.ACCENT), _RING_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(around, _TOP, -round(_FULL_TURN * self._progress))

    def _paint_words(self, painter: QPainter) -> None:
        width = self._radius() * 1.36
        flags = Qt.AlignmentFlag.AlignHCenter.value | Qt.TextFlag.TextWordWrap.value
        room = QRectF(self._centre().x() - width / 2, 0, width, self.height())
        painter.setPen(self._theme.color(Role.INK))
        painter.setFont(self._theme.font(TextStyle.NUMBER))
        title = painter.boundingRect(room, flags, self._title)
        painter.setFont(self._theme.font(TextStyle.BODY))
        hint = painter.boundingRect(room, flags, self._hint)
        gap = self._theme.px(6) if self._hint and self._title else 0
        top = self._centre().y() - (title.height() + gap + hint.height()) / 2
        painter.drawText(QRectF(room.left(), top + title.height() + gap, width, hint.height()), flags, self._hint)
        painter.setFont(self._theme.font(TextStyle.NUMBER))
        painter.drawText(QRectF(room.left(), top, width, title.height()), flags, self._title)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
