"""The voice is really heard, one caption after the other; without one, or with a broken one, the session goes on."""

import math
import os
import shutil
import signal
import socket
import sys
import time
import wave
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.parts import Process, eventually, missing_parts
from tests.desktop.sound import BLOCK, RATE, Recording

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
PROGRAM = Path(__file__).with_name("voice_program.py")
ROOT = PROGRAM.parents[2]
CAPTIONS = ("Notice where your feet meet the floor.", "Less < than & <b>more</b> of it.", "That is all.")
SPEECH = ("speech-dispatcher", "espeak-ng")
AUDIBLE = 0.01
APART_S = 0.7  # shorter pauses lie inside a sentence
ASTRAY_S = 0.5
FROZEN_S = 1.0  # no figure of merit: opening the voices takes longer, and must not be felt


def made(*features: str, speech: bool = True) -> Iterator[Desktop]:
    if not sys.platform.startswith("linux"):
        pytest.skip("the desktop tests bring an X desktop, which is for Linux")
    missing = missing_parts(*features) + [name for name in SPEECH if speech and shutil.which(name) is None]
    if missing:
        pytest.skip(f"this system lacks {', '.join(missing)}; ./test installs them on Debian when it may")
    with Desktop(*features) as desktop:
        yield desktop


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A desktop with a sound server, and no speech-dispatcher that would start by itself and stay."""
    for desktop in made("sound"):
        desktop.environment["SPEECHD_CMD"] = "/nowhere/speech-dispatcher"
        yield desktop


@pytest.fixture
def speaking_desktop(desktop: Desktop) -> Desktop:
    """A desktop with speech-dispatcher of its own."""
    folder = desktop.folder / "rt/speech-dispatcher"
    desktop._part("speech", "speech-dispatcher", "--run-single", "--timeout", "0")
    eventually((folder / "speechd.sock").exists, "speech-dispatcher")
    return desktop


def start(desktop: Desktop, *words: str, **environment: str) -> Process:
    return desktop.start([sys.executable, str(PROGRAM), *words], PYTHONPATH=str(ROOT), **environment)


def lines(program: Process, word: str) -> list[list[str]]:
    return [line.split() for line in program.words.splitlines() if line.startswith(f"{word} ")]


def follow(program: Process, recording: Recording, timeout_s: float = 90) -> float:
    """Wait for the end of the program; returns when the recording began: no piece of it arrives before its time."""
    begun: list[float] = []

    def look() -> bool:
        time.sleep(0.003)
        begun.append(time.time() - recording._file.stat().st_size / 4 / RATE)
        return not program.running

    eventually(look, "the end of the program", timeout_s)
    assert program.wait() == 0, program.words
    return min(begun)


def utterances(recording: Recording) -> list[tuple[float, float]]:
    """When each stretch of sound began and ended, in seconds of the recording."""
    samples = recording.samples
    blocks = abs(samples[: samples.size // BLOCK * BLOCK].reshape(-1, BLOCK)).max(axis=1)
    found: list[tuple[float, float]] = []
    for index in (blocks > AUDIBLE).nonzero()[0]:
        at_s = index * BLOCK / RATE
        if found and at_s - found[-1][1] < APART_S:
            found[-1] = (found[-1][0], at_s)
        else:
            found.append((at_s, at_s))
    return found


def tone(file: Path, length_s: float = 2.0, hertz: float = 330.0) -> Path:
    samples = array("h", (round(9000 * math.sin(2 * math.pi * hertz * n / RATE)) for n in range(int(length_s * RATE))))
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file


def test_captions_are_heard_one_after_another_and_their_ends_told(speaking_desktop: Desktop) -> None:
    with speaking_desktop.record() as recording:
        eventually(lambda: recording.samples.size > 0, "the recording")
        program = start(speaking_desktop, "captions", *CAPTIONS)
        begun = follow(program, recording)
    heard = [(begun + first, begun + last) for first, last in utterances(recording)]
    silent = [float(line[1]) for line in lines(program, "silent")]
    said = [float(line[1]) for line in lines(program, "say")]
    print(program.words, "heard", [(round(a - begun, 2), round(b - begun, 2)) for a, b in heard])
    print("end told after the sound, s:", [round(told - end, 2) for told, (_, end) in zip(silent, heard, strict=False)])
    assert len(heard) == len(silent) == len(CAPTIONS)
    for told, asked, (first, last) in zip(silent, said, heard, strict=True):
        assert asked - ASTRAY_S < first < last < told + ASTRAY_S
    assert all(after[0] > before[1] + APART_S for before, after in pairwise(heard))
    assert AUDIBLE < recording.peak < 0.99
    assert "trouble" not in program.words
    assert lines(program, "voices")
    assert float(lines(program, "held")[0][1]) < FROZEN_S


def test_without_a_speech_dispatcher_it_is_said_once_and_the_session_goes_on(desktop: Desktop) -> None:
    program = start(desktop, "captions", *CAPTIONS)
    assert program.wait(60) == 0
    assert program.words.count("trouble: This computer has no voice that could speak") == 1
    assert program.words.count("trouble") == 1
    assert len(lines(program, "silent")) == len(CAPTIONS)
    assert "Traceback" not in program.words


def test_without_its_library_it_is_said_once(desktop: Desktop) -> None:
    folder = desktop.folder / "broken"
    folder.mkdir()
    (folder / "libspeechd.so.2").write_text("no library")
    program = start(desktop, "captions", *CAPTIONS, LD_LIBRARY_PATH=str(folder))
    assert program.wait(60) == 0
    assert program.words.count("trouble: This computer has no voice that could speak") == 1
    assert len(lines(program, "silent")) == len(CAPTIONS)


def test_a_speech_dispatcher_that_hangs_holds_up_neither_session_nor_end(desktop: Desktop) -> None:
    path = desktop.folder / "rt/hanging.sock"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        program = start(desktop, "captions", *CAPTIONS, SPEECHD_ADDRESS=f"unix_socket:{path}")
        assert program.wait(90) == 0
    assert program.words.count("trouble: The voice of this computer does not answer") == 1
    assert len(lines(program, "silent")) == len(CAPTIONS)
    assert float(lines(program, "held")[0][1]) < FROZEN_S


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGSTOP])
def test_a_speech_dispatcher_that_goes_away_in_the_middle_ends_nothing(
    speaking_desktop: Desktop, ending: signal.Signals
) -> None:
    program = start(speaking_desktop, "captions", *CAPTIONS)
    eventually(lambda: lines(program, "silent"), "the end of the first caption", 60)
    number = int((speaking_desktop.folder / "rt/speech-dispatcher/pid/speech-dispatcher.pid").read_text())
    os.kill(number, ending)
    try:
        assert program.wait(90) == 0
    finally:
        if ending == signal.SIGSTOP:
            os.kill(number, signal.SIGCONT)
    print(program.words)
    assert program.words.count("trouble: The voice of this computer") == 1
    assert program.words.count("trouble") == 1
    assert len(lines(program, "silent")) == len(CAPTIONS)
    assert "Traceback" not in program.words


def test_a_recording_is_heard_in_place_of_the_voice_and_a_broken_one_is_spoken(speaking_desktop: Desktop) -> None:
    good = tone(speaking_desktop.folder / "01.wav")
    broken = speaking_desktop.folder / "02.wav"
    broken.write_text("no sound at all")
    missing = speaking_desktop.folder / "03.wav"
    texts = (f"One.={good}", f"Two and two.={broken}", f"Three and three.={missing}")
    with speaking_desktop.record() as recording:
        eventually(lambda: recording.samples.size > 0, "the recording")
        program = start(speaking_desktop, "captions", *texts)
        begun = follow(program, recording)
    heard = utterances(recording)
    silent = [float(line[1]) - begun for line in lines(program, "silent")]
    print(program.words, heard, silent)
    assert len(heard) == len(silent) == 3
    first, last = heard[0]
    assert 1.7 < last - first < 2.4
    assert all(told > end - ASTRAY_S for told, (_, end) in zip(silent, heard, strict=True))
    assert program.words.count("trouble: A recording of yours could not be played") == 1
    assert program.words.count("trouble") == 1


def test_a_song_is_heard_to_its_end_and_its_name_is_written_nowhere(desktop: Desktop) -> None:
    file = tone(desktop.folder / "our own secret song.wav")
    with desktop.record() as recording:
        eventually(lambda: recording.samples.size > 0, "the recording")
        program = start(desktop, "song", str(file))
        follow(program, recording)
    (heard,) = utterances(recording)
    assert 1.7 < heard[1] - heard[0] < 2.4
    assert [float(line[1]) for line in lines(program, "length")] == [2.0]
    assert "ended" in program.words
    assert "trouble" not in program.words
    assert "secret" not in program.words


@pytest.mark.parametrize("content", [b"words only, no sound\n" * 50, b""])
def test_a_file_that_is_no_music_is_refused_in_a_sentence(desktop: Desktop, content: bytes) -> None:
    file = desktop.folder / "our own secret song.mp3"
    file.write_bytes(content)
    program = start(desktop, "song", str(file))
    assert program.wait(60) == 0
    assert program.words.count("trouble: This file cannot be played as music.") == 1
    assert "secret" not in program.words
