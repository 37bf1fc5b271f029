"""Notices as a message at the tray icon, where the system takes no notifications of its own."""

from PySide6.QtCore import QObject, SignalInstance

from ui.prompts.notice import MessageTray, Notice, Replied, Reply, Shown


class TrayNotices(QObject):
    """Shows a notice at the tray icon; a click on it means "Check in", and it goes away by itself."""

    name = "tray"

    def __init__(self, tray: MessageTray, clicked: SignalInstance, parent: QObject | None = None):
        super().__init__(parent)
        self._tray = tray
        self._waiting: tuple[str, Replied] | None = None
        clicked.connect(self._clicked)

    def show(self, notice: Notice, shown: Shown, replied: Replied) -> None:
        """Show the message if there is a tray."""
        there = self._tray.show_message(notice.title, notice.body)
        self._waiting = (notice.key, replied) if there else None
        shown(notice.key, there)

    def withdraw(self) -> None:
        """Let a later click mean nothing; the message itself cannot be taken back."""
        self._waiting = None

    def close(self) -> None:
        """Nothing is held."""
        self._waiting = None

    def _clicked(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            key, replied = waiting
            replied(key, Reply.CHECK_IN)
