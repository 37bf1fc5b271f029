"""Two columns beside each other, or one above the other where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.kit.column import Column
from ui.theme import Space, Theme


class SideBySide(QWidget):
    """A left and a right column that share the width; under `breaks_below` the right one goes underneath."""

    def __init__(
        self, theme: Theme, left_share: int = 13, right_share: int = 9, breaks_below: int = 700, gap: int = Space.XL
    ):
        super().__init__()
        self._theme = theme
        self._breaks_below = breaks_below
        self.left = Column()
        self.right = Column()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for column, share in ((self.left, left_share), (self.right, right_share)):
            column.setSpacing(Space.L)
            side = QWidget()
            side.setProperty("role", "clear")
            side.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            self._box.addWidget(side, share)
        theme.changed.connect(self._arrange)

    @property
    def stacked(self) -> bool:
        """Whether the right column stands under the left one."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.px(self._breaks_below)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._box.direction():
            self._box.setDirection(direction)
