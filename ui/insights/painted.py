"""A chart that is painted by hand: light to make, and drawn the same into a picture."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import Role, TextStyle, Theme

_LEAST_WIDE = 200
_WIDE = 388


class PaintedChart(QWidget):
    """A widget with a name, a height that grows with the text, and words for each of its places."""

    def __init__(self, theme: Theme, name: str):
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def high(self) -> float:
        """Return how high the chart is, in logical pixels at the present text size."""
        raise NotImplementedError

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw the chart into `room`."""
        raise NotImplementedError

    def words_at(self, place: QPointF) -> str:
        """Return what stands at a place, "" for nothing."""
        return ""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), round(self.high()))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDE, round(self.high()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def line(self) -> float:
        """Return the height of one line of small text."""
        return self._theme.line_height(TextStyle.SMALL)

    def label(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        sideways: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        role: Role = Role.SOFT_INK,
    ) -> None:
        """Write small text, shortened where the room ends."""
        font = self._theme.font(TextStyle.SMALL)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, sideways | Qt.AlignmentFlag.AlignVCenter, shown)

    def width_of(self, text: str) -> float:
        """Return how wide small text is."""
        return QFontMetricsF(self._theme.font(TextStyle.SMALL)).horizontalAdvance(text)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
