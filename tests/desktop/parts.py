"""The parts a desktop is made of, each a process of its own that is ended again."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import psutil

T = TypeVar("T")
PATIENCE_S = 20.0
NEEDED = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "wmctrl")
NEEDED_FOR = {
    "tray": ("trayer",),
    "notifications": ("dunst", "dunstctl"),
    "sound": ("pulseaudio", "parec"),
}

BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# Pressing a button of a notification: dunst offers all actions to "dmenu", which here picks the wanted one.
NOTIFIER_CONFIGURATION = """[global]
    dmenu = {picker}
    width = 320
    offset = 20x60
    font = Sans 10
    idle_threshold = 0
    mouse_left_click = do_action
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
"""


def missing_parts(*features: str) -> list[str]:
    """Return the programs this system lacks for a desktop with `features`."""
    wanted = [*NEEDED, *(part for feature in features for part in NEEDED_FOR[feature])]
    return [name for name in wanted if shutil.which(name) is None]


def eventually(look: Callable[[], T], what: str, timeout_s: float = PATIENCE_S) -> T:
    """Return the first true result of `look`; fails, saying `what` was waited for, when there is none in time."""
    end = time.monotonic() + timeout_s
    while True:
        if found := look():
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout_s:g} s for {what}")
        time.sleep(0.02)


class Process:
    """A running program, its words kept in a file, ended with all its children."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], log: Path, cwd: Path | None = None):
        self.log = log
        with log.open("wb") as out:
            self.popen = subprocess.Popen(
                command,
                env=environment,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def words(self) -> str:
        """Everything it printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def running(self) -> bool:
        return self.popen.poll() is None

    def tree(self) -> list[psutil.Process]:
        """The process and all that it started."""
        with contextlib.suppress(psutil.NoSuchProcess):
            top = psutil.Process(self.popen.pid)
            return [top, *top.children(recursive=True)]
        return []

    def wait(self, timeout_s: float = PATIENCE_S) -> int:
        """Wait for its own end; returns the exit code."""
        return self.popen.wait(timeout_s)

    def end(self) -> None:
        """Ask it to end, then make it."""
        processes = self.tree()
        for process in reversed(processes):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGTERM)
        _gone, left = psutil.wait_procs(processes, timeout=3)
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self.popen.wait(5)


def start_screen(environment: dict[str, str], log: Path, size: str) -> tuple[Process, str]:
    """Start an X server on a free number; returns it and its name."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as told, log.open("wb") as out:
        popen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
            env=environment,
            pass_fds=[writing],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        os.close(writing)
        number = told.readline().decode().strip()  # to the end of the line: the server gives up when cut off
    assert number, f"Xvfb did not start: {log.read_text()}"
    process = Process.__new__(Process)
    process.log, process.popen = log, popen
    return process, f":{number}"
