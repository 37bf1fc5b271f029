"""Paints the rows of the list."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from numbcompanion.journal.records import EntryLine, Hit, Marked
from numbcompanion.translation import tr
from ui import dates
from ui.journal.entry_model import ROW_ROLE, Heading, Memory, Row, line_of
from ui.theme import Radius, Role, Space, TextStyle, Theme

_INSET = 11
_HEADING_INSET = 4
_EXCERPT_LINES = 2


class _Ink(NamedTuple):
    style: TextStyle
    role: Role


_DAY = _Ink(TextStyle.SMALL, Role.SOFT_INK)
_HEADLINE = _Ink(TextStyle.BODY, Role.INK)
_EXCERPT = _Ink(TextStyle.SMALL, Role.SOFT_INK)


class EntryDelegate(QStyledItemDelegate):
    """Draws headings, lines, hits and memories; the page that is open stands on the accent's wash."""

    def __init__(self, theme: Theme, parent: QObject | None = None):
        super().__init__(parent)
        self._theme = theme
        self.open_id = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        return QSize(self._theme.px(120), self._height(row, index.row() == 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        if isinstance(row, Heading):
            self._heading(painter, area, row.text)
        else:
            self._ground(painter, area, option, row)
            inner = area.adjusted(self._theme.px(_INSET), 0, -self._theme.px(_INSET), 0)
            self._words(painter, inner, row)
        painter.restore()

    def _height(self, row: Row | None, first: bool) -> int:
        if isinstance(row, Heading):
            return self._theme.px(Space.H if first and row.month else Space.HH)
        small, body = self._line(TextStyle.SMALL), self._line(TextStyle.BODY)
        if isinstance(row, Memory):
            return small + self._theme.px(Space.M)
        room = small + body + self._theme.px(Space.XL)
        return room + _EXCERPT_LINES * small if isinstance(row, Hit) else room

    def _line(self, style: TextStyle) -> int:
        return round(self._theme.line_height(style))

    def _heading(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(self._theme.font(TextStyle.LABEL))
        painter.setPen(self._theme.color(Role.SOFT_INK))
        room = area.adjusted(self._theme.px(_HEADING_INSET), 0, 0, -self._theme.px(Space.S))
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text.upper())

    def _ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, row: Row) -> None:
        line = line_of(row)
        state = option.state
        ground = QRectF(area).adjusted(1, 1, -1, -1)
        if line is not None and line.id == self.open_id:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(Role.ACCENT_WASH))
            painter.drawRoundedRect(ground, Radius.BUTTON, Radius.BUTTON)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(Role.SUNK))
            painter.drawRoundedRect(ground, Radius.BUTTON, Radius.BUTTON)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(Role.FOCUS), 2))
            painter.drawRoundedRect(ground, Radius.BUTTON, Radius.BUTTON)

    def _words(self, painter: QPainter, area: QRect, row: Row) -> None:
        small, body = self._line(TextStyle.SMALL), self._line(TextStyle.BODY)
        line = line_of(row)
        if line is None:
            return
        headline = line.headline or tr("A page without words")
        if isinstance(row, Memory):
            text = tr("{year} · “{headline}”").format(year=line.day.year, headline=headline)
            self._draw(painter, area, Marked(text), _DAY, 1, middle=True)
            return
        top = QRect(area.left(), area.top() + self._theme.px(Space.S), area.width(), small)
        day = dates.day_short(line.day) if isinstance(row, EntryLine) else dates.day_and_year(line.day)
        self._draw(painter, top, Marked(day), _DAY)
        second = QRect(area.left(), top.bottom() + 1, area.width(), body)
        marked = row.headline if isinstance(row, Hit) and row.headline.text else Marked(headline)
        self._draw(painter, second, marked, _HEADLINE)
        if isinstance(row, Hit):
            third = QRect(area.left(), second.bottom() + 1, area.width(), _EXCERPT_LINES * small)
            self._draw(painter, third, row.excerpt, _EXCERPT, _EXCERPT_LINES)

    def _draw(
        self, painter: QPainter, area: QRect, marked: Marked, ink: _Ink, most_lines: int = 1, *, middle: bool = False
    ) -> None:
        text = marked.text
        font = self._theme.font(ink.style)
        if most_lines == 1:
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        else:
            shown = text
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(marked, shown))
        height = self._line(ink.style)
        top = (area.height() - height) / 2 if middle else 0.0
        layout.beginLayout()
        for number in range(most_lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, top + number * height + (height - line.height()) / 2))
        layout.endLayout()
        painter.setPen(self._theme.color(ink.role))
        layout.draw(painter, QPointF(area.topLeft()))

    def _formats(self, marked: Marked, shown: str) -> list[QTextLayout.FormatRange]:
        formats = []
        for start, end in marked.ranges:
            found = QTextLayout.FormatRange()
            found.start = _utf16(marked.text[:start])
            found.length = min(_utf16(marked.text[:end]), _utf16(shown)) - found.start
            form = QTextCharFormat()
            form.setForeground(self._theme.color(Role.INK))
            form.setBackground(self._theme.color(Role.ACCENT_WASH))
            found.format = form
            if found.length > 0:
                formats.append(found)
        return formats


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
