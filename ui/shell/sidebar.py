"""The sidebar: every page by name, Help now always, Settings at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from numbcompanion.translation import tr
from ui.kit.buttons import Button, nav_button
from ui.kit.text import card_title
from ui.shell.pages import PageSpec
from ui.theme import Theme

WIDTH = 204
_ROW = 41
_GROWTH = 0.5  # at large text the words of the page need the width more


class Sidebar(QFrame):
    """Buttons for the pages; the one that is shown is marked."""

    page_requested = Signal(str)

    def __init__(self, theme: Theme, pages: Sequence[PageSpec], parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(tr("Pages"))
        self._column = QVBoxLayout(self)
        self._name = card_title(theme, tr("Numb Companion"))
        self._column.addWidget(self._name)
        for spec in pages:
            if not spec.at_foot:
                self._column.addWidget(self._button(spec))
        self._column.addStretch(1)
        for spec in pages:
            if spec.at_foot:
                self._column.addWidget(self._button(spec))
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def show_as_current(self, name: str) -> None:
        """Mark the button of the page `name`."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def _button(self, spec: PageSpec) -> Button:
        button = nav_button(self._theme, spec.icon, spec.title(), care=spec.name == "help")
        button.setAccessibleName(spec.title())
        button.setToolTip(spec.shortcut)
        button.clicked.connect(lambda: self.page_requested.emit(spec.name))
        self._group.addButton(button)
        self._buttons[spec.name] = button
        return button

    def _follow_theme(self) -> None:
        px = self._theme.px
        self.setFixedWidth(round(WIDTH * (1 + (self._theme.scale - 1) * _GROWTH)))
        self._column.setContentsMargins(px(14), px(24), px(14), px(22))
        self._column.setSpacing(px(4))
        for button in self._buttons.values():
            button.setMinimumHeight(px(_ROW))
        self._name.setContentsMargins(px(10), 0, 0, px(20))
