"""From exec to the first window, and to Today filled."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Figure, ratio
from tests.bench.homes import make_homes
from tests.desktop.desktop import Desktop

ROUNDS = 9
PATIENCE_S = 30.0
BARE = [sys.executable, "-I", str(Path(__file__).with_name("bare_window.py"))]
PROGRAM = [sys.executable, "-I", "-m", "numbcompanion"]


def start(desktop: Desktop, command: list[str], until: str | None, **environment: str) -> tuple[float, float]:
    """Start `command`; returns milliseconds to its first window and to its saying `until` (0 when not asked)."""
    reading, writing = os.pipe()
    desktop.screen.watch_maps()
    begin_s = time.monotonic()
    process = subprocess.Popen(
        command,
        env=desktop.environment | environment | {"NUMBCOMPANION_READY_FD": str(writing)},
        pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    os.close(writing)
    try:
        window_s = desktop.screen.first_map_after(begin_s, PATIENCE_S)
        if window_s is None:
            raise RuntimeError(f"no window from {' '.join(command)}")
        filled_s = _said(reading, until, begin_s) if until else 0.0
    finally:
        os.close(reading)
        end(process)
    return window_s * 1000, filled_s * 1000


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a program to end; one that does not is killed, and that is an error."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise RuntimeError("the program did not end when it was asked to") from None


def _said(reading: int, word: str, begin_s: float) -> float:
    heard = b""
    while word.encode() not in heard.split(b"\n"):
        left_s = begin_s + PATIENCE_S - time.monotonic()
        ready, _, _ = select.select([reading], [], [], max(0.0, left_s))
        more = os.read(reading, 256) if ready else b""
        if not more:
            raise RuntimeError(f"the program never said {word!r}")
        heard += more
    return time.monotonic() - begin_s


def measure() -> list[Figure]:
    """Start everything in turn, round after round."""
    window: dict[str, list[float]] = {}
    today: dict[str, list[float]] = {}
    with Desktop("tray") as desktop:
        homes = make_homes(desktop.folder, desktop.environment)
        for round_number in range(ROUNDS + 1):
            for name in ("bare", *homes):
                if name == "bare":
                    window_ms, today_ms = start(desktop, BARE, None)
                else:
                    window_ms, today_ms = start(desktop, PROGRAM, "today", NUMBCOMPANION_HOME=str(homes[name]))
                if round_number:  # the first round only warms up
                    window.setdefault(name, []).append(window_ms)
                    today.setdefault(name, []).append(today_ms)
    return [
        ratio("exec to first mapped window", "ms", window["two years"], window["bare"], "a bare window", 1.5),
        ratio("exec to Today filled (two years)", "ms", today["two years"], window["bare"], "a bare window", 3.0),
        ratio("Today with ten years of data", "ms", today["ten years"], today["empty"], "an empty home", 1.2),
    ]
