"""Notices that the computer slept, or that its clock was set, without waking up to look."""

import os
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal

from numbcompanion.clock import Clock

_JUMP_S = 30.0
_LOOK_MS = 60_000
_CLOCK_REALTIME = 0
_TFD_FLAGS = 0o4000 | 0o2000000  # TFD_NONBLOCK | TFD_CLOEXEC
_TFD_SET = 0b11  # TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET
_FAR_AWAY_S = 2**31 - 1


class ClockWatch(QObject):
    """Says `jumped` when wall clock and running clock have come apart by more than half a minute.

    On Linux the kernel tells (a timer that is cancelled when the clock is set, and on resume); elsewhere it looks
    once a minute.
    """

    jumped = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None):
        super().__init__(parent)
        self._clock = clock
        self._apart_s = self._apart()
        self._descriptor: int | None = None
        self._notifier: QSocketNotifier | None = None
        self._timer: QTimer | None = None

    def start(self) -> None:
        """Begin to watch."""
        if self._notifier is not None or self._timer is not None:
            return
        self._descriptor = _cancelled_timer() if sys.platform == "linux" else None
        if self._descriptor is None:
            self._timer = QTimer(self, interval=_LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
            self._timer.timeout.connect(self.look)
            self._timer.start()
            return
        self._notifier = QSocketNotifier(self._descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def stop(self) -> None:
        """Stop watching."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._notifier is not None and self._descriptor is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
            os.close(self._descriptor)
            self._descriptor = None

    def look(self) -> None:
        """Compare the two clocks now."""
        apart_s = self._apart()
        if abs(apart_s - self._apart_s) > _JUMP_S:
            self._apart_s = apart_s
            self.jumped.emit()

    def _heard(self) -> None:
        if self._descriptor is not None:
            try:
                os.read(self._descriptor, 8)
            except OSError:  # ECANCELED is the message itself
                _arm(self._descriptor)
        self.look()

    def _apart(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic_s()


def _cancelled_timer() -> int | None:
    """A timerfd far in the future that becomes readable when the clock is set; None where there is none.

    Through ctypes, as Python has os.timerfd_create only from 3.13 on.
    """
    import ctypes

    try:
        descriptor = int(ctypes.CDLL(None, use_errno=True).timerfd_create(_CLOCK_REALTIME, _TFD_FLAGS))
    except (OSError, AttributeError):
        return None
    if descriptor < 0:
        return None
    if not _arm(descriptor):
        os.close(descriptor)
        return None
    return descriptor


def _arm(descriptor: int) -> bool:
    import ctypes

    moment = (ctypes.c_long * 4)(0, 0, _FAR_AWAY_S, 0)  # interval s, ns; moment s, ns
    library = ctypes.CDLL(None, use_errno=True)
    return int(library.timerfd_settime(descriptor, _TFD_SET, ctypes.byref(moment), None)) == 0
