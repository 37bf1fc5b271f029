"""What the desktop asks for: dark or light, and whether things may move."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication


def prefers_dark() -> bool:
    """Tell whether the desktop is set to dark."""
    from PySide6.QtCore import Qt  # its many enums cost the first window 25 ms

    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def prefers_still() -> bool:
    """Tell whether the desktop asks for reduced motion, as far as that can be known."""
    if _qt_knows_of_stillness():
        return True
    if sys.platform == "win32":
        return _windows_wants_stillness()
    return sys.platform != "darwin" and _gtk_wants_stillness()


def _qt_knows_of_stillness() -> bool:
    style_hints = QGuiApplication.styleHints()
    if not hasattr(style_hints, "accessibility"):  # since Qt 6.10
        return False
    hints = style_hints.accessibility()
    if not hasattr(hints, "motionPreference"):  # since Qt 6.12
        return False
    return bool(hints.motionPreference().name == "ReducedMotion")


def _windows_wants_stillness() -> bool:
    import ctypes

    system: Any = getattr(ctypes, "windll")  # noqa: B009  # only there on Windows
    get_client_area_animation = 0x1042
    moving = ctypes.c_int(1)
    system.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(moving), 0)
    return not moving.value


def _gtk_wants_stillness() -> bool:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    for name in ("gtk-4.0", "gtk-3.0"):
        try:
            text = (folder / name / "settings.ini").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        for line in text.splitlines():
            key, _, value = line.partition("=")
            if key.strip() == "gtk-enable-animations":
                return value.strip().lower() in ("false", "0")
    return False
