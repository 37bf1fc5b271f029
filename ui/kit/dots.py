"""Five dots from far to close, of which one may be chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from numbcompanion.translation import tr
from ui.theme import Radius, Role, Theme

DOTS = 5
_REACH = 22
_HIGH = 30
_SMALL, _GROWTH = 4.5, 0.9


def level_words(level: int | None) -> str:
    """Return how close a level of 1 to 5 is, in words."""
    if level is None:
        return tr("not chosen")
    return (tr("far away"), tr("rather far"), tr("in between"), tr("rather close"), tr("close"))[level - 1]


class Dots(QWidget):
    """Pointer, arrow keys or the digits 1 to 5 choose a dot; the same dot again, or Delete, takes it back."""

    level_chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._level: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._tell_words()
        theme.changed.connect(self._follow_theme)

    def level(self) -> int | None:
        """Return the dot that is chosen, 1 (far) to 5 (close), or None."""
        return self._level

    def set_level(self, level: int | None) -> None:
        """Show a dot as chosen, or none; says nothing to anyone."""
        self._level = None if level is None else min(max(level, 1), DOTS)
        self._tell_words()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_REACH) * DOTS, self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        closer, farther = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            closer, farther = farther, closer
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._choose(key - Qt.Key.Key_0)
        elif key in (closer, Qt.Key.Key_Up):
            self._choose(min((self._level or 0) + 1, DOTS))
        elif key in (farther, Qt.Key.Key_Down):
            self._choose(max((self._level or 2) - 1, 1))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            level = self._level_at(event.position().x())
            self._choose(None if level == self._level else level)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for level in range(1, DOTS + 1):
            chosen = level == self._level
            radius = self._theme.scale * (_SMALL + _GROWTH * level / 2 + (2 if chosen else 0))
            painter.setPen(QPen(self._theme.color(Role.ACCENT if chosen else Role.EDGE), 1.5))
            painter.setBrush(self._theme.color(Role.ACCENT if chosen else Role.CARD))
            painter.drawEllipse(self._centre(level), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.BUTTON, Radius.BUTTON)
        painter.end()

    def _centre(self, level: int) -> QPointF:
        place = level - 0.5
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place = DOTS - place
        return QPointF(place * self.width() / DOTS, self.height() / 2)

    def _level_at(self, x: float) -> int:
        place = min(max(int(x / max(1, self.width()) * DOTS), 0), DOTS - 1)
        return DOTS - place if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else place + 1

    def _choose(self, level: int | None) -> None:
        if level == self._level:
            return
        self.set_level(level)
        self.level_chosen.emit(self._level)

    def _tell_words(self) -> None:
        self.setAccessibleDescription(level_words(self._level))
        self.setToolTip(level_words(self._level))

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
