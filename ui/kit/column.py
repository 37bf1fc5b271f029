"""A column that keeps its items together at the top, also where wrapping texts decide the height."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout


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
