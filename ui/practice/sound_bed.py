"""The soundscapes that lie under everything: one stays, those before it fade out."""

import itertools
import math
from array import array
from collections.abc import Callable

from numbcompanion.practice.plans import Soundscape

FADE_IN_S = 2.0
FADE_OUT_S = 1.5
GLIDE_S = 0.3
"""How long a changed volume takes."""
FINER = 2
"""Frames of the device for each sample of a loop; those between are interpolated."""
_FELT = 1.5  # a soundscape lies low already: a little less steep than the bells' square
_LOUDEST_INT16 = 32768.0


class _Layer:
    """One loop: where it is, how far it has faded in, how loud it is meant to be."""

    def __init__(self, samples: "array[int]", rate: int, volume: float):
        self._samples = samples
        self._rate = rate
        self._at = 0  # in frames of the device
        self._presence = 0.0
        self._volume = self._wanted_volume = volume
        self._glide = 0.0  # of the volume, in a second
        self.stays = True
        self.leaves_in_s = FADE_OUT_S

    @property
    def over(self) -> bool:
        return not self.stays and self._presence <= 0

    def be_as_loud_as(self, volume: float) -> None:
        self._wanted_volume = volume
        self._glide = abs(volume - self._volume) / GLIDE_S

    def read(self, frames: int) -> list[float]:
        """Return the next frames; the gain goes straight from where it was to where it comes."""
        before = self._gain()
        self._move(frames / self._rate)
        after = self._gain()
        first = self._at // FINER
        part = self._piece(first, (self._at + frames) // FINER + 1 - first)
        odd = self._at % FINER
        self._at = (self._at + frames) % (FINER * len(self._samples))
        if before == after:
            coarse = [before * sample for sample in part]
        else:
            step = (after - before) * FINER / frames
            coarse = [(before + step * place) * sample for place, sample in enumerate(part)]
        fine = [0.0] * (FINER * len(coarse))
        fine[::2] = coarse
        fine[1:-1:2] = [0.5 * (one + other) for one, other in itertools.pairwise(coarse)]
        return fine[odd : odd + frames]

    def _piece(self, first: int, count: int) -> "array[int]":
        part = self._samples[first : first + count]
        while len(part) < count:
            part += self._samples[: count - len(part)]
        return part

    def _move(self, passed_s: float) -> None:
        if self.stays:
            self._presence = min(1.0, self._presence + passed_s / FADE_IN_S)
        else:
            self._presence = max(0.0, self._presence - passed_s / self.leaves_in_s)
        left = self._wanted_volume - self._volume
        self._volume += math.copysign(min(abs(left), self._glide * passed_s), left)

    def _gain(self) -> float:
        """A quarter of a sine, so that two that cross are together as loud as one."""
        return math.pow(self._volume, _FELT) * math.sin(math.pi / 2 * self._presence) / _LOUDEST_INT16


class Bed:
    """Soundscapes in, frames out; a loop is loaded when it is first asked for and forgotten when it has faded."""

    def __init__(self, rate: int, load: Callable[[Soundscape], "array[int]"]):
        self._rate = rate
        self._load = load
        self._layers: dict[Soundscape, _Layer] = {}

    @property
    def sounding(self) -> bool:
        """Whether there is anything still to be heard."""
        return bool(self._layers)

    def lay(self, soundscape: Soundscape | None, volume: float) -> None:
        """Fade to `soundscape`, or to nothing; `volume` 0 to 1 as it is felt. Raises what loading raises."""
        for kind, layer in self._layers.items():
            layer.stays = kind == soundscape
            layer.leaves_in_s = FADE_OUT_S if soundscape is None else FADE_IN_S
        if soundscape is None:
            return
        volume = min(max(volume, 0.0), 1.0)
        if soundscape in self._layers:
            self._layers[soundscape].be_as_loud_as(volume)
        else:
            self._layers[soundscape] = _Layer(self._load(soundscape), self._rate, volume)

    def read(self, frames: int) -> list[float]:
        """Return the next `frames` frames; an empty list when there is nothing to be heard."""
        mixed: list[float] = []
        for layer in self._layers.values():
            part = layer.read(frames)
            mixed = [one + other for one, other in zip(mixed, part, strict=True)] if mixed else part
        self._layers = {kind: layer for kind, layer in self._layers.items() if not layer.over}
        return mixed
