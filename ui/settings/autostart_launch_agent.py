"""Start at login on macOS: a property list among the person's launch agents."""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from numbcompanion.paths import write_private

LABEL = "org.numbcompanion.NumbCompanion"


class LaunchAgent:
    """The launch agent's file; launchd reads it at the next login."""

    def __init__(self, command: Sequence[str], folder: Path | None = None):
        self._file = (folder or Path.home() / "Library" / "LaunchAgents") / f"{LABEL}.plist"
        self._command = list(command)
        self.place = str(self._file)

    def read(self) -> bool:
        """Return whether the file is there, not switched off, and starts this command."""
        try:
            content = plistlib.loads(self._file.read_bytes())
        except (FileNotFoundError, plistlib.InvalidFileException, ExpatError, ValueError):
            return False
        if not isinstance(content, dict):
            return False
        starts = content.get("RunAtLoad") is True and not content.get("Disabled", False)
        return starts and content.get("ProgramArguments") == self._command

    def write(self) -> None:
        """Write the file."""
        content = {
            "Label": LABEL,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        write_private(self._file, plistlib.dumps(content))

    def remove(self) -> None:
        """Remove the file."""
        self._file.unlink(missing_ok=True)
