"""The feeling slider: how much can be felt, 0 to 10, or not chosen, or "I can't tell"."""

from enum import Enum, auto
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from numbcompanion.translation import tr
from ui.kit.slider_paint import SliderPaint
from ui.theme import Theme

DEEPEST = 10
_TEN_WAITS_MS = 800


class _State(Enum):
    NOT_CHOSEN = auto()
    CANT_TELL = auto()
    CHOSEN = auto()


def depth_words(depth: int) -> str:
    """Return the words for a depth of feeling, 0 to 10."""
    if depth == 0:
        return tr("nothing at all")
    if depth == 1:
        return tr("almost nothing")
    for highest, words in ((3, tr("faint")), (6, tr("some")), (8, tr("clear"))):
        if depth <= highest:
            return words
    return tr("vivid")


class FeelingSlider(QSlider):
    """A slider whose digits, arrows and pointer choose a depth; before that it has no handle and no answer."""

    depth_chosen = Signal(object)
    save_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        anchors: Literal["five", "three", "none"] = "five",
        parent: QWidget | None = None,
    ):
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._anchors = anchors
        self._state = _State.NOT_CHOSEN
        self._one_waits = QTimer(self, singleShot=True, interval=_TEN_WAITS_MS)
        self.setRange(0, DEEPEST)
        self.setPageStep(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._tell_words()
        theme.changed.connect(self._follow_theme)

    @property
    def touched(self) -> bool:
        """Whether there is an answer; "I can't tell" is one."""
        return self._state is not _State.NOT_CHOSEN

    @property
    def is_cant_tell(self) -> bool:
        """Whether the answer is "I can't tell"."""
        return self._state is _State.CANT_TELL

    # Qt's own depth(), bits per pixel, is not virtual; nothing here asks for it.
    def depth(self) -> int | None:  # type: ignore[override]
        """Return the chosen depth; None when nothing is chosen or the answer is "I can't tell"."""
        return self.value() if self._state is _State.CHOSEN else None

    def set_depth(self, depth: int | None) -> None:
        """Show this depth, or with None go back to not chosen; says nothing to anyone."""
        if depth is None:
            self._become(_State.NOT_CHOSEN, 0)
        else:
            self._become(_State.CHOSEN, min(max(depth, 0), DEEPEST))

    def cant_tell(self) -> None:
        """Answer "I can't tell"."""
        self._become(_State.CANT_TELL, 0)
        self.depth_chosen.emit(None)

    def value_words(self) -> str:
        """Return what is chosen, in words."""
        if self._state is _State.NOT_CHOSEN:
            return tr("not chosen")
        if self._state is _State.CANT_TELL:
            return tr("I can’t tell")
        return tr("{depth} of 10, {words}").format(depth=self.value(), words=depth_words(self.value()))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.touched and not event.isAutoRepeat():
                self.save_requested.emit()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._typed(key - Qt.Key.Key_0)
        elif (depth := self._depth_after(key)) is not None:
            self._one_waits.stop()
            self._choose(depth)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._one_waits.stop()
            self._choose(self._paint().depth_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._paint().depth_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a wheel never answers for someone

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = self._paint()
        chosen = self._state is _State.CHOSEN
        paint.track(painter, faded=self._state is _State.CANT_TELL)
        if chosen:
            paint.handle(painter, self.value(), focused=self.hasFocus())
        elif self.hasFocus():
            paint.focus_around_track(painter)
        if self._state is _State.NOT_CHOSEN:
            paint.waiting_ring(painter)
        if self._state is _State.CANT_TELL:
            paint.words(painter, self.value_words())
        elif self._anchors != "none":
            paint.anchors(painter, self._anchor_texts())
        painter.end()

    def _depth_after(self, key: Qt.Key) -> int | None:
        left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        now = self.value() if self._state is _State.CHOSEN else 0
        steps = {
            right: 1,
            Qt.Key.Key_Up: 1,
            left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 2,
            Qt.Key.Key_PageDown: -2,
            Qt.Key.Key_Home: -DEEPEST,
            Qt.Key.Key_End: DEEPEST,
        }
        return min(max(now + steps[key], 0), DEEPEST) if key in steps else None

    def _typed(self, digit: int) -> None:
        if digit == 0 and self._one_waits.isActive():
            digit = DEEPEST
        self._one_waits.stop()
        if digit == 1:
            self._one_waits.start()
        self._choose(digit)

    def _choose(self, depth: int) -> None:
        if self.depth() == depth:
            return
        self._become(_State.CHOSEN, depth)
        self.depth_chosen.emit(depth)

    def _become(self, state: _State, value: int) -> None:
        self._state = state
        self.setValue(value)
        self._tell_words()
        self.update()

    def _tell_words(self) -> None:
        words = self.value_words()
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, words))

    def _anchor_texts(self) -> list[tuple[float, str]]:
        if self._anchors == "three":
            return [(0, tr("Nothing")), (0.5, tr("Some")), (1, tr("Vivid"))]
        return [
            (0, tr("Nothing at all")),
            (0.25, tr("Faint")),
            (0.5, tr("Some")),
            (0.75, tr("Clear")),
            (1, tr("Vivid")),
        ]

    def _paint(self) -> SliderPaint:
        return SliderPaint(self._theme, QRectF(self.rect()), self.layoutDirection())

    def _height(self) -> int:
        return SliderPaint.height(self._theme, self._anchors != "none")

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
