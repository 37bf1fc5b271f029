"""How the feeling slider is drawn: the thaw as a track, its outline in marks, a round handle, words below."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from ui.theme import Role, TextStyle, Theme

_TRACK = 16
_HANDLE = 32
_ROOM = 36
_GAP = 4
_RAMP_STOPS = 13
_STEPS = 10


class SliderPaint:
    """Draws one slider into a rectangle; knows where each depth lies."""

    def __init__(self, theme: Theme, area: QRectF, direction: Qt.LayoutDirection):
        self._theme = theme
        self._area = area
        self._mirrored = direction == Qt.LayoutDirection.RightToLeft
        room = theme.px(_ROOM)
        high = theme.px(_TRACK)
        self._track = QRectF(area.left() + 2, area.top() + (room - high) / 2, area.width() - 4, high)

    @staticmethod
    def height(theme: Theme, with_words: bool) -> int:
        """Return the height the slider needs."""
        return theme.px(_ROOM) + (theme.px(_GAP) + round(theme.line_height(TextStyle.SMALL)) if with_words else 0)

    def depth_at(self, x: float) -> int:
        """Return the depth at a place from the left."""
        inset = self._theme.px(_HANDLE) / 2
        length = max(1.0, self._track.width() - 2 * inset)
        fraction = min(max((x - self._track.left() - inset) / length, 0.0), 1.0)
        return round((1 - fraction if self._mirrored else fraction) * _STEPS)

    def track(self, painter: QPainter, faded: bool) -> None:
        """Draw the track; paler when it holds no answer."""
        radius = self._track.height() / 2
        painter.setOpacity(0.4 if faded else 1)
        painter.setBrush(QBrush(self._gradient(marks=False)))
        painter.setPen(QPen(QBrush(self._gradient(marks=True)), 1))
        painter.drawRoundedRect(self._track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setOpacity(1)

    def handle(self, painter: QPainter, depth: int, focused: bool) -> None:
        """Draw the handle at a depth."""
        centre, radius = self._centre(depth), self._theme.px(_HANDLE) / 2
        if focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(Role.FOCUS))
            painter.drawEllipse(centre, radius + 2, radius + 2)
            painter.setBrush(self._theme.color(Role.CARD))
            painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
            radius -= 2.5
        painter.setBrush(self._theme.color(Role.CARD))
        painter.setPen(QPen(self._theme.color(Role.INK), 2))
        painter.drawEllipse(centre, radius - 1, radius - 1)

    def waiting_ring(self, painter: QPainter) -> None:
        """Draw the quiet ring at the beginning that waits for an answer; dotted, so that it is not taken for one."""
        radius = self._theme.px(_HANDLE) / 2
        ring = QColor(self._theme.color(Role.CARD))
        ring.setAlphaF(0.55)
        painter.setBrush(ring)
        painter.setPen(QPen(self._theme.color(Role.EDGE), 1.5, Qt.PenStyle.DotLine))
        painter.drawEllipse(self._centre(0), radius - 1.5, radius - 1.5)

    def focus_around_track(self, painter: QPainter) -> None:
        """Draw the focus where there is no handle to carry it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
        around = self._track.adjusted(-1, -4, 1, 4)
        painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)

    def words(self, painter: QPainter, text: str) -> None:
        """Draw one text in the middle below the track, or over it where there are no anchors."""
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(self._theme.color(Role.INK))
        below = self._below()
        place = below if below.height() > 1 else self._track
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def anchors(self, painter: QPainter, texts: list[tuple[float, str]]) -> None:
        """Draw the words below the track: all of them, or as many as there is room for."""
        font = self._theme.font(TextStyle.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.color(Role.SOFT_INK))
        for chosen in (texts, texts[:: max(1, len(texts) // 2)], [texts[0], texts[-1]]):
            places = [self._place_of(fraction, metrics.horizontalAdvance(text)) for fraction, text in chosen]
            if _apart(places, self._theme.px(8)):
                break
        for (_, text), place in zip(chosen, places, strict=True):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)

    def _place_of(self, fraction: float, width: float) -> QRectF:
        """Return where a text of a width stands: at the edges flush with the track, else under its depth."""
        below = self._below()
        width = min(width + 2, below.width())
        centre = self._centre(fraction * _STEPS).x()
        left = min(max(centre - width / 2, below.left()), below.right() - width)
        if fraction in (0, 1):
            at_left = (fraction == 0) != self._mirrored
            left = below.left() if at_left else below.right() - width
        return QRectF(left, below.top(), width, below.height())

    def _below(self) -> QRectF:
        top = self._area.top() + self._theme.px(_ROOM) + self._theme.px(_GAP)
        return QRectF(self._track.left(), top, self._track.width(), self._area.bottom() - top)

    def _centre(self, depth: float) -> QPointF:
        inset = self._theme.px(_HANDLE) / 2
        fraction = depth / _STEPS
        if self._mirrored:
            fraction = 1 - fraction
        x = self._track.left() + inset + fraction * (self._track.width() - 2 * inset)
        return QPointF(x, self._track.center().y())

    def _gradient(self, marks: bool) -> QLinearGradient:
        ends = (self._track.topRight(), self._track.topLeft())
        start, end = ends if self._mirrored else ends[::-1]
        gradient = QLinearGradient(start, end)
        ramp = self._theme.ramp_mark if marks else self._theme.ramp
        for stop in range(_RAMP_STOPS):
            fraction = stop / (_RAMP_STOPS - 1)
            gradient.setColorAt(fraction, ramp(fraction))
        return gradient


def _apart(places: list[QRectF], gap: float) -> bool:
    in_order = sorted(places, key=lambda place: place.left())
    return all(one.right() + gap <= other.left() for one, other in pairwise(in_order))
