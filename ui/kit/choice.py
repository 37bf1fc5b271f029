"""One choice out of a list, shown as a chip that opens."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from ui.theme import TextStyle, Theme

_LINES = 12


class Choice(QComboBox):
    """A list of (key, text) of which one is chosen; `name` is what it is called aloud."""

    chosen_changed = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.setView(QListView())
        self.setAccessibleName(name)
        self.setMaxVisibleItems(_LINES)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._activated)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def set_items(self, items: Iterable[tuple[str, str]]) -> None:
        """Show these (key, text); what was chosen and is still there stays chosen."""
        chosen = self.chosen()
        self.clear()
        for key, text in items:
            self.addItem(text, key)
        if chosen is not None:
            self.choose(chosen)

    def chosen(self) -> str | None:
        """Return the key that is chosen, None while the list is empty."""
        key = self.currentData()
        return key if isinstance(key, str) else None

    def choose(self, key: str) -> None:
        """Choose a key that is in the list; says nothing to anyone."""
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a wheel never chooses

    def _activated(self) -> None:
        self.chosen_changed.emit(self.chosen() or "")

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font(TextStyle.CHIP))
        self.view().setFont(self._theme.font(TextStyle.CHIP))
        self.updateGeometry()
