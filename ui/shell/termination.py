"""SIGTERM, SIGINT and SIGHUP as a quiet end, without a timer that wakes up to look for them."""

import contextlib
import os
import signal
from collections.abc import Callable
from socket import socketpair

from PySide6.QtCore import QObject, QSocketNotifier


class Termination(QObject):
    """Calls `ended` on the GUI thread when the system asks the program to end."""

    def __init__(self, ended: Callable[[], None], parent: QObject | None = None):
        super().__init__(parent)
        self._ended = ended
        self._reading, self._writing = socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        names = ("SIGTERM", "SIGINT", "SIGHUP") if os.name == "posix" else ("SIGTERM", "SIGINT")
        for name in names:
            signal.signal(getattr(signal, name), lambda *_: None)

    def stop(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            self._reading.recv(64)
        self._ended()
