"""The sound during one session: a thread that keeps the short buffer of the device full, and finds another device."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numbcompanion.practice.plans import BellKind, Soundscape
from numbcompanion.translation import tr
from ui.practice.sound_mixer import Mixer
from ui.practice.sound_playhead import Playhead
from ui.practice.sound_server import SoundServer

if TYPE_CHECKING:
    from ui.practice.sound_device import Device

QUIET_AHEAD_S = 0.06
"""How far the buffer is filled while nothing is heard: the least delay of a bell that comes unannounced."""
SOUNDING_AHEAD_S = 0.12
"""How far while something is: a busy moment elsewhere in the program must not tear the sound."""
TICK_MS = 33
"""No multiple of the steps in which servers take sound, so that looks fall everywhere between two of them."""
LOOK_ROUND_S = 1.0
"""How often the device, and those of the system, are looked at: to ask costs more than to play."""
LATEST_S = 2.0
"""A bell that is later than this is not rung any more."""
_logger = logging.getLogger("numbcompanion.sound")


@dataclass(frozen=True)
class _Strike:
    kind: BellKind
    volume: float
    due_s: float  # on the monotonic clock


@dataclass(frozen=True)
class _Lay:
    soundscape: Soundscape | None
    volume: float


class _Order:
    """Requests that are neither."""

    SILENCE = "silence"
    CLOSE = "close"


class SoundStream:
    """One session's thread; `lost` is called on it, once, when nothing can be heard."""

    def __init__(self, lost: Callable[[str], None], server: SoundServer):
        self._lost = lost
        self._server = server
        self._orders: queue.SimpleQueue[_Strike | _Lay | str] = queue.SimpleQueue()
        self._waiting: list[_Strike] = []
        self._closing = False
        self._told = False
        self._device: Device | None = None
        self._look_at_s = 0.0
        self.open = False
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

    def lay(self, soundscape: Soundscape | None, volume: float) -> None:
        """Let a soundscape lie under the bells, or nothing."""
        self._orders.put(_Lay(soundscape, volume))

    def silence(self) -> None:
        """Fade the bells out quickly."""
        self._orders.put(_Order.SILENCE)

    def close(self) -> None:
        """End when nothing rings any more; the soundscape fades at once."""
        self._orders.put(_Order.CLOSE)

    def _run(self) -> None:
        try:
            self._play()
        except Exception:
            _logger.exception("sound failed")
            self._tell(tr("The sound could not be started; the practice goes on with words."))

    def _play(self) -> None:
        from ui.practice.sound_device import every
        from ui.practice.sound_files import RATE, read_bells, read_soundscape

        self._rate, self._bells, self._mixer = RATE, read_bells(), Mixer(RATE, read_soundscape)
        try:
            self._look_round()  # before any order is looked at: a session may be over as soon as it is asked for
            every(TICK_MS, self._tick)
        finally:
            self._let_go()

    def _tell(self, sentence: str) -> None:
        if not self._told and not self._closing:
            self._told = True
            self._lost(sentence)

    def _tick(self) -> bool:
        """Fill the buffer; False when it is time to stop."""
        self._take_orders()
        if not threading.main_thread().is_alive():
            return False
        if self._closing and (self._device is None or not (self._waiting or self._mixer.sounding)):
            return False
        self._look_round()
        if self._device is not None:
            self._feed(self._device)
        return True

    def _take_orders(self) -> None:
        while not self._orders.empty():
            order = self._orders.get()
            if isinstance(order, _Strike):
                self._waiting.append(order)
            elif isinstance(order, _Lay):
                self._lay(order)
            elif order == _Order.SILENCE:
                self._waiting.clear()
                self._mixer.fade_out()
            else:
                self._closing = True
                self._mixer.lay(None)

    def _lay(self, order: _Lay) -> None:
        try:
            self._mixer.lay(order.soundscape, order.volume)
        except Exception:  # a soundscape is no reason to lose the bells
            _logger.exception("a soundscape could not be read")

    def _look_round(self) -> None:
        """Notice a device that failed, open one where there is none, follow the system to another."""
        now_s = time.monotonic()
        if now_s < self._look_at_s:
            return
        self._look_at_s = now_s + LOOK_ROUND_S
        failed, lost = self._device is not None and self._device.failed, self._server.lost
        if failed or (self._device is not None and lost):
            self._let_go()
            self._mixer.forget_bells()
            self._tell(tr("The sound device is gone; the practice goes on with words."))
        elif lost:
            self._tell(tr("The sound of this computer went away; bells ring again after the next start."))
        elif self._device is None or self._device.passed_over:
            self._let_go()
            self._take_device()

    def _take_device(self) -> None:
        from ui.practice.sound_device import Device

        self._device = Device.opened(self._rate, SOUNDING_AHEAD_S)
        self._playhead = Playhead(self._rate)
        self.open = self._device is not None
        if self._device is None:
            self._tell(tr("No sound device was found; the practice goes on with words."))

    def _let_go(self) -> None:
        self.open = False
        if self._device is not None:
            self._device.close()
            self._device = None

    def _feed(self, device: Device) -> None:
        now_s, waiting = time.monotonic(), device.waiting
        self._playhead.look(now_s, device.written - waiting, waiting)
        ahead_s = SOUNDING_AHEAD_S if self._mixer.sounding else QUIET_AHEAD_S
        frames = min(round(ahead_s * self._rate), device.holds) - waiting
        device.watch(frames > 0, now_s)
        if frames > 0:
            self._begin_bells(device, frames, now_s)
            device.write(self._mixer.read(frames))

    def _begin_bells(self, device: Device, frames: int, now_s: float) -> None:
        """Strike what begins within the next `frames` frames: as late as can be, when most is known."""
        for strike in self._waiting[:]:
            in_frames = self._playhead.frame_at(strike.due_s - device.beyond_s, now_s) - device.written
            if in_frames < frames:
                self._waiting.remove(strike)
                if strike.due_s > now_s - LATEST_S:
                    self._mixer.strike(self._bells[strike.kind], strike.volume, in_frames)
