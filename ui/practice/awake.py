"""Keeps the screen awake during a session, where the desktop offers that; elsewhere nothing happens."""

from typing import Protocol

from PySide6.QtCore import QObject

from numbcompanion.translation import tr

_SERVICE = "org.freedesktop.ScreenSaver"
_PATH = "/org/freedesktop/ScreenSaver"
_CONNECTION = "numbcompanion-awake"


class Awake(Protocol):
    """Holds the screen awake until it is released."""

    def hold(self) -> None:
        """Ask that the screen stays on."""

    def release(self) -> None:
        """Let the screen go to sleep as it likes."""


class DesktopAwake(QObject):
    """Asks the screen saver service over a connection of its own: the wish ends with the connection."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._held = False

    def hold(self) -> None:
        if self._held:
            return
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage
        except ImportError:  # a system without D-Bus
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        self._held = True
        if bus.isConnected():
            call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
            call.setAutoStartService(False)
            call.setArguments([tr("Numb Companion"), tr("A practice is going on")])
            bus.asyncCall(call)

    def release(self) -> None:
        if not self._held:
            return
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(_CONNECTION)
        self._held = False
