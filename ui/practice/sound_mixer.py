"""Adds the bells that ring together, and what lies under them, into one stream of sound."""

import math
from array import array
from collections.abc import Callable
from dataclasses import dataclass

from numbcompanion.practice.plans import Soundscape
from ui.practice.sound_bed import Bed

FADE_S = 0.15
LOUDEST = 10 ** (-1 / 20)
_KNEE = 0.8
"""What is louder is pressed together softly, and never louder than LOUDEST; one stroke on a soundscape is under it."""
_LOUDEST_INT16 = 32768.0


@dataclass
class _Voice:
    samples: "array[int]"
    gain: float
    at: int  # the next frame; negative while it waits


class Mixer:
    """Bells and soundscapes in, frames of 32-bit floats out, one channel."""

    def __init__(self, rate: int, load: Callable[[Soundscape], "array[int]"]):
        self._rate = rate
        self._voices: list[_Voice] = []
        self._fade_left: int | None = None
        self._bed = Bed(rate, load)

    @property
    def sounding(self) -> bool:
        """Whether there is anything still to be heard."""
        return bool(self._voices) or self._bed.sounding

    def strike(self, samples: "array[int]", volume: float, in_frames: int = 0) -> None:
        """Begin a bell `in_frames` after what was read so far; `volume` 0 to 1 as it is felt, not as it is measured."""
        volume = min(max(volume, 0.0), 1.0)
        if self._fade_left is not None:
            self._voices.clear()
            self._fade_left = None
        if volume > 0:
            gain = volume**2 / _LOUDEST_INT16
            self._voices.append(_Voice(samples, gain, -max(0, in_frames)))

    def lay(self, soundscape: Soundscape | None, volume: float = 0.0) -> None:
        """Let `soundscape` lie under the bells from now on, or nothing."""
        self._bed.lay(soundscape, volume)

    def fade_out(self) -> None:
        """Let the bells die away quickly, and forget those that still wait."""
        self._voices = [voice for voice in self._voices if voice.at > 0]
        if self._voices and self._fade_left is None:
            self._fade_left = round(FADE_S * self._rate)

    def forget_bells(self) -> None:
        """Drop the bells that ring, as nobody could hear the rest of them."""
        self._voices.clear()
        self._fade_left = None

    def read(self, frames: int) -> bytes:
        """Return the next `frames` frames."""
        bells, bed = self._read_bells(frames), self._bed.read(frames)
        mixed = [one + other for one, other in zip(bells, bed, strict=True)] if bells and bed else bells or bed
        if not mixed:
            return bytes(4 * frames)
        if bells and (max(mixed) > _KNEE or min(mixed) < -_KNEE):
            mixed = [sample if -_KNEE < sample < _KNEE else _pressed(sample) for sample in mixed]
        return array("f", mixed).tobytes()

    def _read_bells(self, frames: int) -> list[float]:
        if not self._voices:
            return []
        mixed = [0.0] * frames
        heard = False
        for voice in self._voices:
            heard = _add(voice, mixed) or heard
        self._voices = [voice for voice in self._voices if voice.at < len(voice.samples)]
        if not heard:
            return []
        return mixed if self._fade_left is None else self._faded(mixed, self._fade_left)

    def _faded(self, mixed: list[float], left: int) -> list[float]:
        whole = FADE_S * self._rate
        self._fade_left = max(0, left - len(mixed))
        if not self._fade_left:
            self._voices.clear()
            self._fade_left = None
        return [sample * max(0, left - index) / whole for index, sample in enumerate(mixed)]


def _add(voice: _Voice, mixed: list[float]) -> bool:
    """Add the next part of `voice` to `mixed`; whether there was one."""
    skip = min(max(0, -voice.at), len(mixed))
    begin = max(0, voice.at)
    gain = voice.gain
    voice.at += len(mixed)
    if skip == len(mixed):
        return False
    part = voice.samples[begin : begin + len(mixed) - skip]
    end = skip + len(part)
    mixed[skip:end] = [sample + gain * loud for sample, loud in zip(mixed[skip:end], part, strict=True)]
    return True


def _pressed(sample: float) -> float:
    room = LOUDEST - _KNEE
    return math.copysign(_KNEE + room * math.tanh((abs(sample) - _KNEE) / room), sample)
