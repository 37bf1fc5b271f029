"""The ladder of steps: numbered rings one below the other, each with its name and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.theme import Radius, Role, TextStyle, Theme

_RING = 44
_GAP = 16
_RUNG = 76
_FULL_TURN = 360 * 16
_TOP = 90 * 16
_WRAP = Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True)
class Rung:
    """One step: its name, a line on where it stands, and how much of it is walked (0 to 1)."""

    title: str
    note: str = ""
    fraction: float = 0.0


class StepLadder(QWidget):
    """Steps one can choose by pointer, Enter, or arrow keys; no order is asked for."""

    step_chosen = Signal(int)

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._rungs: list[StepRung] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def rungs(self) -> "tuple[StepRung, ...]":
        """The steps as controls, from the first."""
        return tuple(self._rungs)

    def set_steps(self, steps: Iterable[Rung | tuple[str, str, float]], current: int | None = None) -> None:
        """Show these steps, numbered from 1; `current` counts from 0."""
        rungs = [step if isinstance(step, Rung) else Rung(*step) for step in steps]
        while len(self._rungs) > len(rungs):
            gone = self._rungs.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._rungs) < len(rungs):
            self._add()
        for place, (widget, rung) in enumerate(zip(self._rungs, rungs, strict=True)):
            widget.show_rung(rung, first=place == 0, last=place == len(rungs) - 1)
        self.set_current(current)

    def set_current(self, current: int | None) -> None:
        """Mark the step that is open, counting from 0, or none."""
        for place, widget in enumerate(self._rungs):
            widget.setChecked(place == current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self._rungs:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                place = self._rungs.index(watched) + step
                self._rungs[min(max(place, 0), len(self._rungs) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        place = len(self._rungs)
        rung = StepRung(self._theme, place + 1)
        rung.installEventFilter(self)
        rung.clicked.connect(lambda: self._pressed(place))
        self._rungs.append(rung)
        self._column.addWidget(rung)

    def _pressed(self, place: int) -> None:
        self.set_current(place)
        self.step_chosen.emit(place)


class StepRung(QPushButton):
    """One numbered ring with its words; the ring closes as the step is walked."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._rung = Rung("")
        self._first = self._last = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._follow_theme)

    def show_rung(self, rung: Rung, first: bool, last: bool) -> None:
        """Show this step; the first and the last have no line above or below."""
        self._rung, self._first, self._last = rung, first, last
        self.setAccessibleName(tr("Step {number}: {title}").format(number=self._number, title=rung.title))
        self.setAccessibleDescription(rung.note)
        self._follow_theme()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, note = self._word_heights(width - self._words_left() - 4)
        return max(self._theme.px(_RUNG), title + note + self._theme.px(14))

    def sizeHint(self) -> QSize:
        words = max(
            QFontMetrics(self._theme.font(TextStyle.BODY_STRONG)).horizontalAdvance(self._rung.title),
            QFontMetrics(self._theme.font(TextStyle.SMALL)).horizontalAdvance(self._rung.note),
        )
        width = self._words_left() + words + 12
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._words_left() + self._theme.px(90)
        return QSize(width, self._theme.px(_RUNG))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_ring(painter)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            left = self._words_left() - self._theme.px(8)
            beside = QRect(left, 8, self.width() - left - 1, self.height() - 16)
            around = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), beside))
            painter.drawRoundedRect(around, Radius.BUTTON, Radius.BUTTON)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        ring = self._ring()
        painter.setPen(QPen(self._theme.color(Role.LINE), 2))
        x = ring.center().x()
        if not self._first:
            painter.drawLine(QPointF(x, 0), QPointF(x, ring.top()))
        if not self._last:
            painter.drawLine(QPointF(x, ring.bottom()), QPointF(x, self.height()))

    def _paint_ring(self, painter: QPainter) -> None:
        inner = self._ring().adjusted(2, 2, -2, -2)
        painter.setBrush(self._theme.color(Role.ACCENT_WASH if self.isChecked() else Role.CARD))
        painter.setPen(QPen(self._theme.color(Role.LINE), 2))
        painter.drawEllipse(inner)
        if self._rung.fraction > 0:
            pen = QPen(self._theme.color(Role.ACCENT), 3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(inner, _TOP, -round(_FULL_TURN * min(self._rung.fraction, 1.0)))
        painter.setFont(self._theme.font(TextStyle.BODY_STRONG))
        painter.setPen(self._theme.color(Role.ACCENT if self.isChecked() else Role.INK))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        left = self._words_left()
        room = QRect(left, 0, max(1, self.width() - left - 4), self.height())
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        title, note = self._word_heights(room.width())
        top = (self.height() - title - note) // 2
        flags = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft).value | _WRAP
        flags |= Qt.AlignmentFlag.AlignAbsolute.value
        painter.setPen(self._theme.color(Role.INK))
        painter.setFont(self._title_font())
        painter.drawText(QRect(room.left(), top, room.width(), title), flags, self._rung.title)
        painter.setPen(self._theme.color(Role.SOFT_INK))
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.drawText(QRect(room.left(), top + title, room.width(), note), flags, self._rung.note)

    def _title_font(self) -> QFont:
        return self._theme.font(TextStyle.BODY_STRONG if self.isChecked() else TextStyle.BODY)

    def _word_heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(1, width), 1 << 20)
        title = QFontMetrics(self._theme.font(TextStyle.BODY_STRONG)).boundingRect(room, _WRAP, self._rung.title)
        note = QFontMetrics(self._theme.font(TextStyle.SMALL)).boundingRect(room, _WRAP, self._rung.note)
        return title.height() + self._theme.px(2), note.height() if self._rung.note else 0

    def _words_left(self) -> int:
        return self._theme.px(_RING) + self._theme.px(_GAP)

    def _ring(self) -> QRectF:
        side = self._theme.px(_RING)
        spot = QRect(0, (self.height() - side) // 2, side, side)
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
