"""Start at login on Windows: a value under the person's Run key."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
VALUE = "Numb Companion"


class Registry(Protocol):
    """String values of the current user, by key and name."""

    def value(self, key: str, name: str) -> str | None:
        """Return the value, or None where there is none."""

    def set_value(self, key: str, name: str, value: str) -> None:
        """Write the value."""

    def remove_value(self, key: str, name: str) -> None:
        """Remove the value; none is fine."""


class RunKey:
    """The value that starts the companion."""

    def __init__(self, command: Sequence[str], registry: Registry | None = None):
        self._line = subprocess.list2cmdline(command)
        self._registry: Registry = registry or WindowsRegistry()
        self.place = f"HKEY_CURRENT_USER\\{KEY}\\{VALUE}"

    def read(self) -> bool:
        """Return whether the value is there and starts this command."""
        return self._registry.value(KEY, VALUE) == self._line

    def write(self) -> None:
        """Write the value."""
        self._registry.set_value(KEY, VALUE, self._line)

    def remove(self) -> None:
        """Remove the value."""
        self._registry.remove_value(KEY, VALUE)


class WindowsRegistry:
    """The registry itself."""

    def value(self, key: str, name: str) -> str | None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value, kind = winreg.QueryValueEx(opened, name)
            except FileNotFoundError:
                return None
            return value if kind == winreg.REG_SZ and isinstance(value, str) else None
        return None

    def set_value(self, key: str, name: str, value: str) -> None:
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

    def remove_value(self, key: str, name: str) -> None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return
