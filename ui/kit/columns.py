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
        self._sides: list[QWidget] = []
        for column, share in zip((self.left, self.right), shares, strict=True):
            side = QWidget()
            side.setProperty("role", "clear")
            side.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.L)
            self._sides.append(side)
            self._row.addWidget(side, share)
        theme.changed.connect(self._settle)

    @property
    def stacked(self) -> bool:
        """Whether the columns stand one below the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Ask only for the wider column, so that a narrow page stacks them instead of scrolling sideways."""
        widest = max(side.minimumSizeHint().width() for side in self._sides)
        return QSize(widest, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        beside = sum(side.minimumSizeHint().width() for side in self._sides) + self._row.spacing()
        narrow = self.width() < max(self._theme.px(_NARROW), beside)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()
