"""A place to draw lines in during a session. Nothing of it is kept."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from numbcompanion.translation import tr
from ui.theme import Radius, Role, Theme

_LINE = 4.0
_SMALLEST = 220
_STEP = 16


class MarkPad(QWidget):
    """Lines by mouse, pen or arrow keys; a pen draws thicker where it presses more."""

    drawn = Signal()

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._lines: list[tuple[QPainterPath, float]] = []
        self._drawing = False
        self.setAccessibleName(tr("A place to draw"))
        self.setAccessibleDescription(tr("Draw with the mouse or a pen, or with the arrow keys. Nothing is kept."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def clear(self) -> None:
        """Take all lines away."""
        self._lines.clear()
        self._drawing = False
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # it takes what room there is

    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST, _SMALLEST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drawing = False

    def tabletEvent(self, event: QTabletEvent) -> None:
        pressure = event.pressure()
        if pressure > 0 and not self._drawing:
            self._begin(event.position(), 0.5 + 1.5 * pressure)
        elif pressure > 0:
            self._go_on(event.position())
        else:
            self._drawing = False
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {
            Qt.Key.Key_Left: QPointF(-_STEP, 0),
            Qt.Key.Key_Right: QPointF(_STEP, 0),
            Qt.Key.Key_Up: QPointF(0, -_STEP),
            Qt.Key.Key_Down: QPointF(0, _STEP),
        }.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        if not event.isAutoRepeat() or not self._lines:
            at = self._lines[-1][0].currentPosition() if self._lines else QPointF(self.rect().center())
            self._begin(at)
        self._go_on(self._lines[-1][0].currentPosition() + way)
        self._drawing = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(Role.FOCUS if self.hasFocus() else Role.LINE), 1))
        painter.setBrush(self._theme.color(Role.CARD))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), int(Radius.CARD), int(Radius.CARD))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, (line, width) in enumerate(self._lines):
            pen = QPen(self._theme.ramp_mark((number % 12) / 11), _LINE * width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(line)
        painter.end()

    def _begin(self, at: QPointF, width: float = 1.0) -> None:
        self._lines.append((QPainterPath(at), width))
        self._drawing = True
        self.drawn.emit()

    def _go_on(self, to: QPointF) -> None:
        if self._drawing:
            self._lines[-1][0].lineTo(to)
            self.update()
