"""The bells: what the generator makes is what is shipped, and it sounds as a bell does."""

import importlib.util
import wave
from pathlib import Path

import numpy
import pytest

import resources

GENERATOR = Path(resources.__file__).parents[1] / "installer" / "make_sounds.py"
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def make_sounds():
    spec = importlib.util.spec_from_file_location("make_sounds", GENERATOR)
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["make_sounds"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["make_sounds"]


def shipped(name: str) -> tuple[int, numpy.ndarray]:
    with wave.open(str(resources.path(f"sounds/{name}.wav")), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getframerate(), numpy.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(int)


def test_the_generator_makes_what_is_shipped(make_sounds):
    for instrument in make_sounds.INSTRUMENTS:
        _rate, there = shipped(instrument.name)
        made = make_sounds.ring(instrument).astype(int)
        assert abs(made - there).max() <= 1, "run installer/make_sounds.py again"


def test_the_bells_stay_small():
    assert sum(file.stat().st_size for file in resources.path("sounds").iterdir()) < MOST_BYTES


@pytest.mark.parametrize("name", ["bowl", "small-bowl", "bar"])
def test_a_bell_begins_softly_never_clips_and_fades_to_silence(name):
    rate, samples = shipped(name)
    loudness = abs(samples) / 32768
    assert loudness.max() <= 10 ** (-1 / 20)
    assert loudness[: rate // 1000].max() < 0.05
    assert 8 <= len(samples) / rate <= 20
    assert loudness[-rate // 100 :].max() < 0.001
    seconds = [loudness[second * rate : (second + 1) * rate].max() for second in range(len(samples) // rate)]
    assert seconds[0] > seconds[3] > seconds[6] > seconds[-1]


@pytest.mark.parametrize("name", ["bowl", "small-bowl", "bar"])
def test_the_high_partials_fade_first(name, make_sounds):
    rate, samples = shipped(name)
    pitch = next(each.pitch_hz for each in make_sounds.INSTRUMENTS if each.name == name)

    def high_share(at_s: float) -> float:
        part = samples[round(at_s * rate) : round((at_s + 3) * rate)]  # longer than one beat
        spectrum = abs(numpy.fft.rfft(part)) ** 2
        return spectrum[round(pitch * 3 * 2) :].sum() / spectrum.sum()

    assert high_share(0.0) > 1.5 * high_share(5.0)
