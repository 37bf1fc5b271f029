"""A switch: on or off, at once."""

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import Role, Theme

_WIDE = 40
_HIGH = 24
_MOVES_MS = 180
_FOCUS = 3


class Switch(QCheckBox):
    """A painted switch; Space and Enter turn it, `name` is what it is called aloud."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "switch")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._place = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(_MOVES_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)
        self.toggled.connect(self._turn)
        theme.changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE) + 2 * _FOCUS, self._theme.px(_HIGH) + 2 * _FOCUS)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_FOCUS, _FOCUS, -_FOCUS, -_FOCUS)
        radius = body.height() / 2
        ground = self._theme.mix(Role.SUNK, Role.ACCENT, self._place)
        edge = self._theme.mix(Role.EDGE, Role.ACCENT, self._place)
        if not self.isEnabled():
            ground, edge = self._theme.color(Role.SUNK), self._theme.color(Role.LINE)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 1.5))
        painter.drawRoundedRect(body.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        along = 1 - self._place if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self._place
        knob = radius - self._theme.px(3)
        centre = QPointF(body.left() + radius + along * (body.width() - 2 * radius), body.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.mix(Role.EDGE, Role.ON_ACCENT, self._place))
        painter.drawEllipse(centre, knob, knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius + 2, radius + 2)
        painter.end()

    def _turn(self, on: bool) -> None:
        self._motion.stop()
        if self._theme.still or not self.isVisible():
            self._moved(1.0 if on else 0.0)
            return
        self._motion.setStartValue(self._place)
        self._motion.setEndValue(1.0 if on else 0.0)
        self._motion.start()

    def _moved(self, place: float) -> None:
        self._place = place
        self.update()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
