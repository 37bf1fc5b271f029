"""A field of cells, such as time of day by weekday: each as warm as what could be felt then."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.insights.painted import PaintedChart
from ui.theme.roles import Role, Space
from ui.theme.theme import Theme

_ROW = 24
_GAP = 3.0
_ROUND = 4.0


@dataclass(frozen=True)
class Cell:
    """One cell: where on the ramp (None: nothing said), and what it says in words."""

    warmth: float | None
    words: str


class Cells(PaintedChart):
    """Rows of cells with a label before each row and above each column."""

    def __init__(self, theme: Theme, name: str):
        super().__init__(theme, name)
        self._columns: Sequence[str] = ()
        self._rows: Sequence[tuple[str, Sequence[Cell]]] = ()

    def set_cells(self, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Cell]]]) -> None:
        """Show these rows, each with a cell for every column."""
        self._columns = columns
        self._rows = rows
        self.updateGeometry()
        self.update()

    def high(self) -> float:
        return self.line() + self._theme.px(_ROW) * max(1, len(self._rows))

    def draw(self, painter: QPainter, room: QRectF) -> None:
        for column, name in enumerate(self._columns):
            below = self._cell(0, column, room)
            head = QRectF(below.left(), room.top(), below.width() + _GAP, self.line())
            self.label(painter, head, name, Qt.AlignmentFlag.AlignHCenter)
        names = self._names()
        for row, (name, cells) in enumerate(self._rows):
            for column, cell in enumerate(cells):
                spot = self._cell(row, column, room)
                empty = cell.warmth is None
                painter.setBrush(self._theme.color(Role.SUNK) if empty else self._theme.ramp(cell.warmth or 0.0))
                pen = QPen(self._theme.ramp_mark(cell.warmth or 0.0), 1)
                painter.setPen(QPen(Qt.PenStyle.NoPen) if empty else pen)
                painter.drawRoundedRect(spot, _ROUND, _ROUND)
            strip = self._cell(row, 0, room)
            left = room.right() - names if self.isRightToLeft() else room.left()
            self.label(painter, QRectF(left, strip.top(), names, strip.height()), name)

    def words_at(self, place: QPointF) -> str:
        for row, (_, cells) in enumerate(self._rows):
            for column, cell in enumerate(cells):
                if self._cell(row, column, QRectF(self.rect())).contains(place):
                    return cell.words
        return ""

    def _names(self) -> float:
        return max((self.width_of(name) for name, _ in self._rows), default=0.0) + self._theme.px(Space.S)

    def _cell(self, row: int, column: int, room: QRectF) -> QRectF:
        names, head = self._names(), self.line()
        width = (room.width() - names) / max(1, len(self._columns))
        height = (room.height() - head) / max(1, len(self._rows))
        left = room.left() + names + column * width
        if self.isRightToLeft():
            left = room.right() - names - (column + 1) * width
        return QRectF(left, room.top() + head + row * height, width, height).adjusted(0, 0, -_GAP, -_GAP)
