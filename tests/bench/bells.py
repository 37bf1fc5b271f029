"""How well bells keep their time over three minutes, recorded from a null sink: alone, over rain, with a core busy."""

import contextlib
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, single
from tests.desktop.desktop import Desktop
from tests.desktop.parts import eventually, missing_parts
from tests.desktop.sound import RATE, heard_at

LENGTH_S = 180
EVERY_S = 10
WORST_MS = 60
BUSY_WORST_MS = 120
DRIFT_MS = 10
DRIFT_OF = 3  # strokes at either end
CPU_GOAL = 5.0  # with bells ringing half of the time
PROGRAM = Path(__file__).parents[1] / "desktop" / "bell_program.py"
ROOT = PROGRAM.parents[2]


def measure() -> list[Figure]:
    """Ring through four sessions, each on a desktop of its own."""
    if missing := missing_parts("sound"):
        print(f"The bells cannot be measured without {', '.join(missing)}.", file=sys.stderr)
        return []
    found: list[Figure] = []
    for name, soundscape, busy in (
        ("bells", "", False),
        ("bells on rain", "rain", False),
        ("bells, a core busy", "", True),
        ("bells on rain, a core busy", "rain", True),
    ):
        found += session(name, soundscape, busy)
    return found


def session(name: str, soundscape: str, busy: bool) -> list[Figure]:
    """Ring through one session; returns how far off the strokes were, and how that changed."""
    late_ms, cpu_s = heard(soundscape, busy)
    print(f"{name}, late by ms: {' '.join(f'{late:.1f}' for late in late_ms)}", file=sys.stderr)
    off_ms = [abs(late) for late in late_ms]
    drift_ms = abs(statistics.median(late_ms[-DRIFT_OF:]) - statistics.median(late_ms[:DRIFT_OF]))
    return [
        single(f"{name}: off, median", "ms", off_ms, WORST_MS),
        single(f"{name}: off, worst", "ms", [max(off_ms)], BUSY_WORST_MS if busy else WORST_MS),
        single(f"{name}: drift in {LENGTH_S // 60} minutes", "ms", [drift_ms], DRIFT_MS),
        single(f"{name}: CPU of the whole program", "%", [100 * cpu_s / LENGTH_S], CPU_GOAL),
    ]


def heard(soundscape: str, busy: bool) -> tuple[list[float], float]:
    """Return how late each stroke was heard, in milliseconds, and the CPU seconds of the session."""
    with Desktop("sound") as desktop, core_busy(busy), desktop.record() as recording:
        eventually(lambda: recording.samples.size > 0, "the recording")
        program = desktop.start(
            [sys.executable, str(PROGRAM), str(LENGTH_S), str(EVERY_S), *([soundscape] if soundscape else [])],
            PYTHONPATH=str(ROOT),
        )
        recording.follow(program, "due", 30)
        before_s = cpu_of(program.tree()[0].cpu_times())
        begun = recording.follow(program, "ended", LENGTH_S + 30)
        after_s = cpu_of(program.tree()[0].cpu_times())
        ended = recording.samples.size
        eventually(lambda: recording.samples.size > ended + RATE, "the last stroke")
        samples = recording.samples
        due = [float(line.split()[1]) for line in program.words.splitlines() if line.startswith("due")]
    return [1000 * (heard_at(samples, begun, at) - at) for at in due], after_s - before_s


def cpu_of(times: object) -> float:
    """Return the seconds of both kinds."""
    return times.user + times.system


@contextlib.contextmanager
def core_busy(busy: bool) -> Iterator[None]:
    """Keep one core busy, at the priority of any other program."""
    if not busy:
        yield
        return
    load = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        load.kill()
        load.wait()
