"""One walk through the whole program, as a person takes it: with keys, in a real window."""

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from numbcompanion.companion import Companion
from numbcompanion.paths import Home
from numbcompanion.store.key_stores import KeyFile
from tests.desktop.desktop import Desktop
from tests.desktop.parts import eventually
from tests.desktop.screen import Window

PROGRAM = (sys.executable, "-I", "-m", "numbcompanion")
TITLE = "Numb Companion"
SETTLE_S = 10  # what the timer suggests before its first bell


class Journey:
    """Starts the program behind `prefix` (a tracer, a namespace) and walks; each step waits for what it caused."""

    def __init__(self, desktop: Desktop, *prefix: str):
        self.desktop = desktop
        self.command = (*prefix, *PROGRAM)

    @property
    def home(self) -> Path:
        """The folder of the home, where the platform puts it."""
        return Path(self.desktop.environment["XDG_DATA_HOME"]) / "numb-companion"

    def begin(self) -> Window:
        """Start, and leave the first questions with what they suggest."""
        self.program = self.desktop.start(self.command)
        window = self.desktop.window(TITLE, 60)
        window.activate()
        eventually(lambda: self.desktop.screen.active() == window.id, "the window to have the keyboard")
        self.settled()
        self.press("Return")
        eventually(lambda: self.settings().get("first_run_done") is True, "the first questions to be answered")
        self.settled()
        return window

    def settings(self) -> dict[str, Any]:
        file = self.home / "settings.json"
        return json.loads(file.read_text()) if file.exists() else {}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Use the command line while the window is open."""
        return subprocess.run(
            [*PROGRAM, *arguments],
            env=self.desktop.environment, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def status(self) -> dict[str, Any]:
        done = self.run("status", "--json")
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    def count(self, kind: str, number: int) -> None:
        """Wait until there are `number` of `kind` in the store."""
        eventually(lambda: self.status()["counts"][kind] == number, f"{number} {kind} in the store")

    def press(self, *keys: str) -> None:
        self.desktop.press(*keys)

    def page(self, keys: str) -> None:
        """Go to the page of a shortcut and let it be drawn."""
        self.press(keys)
        self.settled()

    def settled(self, still_s: float = 0.4, timeout_s: float = 15.0) -> None:
        """Wait until nothing on the screen has moved for a while."""
        end = time.monotonic() + timeout_s
        before = self.desktop.screen.pixels()[2]
        since = time.monotonic()
        while time.monotonic() - since < still_s and time.monotonic() < end:
            time.sleep(0.1)
            now = self.desktop.screen.pixels()[2]
            if now != before:
                before, since = now, time.monotonic()

    def check_in_from_today(self, depth: str) -> None:
        """Point 3: a digit, Enter."""
        before = self.status()["counts"]["checkins"]
        self.page("ctrl+1")
        self.press(depth, "Return")
        self.count("checkins", before + 1)

    def write(self, words: str) -> None:
        """Point 5: a new page of the journal; it saves by itself."""
        before = self.status()["counts"]["entries"]
        self.page("ctrl+4")
        self.press("ctrl+n")
        self.settled()
        self.desktop.type(words)
        self.count("entries", before + 1)

    def sit(self, seconds: float) -> None:
        """Point 4: a silent session with its bell, ended early, and kept all the same."""
        before = self.status()["counts"]["sessions"]
        self.page("ctrl+3")
        self.press("Return")  # "Just a timer", which has the keyboard
        self.settled()
        self.press("Return")  # "Begin"
        time.sleep(seconds)
        self.press("Escape")
        self.count("sessions", before + 1)
        self.settled()
        self.press("Escape")
        self.settled()

    def look_around(self) -> None:
        """Point 7: every page for reading, and Help now, shows something of its own."""
        seen = set()
        pages = ("ctrl+6", "ctrl+7", "ctrl+8", "ctrl+shift+h", "ctrl+comma")
        for keys in pages:
            self.page(keys)
            seen.add(self.desktop.screen.pixels()[2])
        assert len(seen) == len(pages)

    @property
    def process(self) -> psutil.Process:
        """The program itself, behind whatever it was started through."""
        found = [one for one in self.program.tree() if "numbcompanion" in one.cmdline() and "python" in one.name()]
        return found[-1]

    def end(self) -> int:
        """Ask the program to end, as a system does at log-out; returns its exit code."""
        self.process.terminate()
        return self.program.wait()

    @contextlib.contextmanager
    def opened(self) -> Iterator[Companion]:
        """Open the home without the program, to see what is really in it."""
        keys = Path(self.desktop.environment["XDG_CONFIG_HOME"]) / "numb-companion" / "keys"
        companion = Companion(Home(self.home, keys), None, [KeyFile(keys)])
        companion.open()
        try:
            yield companion
        finally:
            companion.close()
