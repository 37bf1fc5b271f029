"""What the companion costs while it waits in the tray."""

import contextlib
import time
from pathlib import Path

import psutil

from tests.bench.figures import Figure, single
from tests.bench.homes import make_homes
from tests.bench.starts import BARE, PROGRAM
from tests.desktop.desktop import Desktop
from tests.desktop.parts import Process, eventually

SETTLE_S = 60
LOOK_S = 60
BARE_SETTLE_S = 5
PSS_GOAL_MIB = 120
WAKE_UPS_GOAL = 0.5
CPU_GOAL_MS = 10  # one tick of the kernel's clock: less cannot be told from none


def pss_mib(process: Process) -> float:
    """Return the memory of a program and its children, shared pages counted in parts."""
    return sum(one.memory_full_info().pss for one in process.tree()) / 2**20


def usage(process: Process) -> tuple[float, int]:
    """Return CPU milliseconds and voluntary context switches of all threads so far."""
    cpu_ms, switches = 0.0, 0
    for one in process.tree():
        times = one.cpu_times()
        cpu_ms += (times.user + times.system) * 1000
        for thread in Path(f"/proc/{one.pid}/task").iterdir():
            with contextlib.suppress(OSError):
                switches += _switches(thread / "status")
    return cpu_ms, switches


def _switches(file: Path) -> int:
    words = file.read_text().split()
    return int(words[words.index("voluntary_ctxt_switches:") + 1])


def measure() -> list[Figure]:
    """Start hidden with two years of a life, wait a minute, then look for another."""
    with Desktop("tray", "notifications") as desktop:
        homes = make_homes(desktop.folder, desktop.environment)
        bare = desktop.start(BARE)
        desktop.window("Bare window")
        time.sleep(BARE_SETTLE_S)
        bare_mib = pss_mib(bare)
        bare.end()
        program = desktop.start([*PROGRAM, "--hidden"], NUMBCOMPANION_HOME=str(homes["two years"]))
        eventually(desktop.screen.tray_icons, "the tray icon")
        time.sleep(SETTLE_S)
        with contextlib.suppress(psutil.Error):
            memory = pss_mib(program)
        cpu_before, switches_before = usage(program)
        time.sleep(LOOK_S)
        cpu_after, switches_after = usage(program)
    return [
        single("PSS in the tray after a minute", "MiB", [memory], PSS_GOAL_MIB, bare_mib),
        single("wake-ups in the tray", "/s", [(switches_after - switches_before) / LOOK_S], WAKE_UPS_GOAL),
        single("CPU in the tray, in a minute", "ms", [(cpu_after - cpu_before) * 60 / LOOK_S], CPU_GOAL_MS),
    ]
