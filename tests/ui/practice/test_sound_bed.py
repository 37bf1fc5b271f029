import itertools
import math
from array import array

import pytest

from numbcompanion.practice.plans import BellKind, Soundscape
from ui.practice.sound_bed import FADE_IN_S, FADE_OUT_S, GLIDE_S, Bed
from ui.practice.sound_files import RATE, SOUNDSCAPE_RATE, read_bells, read_soundscape
from ui.practice.sound_mixer import Mixer

HALF = 16384
SLOW = 1000
STEADY = {kind: array("h", [HALF] * 500) for kind in Soundscape}


def read_for(bed: Bed, seconds: float, piece: int = 20) -> list[float]:
    found: list[float] = []
    for _ in range(round(seconds * SLOW / piece)):
        found += bed.read(piece) or [0.0] * piece
    return found


def steps(samples: list[float]) -> float:
    return max(abs(one - other) for one, other in itertools.pairwise(samples))


def steady() -> Bed:
    return Bed(SLOW, STEADY.__getitem__)


def test_nothing_lies_there_at_first() -> None:
    bed = steady()
    assert not bed.sounding
    assert bed.read(5) == []


def test_a_soundscape_fades_in_and_stays() -> None:
    bed = steady()
    bed.lay(Soundscape.RAIN, 1.0)
    heard = read_for(bed, FADE_IN_S + 1)
    assert heard == sorted(heard)
    assert heard[0] < 0.01
    assert heard[-1] == pytest.approx(0.5)
    assert steps(heard) < 0.001


def test_none_fades_it_out_and_forgets_it() -> None:
    bed = steady()
    bed.lay(Soundscape.RAIN, 1.0)
    read_for(bed, FADE_IN_S)
    bed.lay(None, 0.0)
    heard = read_for(bed, FADE_OUT_S + 0.1)
    assert heard == sorted(heard, reverse=True)
    assert heard[-1] == 0
    assert not bed.sounding


def test_two_that_cross_are_never_quieter_than_one() -> None:
    bed = steady()
    bed.lay(Soundscape.RAIN, 1.0)
    read_for(bed, FADE_IN_S)
    bed.lay(Soundscape.WIND, 1.0)
    heard = read_for(bed, FADE_IN_S)
    assert min(heard) > 0.49
    assert steps(heard) < 0.001
    assert heard[-1] == pytest.approx(0.5, abs=0.001)


def test_a_changed_volume_glides_without_a_click() -> None:
    bed = steady()
    bed.lay(Soundscape.RAIN, 1.0)
    read_for(bed, FADE_IN_S)
    bed.lay(Soundscape.RAIN, 0.5)
    heard = read_for(bed, GLIDE_S + 0.1)
    assert heard == sorted(heard, reverse=True)
    assert heard[-1] == pytest.approx(0.5 * 0.5**1.5)  # as felt: half is about a third
    assert steps(heard) < 0.005


def test_a_soundscape_asked_for_again_while_it_fades_comes_back_from_where_it_is() -> None:
    loads: list[Soundscape] = []
    bed = Bed(SLOW, lambda kind: (loads.append(kind), STEADY[kind])[1])
    bed.lay(Soundscape.RAIN, 1.0)
    read_for(bed, FADE_IN_S)
    bed.lay(None, 0.0)
    read_for(bed, FADE_OUT_S / 2)
    bed.lay(Soundscape.RAIN, 1.0)
    heard = read_for(bed, FADE_IN_S)
    assert min(heard) > 0.3
    assert heard[-1] == pytest.approx(0.5)
    assert loads == [Soundscape.RAIN]


@pytest.mark.parametrize("piece", [1, 2, 7, 64, 333])
def test_the_loop_goes_round_without_a_seam_however_it_is_read(piece: int) -> None:
    turn = [round(10000 * math.sin(2 * math.pi * place / 100)) for place in range(100)]
    bed = Bed(SLOW, lambda _: array("h", turn))
    bed.lay(Soundscape.DRONE, 1.0)
    while len(bed.read(100)) and bed._layers[Soundscape.DRONE]._presence < 1:
        pass
    heard: list[float] = []
    while len(heard) < 600:
        heard += bed.read(piece)
    begin = heard.index(max(heard))
    for place, sample in enumerate(heard[begin:]):
        assert sample == pytest.approx(10000 / 32768 * math.cos(math.pi * place / 100), abs=0.001)


def test_the_longest_silence_is_that_of_volume_nought() -> None:
    bed = steady()
    bed.lay(Soundscape.RAIN, 0.0)
    assert set(read_for(bed, 0.5)) == {0.0}


def test_silence_fades_only_the_bells() -> None:
    mixer = Mixer(SLOW, STEADY.__getitem__)
    mixer.lay(Soundscape.RAIN, 1.0)
    for _ in range(100):
        mixer.read(20)
    mixer.strike(array("h", [HALF // 2] * 5000), 1.0)
    mixer.fade_out()
    mixer.read(1000)
    assert list(array("f", mixer.read(20))) == [0.5] * 20
    assert mixer.sounding
    mixer.lay(None)
    mixer.read(2000)
    assert not mixer.sounding


def test_bells_at_full_volume_on_any_soundscape_stay_under_one_decibel() -> None:
    bell = read_bells()[BellKind.BOWL]
    for kind in Soundscape:
        mixer = Mixer(RATE, read_soundscape)
        mixer.lay(kind, 1.0)
        mixer.read(2 * RATE)
        for stroke in range(2):
            mixer.strike(bell, 1.0, in_frames=stroke * 5 * RATE)
        loudest = max(max(map(abs, array("f", mixer.read(RATE)))) for _ in range(7))
        assert 0.4 < loudest < 10 ** (-1 / 20), kind


def test_every_soundscape_can_be_read() -> None:
    for kind in Soundscape:
        assert 40 <= len(read_soundscape(kind)) / SOUNDSCAPE_RATE <= 48
