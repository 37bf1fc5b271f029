"""The mood map: a point between unpleasant and pleasant, less and more energy."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from numbcompanion.translation import tr
from ui.theme import Radius, Role, TextStyle, Theme

REACH = 5.0
_STEP = 0.5
_POINT = 11
_TALLEST = 300
_QUADRANT_GAP = 2


def point_words(point: tuple[float, float] | None) -> str:
    """Return where a point of the map lies, in words."""
    if point is None:
        return tr("no point chosen")
    unpleasant = (tr("very unpleasant"), tr("unpleasant"))
    pleasant = (tr("pleasant"), tr("very pleasant"))
    less = (tr("very little energy"), tr("less energy"))
    more = (tr("more energy"), tr("much energy"))
    sideways = _side(point[0], unpleasant, tr("neither pleasant nor unpleasant"), pleasant)
    upwards = _side(point[1], less, tr("middling energy"), more)
    return tr("{pleasantness}, {energy}").format(pleasantness=sideways, energy=upwards)


def _side(value: float, low: tuple[str, str], middle: str, high: tuple[str, str]) -> str:
    if abs(value) < 0.5:
        return middle
    strong = abs(value) > 3
    return (low[0] if strong else low[1]) if value < 0 else (high[1] if strong else high[0])


class MoodMap(QWidget):
    """Four tinted fields and one point; pointer or arrow keys set it, Delete takes it away."""

    point_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._point: tuple[float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Mood map: sideways unpleasant to pleasant, upwards more energy"))
        self._tell_words()
        theme.changed.connect(self._follow_theme)

    def point(self) -> tuple[float, float] | None:
        """Return (pleasantness, energy), each -5 to 5, or None."""
        return self._point

    def set_point(self, point: tuple[float, float] | None) -> None:
        """Show a point, or none; says nothing to anyone."""
        self._point = None if point is None else (_within(point[0]), _within(point[1]))
        self._tell_words()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(round(width * 0.86), self._theme.px(_TALLEST) - self._foot()) + self._foot()

    def sizeHint(self) -> QSize:
        width = self._theme.px(314)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(150))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (-_STEP, 0.0),
            Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, _STEP),
            Qt.Key.Key_Down: (0.0, -_STEP),
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        elif key in moves:
            pleasant, energy = self._point or (0.0, 0.0)
            step_pleasant, step_energy = moves[key]
            self._choose((pleasant + step_pleasant, energy + step_energy))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Home) and self._point is None:
            self._choose((0.0, 0.0))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._point_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._point_at(event.position()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_fields(painter)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            painter.drawRoundedRect(self._field().adjusted(-2, -2, 2, 2), Radius.CARD, Radius.CARD)
        if self._point is not None:
            self._paint_point(painter)
        painter.end()

    def _paint_fields(self, painter: QPainter) -> None:
        field, gap = self._field(), _QUADRANT_GAP / 2
        around = QPainterPath()
        around.addRoundedRect(field, Radius.CARD - 2, Radius.CARD - 2)
        painter.save()
        painter.setClipPath(around)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = field.center()
        for role, left, top in (
            (Role.MAP_TENSE, True, True),
            (Role.MAP_BRIGHT, False, True),
            (Role.MAP_LOW, True, False),
            (Role.MAP_CALM, False, False),
        ):
            x = field.left() if left else middle.x() + gap
            y = field.top() if top else middle.y() + gap
            part = QRectF(x, y, field.width() / 2 - gap, field.height() / 2 - gap)
            painter.setBrush(self._theme.color(role))
            painter.drawRoundedRect(part, Radius.SMALL, Radius.SMALL)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        font = self._theme.font(TextStyle.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        field, inset = self._field(), self._theme.px(12)
        inner = field.adjusted(inset, inset / 2, -inset, -inset / 2)
        painter.setPen(self._theme.color(Role.MAP_INK))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, left | Qt.AlignmentFlag.AlignTop, tr("more energy"))
        painter.drawText(inner, left | Qt.AlignmentFlag.AlignBottom, tr("less energy"))
        foot = QRectF(field.left() + 4, field.bottom(), field.width() - 8, self._foot())
        painter.setPen(self._theme.color(Role.SOFT_INK))
        middle = Qt.AlignmentFlag.AlignVCenter
        half = foot.width() / 2 - 4
        for text, side in ((tr("unpleasant"), left), (tr("pleasant"), right)):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, half)
            painter.drawText(foot, side | middle | Qt.AlignmentFlag.AlignAbsolute, shown)

    def _paint_point(self, painter: QPainter) -> None:
        centre, radius = self._spot(), float(self._theme.px(_POINT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(Role.CARD))
        painter.drawEllipse(centre, radius + 3, radius + 3)
        painter.setBrush(self._theme.color(Role.ACCENT))
        painter.drawEllipse(centre, radius, radius)

    def _field(self) -> QRectF:
        return QRectF(3, 3, self.width() - 6, max(1, self.height() - 6 - self._foot()))

    def _foot(self) -> int:
        return round(self._theme.line_height(TextStyle.SMALL)) + self._theme.px(8)

    def _inner(self) -> QRectF:
        inset = self._theme.px(_POINT) + 3
        return self._field().adjusted(inset, inset, -inset, -inset)

    def _spot(self) -> QPointF:
        pleasant, energy = self._point or (0.0, 0.0)
        inner = self._inner()
        x = inner.left() + (pleasant + REACH) / (2 * REACH) * inner.width()
        return QPointF(x, inner.bottom() - (energy + REACH) / (2 * REACH) * inner.height())

    def _point_at(self, place: QPointF) -> tuple[float, float]:
        inner = self._inner()
        pleasant = (place.x() - inner.left()) / max(1.0, inner.width()) * 2 * REACH - REACH
        energy = (inner.bottom() - place.y()) / max(1.0, inner.height()) * 2 * REACH - REACH
        return round(pleasant, 1), round(energy, 1)

    def _choose(self, point: tuple[float, float] | None) -> None:
        before = self._point
        self.set_point(point)
        if self._point != before:
            self.point_chosen.emit(self._point)

    def _tell_words(self) -> None:
        self.setAccessibleDescription(point_words(self._point))
        self.setToolTip(point_words(self._point))

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _within(value: float) -> float:
    return min(max(value, -REACH), REACH)
