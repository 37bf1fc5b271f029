"""A small window that stays on top of others: the circles of a session and three ways on."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, aside_button
from ui.kit.ring import SessionRing
from ui.practice.showing import Shown
from ui.theme import Space, Theme

_SIDE = 220
_EDGE = 24


class PacerWindow(QWidget):
    """Shows what the player tells it; takes no keyboard from the program that is being used."""

    pause_requested = Signal()
    orient_requested = Signal()
    end_requested = Signal()
    large_requested = Signal()
    breath_held = Signal(bool)
    help_requested = Signal()

    def __init__(self, theme: Theme, title: str):
        super().__init__(
            None,
            Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.CustomizeWindowHint
            | Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint,
        )  # fmt: skip
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.ring = SessionRing(theme, smallest=_SIDE)
        self.ring.pressed.connect(lambda: self.breath_held.emit(True))
        self.ring.released.connect(lambda: self.breath_held.emit(False))
        self.pause = aside_button(theme, tr("Pause"))
        self.orient = aside_button(theme, tr("Further away?"))
        self.end = aside_button(theme, tr("End"))
        self.large = aside_button(theme, tr("Large"))
        self.pause.clicked.connect(self.pause_requested)
        self.orient.clicked.connect(self.orient_requested)
        self.end.clicked.connect(self.end_requested)
        self.large.clicked.connect(self.large_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.addWidget(self.ring, 1)
        self._row = ButtonRow(self.pause, self.orient, self.large, self.end, gap=Space.M)
        column.addWidget(self._row)
        help_now = QShortcut(QKeySequence("Ctrl+Shift+H"), self)
        help_now.activated.connect(self.help_requested)
        self._grab_at: QPoint | None = None

    def show_beside(self, window: QWidget) -> None:
        """Show it in the lower corner of the screen the window is on."""
        wide = max(self._theme.px(_SIDE), self._row.sizeHint().width()) + 2 * Space.S
        self.resize(wide, wide + self._row.sizeHint().height() + Space.S)
        room = window.screen().availableGeometry()
        self.move(room.right() - self.width() - _EDGE, room.bottom() - self.height() - _EDGE)
        self.show()

    def show_moment(self, shown: Shown, openness: float, paused: bool) -> None:
        """Show the words and the circles of this moment."""
        self.ring.set_phase(shown.title, "", openness)
        self.ring.setAccessibleDescription(shown.caption)
        self.setToolTip(shown.caption)
        words = tr("Go on") if paused else tr("Pause")
        if words != self.pause.text():
            self.pause.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        asked = {
            Qt.Key.Key_Escape: self.end_requested,
            Qt.Key.Key_F: self.orient_requested,
            Qt.Key.Key_Space: self.pause_requested,
            Qt.Key.Key_M: self.large_requested,
        }.get(Qt.Key(event.key()))
        if asked is not None:
            asked.emit()
        elif event.key() == Qt.Key.Key_B:
            self.breath_held.emit(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_B and not event.isAutoRepeat():
            self.breath_held.emit(False)
        else:
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grab_at = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab_at is not None:
            self.move(event.globalPosition().toPoint() - self._grab_at)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.large_requested.emit()
