"""Makes all of `resources/sounds`: run it from the checkout, `python installer/make_sounds.py [FOLDER]`.

A struck bowl or bar is a handful of inharmonic partials. Each is a pair a little apart, so that it beats slowly; the
high ones are weaker and fade first. Ratios: a bowl near 1 : 2.7 : 5.2 : 8.2, a free bar 1 : 2.756 : 5.404 : 8.933.
The same program always makes the same sound.
"""

import sys
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy
from make_soundscapes import RATE as SOUNDSCAPE_RATE
from make_soundscapes import SOUNDSCAPES, loop
from numpy.typing import NDArray

RATE = 48_000
PEAK = 10 ** (-6 / 20)
"""Under -1 dBFS also where a stroke meets the rest of the one before, with a soundscape underneath."""
FADE_OUT_S = 2.0
SOUNDS = Path(__file__).resolve().parent.parent / "resources" / "sounds"


@dataclass(frozen=True)
class Partial:
    """One pair of tones: `apart_hz` is how fast it beats, `fades_s` the time to a thousandth."""

    ratio: float
    level: float
    fades_s: float
    apart_hz: float


@dataclass(frozen=True)
class Instrument:
    """What is struck."""

    name: str
    pitch_hz: float
    lasts_s: float
    attack_s: float
    partials: tuple[Partial, ...]


INSTRUMENTS = (
    Instrument(
        "bowl",
        174.6,
        12.0,
        0.012,
        (
            Partial(1.0, 1.0, 15.0, 0.55),
            Partial(2.71, 0.62, 9.5, 0.9),
            Partial(5.18, 0.30, 5.0, 1.3),
            Partial(8.21, 0.13, 2.6, 1.9),
            Partial(11.8, 0.05, 1.2, 2.4),
        ),
    ),
    Instrument(
        "small-bowl",
        392.0,
        9.0,
        0.010,
        (
            Partial(1.0, 1.0, 10.5, 0.8),
            Partial(2.69, 0.50, 6.0, 1.2),
            Partial(5.15, 0.22, 3.0, 1.7),
            Partial(8.19, 0.08, 1.5, 2.3),
        ),
    ),
    Instrument(
        "bar",
        523.3,
        9.0,
        0.008,
        (
            Partial(1.0, 1.0, 10.0, 0.5),
            Partial(2.756, 0.34, 4.0, 1.0),
            Partial(5.404, 0.14, 1.8, 1.6),
            Partial(8.933, 0.05, 0.8, 2.2),
        ),
    ),
)


def ring(instrument: Instrument) -> NDArray[numpy.int16]:
    """Return one stroke as 16-bit samples, from silence to silence."""
    time_s = numpy.arange(round(instrument.lasts_s * RATE)) / RATE
    sound = numpy.zeros_like(time_s)
    for number, partial in enumerate(instrument.partials):
        middle_hz = instrument.pitch_hz * partial.ratio
        fading = 10 ** (-3 * time_s / partial.fades_s)
        for side, share in ((-0.5, 0.56), (0.5, 0.44)):  # not equal, so that the beat never goes silent
            tone = numpy.sin(2 * numpy.pi * (middle_hz + side * partial.apart_hz) * time_s + number * 0.7)
            sound += partial.level * share * fading * tone
    sound *= _attack(time_s, instrument.attack_s) * _fade_out(time_s, instrument.lasts_s)
    sound *= PEAK / numpy.abs(sound).max()
    return numpy.round(sound * 32767).astype(numpy.int16)


def _attack(time_s: NDArray[numpy.float64], lasts_s: float) -> NDArray[numpy.float64]:
    return 0.5 - 0.5 * numpy.cos(numpy.pi * numpy.clip(time_s / lasts_s, 0, 1))


def _fade_out(time_s: NDArray[numpy.float64], lasts_s: float) -> NDArray[numpy.float64]:
    left = numpy.clip((lasts_s - time_s) / FADE_OUT_S, 0, 1)
    return 0.5 - 0.5 * numpy.cos(numpy.pi * left)


def write(samples: NDArray[numpy.int16], rate: int, file: Path) -> None:
    """Write the samples as a WAV file of one channel."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.astype("<i2").tobytes())


def main(folder: Path) -> None:
    """Make every bell and every soundscape."""
    folder.mkdir(parents=True, exist_ok=True)
    for instrument in INSTRUMENTS:
        write(ring(instrument), RATE, folder / f"{instrument.name}.wav")
    for soundscape in SOUNDSCAPES:
        write(loop(soundscape), SOUNDSCAPE_RATE, folder / f"{soundscape.name}.wav")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOUNDS)
