"""Start at login on freedesktop systems: a file in the autostart folder.

Desktop Application Autostart Specification and Desktop Entry Specification (quoting of Exec).
"""

import os
from collections.abc import Sequence
from pathlib import Path

from numbcompanion.paths import write_private

FILE_NAME = "numb-companion.desktop"
_QUOTED_BY_BACKSLASH = '"`$\\'


class XdgEntry:
    """The autostart file."""

    def __init__(self, command: Sequence[str], folder: Path | None = None):
        config = os.environ.get("XDG_CONFIG_HOME", "")
        usual = Path(config) if config else Path.home() / ".config"
        self._file = (folder or usual / "autostart") / FILE_NAME
        self._command = tuple(command)
        self.place = str(self._file)

    def read(self) -> bool:
        """Return whether the file is there, not switched off, and starts this command."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except (FileNotFoundError, UnicodeDecodeError):
            return False
        values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
        switched_off = values.get("Hidden") == "true" or values.get("X-GNOME-Autostart-enabled") == "false"
        return values.get("Exec") == exec_line(self._command) and not switched_off

    def write(self) -> None:
        """Write the file."""
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Numb Companion",
            f"Exec={exec_line(self._command)}",
            "Icon=numb-companion",
            "Terminal=false",
            "NoDisplay=true",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
        write_private(self._file, "\n".join(lines).encode("utf-8"))

    def remove(self) -> None:
        """Remove the file."""
        self._file.unlink(missing_ok=True)


def exec_line(command: Sequence[str]) -> str:
    """Return `command` as the value of an Exec key."""
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    escaped = "".join("\\" + c if c in _QUOTED_BY_BACKSLASH else c for c in part).replace("%", "%%")
    # The value is a string of its own kind: a backslash in it is written twice.
    return f'"{escaped}"'.replace("\\", "\\\\").replace("\n", "\\n") if _needs_quotes(part) else escaped


def _needs_quotes(part: str) -> bool:
    return not part or any(not (c.isalnum() or c in "-_./+:,@%=") for c in part)
