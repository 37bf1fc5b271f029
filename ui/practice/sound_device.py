"""The sound device of this computer, as Qt gives it. Loads QtMultimedia: import it on the sound thread only."""

import time
from collections.abc import Callable
from typing import Self

from PySide6.QtCore import QEventLoop, QIODevice, Qt, QTimer
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

STALLED_S = 4.0
"""A device that takes nothing for so long is gone, whatever the system says; some begin only after two seconds."""
_BYTES_A_SAMPLE = 4


class Device:
    """An open output of 32-bit floats. Belongs to the thread that opened it."""

    def __init__(self, sink: QAudioSink, rate: int):
        self._sink = sink
        self._channels = sink.format().channelCount()
        self._frame_bytes = _BYTES_A_SAMPLE * self._channels
        self.rate = rate
        self._io: QIODevice | None = sink.start()  # None where the device refuses
        self.stalled = False
        self._failed_before_end: bool | None = None
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
                device = cls(sink, rate)
                return None if device.failed else device
        return None

    @property
    def failed(self) -> bool:
        """Whether the device is gone, or never came."""
        gone = (QtAudio.Error.OpenError, QtAudio.Error.IOError, QtAudio.Error.FatalError)
        if self._failed_before_end is not None:
            return self._failed_before_end
        if self.stalled or self._io is None:
            return True
        return self._sink.error() in gone or self._sink.state() == QtAudio.State.StoppedState

    @property
    def ahead_s(self) -> float:
        """Seconds until something written now is heard."""
        return (self._sink.bufferSize() - self._sink.bytesFree()) / self._frame_bytes / self.rate

    def room(self, ahead_s: float) -> int:
        """Return how many frames to write so that `ahead_s` seconds are waiting."""
        free = self._sink.bytesFree() // self._frame_bytes
        frames = min(round((ahead_s - self.ahead_s) * self.rate), free)
        self._watch(frames > 0)
        return frames

    def _watch(self, takes: bool) -> None:
        """Notice a device that has stopped taking what it is given."""
        now_s = time.monotonic()
        if takes:
            self._took_s = now_s
        elif now_s - self._took_s > STALLED_S:
            self.stalled = True

    def write(self, samples: bytes) -> None:
        """Write frames of one channel."""
        if self._io is None:
            return
        if self._channels > 1:
            frames = (samples[at : at + _BYTES_A_SAMPLE] for at in range(0, len(samples), _BYTES_A_SAMPLE))
            samples = b"".join(frame * self._channels for frame in frames)
        self._io.write(samples)

    def every(self, interval_ms: int, work: Callable[[], bool]) -> None:
        """Call `work` again and again until it returns False."""
        loop, timer = QEventLoop(), QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(interval_ms)
        timer.timeout.connect(lambda: None if work() else loop.quit())
        timer.start()
        loop.exec()
        timer.stop()

    def close(self) -> None:
        """Play what was written, then let go of the device."""
        self._failed_before_end = self.failed
        self._sink.stop()
