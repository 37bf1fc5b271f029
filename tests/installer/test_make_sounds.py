"""The sounds: what the generator makes is what is shipped; bells sound as bells do, loops have no seam."""

import importlib.util
import sys
import wave
from pathlib import Path

import numpy
import pytest

import resources

GENERATOR = Path(resources.__file__).parents[1] / "installer" / "make_sounds.py"
MOST_BYTES = 14_000_000
SOUNDSCAPES = ("rain", "waves", "wind", "brown-noise", "drone")


@pytest.fixture(scope="module")
def make_sounds():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(GENERATOR.parent))
        spec = importlib.util.spec_from_file_location("make_sounds", GENERATOR)
        module = importlib.util.module_from_spec(spec)
        patch.setitem(sys.modules, "make_sounds", module)
        spec.loader.exec_module(module)
        yield module
    sys.modules.pop("make_soundscapes", None)


def shipped(name: str) -> tuple[int, numpy.ndarray]:
    with wave.open(str(resources.path(f"sounds/{name}.wav")), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getframerate(), numpy.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(int)


def test_the_generator_makes_what_is_shipped(make_sounds):
    for instrument in make_sounds.INSTRUMENTS:
        _rate, there = shipped(instrument.name)
        made = make_sounds.ring(instrument).astype(int)
        assert abs(made - there).max() <= 1, "run installer/make_sounds.py again"


def test_the_generator_makes_the_soundscapes_that_are_shipped(make_sounds):
    for soundscape in make_sounds.SOUNDSCAPES:
        rate, there = shipped(soundscape.name)
        assert rate == make_sounds.SOUNDSCAPE_RATE
        made = make_sounds.loop(soundscape)
        assert abs(made.astype(int) - there).max() <= 1, "run installer/make_sounds.py again"
        assert made.tobytes() == make_sounds.loop(soundscape).tobytes()


def test_the_sounds_stay_small():
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


def spectrum(part: numpy.ndarray) -> numpy.ndarray:
    """The power of 24 bands of equal width on the ear's scale, in dB of the whole."""
    power = abs(numpy.fft.rfft(part * numpy.hanning(part.size))) ** 2
    edges = numpy.geomspace(8, power.size - 1, 25).astype(int)
    bands = numpy.add.reduceat(power, edges[:-1])
    return 10 * numpy.log10(bands / power.sum() + 1e-6)


def level_db(part: numpy.ndarray) -> float:
    return float(20 * numpy.log10(numpy.sqrt(numpy.mean((part / 32768) ** 2))))


@pytest.mark.parametrize("name", SOUNDSCAPES)
def test_a_soundscape_is_long_and_gentle(name):
    rate, samples = shipped(name)
    assert rate == 24_000
    assert 40 <= samples.size / rate <= 48
    assert -26.2 <= level_db(samples) <= -23
    assert abs(samples).max() / 32768 <= 0.3  # -10 dBFS: a bell has room above it
    assert abs(samples.mean()) / 32768 < 0.0005
    power = abs(numpy.fft.rfft(samples)) ** 2
    assert power[round(7000 * samples.size / rate) :].sum() < 0.01 * power.sum()


@pytest.mark.parametrize("name", SOUNDSCAPES)
def test_nothing_in_a_soundscape_is_sudden(name):
    rate, samples = shipped(name)
    piece = rate // 20
    levels = numpy.array([level_db(samples[at : at + piece] + 1) for at in range(0, samples.size - piece, piece)])
    assert numpy.abs(levels[2:] - levels[:-2]).max() < 12
    assert levels.max() < level_db(samples) + 8


@pytest.mark.parametrize("name", SOUNDSCAPES)
def test_a_soundscape_has_no_seam(name):
    rate, samples = shipped(name)
    steps = abs(numpy.diff(samples))
    assert abs(samples[0] - samples[-1]) <= numpy.quantile(steps, 0.999)
    bends = abs(numpy.diff(samples, 2))
    around = numpy.concatenate([samples[-rate:], samples[:rate]])
    assert abs(numpy.diff(around[rate - 3 : rate + 3], 2)).max() <= numpy.quantile(bends, 0.9999)
    elsewhere = [samples[at : at + 2 * rate] for at in range(0, samples.size - 2 * rate, 2 * rate)]
    levels = [level_db(part) for part in elsewhere]
    assert min(levels) - 1 <= level_db(around) <= max(levels) + 1
    usual = numpy.median([spectrum(part) for part in elsewhere], axis=0)
    furthest = max(abs(spectrum(part) - usual).mean() for part in elsewhere)
    assert abs(spectrum(around) - usual).mean() <= furthest + 0.5


def test_the_soundscapes_differ():
    kinds = {}
    for name in SOUNDSCAPES:
        rate, samples = shipped(name)
        parts = [samples[at : at + 2 * rate] for at in range(0, samples.size - 2 * rate, 2 * rate)]
        movement = numpy.std([level_db(part) for part in parts])
        kinds[name] = numpy.append(numpy.mean([spectrum(part) for part in parts], axis=0), 4 * movement)
    for name, kind in kinds.items():
        for other, another in kinds.items():
            assert name == other or abs(kind - another).mean() > 3, (name, other)
