"""The thaw as a chart that can be moved through by mouse and by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.checkins.records import DEEPEST
from numbcompanion.insights.thaw import DAY_S, Thaw
from numbcompanion.translation import tr
from ui.insights.thaw_items import MARKER_AT, Mark, ThawItems
from ui.insights.thaw_places import dot_near, how_to_move, mark_near, second_at
from ui.insights.time_axis import TimeAxis
from ui.theme.roles import Radius, Role, Space
from ui.theme.theme import Theme

_HEIGHT = 190
_STEP = 0.25  # of what is seen, for one press of an arrow key
_CLOSER = 0.7
_SETTLED_MS = 160
_LEFT_PX = 52
_FOOT_PX = 24


class ThawChart(QWidget):
    """Draws a Thaw. Drag, Ctrl and wheel, + − ← → 0 move through it; Shift with ← → goes from dot to dot."""

    told = Signal(str)  # the moment under the pointer or the keyboard; "" when there is none
    checkin_requested = Signal(str)
    view_changed = Signal(float, float)  # a while after the last move: first and last second that are seen

    def __init__(self, theme: Theme, tell: Callable[[str], str]):
        super().__init__()
        self._theme = theme
        self._tell = tell
        self._shown: Thaw | None = None
        self._marks: Sequence[Mark] = ()
        self._at: int | None = None
        self._whole = (0.0, DAY_S)
        self._start = (0.0, DAY_S)
        self._plot = pg.PlotWidget(axisItems={"bottom": TimeAxis("bottom")}, background=None)
        self._items = ThawItems(theme, self._plot)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._say_view)
        self._prepare()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def dots(self) -> int:
        """How many check-ins are shown."""
        return 0 if self._shown is None else len(self._shown.at_s)

    @property
    def plot(self) -> pg.PlotWidget:
        """The plot itself, which has the keyboard."""
        return self._plot

    def view(self) -> tuple[float, float]:
        """Return the first and the last second that are seen."""
        first, last = self._plot.getViewBox().viewRange()[0]
        return float(first), float(last)

    def show_thaw(self, thaw: Thaw) -> None:
        """Draw `thaw`, and look where one looked before; without dots only the axes stay."""
        self._shown = thaw
        self._at = None
        self._items.show(thaw)

    def add_dot(self, checkin_id: str, at_s: float, depth: int) -> None:
        """Draw one more dot, newer than the others, and make room for it."""
        if self._shown is None:
            return
        self._shown = replace(
            self._shown,
            ids=(*self._shown.ids, checkin_id),
            at_s=np.append(self._shown.at_s, at_s),
            depth=np.append(self._shown.depth, depth),
        )
        self._items.add_dot(at_s, depth)
        first, last = self.view()
        if at_s > last:
            self._plot.setXRange(first, at_s + DAY_S / 2, padding=0)

    def show_above(self, practice_days: Sequence[date], marks: Sequence[Mark]) -> None:
        """Draw days of practice and markers above the dots."""
        self._marks = marks
        self._items.show_above(practice_days, marks)

    def look_at(self, first_s: float, last_s: float, whole: tuple[float, float]) -> None:
        """Show this stretch; `whole` is as far as one can move. Says nothing to anyone."""
        pad = max(DAY_S / 2, (last_s - first_s) * 0.01)
        self._start = (first_s - pad, last_s + pad)
        self._whole = (min(whole[0], first_s) - pad, max(whole[1], last_s) + pad)
        box = self._plot.getViewBox()
        box.setLimits(xMin=self._whole[0], xMax=self._whole[1], minXRange=DAY_S)
        box.setRange(xRange=self._start, padding=0)
        self._settled.stop()

    def zoom(self, factor: float, around_s: float | None = None) -> None:
        """See more (over 1) or less (under 1) of the time."""
        first, last = self.view()
        middle = (first + last) / 2 if around_s is None else around_s
        self._look((middle - (middle - first) * factor, middle + (last - middle) * factor))

    def pan(self, share: float) -> None:
        """Move by a share of what is seen; below 0 goes back in time."""
        first, last = self.view()
        by = (last - first) * share
        by = min(max(by, self._whole[0] - first), self._whole[1] - last) if by > 0 else max(by, self._whole[0] - first)
        self._look((first + by, last + by))

    def back_to_start(self) -> None:
        """Show the whole range again."""
        self._look(self._start)

    def step(self, by: int) -> None:
        """Go to the next dot that is seen, or the one before, and tell its moment."""
        if self._shown is None or not len(self._shown.at_s):
            return
        first, last = self.view()
        seen = np.flatnonzero((self._shown.at_s >= first) & (self._shown.at_s <= last))
        if not len(seen):
            return
        if self._at is None or self._at not in seen:
            self._go_to(int(seen[0] if by > 0 else seen[-1]))
        else:
            self._go_to(int(min(max(self._at + by, seen[0]), seen[-1])))

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw what is seen into a picture."""
        self._plot.render(painter, room, self._plot.viewport().rect(), Qt.AspectRatioMode.IgnoreAspectRatio)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            return self._wheeled(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._plot:
            return self._pressed(event)
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if event.buttons() == Qt.MouseButton.NoButton:
                self._hover(event.position())
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._go_to(None)
        elif event.type() == QEvent.Type.FocusIn:
            self.told.emit(how_to_move())
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._plot.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.SMALL, Radius.SMALL)
        painter.end()

    def _prepare(self) -> None:
        plot = self._plot
        plot.setAccessibleName(tr("The thaw: how much you could feel"))
        plot.setAccessibleDescription(how_to_move())
        plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        plot.viewport().setMouseTracking(True)
        plot.viewport().installEventFilter(self)
        plot.installEventFilter(self)
        plot.scene().sigMouseClicked.connect(self._clicked)
        self._items.show_above((), ())
        plot.getViewBox().sigXRangeChanged.connect(lambda *_: self._settled.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        column.addWidget(plot)

    def _wheeled(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page scrolls, not the chart
            return True
        turned = event.angleDelta().y() / 120
        self.zoom(_CLOSER**turned, second_at(self._plot, event.position()))
        event.accept()
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = key == Qt.Key.Key_Right
            if shift:
                self.step(1 if forward else -1)
            else:
                self.pan(_STEP if forward else -_STEP)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_CLOSER)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _CLOSER)
        elif key == Qt.Key.Key_0:
            self.back_to_start()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self._open(self._at)
        else:
            return False
        return True

    def _look(self, seen: tuple[float, float]) -> None:
        first, last = max(seen[0], self._whole[0]), min(seen[1], self._whole[1])
        if last - first >= DAY_S:
            self._plot.getViewBox().setRange(xRange=(first, last), padding=0)

    def _say_view(self) -> None:
        self.view_changed.emit(*self.view())

    def _hover(self, place: QPointF) -> None:
        mark = mark_near(self._plot, self._marks, place)
        if mark is not None:
            self._items.point_at((mark.at_s, MARKER_AT))
            self._at = None
            self.told.emit(mark.words)
            return
        self._go_to(self._dot_near(place))

    def _dot_near(self, place: QPointF) -> int | None:
        return None if self._shown is None else dot_near(self._plot, self._shown, place)

    def _go_to(self, number: int | None) -> None:
        self._at = number
        if number is None or self._shown is None:
            self._items.point_at(None)
            self.told.emit("")
            return
        self._items.point_at((float(self._shown.at_s[number]), float(self._shown.depth[number])))
        words = self._tell(self._shown.ids[number])
        self._plot.setAccessibleDescription(words)
        self.told.emit(words)

    def _clicked(self, event: object) -> None:
        place = self._plot.mapFromScene(event.scenePos())  # type: ignore[attr-defined]  # pyqtgraph's own
        near = self._dot_near(QPointF(place))
        if near is not None:
            self._open(near)

    def _open(self, number: int) -> None:
        if self._shown is not None:
            self.checkin_requested.emit(self._shown.ids[number])

    def _dress(self) -> None:
        self._plot.setBackground(self._theme.color(Role.CARD))
        self._items.dress()
        self._plot.getAxis("bottom").setHeight(self._theme.px(_FOOT_PX))
        left = self._plot.getAxis("left")
        left.setTicks([[(0, tr("none")), (DEEPEST, tr("vivid"))]])
        left.setWidth(self._theme.px(_LEFT_PX))
        self.setFixedHeight(self._theme.px(_HEIGHT))
        if self._shown is not None:
            self._items.show(self._shown)
