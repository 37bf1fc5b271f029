"""Two columns side by side that stand one below the other where there is little room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.kit.column import Column
from ui.theme import Space, Theme

_NARROW = 640


class Columns(QWidget):
    """`left` and `right` are columns that share the width as `shares` says, until the text is too large for that."""

    def __init__(self, theme: Theme, shares: tuple[int, int] = (3, 2), parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XL)
        self.left: QVBoxLayout = Column()
        self.right: QVBoxLayout = Column()
        for column, share in zip((self.left, self.right), shares, strict=True):
            side = QWidget()
            side.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.L)
            self._row.addWidget(side, share)
        theme.changed.connect(self._settle)

    @property
    def stacked(self) -> bool:
        """Whether the columns stand one below the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        widths = [self._row.itemAt(index).minimumSize().width() for index in range(2)]  # type: ignore[union-attr]
        return QSize(max(widths), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        beside = sum(self._row.itemAt(index).minimumSize().width() for index in range(2))  # type: ignore[union-attr]
        narrow = self.width() < max(self._theme.px(_NARROW), beside + Space.XL)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()
