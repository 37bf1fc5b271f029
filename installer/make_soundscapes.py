"""The sounds that lie under a session, as loops without a seam; `make_sounds.py` writes them.

Everything is made on a circle: noise is shaped in the spectrum of the whole loop, slow movements and tones go round a
whole number of times, what reaches over the end goes on at the beginning. Only uniform random numbers are drawn, whose
order numpy keeps from version to version.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

RATE = 24_000
PEAK = 0.3
"""What a bell at full volume leaves free under -1 dBFS."""
DROPS_A_SECOND = 90
SWELLS = ((8.0, 0.75), (6.0, 0.5), (10.5, 1.0), (7.0, 0.6), (9.5, 0.9), (5.0, 0.45))
"""Seconds from trough to trough and height; together they fill the loop."""

Sound = NDArray[numpy.float64]


@dataclass(frozen=True)
class Soundscape:
    """One loop and how loud it is, in dB below full scale: low sounds need more to be as loud as high ones."""

    name: str
    lasts_s: int
    level_db: float
    make: Callable[[int, numpy.random.Generator], Sound]


def loop(soundscape: Soundscape) -> NDArray[numpy.int16]:
    """Return the loop as 16-bit samples; the end goes on at the beginning."""
    seed = sum(ord(letter) << (5 * place) for place, letter in enumerate(soundscape.name[:6]))
    chance = numpy.random.Generator(numpy.random.PCG64(seed))
    sound = soundscape.make(soundscape.lasts_s * RATE, chance)
    sound -= sound.mean()
    sound *= 10 ** (soundscape.level_db / 20) / numpy.sqrt(numpy.mean(sound**2))
    sound = PEAK * numpy.tanh(sound / PEAK)  # rounds off the rarest peaks; a hundredth at the usual level
    return numpy.round(sound * 32767).astype(numpy.int16)


def rain(length: int, chance: numpy.random.Generator) -> Sound:
    """Return a soft hiss with many small drops in it."""
    hiss = _noise(length, chance, lambda hz: _band(hz, 350, 5200) / (1 + (hz / 1500) ** 2) ** 0.5)
    hiss *= 1 + 0.12 * _wander(length, chance, 9)
    drops = numpy.zeros(length)
    span = numpy.arange(round(0.09 * RATE)) / RATE
    for _ in range(DROPS_A_SECOND * length // RATE):
        at, pitch, size, phase = chance.random(4)
        fades_s = 0.006 + 0.012 * (1 - pitch)
        attack = 0.5 - 0.5 * numpy.cos(numpy.pi * numpy.clip(span / 0.004, 0, 1))
        tone = numpy.sin(2 * numpy.pi * (600 * 5**pitch * span + phase))
        places = (int(at * length) + numpy.arange(span.size)) % length
        drops[places] += size**3 * attack * numpy.exp(-span / fades_s) * tone
    drops = _shaped(drops, lambda hz: _band(hz, 300, 4500))
    return hiss + 0.6 * drops / numpy.sqrt(numpy.mean(drops**2))


def waves(length: int, chance: numpy.random.Generator) -> Sound:
    """Return swells, no two alike: each rises slowly, brightens at its height and runs out."""
    height = _swells(length)
    deep = _noise(length, chance, lambda hz: _band(hz, 50, 260) / (1 + (hz / 120) ** 2) ** 0.5)
    body = _noise(length, chance, lambda hz: _band(hz, 120, 1100) / (1 + (hz / 350) ** 2) ** 0.5)
    foam = _noise(length, chance, lambda hz: _band(hz, 700, 4200) / (1 + (hz / 1400) ** 2) ** 0.5)
    late = numpy.roll(height, round(0.7 * RATE))  # the foam comes after the water
    return 0.45 * deep * (0.6 + 0.4 * height) + body * (0.14 + 0.86 * height) + 0.6 * foam * (0.08 + 0.92 * late**1.6)


def wind(length: int, chance: numpy.random.Generator) -> Sound:
    """Return noise in a band that wanders slowly up and down, stronger where it is higher."""
    higher = _wander(length, chance, 7)
    stronger = 0.6 * higher + 0.4 * _wander(length, chance, 11)
    centre = numpy.log2(420) + 0.95 * higher
    sound = numpy.zeros(length)
    for octave in numpy.arange(6.9, 11.0, 0.35):  # 120 Hz to 2 kHz
        middle = float(2**octave)
        strip = _noise(length, chance, lambda hz, middle=middle: numpy.exp(-(_octaves(hz, middle) ** 2) / 0.12))
        sound += strip * numpy.exp(-((octave - centre) ** 2) / 0.5)
    breath = _noise(length, chance, lambda hz: _band(hz, 70, 300))
    return sound * 10 ** (6.5 * stronger / 20) + 0.25 * breath


def brown_noise(length: int, chance: numpy.random.Generator) -> Sound:
    """Return noise that falls six decibels an octave."""
    return _noise(length, chance, lambda hz: _band(hz, 45, 3000) * 45 / numpy.maximum(hz, 1))


def drone(length: int, chance: numpy.random.Generator) -> Sound:
    """Return low tones in pairs that beat slowly, each coming and going a little in its own time."""
    sound = numpy.zeros(length)
    turn = 2 * numpy.pi * numpy.arange(length) / length
    lasts_s = length / RATE
    for hz, level, beats in ((98, 1.0, 3), (147, 0.6, 5), (196, 0.5, 4), (294, 0.22, 7), (392, 0.12, 6)):
        cycles = round(hz * lasts_s)
        swell = 1 + 0.3 * _wander(length, chance, 4)
        for side, share in ((0, 0.6), (beats, 0.4)):
            sound += level * share * swell * numpy.sin((cycles + side) * turn + 2 * numpy.pi * chance.random())
    return sound


def _noise(length: int, chance: numpy.random.Generator, shape: Callable[[Sound], Sound]) -> Sound:
    """Return noise of level 1 whose spectrum has that shape over the frequencies in Hz."""
    loud = _shaped(numpy.fft.irfft(numpy.exp(2j * numpy.pi * chance.random(length // 2 + 1)), length), shape)
    return loud / numpy.sqrt(numpy.mean(loud**2))


def _shaped(sound: Sound, shape: Callable[[Sound], Sound]) -> Sound:
    spectrum = numpy.fft.rfft(sound)
    hz = numpy.fft.rfftfreq(sound.size, 1 / RATE)
    return numpy.fft.irfft(spectrum * shape(hz) * (hz > 0), sound.size)


def _band(hz: Sound, low: float, high: float) -> Sound:
    """Return a gentle band-pass: 12 dB an octave below it, 24 above."""
    under = (hz / low) ** 2
    return under / (1 + under) / (1 + (hz / high) ** 4)


def _octaves(hz: Sound, middle: float) -> Sound:
    return numpy.log2(numpy.maximum(hz, 1) / middle)


def _wander(length: int, chance: numpy.random.Generator, turns: int) -> Sound:
    """Return a slow movement between -1 and 1 that meets itself again after the loop."""
    turn = 2 * numpy.pi * numpy.arange(length) / length
    path = numpy.zeros(length)
    for times in range(2, turns + 1):
        path += numpy.sin(times * turn + 2 * numpy.pi * chance.random())
    path -= path.mean()
    return path / numpy.abs(path).max()


def _swells(length: int) -> Sound:
    """Return the height of the water, 0 to 1, smooth everywhere."""
    time_s = numpy.arange(length) / RATE
    height = numpy.zeros(length)
    begin_s = 0.0
    for lasts_s, top in SWELLS:
        part = numpy.clip((time_s - begin_s) / lasts_s, 0, 1)
        height += top * (0.5 - 0.5 * numpy.cos(2 * numpy.pi * part**1.25)) ** 1.3
        begin_s += lasts_s
    assert begin_s == length / RATE
    return height


SOUNDSCAPES = (
    Soundscape("rain", 40, -25.5, rain),
    Soundscape("waves", 46, -25.0, waves),
    Soundscape("wind", 44, -25.0, wind),
    Soundscape("brown-noise", 42, -23.2, brown_noise),
    Soundscape("drone", 40, -23.2, drone),
)
