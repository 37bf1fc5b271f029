"""A column that keeps its items together at the top, also where wrapping texts decide the height."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Space


class Column(QVBoxLayout):
    """A vertical layout that leaves what it does not need empty below, unless an item or a stretch wants it."""

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(QRect(rect.x(), rect.y(), rect.width(), min(rect.height(), self._needed(rect))))

    def _needed(self, rect: QRect) -> int:
        if self.expandingDirections() & Qt.Orientation.Vertical or any(
            self.stretch(index) for index in range(self.count())
        ):
            return rect.height()
        return self.heightForWidth(rect.width()) if self.hasHeightForWidth() else self.sizeHint().height()


def centred(column: Column, widest: int) -> QWidget:
    """Return a widget that keeps `column` in its middle, at most `widest` pixels wide."""
    inner = QWidget()
    inner.setLayout(column)
    inner.setMaximumWidth(widest)
    holder = QWidget()
    sides = QHBoxLayout()
    sides.addStretch(1)
    sides.addWidget(inner, 1000)
    sides.addStretch(1)
    middle = QVBoxLayout(holder)
    middle.setContentsMargins(Space.HH, Space.HH, Space.HH, Space.HH)
    middle.addStretch(1)
    middle.addLayout(sides)
    middle.addStretch(1)
    return holder
