"""Start at login: what the switch in the settings turns on and off, whatever the system."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from numbcompanion.errors import CompanionError
from numbcompanion.paths import Home
from numbcompanion.translation import tr


class AutostartNotWritten(CompanionError):
    """The system did not take, or did not keep, what starts the companion at login."""


class AutostartEntry(Protocol):
    """The one thing a system keeps to start a program at login."""

    place: str

    def read(self) -> bool:
        """Return whether it is there, is not switched off, and starts this very command."""

    def write(self) -> None:
        """Put it there; may raise OSError."""

    def remove(self) -> None:
        """Take it away; may raise OSError."""


class Autostart:
    """Turns start at login on and off, and believes only what it reads back."""

    def __init__(self, entry: AutostartEntry):
        self._entry = entry

    @property
    def place(self) -> str:
        """Where it is written, to show to the person."""
        return self._entry.place

    def enabled(self) -> bool:
        """Return whether the companion starts at login, as the system has it now."""
        try:
            return self._entry.read()
        except OSError:
            return False

    def set(self, wanted: bool) -> bool:
        """Turn it on or off; returns what was read back. Raises AutostartNotWritten."""
        try:
            self._entry.write() if wanted else self._entry.remove()
        except OSError as error:
            raise AutostartNotWritten(self._sentence()) from error
        if self.enabled() is not wanted:
            raise AutostartNotWritten(self._sentence())
        return wanted

    def _sentence(self) -> str:
        return tr(
            "Start at login could not be changed: the system does not keep {place}. Nothing else was touched."
        ).format(place=self.place)


def start_command(home: Home) -> list[str]:
    """Return the command that starts this companion, on this home, in the tray."""
    usual = Home.chosen()
    folder = [] if home.folder == usual.folder else ["--data-dir", str(home.folder)]
    if getattr(sys, "frozen", False):
        return [sys.executable, "--hidden", *folder]
    windowed = Path(sys.executable).with_name("pythonw.exe")
    python = str(windowed) if sys.platform == "win32" and windowed.exists() else sys.executable
    return [python, "-m", "numbcompanion", "--hidden", *folder]


def autostart_here(command: Sequence[str], platform: str = sys.platform) -> Autostart:
    """Return start at login for this system."""
    if platform == "darwin":
        from ui.settings.autostart_launch_agent import LaunchAgent

        return Autostart(LaunchAgent(command))
    if platform == "win32":
        from ui.settings.autostart_run_key import RunKey

        return Autostart(RunKey(command))
    from ui.settings.autostart_xdg import XdgEntry

    return Autostart(XdgEntry(command))
