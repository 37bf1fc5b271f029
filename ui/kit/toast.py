"""Toasts: one line at the foot of the window that says what happened, and can take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import icon_button, link_button
from ui.kit.text import body
from ui.theme import Space, Theme

STAYS_MS = 8000
_WIDEST = 560


class Toasts(QFrame):
    """The one toast of a window; a new one takes the place of the last. Ctrl+Z takes back while it is shown."""

    def __init__(self, theme: Theme, parent_window: QWidget):
        super().__init__(parent_window)
        self._theme = theme
        self._window = parent_window
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._time_over)
        self.text = body(theme, "")
        self.undo_button = link_button(theme, tr("Undo"))
        self.undo_button.setToolTip(QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self.close_button = icon_button(theme, "close", tr("Close this message"))
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), parent_window)
        self._shortcut.setEnabled(False)
        self._line = QHBoxLayout(self)
        self._build()
        parent_window.installEventFilter(self)
        theme.changed.connect(self._settle)

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show `text` for eight seconds, with a way back when there is one."""
        self._undo = undo
        self.text.setText(text)
        self.undo_button.setVisible(undo is not None)
        self._shortcut.setEnabled(undo is not None)
        self.setAccessibleName(text)
        self._settle()
        self.show()
        self.raise_()
        self._timer.start()
        self._announce(text)

    def take_back(self) -> None:
        """Undo what the toast speaks of, once."""
        undo = self._undo
        self.put_away()
        if undo is not None:
            undo()

    def put_away(self) -> None:
        """Hide the toast; what it speaks of stays."""
        self._undo = None
        self._shortcut.setEnabled(False)
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def _build(self) -> None:
        self.setProperty("role", "toast")
        self._line.setContentsMargins(Space.XL, Space.S, Space.S, Space.S)
        self._line.setSpacing(Space.M)
        self._line.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.undo_button)
        self._line.addWidget(self.close_button)
        self.undo_button.clicked.connect(self.take_back)
        self.close_button.clicked.connect(self.put_away)
        self._shortcut.activated.connect(self.take_back)
        self.hide()

    def _time_over(self) -> None:
        if self.undo_button.hasFocus() or self.close_button.hasFocus():
            self._timer.start()  # someone is on their way to a button
            return
        self.put_away()

    def _settle(self) -> None:
        room = self._window.width() - 2 * Space.XXL
        buttons = self.undo_button.sizeHint().width() if self._undo is not None else 0
        buttons += self.close_button.sizeHint().width() + Space.XL + 4 * Space.M
        wanted = min(self.text.sizeHint().width() + buttons, self._theme.px(_WIDEST))
        width = max(1, min(wanted, room))
        height = self._line.totalHeightForWidth(width)
        left = (self._window.width() - width) // 2
        self.setGeometry(left, self._window.height() - height - Space.XXL, width, height)

    def _announce(self, text: str) -> None:
        try:
            from PySide6.QtGui import QAccessibleAnnouncementEvent
        except ImportError:  # before Qt 6.8
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
            return
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
