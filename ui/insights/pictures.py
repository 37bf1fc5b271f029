"""A chart as a picture: its title above it, on the ground of its card."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.theme import Role, Space, TextStyle, Theme

_SHARP = 2
Draw = Callable[[QPainter, QRectF], None]


class Picture:
    """Draws a chart with its title into an image or a file; works the same for dots and for lines."""

    def __init__(self, theme: Theme, title: str, draw: Draw, size: QSize):
        self._theme = theme
        self._title = title
        self._draw = draw
        head = QFontMetricsF(theme.font(TextStyle.CARD_TITLE)).height() + Space.L
        self._head = head
        self._chart = size
        self._whole = QSizeF(size.width() + 2 * Space.XXL, size.height() + head + 2 * Space.XL)

    def image(self) -> QImage:
        """Return the picture in twice as many dots as on the screen."""
        image = QImage((self._whole * _SHARP).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(self._theme.color(Role.CARD))
        image.setDevicePixelRatio(_SHARP)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        return image

    def svg(self) -> bytes:
        """Return the picture as SVG."""
        from PySide6.QtSvg import QSvgGenerator

        kept = QBuffer()
        kept.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(kept)
        generator.setSize(self._whole.toSize())
        generator.setViewBox(QRectF(0, 0, self._whole.width(), self._whole.height()))
        generator.setTitle(self._title)
        painter = QPainter(generator)
        painter.fillRect(QRectF(0, 0, self._whole.width(), self._whole.height()), self._theme.color(Role.CARD))
        self._paint(painter)
        painter.end()
        return bytes(kept.data().data())

    def save(self, file: Path) -> Path:
        """Write the picture as PNG or, where the name says so, as SVG; returns where. Raises CompanionError."""
        if file.suffix.lower() not in (".png", ".svg"):
            file = file.with_name(file.name + ".png")
        try:
            if file.suffix.lower() == ".svg":
                file.write_bytes(self.svg())
            else:
                file.write_bytes(_png(self.image()))
        except OSError as error:
            sentence = tr("The picture could not be written to {file}. Choose another folder.")
            raise CompanionError(sentence.format(file=file)) from error
        return file

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextStyle.CARD_TITLE))
        painter.setPen(self._theme.color(Role.INK))
        title = QRectF(Space.XXL, Space.XL, self._chart.width(), self._head)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._title)
        room = QRectF(Space.XXL, Space.XL + self._head, self._chart.width(), self._chart.height())
        self._draw(painter, room)


def _png(image: QImage) -> bytes:
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]  # takes bytes in some versions, str in others
    return bytes(kept.data().data())
