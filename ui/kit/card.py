"""A card: one thing, set on its own ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.kit.column import Column
from ui.theme import Space, Theme


class Card(QFrame):
    """A rounded ground with a column inside; `role` is card, care-card, accent-card or sunk."""

    def __init__(self, theme: Theme, role: str = "card", parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", role)
        self.column: QVBoxLayout = Column(self)
        self.column.setSpacing(Space.S)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Put a widget at the end of the column; a single button keeps its own width."""
        if isinstance(widget, QPushButton):
            self.column.addWidget(widget, stretch, Qt.AlignmentFlag.AlignLeft)
        else:
            self.column.addWidget(widget, stretch)
        return widget

    def add_line(self) -> QFrame:
        """Put a line across the card."""
        line = QFrame()
        line.setProperty("role", "line")
        self.column.addWidget(line)
        return line

    def _follow_theme(self) -> None:
        growth = 1 + (self._theme.scale - 1) / 2
        sides = round(Space.XXL * growth)
        self.column.setContentsMargins(sides, round(Space.XL * growth), sides, round(Space.XXL * growth))
