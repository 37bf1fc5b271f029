"""A field to search with: an icon before it, a way to clear it, Esc empties it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from numbcompanion.translation import tr
from ui.kit.field import LineField
from ui.theme import Theme

_LONGEST = 2_000  # nobody looks for more; a page pasted by mistake is not searched for


class SearchField(LineField):
    """A line field for words to look for; its placeholder is also its name."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None):
        super().__init__(theme, placeholder, placeholder, parent)
        self.setMaxLength(_LONGEST)
        self._search = QAction(self)
        self._clear = QAction(tr("Clear"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._show_clear)
        self._draw_icons()
        theme.changed.connect(self._draw_icons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _draw_icons(self) -> None:
        self._search.setIcon(self._theme.icon("search"))
        self._clear.setIcon(self._theme.icon("close"))
