"""The bells and soundscapes as they lie in the files."""

import sys
import wave
from array import array

import resources
from numbcompanion.practice.plans import BellKind, Soundscape

RATE = 48_000
SOUNDSCAPE_RATE = 24_000
"""Half of the device's: what lies under a session has nothing that high, and the loops are long."""


def read_bells() -> dict[BellKind, "array[int]"]:
    """Return every bell as 16-bit samples; raises OSError or wave.Error where a file cannot be read."""
    return {kind: _samples(kind.value, RATE) for kind in BellKind}


def read_soundscape(soundscape: Soundscape) -> "array[int]":
    """Return one loop as 16-bit samples; raises OSError or wave.Error where the file cannot be read."""
    return _samples(soundscape.value, SOUNDSCAPE_RATE)


def _samples(name: str, rate: int) -> "array[int]":
    with wave.open(str(resources.path(f"sounds/{name}.wav")), "rb") as file:
        if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, rate):
            raise wave.Error(f"{name}.wav is not one channel of 16 bits at {rate} Hz")
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples
