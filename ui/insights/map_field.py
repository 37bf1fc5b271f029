"""The map of pleasantness and energy with all that was said on it: a shade for how often, dots for when."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from numbcompanion.checkins.records import MAP_REACH
from numbcompanion.insights.map_trail import MapTrail
from numbcompanion.translation import tr
from ui.insights.painted import PaintedChart
from ui.theme.roles import Radius, Role
from ui.theme.theme import Theme

_HEIGHT = 220
_DOT = 3
_MOST_DOTS = 400
_PALEST = 0.2
_SHADE = 0.75


class MapField(PaintedChart):
    """Pleasantness goes to the right in every language, as on the map of the check-in."""

    def __init__(self, theme: Theme):
        super().__init__(theme, tr("Where on the map"))
        self._trail: MapTrail | None = None

    def set_trail(self, trail: MapTrail) -> None:
        """Show these dots and their density."""
        self._trail = trail
        self.update()

    def high(self) -> float:
        return self._theme.px(_HEIGHT)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        field = room.adjusted(0, 0, 0, -self.line())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(Role.SUNK))
        painter.drawRoundedRect(field, Radius.SMALL, Radius.SMALL)
        if self._trail is not None and len(self._trail.ids):
            painter.drawImage(field, self._shade(self._trail))
        painter.setPen(QPen(self._theme.color(Role.EDGE), 1, Qt.PenStyle.DotLine))
        middle = field.center()
        painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
        if self._trail is not None:
            self._draw_dots(painter, field, self._trail)
        self._draw_words(painter, field)

    def _shade(self, trail: MapTrail) -> QImage:
        """Return the density as a picture in the colour of the accent, from clear to full."""
        accent = self._theme.color(Role.ACCENT)
        density = np.flipud(trail.density.T)  # row 0 is the most energy
        share = density / density.max() * _SHADE if density.max() > 0 else density
        rgba = np.empty((*share.shape, 4), dtype=np.uint8)
        rgba[..., :3] = (accent.red(), accent.green(), accent.blue())
        rgba[..., 3] = np.round(share * 255)
        kept = np.ascontiguousarray(rgba)
        image = QImage(kept.data, share.shape[1], share.shape[0], QImage.Format.Format_RGBA8888)
        wide = Qt.TransformationMode.SmoothTransformation
        return image.copy().scaled(410, 410, Qt.AspectRatioMode.IgnoreAspectRatio, wide)

    def _draw_dots(self, painter: QPainter, field: QRectF, trail: MapTrail) -> None:
        newest = range(max(0, len(trail.ids) - _MOST_DOTS), len(trail.ids))
        painter.setPen(Qt.PenStyle.NoPen)
        dot = self._theme.px(_DOT)
        for order, number in enumerate(newest):
            color = QColor(self._theme.color(Role.INK))
            color.setAlphaF(_PALEST + (1 - _PALEST) * ((order + 1) / len(newest)) ** 3)
            painter.setBrush(color)
            x = field.left() + (trail.pleasantness[number] + MAP_REACH) / (2 * MAP_REACH) * field.width()
            y = field.bottom() - (trail.energy[number] + MAP_REACH) / (2 * MAP_REACH) * field.height()
            painter.drawEllipse(QPointF(float(x), float(y)), dot, dot)

    def _draw_words(self, painter: QPainter, field: QRectF) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        inset, line = self._theme.px(8), self.line()
        wide = field.width() / 2 - inset
        self.label(
            painter, QRectF(field.left() + inset, field.top() + 2, wide, line), tr("more energy"), left, Role.INK
        )
        low = QRectF(field.left() + inset, field.bottom() - line - 2, wide, line)
        self.label(painter, low, tr("less energy"), left, Role.INK)
        self.label(painter, QRectF(field.left(), field.bottom(), wide, line), tr("unpleasant"), left)
        self.label(painter, QRectF(field.center().x() + inset, field.bottom(), wide, line), tr("pleasant"), right)
