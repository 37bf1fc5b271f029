"""Bells are really heard, on time, and a session without a sound device goes on."""

import statistics
import sys
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy
import pytest

import resources
from tests.desktop.desktop import Desktop
from tests.desktop.parts import Process, eventually, missing_parts
from tests.desktop.sound import RATE, Recording

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
PROGRAM = Path(__file__).with_name("bell_program.py")
ROOT = PROGRAM.parents[2]
ASTRAY_S = 0.4  # no figure of merit: a busy machine is late, a bell of another moment is astray
LIKE = 0.6  # 1 is the bell alone
AUDIBLE = 10 ** (-30 / 20)
LOOK_AROUND_S = 0.5


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


def play(desktop: Desktop, length_s: int, every_s: int) -> Process:
    return desktop.start([sys.executable, str(PROGRAM), str(length_s), str(every_s)], PYTHONPATH=str(ROOT))


def stroke() -> Any:
    """The first quarter of a second of the bell."""
    with wave.open(str(resources.path("sounds/bowl.wav")), "rb") as file:
        return numpy.frombuffer(file.readframes(RATE // 4), "<i2") / 32768


def heard_at(samples: Any, begun: float, due: float) -> float:
    """When the stroke was heard that was due at `due`; `begun` is when the recording began."""
    first = round((due - LOOK_AROUND_S - begun) * RATE)
    pattern = stroke()
    around = samples[first : first + round(2 * LOOK_AROUND_S * RATE) + pattern.size]
    alike = numpy.correlate(around, pattern, "valid")
    loud = numpy.sqrt(numpy.correlate(around**2, numpy.ones(pattern.size), "valid"))
    likeness = alike / numpy.maximum(loud, 1e-3) / numpy.linalg.norm(pattern)
    assert likeness.max() > LIKE, f"no bell near the moment {due - begun:.1f} s into the recording"
    return begun + (first + int(likeness.argmax())) / RATE


def follow(program: Process, recording: Recording, words: str, timeout_s: float) -> float:
    """Wait for `words`; returns when the recording began: no piece of it can arrive before it was played."""
    file = recording._file
    begun: list[float] = []

    def look() -> bool:
        time.sleep(0.003)  # so as not to keep step with the recorder, which writes every 20 ms
        begun.append(time.time() - file.stat().st_size / 4 / RATE)
        return words in program.words or not program.running

    eventually(look, f"{words!r}", timeout_s)
    assert words in program.words, program.words
    return min(begun)


def test_every_bell_of_a_minute_is_heard_on_time(sounding_desktop: Desktop) -> None:
    with sounding_desktop.record() as recording:
        eventually(lambda: recording.samples.size > 0, "the recording")
        program = play(sounding_desktop, 60, 10)
        begun = follow(program, recording, "closed", 120)
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
