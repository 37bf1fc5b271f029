"""What was really played: recordings of the sound server's sink."""

import subprocess
from pathlib import Path
from typing import Any, Self

RATE = 48_000
BLOCK = RATE // 50


class Recording:
    """A recording of the null sink, as one channel of numbers from -1 to 1."""

    def __init__(self, environment: dict[str, str], folder: Path):
        self._environment = environment
        self._file = folder / "recording.raw"

    def __enter__(self) -> Self:
        with self._file.open("wb") as out:
            self._popen = subprocess.Popen(
                ["parec", "-d", "null.monitor", "--format=float32le", f"--rate={RATE}", "--channels=1",
                 "--latency-msec=20", "--raw"],
                env=self._environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._popen.terminate()
        self._popen.wait(5)

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
