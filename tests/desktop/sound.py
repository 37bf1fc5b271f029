"""What was really played: recordings of the sound server's sink."""

import subprocess
import time
import wave
from pathlib import Path
from typing import Any, Self

import resources
from tests.desktop.parts import Process, eventually

RATE = 48_000
BLOCK = RATE // 50
LIKE = 0.6  # 1 is the bell alone
LOOK_AROUND_S = 0.5
STROKE_S = 0.25
BAND_HZ = (420, 2500)  # the partials that fade soon: what still rings of the stroke before is below


def stroke() -> Any:
    """Return the first quarter of a second of the bell."""
    import numpy

    with wave.open(str(resources.path("sounds/bowl.wav")), "rb") as file:
        return numpy.frombuffer(file.readframes(round(RATE * STROKE_S)), "<i2") / 32768


def banded(samples: Any) -> Any:
    """Return only what lies in the band, moved in no direction."""
    import numpy

    spectrum = numpy.fft.rfft(samples)
    hz = numpy.fft.rfftfreq(len(samples), 1 / RATE)
    return numpy.fft.irfft(spectrum * ((hz > BAND_HZ[0]) & (hz < BAND_HZ[1])), len(samples))


def heard_at(samples: Any, begun: float, due: float) -> float:
    """When the stroke was heard that was due at `due`; `begun` is when the recording began."""
    import numpy

    first = round((due - LOOK_AROUND_S - begun) * RATE)
    pattern = banded(stroke())
    around = banded(samples[first : first + round(2 * LOOK_AROUND_S * RATE) + pattern.size])
    alike = numpy.correlate(around, pattern, "valid")
    loud = numpy.sqrt(numpy.correlate(around**2, numpy.ones(pattern.size), "valid"))
    likeness = alike / numpy.maximum(loud, 1e-3) / numpy.linalg.norm(pattern)
    assert likeness.max() > LIKE, f"no bell near the moment {due - begun:.1f} s into the recording"
    return begun + (first + int(likeness.argmax())) / RATE


class Recording:
    """A recording of the null sink, as one channel of numbers from -1 to 1."""

    def __init__(self, environment: dict[str, str], folder: Path, sink: str = "null"):
        self._environment = environment
        self._file = folder / f"{sink}.raw"
        self._sink = sink

    def __enter__(self) -> Self:
        with self._file.open("wb") as out:
            self._popen = subprocess.Popen(
                ["parec", "-d", f"{self._sink}.monitor", "--format=float32le", f"--rate={RATE}", "--channels=1",
                 "--latency-msec=20", "--raw"],
                env=self._environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._popen.terminate()
        self._popen.wait(5)

    def follow(self, program: Process, words: str, timeout_s: float) -> float:
        """Wait until the program says `words`; returns when the recording began.

        No piece of it can arrive before it was played, so the earliest beginning it speaks for is right.
        """
        begun: list[float] = []

        def look() -> bool:
            time.sleep(0.003)  # so as not to keep step with the recorder, which writes every 20 ms
            begun.append(time.time() - self._file.stat().st_size / 4 / RATE)
            return words in program.words or not program.running

        eventually(look, f"{words!r}", timeout_s)
        assert words in program.words, program.words
        return min(begun)

    @property
    def samples(self) -> Any:
        """Everything recorded so far."""
        import numpy

        data = self._file.read_bytes()
        return numpy.frombuffer(data[: len(data) // 4 * 4], dtype="<f4")

    @property
    def peak(self) -> float:
        """The loudest moment."""
        samples = self.samples
        return float(abs(samples).max()) if samples.size else 0.0

    def strikes_s(self, quiet: float = 0.01, gap_s: float = 0.3) -> list[float]:
        """Return when a sound began after at least `gap_s` of quiet, or grew to three times its loudness."""
        samples = self.samples
        blocks = samples[: samples.size // BLOCK * BLOCK].reshape(-1, BLOCK)
        loudness = abs(blocks).max(axis=1) if blocks.size else []
        found: list[float] = []
        before = 0.0
        for index, loud in enumerate(loudness):
            at_s = index * BLOCK / RATE
            if loud > quiet and loud > 3 * before and (not found or at_s - found[-1] > gap_s):
                found.append(at_s)
            before = max(float(loud), before * 0.8)
        return found
