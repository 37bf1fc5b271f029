"""One thing to try on a step: a mark to set, its words, and what opens it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from numbcompanion.reading import Thing
from numbcompanion.translation import tr
from ui.kit.buttons import Button, quiet_button
from ui.kit.text import body, soft
from ui.theme import Role, Space, Theme

_MARK = 24
_HOOK = ((0.30, 0.52), (0.44, 0.66), (0.70, 0.36))


class TriedMark(QAbstractButton):
    """A round mark that is set when something was tried, and can be taken back."""

    def __init__(self, theme: Theme, name: str):
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(tr("Tried: {thing}").format(thing=name))
        self.setToolTip(tr("Mark as tried"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        side = self._theme.px(_MARK) + 4
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = float(self._theme.px(_MARK))
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(Role.ACCENT))
            painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
            pen = QPen(self._theme.color(Role.ON_ACCENT), max(2.0, side / 11))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([QPointF(ring.x() + x * side, ring.y() + y * side) for x, y in _HOOK])
        else:
            painter.setPen(QPen(self._theme.color(Role.SOFT_INK), 2))
            painter.setBrush(self._theme.color(Role.CARD))
            painter.drawEllipse(ring.adjusted(2, 2, -2, -2))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring.adjusted(-1, -1, 1, 1))
        painter.end()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


class ThingRow(QWidget):
    """Mark, words and, where something opens it, a button."""

    tried_changed = Signal(str, bool)
    open_requested = Signal(object)  # Thing

    def __init__(self, theme: Theme, thing: Thing, tried: bool):
        super().__init__()
        self.thing = thing
        self.mark = TriedMark(theme, thing.text)
        self.mark.setChecked(tried)
        self.mark.clicked.connect(lambda checked: self.tried_changed.emit(thing.key, checked))
        self.button: Button | None = None
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(body(theme, thing.text))
        if thing.hint:
            words.addWidget(soft(theme, thing.hint))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, 0, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        if thing.goes_to:
            self.button = quiet_button(theme, tr("Open"))
            self.button.setAccessibleName(tr("Open: {thing}").format(thing=thing.text))
            self.button.clicked.connect(lambda: self.open_requested.emit(thing))
            row.addWidget(self.button)
