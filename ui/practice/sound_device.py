"""The sound device of this computer, as Qt gives it. Loads QtMultimedia: import it on the sound thread only."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Self

from PySide6.QtCore import QEventLoop, QIODevice, Qt, QTimer
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

STALLED_S = 4.0
"""A device that takes nothing for so long is gone, whatever the system says; some begin only after two seconds."""
SERVER_MS = 60
"""How much a PulseAudio server is asked to hold: with Qt's 16 ms it wakes four times as often, and tears sooner."""
BEYOND_S = 0.045 if sys.platform.startswith("linux") else 0.03
"""About what sound server and device take after the buffer; bells are given so much earlier."""
_SERVER_VARIABLE = "PULSE_LATENCY_MSEC"
_BYTES_A_SAMPLE = 4


class Device:
    """An open output of 32-bit floats. Belongs to the thread that opened it."""

    def __init__(self, sink: QAudioSink, rate: int, name: bytes):
        self._sink = sink
        self._name = name
        self._channels = sink.format().channelCount()
        self._frame_bytes = _BYTES_A_SAMPLE * self._channels
        self.rate = rate
        self.beyond_s = BEYOND_S
        with _calm_server():
            self._io: QIODevice | None = sink.start()  # None where the device refuses
        self._stalled = False
        self._written = 0
        self.holds = sink.bufferSize() // self._frame_bytes
        self._took_s = time.monotonic()

    @classmethod
    def opened(cls, rate: int, buffer_s: float) -> Self | None:
        """Open the usual output of the system; None when there is none that can be used."""
        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            return None
        for channels in (1, 2):
            wanted = QAudioFormat()
            wanted.setSampleRate(rate)
            wanted.setChannelCount(channels)
            wanted.setSampleFormat(QAudioFormat.SampleFormat.Float)
            if output.isFormatSupported(wanted):
                sink = QAudioSink(output, wanted)
                sink.setBufferSize(round(buffer_s * rate) * _BYTES_A_SAMPLE * channels)
                device = cls(sink, rate, bytes(output.id().data()))
                return None if device.failed else device
        return None

    @property
    def failed(self) -> bool:
        """Whether the device is gone, or never came."""
        gone = (QtAudio.Error.OpenError, QtAudio.Error.IOError, QtAudio.Error.FatalError)
        if self._stalled or self._io is None:
            return True
        return self._sink.error() in gone or self._sink.state() == QtAudio.State.StoppedState

    @property
    def passed_over(self) -> bool:
        """Whether the system meanwhile plays on another output, or this one was taken away."""
        output = QMediaDevices.defaultAudioOutput()
        return not output.isNull() and output.id().data() != self._name

    @property
    def written(self) -> int:
        """The frames written so far."""
        return self._written

    @property
    def waiting(self) -> int:
        """The frames that were written and that the device has not yet taken."""
        return self.holds - self._sink.bytesFree() // self._frame_bytes

    def watch(self, takes: bool, now_s: float) -> None:
        """Notice a device that has stopped taking what it is given."""
        if takes:
            self._took_s = now_s
        elif now_s - self._took_s > STALLED_S:
            self._stalled = True

    def write(self, samples: bytes) -> None:
        """Write frames of one channel."""
        if self._io is None:
            return
        self._written += len(samples) // _BYTES_A_SAMPLE
        if self._channels > 1:
            frames = (samples[at : at + _BYTES_A_SAMPLE] for at in range(0, len(samples), _BYTES_A_SAMPLE))
            samples = b"".join(frame * self._channels for frame in frames)
        self._io.write(samples)

    def close(self) -> None:
        """Play what was written, then let go of the device."""
        self._sink.stop()


def every(interval_ms: int, work: Callable[[], bool]) -> None:
    """Call `work` again and again on this thread until it returns False; raises what it raises."""
    loop, timer = QEventLoop(), QTimer()
    raised: list[Exception] = []

    def once() -> None:
        try:
            goes_on = work()
        except Exception as error:  # Qt would print it and go on
            raised.append(error)
            goes_on = False
        if not goes_on:
            timer.stop()
            loop.quit()

    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(interval_ms)
    timer.timeout.connect(once)
    timer.start()
    loop.exec()
    timer.timeout.disconnect(once)  # else the two hold each other, and what `work` belongs to, for ever
    if raised:
        raise raised[0]


@contextlib.contextmanager
def _calm_server() -> Iterator[None]:
    """Tell libpulse, which hears it only in this way, how much to hold for the stream that is being opened."""
    if _SERVER_VARIABLE in os.environ or not sys.platform.startswith("linux"):
        yield
        return
    os.environ[_SERVER_VARIABLE] = str(SERVER_MS)
    try:
        yield
    finally:
        os.environ.pop(_SERVER_VARIABLE, None)
