"""Adds the bells that ring together into one stream of sound."""

from array import array
from dataclasses import dataclass

FADE_S = 0.15
_LOUDEST_INT16 = 32768.0


@dataclass
class _Voice:
    samples: "array[int]"
    gain: float
    at: int  # the next frame; negative while it waits


class Mixer:
    """Bells in, frames of 32-bit floats out, one channel."""

    def __init__(self, rate: int):
        self._rate = rate
        self._voices: list[_Voice] = []
        self._fade_left: int | None = None

    @property
    def ringing(self) -> bool:
        """Whether there is anything still to be heard."""
        return bool(self._voices)

    def strike(self, samples: "array[int]", volume: float, in_frames: int = 0) -> None:
        """Begin a bell `in_frames` after what was read so far; `volume` 0 to 1 as it is felt, not as it is measured."""
        volume = min(max(volume, 0.0), 1.0)
        if self._fade_left is not None:
            self._voices.clear()
            self._fade_left = None
        if volume > 0:
            gain = volume**2 / _LOUDEST_INT16
            self._voices.append(_Voice(samples, gain, -max(0, in_frames)))

    def fade_out(self) -> None:
        """Let everything die away quickly, and forget what still waits."""
        self._voices = [voice for voice in self._voices if voice.at > 0]
        if self._voices and self._fade_left is None:
            self._fade_left = round(FADE_S * self._rate)

    def read(self, frames: int) -> bytes:
        """Return the next `frames` frames."""
        mixed = [0.0] * frames
        heard = False
        for voice in self._voices:
            heard = _add(voice, mixed) or heard
        self._voices = [voice for voice in self._voices if voice.at < len(voice.samples)]
        if not heard:
            return bytes(4 * frames)
        if self._fade_left is not None:
            mixed = self._faded(mixed, self._fade_left)
        if max(mixed) > 1.0 or min(mixed) < -1.0:
            mixed = [min(max(sample, -1.0), 1.0) for sample in mixed]
        return array("f", mixed).tobytes()

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
