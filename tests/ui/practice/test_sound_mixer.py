from array import array

import pytest

from numbcompanion.practice.plans import BellKind
from ui.practice.sound_files import RATE, read_bells, read_soundscape
from ui.practice.sound_mixer import FADE_S, LOUDEST, Mixer

HALF = 16384


def heard(mixer: Mixer, frames: int) -> list[float]:
    return list(array("f", mixer.read(frames)))


def test_nothing_rings_at_first() -> None:
    mixer = Mixer(100, read_soundscape)
    assert not mixer.sounding
    assert heard(mixer, 3) == [0, 0, 0]


def test_a_bell_is_heard_whole_and_then_over() -> None:
    mixer = Mixer(100, read_soundscape)
    mixer.strike(array("h", [HALF, -HALF, HALF]), 1.0)
    assert heard(mixer, 2) == [0.5, -0.5]
    assert mixer.sounding
    assert heard(mixer, 2) == [0.5, 0]
    assert not mixer.sounding


def test_a_bell_begins_on_the_frame_it_was_asked_for() -> None:
    mixer = Mixer(100, read_soundscape)
    mixer.strike(array("h", [HALF]), 1.0, in_frames=5)
    assert heard(mixer, 4) == [0] * 4
    assert heard(mixer, 4) == [0, 0.5, 0, 0]


def test_bells_ring_together() -> None:
    mixer = Mixer(100, read_soundscape)
    mixer.strike(array("h", [HALF, HALF]), 1.0)
    mixer.strike(array("h", [HALF // 2, HALF // 2]), 1.0, in_frames=1)
    assert heard(mixer, 4) == [0.5, 0.75, 0.25, 0]


@pytest.mark.parametrize("volume", [0.0, -1.0])
def test_without_volume_nothing_rings(volume: float) -> None:
    mixer = Mixer(100, read_soundscape)
    mixer.strike(array("h", [HALF]), volume)
    assert not mixer.sounding


def test_silence_fades_and_forgets_what_waits() -> None:
    mixer = Mixer(1000, read_soundscape)
    mixer.strike(array("h", [HALF] * 1000), 1.0)
    mixer.strike(array("h", [HALF] * 1000), 1.0, in_frames=200)
    heard(mixer, 10)
    mixer.fade_out()
    fading = heard(mixer, round(FADE_S * 1000) + 10)
    assert fading[0] == pytest.approx(0.5)
    assert fading == sorted(fading, reverse=True)
    assert fading[-10:] == [0] * 10
    assert not mixer.sounding


def test_three_strokes_at_full_volume_do_not_clip() -> None:
    bell = read_bells()[BellKind.BOWL]
    mixer = Mixer(RATE, read_soundscape)
    for stroke in range(3):
        mixer.strike(bell, 1.0, in_frames=stroke * 5 * RATE)
    loudest = max(max(map(abs, heard(mixer, RATE))) for _ in range(14))
    assert 0.3 < loudest < 10 ** (-1 / 20)


def test_many_strokes_at_once_stay_within_the_range() -> None:
    mixer = Mixer(100, read_soundscape)
    for _ in range(5):
        mixer.strike(array("h", [HALF, -HALF]), 1.0)
    assert heard(mixer, 2) == pytest.approx([LOUDEST, -LOUDEST])


def test_what_is_not_too_loud_is_left_as_it_is() -> None:
    mixer = Mixer(100, read_soundscape)
    mixer.strike(array("h", [25000, -25000]), 1.0)
    assert heard(mixer, 2) == pytest.approx([25000 / 32768, -25000 / 32768])


def test_a_bell_nobody_could_hear_the_rest_of_is_dropped() -> None:
    mixer = Mixer(100, read_soundscape)
    mixer.strike(array("h", [HALF] * 9), 1.0)
    mixer.forget_bells()
    assert not mixer.sounding


def test_every_bell_can_be_read() -> None:
    assert set(read_bells()) == set(BellKind)
