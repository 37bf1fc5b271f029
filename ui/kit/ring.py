"""The ring of a session: how far it has come, and three circles that open and close with the breath."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, TextStyle, Theme

_SIZE = 416
_SMALLEST = 260
_RING_WIDTH = 3
_CLOSED = 0.62
_GROWS = 0.35  # how much of the growth of the text the smallest ring follows
_SMALLEST_WORDS = 0.5
# Each circle: its share of the ring's radius when open, how far it lies from haze to dawn, and how strongly it
# stands out from the paper in the light room and in the dark one.
_CIRCLES = ((0.78, 0.0, 0.20, 0.20), (0.62, 0.25, 0.42, 0.38), (0.465, 0.4, 0.76, 0.56))
_FULL_TURN = 360 * 16
_TOP = 90 * 16
_WORDS_WIDE = 1.36  # of the radius: the inner square of the ring
_WORDS = Qt.AlignmentFlag.AlignHCenter.value | Qt.TextFlag.TextWordWrap.value


class SessionRing(QWidget):
    """Painted from what it was last told; it keeps no time of its own.

    It paints its own ground, so that sixty frames a second repaint nothing behind it, and only the circles of a
    frame are drawn: ring and ground lie ready in a picture.
    """

    pressed = Signal()
    released = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, smallest: int = _SMALLEST):
        super().__init__(parent)
        self._theme = theme
        self._smallest = smallest
        self._progress: float | None = None
        self._title = ""
        self._hint = ""
        self._openness = 1.0
        self._ground: QPixmap | None = None
        self._words: QPixmap | None = None
        # What a frame needs, worked out when size, words or theme change.
        self._fills: list[tuple[QColor, float]] = []
        self._middle = QPointF()
        self._moving = QRect()
        self._words_at = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._follow_theme)

    @property
    def openness(self) -> float:
        """How open the circles are, 0 to 1."""
        return self._openness

    def set_progress(self, fraction: float | None) -> None:
        """Show how much of the session is over; None for one without an end."""
        progress = None if fraction is None else min(max(fraction, 0.0), 1.0)
        if progress != self._progress:
            self._progress = progress
            self._ground = None
            self.update()

    def set_phase(self, title: str, hint: str = "", openness: float = 1.0) -> None:
        """Show words in the middle, and the circles open from 0 to 1."""
        if (title, hint) != (self._title, self._hint):
            self.setAccessibleName(title)
            self.setAccessibleDescription(hint)
            self._title = title
            self._hint = hint
            self._words = None
            self.update()
        self.set_openness(openness)

    def set_openness(self, openness: float) -> None:
        """Open the circles from 0 to 1: the one thing that changes with every frame."""
        openness = min(max(openness, 0.0), 1.0)
        if openness != self._openness:
            self._openness = openness
            self.update(self._moving)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # it takes what room there is; asking for more would make a page scroll

    def minimumSizeHint(self) -> QSize:
        side = round(self._smallest * (1 + (self._theme.scale - 1) * _GROWS))
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground = self._words = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.released.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground is None or self._words is None:
            self._prepare()
        assert self._ground is not None and self._words is not None
        dirty = event.rect()
        painter = QPainter(self)
        painter.drawPixmap(QRectF(dirty), self._ground, self._scaled(dirty, self.devicePixelRatioF()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        open_now = _CLOSED + (1 - _CLOSED) * self._openness
        for fill, widest in self._fills:
            painter.setBrush(fill)
            painter.drawEllipse(self._middle, widest * open_now, widest * open_now)
        if not self._words.isNull():
            painter.drawPixmap(self._words_at, self._words)
        painter.end()

    def _radius(self) -> float:
        largest = max(_SIZE, self._theme.px(_SIZE * 0.8))
        return min(self.width(), self.height(), largest) / 2 - _RING_WIDTH

    def _centre(self) -> QPointF:
        return QRectF(self.rect()).center()

    @staticmethod
    def _scaled(rect: QRect, ratio: float) -> QRectF:
        return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)

    def _prepare(self) -> None:
        dark, radius = self._theme.dark, self._radius()
        self._middle = self._centre()
        self._fills = []
        for share, warmth, day, night in _CIRCLES:
            tint = self._theme.mix(Role.HAZE, Role.DAWN, warmth)
            fill = self._theme.blend(tint, Role.PAPER, 1 - (night if dark else day))
            self._fills.append((fill, radius * share))
        widest = radius * _CIRCLES[0][0] + 2
        around = QRectF(self._middle.x() - widest, self._middle.y() - widest, 2 * widest, 2 * widest)
        self._moving = around.toAlignedRect()
        if self._ground is None:
            self._ground = self._picture(self.rect(), self._theme.color(Role.PAPER), self._paint_ring)
        if self._words is None:
            self._prepare_words()

    def _prepare_words(self) -> None:
        """Draw the words into a picture no larger than they are."""
        title, hint = self._words_rooms(*self._fonts())
        area = title.united(hint).toAlignedRect()
        self._words_at = area.topLeft()
        if area.isEmpty():
            self._words = QPixmap()
            return
        self._words = self._picture(area, QColor(Qt.GlobalColor.transparent), self._paint_words)

    def _picture(self, area: QRect, fill: QColor, paint: Callable[[QPainter], None]) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(area.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(fill)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.topLeft())
        paint(painter)
        painter.end()
        return picture

    def _paint_ring(self, painter: QPainter) -> None:
        radius, centre = self._radius(), self._centre()
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color(Role.LINE), _RING_WIDTH))
        painter.drawEllipse(around)
        if self._progress:
            pen = QPen(self._theme.color(Role.ACCENT), _RING_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(around, _TOP, -round(_FULL_TURN * self._progress))

    def _paint_words(self, painter: QPainter) -> None:
        title_font, hint_font = self._fonts()
        title, hint = self._words_rooms(title_font, hint_font)
        painter.setPen(self._theme.color(Role.INK))
        painter.setFont(hint_font)
        painter.drawText(hint, _WORDS, self._hint)
        painter.setFont(title_font)
        painter.drawText(title, _WORDS, self._title)

    def _fonts(self) -> tuple[QFont, QFont]:
        """The fonts of title and hint, smaller where very large words meet a small ring."""
        styles = (TextStyle.NUMBER, TextStyle.BODY)
        title, hint = self._words_rooms(*(self._theme.font(style) for style in styles))
        words, room = title.united(hint), self._radius() * _WORDS_WIDE
        share = max(room / max(words.width(), words.height(), room), _SMALLEST_WORDS)
        return self._theme.smaller_font(styles[0], share), self._theme.smaller_font(styles[1], share)

    def _words_rooms(self, title_font: QFont, hint_font: QFont) -> tuple[QRectF, QRectF]:
        """Where the title and the hint are: one below the other in the middle of the ring."""
        width, centre = self._radius() * _WORDS_WIDE, self._centre()
        room = QRectF(centre.x() - width / 2, 0, width, self.height())
        title = QFontMetricsF(title_font).boundingRect(room, _WORDS, self._title)
        hint = QFontMetricsF(hint_font).boundingRect(room, _WORDS, self._hint)
        if not self._title:
            title.setHeight(0.0)
        if not self._hint:
            hint.setHeight(0.0)
        gap = self._theme.px(6) if self._hint and self._title else 0
        top = centre.y() - (title.height() + gap + hint.height()) / 2
        title.moveTop(top)
        hint.moveTop(top + title.height() + gap)
        return title, hint

    def _follow_theme(self) -> None:
        self._ground = self._words = None
        self.updateGeometry()
        self.update()
