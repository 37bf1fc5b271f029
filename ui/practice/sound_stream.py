"""The sound device during one session: a thread that keeps a short buffer full of what rings."""

from __future__ import annotations

import logging
import queue
import threading
import time
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numbcompanion.practice.plans import BellKind
from numbcompanion.translation import tr
from ui.practice.sound_mixer import Mixer

if TYPE_CHECKING:
    from ui.practice.sound_device import Device

QUIET_AHEAD_S = 0.04
"""How far the buffer is filled while nothing rings: the least delay of a bell that comes unannounced."""
RINGING_AHEAD_S = 0.12
"""How far while something rings: a busy moment elsewhere in the program must not tear the sound."""
BEYOND_S = 0.03
"""About what sound server and device take after the buffer; bells known ahead are given so much earlier."""
TICK_MS = 20
LATEST_S = 2.0
"""A bell that is later than this is not rung any more."""
_logger = logging.getLogger("numbcompanion.sound")


@dataclass(frozen=True)
class _Strike:
    kind: BellKind
    volume: float
    due_s: float  # on the monotonic clock


class _Order:
    """Requests that are no bell."""

    SILENCE = "silence"
    CLOSE = "close"


class SoundStream:
    """One opened device and the thread that feeds it; `lost` is called once, on that thread, when there is none."""

    def __init__(self, lost: Callable[[str], None]):
        self._lost = lost
        self._orders: queue.SimpleQueue[_Strike | str] = queue.SimpleQueue()
        self._closing = False
        self.open = False
        self.stalled = False
        # Not a daemon: the interpreter waits for it, so that the device is closed before Qt is.
        self._thread = threading.Thread(target=self._run, name="sound")
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether the device may still be open."""
        return self._thread.is_alive()

    def strike(self, kind: BellKind, volume: float, in_s: float) -> None:
        """Ring a bell in `in_s` seconds."""
        self._orders.put(_Strike(kind, volume, time.monotonic() + in_s))

    def silence(self) -> None:
        """Fade out quickly."""
        self._orders.put(_Order.SILENCE)

    def close(self) -> None:
        """End when nothing rings any more."""
        self._orders.put(_Order.CLOSE)

    def _run(self) -> None:
        try:
            self._play()
        except Exception:
            _logger.exception("sound failed")
            self._lost(tr("The sound could not be started; the practice goes on with words."))

    def _play(self) -> None:
        from ui.practice.sound_device import Device
        from ui.practice.sound_files import RATE, read_bells

        self._bells, self._mixer = read_bells(), Mixer(RATE)
        device = Device.opened(RATE, RINGING_AHEAD_S)
        if device is None:
            self._lost(tr("No sound device was found; the practice goes on with words."))
            return
        self._feed(device)
        self.stalled = device.stalled
        if device.failed and not self._closing:
            self._lost(tr("The sound device is gone; the practice goes on with words."))

    def _feed(self, device: Device) -> None:
        self.open = True
        try:
            device.every(TICK_MS, lambda: self._tick(device))
        finally:
            self.open = False
            device.close()

    def _tick(self, device: Device) -> bool:
        """Fill the buffer; False when it is time to stop."""
        self._take_orders(device)
        if device.failed or not threading.main_thread().is_alive():
            return False
        if self._closing and not self._mixer.ringing:
            return False
        ahead_s = RINGING_AHEAD_S if self._mixer.ringing else QUIET_AHEAD_S
        frames = device.room(ahead_s)
        if frames > 0:
            device.write(self._mixer.read(frames))
        return True

    def _take_orders(self, device: Device) -> None:
        while not self._orders.empty():
            order = self._orders.get()
            if isinstance(order, _Strike):
                self._begin(order, device)
            elif order == _Order.SILENCE:
                self._mixer.fade_out()
            else:
                self._closing = True

    def _begin(self, strike: _Strike, device: Device) -> None:
        wait_s = strike.due_s - time.monotonic()
        if wait_s > -LATEST_S:
            samples: array[int] = self._bells[strike.kind]
            self._mixer.strike(samples, strike.volume, round((wait_s - BEYOND_S - device.ahead_s) * device.rate))
