"""The bells as they lie in the files."""

import sys
import wave
from array import array

import resources
from numbcompanion.practice.plans import BellKind

RATE = 48_000


def read_bells() -> dict[BellKind, "array[int]"]:
    """Return every bell as 16-bit samples; raises OSError or wave.Error where a file cannot be read."""
    return {kind: _samples(kind) for kind in BellKind}


def _samples(kind: BellKind) -> "array[int]":
    with wave.open(str(resources.path(f"sounds/{kind.value}.wav")), "rb") as file:
        if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
            raise wave.Error(f"{kind.value}.wav is not one channel of 16 bits at {RATE} Hz")
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples
