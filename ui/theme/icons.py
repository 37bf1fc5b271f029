"""Draws the icons of resources/icons in any colour."""

from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources


def _device_ratios() -> tuple[int, ...]:
    """Return how finely the screens of this computer are drawn: 1, and 2 or more where there is such a one."""
    finest = max((ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()), default=1)
    return (1,) if finest == 1 else (1, finest)


def pixmap(name: str, color: QColor, size: int, device_ratio: int = 1) -> QPixmap:
    """Return the icon `name`, its currentColor replaced by `color`, `size` logical pixels wide."""
    text = resources.read_text(f"icons/{name}.svg").replace("currentColor", color.name())
    result = QPixmap(QSize(size, size) * device_ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(text.encode("utf-8"))).render(
        painter, QRectF(0, 0, size * device_ratio, size * device_ratio)
    )
    painter.end()
    result.setDevicePixelRatio(device_ratio)
    return result


def icon(name: str, off: QColor, on: QColor, disabled: QColor, size: int) -> QIcon:
    """Return an icon with a colour for unchecked, checked and disabled."""
    result = QIcon()
    for ratio in _device_ratios():
        result.addPixmap(pixmap(name, off, size, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        if on != off:
            result.addPixmap(pixmap(name, on, size, ratio), QIcon.Mode.Normal, QIcon.State.On)
    result.addPixmap(pixmap(name, disabled, size, 1), QIcon.Mode.Disabled, QIcon.State.Off)
    return result


def picture(name: str, color: QColor, sizes: tuple[int, ...]) -> QIcon:
    """Return an icon drawn at several sizes, for windows and trays."""
    result = QIcon()
    for size in sizes:
        result.addPixmap(pixmap(name, color, size))
    return result
