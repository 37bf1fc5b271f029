"""A painted body whose regions can be chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Radius, Role, Theme

_WIDE, _HIGH = 80, 150
_MARK = 7.0
# The figure in a box of 80 by 150: a round head; throat, trunk, two arms, two legs.
_HEAD = (40, 20, 12.5, 14)
_OUTLINES = (
    ((35, 30), (45, 30), (45, 43), (35, 43)),
    ((24, 41), (56, 41), (58, 70), (54, 92), (26, 92), (22, 70)),
    ((22, 42), (24, 60), (17, 90), (8, 88), (14, 50)),
    ((58, 42), (56, 60), (63, 90), (72, 88), (66, 50)),
    ((26, 91), (40, 91), (38, 144), (27, 144)),
    ((40, 91), (54, 91), (53, 144), (42, 144)),
)
# Where a region is marked, and the box that a pointer finds it in.
_REGIONS = {
    "head": (((40, 20),), ((26, 6, 28, 27),)),
    "throat": (((40, 38),), ((30, 33, 20, 9),)),
    "chest": (((40, 55),), ((24, 42, 32, 25),)),
    "belly": (((40, 80),), ((24, 67, 32, 26),)),
    "hands": (((12, 86), (68, 86)), ((4, 42, 19, 52), (57, 42, 19, 52))),
    "legs": (((33, 122), (47, 122)), ((24, 93, 32, 53),)),
}
REGIONS = tuple(_REGIONS)


class BodyFigure(QWidget):
    """Pointer or arrow keys go to a region; it is chosen by a press, Enter or Space. `names` gives each its words."""

    region_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, names: Mapping[str, str], parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._names = dict(names)
        self._current = "chest"
        self._hovered = ""
        self._marks: dict[str, QColor] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._tell_words()
        theme.changed.connect(self._follow_theme)

    @property
    def current(self) -> str:
        """The region the keyboard is at."""
        return self._current

    def set_marks(self, marks: Mapping[str, QColor]) -> None:
        """Mark these regions, each in its colour."""
        self._marks = dict(marks)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(key)
        if step is not None:
            place = REGIONS.index(self._current) + step
            self._current = REGIONS[min(max(place, 0), len(REGIONS) - 1)]
            self._tell_words()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.region_chosen.emit(self._current)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        region = self._region_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and region:
            self._current = region
            self._tell_words()
            self.update()
            self.region_chosen.emit(region)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._region_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.scale(self.width() / _WIDE, self.height() / _HIGH)
        self._paint_body(painter)
        for region, color in self._marks.items():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for x, y in _REGIONS[region][0]:
                painter.drawEllipse(QPointF(x, y), _MARK, _MARK)
        here = self._hovered or (self._current if self.hasFocus() else "")
        if here:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(Role.ACCENT), 1.5))
            for x, y in _REGIONS[here][0]:
                painter.drawEllipse(QPointF(x, y), _MARK + 2.5, _MARK + 2.5)
        painter.restore()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.BUTTON, Radius.BUTTON)
        painter.end()

    def _paint_body(self, painter: QPainter) -> None:
        body = QPainterPath()
        x, y, wide, high = _HEAD
        body.addEllipse(QPointF(x, y), wide, high)
        for outline in _OUTLINES:
            part = QPainterPath(QPointF(*outline[0]))
            for x, y in outline[1:]:
                part.lineTo(x, y)
            part.closeSubpath()
            body = body.united(part)
        pen = QPen(self._theme.color(Role.LINE), 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(self._theme.color(Role.SUNK))
        painter.drawPath(body.simplified())

    def _region_at(self, place: QPointF) -> str:
        x, y = place.x() / max(1, self.width()) * _WIDE, place.y() / max(1, self.height()) * _HIGH
        for region, (_, boxes) in _REGIONS.items():
            if any(QRectF(*box).contains(x, y) for box in boxes):
                return region
        return ""

    def _hover(self, region: str) -> None:
        if region != self._hovered:
            self._hovered = region
            self.setToolTip(self._names.get(region, ""))
            self.update()

    def _tell_words(self) -> None:
        self.setAccessibleDescription(self._names[self._current])

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
