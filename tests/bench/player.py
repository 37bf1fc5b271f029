"""The player on a real screen: its frames, what it costs, how soon it is there, what it leaves behind."""

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure, ratio, single
from tests.desktop.desktop import Desktop

BARE = "a bare widget of three circles"
SLOW_MS = 16.7


def measure() -> list[Figure]:
    """Run the program of this measure on a desktop with sound."""
    with Desktop("sound") as desktop:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.player_program", str(desktop.folder / "bench-home")],
            env=desktop.environment, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    found = json.loads(done.stdout.splitlines()[-1])
    frames, bare_frames = found["frames"], found["bare_frames"]
    return [
        ratio("orb frame, p95", "ms", p95s(frames), p95s(bare_frames), BARE, 2.0),
        single("orb frames over 16.7 ms beyond the bare one's", "", [max(0, slow(frames) - slow(bare_frames))], 0),
        ratio("CPU of a breath session", "%", found["cpu"], found["bare_cpu"], BARE + " at 60 a second", 1.5),
        single("begin to first frame, in frames", "", found["first_frames"], 3),
        single("modules loaded by a second begin", "", found["loaded"], 0),
        single("memory after ten sessions over after two", "MiB", [found["grown_mib"]], 2.0),
        single("breath pacer: period off its plan", "%", [found["pacer_off"]], 0.1),
    ]


def p95s(rounds: list[list[float]]) -> list[float]:
    """Return the 95th percentile of each round."""
    return [sorted(one)[round(len(one) * 0.95) - 1] for one in rounds]


def slow(rounds: list[list[float]]) -> int:
    """Return how many frames took longer than a sixtieth of a second."""
    return sum(ms > SLOW_MS for one in rounds for ms in one)
