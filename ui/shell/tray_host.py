"""Notices a tray that appears after the program has started, at little cost."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

_WATCHER = "org.kde.StatusNotifierWatcher"
_LOOKS_AFTER_S = (2, 4, 8, 16, 30, 60)


class TrayHost(QObject):
    """Says `came` when a tray may be there that was not; `changed` when one may have gone.

    It looks six times in the first minute, for panels that start after the program, and after that only listens:
    to the session bus for a new StatusNotifierWatcher. (Qt itself docks again in a new X11 tray.)
    """

    came = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._look)
        self._looks = list(_LOOKS_AFTER_S)
        self._waited_s = 0
        self._bus_watcher: QObject | None = None

    def available(self) -> bool:
        """Return whether there is a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def watch(self) -> None:
        """Begin to look and to listen."""
        self._listen()
        self._wait()

    def stop(self) -> None:
        """Stop looking and listening."""
        self._timer.stop()
        self._looks.clear()
        if self._bus_watcher is not None:
            self._bus_watcher.deleteLater()
            self._bus_watcher = None

    def _wait(self) -> None:
        if self._looks:
            moment_s = self._looks.pop(0)
            self._timer.start((moment_s - self._waited_s) * 1000)
            self._waited_s = moment_s

    def _look(self) -> None:
        if self.available():
            self.came.emit()
        self.changed.emit()
        self._wait()

    def _listen(self) -> None:
        if sys.platform in ("win32", "darwin") or not has_session_bus() or self._bus_watcher is not None:
            return
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        watcher = QDBusServiceWatcher(_WATCHER, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self)
        watcher.serviceRegistered.connect(lambda _: QTimer.singleShot(500, self, self.came.emit))
        watcher.serviceUnregistered.connect(lambda _: self.changed.emit())
        self._bus_watcher = watcher


def has_session_bus() -> bool:
    """Return whether there is a session bus to ask; asking without one would start one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(runtime) and (Path(runtime) / "bus").exists()
