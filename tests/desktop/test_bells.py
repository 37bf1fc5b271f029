"""Bells are really heard, on time, and a session without a sound device goes on."""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.parts import Process, eventually, missing_parts
from tests.desktop.sound import RATE, Recording, heard_at

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
PROGRAM = Path(__file__).with_name("bell_program.py")
ROOT = PROGRAM.parents[2]
ASTRAY_S = 0.4  # no figure of merit: a busy machine is late, a bell of another moment is astray
AUDIBLE = 10 ** (-30 / 20)


def made(*features: str) -> Iterator[Desktop]:
    if not sys.platform.startswith("linux"):
        pytest.skip("the desktop tests bring an X desktop, which is for Linux")
    if missing := missing_parts(*features):
        pytest.skip(f"this system lacks {', '.join(missing)}; ./test installs them on Debian when it may")
    with Desktop(*features) as desktop:
        yield desktop


@pytest.fixture
def sounding_desktop() -> Iterator[Desktop]:
    """A desktop with a sound server."""
    yield from made("sound")


@pytest.fixture
def mute_desktop() -> Iterator[Desktop]:
    """A desktop without any sound."""
    yield from made()


def play(desktop: Desktop, length_s: int, every_s: int, *soundscape: str) -> Process:
    command = [sys.executable, str(PROGRAM), str(length_s), str(every_s), *soundscape]
    return desktop.start(command, PYTHONPATH=str(ROOT))


def test_every_bell_of_a_minute_is_heard_on_time(sounding_desktop: Desktop) -> None:
    with sounding_desktop.record() as recording:
        eventually(lambda: recording.samples.size > 0, "the recording")
        program = play(sounding_desktop, 60, 10)
        begun = recording.follow(program, "closed", 120)
        ended = recording.samples.size
        eventually(lambda: recording.samples.size > ended + RATE, "a second of silence")
    assert program.wait() == 0
    samples = recording.samples
    due = [float(line.split()[1]) for line in program.words.splitlines() if line.startswith("due")]
    late_s = [heard_at(samples, begun, at) - at for at in due]
    print("bells late by ms:", [round(1000 * late) for late in late_s])
    print("median and most:", statistics.median(map(abs, late_s)), max(map(abs, late_s)))
    assert len(due) == 7
    assert max(map(abs, late_s)) < ASTRAY_S
    assert recording.peak > AUDIBLE
    assert recording.peak < 10 ** (-1 / 20)
    assert abs(samples[-RATE // 2 :]).max() == 0
    assert "trouble" not in program.words
    assert "qt.multimedia" not in program.words


def test_without_a_sound_device_the_session_goes_on_and_says_so_once(mute_desktop: Desktop) -> None:
    program = play(mute_desktop, 6, 2)
    assert program.wait() == 0
    assert program.words.count("due") == 4
    assert program.words.count("trouble: No sound device was found") == 1
    assert program.words.count("trouble") == 1
    assert "Traceback" not in program.words


def test_a_sound_server_that_dies_in_the_middle_ends_nothing(sounding_desktop: Desktop) -> None:
    program = play(sounding_desktop, 12, 2)
    eventually(lambda: program.words.count("due") == 2, "the second bell")
    next(part for part in sounding_desktop.processes if "pulseaudio" in part.popen.args).end()
    assert program.wait() == 0
    assert program.words.count("due") == 7
    assert program.words.count("trouble: The sound device is gone") == 1
    assert "closed" in program.words


def test_a_sound_server_that_is_soon_back_is_heard_in_the_same_session(sounding_desktop: Desktop) -> None:
    program = play(sounding_desktop, 20, 2, "drone")
    eventually(lambda: program.words.count("due") == 2, "the second bell")
    next(part for part in sounding_desktop.processes if "pulseaudio" in part.popen.args).end()
    (sounding_desktop.folder / "rt/sound").unlink(missing_ok=True)
    sounding_desktop._start_sound()
    with sounding_desktop.record() as recording:
        eventually(lambda: recording.peak > AUDIBLE, "sound from the server that came back")
    assert program.wait(60) == 0
    assert program.words.count("due") == 11
    assert program.words.count("trouble") == 1


def test_sound_follows_the_system_to_another_output_in_the_middle(sounding_desktop: Desktop) -> None:
    run = sounding_desktop.run
    run("pactl", "load-module", "module-null-sink", "sink_name=other", "rate=48000")
    with Recording(sounding_desktop.environment, sounding_desktop.folder, "other") as other:
        program = play(sounding_desktop, 16, 2, "rain")
        eventually(lambda: program.words.count("due") == 3, "the third bell")
        assert other.peak == 0
        run("pactl", "set-default-sink", "other")
        eventually(lambda: other.peak > AUDIBLE, "sound on the other output")
        modules = run("pactl", "list", "short", "modules").splitlines()
        run("pactl", "unload-module", next(line.split()[0] for line in modules if "sink_name=null" in line))
        begun = other.follow(program, "closed", 60)
        assert program.wait() == 0
        due = [float(line.split()[1]) for line in program.words.splitlines() if line.startswith("due")]
        samples = other.samples
    assert len(due) == 9
    assert abs(heard_at(samples, begun, due[-1]) - due[-1]) < ASTRAY_S
    assert program.words.count("trouble") <= 1
    assert "Traceback" not in program.words


def test_sound_comes_back_with_a_device_and_the_loss_is_said_once(sounding_desktop: Desktop) -> None:
    run = sounding_desktop.run
    run("pactl", "unload-module", "module-null-sink")
    program = play(sounding_desktop, 16, 2)
    eventually(lambda: program.words.count("due") == 3, "the third bell")
    run("pactl", "load-module", "module-null-sink", "sink_name=null", "rate=48000")
    with sounding_desktop.record() as recording:
        eventually(lambda: recording.peak > AUDIBLE, "a bell on the output that came")
    assert program.wait(60) == 0
    assert program.words.count("due") == 9
    assert program.words.count("trouble") == 1
